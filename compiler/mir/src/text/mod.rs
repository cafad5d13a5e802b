//! The textual form of the MIR: what `--emit mir` prints and what the tests of every pass and of code generation are written in.
//!
//! Printing then parsing gives the same program, indices included; parsing then printing gives normal form. White space is of no importance, `//` starts
//! a comment. Items of one kind are numbered in the order in which they are written.
//!
//! ```text
//! program  = item*
//! item     = "file" STRING | "data" STRING | "struct" NAME "{" fields "}"
//!          | "class" NAME [":" NAME] "{" fields "}" ["vtable" "[" function,* "]"] ["destroy" function]
//!          | "alike" ("class" | "struct") NAME NAME
//!          | "global" "$"NAME ":" type ["in" space] | "static" NAME "{" const,* "}"
//!          | "entry" function | "report_exception" function | "recursion_error" function | "finish" function
//!          | ["export" | "extern" | "kernel"] "fn" function "(" (local ":" mode type),* ")" "->" type ["raises"]
//!            ["inline" "(" ("always" | "never") ")"] ["name" STRING] ["file" INT] [loc] [body]
//! fields   = (NAME ":" type),*
//! body     = "{" ("let" local ":" type)* (label ":" statement* terminator)* "}"
//! mode     = "borrow" | "owned" | "inout"
//! space    = "generic" | "global" | "shared"
//! loc      = "at" LINE ":" COLUMN ["-" LINE ":" COLUMN]
//!
//! type     = "!" | "unit" | "bool" | "i8"…"u64" | "f16" | "bf16" | "f32" | "f64" | "ptr" | "ptr.global" | "ptr.shared"
//!          | "&"["?"](NAME | "*")             a reference, nullable with "?"; "*" is any object
//!          | "(" type,* ")" | "struct" NAME | "union" "(" type,* ")" | "[" type ";" INT "]" | "<" type ";" INT ">"
//!          | "closure" "(" (mode type),* ")" ["raises"] "->" type
//!
//! statement = place "=" rvalue               Assign
//!          | ("init" | "lend") place "=" rvalue | "drop" place | "traceback" operand | "retain" operand | "release" operand
//!            (each with an optional loc)
//! terminator = "goto" label | "branch" operand "," label "," label | "switch" operand "{" (INT ":" label ",")* "else" ":" label "}"
//!          | "return" operand | "raise" operand | "unreachable"
//!          | "call" place "=" callee "(" operand,* ")" "->" label ["unwind" place "->" label]
//! callee   = function | "virtual" NAME "::" SLOT | "value" "(" operand ")"
//!
//! place    = (local | "$"NAME) ("." INT | ".as" "(" INT ")" | "[" type ";" operand "]" | "[" operand "]")*
//! operand  = place | "move" place | "unit" | "true" | "false" | INT [":" type] | FLOAT [":" type] | "bits" "(" HEX ")" [":" type]
//!          | "zero" type | "static."INT | "data."INT | function | "sizeof" type
//! rvalue   = operand | ("neg" | "not") operand | binary operand "," operand | "checked" binary operand "," operand
//!          | "cast."kind operand "to" type | "(" operand,* ")" | "struct" NAME "(" operand,* ")"
//!          | "variant" type "." INT "(" operand ")" | "tag" place | "is_instance" operand "," NAME | "new" NAME ["extra" operand]
//!          | "trailing" operand | "address_of" place | "closure" function "," operand
//!          | "intrinsic" name ["." INT] "(" operand,* ")" | "runtime" NAME "(" operand,* ")" "->" type
//! ```
//!
//! A place used as an operand is copied. `.1` is a field, `.as(1)` the value of a variant, `[i64; %i]` an element behind a raw pointer, `[%i]` an element of an
//! array. Integers without a type are `i64`, floats `f64`. One-element tuples are written `(x,)`.
//!
//! A function is `@symbol`. Names that are not words (for functions, classes and structs: words with dots and one pair of brackets, `list[int]`) are quoted.
//! A name that several things of one kind have is followed by `'` and the number; `#` and the number is a reference without a name. A local is `%name`,
//! `%name'7`, or `%7`; where it is declared the number in the text only has to be unique in its function. Blocks are labelled `bb0`, `bb1`, ….

mod cursor;
pub(crate) mod names;
mod parse;
mod parse_body;
mod print;
mod words;

pub use names::Names;
pub use parse::{ParseError, parse};

use std::fmt;

use crate::{Function, Program, Ty};

impl fmt::Display for Program {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&print::program(self))
    }
}

/// Without a program at hand other functions, classes and so on are printed as their numbers.
impl fmt::Display for Function {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&print::function(self, &Names::default()))
    }
}

/// Without a program at hand classes and structs are printed as their numbers.
impl fmt::Display for Ty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Names::default().ty(self))
    }
}
