//! Source text to syntax tree: logos lexer → layout pass → soft-keyword pass → lalrpop grammar → AST.
//!
//! **Invariant:** never fails: a tree and diagnostics for any bytes. Knows no types and no database. The public surface is [`parse`], which hides
//! the parser generator.

pub mod ast;
