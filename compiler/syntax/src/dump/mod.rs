//! The text of a tree, as CPython 3.11's `ast.dump(tree, include_attributes=True)` prints it. Fields that only newer versions have appear when they are
//! not empty.

mod expressions;
mod literals;
mod positions;
mod printable;
mod statements;

use std::fmt::Write;

use pyc_base::{Name, Span};

use crate::ast::Module;
use positions::Positions;

/// The text of the tree of `text`.
pub fn dump(text: &str, module: &Module) -> String {
    let mut dumper = Dumper { out: String::with_capacity(text.len() * 8), positions: Positions::new(text), joined: Vec::new() };
    dumper.out.push_str("Module(body=");
    dumper.list(&module.body, Dumper::statement);
    dumper.out.push_str(", type_ignores=[])");
    dumper.out
}

struct Dumper<'a> {
    out: String,
    positions: Positions<'a>,
    /// The printed positions of the f-strings around the node that is printed, down to the innermost replacement field.
    joined: Vec<String>,
}

impl Dumper<'_> {
    fn list<T>(&mut self, items: &[T], mut each: impl FnMut(&mut Self, &T)) {
        self.out.push('[');
        for (at, item) in items.iter().enumerate() {
            if at > 0 {
                self.out.push_str(", ");
            }
            each(self, item);
        }
        self.out.push(']');
    }

    /// A field after the first.
    fn field(&mut self, name: &str) {
        self.out.push_str(", ");
        self.out.push_str(name);
        self.out.push('=');
    }

    fn list_field<T>(&mut self, name: &str, items: &[T], each: impl FnMut(&mut Self, &T)) {
        self.field(name);
        self.list(items, each);
    }

    fn name(&mut self, name: Name) {
        literals::name(&mut self.out, name.as_str());
    }

    fn number(&mut self, value: u32) {
        let mut digits = [0; 10];
        let mut at = digits.len();
        let mut rest = value;
        loop {
            at -= 1;
            digits[at] = b'0' + (rest % 10) as u8;
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        self.out.extend(digits[at..].iter().map(|&digit| digit as char));
    }

    /// The attributes that end a node, and its parenthesis. `first`: the node has no fields before them.
    fn end(&mut self, span: Span, first: bool) {
        if !first {
            self.out.push_str(", ");
        }
        self.place(span);
        self.out.push(')');
    }

    fn place(&mut self, span: Span) {
        let (start, end) = (self.positions.of_start(span), self.positions.of(span.end));
        self.out.push_str("lineno=");
        self.number(start.line);
        self.out.push_str(", col_offset=");
        self.number(start.column);
        self.out.push_str(", end_lineno=");
        self.number(end.line);
        self.out.push_str(", end_col_offset=");
        self.number(end.column);
    }

    fn debug_name(&mut self, value: impl std::fmt::Debug) {
        _ = write!(self.out, "{value:?}()");
    }
}
