//! Generators: their calls make an object of the library's class `generator`, which holds the body and its arguments; `yield` hands a value to it.

use pyc_base::name;
use pyc_hir::{BodyOwner, Db, ExprId, FunctionId};

use super::arguments::{Given, Source};
use super::{Infer, infer, settle};
use crate::class::{builtin_class, builtin_ty, find_method};
use crate::facts::Shared;
use crate::thir::{Expr, ExprKind, Handler, Origin, Place, StmtKind};
use crate::ty::{GlobalVar, Instance, Ty, TyKind};

/// What a generator yields: a slice of its body's inference.
#[salsa::tracked(returns(copy), cycle_initial = yielded_initial, cycle_fn = yielded_next)]
pub(super) fn yielded(db: &dyn Db, instance: Instance) -> Ty {
    infer(db, instance).yields
}

fn yielded_initial(db: &dyn Db, _: salsa::Id, _: Instance) -> Ty {
    Ty::never(db)
}

fn yielded_next(db: &dyn Db, cycle: &salsa::Cycle<'_>, last: &Ty, value: Ty, _: Instance) -> Ty {
    settle(db, cycle, *last, value)
}

impl Infer<'_> {
    pub(super) fn is_generator(&self) -> bool {
        self.signature.as_ref().is_some_and(|signature| signature.is_generator)
    }

    /// The object that a call of a generator function gives.
    pub(super) fn generator(&mut self, instance: Instance, (yields, returns): (Ty, Ty), args: Vec<Expr>, origin: Origin) -> Expr {
        let db = self.db;
        let Some(class) = builtin_class(db, "generator") else { return self.unknown(origin) };
        // A body that never yields gives an empty iterator; one that never returns has no result. Of this body that is not known before the end.
        let is_known = self.is_final || instance != self.instance;
        let of = |ty: Ty| if ty.is_never(db) && is_known { Ty::none(db) } else { ty };
        let (yields, returns) = (of(yields), of(returns));
        if let BodyOwner::Function(function) = instance.owner(db) {
            self.clear_sent(sent_variable(db, function), origin);
        }
        let body = self.expr_of(Ty::new(db, TyKind::Body(instance)), ExprKind::None, origin);
        let arguments = self.tuple(args, origin);
        let type_args = vec![yields, returns, body.ty, arguments.ty];
        self.construct_with(class, type_args, vec![Given::value(body), Given::value(arguments)], None, origin)
    }

    /// Runs a generator's body, which is done by its object.
    pub(super) fn call_body(&mut self, instance: Instance, given: Vec<Given>, origin: Origin) -> Expr {
        let db = self.db;
        let mut args = Vec::new();
        for (given, &param) in given.into_iter().zip(instance.params(db)) {
            let super::arguments::Source::Done(value) = given.source else { return self.unknown(origin) };
            args.push(self.widen(*value, param));
        }
        self.callees.push(instance);
        self.note_possible_raise();
        let ret = if instance == self.instance { self.ret } else { super::return_type(db, instance) };
        self.expr_of(ret, ExprKind::Call { instance, args }, origin)
    }

    /// `yield` with what is sent.
    pub(super) fn yield_expr(&mut self, value: Option<ExprId>, origin: Origin) -> Expr {
        let (block, ()) = self.in_block(|this| this.yield_stmt(value, origin));
        let sent = self.received(origin);
        self.block_expr(block, sent)
    }

    /// `yield` whose own value nobody asks for.
    pub(super) fn yield_stmt(&mut self, value: Option<ExprId>, origin: Origin) {
        let value = match value {
            Some(value) => self.expr(value, None),
            None => self.none(origin),
        };
        let yielded = self.yield_value(value, origin);
        self.emit(StmtKind::Expr(yielded), origin);
    }

    fn yield_value(&mut self, value: Expr, origin: Origin) -> Expr {
        if let Some(diverged) = self.diverges([&value]) {
            return self.sequence(vec![value], diverged, origin);
        }
        let value = self.kept(value);
        self.new_yields = self.join(self.new_yields, value.ty);
        let value = self.widen(value, self.yields);
        self.builtin_call("_yield", vec![value], origin)
    }

    /// `yield from iterable`.
    pub(super) fn yield_from(&mut self, iterable: ExprId, origin: Origin) -> Expr {
        let iterable = self.expr(iterable, None);
        let at = iterable.origin;
        let inner = match self.generator_body(iterable.ty) {
            Some(_) => iterable,
            None if find_method(self.db, iterable.ty, "__iter__").is_some() => self.method_call(iterable, name("__iter__"), Vec::new(), at),
            None => iterable,
        };
        if self.generator_body(inner.ty).is_some() {
            return self.delegate(inner, origin);
        }
        let (block, ()) = self.in_block(|this| {
            this.for_each(inner, origin, |this, item| {
                let yielded = this.yield_value(item, origin);
                this.emit(StmtKind::Expr(yielded), origin);
            });
        });
        let none = self.none(origin);
        self.block_expr(block, none)
    }

    /// `yield from` of a generator: what is sent and thrown goes to it, and its result is the value.
    fn delegate(&mut self, inner: Expr, origin: Origin) -> Expr {
        let (mut block, kept) = self.in_block(|this| {
            let (store, kept) = this.temp(inner);
            this.push(store);
            let own = this.bool(true, origin);
            let it = this.local_expr(kept, origin);
            this.assign_attribute(it, name("_is_delegate"), own, origin);
            kept
        });
        let (rounds, ()) = self.in_block(|this| {
            let it = this.local_expr(kept, origin);
            if this.yields_alike(&it) {
                let call = this.method_call(it, name("_yield_all"), Vec::new(), origin);
                this.emit(StmtKind::Expr(call), origin);
                return;
            }
            this.enter_loop(origin);
            let exit = this.env.clone();
            let (stored, condition) = this.in_block(|this| this.method_call(it.clone(), name("__has_next__"), Vec::new(), origin));
            let condition = this.block_expr(stored, condition);
            let (round, ()) = this.in_block(|this| this.delegated_round(it.clone(), origin));
            let frame = this.end_loop_body(origin);
            this.finish_loop(frame, exit, condition, round, &Box::default(), origin);
        });
        block.extend(rounds);
        let result = self.attribute(self.local_expr(kept, origin), name("_result"), origin);
        self.block_expr(block, result)
    }

    /// Whether a generator can yield in the place of this one: it has values of the same type, and nothing is sent that would have to be handed on.
    fn yields_alike(&mut self, inner: &Expr) -> bool {
        let Some(own) = self.function() else { return false };
        let Some(&values) = inner.ty.as_class(self.db).and_then(|(_, args)| args.first()) else { return false };
        self.new_yields = self.join(self.new_yields, values);
        values == self.yields && !self.is_sent_to(sent_variable(self.db, own))
    }

    fn delegated_round(&mut self, inner: Expr, origin: Origin) {
        let item = self.method_call(inner.clone(), name("__next__"), Vec::new(), origin);
        let (store, item) = self.temp(item);
        self.push(store);
        let (body, ()) = self.in_block(|this| {
            let yielded = this.yield_value(this.local_expr(item, origin), origin);
            this.emit(StmtKind::Expr(yielded), origin);
            if let (Some(own), Some(function)) = (this.function(), this.generator_body(inner.ty)) {
                this.forward_sent(sent_variable(this.db, own), sent_variable(this.db, function), origin);
            }
        });
        let binding = self.new_local(builtin_ty(self.db, "BaseException"), None);
        let (catch, ()) = self.in_block(|this| {
            let thrown = this.local_expr(binding, origin);
            let call = this.method_call(inner, name("_receive"), vec![thrown], origin);
            this.emit(StmtKind::Expr(call), origin);
        });
        let handlers = vec![Handler { classes: Vec::new(), binding, body: catch }];
        self.emit(StmtKind::Try { body, handlers, orelse: Vec::new(), finalbody: Vec::new(), raised: None }, origin);
    }

    // What is sent goes through a variable of the module, one for each generator function: it is read at once.

    /// The function whose body a generator runs.
    pub(super) fn generator_body(&self, ty: Ty) -> Option<FunctionId> {
        let (class, args) = ty.as_class(self.db)?;
        match args.get(BODY)?.kind(self.db) {
            TyKind::Body(instance) if builtin_class(self.db, "generator") == Some(class) => match instance.owner(self.db) {
                BodyOwner::Function(function) => Some(function),
                _ => None,
            },
            _ => None,
        }
    }

    /// `generator.send(value)`.
    pub(super) fn send(&mut self, receiver: &Expr, given: &[Given], origin: Origin) -> Option<Expr> {
        let function = self.generator_body(receiver.ty)?;
        let [value] = given else { return None };
        let value = match &value.source {
            Source::Done(value) => (**value).clone(),
            Source::Hir(id) => self.expr(*id, None),
        };
        let (store, kept) = self.temp(receiver.clone());
        self.push(store);
        let (store, value) = self.temp(value);
        self.push(store);
        let is_none = self.type_test(self.local_expr(value, origin), Ty::none(self.db));
        let check = self.method_call(self.local_expr(kept, origin), name("_check_start"), vec![is_none], origin);
        self.emit(StmtKind::Expr(check), origin);
        let value = self.local_expr(value, origin);
        self.put_sent(sent_variable(self.db, function), value, origin);
        Some(self.method_call(self.local_expr(kept, origin), name("__next__"), Vec::new(), origin))
    }

    fn put_sent(&mut self, variable: GlobalVar, value: Expr, origin: Origin) {
        self.note_assigned(Shared::Variable(variable), value.ty);
        let ty = self.sent_type(variable);
        let value = self.coerce(value, ty, "what is sent");
        self.emit(StmtKind::Assign(Place::Global(variable), value), origin);
    }

    /// A generator that nothing has been sent to yet reads `None`.
    fn clear_sent(&mut self, variable: GlobalVar, origin: Origin) {
        if self.is_sent_to(variable) {
            let none = self.none(origin);
            self.put_sent(variable, none, origin);
        }
    }

    fn sent_type(&mut self, variable: GlobalVar) -> Ty {
        let sent = self.global_type(variable);
        self.join(sent, Ty::none(self.db))
    }

    /// What was sent to this body, if anything was; the next time nothing will have been.
    fn received(&mut self, origin: Origin) -> Expr {
        let Some(function) = self.function() else { return self.none(origin) };
        let variable = sent_variable(self.db, function);
        let ty = self.sent_type(variable);
        let ty = self.vars.shallow(self.db, ty);
        let (block, kept) = self.in_block(|this| {
            let read = this.read(Place::Global(variable), ty, origin);
            let (store, kept) = this.temp(read);
            this.push(store);
            let none = this.none(origin);
            this.put_sent(variable, none, origin);
            kept
        });
        let value = self.local_expr(kept, origin);
        self.block_expr(block, value)
    }

    fn forward_sent(&mut self, from: GlobalVar, to: GlobalVar, origin: Origin) {
        if !self.is_sent_to(from) {
            return;
        }
        let value = self.received(origin);
        self.put_sent(to, value, origin);
    }

    /// Whether anything but `None` is sent through a variable.
    fn is_sent_to(&mut self, variable: GlobalVar) -> bool {
        let ty = self.global_type(variable);
        !ty.is_never(self.db) && !ty.is_none(self.db)
    }
}

/// The position of the body among the type arguments of the library's class `generator`.
const BODY: usize = 2;

/// No name of the program has parentheses.
fn sent_variable(db: &dyn Db, function: FunctionId) -> GlobalVar {
    let def = function.def(db);
    let path: Vec<String> = def.path.iter().map(|(step, number)| format!("{step}#{number}")).collect();
    GlobalVar { file: def.file, name: name(&format!("{}(sent)", path.join("/"))) }
}
