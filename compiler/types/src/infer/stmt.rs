//! Statements.

use pyc_base::{codes, name};
use pyc_hir::{Block, BodyOwner, Expr as Hir, ExprId, NameRef, Stmt as HirStmt, StmtId};

use super::Infer;
use super::arguments::Given;
use super::env::{Env, Slot};
use crate::class::{builtin_ty, class_info, is_subclass};
use crate::diagnostic::TypeDiagnostic;
use crate::thir::{Expr, ExprKind, Origin, Place, StmtKind};
use crate::ty::{GlobalVar, Instance, Ty, TyKind};
use crate::unset::flag_of;

impl Infer<'_> {
    pub(super) fn stmts(&mut self, block: &Block) {
        for &stmt in block {
            if !self.env.live {
                // Nothing gets here; Python compiles it, but never runs it.
                return;
            }
            stacker::maybe_grow(64 * 1024, 1024 * 1024, || self.stmt(stmt));
        }
    }

    fn stmt(&mut self, id: StmtId) {
        let hir = self.hir.clone();
        let origin = Origin::Stmt(id);
        match &hir.stmts[id.index()] {
            HirStmt::Expr(value) => self.expr_stmt(*value, origin),
            HirStmt::Assign { targets, value } => self.assign_stmt(targets, *value, origin),
            HirStmt::AugAssign { target, op, value } => self.augmented(*target, *op, *value, origin),
            HirStmt::Annotated { target, annotation, value } => self.annotated(*target, annotation, *value, origin),
            HirStmt::Return(value) => {
                let expected = self.declared_return();
                let value = match value {
                    Some(value) => self.expr(*value, expected),
                    None => self.none(origin),
                };
                self.note_possible_raise();
                self.return_value(value, origin);
            }
            HirStmt::If { test, body, orelse } => self.if_stmt(*test, body, orelse, origin),
            HirStmt::While { test, body, orelse } => self.while_stmt(*test, body, orelse, id),
            HirStmt::For { is_async: true, .. } | HirStmt::With { is_async: true, .. } => {
                self.unsupported("`async`", "write it without `async`", origin);
            }
            HirStmt::For { target, iter, body, orelse, .. } => self.for_stmt(*target, *iter, body, orelse, id),
            HirStmt::Break => {
                self.emit(StmtKind::Break, origin);
                let env = std::mem::take(&mut self.env);
                if let Some(frame) = self.loops.last_mut() {
                    frame.breaks.push(env);
                }
            }
            HirStmt::Continue => {
                self.emit(StmtKind::Continue, origin);
                let env = std::mem::take(&mut self.env);
                if let Some(frame) = self.loops.last_mut() {
                    frame.continues.push(env);
                }
            }
            HirStmt::Raise { exception, cause } => self.raise_stmt(*exception, *cause, origin),
            HirStmt::Try { is_star: true, .. } => {
                self.unsupported("`except*`", "use `except`", origin);
            }
            HirStmt::Try { body, handlers, orelse, finalbody, .. } => self.try_stmt(body, handlers, orelse, finalbody, origin),
            HirStmt::With { items, body, .. } => self.with_stmt(items, body, origin),
            HirStmt::Match { subject, cases } => self.match_stmt(*subject, cases, origin),
            HirStmt::Assert { test, message } => self.assert_stmt(*test, *message, origin),
            HirStmt::Delete(targets) => targets.iter().for_each(|&target| self.delete(target, origin)),
            HirStmt::Def { function, target, decorators, defaults } => self.def_stmt(*function, *target, decorators, defaults, origin),
            HirStmt::ClassDef { class, target, decorators } => self.class_stmt(*class, *target, decorators, origin),
            HirStmt::Import(names) => names.iter().for_each(|imported| self.import(imported, origin)),
            HirStmt::Alias(name) => self.check_alias(*name),
            HirStmt::Pass | HirStmt::Declaration | HirStmt::Error => {}
        }
    }

    fn expr_stmt(&mut self, value: ExprId, origin: Origin) {
        if let Hir::Yield(yielded) = self.hir.exprs[value.index()] {
            return self.yield_stmt(yielded, Origin::Expr(value));
        }
        let value = self.expr(value, None);
        // A call that never returns ends the path. Early passes may just not know the callee yet.
        let ends = value.ty.is_never(self.db) && self.is_final;
        self.emit(StmtKind::Expr(value), origin);
        if ends {
            self.env.live = false;
        }
    }

    fn assign_stmt(&mut self, targets: &[ExprId], value: ExprId, origin: Origin) {
        if let [target] = targets
            && self.is_alias(*target)
        {
            return self.check_alias(*target);
        }
        if let [target] = targets
            && self.module_of(*target).is_some()
            && self.module_of(value).is_some()
        {
            // Another name of a module.
            return;
        }
        let expected = match targets {
            [target] => self.hint_of(*target),
            _ => None,
        };
        // `a, b = b, a` needs no tuple, but all values before any target.
        let hir = self.hir.clone();
        if let ([target], Hir::Tuple(values)) = (targets, &hir.exprs[value.index()])
            && let Hir::Tuple(names) | Hir::List(names) = &hir.exprs[target.index()]
            && names.len() == values.len()
            && !names.iter().chain(values.iter()).any(|item| matches!(hir.exprs[item.index()], Hir::Starred(_)))
        {
            let mut kept = Vec::new();
            for &value in values {
                let value = self.expr(value, None);
                let (store, local) = self.temp(value);
                self.push(store);
                kept.push(local);
            }
            for (&name, local) in names.iter().zip(kept) {
                let value = self.local_expr(local, origin);
                self.assign(name, value, origin);
            }
            return;
        }
        if let [target] = targets
            && self.assign_slice_of_list(*target, value, origin)
        {
            return;
        }
        let value = self.expr(value, expected);
        let [first, rest @ ..] = targets else { return };
        if rest.is_empty() {
            return self.assign(*first, value, origin);
        }
        let (store, local) = self.temp(value);
        self.push(store);
        for &target in targets {
            let value = self.local_expr(local, origin);
            self.assign(target, value, origin);
        }
    }

    /// What a target wants, if it is declared.
    fn hint_of(&mut self, target: ExprId) -> Option<Ty> {
        let hir = self.hir.clone();
        match &hir.exprs[target.index()] {
            Hir::Name(NameRef::Local(local)) => self.declared_type(Slot::Local(*local)),
            Hir::Name(NameRef::Global(text)) if self.own_global(*text).is_some() => self.declared_type(Slot::Global(*text)),
            Hir::Attribute { value, name } => {
                let (_, object) = self.in_block(|this| this.expr(*value, None));
                self.field(object.ty, *name).map(|(_, ty)| ty).filter(|ty| !ty.is_never(self.db))
            }
            Hir::Subscript { value, index } => {
                let (_, container) = self.in_block(|this| this.expr(*value, None));
                let (class, args) = container.ty.as_class(self.db)?;
                let is_slice = matches!(hir.exprs[index.index()], Hir::Slice { .. });
                match crate::ty::class_name(self.db, class).as_str() {
                    "list" if is_slice => Some(container.ty),
                    "list" => args.first().copied(),
                    "dict" => args.get(1).copied(),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    fn if_stmt(&mut self, test: ExprId, body: &Block, orelse: &Block, origin: Origin) {
        let (condition, on_true, on_false) = self.condition(test);
        if let ExprKind::Bool(known) = condition.kind {
            // Decided while compiling: the other branch is not even checked.
            self.env = if known { on_true } else { on_false };
            return self.stmts(if known { body } else { orelse });
        }
        self.env = on_true;
        let (then, ()) = self.in_block(|this| this.stmts(body));
        let after_then = std::mem::replace(&mut self.env, on_false);
        let (otherwise, ()) = self.in_block(|this| this.stmts(orelse));
        let after_else = std::mem::replace(&mut self.env, Env::live());
        self.emit(StmtKind::If { condition, then, otherwise }, origin);
        self.env = after_then.join(&after_else, self.db, &mut self.vars);
    }

    fn raise_stmt(&mut self, exception: Option<ExprId>, cause: Option<ExprId>, origin: Origin) {
        self.note_possible_raise();
        match exception {
            Some(exception) => {
                let exception = self.exception(exception);
                let exception = match cause {
                    Some(cause) => self.caused(exception, cause, origin),
                    None => exception,
                };
                if exception.ty.is_never(self.db) || exception.ty.is_unknown(self.db) {
                    self.emit(StmtKind::Expr(exception), origin);
                } else {
                    self.emit(StmtKind::Raise { exception, adds_traceback: true }, origin);
                }
            }
            None => match self.handled.last().copied() {
                Some(handled) => {
                    let exception = self.local_expr(handled, origin);
                    self.emit(StmtKind::Raise { exception, adds_traceback: false }, origin);
                }
                None => {
                    let message = self.str("No active exception to reraise", origin);
                    let raise = self.raise_call("raise_runtime_error", vec![message], origin);
                    self.emit(StmtKind::Expr(raise), origin);
                }
            },
        }
        self.env.live = false;
    }

    /// The exception of `raise … from cause`.
    fn caused(&mut self, exception: Expr, cause: ExprId, origin: Origin) -> Expr {
        if exception.ty.is_never(self.db) || exception.ty.is_unknown(self.db) {
            return exception;
        }
        let (store, kept) = self.temp(exception);
        self.push(store);
        let cause = match self.hir.exprs[cause.index()] {
            Hir::Literal(pyc_hir::Literal::None) => self.none(Origin::Expr(cause)),
            _ => self.exception(cause),
        };
        let noted = self.builtin_call("set_cause", vec![self.local_expr(kept, origin), cause], origin);
        self.emit(StmtKind::Expr(noted), origin);
        self.local_expr(kept, origin)
    }

    pub(super) fn unbind(&mut self, slot: Slot, origin: Origin) {
        if let Some(local) = self.lives_in_cell(slot) {
            let cell = self.cell(local, origin);
            let cleared = self.method_call(cell, name("_clear"), Vec::new(), origin);
            self.emit(StmtKind::Expr(cleared), origin);
        }
        if let Slot::Local(_) = slot
            && let Some(&local) = self.local_of.get(&(slot, Vec::new()))
        {
            self.emit(StmtKind::Unbind(local), origin);
        }
        if let Slot::Global(name) = slot
            && let Some(global) = self.own_global(name)
        {
            self.emit(StmtKind::UnbindGlobal(global), origin);
        }
        self.env.unbind(slot);
    }

    pub(super) fn exception_classes(&mut self, exception: ExprId) -> Vec<Ty> {
        let hir = self.hir.clone();
        if let Hir::Tuple(items) = &hir.exprs[exception.index()] {
            return items.iter().flat_map(|&item| self.exception_classes(item)).collect();
        }
        let value = self.expr(exception, None);
        self.exception_class(value.ty, exception)
    }

    /// The classes that a value names which is a class, or a tuple of classes.
    fn exception_class(&mut self, of: Ty, exception: ExprId) -> Vec<Ty> {
        let db = self.db;
        let base = builtin_ty(db, "BaseException");
        match of.kind(db) {
            TyKind::Tuple(items) => items.iter().flat_map(|&item| self.exception_class(item, exception)).collect(),
            &TyKind::ClassObject(class) => {
                let info = class_info(db, class);
                let ty = Ty::class(db, class, info.params.iter().map(|_| Ty::unknown(db)).collect::<Vec<_>>());
                if info.params.is_empty() && is_subclass(db, ty, base) {
                    return crate::multiple::further_heirs(db, class).into_iter().chain([ty]).collect();
                }
                if info.params.is_empty() {
                    self.report(
                        TypeDiagnostic::error(
                            codes::NOT_AN_EXCEPTION,
                            Origin::Expr(exception),
                            format!("`{}` is not an exception class", info.name),
                        )
                        .help("catch classes derived from `BaseException`"),
                    );
                } else {
                    self.unsupported(
                        "Catching a generic exception class",
                        "annotate the parameters of its `__init__`",
                        Origin::Expr(exception),
                    );
                }
                Vec::new()
            }
            TyKind::Unknown | TyKind::Never => Vec::new(),
            _ => {
                self.unsupported("Catching classes that are known only at run time", "name the classes", Origin::Expr(exception));
                Vec::new()
            }
        }
    }

    pub(super) fn common_base(&self, classes: &[Ty]) -> Ty {
        let db = self.db;
        crate::class::mro(db, classes[0])
            .into_iter()
            .find(|&base| classes.iter().all(|&class| is_subclass(db, class, base)))
            .unwrap_or_else(|| builtin_ty(db, "BaseException"))
    }

    fn assert_stmt(&mut self, test: ExprId, message: Option<ExprId>, origin: Origin) {
        let (condition, on_true, on_false) = self.condition(test);
        if matches!(condition.kind, ExprKind::Bool(true)) {
            self.env = on_true;
            return;
        }
        self.env = on_false;
        self.note_possible_raise();
        // CPython's tracebacks point at the condition, unless that is `False`.
        let place = if matches!(self.hir.exprs[test.index()], Hir::Literal(_)) { origin } else { Origin::Expr(test) };
        let (fails, ()) = self.in_block(|this| {
            let raise = match message {
                Some(message) => {
                    let message = this.expr(message, None);
                    this.raise_call("raise_assertion", vec![message], place)
                }
                None => this.raise_call("raise_assertion_plain", Vec::new(), place),
            };
            this.emit(StmtKind::Expr(raise), place);
        });
        self.env = Env::live();
        self.emit(StmtKind::If { condition, then: Vec::new(), otherwise: fails }, origin);
        self.env = on_true;
    }

    fn delete(&mut self, target: ExprId, origin: Origin) {
        let hir = self.hir.clone();
        match &hir.exprs[target.index()] {
            Hir::Name(_) => match self.slot_of(target) {
                Some(slot @ Slot::Local(_)) => self.unbind(slot, origin),
                Some(slot @ Slot::Global(name)) if self.own_global(name).is_some() => self.unbind(slot, origin),
                _ => {
                    self.unsupported("`del` of a module's variable", "assign `None` to it", origin);
                }
            },
            Hir::Subscript { value, index } => {
                let container = self.expr(*value, None);
                let index = self.expr(*index, None);
                let call = self.method_call(container, name("__delitem__"), vec![index], origin);
                self.emit(StmtKind::Expr(call), origin);
            }
            Hir::Tuple(items) | Hir::List(items) => items.iter().for_each(|&item| self.delete(item, origin)),
            Hir::Attribute { value, name } if self.module_of(*value).is_none() => self.delete_attribute(*value, *name, origin),
            _ => {
                self.unsupported("`del` of an attribute", "assign `None` to it", origin);
            }
        }
    }

    /// `del object.name`: of a property, or where `__delattr__` says what that means.
    fn delete_attribute(&mut self, object: ExprId, text: pyc_base::Name, origin: Origin) {
        let object = self.expr(object, None);
        let member = crate::class::find_member(self.db, object.ty, text);
        let deleter = member.and_then(|(owner, _)| Some((owner, self.property_part(owner, text, "deleter")?)));
        let call = match deleter {
            Some((owner, deleter)) => self.call_method(deleter, owner, object, Vec::new(), origin),
            None if crate::class::find_method(self.db, object.ty, "__delattr__").is_some() => {
                let named = self.str(text.as_str(), origin);
                self.method_call(object, name("__delattr__"), vec![named], origin)
            }
            None if self.find_field(object.ty, flag_of(text)).is_some() => self.unset_attribute(object, text, origin),
            None => self.unsupported("`del` of an attribute", "assign `None` to it", origin),
        };
        self.emit(StmtKind::Expr(call), origin);
    }

    /// `del object.name` of a field: from now on the object is without it.
    fn unset_attribute(&mut self, object: Expr, text: pyc_base::Name, origin: Origin) -> Expr {
        let Some((index, ty)) = self.find_field(object.ty, flag_of(text)) else { return self.unknown(origin) };
        let failure = self.no_attribute(object.ty, text);
        let (store, kept) = self.temp(object);
        self.push(store);
        let flag = |this: &Self| Place::Field { base: Box::new(this.local_expr(kept, origin)), index };
        let is_set = self.read(flag(self), ty, origin);
        let (fails, ()) = self.in_block(|this| {
            let raise = this.raises(&failure, Vec::new(), origin);
            this.emit(StmtKind::Expr(raise), origin);
        });
        self.emit(StmtKind::If { condition: is_set, then: Vec::new(), otherwise: fails }, origin);
        let unset = self.bool(false, origin);
        self.emit(StmtKind::Assign(flag(self), unset), origin);
        self.env.attribute_assigned(text);
        self.note_possible_raise();
        self.none(origin)
    }

    fn def_stmt(
        &mut self,
        function: pyc_hir::FunctionId,
        target: Option<pyc_hir::LocalId>,
        decorators: &[ExprId],
        defaults: &[(u32, ExprId)],
        origin: Origin,
    ) {
        let applied: Vec<ExprId> = decorators.iter().copied().filter(|&decorator| !self.is_known_decorator(decorator)).collect();
        let slot = match target {
            Some(target) => Slot::Local(target),
            None => {
                self.keep_defaults(function, defaults, origin);
                Slot::Global(function.def(self.db).name())
            }
        };
        if applied.is_empty() && target.is_none() && !self.is_variable(slot) {
            return;
        }
        // The decorators are evaluated first, and called the innermost first.
        let mut callees = Vec::new();
        for decorator in applied {
            let value = self.expr(decorator, None);
            let (store, kept) = self.temp(value);
            self.push(store);
            callees.push((kept, Origin::Expr(decorator)));
        }
        let mut value =
            if target.is_some() { self.closure_value(function, defaults, origin) } else { self.function_value(function, origin) };
        while let Some((decorator, at)) = callees.pop() {
            let decorator = self.local_expr(decorator, at);
            value = self.call_value_given(decorator, vec![Given::value(value)], at);
        }
        self.assign_slot(slot, value, origin);
    }

    /// Defaults that are no literals are evaluated once, and kept in variables beside the function.
    fn keep_defaults(&mut self, function: pyc_hir::FunctionId, defaults: &[(u32, ExprId)], origin: Origin) {
        for &(param, default) in defaults {
            let value = self.expr(default, None);
            let text = pyc_hir::signature(self.db, function).params[param as usize].name;
            self.assign_slot(Slot::Global(default_name(self.db, function, text)), value, origin);
        }
    }

    /// The variable that holds the default of a parameter.
    pub(super) fn default_variable(&self, function: pyc_hir::FunctionId, param: pyc_base::Name) -> Option<GlobalVar> {
        let db = self.db;
        let own = default_name(db, function, param);
        match pyc_hir::enclosing(db, function) {
            pyc_hir::Enclosing::Module(file) => Some(GlobalVar { file, name: own }),
            pyc_hir::Enclosing::Class(class) => Some(crate::class::class_variable(db, class, own)),
            pyc_hir::Enclosing::Function(_) => None,
        }
    }

    fn is_known_decorator(&self, decorator: ExprId) -> bool {
        match &self.hir.exprs[decorator.index()] {
            Hir::Name(NameRef::Global(text) | NameRef::Class(text)) => is_known(text.as_str()),
            Hir::Attribute { name, .. } => is_known(name.as_str()),
            Hir::Call { callee, .. } => self.is_known_decorator(*callee),
            _ => false,
        }
    }

    /// A class definition runs the statements of its body that give class variables their values.
    fn class_stmt(&mut self, class: pyc_hir::ClassId, target: Option<pyc_hir::LocalId>, decorators: &[ExprId], origin: Origin) {
        let db = self.db;
        if let Some(target) = target {
            let value = self.expr_of(Ty::new(db, TyKind::ClassObject(class)), ExprKind::None, origin);
            self.assign_slot(Slot::Local(target), value, origin);
        } else if let slot = Slot::Global(class.def(db).name())
            && self.is_variable(slot)
        {
            let value = self.expr_of(Ty::new(db, TyKind::ClassObject(class)), ExprKind::None, origin);
            self.assign_slot(slot, value, origin);
        }
        let info = class_info(db, class);
        self.check_class(class, &info, origin);
        let has_variables = info.members.iter().any(|(_, member)| matches!(member, pyc_hir::Member::Variable { value: Some(_), .. }));
        let runs_more = pyc_hir::body(db, BodyOwner::Class(class)).stmts.iter().any(|stmt| runs_with_class(db, stmt));
        if has_variables || runs_more {
            let instance = Instance::new(db, BodyOwner::Class(class), Box::new([]) as Box<[Ty]>, Box::new([]) as Box<[Ty]>);
            self.callees.push(instance);
            let call = self.expr_of(Ty::none(db), ExprKind::Call { instance, args: Vec::new() }, origin);
            self.emit(StmtKind::Expr(call), origin);
        }
        self.announce_class(class, &info, origin);
        self.decorate_class(class, decorators);
    }

    /// Calls the `__init_subclass__` that a class has from its bases.
    fn announce_class(&mut self, class: pyc_hir::ClassId, info: &crate::class::ClassInfo, origin: Origin) {
        let ty = Ty::class(self.db, class, []);
        let above = crate::multiple::linearization(self.db, ty).into_iter().skip(1);
        let hook = above.into_iter().find_map(|owner| {
            let (above, _) = owner.as_class(self.db)?;
            Some((owner, class_info(self.db, above).own_method("__init_subclass__")?))
        });
        if let Some((owner, hook)) = hook.filter(|_| info.params.is_empty()) {
            let call = self.class_method(hook, owner, ty, Vec::new(), origin);
            self.emit(StmtKind::Expr(call), origin);
        }
    }

    fn check_class(&mut self, class: pyc_hir::ClassId, info: &crate::class::ClassInfo, origin: Origin) {
        let def = pyc_hir::class_def(self.db, class);
        if def.keywords.iter().any(|keyword| *keyword == *"metaclass") {
            self.unsupported("A metaclass", "use functions, or a base class", origin);
        } else if !def.keywords.is_empty() {
            self.unsupported("A keyword of a class", "assign a variable of the class", origin);
        }
        if info.file.is_stdlib(self.db) {
            return;
        }
        if crate::class::has_unknown_base(self.db, class) {
            self.unsupported("A base that is no class known while compiling", "name a class that is defined once", origin);
        }
        if !info.bases.is_empty() && !crate::multiple::has_order(self.db, Ty::class(self.db, class, [])) && info.params.is_empty() {
            self.unsupported("A class whose bases have no consistent order", "write bases in the same order everywhere", origin);
        }
        for field in info.fields.iter().filter(|field| field.declared.is_none() && info.params.is_empty()) {
            let ty = Ty::class(self.db, class, []);
            let known = crate::class::class_fields(self.db, ty);
            let is_annotated = info.members.iter().any(|(member, what)| {
                *member == field.name && matches!(what, pyc_hir::Member::Variable { annotation: Some(_), value: None })
            });
            let is_open = |ty: Ty| ty.is_unknown(self.db) || (is_annotated && ty.is_never(self.db));
            if known.iter().any(|(known, ty)| *known == field.name && is_open(*ty)) {
                self.report(
                    TypeDiagnostic::error(
                        codes::OPEN_FIELD,
                        origin,
                        format!("The type of the field `{}` can't be told from the class", field.name),
                    )
                    .help(format!("annotate it: `{}: int`", field.name)),
                );
            }
        }
    }

    /// A call with its first argument evaluated already.
    pub(super) fn call_with_first(
        &mut self,
        callee: Expr,
        first: Expr,
        rest: &[pyc_hir::Arg],
        expected: Option<Ty>,
        origin: Origin,
    ) -> Expr {
        use super::arguments::{Given, Source};
        use super::call::Target;
        let mut given = vec![Given::value(first)];
        for arg in rest {
            let keyword = match arg.kind {
                pyc_hir::ArgKind::Keyword(keyword) => Some(keyword),
                _ => None,
            };
            given.push(Given::new(Source::Hir(arg.value), keyword));
        }
        match *callee.ty.kind(self.db) {
            TyKind::Function(function) => {
                self.invoke(Target { function, owner: None, receiver: None, type_args: Vec::new(), closure: None }, given, expected, origin)
            }
            TyKind::ClassObject(class) => self.construct_with(class, Vec::new(), given, expected, origin),
            _ => callee,
        }
    }
}

/// Whether a statement of a class's body does something when the class is defined.
fn runs_with_class(db: &dyn pyc_hir::Db, stmt: &HirStmt) -> bool {
    match stmt {
        HirStmt::Def { function, defaults, .. } => is_decorated(db, *function) || !defaults.is_empty(),
        HirStmt::Pass | HirStmt::Declaration | HirStmt::Error | HirStmt::Annotated { value: None, .. } => false,
        _ => true,
    }
}

/// No name of the program has parentheses.
fn default_name(db: &dyn pyc_hir::Db, function: pyc_hir::FunctionId, param: pyc_base::Name) -> pyc_base::Name {
    name(&format!("{}({param})", function.def(db).name()))
}

/// Decorators that the compiler itself understands.
fn is_known(decorator: &str) -> bool {
    matches!(
        decorator,
        "staticmethod"
            | "classmethod"
            | "property"
            | "setter"
            | "deleter"
            | "launches"
            | "inline"
            | "noinline"
            | "intrinsic"
            | "extern"
            | "export"
            | "kernel"
            | "struct"
            | "test"
            | "override"
            | "final"
            | "abstractmethod"
            | "overload"
    )
}

/// Whether decorators of the program make a function's name a variable.
pub(super) fn is_decorated(db: &dyn pyc_hir::Db, function: pyc_hir::FunctionId) -> bool {
    let signature = pyc_hir::signature(db, function);
    signature.decorators.iter().any(|decorator| decorator.path.last().is_none_or(|last| !is_known(last.as_str())))
}
