//! Types: annotations resolved, bodies inferred per instance, and the result elaborated into typed HIR.
//!
//! An [`Instance`] is a body together with the types it is used at. [`infer`] gives its [`thir::Body`], in which every operation is resolved: operators
//! on anything but numbers are calls, unions are told apart by tests, loops call iterators, f-strings call formatters. mir-build needs no knowledge of Python.
//!
//! **Invariants:** every user error ends here (or in mir-build, for ownership); results hold no source ranges, only ids of HIR expressions.

pub mod thir;
pub mod ty;

pub use ty::{Instance, Ty, TyKind};
