//! The control-flow graph that programs are compiled through: data, textual form, verifier, dataflow and passes.
//!
//! A [`Program`] holds monomorphic functions: every type is concrete, every call is resolved to a function, a slot or a value. It comes from mir-build
//! without reference counts; the passes here add them and prove them right, and code generation sees only calls, loads and stores.
//!
//! **Invariants:** no salsa, no MLIR, no source text; everything here can be tested from the textual form. After mir-build a violated assumption is a
//! bug of the compiler and never a user's error. Only the reference-count pass creates [`StatementKind::Retain`] and [`StatementKind::Release`].

pub mod body;
pub mod certify;
pub mod cfg;
pub mod count;
pub mod dataflow;
pub mod device;
mod each;
pub mod ending;
mod exit;
mod inline;
mod ladder;
pub mod layout;
pub mod mentions;
mod merge;
pub mod pipeline;
pub mod program;
pub mod raises;
mod ranges;
pub mod recursion;
mod simplify;
pub mod text;
pub mod ty;
pub mod typing;
pub mod verify;
pub mod visit;

pub use body::*;
pub use certify::certify;
pub use count::insert_counts;
pub use ending::Ending;
pub use layout::Layout;
pub use pipeline::{Options, optimize_and_count};
pub use program::*;
pub use raises::infer_raises;
pub use text::{Names, ParseError, parse};
pub use ty::*;
pub use verify::{Phase, VerifyError, verify};
