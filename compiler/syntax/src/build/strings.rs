//! String, bytes, f-string and t-string literals, and their implicit concatenation.

use pyc_base::Span;

use super::Builder;
use super::escapes::Text;
use crate::ast::*;
use crate::error::SyntaxError;

/// One literal of a concatenation.
pub(crate) enum StringPart {
    Plain(Span),
    Formatted {
        /// Prefix and opening quotes.
        start: Span,
        end: u32,
        pieces: Vec<Piece>,
    },
}

/// A part of an f-string or t-string, or of a format specification.
pub(crate) enum Piece {
    Text(Span),
    Field(Box<Field>),
}

/// A replacement field.
pub(crate) struct Field {
    pub(crate) span: Span,
    pub(crate) value: Expr,
    /// Where the expression ends.
    pub(crate) end: u32,
    /// Where the `=` and white space after it end in a field that shows its own text.
    pub(crate) equal: Option<u32>,
    pub(crate) conversion: Option<Identifier>,
    pub(crate) spec: Option<(Span, Vec<Piece>)>,
}

/// What a literal is, from its prefix.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Str,
    Bytes,
    Formatted,
    Template,
}

/// The prefix of a literal.
#[derive(Clone, Copy)]
pub(crate) struct Prefix {
    kind: Kind,
    pub(crate) raw: bool,
    unicode: bool,
    len: u32,
}

impl Prefix {
    fn of(literal: &str) -> Self {
        let mut prefix = Self { kind: Kind::Str, raw: false, unicode: false, len: 0 };
        for byte in literal.bytes() {
            match byte {
                b'b' | b'B' => prefix.kind = Kind::Bytes,
                b'f' | b'F' => prefix.kind = Kind::Formatted,
                b't' | b'T' => prefix.kind = Kind::Template,
                b'r' | b'R' => prefix.raw = true,
                b'u' => prefix.unicode = true,
                b'U' => {}
                _ => break,
            }
            prefix.len += 1;
        }
        prefix
    }
}

impl StringPart {
    fn prefix(&self, text: &str) -> Prefix {
        let (Self::Plain(span) | Self::Formatted { start: span, .. }) = self;
        Prefix::of(&text[span.range()])
    }
}

/// The text between the quotes of a plain literal.
fn body(text: &str, literal: Span, prefix: Prefix) -> Span {
    let quoted = &text.as_bytes()[literal.start as usize + prefix.len as usize..literal.end as usize];
    let quotes = if quoted.len() >= 6 && quoted[1] == quoted[0] && quoted[2] == quoted[0] { 3 } else { 1 };
    Span::new(literal.start + prefix.len + quotes, literal.end - quotes)
}

/// The parts of an f-string as they come, texts that touch joined.
#[derive(Default)]
struct Values {
    values: Vec<Expr>,
    text: Text,
    text_span: Option<Span>,
    unicode: bool,
}

impl Values {
    fn extend_span(&mut self, span: Span) {
        self.text_span = Some(self.text_span.map_or(span, |before| before.to(span)));
    }

    fn flush(&mut self) {
        let span = self.text_span.take().unwrap_or_default();
        let text = std::mem::take(&mut self.text);
        if !text.is_empty() {
            let value = Constant::Str { value: text.into_str(), unicode: self.unicode };
            self.values.push(Expr { span, kind: ExprKind::Constant(value) });
        }
    }
}

impl Builder<'_> {
    pub(crate) fn strings(&mut self, l: u32, r: u32, parts: Vec<StringPart>) -> Expr {
        let text = self.text;
        let first = parts[0].prefix(text);
        if let [StringPart::Plain(span)] = parts.as_slice()
            && first.kind == Kind::Str
        {
            let value = self.plain(*span, first);
            return self.constant(l, r, Constant::Str { value, unicode: first.unicode });
        }
        let kinds: Vec<Kind> = parts.iter().map(|part| part.prefix(text).kind).collect();
        let has = |kind| kinds.contains(&kind);
        let odd = |kind| (!kinds.iter().all(|&other| other == kind)).then(|| kinds.iter().position(|&other| other == kind)).flatten();
        if let Some(at) = odd(Kind::Bytes) {
            return self.mixed(l, r, &parts[at], "bytes and other string literals cannot be joined");
        }
        if let Some(at) = odd(Kind::Template) {
            return self.mixed(l, r, &parts[at], "t-strings and other string literals cannot be joined");
        }
        if first.kind == Kind::Bytes {
            return self.bytes(l, r, &parts);
        }
        if !has(Kind::Formatted) && !has(Kind::Template) {
            let mut joined = Text::default();
            for part in &parts {
                if let StringPart::Plain(span) = part {
                    let prefix = part.prefix(text);
                    self.decode(body(text, *span, prefix), prefix.raw, &mut joined);
                }
            }
            return self.constant(l, r, Constant::Str { value: joined.into_str(), unicode: first.unicode });
        }
        let mut values = Values { unicode: first.unicode, ..Values::default() };
        for part in parts {
            let prefix = part.prefix(text);
            match part {
                StringPart::Plain(span) => {
                    self.decode(body(text, span, prefix), prefix.raw, &mut values.text);
                    values.extend_span(span);
                }
                StringPart::Formatted { pieces, .. } => self.pieces(pieces, prefix, false, &mut values),
            }
        }
        values.flush();
        let kind = if first.kind == Kind::Template { ExprKind::TemplateStr(values.values) } else { ExprKind::JoinedStr(values.values) };
        self.expr(l, r, kind)
    }

    fn mixed(&mut self, l: u32, r: u32, part: &StringPart, message: &str) -> Expr {
        let span = match part {
            StringPart::Plain(span) => *span,
            StringPart::Formatted { start, end, .. } => Span::new(start.start, *end),
        };
        self.errors.push(SyntaxError::new(span, message).help("give all of them the same prefix, or join them with `+`"));
        self.expr(l, r, ExprKind::Error)
    }

    fn plain(&mut self, span: Span, prefix: Prefix) -> Str {
        let body = body(self.text, span, prefix);
        let slice = self.slice(body);
        if !slice.bytes().any(|b| matches!(b, b'\\' | b'\r')) {
            return Str::Utf8(slice.into());
        }
        let mut decoded = Text::default();
        self.decode(body, prefix.raw, &mut decoded);
        decoded.into_str()
    }

    fn bytes(&mut self, l: u32, r: u32, parts: &[StringPart]) -> Expr {
        let mut value = Vec::new();
        for part in parts {
            if let StringPart::Plain(span) = part {
                let prefix = part.prefix(self.text);
                self.decode_bytes(body(self.text, *span, prefix), prefix.raw, &mut value);
            }
        }
        self.constant(l, r, Constant::Bytes(value.into()))
    }

    /// Recursion goes through format specifications, whose depth the lexer limits.
    fn pieces(&mut self, pieces: Vec<Piece>, prefix: Prefix, spec: bool, values: &mut Values) {
        for piece in pieces {
            match piece {
                Piece::Text(span) => {
                    self.decode_formatted(span, prefix.raw, spec, &mut values.text);
                    values.extend_span(span);
                }
                Piece::Field(field) => self.field(*field, prefix, spec, values),
            }
        }
    }

    fn field(&mut self, field: Field, prefix: Prefix, in_spec: bool, values: &mut Values) {
        let value = self.group(field.value);
        if let Some(end) = field.equal {
            let source = Span::new(field.span.start + 1, end);
            values.text.push_source(self.slice(source));
            values.extend_span(source);
        }
        values.flush();
        let mut conversion = field.conversion.and_then(|name| self.conversion(name));
        if field.equal.is_some() && conversion.is_none() && field.spec.is_none() {
            conversion = Some('r');
        }
        let format_spec = field.spec.map(|(span, pieces)| {
            let mut inner = Values { unicode: values.unicode, ..Values::default() };
            self.pieces(pieces, prefix, true, &mut inner);
            inner.flush();
            Box::new(Expr { span, kind: ExprKind::JoinedStr(inner.values) })
        });
        // A format specification is text already when a t-string is made.
        let kind = if prefix.kind == Kind::Template && !in_spec {
            let text = self.slice(Span::new(field.span.start + 1, field.end)).trim().into();
            ExprKind::Interpolation { value: Box::new(value), text, conversion, format_spec }
        } else {
            ExprKind::FormattedValue { value: Box::new(value), conversion, format_spec }
        };
        values.values.push(Expr { span: field.span, kind });
    }

    fn conversion(&mut self, name: Identifier) -> Option<char> {
        let touches = self.text[..name.span.start as usize].ends_with('!');
        match name.name.as_str() {
            "s" | "r" | "a" if touches => name.name.chars().next(),
            _ => {
                let error = SyntaxError::new(name.span, "a conversion must directly follow the `!` and be `s`, `r` or `a`");
                self.errors.push(error.help("write `!s` for str(), `!r` for repr() or `!a` for ascii()"));
                None
            }
        }
    }
}
