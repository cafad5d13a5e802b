//! What is wrong with a text, as data.

use pyc_base::{Code, Span, codes};

/// Something about the text that is not Python.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SyntaxError {
    pub code: Code,
    /// Where, and what is to be said at that place.
    pub span: Span,
    /// One sentence without a full stop at its end.
    pub message: String,
    /// Other places that explain this one.
    pub related: Vec<(Span, String)>,
    /// What to write instead.
    pub help: Option<String>,
    /// Replacements of text that would fix it.
    pub edits: Vec<(Span, String)>,
}

impl SyntaxError {
    pub(crate) fn new(span: Span, message: impl Into<String>) -> Self {
        Self { code: codes::SYNTAX_ERROR, span, message: message.into(), related: Vec::new(), help: None, edits: Vec::new() }
    }

    pub(crate) fn too_deep(span: Span, message: impl Into<String>) -> Self {
        Self { code: codes::NESTED_TOO_DEEPLY, ..Self::new(span, message) }
    }

    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    pub(crate) fn related(mut self, span: Span, message: impl Into<String>) -> Self {
        self.related.push((span, message.into()));
        self
    }

    pub(crate) fn edit(mut self, span: Span, text: impl Into<String>) -> Self {
        self.edits.push((span, text.into()));
        self
    }
}
