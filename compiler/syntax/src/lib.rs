//! Source text to syntax tree: logos lexer → layout pass → soft-keyword pass → lalrpop grammar → AST.
//!
//! **Invariant:** never fails: a tree and diagnostics for any bytes. Knows no types and no database. The public surface is [`parse`], which hides
//! the parser generator.

pub mod ast;
mod build;
pub mod decode;
mod diagnose;
pub mod dump;
mod error;
mod items;
mod layout;
mod lexer;
mod nesting;
mod parse;
mod recover;
mod repair;
mod soft_keywords;
mod token;

#[allow(clippy::all, unreachable_pub, unused, reason = "generated")]
mod grammar {
    include!(concat!(env!("OUT_DIR"), "/grammar.rs"));
}

pub use decode::decode;
pub use error::SyntaxError;
pub use parse::{Parse, parse, token_spans};
