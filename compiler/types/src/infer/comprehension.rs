//! Comprehensions, and builtins applied to generator expressions: loops that fill a container.

use pyc_hir::{Arg, ArgKind, ComprehensionKind, Expr as Hir, ExprId, Generator};

use super::Infer;
use crate::class::builtin_class;
use crate::thir::{Expr, ExprKind, Origin, Place, StmtKind};
use crate::ty::Ty;

impl Infer<'_> {
    pub(super) fn comprehension(
        &mut self,
        id: ExprId,
        kind: ComprehensionKind,
        generators: &[Generator],
        expected: Option<Ty>,
        origin: Origin,
    ) -> Expr {
        let (class, method, count, parts) = match kind {
            ComprehensionKind::List(item) => ("list", "append", 1, vec![item]),
            ComprehensionKind::Set(item) => ("set", "add", 1, vec![item]),
            ComprehensionKind::Dict(key, value) => ("dict", "__setitem__", 2, vec![key, value]),
            ComprehensionKind::Generator(_) => {
                return self.unsupported("A generator expression here", "write a list comprehension: `[…]`", origin);
            }
        };
        if generators.iter().any(|generator| generator.is_async) {
            return self.unsupported("An asynchronous comprehension", "write a loop", origin);
        }
        let Some((ty, args)) = self.container(class, count, id, expected) else { return self.unknown(origin) };
        let has_hint = expected.is_some();
        self.fill(ty, 0, origin, |this, container| {
            let expecting = (class == "list").then_some(&container);
            this.generators(generators, expecting, origin, &mut |this| {
                let mut values = Vec::new();
                for (at, &part) in parts.iter().enumerate() {
                    let value = this.expr(part, Some(args[at]).filter(|_| has_hint));
                    let (store, local) = this.temp(value);
                    this.push(store);
                    values.push(this.local_expr(local, origin));
                }
                this.add_item(container.clone(), method, values, origin);
            });
        })
    }

    /// The nested loops and tests of a comprehension around `body`. A list that gets an item for each of what a list or a range has is told how many to expect.
    fn generators(&mut self, generators: &[Generator], list: Option<&Expr>, origin: Origin, body: &mut dyn FnMut(&mut Self)) {
        let Some((generator, rest)) = generators.split_first() else { return body(self) };
        let mut iter = self.iterable(generator.iter);
        if let Some(list) = list.filter(|_| rest.is_empty() && generator.conditions.is_empty() && self.has_known_length(iter.ty)) {
            let (store, kept) = self.temp(iter);
            self.push(store);
            iter = self.local_expr(kept, origin);
            self.add_item(list.clone(), "_expect", vec![iter.clone()], origin);
        }
        let target = generator.target;
        self.for_each(iter, Origin::Expr(generator.target), |this, item| {
            this.assign(target, item, Origin::Expr(target));
            this.conditions(&generator.conditions, origin, &mut |this| this.generators(rest, None, origin, body));
        });
    }

    /// Whether values of a type are lists or ranges.
    fn has_known_length(&self, ty: Ty) -> bool {
        let class = ty.as_class(self.db).map(|(class, _)| class);
        class.is_some() && ["list", "range"].iter().any(|name| class == builtin_class(self.db, name))
    }

    fn conditions(&mut self, conditions: &[ExprId], origin: Origin, body: &mut dyn FnMut(&mut Self)) {
        let Some((&condition, rest)) = conditions.split_first() else { return body(self) };
        let (test, on_true, on_false) = self.condition(condition);
        self.env = on_true;
        let (then, ()) = self.in_block(|this| this.conditions(rest, origin, body));
        let after = std::mem::take(&mut self.env);
        self.env = after.join(&on_false, self.db, &mut self.vars);
        self.emit(StmtKind::If { condition: test, then, otherwise: Vec::new() }, origin);
    }

    /// `sum(x for x in xs)` and the like: builtins that consume all of their argument get a list; `any` and `all` stop as early as in Python.
    pub(super) fn call_with_generator(
        &mut self,
        callee: ExprId,
        args: &[Arg],
        text: &str,
        expected: Option<Ty>,
        origin: Origin,
    ) -> Option<Expr> {
        let hir = self.hir.clone();
        let first = args.first()?;
        let Hir::Comprehension { kind: ComprehensionKind::Generator(item), generators } = &hir.exprs[first.value.index()] else {
            return None;
        };
        if first.kind != ArgKind::Positional || generators.iter().any(|generator| generator.is_async) {
            return None;
        }
        match text {
            "any" | "all" => Some(self.any_all(*item, generators, text == "any", origin)),
            "list" => Some(self.comprehension(first.value, ComprehensionKind::List(*item), generators, expected, origin)),
            "set" => Some(self.comprehension(first.value, ComprehensionKind::Set(*item), generators, expected, origin)),
            _ => {
                let at = Origin::Expr(first.value);
                let list = self.comprehension(first.value, ComprehensionKind::List(*item), generators, None, at);
                let callee = self.expr(callee, None);
                Some(self.call_with_first(callee, list, &args[1..], expected, origin))
            }
        }
    }

    /// The list of what a generator expression gives, where it is handed to a function of the library that uses up all of it before anything else happens.
    pub(super) fn used_up(&mut self, id: ExprId, function: pyc_hir::FunctionId) -> Option<Expr> {
        let hir = self.hir.clone();
        let Hir::Comprehension { kind: ComprehensionKind::Generator(item), generators } = &hir.exprs[id.index()] else { return None };
        let file = function.def(self.db).file;
        let is_lazy = file.path(self.db).ends_with("builtins/iteration.py");
        (file.is_stdlib(self.db) && !is_lazy)
            .then(|| self.comprehension(id, ComprehensionKind::List(*item), generators, None, Origin::Expr(id)))
    }

    /// As [`Self::used_up`], where it is handed to a class of the library.
    pub(super) fn used_up_by_class(&mut self, id: ExprId, class: pyc_hir::ClassId) -> Option<Expr> {
        let hir = self.hir.clone();
        let Hir::Comprehension { kind: ComprehensionKind::Generator(item), generators } = &hir.exprs[id.index()] else { return None };
        let is_library = class.def(self.db).file.is_stdlib(self.db);
        is_library.then(|| self.comprehension(id, ComprehensionKind::List(*item), generators, None, Origin::Expr(id)))
    }

    /// A loop that stops at the first item that decides.
    fn any_all(&mut self, item: ExprId, generators: &[Generator], is_any: bool, origin: Origin) -> Expr {
        let db = self.db;
        let start = self.bool(!is_any, origin);
        let (store, found) = self.temp(start);
        let (mut block, ()) = self.in_block(|this| {
            this.generators(generators, None, origin, &mut |this| {
                let (test, on_true, on_false) = this.condition(item);
                this.env = on_true.join(&on_false, db, &mut this.vars);
                let decides = if is_any { test } else { this.not(test) };
                let decided = this.bool(is_any, origin);
                let set = crate::thir::Stmt { kind: StmtKind::Assign(Place::Local(found), decided), origin };
                let stop = crate::thir::Stmt { kind: StmtKind::Break, origin };
                this.emit(StmtKind::If { condition: decides, then: vec![set, stop], otherwise: Vec::new() }, origin);
            });
        });
        // Loops around the innermost one stop as well.
        let mut outer = &mut block;
        for _ in 1..generators.len() {
            let Some(inner) = innermost_loop(outer) else { break };
            let read = self.expr_of(Ty::bool(db), ExprKind::Read(Place::Local(found)), origin);
            let decided = if is_any { read } else { self.not(read) };
            let stop = vec![crate::thir::Stmt { kind: StmtKind::Break, origin }];
            inner.push(crate::thir::Stmt { kind: StmtKind::If { condition: decided, then: stop, otherwise: Vec::new() }, origin });
            outer = inner;
        }
        block.insert(0, store);
        let result = self.expr_of(Ty::bool(db), ExprKind::Read(Place::Local(found)), origin);
        self.block_expr(block, result)
    }
}

/// The body of the (only) loop in a block, through the tests around it.
fn innermost_loop(block: &mut crate::thir::Block) -> Option<&mut crate::thir::Block> {
    for stmt in block {
        match &mut stmt.kind {
            StmtKind::While { body, .. } => return Some(body),
            StmtKind::If { then, .. } => {
                if let Some(found) = innermost_loop(then) {
                    return Some(found);
                }
            }
            _ => {}
        }
    }
    None
}
