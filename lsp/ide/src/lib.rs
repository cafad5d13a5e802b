//! Editor features as plain data over the database: what is wrong with a file, what an expression is, where a name comes from, what a file declares.
//!
//! **Invariants:** never links code generation; gives byte ranges and texts, and knows nothing of the editors' protocol, syntax trees or rendering.

mod check;
mod definition;
mod hover;
mod locate;
mod symbols;

pub use check::{check_file, diagnostics, instances_of};
pub use definition::{Location, definition};
pub use hover::{Hover, hover};
pub use symbols::{Symbol, SymbolKind, symbols};

/// A stack that is deep enough for the inference of any program the parser lets through.
pub const STACK_SIZE: usize = 64 * 1024 * 1024;
