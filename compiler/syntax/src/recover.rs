//! Damaged items: keeps what is sound around what is not.
//!
//! A compound statement is first parsed with a placeholder for each block. Where a clause or a decorator is damaged beyond repair, it is left out.
//! The blocks are then parsed statement by statement, so that damage in one of them stays there.

use std::ops::Range;

use pyc_base::Span;

use crate::ast::*;
use crate::build::statements::Line;
use crate::parse::{Failure, Parser};
use crate::token::{Tok, Token};
use crate::{diagnose, items};

/// A line of a compound statement with the block below it.
struct Clause {
    line: Range<usize>,
    /// From INDENT to DEDENT.
    block: Option<Range<usize>>,
    /// Whether the statement is nothing without it.
    main: bool,
    /// A `case`.
    inner: bool,
}

/// The tokens of a statement without those of its blocks, and of which clause each is.
#[derive(Default)]
struct Skeleton {
    tokens: Vec<Tok>,
    owners: Vec<usize>,
}

impl Skeleton {
    fn extend(&mut self, tokens: &[Tok], owner: usize) {
        self.tokens.extend_from_slice(tokens);
        self.owners.resize(self.tokens.len(), owner);
    }
}

impl Parser<'_> {
    /// Parses the item from `start` to `end` that is damaged somewhere.
    pub(crate) fn recover(&mut self, start: usize, end: usize, body: &mut Vec<Stmt>) {
        let mut clauses = self.clauses(start, end);
        let mut lost_clause = false;
        loop {
            let skeleton = self.skeleton(&clauses);
            let errors = self.builder.errors.len();
            let failure = match self.run(&skeleton.tokens) {
                Ok(line) => return self.fill(line, &clauses, body),
                Err(failure) => failure,
            };
            self.builder.errors.truncate(errors);
            let (repaired, repair) = self.repair(&skeleton.tokens, &failure);
            // That nothing is left of what must follow is no news.
            if !lost_clause || failure.at < skeleton.tokens.len() {
                self.report(&skeleton.tokens, &failure, repair);
            }
            if let Some(line) = repaired {
                return self.fill(line, &clauses, body);
            }
            let owner = skeleton.owners.get(failure.at).or(skeleton.owners.last()).copied().unwrap_or(0);
            let at_start = clauses[owner].main && skeleton.owners.get(failure.at.wrapping_sub(1)) != Some(&owner);
            // What follows decorators is no definition: they are what is wrong.
            if at_start && owner > 0 && !clauses[owner].inner {
                clauses.drain(..owner);
            } else if clauses[owner].main || clauses.len() == 1 {
                return self.give_up(start, end, &clauses, body);
            } else {
                lost_clause = true;
                let lost = clauses.remove(owner);
                self.report_inside(&lost);
            }
        }
    }

    /// The lines of a statement: its decorators, its first line, its further clauses or its cases.
    fn clauses(&self, start: usize, end: usize) -> Vec<Clause> {
        let mut clauses = Vec::new();
        let mut has_main = false;
        let mut at = start;
        while at < end {
            let line = at..items::line_end(&self.tokens[..end], at);
            let next = items::clause_end(&self.tokens[..end], at);
            let main = !has_main && self.tokens[at].token != Token::At;
            has_main |= main;
            let block = (next > line.end).then_some(line.end..next);
            if self.tokens[at].token == Token::Match
                && let Some(block) = block.clone()
            {
                clauses.push(Clause { line, block: None, main, inner: false });
                self.cases(block, &mut clauses);
            } else {
                clauses.push(Clause { line, block, main, inner: false });
            }
            at = next;
        }
        clauses
    }

    fn cases(&self, block: Range<usize>, clauses: &mut Vec<Clause>) {
        let end = block.end - usize::from(self.tokens[block.end - 1].token == Token::Dedent);
        let mut at = block.start + 1;
        while at < end {
            let line = at..items::line_end(&self.tokens[..end], at);
            let next = items::clause_end(&self.tokens[..end], at);
            clauses.push(Clause { block: (next > line.end).then_some(line.end..next), line, main: false, inner: true });
            at = next;
        }
    }

    fn skeleton(&self, clauses: &[Clause]) -> Skeleton {
        let mut skeleton = Skeleton::default();
        let mut in_cases = false;
        for (owner, clause) in clauses.iter().enumerate() {
            let first = self.tokens[clause.line.start].start;
            if clause.inner && !in_cases {
                skeleton.extend(&[Tok::new(Token::Indent, first, first)], owner);
                in_cases = true;
            }
            skeleton.extend(&self.tokens[clause.line.clone()], owner);
            if let Some(block) = &clause.block {
                let at = self.tokens[block.start].start;
                skeleton.extend(
                    &[Token::Indent, Token::Placeholder, Token::Newline, Token::Dedent].map(|token| Tok::new(token, at, at)),
                    owner,
                );
            }
        }
        if in_cases {
            let end = skeleton.tokens.last().map_or(0, |last| last.end);
            skeleton.extend(&[Tok::new(Token::Dedent, end, end)], clauses.len() - 1);
        }
        skeleton
    }

    /// Puts the blocks where their placeholders are.
    fn fill(&mut self, line: Line, clauses: &[Clause], body: &mut Vec<Stmt>) {
        let mut blocks: Vec<(u32, Vec<Stmt>)> = Vec::new();
        for block in clauses.iter().filter_map(|clause| clause.block.clone()) {
            let at = self.tokens[block.start].start;
            let statements = self.block(block);
            blocks.push((at, statements));
        }
        let first = body.len();
        line.append_to(body);
        for statement in &mut body[first..] {
            fill_statement(statement, &mut blocks);
        }
    }

    /// The statements between INDENT and DEDENT.
    fn block(&mut self, block: Range<usize>) -> Vec<Stmt> {
        let end = block.end - usize::from(self.tokens[block.end - 1].token == Token::Dedent);
        self.items(block.start + 1, end)
    }

    /// Only for what is wrong in it.
    fn report_inside(&mut self, clause: &Clause) {
        if let Some(block) = clause.block.clone() {
            self.block(block);
        }
    }

    fn give_up(&mut self, start: usize, end: usize, clauses: &[Clause], body: &mut Vec<Stmt>) {
        for clause in clauses {
            self.report_inside(clause);
        }
        let text_end = |tok: &&Tok| !matches!(tok.token, Token::Newline | Token::Indent | Token::Dedent);
        let last = self.tokens[start..end].iter().rev().find(text_end).map_or(self.tokens[start].end, |tok| tok.end);
        body.push(Stmt { span: Span::new(self.tokens[start].start, last), kind: StmtKind::Error });
    }

    /// Says what is wrong at a token, unless something was said about its line already.
    fn report(&mut self, tokens: &[Tok], failure: &Failure, repair: Option<diagnose::Repair>) {
        let at = failure.at.min(tokens.len().saturating_sub(1));
        let first = tokens[..at].iter().rposition(|tok| tok.token == Token::Newline).map_or(0, |newline| newline + 1);
        let line_end = tokens[at..].iter().find(|tok| tok.token == Token::Newline).unwrap_or(&tokens[tokens.len() - 1]);
        let known = self.reported.partition_point(|&place| place < tokens[first.min(at)].start);
        if self.reported.get(known).is_none_or(|&place| place > line_end.end) {
            let error = diagnose::failure(self.builder.text, tokens, failure, repair);
            self.builder.errors.push(error);
        }
    }
}

/// Replaces the placeholders in a statement; where it ends then.
fn fill_statement(statement: &mut Stmt, blocks: &mut Vec<(u32, Vec<Stmt>)>) {
    let mut end = statement.span.end;
    let mut fill = |body: &mut Vec<Stmt>| end = end.max(fill_body(body, blocks));
    match &mut statement.kind {
        StmtKind::FunctionDef(function) => fill(&mut function.body),
        StmtKind::ClassDef(class) => fill(&mut class.body),
        StmtKind::With(with) => fill(&mut with.body),
        StmtKind::For(it) => [&mut it.body, &mut it.orelse].into_iter().for_each(fill),
        StmtKind::While { body, orelse, .. } | StmtKind::If { body, orelse, .. } => [body, orelse].into_iter().for_each(fill),
        StmtKind::Match { cases, .. } => cases.iter_mut().for_each(|case| fill(&mut case.body)),
        StmtKind::Try(it) => {
            fill(&mut it.body);
            for handler in &mut it.handlers {
                fill(&mut handler.body);
                handler.span.end = handler.body.last().map_or(handler.span.end, |last| last.span.end.max(handler.span.end));
            }
            fill(&mut it.orelse);
            fill(&mut it.finalbody);
        }
        _ => {}
    }
    statement.span.end = end;
}

/// The end of the body, once its placeholder is replaced. An `elif` is an `if` in the body of `else`.
fn fill_body(body: &mut Vec<Stmt>, blocks: &mut Vec<(u32, Vec<Stmt>)>) -> u32 {
    match body.as_mut_slice() {
        [Stmt { kind: StmtKind::Error, span }] if span.is_empty() => {
            if let Some(at) = blocks.iter().position(|(start, _)| *start == span.start) {
                *body = blocks.swap_remove(at).1;
            }
        }
        [elif @ Stmt { kind: StmtKind::If { .. }, .. }] => fill_statement(elif, blocks),
        _ => {}
    }
    body.last().map_or(0, |last| last.span.end)
}
