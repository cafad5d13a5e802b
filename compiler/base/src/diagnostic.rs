//! A diagnostic as data: what is wrong, where, why, and how to fix it.

use crate::{Code, FileId, Span};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    Error,
    Warning,
    /// Correct, but there is something faster or clearer to write.
    Note,
}

/// A place in the source with what to say about it. The first label of a diagnostic is the primary one.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Label {
    pub file: FileId,
    pub span: Span,
    pub message: String,
}

/// A replacement of text that would fix the problem.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Edit {
    pub file: FileId,
    pub span: Span,
    pub text: String,
}

/// One problem, in the user's terms.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Diagnostic {
    pub code: Code,
    pub severity: Severity,
    /// One sentence without a full stop at its end.
    pub message: String,
    /// Never empty; the first is the primary place.
    pub labels: Vec<Label>,
    /// Why, as sentences.
    pub notes: Vec<String>,
    /// What to write instead.
    pub help: Option<String>,
    pub edits: Vec<Edit>,
}

impl Diagnostic {
    pub fn error(code: Code, file: FileId, span: Span, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: Severity::Error,
            message: message.into(),
            labels: vec![Label { file, span, message: String::new() }],
            notes: Vec::new(),
            help: None,
            edits: Vec::new(),
        }
    }

    /// Says something beside the primary place.
    #[must_use]
    pub fn primary(mut self, message: impl Into<String>) -> Self {
        self.labels[0].message = message.into();
        self
    }

    #[must_use]
    pub fn label(mut self, file: FileId, span: Span, message: impl Into<String>) -> Self {
        self.labels.push(Label { file, span, message: message.into() });
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

    #[must_use]
    pub fn edit(mut self, file: FileId, span: Span, text: impl Into<String>) -> Self {
        self.edits.push(Edit { file, span, text: text.into() });
        self
    }
}
