//! Loops: `while`, and `for` over ranges, iterators and (unrolled) tuples.

use pyc_base::name;
use pyc_hir::{Arg, Block, Expr as Hir, ExprId, LocalId, StmtId};
use rustc_hash::FxHashSet;

use super::Infer;
use super::env::{Env, Slot};
use crate::class::{builtin_ty, find_method};
use crate::thir::{BinaryOp, Expr, ExprKind, Handler, Local, Origin, Place, Stmt, StmtKind};
use crate::ty::{Ty, TyKind};

/// A loop that is being walked.
#[derive(Default)]
pub(super) struct LoopFrame {
    pub(super) breaks: Vec<Env>,
    pub(super) continues: Vec<Env>,
    /// The variables that are separate ones in each copy, if the loop is unrolled.
    pub(super) unrolled: FxHashSet<Slot>,
    /// The variable that counts up from zero or more, if one does.
    pub(super) counter: Option<LocalId>,
}

impl Infer<'_> {
    pub(super) fn while_stmt(&mut self, test: ExprId, body: &Block, orelse: &Block, stmt: StmtId) {
        let origin = Origin::Stmt(stmt);
        self.enter_loop(origin);
        let (block, (condition, on_true, on_false)) = self.in_block(|this| this.condition(test));
        let condition = self.block_expr(block, condition);
        self.env = on_true;
        let (body, ()) = self.in_block(|this| this.stmts(body));
        let frame = self.end_loop_body(origin);
        self.finish_loop(frame, on_false, condition, body, orelse, origin);
    }

    /// At the head of a loop, what was known at its end in the last pass holds as well.
    pub(super) fn enter_loop(&mut self, origin: Origin) {
        if let Some(end) = self.loop_ends.get(&(origin, self.copies.clone())).cloned()
            && self.env.live
        {
            let here = std::mem::take(&mut self.env);
            self.env = here.join(&end, self.db, &mut self.vars);
        } else if !self.is_final {
            // What tests show of attributes may not hold the second time round.
            self.env.paths.clear();
        }
        self.loops.push(LoopFrame::default());
    }

    pub(super) fn end_loop_body(&mut self, origin: Origin) -> LoopFrame {
        let frame = self.loops.pop().unwrap_or_default();
        let mut end = std::mem::take(&mut self.env);
        for at_continue in &frame.continues {
            end = end.join(at_continue, self.db, &mut self.vars);
        }
        self.new_loop_ends.insert((origin, self.copies.clone()), end);
        frame
    }

    pub(super) fn finish_loop(
        &mut self,
        frame: LoopFrame,
        exit: Env,
        condition: Expr,
        body: crate::thir::Block,
        orelse: &Block,
        origin: Origin,
    ) {
        self.env = exit;
        let (orelse, ()) = self.in_block(|this| this.stmts(orelse));
        let mut after = std::mem::take(&mut self.env);
        for at_break in &frame.breaks {
            after = after.join(at_break, self.db, &mut self.vars);
        }
        self.env = Env::live();
        self.emit(StmtKind::While { condition, body, orelse }, origin);
        self.env = after;
    }

    pub(super) fn for_stmt(&mut self, target: ExprId, iter: ExprId, body: &Block, orelse: &Block, stmt: StmtId) {
        let origin = Origin::Stmt(stmt);
        let hir = self.hir.clone();
        if let Hir::Call { callee, args } = &hir.exprs[iter.index()] {
            if self.is_builtin(*callee, "unroll") && args.len() == 1 {
                return self.unrolled(target, args[0].value, body, origin);
            }
            if self.is_builtin(*callee, "range") && self.counted(target, args, body, orelse, origin) {
                return;
            }
        }
        let iterable = self.iterable(iter);
        self.iterate(
            iterable,
            origin,
            &mut |this, item| {
                this.assign(target, item, Origin::Expr(target));
                this.stmts(body);
            },
            Some(orelse),
        );
    }

    /// `for target in range(…)`: a counter in a register.
    fn counted(&mut self, target: ExprId, args: &[Arg], body: &Block, orelse: &Block, origin: Origin) -> bool {
        if args.is_empty() || args.len() > 3 || args.iter().any(|arg| arg.kind != pyc_hir::ArgKind::Positional) {
            return false;
        }
        let int = Ty::int(self.db);
        let mut bounds = Vec::new();
        for arg in args {
            let value = self.expr(arg.value, Some(int));
            if value.ty.is_never(self.db) || value.ty.is_unknown(self.db) {
                self.emit(StmtKind::Expr(value), origin);
                return true;
            }
            let value = self.to_int(value);
            let value = self.coerce_index(value, "an argument of `range`");
            let (store, local) = self.temp(value);
            self.push(store);
            bounds.push(local);
        }
        let (start, stop) = if bounds.len() == 1 { (None, bounds[0]) } else { (Some(bounds[0]), bounds[1]) };
        let step_constant = args.get(2).map_or(Some(1), |arg| self.constant(arg.value));
        let first = start.map_or_else(|| self.int(0, origin), |start| self.local_expr(start, origin));
        let (store, counter) = self.temp(first);
        self.push(store);
        if step_constant.is_none_or(|step| step == 0) {
            let step = bounds[2];
            let check = self.builtin_call("_check_range_step", vec![self.local_expr(step, origin)], origin);
            self.emit(StmtKind::Expr(check), origin);
        }
        let condition = match step_constant {
            Some(step) => self.before(counter, stop, step > 0, origin),
            None => {
                let zero = self.int(0, origin);
                let rising = self.compare_ints(BinaryOp::Gt, self.local_expr(bounds[2], origin), zero, origin);
                let (up, down) = (self.before(counter, stop, true, origin), self.before(counter, stop, false, origin));
                self.if_expr(Ty::bool(self.db), rising, up, down)
            }
        };
        self.enter_loop(origin);
        let counts_up =
            step_constant.is_some_and(|step| step > 0) && (start.is_none() || self.constant(args[0].value).is_some_and(|start| start >= 0));
        if let (true, Hir::Name(pyc_hir::NameRef::Local(local)), Some(frame)) =
            (counts_up, &self.hir.exprs[target.index()], self.loops.last_mut())
        {
            frame.counter = Some(*local);
        }
        let exit = self.env.clone();
        let (body, ()) = self.in_block(|this| {
            let value = this.local_expr(counter, origin);
            this.assign(target, value, Origin::Expr(target));
            // The counter goes on first, so that `continue` needs no extra step. It wraps at most once, after the last item.
            let step = match step_constant {
                Some(step) => this.int(step, origin),
                None => this.local_expr(bounds[2], origin),
            };
            this.advance(counter, stop, step, step_constant, origin);
            this.stmts(body);
        });
        let frame = self.end_loop_body(origin);
        self.finish_loop(frame, exit, condition, body, orelse, origin);
        true
    }

    fn compare_ints(&self, op: BinaryOp, left: Expr, right: Expr, origin: Origin) -> Expr {
        self.expr_of(Ty::bool(self.db), ExprKind::Binary(op, Box::new(left), Box::new(right)), origin)
    }

    fn before(&self, counter: Local, stop: Local, rising: bool, origin: Origin) -> Expr {
        let op = if rising { BinaryOp::Lt } else { BinaryOp::Gt };
        self.compare_ints(op, self.local_expr(counter, origin), self.local_expr(stop, origin), origin)
    }

    /// `counter += step`, staying at `stop` where that would leave the range of `int`.
    fn advance(&mut self, counter: Local, stop: Local, step: Expr, constant: Option<i64>, origin: Origin) {
        let int = Ty::int(self.db);
        let next = match constant {
            // A step of one can't jump over `stop`.
            Some(1 | -1) => {
                self.expr_of(int, ExprKind::Binary(BinaryOp::Add, Box::new(self.local_expr(counter, origin)), Box::new(step)), origin)
            }
            _ => {
                let args = vec![self.local_expr(counter, origin), self.local_expr(stop, origin), step];
                self.builtin_call("_range_advance", args, origin)
            }
        };
        self.emit(StmtKind::Assign(Place::Local(counter), next), origin);
    }

    /// A `for` over a tuple or a range whose length is known: the body once for each item, each with its own types.
    fn unrolled(&mut self, target: ExprId, iter: ExprId, body: &Block, origin: Origin) {
        let hir = self.hir.clone();
        let slots: FxHashSet<Slot> = self.target_slots(target).into_iter().collect();
        let count;
        let mut tuple = None;
        let mut base = 0;
        match &hir.exprs[iter.index()] {
            Hir::Call { callee, args } if self.is_builtin(*callee, "range") => {
                let bounds: Option<Vec<i64>> = args.iter().map(|arg| self.constant_value(arg.value)).collect();
                match bounds.as_deref() {
                    Some([stop]) => count = (*stop).max(0),
                    Some([start, stop]) => {
                        base = *start;
                        count = (stop - start).max(0);
                    }
                    _ => {
                        self.unsupported("`unroll` of a range that is known only at run time", "use a plain `for`", origin);
                        return;
                    }
                }
            }
            _ => {
                let value = self.expr(iter, None);
                let value = self.tuple_view(value);
                let TyKind::Tuple(items) = value.ty.kind(self.db) else {
                    // `*args` that were given as a list.
                    let each = &mut |this: &mut Self, item: Expr| {
                        this.assign(target, item, Origin::Expr(target));
                        this.stmts(body);
                    };
                    return self.iterate(value, origin, each, None);
                };
                count = items.len() as i64;
                let (store, local) = self.temp(value);
                self.push(store);
                tuple = Some(local);
            }
        }
        for at in 0..count {
            self.copies.push(at as u32);
            self.loops.push(LoopFrame { unrolled: slots.clone(), ..LoopFrame::default() });
            match tuple {
                Some(tuple) => {
                    let item = self.tuple_get(self.local_expr(tuple, origin), at as usize);
                    self.assign(target, item, Origin::Expr(target));
                }
                None => {
                    if let Some(slot) = slots.iter().next() {
                        self.env.constants.retain(|(known, _)| known != slot);
                        self.env.constants.push((*slot, base + at));
                    }
                }
            }
            self.stmts(body);
            self.loops.pop();
            self.copies.pop();
        }
    }

    fn constant_value(&mut self, expr: ExprId) -> Option<i64> {
        if let Some(constant) = self.constant(expr) {
            return Some(constant);
        }
        let hir = self.hir.clone();
        if let Hir::Call { callee, args } = &hir.exprs[expr.index()]
            && let [left, right] = &**args
            && (self.is_builtin(*callee, "min") || self.is_builtin(*callee, "max"))
        {
            let (left, right) = (self.constant_value(left.value)?, self.constant_value(right.value)?);
            return Some(if self.is_builtin(*callee, "min") { left.min(right) } else { left.max(right) });
        }
        // `len` of a tuple, and what is computed from it.
        match self.expr(expr, None).kind {
            ExprKind::Int(known) => Some(known),
            _ => None,
        }
    }

    fn target_slots(&self, target: ExprId) -> Vec<Slot> {
        match &self.hir.exprs[target.index()] {
            Hir::Name(pyc_hir::NameRef::Local(local)) => vec![Slot::Local(*local)],
            Hir::Tuple(items) | Hir::List(items) => items.iter().flat_map(|&item| self.target_slots(item)).collect(),
            _ => Vec::new(),
        }
    }

    /// Runs `body` for each item of a value, in loops that are no `for` statements.
    pub(super) fn for_each(&mut self, value: Expr, origin: Origin, mut body: impl FnMut(&mut Self, Expr)) {
        self.iterate(value, origin, &mut body, None);
    }

    /// A loop over whatever has an iterator.
    fn iterate(&mut self, value: Expr, origin: Origin, body: &mut dyn FnMut(&mut Self, Expr), orelse: Option<&Block>) {
        let db = self.db;
        let value = self.tuple_view(value);
        if value.ty.is_never(db) || value.ty.is_unknown(db) {
            self.emit(StmtKind::Expr(value), origin);
            return;
        }
        if value.ty.is_union(db) {
            return self.iterate_union(value, origin, body, orelse);
        }
        if matches!(value.ty.kind(db), TyKind::Tuple(items) if items.is_empty()) {
            self.emit(StmtKind::Expr(value), origin);
            return orelse.into_iter().for_each(|orelse| self.stmts(orelse));
        }
        let value = match value.ty.kind(db) {
            TyKind::Tuple(items) => self.tuple_as_list(value.clone(), items.len(), origin),
            _ => value,
        };
        let value = if value.ty.tuple_element(db).is_some() { self.attribute(value, name("_list"), origin) } else { value };
        if value.ty.as_class(db).is_some_and(|(class, _)| crate::class::builtin_class(db, "list") == Some(class)) {
            return self.over_list(value, origin, body, orelse);
        }
        let at = value.origin;
        // An iterator of the library is a value and serves as itself.
        let is_iterator = find_method(db, value.ty, "__iter__").is_none() && find_method(db, value.ty, "__next__").is_some();
        let iterator = if is_iterator { value } else { self.method_call(value, name("__iter__"), Vec::new(), at) };
        if iterator.ty.is_unknown(db) || iterator.ty.is_never(db) {
            self.emit(StmtKind::Expr(iterator), origin);
            return;
        }
        let (store, local) = self.temp(iterator);
        self.push(store);
        let iterator_ty = self.locals[local.index()].ty;
        self.enter_loop(origin);
        let exit = self.env.clone();
        let (condition, body_block) = if iterator_ty.is_union(db) || find_method(db, iterator_ty, "__has_next__").is_some() {
            let (it, _) = self.inout_local(local, at);
            let (stored, condition) = self.in_block(|this| this.method_call(it.clone(), name("__has_next__"), Vec::new(), origin));
            let condition = self.block_expr(stored, condition);
            let (block, ()) = self.in_block(|this| {
                let item = this.method_call(it, name("__next__"), Vec::new(), origin);
                body(this, item);
            });
            (condition, block)
        } else {
            self.until_stop_iteration(local, origin, body)
        };
        let frame = self.end_loop_body(origin);
        let empty: Block = Box::new([]);
        self.finish_loop(frame, exit, condition, body_block, orelse.unwrap_or(&empty), origin);
    }

    /// A loop for each type that the value may have: an iterator is changed in place, so it has to be of one type.
    fn iterate_union(&mut self, value: Expr, origin: Origin, body: &mut dyn FnMut(&mut Self, Expr), orelse: Option<&Block>) {
        let db = self.db;
        let (ty, at) = (self.vars.shallow(db, value.ty), value.origin);
        let is_iterable = |this: &Self, ty: Ty| {
            matches!(ty.kind(db), TyKind::Tuple(_))
                || ["__iter__", "__next__", "__getitem__"].iter().any(|method| find_method(this.db, ty, method).is_some())
        };
        let variants = ty.variants(db);
        if !variants.iter().any(|&variant| is_iterable(self, variant)) {
            let wrong = self.missing_operation(value, name("__iter__"), origin);
            return self.emit(StmtKind::Expr(wrong), origin);
        }
        let (store, local) = self.temp(value);
        self.push(store);
        let mut branches = Vec::new();
        let before = self.env.clone();
        let mut after: Option<super::env::Env> = None;
        for (copy, &variant) in variants.iter().enumerate() {
            self.env = before.clone();
            self.copies.push(copy as u32);
            self.variants += 1;
            let (block, ()) = self.in_block(|this| {
                if is_iterable(this, variant) {
                    let narrowed = this.narrow(this.local_expr(local, at), variant);
                    return this.iterate(narrowed, origin, body, orelse);
                }
                let message = this.missing_method(variant, name("__iter__")).message;
                let raise = this.raise_call("raise_type_error", vec![this.str(&message, origin)], origin);
                this.emit(StmtKind::Expr(raise), origin);
                this.env.live = false;
            });
            self.copies.pop();
            self.variants -= 1;
            after = Some(match after {
                Some(known) => known.join(&self.env, db, &mut self.vars),
                None => self.env.clone(),
            });
            branches.push((variant, block));
        }
        self.env = before;
        let mut rest = branches.pop().map(|(_, block)| block).unwrap_or_default();
        for (variant, then) in branches.into_iter().rev() {
            let condition = self.type_test(self.local_expr(local, origin), variant);
            let (chain, ()) = self.in_block(|this| this.emit(StmtKind::If { condition, then, otherwise: rest }, origin));
            rest = chain;
        }
        rest.into_iter().for_each(|statement| self.push(statement));
        if let Some(after) = after {
            self.env = after;
        }
    }

    /// A loop over a list is one over positions: they stay in a register, and elements that are added meanwhile are found as well.
    fn over_list(&mut self, list: Expr, origin: Origin, body: &mut dyn FnMut(&mut Self, Expr), orelse: Option<&Block>) {
        let int = Ty::int(self.db);
        let element = list.ty.as_class(self.db).map_or_else(|| Ty::unknown(self.db), |(_, args)| args[0]);
        let (store, list) = self.temp(list);
        self.push(store);
        let (store, at) = self.temp(self.int(0, origin));
        self.push(store);
        self.enter_loop(origin);
        let exit = self.env.clone();
        let size = self.attribute(self.local_expr(list, origin), name("_size"), origin);
        let condition = self.compare_ints(BinaryOp::Lt, self.local_expr(at, origin), size, origin);
        let (block, ()) = self.in_block(|this| {
            let items = this.attribute(this.local_expr(list, origin), name("_items"), origin);
            let load =
                ExprKind::Intrinsic { name: name("ptr_load"), type_args: vec![element], args: vec![items, this.local_expr(at, origin)] };
            let item = this.expr_of(this.vars.shallow(this.db, element), load, origin);
            let (store, item) = this.temp(item);
            this.push(store);
            let (index, one) = (this.local_expr(at, origin), this.int(1, origin));
            let next = this.expr_of(int, ExprKind::Binary(BinaryOp::Add, Box::new(index), Box::new(one)), origin);
            this.emit(StmtKind::Assign(Place::Local(at), next), origin);
            let item = this.local_expr(item, origin);
            body(this, item);
        });
        let frame = self.end_loop_body(origin);
        let empty: Block = Box::new([]);
        self.finish_loop(frame, exit, condition, block, orelse.unwrap_or(&empty), origin);
    }

    /// `__next__` until it raises `StopIteration`.
    fn until_stop_iteration(
        &mut self,
        iterator: Local,
        origin: Origin,
        body: &mut dyn FnMut(&mut Self, Expr),
    ) -> (Expr, crate::thir::Block) {
        let db = self.db;
        let (it, _) = self.inout_local(iterator, origin);
        let item = self.method_call(it, name("__next__"), Vec::new(), origin);
        let item_ty = item.ty;
        let held = self.new_local(item_ty, None);
        self.locals[held.index()].maybe_unbound = true;
        let stopped = builtin_ty(db, "StopIteration");
        let binding = self.new_local(stopped, None);
        let forget = Stmt { kind: StmtKind::Unbind(held), origin };
        let next = Stmt { kind: StmtKind::Assign(Place::Local(held), item), origin };
        let handler = Handler { classes: vec![stopped], binding, body: Vec::new() };
        let attempt = StmtKind::Try { body: vec![next], handlers: vec![handler], orelse: Vec::new(), finalbody: Vec::new(), raised: None };
        let is_held = self.expr_of(Ty::bool(db), ExprKind::IsBound(held), origin);
        let condition = self.block_expr(vec![forget, Stmt { kind: attempt, origin }], is_held);
        let (block, ()) = self.in_block(|this| {
            let item = this.local_expr(held, origin);
            body(this, item);
        });
        (condition, block)
    }

    fn tuple_as_list(&mut self, value: Expr, count: usize, origin: Origin) -> Expr {
        let at = value.origin;
        let (store, tuple) = self.temp(value);
        self.push(store);
        let items = (0..count).map(|item| self.tuple_get(self.local_expr(tuple, origin), item)).collect();
        let site = match (at, origin) {
            (Origin::Expr(site), _) | (_, Origin::Expr(site)) => site,
            _ => return self.unknown(origin),
        };
        self.list_of(site, items, None, origin)
    }

    /// `item in container` for containers that can only be iterated over.
    pub(super) fn contains_by_iteration(&mut self, item: Expr, container: Expr, origin: Origin) -> Expr {
        let start = self.bool(false, origin);
        let (store, found) = self.temp(start);
        let (mut block, ()) = self.in_block(|this| {
            this.for_each(container, origin, |this, element| {
                let equal = this.compare_values(pyc_hir::CmpOp::Eq, element, item.clone(), origin);
                let set = Stmt { kind: StmtKind::Assign(Place::Local(found), this.bool(true, origin)), origin };
                let stop = Stmt { kind: StmtKind::Break, origin };
                this.emit(StmtKind::If { condition: equal, then: vec![set, stop], otherwise: Vec::new() }, origin);
            });
        });
        block.insert(0, store);
        let result = self.expr_of(Ty::bool(self.db), ExprKind::Read(Place::Local(found)), origin);
        self.block_expr(block, result)
    }
}
