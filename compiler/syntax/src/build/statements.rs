//! Statements. A compound statement ends where the last token of its last block ends, a trailing semicolon included.

use pyc_base::Span;

use super::Builder;
use super::arguments::ArgumentList;
use crate::ast::*;
use crate::error::SyntaxError;

/// Each `elif` is one level deeper in the tree. CPython 3.11 accepts 2985.
const MAX_ELIFS: usize = 2990;

/// The statements of one line, or one compound statement.
pub(crate) enum Line {
    One(Stmt, u32),
    Many(Vec<Stmt>, u32),
}

impl Line {
    pub(crate) fn one(statement: Stmt) -> Self {
        let end = statement.span.end;
        Self::One(statement, end)
    }

    pub(crate) fn one_until(statement: Stmt, semicolon: Option<u32>) -> Self {
        let end = semicolon.unwrap_or(statement.span.end);
        Self::One(statement, end)
    }

    pub(crate) fn many(statements: Vec<Stmt>, semicolon: Option<u32>) -> Self {
        let end = semicolon.or(statements.last().map(|last| last.span.end)).unwrap_or_default();
        Self::Many(statements, end)
    }

    pub(crate) fn append_to(self, body: &mut Vec<Stmt>) {
        match self {
            Self::One(statement, _) => body.push(statement),
            Self::Many(statements, _) => body.extend(statements),
        }
    }
}

/// The statements of a block and where the last token of it ends.
pub(crate) struct Block {
    pub(crate) body: Vec<Stmt>,
    pub(crate) end: u32,
}

impl From<Line> for Block {
    fn from(line: Line) -> Self {
        match line {
            Line::One(statement, end) => Self { body: vec![statement], end },
            Line::Many(body, end) => Self { body, end },
        }
    }
}

impl Block {
    pub(crate) fn with(mut self, line: Line) -> Self {
        let (Line::One(_, end) | Line::Many(_, end)) = line;
        line.append_to(&mut self.body);
        self.end = end;
        self
    }
}

pub(crate) struct Elif {
    pub(crate) start: u32,
    pub(crate) test: Expr,
    pub(crate) body: Block,
}

/// A handler of `except` or `except*`.
pub(crate) struct AnyExceptHandler {
    handler: ExceptHandler,
    star: bool,
}

impl AnyExceptHandler {
    pub(crate) fn new(l: u32, star: bool, typ: Option<Expr>, name: Option<Identifier>, block: Block) -> Box<Self> {
        Box::new(Self { handler: ExceptHandler { span: Span::new(l, block.end), typ, name, body: block.body }, star })
    }
}

fn statement(l: u32, r: u32, kind: StmtKind) -> Stmt {
    Stmt { span: Span::new(l, r), kind }
}

/// The statements and end of an optional last block.
fn optional(block: Option<Block>, end: u32) -> (Vec<Stmt>, u32) {
    block.map_or((Vec::new(), end), |block| (block.body, block.end))
}

impl Builder<'_> {
    pub(crate) fn annotated(&mut self, l: u32, target: Expr, annotation: Expr, value: Option<Expr>) -> StmtKind {
        let simple = matches!(target.kind, ExprKind::Name { .. }) && target.span.start == l;
        let target = self.single_target(target, "an annotation");
        StmtKind::AnnAssign { target: Box::new(target), annotation: Box::new(annotation), value: value.map(Box::new), simple }
    }

    pub(crate) fn augmented(&mut self, target: Expr, op: BinOp, value: Expr) -> StmtKind {
        let target = self.single_target(target, "an augmented assignment");
        StmtKind::AugAssign { target: Box::new(target), op, value: Box::new(value) }
    }

    pub(crate) fn if_statement(&mut self, l: u32, test: Expr, body: Block, mut elifs: Vec<Box<Elif>>, orelse: Option<Block>) -> Stmt {
        if elifs.len() > MAX_ELIFS {
            let start = elifs[MAX_ELIFS].start;
            self.errors.push(SyntaxError::too_deep(Span::new(start, start + 4), format!("this `if` has more than {MAX_ELIFS} branches")));
            elifs.truncate(MAX_ELIFS);
        }
        let last = elifs.last().map_or(body.end, |elif| elif.body.end);
        let (mut orelse, end) = optional(orelse, last);
        for elif in elifs.into_iter().rev() {
            let Elif { start, test, body } = *elif;
            orelse = vec![statement(start, end, StmtKind::If { test: Box::new(test), body: body.body, orelse })];
        }
        statement(l, end, StmtKind::If { test: Box::new(test), body: body.body, orelse })
    }

    pub(crate) fn while_statement(&mut self, l: u32, test: Expr, body: Block, orelse: Option<Block>) -> Stmt {
        let (orelse, end) = optional(orelse, body.end);
        statement(l, end, StmtKind::While { test: Box::new(test), body: body.body, orelse })
    }

    pub(crate) fn for_statement(&mut self, l: u32, is_async: bool, target: Expr, iter: Expr, body: Block, orelse: Option<Block>) -> Stmt {
        let (orelse, end) = optional(orelse, body.end);
        statement(l, end, StmtKind::For(Box::new(For { is_async, target, iter, body: body.body, orelse })))
    }

    pub(crate) fn with_statement(&mut self, l: u32, is_async: bool, items: Vec<WithItem>, body: Block) -> Stmt {
        statement(l, body.end, StmtKind::With(Box::new(With { is_async, items, body: body.body })))
    }

    pub(crate) fn with_item(&mut self, context: Expr) -> WithItem {
        WithItem { context, vars: None }
    }

    /// What stands in the parentheses after `with`: its items, or else one tuple or group, which is what a star or `:=` makes it.
    pub(crate) fn with_items(&mut self, l: u32, inner: u32, r: u32, items: Vec<(Box<WithItem>, bool)>) -> Vec<WithItem> {
        if !items.iter().any(|(_, special)| *special) {
            return items.into_iter().map(|(item, _)| *item).collect();
        }
        if let Some((item, _)) = items.iter().find(|(item, _)| item.vars.is_some()) {
            self.report(item.context.span, "`as` cannot stand beside a starred or named expression");
        }
        let has_comma = items.len() > 1 || self.text[..inner as usize].trim_end().ends_with(',');
        let mut elts: Vec<Expr> = items.into_iter().map(|(item, _)| item.context).collect();
        let context = match elts.pop() {
            Some(only) if !has_comma => self.group(only),
            last => {
                elts.extend(last);
                self.expr(l, r, ExprKind::Tuple { elts, ctx: Context::Load })
            }
        };
        vec![self.with_item(context)]
    }

    pub(crate) fn try_statement(
        &mut self,
        l: u32,
        body: Block,
        handlers: Vec<Box<AnyExceptHandler>>,
        orelse: Option<Block>,
        finalbody: Option<Block>,
    ) -> Stmt {
        let is_star = handlers.first().is_some_and(|first| first.star);
        if let Some(odd) = handlers.iter().find(|handler| handler.star != is_star) {
            let error = SyntaxError::new(
                Span::new(odd.handler.span.start, odd.handler.span.start + 6),
                "a `try` cannot have both `except` and `except*`",
            );
            self.errors.push(error.help("use one of them for all handlers"));
        }
        let last = handlers.last().map_or(body.end, |handler| handler.handler.span.end);
        let (orelse, end) = optional(orelse, last);
        let (finalbody, end) = optional(finalbody, end);
        let handlers = handlers.into_iter().map(|handler| handler.handler).collect();
        statement(l, end, StmtKind::Try(Box::new(Try { is_star, body: body.body, handlers, orelse, finalbody })))
    }

    pub(crate) fn match_statement(&mut self, l: u32, subject: Expr, cases: Vec<(Box<MatchCase>, u32)>) -> Stmt {
        let end = cases.last().map_or(l, |(_, end)| *end);
        let cases = cases.into_iter().map(|(case, _)| *case).collect();
        statement(l, end, StmtKind::Match { subject: Box::new(subject), cases })
    }

    pub(crate) fn decorated(&mut self, list: Vec<Expr>, mut definition: Stmt) -> Stmt {
        match &mut definition.kind {
            StmtKind::FunctionDef(function) => function.decorators = list,
            StmtKind::ClassDef(class) => class.decorators = list,
            _ => {}
        }
        definition
    }

    #[allow(clippy::too_many_arguments, reason = "one for each part of the syntax")]
    pub(crate) fn function(
        &mut self,
        l: u32,
        is_async: bool,
        name: Identifier,
        type_params: Option<Vec<TypeParam>>,
        args: Option<Box<Arguments>>,
        returns: Option<Expr>,
        body: Block,
    ) -> Stmt {
        let definition = FunctionDef {
            is_async,
            name,
            type_params: type_params.unwrap_or_default(),
            args: args.map_or_else(Arguments::default, |args| *args),
            body: body.body,
            decorators: Vec::new(),
            returns: returns.map(Box::new),
        };
        statement(l, body.end, StmtKind::FunctionDef(Box::new(definition)))
    }

    pub(crate) fn class(
        &mut self,
        l: u32,
        name: Identifier,
        type_params: Option<Vec<TypeParam>>,
        arguments: Option<ArgumentList>,
        body: Block,
    ) -> Stmt {
        let arguments = arguments.unwrap_or_default();
        if let Some(span) = arguments.bare_generator {
            self.report(span, "a generator expression cannot be a base class");
        }
        let (bases, keywords) = self.arguments(arguments, name.span);
        let definition =
            ClassDef { name, type_params: type_params.unwrap_or_default(), bases, keywords, body: body.body, decorators: Vec::new() };
        statement(l, body.end, StmtKind::ClassDef(Box::new(definition)))
    }
}
