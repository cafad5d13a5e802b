//! Expressions.

use pyc_base::{Name, Span, codes};
use pyc_syntax::ast::{BoolOp, Comprehension, Expr as Tree, ExprKind, Keyword};
use rustc_hash::{FxHashMap, FxHashSet};

use super::literal::{literal, signed_literal};
use super::scope::FrameKind;
use super::{Lowering, grow};
use crate::{Arg, ArgKind, ComprehensionKind, Expr, ExprId, Generator, Item, Member, MemberSource, NameRef};

impl Lowering<'_> {
    pub(super) fn expr(&mut self, tree: &Tree) -> ExprId {
        let expr = grow(|| self.expr_kind(tree));
        self.frame().body.expr(expr, tree.span)
    }

    pub(super) fn exprs(&mut self, trees: &[Tree]) -> Box<[ExprId]> {
        trees.iter().map(|tree| self.expr(tree)).collect()
    }

    pub(super) fn optional_expr(&mut self, tree: Option<&Tree>) -> Option<ExprId> {
        tree.map(|tree| self.expr(tree))
    }

    fn expr_kind(&mut self, tree: &Tree) -> Expr {
        match &tree.kind {
            ExprKind::BoolOp { op: BoolOp::And, values } => Expr::And(self.exprs(values)),
            ExprKind::BoolOp { op: BoolOp::Or, values } => Expr::Or(self.exprs(values)),
            ExprKind::NamedExpr { target, value } => self.walrus(tree, target, value),
            ExprKind::BinOp { left, op, right } => Expr::Binary { left: self.expr(left), op: *op, right: self.expr(right) },
            ExprKind::UnaryOp { op, operand } => match signed_literal(tree) {
                Some(literal) => Expr::Literal(literal),
                None => Expr::Unary { op: *op, operand: self.expr(operand) },
            },
            ExprKind::Lambda { args, body } => self.lambda(tree.span, args, body),
            ExprKind::IfExp { test, body, orelse } => Expr::If { test: self.expr(test), body: self.expr(body), orelse: self.expr(orelse) },
            ExprKind::Dict { keys, values } => {
                Expr::Dict(keys.iter().zip(values).map(|(key, value)| (self.optional_expr(key.as_ref()), self.expr(value))).collect())
            }
            ExprKind::Set(elements) => Expr::Set(self.elements(elements)),
            ExprKind::ListComp { elt, generators } => {
                self.enclosed(tree, "<listcomp>", generators, |this| ComprehensionKind::List(this.expr(elt)))
            }
            ExprKind::SetComp { elt, generators } => {
                self.enclosed(tree, "<setcomp>", generators, |this| ComprehensionKind::Set(this.expr(elt)))
            }
            ExprKind::GeneratorExp { .. } => self.generator_expression(tree, false),
            ExprKind::DictComp { key, value, generators } => {
                self.enclosed(tree, "<dictcomp>", generators, |this| ComprehensionKind::Dict(this.expr(key), this.expr(value)))
            }
            ExprKind::Await(value) => {
                self.require_async(tree.span, "'await'");
                Expr::Await(self.expr(value))
            }
            ExprKind::Yield(value) => {
                self.note_yield(tree.span);
                Expr::Yield(self.optional_expr(value.as_deref()))
            }
            ExprKind::YieldFrom(value) => {
                self.note_yield(tree.span);
                if self.frame().is_async() {
                    self.error(codes::MISPLACED, tree.span, "'yield from' inside async function");
                }
                Expr::YieldFrom(self.expr(value))
            }
            ExprKind::Compare { left, ops, comparators } => Expr::Compare {
                first: self.expr(left),
                rest: ops.iter().zip(comparators).map(|(op, operand)| (*op, self.expr(operand))).collect(),
            },
            // The class has a method for it, whose parameters are its fields.
            ExprKind::Call { func, args, keywords }
                if !args.is_empty() && self.library_name(func).is_some_and(|named| named == "dataclasses.replace") =>
            {
                let callee = Expr::Attribute { value: self.expr(&args[0]), name: pyc_base::name("__replace__") };
                Expr::Call { callee: self.frame().body.expr(callee, tree.span), args: self.args(&args[1..], keywords, false) }
            }
            ExprKind::Call { func, args, keywords } => {
                let is_consumer = self.is_consumer(func);
                Expr::Call { callee: self.expr(func), args: self.args(args, keywords, is_consumer) }
            }
            ExprKind::JoinedStr(values) => self.fstring(values),
            ExprKind::FormattedValue { .. } => self.fstring(std::slice::from_ref(tree)),
            ExprKind::TemplateStr(_) | ExprKind::Interpolation { .. } => Expr::TString,
            ExprKind::Constant(constant) => Expr::Literal(literal(constant)),
            ExprKind::Attribute { value, attr, .. } => {
                let name = self.mangle(attr.name);
                Expr::Attribute { value: self.expr(value), name }
            }
            ExprKind::Subscript { value, slice, .. } => Expr::Subscript { value: self.expr(value), index: self.index(slice) },
            ExprKind::Starred { value, .. } => {
                self.error(codes::MISPLACED_STAR, tree.span, "can't use starred expression here");
                Expr::Starred(self.expr(value))
            }
            ExprKind::Name { id, .. } => {
                let name = self.mangle(*id);
                Expr::Name(self.resolve(name, tree.span))
            }
            ExprKind::List { elts, .. } => Expr::List(self.elements(elts)),
            ExprKind::Tuple { elts, .. } => Expr::Tuple(self.elements(elts)),
            ExprKind::Slice { lower, upper, step } => Expr::Slice {
                lower: self.optional_expr(lower.as_deref()),
                upper: self.optional_expr(upper.as_deref()),
                step: self.optional_expr(step.as_deref()),
            },
            ExprKind::Error => Expr::Error,
        }
    }

    /// Elements of a display, stars among them.
    fn elements(&mut self, elements: &[Tree]) -> Box<[ExprId]> {
        elements.iter().map(|element| self.element(element)).collect()
    }

    fn element(&mut self, element: &Tree) -> ExprId {
        match &element.kind {
            ExprKind::Starred { value, .. } => {
                let value = self.expr(value);
                self.frame().body.expr(Expr::Starred(value), element.span)
            }
            _ => self.expr(element),
        }
    }

    /// What stands in brackets: `x[*a]` is a tuple with a star.
    fn index(&mut self, slice: &Tree) -> ExprId {
        self.element(slice)
    }

    fn args(&mut self, args: &[Tree], keywords: &[Keyword], is_consumer: bool) -> Box<[Arg]> {
        let mut lowered = Vec::with_capacity(args.len() + keywords.len());
        for arg in args {
            lowered.push(match &arg.kind {
                ExprKind::GeneratorExp { .. } => {
                    let value = self.generator_expression(arg, is_consumer);
                    Arg { value: self.frame().body.expr(value, arg.span), kind: ArgKind::Positional }
                }
                ExprKind::Starred { value, .. } => Arg { value: self.expr(value), kind: ArgKind::Star },
                _ => Arg { value: self.expr(arg), kind: ArgKind::Positional },
            });
        }
        let mut seen = FxHashSet::default();
        for keyword in keywords {
            let value = self.expr(&keyword.value);
            let kind = match keyword.arg {
                Some(name) => {
                    if !seen.insert(name.name) {
                        self.error(codes::DUPLICATE_PARAMETER, name.span, format!("keyword argument repeated: {}", name.name));
                    }
                    self.frame().body.keywords.insert(value, name.span);
                    ArgKind::Keyword(self.mangle(name.name))
                }
                None => ArgKind::DoubleStar,
            };
            lowered.push(Arg { value, kind });
        }
        lowered.into()
    }

    fn walrus(&mut self, tree: &Tree, target: &Tree, value: &Tree) -> Expr {
        let value = self.expr(value);
        let ExprKind::Name { id, .. } = target.kind else { return Expr::Error };
        let name = self.mangle(id);
        let frame = self.frame();
        let in_comprehension = !frame.comprehensions.is_empty();
        let rebinds = frame.comprehensions.iter().any(|scope| scope.contains_key(&name));
        if in_comprehension && matches!(frame.kind, FrameKind::Class { .. }) {
            let message = "assignment expression within a comprehension cannot be used in a class body";
            self.error(codes::MISPLACED, tree.span, message);
        } else if rebinds {
            let message = format!("assignment expression cannot rebind comprehension iteration variable '{name}'");
            self.error(codes::MISPLACED, tree.span, message);
        }
        let resolved = self.resolve_walrus(name, target.span);
        self.note_store(resolved, target.span);
        let target = self.frame().body.expr(Expr::Name(resolved), target.span);
        Expr::Walrus { target, value }
    }

    /// The first iterable belongs to the scope around; all else to a new one, whose variables are new ones of the body.
    pub(super) fn comprehension(
        &mut self,
        span: Span,
        generators: &[Comprehension],
        element: impl FnOnce(&mut Self) -> ComprehensionKind,
    ) -> Expr {
        self.comprehension_of(span, generators, false, element)
    }

    /// With `is_given` the first iterable is the parameter of the function around.
    pub(super) fn comprehension_of(
        &mut self,
        span: Span,
        generators: &[Comprehension],
        is_given: bool,
        element: impl FnOnce(&mut Self) -> ComprehensionKind,
    ) -> Expr {
        let mut scope = FxHashMap::default();
        for generator in generators {
            self.declare_targets(&generator.target, &mut scope);
            if generator.is_async {
                self.require_async(span, "an asynchronous comprehension");
            }
        }
        let mut scope = Some(scope);
        let mut lowered = Vec::with_capacity(generators.len());
        for generator in generators {
            let iter = match is_given && scope.is_some() {
                true => self.first_iterable(generator.iter.span),
                false => self.expr(&generator.iter),
            };
            if let Some(scope) = scope.take() {
                self.frame().comprehensions.push(scope);
            }
            let target = self.target(&generator.target);
            let conditions = self.exprs(&generator.ifs);
            lowered.push(Generator { target, iter, conditions, is_async: generator.is_async });
        }
        let kind = element(self);
        if scope.is_none() {
            self.frame().comprehensions.pop();
        }
        Expr::Comprehension { kind, generators: lowered.into() }
    }

    fn declare_targets(&mut self, target: &Tree, scope: &mut FxHashMap<Name, crate::LocalId>) {
        match &target.kind {
            ExprKind::Name { id, .. } => {
                let name = self.mangle(*id);
                if !scope.contains_key(&name) {
                    let local = self.frame().body.local(name, target.span);
                    scope.insert(name, local);
                }
            }
            ExprKind::Tuple { elts, .. } | ExprKind::List { elts, .. } => {
                elts.iter().for_each(|element| grow(|| self.declare_targets(element, scope)));
            }
            ExprKind::Starred { value, .. } => grow(|| self.declare_targets(value, scope)),
            _ => {}
        }
    }

    /// The target of an assignment, a loop, `with` or a comprehension.
    pub(super) fn target(&mut self, target: &Tree) -> ExprId {
        if matches!(target.kind, ExprKind::Starred { .. }) {
            self.error(codes::MISPLACED_STAR, target.span, "starred assignment target must be in a list or tuple");
        }
        grow(|| self.target_part(target))
    }

    fn target_part(&mut self, target: &Tree) -> ExprId {
        let expr = match &target.kind {
            ExprKind::Name { id, .. } => Expr::Name(self.store_name(*id, target.span)),
            ExprKind::Tuple { elts, .. } => Expr::Tuple(self.target_elements(elts)),
            ExprKind::List { elts, .. } => Expr::List(self.target_elements(elts)),
            ExprKind::Starred { value, .. } => Expr::Starred(self.target_part(value)),
            _ => return self.expr(target),
        };
        self.frame().body.expr(expr, target.span)
    }

    fn target_elements(&mut self, elements: &[Tree]) -> Box<[ExprId]> {
        let mut stars = elements.iter().filter(|element| matches!(element.kind, ExprKind::Starred { .. }));
        if let Some(second) = stars.nth(1) {
            self.error(codes::MISPLACED_STAR, second.span, "multiple starred expressions in assignment");
        }
        elements.iter().map(|element| grow(|| self.target_part(element))).collect()
    }

    /// A name that is bound here.
    pub(super) fn store_name(&mut self, name: Name, span: Span) -> NameRef {
        if name == "__debug__" {
            self.error(codes::MISPLACED, span, "cannot assign to __debug__");
        }
        let name = self.mangle(name);
        let resolved = self.resolve(name, span);
        self.note_store(resolved, span);
        resolved
    }

    /// Writes down what an assignment declares for the module or the class.
    fn note_store(&mut self, resolved: NameRef, span: Span) {
        match resolved {
            NameRef::Global(name) => {
                let site = self.binding_site(span);
                self.items.bind(name, Item::Variable { annotation: None }, site);
            }
            NameRef::Class(name) => {
                let member = Member::Variable { annotation: None, value: Some(crate::DefaultValue::Evaluated) };
                let frame = self.frame();
                if !frame.members.iter().any(|(other, _, _)| *other == name) {
                    frame.members.push((name, member, MemberSource { name: span, annotation: None }));
                }
            }
            NameRef::Local(_) | NameRef::Captured { .. } => {}
        }
    }

    pub(super) fn require_async(&mut self, span: Span, what: &str) {
        let frame = self.frame();
        if frame.is_async() {
            return;
        }
        let place = if frame.is_function() { "async function" } else { "function" };
        self.error(codes::MISPLACED, span, format!("{what} outside {place}"));
    }

    fn note_yield(&mut self, span: Span) {
        let frame = self.frame();
        if !frame.is_function() {
            self.error(codes::MISPLACED, span, "'yield' outside function");
        } else if !frame.comprehensions.is_empty() {
            self.error(codes::MISPLACED, span, "'yield' inside a comprehension or generator expression");
        } else {
            frame.first_yield.get_or_insert(span);
        }
    }
}
