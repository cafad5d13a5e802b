//! Where in the text things are. Kept apart from what they are, so that an edit that only moves them changes nothing else.

use pyc_base::Span;
use rustc_hash::FxHashMap;

use crate::{ExprId, LocalId, StmtId};

/// The ranges of a body's parts.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct BodySourceMap {
    pub(crate) exprs: Box<[Span]>,
    pub(crate) stmts: Box<[Span]>,
    pub(crate) locals: Box<[Span]>,
    pub(crate) handlers: FxHashMap<(StmtId, u32), Span>,
    pub(crate) annotations: FxHashMap<StmtId, Span>,
    pub(crate) keywords: FxHashMap<ExprId, Span>,
    pub(crate) imports: FxHashMap<(StmtId, u32), Span>,
}

impl BodySourceMap {
    /// An id that the body lacks gives an empty range.
    pub fn expr(&self, expr: ExprId) -> Span {
        self.exprs.get(expr.index()).copied().unwrap_or_default()
    }

    pub fn stmt(&self, stmt: StmtId) -> Span {
        self.stmts.get(stmt.index()).copied().unwrap_or_default()
    }

    /// Where a variable is first bound: the parameter's name for parameters.
    pub fn local(&self, local: LocalId) -> Span {
        self.locals.get(local.index()).copied().unwrap_or_default()
    }

    /// The `except` clause with this number of a `try` statement.
    pub fn handler(&self, stmt: StmtId, handler: usize) -> Span {
        self.handlers.get(&(stmt, handler as u32)).copied().unwrap_or_else(|| self.stmt(stmt))
    }

    /// The annotation of an annotated assignment.
    pub fn annotation(&self, stmt: StmtId) -> Span {
        self.annotations.get(&stmt).copied().unwrap_or_else(|| self.stmt(stmt))
    }

    /// The name of a keyword argument, by its value.
    pub fn keyword(&self, value: ExprId) -> Span {
        self.keywords.get(&value).copied().unwrap_or_else(|| self.expr(value))
    }

    /// The imported name with this number of an import statement.
    pub fn import(&self, stmt: StmtId, name: usize) -> Span {
        self.imports.get(&(stmt, name as u32)).copied().unwrap_or_else(|| self.stmt(stmt))
    }

    /// Every expression with its range.
    pub fn exprs(&self) -> impl Iterator<Item = (ExprId, Span)> + '_ {
        self.exprs.iter().enumerate().map(|(at, &span)| (ExprId(at as u32), span))
    }

    /// Every statement with its range.
    pub fn stmts(&self) -> impl Iterator<Item = (StmtId, Span)> + '_ {
        self.stmts.iter().enumerate().map(|(at, &span)| (StmtId(at as u32), span))
    }
}

/// The ranges of a function's header.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SignatureSourceMap {
    /// The whole definition, body included.
    pub span: Span,
    /// The name; for lambdas the whole expression.
    pub name: Span,
    pub params: Box<[ParamSource]>,
    pub ret: Option<Span>,
    pub decorators: Box<[Span]>,
    pub type_params: Box<[Span]>,
}

impl SignatureSourceMap {
    /// The parameter's name, or the function's where it has no such parameter.
    pub fn param(&self, index: usize) -> Span {
        self.params.get(index).map_or(self.name, |param| param.name)
    }
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct ParamSource {
    pub name: Span,
    pub annotation: Option<Span>,
    pub default: Option<Span>,
}

/// The ranges of what a class declares.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ClassSourceMap {
    pub span: Span,
    pub name: Span,
    pub bases: Box<[Span]>,
    pub keywords: Box<[Span]>,
    pub decorators: Box<[Span]>,
    pub type_params: Box<[Span]>,
    /// The names of the members, in the order of the definition's.
    pub members: Box<[MemberSource]>,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct MemberSource {
    pub name: Span,
    pub annotation: Option<Span>,
}
