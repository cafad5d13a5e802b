//! From source text to name-resolved bodies, as salsa queries: files → parse → definitions → module graph → scopes → bodies.
//!
//! **Invariants:** nothing here holds a source range in its identity: bodies are arenas of expressions with stable ids, and ranges come from a source
//! map that is a query of its own; so an edit in one body leaves the others equal. Queries have no side effects and no hidden inputs: the file system
//! is behind [`Db::file`] and [`Db::folder`], all else is in [`Project`]. Diagnostics are returned in results.

pub mod body;
mod database;
pub mod db;
pub mod def;
mod diagnostics;
mod lower;
mod modules;
mod names;
pub mod pretty;
mod queries;
mod source_map;
mod stdlib;

pub use body::*;
pub use database::{NoFiles, Options, RootDatabase, System};
pub use db::*;
pub use def::*;
pub use diagnostics::{hir_diagnostics, syntax_diagnostics};
pub use modules::{ModuleResolution, builtins_file, known_modules, module_graph, module_name, read_builtins, resolve_module};
pub use names::{exported_names, global_origin, origin_of, resolve_global, resolve_item};
pub use queries::{
    Enclosing, body, body_owners, body_source_map, class_body, class_def, class_source_map, def_span, enclosing, enclosing_class,
    enclosing_function, function_body, item_span, line_index, module_body, module_items, parse_file, qualified_name, signature,
    signature_source_map,
};
pub use source_map::{BodySourceMap, ClassSourceMap, MemberSource, ParamSource, SignatureSourceMap};
pub use stdlib::STDLIB_ROOT;
