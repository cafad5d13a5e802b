//! Types: annotations resolved, bodies inferred per instance, and the result elaborated into typed HIR.
//!
//! An [`Instance`] is a body together with the types it is used at. [`infer`] gives its [`thir::Body`], in which every operation is resolved: operators
//! on anything but numbers are calls, unions are told apart by tests, loops call iterators, f-strings call formatters. mir-build needs no knowledge of Python.
//!
//! **Invariants:** every user error ends here (or in mir-build, for ownership); results hold no source ranges, only ids of HIR expressions.

mod bases;
mod callee;
pub mod captures;
pub mod class;
pub mod constant;
pub mod diagnostic;
pub mod doubts;
pub mod facts;
pub mod infer;
pub mod kernel;
pub mod multiple;
pub mod pretty;
mod recursive;
pub mod resolve;
pub mod suggest;
pub mod thir;
pub mod ty;
mod unset;

pub use class::{class_fields, class_info, default_instance, is_subclass};
pub use diagnostic::{TypeDiagnostic, origin_span};
pub use doubts::{Findings, check_with_doubts};
pub use infer::closure::closure_parts;
pub use infer::{Inference, global_ty, infer, module_instance, return_type};
pub use ty::{GlobalVar, Instance, Ty, TyKind};
