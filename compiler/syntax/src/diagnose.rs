//! Wording: what to say where the generated parser stopped. Common mistakes have a message of their own; the rest name what was expected.

use pyc_base::Span;

use crate::error::SyntaxError;
use crate::parse::Failure;
use crate::soft_keywords::opens_block;
use crate::token::{Tok, Token};

/// A change of one token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Repair {
    Insert(Token),
    Replace(Token),
    Remove,
}

/// The place where the parser stopped.
struct Stop<'a> {
    text: &'a str,
    /// The tokens of the line before that place.
    before: &'a [Tok],
    /// The token that could not be taken.
    tok: Tok,
    expected: &'a [String],
    repair: Option<Repair>,
}

/// What to say about `failure` in `tokens`. `repair`: what would have helped.
pub(crate) fn failure(text: &str, tokens: &[Tok], failure: &Failure, repair: Option<Repair>) -> SyntaxError {
    let end = tokens.last().map_or(text.len() as u32, |last| last.end);
    let tok = tokens.get(failure.at).copied().unwrap_or(Tok::new(Token::Newline, end, end));
    let before = &tokens[..failure.at.min(tokens.len())];
    let layout = |tok: &Tok| matches!(tok.token, Token::Newline | Token::Indent | Token::Dedent);
    let line = before.iter().rposition(layout).map_or(0, |newline| newline + 1);
    let stop = Stop { text, before: &before[line..], tok, expected: &failure.expected, repair };
    stop.statement()
        .or_else(|| stop.operator())
        .or_else(|| stop.field())
        .or_else(|| stop.assignment())
        .or_else(|| stop.name())
        .or_else(|| stop.separator())
        .unwrap_or_else(|| stop.expected())
}

impl Stop<'_> {
    fn first(&self) -> Token {
        self.before.iter().map(|tok| tok.token).find(|token| *token != Token::Async).unwrap_or(Token::Newline)
    }

    fn last(&self) -> Option<Tok> {
        self.before.last().copied()
    }

    fn slice(&self, tok: Tok) -> &str {
        &self.text[tok.span().range()]
    }

    fn error(&self, message: impl Into<String>) -> SyntaxError {
        SyntaxError::new(self.place(), message)
    }

    /// The token; at a line's end, what is before it.
    fn place(&self) -> Span {
        match (self.tok.token, self.last()) {
            (Token::Newline | Token::Indent | Token::Dedent | Token::Placeholder, Some(last)) => Span::new(last.end, last.end),
            _ => self.tok.span(),
        }
    }

    fn expects(&self, name: &str) -> bool {
        self.expected.iter().any(|other| other.trim_matches('"') == name)
    }

    fn expects_expression(&self) -> bool {
        self.expects("NAME") && self.expects("[")
    }

    /// The innermost bracket that is open at the stop.
    fn bracket(&self) -> Option<Tok> {
        let mut closed = 0;
        self.before.iter().rev().copied().find(|tok| {
            closed += i32::from(tok.token.closes());
            closed -= i32::from(tok.token.opens());
            closed < 0 && tok.token.opens()
        })
    }

    /// Mistakes about whole statements.
    fn statement(&self) -> Option<SyntaxError> {
        if self.before.is_empty() {
            return self.orphan();
        }
        if self.first() == Token::Else && self.tok.token == Token::If && self.before.len() == 1 {
            let span = self.before[0].span().to(self.tok.span());
            return Some(SyntaxError::new(span, "Python has no `else if`").help("write `elif`").edit(span, "elif"));
        }
        if let [only] = self.before
            && only.token == Token::Name
            && matches!(self.slice(*only), "print" | "exec")
            && matches!(self.tok.token, Token::Name | Token::String | Token::FStart | Token::Int | Token::Float)
        {
            let word = self.slice(*only);
            let error = SyntaxError::new(only.span(), format!("`{word}` is a function: its arguments need parentheses"));
            let rest = self.text[self.tok.start as usize..].lines().next().unwrap_or_default().trim_end();
            return Some(error.help(format!("write `{word}({rest})`")));
        }
        if self.first() == Token::Import && self.tok.token == Token::From {
            let names = self.text[self.before[0].end as usize..self.tok.start as usize].trim();
            let module = self.text[self.tok.end as usize..].lines().next().unwrap_or_default().trim();
            return Some(self.error("`from` comes before `import`").help(format!("write `from {module} import {names}`")));
        }
        if self.first() == Token::Except && self.tok.token == Token::As && self.before.iter().any(|tok| tok.token == Token::Comma) {
            let span = self.before[1].span().to(self.before[self.before.len() - 1].span());
            let types = &self.text[span.range()];
            let error = SyntaxError::new(span, "several exception types with `as` need parentheses");
            return Some(error.help(format!("write `except ({types}) as …`")).edit(span, format!("({types})")));
        }
        None
    }

    /// A line that cannot start a statement, or one that lacks what must follow.
    fn orphan(&self) -> Option<SyntaxError> {
        let word = self.slice(self.tok);
        let of = match self.tok.token {
            Token::Elif => "`if`",
            Token::Else => "`if`, `for`, `while` or `try`",
            Token::Except | Token::Finally => "`try`",
            _ if self.expects("except") => {
                let error = self.error("this `try` has neither `except` nor `finally`");
                return Some(error.help("add an `except` block to handle errors, or a `finally` block to clean up"));
            }
            _ if self.expects("@") && self.expects("def") && !self.expects("if") => {
                return Some(
                    self.error("a decorator needs a function or class after it").help("remove the decorator, or define one below it"),
                );
            }
            _ if self.expects("case") => {
                return Some(self.error("the block of `match` holds `case` blocks only").help("write `case PATTERN:`"));
            }
            _ => return None,
        };
        let error = self.error(format!("this `{word}` belongs to no {of}"));
        Some(error.help(format!("indent it like its {of}, with nothing between the blocks")))
    }

    /// Operators of other languages.
    fn operator(&self) -> Option<SyntaxError> {
        if self.tok.token == Token::Bang && self.expects_expression() {
            return Some(self.error("`!` is no operator").help("write `not`").edit(self.tok.span(), "not "));
        }
        let last = self.last()?;
        let touches = last.end == self.tok.start;
        let pair = last.span().to(self.tok.span());
        let other = |message: &str, plain: &str| Some(SyntaxError::new(pair, message).help(format!("write `{plain}`")).edit(pair, plain));
        match (last.token, self.tok.token) {
            (Token::Ampersand, Token::Ampersand) if touches => other("Python has no `&&`", "and"),
            (Token::Bar, Token::Bar) if touches => other("Python has no `||`", "or"),
            (Token::Less, Token::Greater) if touches => other("Python has no `<>`", "!="),
            (Token::EqualEqual | Token::BangEqual, Token::Equal) if touches => other("Python has no `===`", self.slice(last)),
            (Token::Greater, Token::Equal) | (Token::Less, Token::Equal) => {
                other("the two characters of an operator must touch", &format!("{}=", self.slice(last)))
            }
            (Token::Equal, Token::Greater) if touches => other("Python has no `=>`", ">="),
            (op @ (Token::Plus | Token::Minus), Token::Newline | Token::Semicolon) => {
                let sign = self.slice(last);
                let doubled = self.before.len() > 1 && self.before[self.before.len() - 2].token == op;
                doubled.then(|| self.error(format!("Python has no `{sign}{sign}`")).help(format!("write `{sign}= 1`")))
            }
            _ => None,
        }
    }

    /// Replacement fields of f-strings.
    fn field(&self) -> Option<SyntaxError> {
        let last = self.last()?;
        if last.token == Token::FOpen && matches!(self.tok.token, Token::FClose | Token::FColon | Token::Bang | Token::FEqual) {
            let error = SyntaxError::new(last.span().to(self.tok.span()), "this replacement field is empty");
            return Some(error.help("put an expression between the braces, or write `{{` and `}}` for braces in the text"));
        }
        if self.tok.token == Token::FColon && self.before.iter().rev().take(8).any(|tok| tok.token == Token::Lambda) {
            return Some(self.error("the colon of a lambda ends the expression in an f-string").help("put the lambda in parentheses"));
        }
        None
    }

    /// Whether the stop is among the arguments of a call.
    fn in_call(&self) -> bool {
        let Some(bracket) = self.bracket().filter(|bracket| bracket.token == Token::LeftParen) else { return false };
        let at = self.before.partition_point(|tok| tok.start < bracket.start);
        at > 0 && matches!(self.before[at - 1].token, Token::Name | Token::RightParen | Token::RightBracket)
    }

    /// `=` where nothing can be assigned.
    fn assignment(&self) -> Option<SyntaxError> {
        if self.tok.token != Token::Equal {
            return None;
        }
        if let Some(last) = self.last().filter(|last| last.token.is_keyword()) {
            return Some(keyword_as_name(last.span(), self.slice(last)));
        }
        let in_call = self.in_call();
        if in_call && !matches!(self.first(), Token::Def | Token::If | Token::While | Token::Elif) {
            let error = self.error("what stands before `=` in a call must be the name of a parameter");
            return Some(error.help("write `==` to compare"));
        }
        let place = match self.first() {
            Token::If | Token::Elif | Token::While | Token::Assert | Token::Return => format!("in `{}`", self.slice(self.before[0])),
            _ => "here".to_owned(),
        };
        let error = self.error(format!("`=` cannot assign {place}"));
        Some(error.help("write `==` to compare, or `:=` in parentheses to assign").edit(self.tok.span(), "=="))
    }

    /// Keywords as names.
    fn name(&self) -> Option<SyntaxError> {
        let is_word = self.tok.token.is_keyword();
        let wants_name = self.expects("NAME") && (!self.expects_expression() || matches!(self.repair, Some(Repair::Replace(Token::Name))));
        if !is_word || !wants_name {
            return None;
        }
        Some(keyword_as_name(self.tok.span(), self.slice(self.tok)))
    }

    /// A comma or colon is missing.
    fn separator(&self) -> Option<SyntaxError> {
        let last = self.last()?;
        if self.expects(":") && opens_block(self.first()) && self.bracket().is_none() && self.repair == Some(Repair::Insert(Token::Colon)) {
            let end = Span::new(last.end, last.end);
            let word = self.slice(self.before[usize::from(self.before[0].token == Token::Async)]);
            return Some(SyntaxError::new(end, format!("the line of `{word}` needs a `:` here")).help("add `:`").edit(end, ":"));
        }
        let bracket = self.bracket()?;
        if self.expects(",") && self.repair == Some(Repair::Insert(Token::Comma)) {
            let end = Span::new(last.end, last.end);
            let error = SyntaxError::new(last.span().to(self.tok.span()), "a comma is missing between these two");
            return Some(error.related(bracket.span(), "inside this bracket").help("add `,`").edit(end, ","));
        }
        None
    }

    /// The rest: what was found and what could have been there.
    fn expected(&self) -> SyntaxError {
        let found = match self.tok.token {
            Token::Newline | Token::Placeholder => "the end of the line".to_owned(),
            Token::Indent => "an indented block".to_owned(),
            Token::Dedent => "the end of the block".to_owned(),
            Token::FEnd | Token::FMiddle => "the text of the f-string".to_owned(),
            _ => {
                let text = self.slice(self.tok);
                if text.chars().count() > 20 || text.contains('\n') { "a string".to_owned() } else { format!("`{text}`") }
            }
        };
        let expected = self.categories();
        if expected.is_empty() {
            return self.error(format!("{found} cannot stand here"));
        }
        let error = self.error(format!("expected {}, found {found}", listed(&expected)));
        match self.last() {
            Some(last) if expected[0] == "an expression" && self.tok.token == Token::Newline => {
                error.help(format!("write what follows the `{}`", self.slice(last)))
            }
            _ => error,
        }
    }

    /// The expected tokens in words, five at most.
    fn categories(&self) -> Vec<String> {
        if self.expects_expression() {
            return vec!["an expression".to_owned()];
        }
        let mut categories: Vec<String> = Vec::new();
        if self.expects("NAME") {
            categories.push("a name".to_owned());
        }
        if self.expects("+") && self.expects("and") {
            categories.push("an operator".to_owned());
        }
        let words = [":", ",", ")", "]", "}", "=", "import", "in", "as", "else", "def", "class", "except", "case", "for"];
        for word in words.into_iter().filter(|word| self.expects(word)) {
            // These continue every expression and say nothing.
            if categories.iter().any(|category| category == "an operator") && matches!(word, "in" | "=" | "as" | "for" | "else") {
                continue;
            }
            categories.push(format!("`{word}`"));
        }
        if self.expects("NEWLINE") {
            categories.push("the end of the line".to_owned());
        }
        if self.expects("INDENT") {
            categories.push("an indented block".to_owned());
        }
        categories.truncate(5);
        categories
    }
}

fn keyword_as_name(span: Span, word: &str) -> SyntaxError {
    SyntaxError::new(span, format!("`{word}` is a keyword and cannot be a name")).help(format!("write `{word}_`"))
}

fn listed(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [init @ .., last] => format!("{} or {last}", init.join(", ")),
    }
}
