//! Generator expressions: functions that yield, called where the expression stands; or loops, where what they give is used up at once.

use pyc_base::{Span, name};
use pyc_syntax::ast::{Comprehension, Expr as Tree, ExprKind};

use super::bindings::Bindings;
use super::walk::children;
use super::{Lowering, grow};
use crate::{
    Arg, ArgKind, Block, BodyOwner, ComprehensionKind, Expr, ExprId, FunctionId, NameRef, Param, ParamKind, ParamSource, Signature,
    SignatureSourceMap, Stmt, StmtId,
};

/// What uses up all of a generator expression before anything else happens: functions by the names of the builtins and of the library's modules.
const CONSUMERS: &[&str] = &[
    "all",
    "any",
    "bytearray",
    "bytes",
    "deque",
    "dict",
    "frozenset",
    "fsum",
    "list",
    "max",
    "mean",
    "median",
    "min",
    "prod",
    "set",
    "sorted",
    "sum",
    "tuple",
    "Counter",
    "OrderedDict",
];

/// As [`CONSUMERS`], methods.
const CONSUMING_METHODS: &[&str] =
    &["extend", "fromkeys", "fsum", "intersection", "join", "mean", "prod", "union", "update", "writelines", "difference", "issubset"];

impl Lowering<'_> {
    /// Whether the generator expressions among the arguments of a call are used up by it. Names that the module gives another meaning are not meant.
    pub(super) fn is_consumer(&self, callee: &Tree) -> bool {
        match &callee.kind {
            ExprKind::Name { id, .. } => {
                CONSUMERS.contains(&id.as_str())
                    && !self.own_names.contains(id)
                    && self.frames.iter().all(|frame| frame.variable(*id).is_none())
            }
            ExprKind::Attribute { attr, .. } => CONSUMING_METHODS.contains(&attr.name.as_str()),
            _ => false,
        }
    }

    /// A generator expression as a loop of the body around it, or as a value.
    pub(super) fn generator_expression(&mut self, tree: &Tree, is_used_up: bool) -> Expr {
        let ExprKind::GeneratorExp { elt, generators } = &tree.kind else { return Expr::Error };
        let is_plain = !generators.iter().any(|generator| generator.is_async) && !binds(tree);
        match generators.split_first() {
            Some((first, _)) if is_plain && !is_used_up => self.lazy(tree.span, elt, first, generators),
            _ => self.comprehension(tree.span, generators, |this| ComprehensionKind::Generator(this.expr(elt))),
        }
    }

    /// The call of a function that goes through its argument, the first iterable, and yields.
    fn lazy(&mut self, span: Span, element: &Tree, first: &Comprehension, generators: &[Comprehension]) -> Expr {
        let bindings = Bindings::of_targets(generators, self.class_name());
        self.called(span, "<genexpr>", first, &bindings, |this| {
            this.frame().first_yield = Some(span);
            Box::from([this.rounds(element, generators, true)])
        })
    }

    /// A comprehension outside of functions whose variables functions inside it take along: in a function of its own, where that is possible.
    pub(super) fn enclosed(
        &mut self,
        tree: &Tree,
        title: &str,
        generators: &[Comprehension],
        element: impl FnOnce(&mut Self) -> ComprehensionKind,
    ) -> Expr {
        let is_outside = !self.frame().is_function() && self.frame().comprehensions.is_empty();
        match generators.split_first() {
            Some((first, _)) if is_outside && !binds(tree) && defines_function(tree) => {
                self.called(tree.span, title, first, &Bindings::of_targets(&[], None), |this| {
                    let value = this.comprehension_of(tree.span, generators, true, element);
                    let value = this.frame().body.expr(value, tree.span);
                    Box::from([this.frame().body.stmt(Stmt::Return(Some(value)), tree.span)])
                })
            }
            _ => self.comprehension(tree.span, generators, element),
        }
    }

    /// The call of a function with the first iterable.
    fn called(
        &mut self,
        span: Span,
        title: &str,
        first: &Comprehension,
        bindings: &Bindings,
        body: impl FnOnce(&mut Self) -> Block,
    ) -> Expr {
        let iterable = self.expr(&first.iter);
        let path = self.def_path(name(title));
        let steps = path.path.to_vec();
        let id = FunctionId::new(self.db, path);
        self.owners.push(BodyOwner::Function(id));
        let param = Param { name: name(".0"), kind: ParamKind::PositionalOnly, annotation: None, default: None };
        let signature = Signature {
            name: name(title),
            is_async: false,
            is_generator: false,
            decorators: Box::default(),
            type_params: Box::default(),
            params: Box::from([param]),
            ret: None,
            is_stub: false,
            docstring: None,
        };
        let source = ParamSource { name: first.iter.span, annotation: None, default: None };
        let source_map = SignatureSourceMap { span, name: span, params: Box::from([source]), ..SignatureSourceMap::default() };
        self.function_body(id, steps, signature, source_map, bindings, body);
        let callee = self.frame().body.expr(Expr::Lambda(id), span);
        Expr::Call { callee, args: Box::from([Arg { value: iterable, kind: ArgKind::Positional }]) }
    }

    /// The loops around the `yield`.
    fn rounds(&mut self, element: &Tree, generators: &[Comprehension], is_first: bool) -> StmtId {
        let Some((generator, rest)) = generators.split_first() else {
            let value = self.expr(element);
            let value = self.frame().body.expr(Expr::Yield(Some(value)), element.span);
            return self.frame().body.stmt(Stmt::Expr(value), element.span);
        };
        let iter = match is_first {
            true => self.first_iterable(generator.iter.span),
            false => self.expr(&generator.iter),
        };
        let target = self.target(&generator.target);
        let body = self.tests(element, &generator.ifs, rest);
        let stmt = Stmt::For { target, iter, body, orelse: Block::default(), is_async: false };
        self.frame().body.stmt(stmt, generator.target.span)
    }

    pub(super) fn first_iterable(&mut self, span: Span) -> ExprId {
        let param = self.frame().body.params[0];
        self.frame().body.expr(Expr::Name(NameRef::Local(param)), span)
    }

    fn tests(&mut self, element: &Tree, tests: &[Tree], rest: &[Comprehension]) -> Block {
        let inner = match tests.split_first() {
            None => self.rounds(element, rest, false),
            Some((test, more)) => {
                let span = test.span;
                let test = self.expr(test);
                let body = self.tests(element, more, rest);
                self.frame().body.stmt(Stmt::If { test, body, orelse: Block::default() }, span)
            }
        };
        Box::from([inner])
    }
}

/// Whether `:=` is in an expression: it binds a variable of the function around.
fn binds(expr: &Tree) -> bool {
    if matches!(expr.kind, ExprKind::NamedExpr { .. }) {
        return true;
    }
    let mut found = false;
    children(expr, &mut |child| found = found || grow(|| binds(child)));
    found
}

/// Whether a function is made inside a comprehension, which may take its variables along.
fn defines_function(comprehension: &Tree) -> bool {
    let mut found = false;
    children(comprehension, &mut |child| {
        let is_function = matches!(child.kind, ExprKind::Lambda { .. } | ExprKind::GeneratorExp { .. });
        found = found || is_function || grow(|| defines_function(child));
    });
    found
}
