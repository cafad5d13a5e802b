//! The runtime: a small static library in every program. It holds what the language can't say itself: the start and end of the process, the allocator's
//! slow paths, tracebacks, system calls, and the digits of floats.
//!
//! **Invariants:** no `std` and no dependencies, so that a program starts like a C program and stays small; every symbol is in the table of `pyc-abi`,
//! which is checked below; what can be written in the language is in `stdlib/`, not here. Only glibc is called.
#![cfg_attr(not(test), no_std)]
// Every function here is called by compiled code with what the table promises, and by nobody else.
#![allow(clippy::missing_safety_doc, reason = "the table of symbols is the contract")]

mod coroutine;
mod files;
mod floats;
mod grid;
mod memory;
mod numbers;
mod pool;
mod process;
mod stack;
mod sys;
mod task;
mod time;
mod traceback;
mod unicode;
mod valgrind;

pub use coroutine::*;
pub use files::*;
pub use floats::*;
pub use grid::*;
pub use memory::*;
pub use numbers::*;
pub use pool::{pyc_blocks_start, pyc_free_blocks};
pub use process::*;
pub use stack::pyc_stack_limit;
pub use task::*;
pub use time::*;
pub use traceback::*;
pub use unicode::*;

#[cfg(feature = "shipped")]
#[panic_handler]
fn panic(_info: &core::panic::PanicInfo<'_>) -> ! {
    process::end_with("fatal error in the runtime\n")
}

/// The Rust type of a scalar of the table.
macro_rules! rust_type {
    (Unit) => {
        ()
    };
    (Bool) => {
        bool
    };
    (I32) => {
        i32
    };
    (I64) => {
        i64
    };
    (F64) => {
        f64
    };
    (Ptr) => {
        *mut u8
    };
}

/// Fails to compile if a symbol is missing or has another signature.
macro_rules! check {
    ($($name:ident($($param:ident),*) -> $result:ident [$attributes:ident] $($promise:ident)*;)*) => {
        $(const _: unsafe extern "C" fn($(rust_type!($param)),*) -> rust_type!($result) = $name;)*
    };
}
pyc_abi::for_each_symbol!(check);
