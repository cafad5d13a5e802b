//! What every other crate needs: spans, names, line index, diagnostics as data and the registry of error codes.
//!
//! **Invariant:** no IO, no database, no rendering. A diagnostic is data; only the driver and the language server turn it into text.

mod diagnostic;
mod line_index;
mod span;

pub mod codes;

pub use codes::Code;
pub use diagnostic::{Diagnostic, Edit, Label, Severity};
pub use line_index::{LineCol, LineIndex};
pub use span::{FileId, Span};

/// An identifier or attribute name, interned for the whole process: copying and comparing are as cheap as for an integer.
pub type Name = ustr::Ustr;

/// Interns `text`.
pub fn name(text: &str) -> Name {
    ustr::ustr(text)
}
