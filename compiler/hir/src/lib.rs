//! From source text to name-resolved bodies, as salsa queries: files → parse → definitions → module graph → scopes → bodies.
//!
//! **Invariants:** nothing here holds a source range in its identity: bodies are arenas of expressions with stable ids, and ranges come from a source
//! map that is a query of its own; so an edit in one body leaves the others equal. Queries have no side effects and no hidden inputs: the file system
//! is behind [`Db::file`], all else is in [`Project`]. Diagnostics are returned in results.

pub mod body;
pub mod db;
pub mod def;

pub use body::*;
pub use db::*;
pub use def::*;
