//! What inference reports: data that names HIR nodes, turned into diagnostics with ranges outside of the queries.

use pyc_base::{Code, Diagnostic, Severity, codes};
use pyc_hir::{BodyOwner, Db};

use crate::doubts::Doubt;
use crate::infer::failure::Failure;
use crate::thir::Origin;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypeDiagnostic {
    pub code: Code,
    pub severity: Severity,
    pub message: String,
    pub origin: Origin,
    /// What to say beside the primary place.
    pub label: String,
    pub labels: Vec<(Origin, String)>,
    pub notes: Vec<String>,
    pub help: Option<String>,
    /// What a value contradicts, where programs may do so.
    pub doubts: Vec<Doubt>,
    /// What Python raises there.
    pub fails: Option<Failure>,
}

impl TypeDiagnostic {
    pub fn error(code: Code, origin: Origin, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: Severity::Error,
            message: message.into(),
            origin,
            label: String::new(),
            labels: Vec::new(),
            notes: Vec::new(),
            help: None,
            doubts: Vec::new(),
            fails: None,
        }
    }

    /// What compiles, but is hardly meant.
    pub fn warning(code: Code, origin: Origin, message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, origin, message) }
    }

    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    pub(crate) fn recursive_type() -> Self {
        Self::error(codes::RECURSIVE_TYPE, Origin::Body, "The result of this function has a type that contains itself without end")
            .help("annotate the function's result")
    }

    /// With the ranges of the body it was found in.
    pub fn place(&self, db: &dyn Db, owner: BodyOwner) -> Diagnostic {
        let file = file_of(db, owner).id(db);
        let span = |origin| origin_span(db, owner, origin);
        let mut diagnostic = Diagnostic::error(self.code, file, span(self.origin), self.message.clone()).primary(self.label.clone());
        diagnostic.severity = self.severity;
        for (origin, text) in &self.labels {
            diagnostic = diagnostic.label(file, span(*origin), text.clone());
        }
        diagnostic.notes.clone_from(&self.notes);
        diagnostic.help.clone_from(&self.help);
        diagnostic
    }
}

fn file_of(db: &dyn Db, owner: BodyOwner) -> pyc_hir::File {
    match owner {
        BodyOwner::Function(function) => function.def(db).file,
        BodyOwner::Class(class) => class.def(db).file,
        BodyOwner::Module(file) => file,
    }
}

/// The range that a HIR node came from.
pub fn origin_span(db: &dyn Db, owner: BodyOwner, origin: Origin) -> pyc_base::Span {
    let map = pyc_hir::body_source_map(db, owner);
    match origin {
        Origin::Expr(expr) => map.expr(expr),
        Origin::Stmt(stmt) => map.stmt(stmt),
        Origin::Body => pyc_hir::def_span(db, owner).1,
    }
}
