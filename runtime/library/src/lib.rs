//! What the library takes from Rust's ecosystem: a static library that is linked only into the programs that call it.
//!
//! **Invariants:** no `std`, so that a program still needs libc alone; every symbol is in the table of `pyc-abi`, which is checked below; what the core has
//! (Unicode's tables, the end of the process) is called there and not repeated. What can be written in the language is in `stdlib/`, not here.
#![cfg_attr(not(test), no_std)]
// Every function here is called by compiled code with what the table promises, and by nobody else.
#![allow(clippy::missing_safety_doc, reason = "the table of symbols is the contract")]

extern crate alloc;

mod characters;
mod compression;
mod core_runtime;
mod hash;
mod regex;
#[cfg(feature = "shipped")]
mod shipped;

pub use characters::*;
pub use compression::*;
pub use hash::*;
pub use regex::*;

/// The Rust type of a scalar of the table.
macro_rules! rust_type {
    (Unit) => {
        ()
    };
    (Bool) => {
        bool
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
pyc_abi::for_each_library_symbol!(check);
