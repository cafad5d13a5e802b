//! Text to raw tokens: what logos recognises, plus what it cannot: the ends of strings, the parts of f-strings, and numbers that run into names.
//!
//! Line breaks are tokens here whether they end a statement or not; [`crate::layout`] decides that.

use logos::Logos;
use pyc_base::Span;

use crate::error::SyntaxError;
use crate::token::{Tok, Token};

/// f-strings inside replacement fields of f-strings, beyond this are refused.
const MAX_FSTRING_NESTING: usize = 100;
/// As many fields inside format specifications of fields as CPython allows.
const MAX_FIELD_NESTING: usize = 3;

pub(crate) fn lex(text: &str, errors: &mut Vec<SyntaxError>) -> Vec<Tok> {
    let mut lexer = Lexer {
        text,
        inner: Token::lexer(text),
        tokens: Vec::with_capacity(text.len() / 4 + 16),
        errors,
        modes: Vec::new(),
        outermost: (0, 0),
        fields_stay_on_line: false,
    };
    if text.starts_with('\u{FEFF}') {
        // A byte order mark that an editor left in the text.
        lexer.inner.bump('\u{FEFF}'.len_utf8());
    }
    lexer.run();
    lexer.tokens
}

/// Where in an f-string the lexer is.
#[derive(Clone, Copy)]
enum Mode {
    /// In the literal text or, with `spec`, in a format specification.
    Text { quote: Quote, spec: bool },
    /// In a replacement field, inside this many brackets of its own.
    Field { brackets: u32, quote: Quote },
}

#[derive(Clone, Copy)]
struct Quote {
    byte: u8,
    triple: bool,
    raw: bool,
}

impl Quote {
    fn len(self) -> usize {
        if self.triple { 3 } else { 1 }
    }

    fn closes_at(self, bytes: &[u8], at: usize) -> bool {
        bytes[at] == self.byte && (!self.triple || bytes[at..].starts_with(&[self.byte; 3]))
    }
}

struct Lexer<'a> {
    text: &'a str,
    inner: logos::Lexer<'a, Token>,
    tokens: Vec<Tok>,
    errors: &'a mut Vec<SyntaxError>,
    modes: Vec<Mode>,
    /// The index of the token that starts the outermost f-string, and the number of errors then.
    outermost: (usize, usize),
    /// Set once a field was not closed: from there on a line break ends every field, so that the whole file is read only once more.
    fields_stay_on_line: bool,
}

impl Lexer<'_> {
    fn run(&mut self) {
        loop {
            if let Some(&Mode::Text { quote, spec }) = self.modes.last() {
                self.fstring_text(quote, spec);
                continue;
            }
            match self.inner.next() {
                Some(Ok(token)) => self.token(token),
                Some(Err(())) => self.unknown(),
                None if self.modes.is_empty() => return self.end(),
                None => self.abandon_fstring(),
            }
        }
    }

    /// The text ends: not right after a line that it was to continue.
    fn end(&mut self) {
        let after = self.tokens.last().map_or(0, |last| last.end as usize);
        let rest = &self.text[after..];
        if let Some(at) = rest.rfind('\\').filter(|_| rest.ends_with(['\n', '\r'])) {
            let start = (after + at) as u32;
            let place = Span::new(start, start + 1);
            self.errors.push(SyntaxError::new(place, "the file ends after a line continuation `\\`").help("remove the `\\`"));
        }
    }

    fn push(&mut self, token: Token, start: usize, end: usize) {
        self.tokens.push(Tok::new(token, start as u32, end as u32));
    }

    fn token(&mut self, token: Token) {
        let span = self.inner.span();
        match token {
            Token::Name if !self.inner.slice().is_ascii() => self.unicode_name(),
            Token::String => self.string(span.start, span.end),
            Token::FStart => self.fstring_start(span.start, span.end),
            Token::Int | Token::RadixInt | Token::Float | Token::Imaginary => self.number(token, span.start, span.end),
            _ if !self.modes.is_empty() => self.in_field(token, span.start, span.end),
            _ => self.push(token, span.start, span.end),
        }
    }

    /// A token inside a replacement field.
    fn in_field(&mut self, token: Token, start: usize, end: usize) {
        let Some(&Mode::Field { brackets, quote }) = self.modes.last() else { return };
        let set = |lexer: &mut Self, brackets| *lexer.modes.last_mut().expect("in a field") = Mode::Field { brackets, quote };
        match token {
            Token::LeftParen | Token::LeftBracket | Token::LeftBrace => set(self, brackets + 1),
            Token::RightBrace if brackets == 0 => {
                self.modes.pop();
                return self.push(Token::FClose, start, end);
            }
            Token::RightParen | Token::RightBracket | Token::RightBrace => set(self, brackets.saturating_sub(1)),
            Token::Colon | Token::ColonEqual if brackets == 0 => {
                self.push(Token::FColon, start, start + 1);
                self.modes.push(Mode::Text { quote, spec: true });
                return self.seek(start + 1);
            }
            Token::Equal if brackets == 0 => {
                if let Some(end) = self.field_ends_after(end) {
                    return self.push(Token::FEqual, start, end);
                }
            }
            Token::Newline if !quote.triple && self.fields_stay_on_line => return self.abandon_fstring(),
            token if token.starts_only_statements() && self.first_on_line() => return self.abandon_fstring(),
            _ => {}
        }
        self.push(token, start, end);
    }

    fn first_on_line(&self) -> bool {
        self.tokens.last().is_some_and(|last| last.token == Token::Newline)
    }

    /// Where the white space at `at` ends, if what may follow the `=` of a self-documenting field comes then.
    fn field_ends_after(&self, at: usize) -> Option<usize> {
        let rest = self.text[at..].trim_start_matches([' ', '\t', '\n', '\r', '\x0c']);
        let ends = rest.starts_with(['}', ':']) || (rest.starts_with('!') && !rest.starts_with("!="));
        ends.then(|| self.text.len() - rest.len())
    }

    /// Continues at `at`, which may be before where logos is.
    fn seek(&mut self, at: usize) {
        self.inner = Token::lexer(self.text);
        self.inner.bump(at);
    }

    fn unknown(&mut self) {
        let span = self.inner.span();
        let character = self.text[span.start..].chars().next().unwrap_or('\0');
        // logos may take several characters for one error; each is to be looked at on its own.
        let end = span.start + character.len_utf8();
        self.seek(end);
        let place = Span::new(span.start as u32, end as u32);
        let error = match character {
            '\\' if end == self.text.len() => SyntaxError::new(place, "the file ends after a line continuation `\\`"),
            '\\' => SyntaxError::new(place, "only a line break may follow the line continuation `\\`"),
            '\0' => SyntaxError::new(place, "source text cannot hold null bytes"),
            '?' | '$' | '`' => SyntaxError::new(place, format!("`{character}` has no meaning in Python")),
            _ => SyntaxError::new(place, format!("invalid character `{}` (U+{:04X})", character.escape_debug(), character as u32)),
        };
        self.errors.push(error);
        self.push(Token::Error, span.start, end);
    }

    fn unicode_name(&mut self) {
        let span = self.inner.span();
        let bad = self
            .inner
            .slice()
            .char_indices()
            .find(|&(at, c)| !(c == '_' || if at == 0 { unicode_ident::is_xid_start(c) } else { unicode_ident::is_xid_continue(c) }));
        let Some((at, character)) = bad else { return self.push(Token::Name, span.start, span.end) };
        let start = (span.start + at) as u32;
        let place = Span::new(start, start + character.len_utf8() as u32);
        let mut error = SyntaxError::new(place, format!("invalid character `{}` (U+{:04X})", character.escape_debug(), character as u32));
        if let Some(plain) = ascii_lookalike(character) {
            error = error.help(format!("write `{plain}`")).edit(place, plain);
        }
        self.errors.push(error);
        self.push(Token::Error, span.start, span.end);
    }

    fn number(&mut self, token: Token, start: usize, end: usize) {
        let rest = &self.text[end..];
        let runs_on = rest.starts_with(|c: char| c == '_' || c.is_ascii_digit() || unicode_ident::is_xid_start(c));
        let keyword_follows = || ["and", "else", "for", "if", "in", "is", "or", "not"].iter().any(|word| rest.starts_with(word));
        if runs_on && !keyword_follows() {
            let tail: usize = rest.chars().take_while(|&c| c == '_' || unicode_ident::is_xid_continue(c)).map(char::len_utf8).sum();
            self.inner.bump(tail);
            return self.bad_number(start, end + tail);
        }
        let digits = &self.text[start..end];
        if token == Token::Int && digits.starts_with('0') && digits.bytes().any(|b| (b'1'..=b'9').contains(&b)) {
            let place = Span::new(start as u32, end as u32);
            let octal = format!("0o{}", digits.trim_start_matches(['0', '_']));
            let error = SyntaxError::new(place, "a decimal integer cannot start with zeros");
            self.errors.push(error.help(format!("write `{octal}` for an octal number, or leave out the zeros")));
            return self.push(Token::Error, start, end);
        }
        self.push(token, start, end);
    }

    fn bad_number(&mut self, start: usize, end: usize) {
        let literal = &self.text[start..end];
        let kind = match literal.as_bytes().get(1).filter(|_| literal.starts_with('0')) {
            Some(b'x' | b'X') => "hexadecimal",
            Some(b'o' | b'O') => "octal",
            Some(b'b' | b'B') => "binary",
            _ => "decimal",
        };
        let mut error = SyntaxError::new(Span::new(start as u32, end as u32), format!("`{literal}` is no {kind} number"));
        if kind == "decimal" && !literal.ends_with('_') && !literal.contains("__") {
            error = error.help("a name cannot start with a digit");
        }
        self.errors.push(error);
        self.push(Token::Error, start, end);
    }

    /// The quote whose first byte is the one before `after`.
    fn quote(&self, start: usize, after: usize) -> Quote {
        let bytes = self.text.as_bytes();
        let byte = bytes[after - 1];
        let triple = bytes[after..].starts_with(&[byte; 2]);
        let raw = bytes[start..after].iter().any(|b| matches!(b, b'r' | b'R'));
        Quote { byte, triple, raw }
    }

    fn string(&mut self, start: usize, after_quote: usize) {
        let quote = self.quote(start, after_quote);
        let body = after_quote - 1 + quote.len();
        match string_end(self.text.as_bytes(), body, quote) {
            Ok(end) => {
                self.inner.bump(end - after_quote);
                self.push(Token::String, start, end);
            }
            Err(_) if !self.modes.is_empty() => self.abandon_fstring(),
            Err(line_end) => {
                self.unterminated(start, after_quote - start - 1 + quote.len(), line_end, quote, "string");
                self.inner.bump(line_end - after_quote);
            }
        }
    }

    /// Takes an unclosed literal for one damaged token that ends with its line.
    fn unterminated(&mut self, start: usize, opening: usize, line_end: usize, quote: Quote, what: &str) {
        let opener = Span::new(start as u32, (start + opening) as u32);
        let close = if quote.triple { [quote.byte as char; 3].iter().collect() } else { (quote.byte as char).to_string() };
        let error = SyntaxError::new(opener, format!("this {what} is never closed"));
        self.errors.push(error.help(format!("close it with `{close}`")));
        self.push(Token::Error, start, line_end);
    }

    fn fstring_start(&mut self, start: usize, after_quote: usize) {
        let quote = self.quote(start, after_quote);
        let end = after_quote - 1 + quote.len();
        self.inner.bump(end - after_quote);
        if self.modes.is_empty() {
            self.outermost = (self.tokens.len(), self.errors.len());
        }
        self.push(Token::FStart, start, end);
        if self.modes.len() > 2 * MAX_FSTRING_NESTING {
            return self.fstring_too_deep();
        }
        self.modes.push(Mode::Text { quote, spec: false });
    }

    fn fstring_too_deep(&mut self) {
        let (start, _) = self.drop_fstring();
        let place = Span::new(start as u32, start as u32 + 1);
        self.errors.push(SyntaxError::too_deep(place, "f-strings are nested too deeply"));
        let end = line_end(self.text.as_bytes(), start);
        self.push(Token::Error, start, end);
        self.seek(end);
    }

    /// Literal text up to the next field or the end of the literal.
    fn fstring_text(&mut self, quote: Quote, spec: bool) {
        let bytes = self.text.as_bytes();
        let start = self.inner.span().end;
        let mut at = start;
        loop {
            let Some(&byte) = bytes.get(at) else { return self.abandon_fstring() };
            match byte {
                b'{' if !spec && bytes.get(at + 1) == Some(&b'{') => at += 2,
                b'}' if !spec && bytes.get(at + 1) == Some(&b'}') => at += 2,
                b'{' | b'}' => break,
                b'\n' | b'\r' if !quote.triple => return self.abandon_fstring(),
                b'\\' => at = after_escape(bytes, at, true, quote.raw),
                _ if quote.closes_at(bytes, at) => break,
                _ => at += 1,
            }
        }
        if at > start {
            self.push(Token::FMiddle, start, at);
        }
        self.inner.bump(at - start);
        match bytes[at] {
            b'{' => {
                self.inner.bump(1);
                self.push(Token::FOpen, at, at + 1);
                let own = self.modes.iter().rev().take_while(|mode| !matches!(mode, Mode::Text { spec: false, .. }));
                if own.filter(|mode| matches!(mode, Mode::Field { .. })).count() == MAX_FIELD_NESTING {
                    return self.fstring_too_deep();
                }
                self.modes.push(Mode::Field { brackets: 0, quote });
            }
            b'}' if spec => {
                self.inner.bump(1);
                self.push(Token::FClose, at, at + 1);
                self.modes.truncate(self.modes.len() - 2);
            }
            b'}' => {
                self.inner.bump(1);
                let place = Span::new(at as u32, at as u32 + 1);
                let error = SyntaxError::new(place, "a single `}` is not allowed in an f-string");
                self.errors.push(error.help("write `}}` for a brace in the text").edit(place, "}}"));
            }
            _ if spec => self.abandon_fstring(),
            _ => {
                self.inner.bump(quote.len());
                self.push(Token::FEnd, at, at + quote.len());
                self.modes.pop();
            }
        }
    }

    /// Forgets the outermost f-string; its start and quote.
    fn drop_fstring(&mut self) -> (usize, Quote) {
        let (index, errors) = self.outermost;
        let start = self.tokens[index];
        self.tokens.truncate(index);
        self.errors.truncate(errors);
        self.modes.clear();
        let text = &self.text[start.span().range()];
        let prefix = text.bytes().take_while(u8::is_ascii_alphabetic).count();
        (start.start as usize, self.quote(start.start as usize, start.start as usize + prefix + 1))
    }

    /// The f-string or one of its fields is never closed: takes it for one damaged token, up to what would end it were it no f-string.
    fn abandon_fstring(&mut self) {
        self.fields_stay_on_line = true;
        let field = self.tokens[self.outermost.0..].iter().rev().scan(0, |closed, token| {
            match token.token {
                Token::FClose => *closed += 1,
                Token::FOpen if *closed > 0 => *closed -= 1,
                Token::FOpen => return Some(Some(*token)),
                _ => {}
            }
            Some(None)
        });
        let open_field = field.flatten().last();
        let (start, quote) = self.drop_fstring();
        let prefix = self.text[start..].bytes().take_while(u8::is_ascii_alphabetic).count();
        let opening = prefix + quote.len();
        let end = match string_end(self.text.as_bytes(), start + opening, quote) {
            Ok(end) => {
                let place = open_field.map_or(Span::new(start as u32, end as u32), Tok::span);
                let error = SyntaxError::new(place, "this `{` of the f-string is never closed");
                self.errors.push(error.help("close the field with `}`, or write `{{` for a brace in the text"));
                self.push(Token::Error, start, end);
                end
            }
            Err(line_end) => {
                self.unterminated(start, opening, line_end, quote, "f-string");
                line_end
            }
        };
        self.seek(end);
    }
}

/// Where a string whose text starts at `at` ends, or else the end of its first line.
fn string_end(bytes: &[u8], at: usize, quote: Quote) -> Result<usize, usize> {
    let mut end = at;
    while let Some(&byte) = bytes.get(end) {
        match byte {
            b'\\' => end = after_escape(bytes, end, false, quote.raw),
            b'\n' | b'\r' if !quote.triple => break,
            _ if quote.closes_at(bytes, end) => return Ok(end + quote.len()),
            _ => end += 1,
        }
    }
    Err(line_end(bytes, at))
}

fn line_end(bytes: &[u8], from: usize) -> usize {
    bytes[from..].iter().position(|b| matches!(b, b'\n' | b'\r')).map_or(bytes.len(), |length| from + length)
}

/// The offset after the backslash at `at` and what it escapes. In the text of an f-string a brace is not escaped by it, save that of `\N{…}`.
fn after_escape(bytes: &[u8], at: usize, fstring: bool, raw: bool) -> usize {
    match bytes.get(at + 1) {
        None => at + 1,
        Some(b'\r') if bytes.get(at + 2) == Some(&b'\n') => at + 3,
        Some(b'N') if fstring && !raw && bytes.get(at + 2) == Some(&b'{') => {
            match bytes[at..].iter().position(|b| matches!(b, b'}' | b'"' | b'\'' | b'\n')) {
                Some(length) if bytes[at + length] == b'}' => at + length + 1,
                _ => at + 2,
            }
        }
        Some(b'{' | b'}') if fstring => at + 1,
        Some(byte) if byte.is_ascii() => at + 2,
        Some(_) => at + 1,
    }
}

/// What was likely meant by a character that looks like another.
fn ascii_lookalike(character: char) -> Option<&'static str> {
    Some(match character {
        '\u{2018}' | '\u{2019}' => "'",
        '\u{201C}' | '\u{201D}' => "\"",
        '\u{2212}' | '\u{2013}' | '\u{2014}' => "-",
        '\u{00D7}' => "*",
        '\u{00F7}' => "/",
        '\u{FF08}' => "(",
        '\u{FF09}' => ")",
        '\u{FF0C}' => ",",
        '\u{FF1A}' => ":",
        '\u{00A0}' | '\u{3000}' => " ",
        _ => return None,
    })
}
