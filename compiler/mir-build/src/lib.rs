//! Typed HIR to MIR: [`build_program`] collects what a program reaches and lowers each body, and [`moves`] reports what ownership forbids.
//!
//! - [`types`]: the questions asked of type inference, as a trait; [`database`] answers them, `mangle` makes symbols.
//! - `program`: instances, classes, structs, globals and constants get their numbers.
//! - `repr`: which machine type stands for which type of the language; `convert`: values from one to another.
//! - `globals`: reads of what no statement has assigned yet.
//! - `function`: the graph under construction; `exits`: ways out of loops, handlers and `finally`; `statements`, `expressions`, `places` and
//!   `intrinsics` lower what their names say.
//!
//! **Invariants:** typed HIR has been checked: what does not fit here is a bug of the compiler and stops it with [`bug`]'s message. No reference counts
//! are made here: values are copied and moved, and the passes of `pyc-mir` count. The result depends on nothing but the input: numbers are given in
//! the order of discovery.

mod convert;
pub mod database;
mod entries;
mod exits;
mod expressions;
mod function;
mod globals;
mod intrinsics;
pub mod kernels;
mod launch;
mod mangle;
pub mod moves;
mod parts;
mod places;
mod program;
mod repr;
mod statements;
pub mod types;

pub use database::{DatabaseTypes, check_library, check_program, compile_library, compile_program};
pub use kernels::{compile_kernels, has_kernels};
pub use program::{build_library, build_program};
pub use types::{ClassLayout, FunctionInfo, Kind, Types};

/// Stops the compiler: an earlier stage broke its promise.
#[cold]
#[track_caller]
pub(crate) fn bug(function: &str, what: impl std::fmt::Display) -> ! {
    panic!("mir-build: {what} (in {function})")
}
