//! Regular expressions with Python's syntax and meaning.
//!
//! `parse` reads a pattern into a `tree`. A `matcher` goes through a text for it: `automaton` hands what is regular to the `regex-automata` crate, which needs time
//! linear in the text; `backtrack` runs the rest, as well as what that crate would answer otherwise than Python does.

mod automaton;
mod backtrack;
mod cases;
mod interface;
mod matcher;
mod parse;
mod program;
mod set;
mod source;
#[cfg(test)]
mod tests;
mod tree;

pub use interface::*;
