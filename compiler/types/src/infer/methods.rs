//! Calls of methods: on objects, classes, unions and `super()`, and which of several definitions an object's class means.

use pyc_base::{Name, name};
use pyc_hir::{Arg, BodyOwner, Db, Expr as Hir, ExprId, FunctionId, Member};

use super::Infer;
use super::arguments::{Given, Source};
use super::call::{Target, match_params};
use crate::class::{class_info, find_member, find_method, mro};
use crate::diagnostic::TypeDiagnostic;
use crate::facts::{Shared, has_holes, shared_type};
use crate::multiple::linearization;
use crate::thir::{Expr, ExprKind, Origin, StmtKind};
use crate::ty::{Instance, Ty, TyKind};

impl Infer<'_> {
    pub(super) fn attribute_call(&mut self, callee: ExprId, value: ExprId, text: Name, args: &[Arg], origin: Origin) -> Expr {
        let db = self.db;
        let hir = self.hir.clone();
        if let Hir::Call { callee, args: super_args } = &hir.exprs[value.index()]
            && self.is_builtin(*callee, "super")
            && self.is_own_super(super_args)
        {
            if text.as_str() == "__setattr__" && args.len() == 2 {
                return self.set_attribute(None, &args[0], &args[1], origin);
            }
            return self.super_call(text, args, origin);
        }
        if let Some(result) = self.object_call(value, text, args, origin) {
            return result;
        }
        // `Class[int].method(…)`.
        if let Hir::Subscript { value, index } = &hir.exprs[value.index()]
            && let Some((callee, type_args)) = self.explicit_type_args(*value, *index)
            && let TyKind::ClassObject(class) = *callee.ty.kind(db)
        {
            let given = self.given(args);
            return self.class_call(Ty::class(db, class, type_args), text, given, origin);
        }
        if let (Hir::Literal(pyc_hir::Literal::Str(template)), "format") = (&hir.exprs[value.index()], text.as_str())
            && let Some(formatted) = self.format_call(template, args, origin)
        {
            return formatted;
        }
        let receiver = self.expr(value, None);
        if let Some((_, Member::Function(function))) = find_member(db, receiver.ty, text) {
            // Editors ask for the method itself.
            self.expr_types.insert(callee, Ty::new(db, TyKind::Function(function)));
        }
        if let TyKind::ClassObject(class) = *receiver.ty.kind(db) {
            let given = self.given(args);
            let class = self.open_class(class, origin);
            return self.class_call(class, text, given, origin);
        }
        if receiver.ty.is_union(db) {
            // The arguments are evaluated once, whatever the receiver is.
            let (store, kept) = self.temp(receiver);
            self.push(store);
            let given = self.given_values(args, origin);
            let receiver = self.local_expr(kept, origin);
            return self.call_named(receiver, text, given, origin);
        }
        if receiver.ty.is_never(db) || receiver.ty.is_unknown(db) {
            for arg in args {
                self.expr(arg.value, None);
            }
            return receiver;
        }
        let given = self.given(args);
        self.call_named(receiver, text, given, origin)
    }

    /// `object.__setattr__(self, "name", value)` and `object.__new__(Class)`: what no class of the program has a say in.
    fn object_call(&mut self, value: ExprId, text: Name, args: &[Arg], origin: Origin) -> Option<Expr> {
        if !self.is_builtin(value, "object") {
            return None;
        }
        match (text.as_str(), args) {
            ("__setattr__", [object, attribute, value]) => Some(self.set_attribute(Some(object), attribute, value, origin)),
            ("__new__", [class]) => {
                let class = self.expr(class.value, None);
                Some(self.bare_object(class, origin))
            }
            _ => None,
        }
    }

    /// Assigns an attribute that is named by a string; of `self`, if no object is given.
    fn set_attribute(&mut self, object: Option<&Arg>, attribute: &Arg, value: &Arg, origin: Origin) -> Expr {
        let object = match (object, self.hir.params.first()) {
            (Some(object), _) => self.expr(object.value, None),
            (None, Some(&receiver)) => {
                let text = self.hir.locals[receiver.index()].name;
                self.read_slot(super::env::Slot::Local(receiver), text, origin)
            }
            (None, None) => return self.unsupported("`super()` outside of a method", "call the function by its name", origin),
        };
        let ExprKind::Str(attribute) = self.expr(attribute.value, None).kind else {
            return self.unsupported("An attribute whose name is known only at run time", "name the attribute", origin);
        };
        let attribute = name(&attribute);
        let (store, kept) = self.temp(object);
        let object = self.local_expr(kept, origin);
        let hint = self.field(object.ty, attribute).map(|(_, ty)| ty).filter(|ty| !ty.is_never(self.db));
        let value = self.expr(value.value, hint);
        let (mut block, ()) = self.in_block(|this| this.store_attribute(object, attribute, value, origin));
        block.insert(0, store);
        let none = self.none(origin);
        self.block_expr(block, none)
    }

    /// A class with type arguments that the call decides.
    fn open_class(&mut self, class: pyc_hir::ClassId, origin: Origin) -> Ty {
        let count = class_info(self.db, class).params.len();
        let open: Vec<Ty> = (0..count).map(|which| self.site_var(origin, class, which as u32)).collect();
        Ty::class(self.db, class, open)
    }

    /// Calls a value that may be one of several.
    pub(super) fn call_any(&mut self, callee: Expr, given: Vec<Given>, origin: Origin) -> Expr {
        if !callee.ty.is_union(self.db) {
            return self.call_value_given(callee, given, origin);
        }
        let given = given.into_iter().map(|arg| self.evaluated(arg, origin)).collect::<Vec<_>>();
        self.call_variant(callee, &given, origin)
    }

    /// An argument that is evaluated now, for several calls of which one is made.
    pub(super) fn evaluated(&mut self, arg: Given, origin: Origin) -> Given {
        let value = match arg.source {
            Source::Hir(id) => self.expr(id, None),
            Source::Done(value) => *value,
        };
        let (store, kept) = self.temp(value);
        self.push(store);
        Given { source: Source::Done(Box::new(self.local_expr(kept, origin))), ..arg }
    }

    /// `Class.method(…)`: static, class methods, and methods given their object.
    pub(super) fn class_call(&mut self, ty: Ty, text: Name, mut given: Vec<Given>, origin: Origin) -> Expr {
        let db = self.db;
        if let Some((class, _)) = ty.as_class(db)
            && let Some(result) = self.enumeration_call(class, text, &given, origin)
        {
            return result;
        }
        if given.is_empty()
            && matches!(text.as_str(), "__repr__" | "__str__")
            && let Some((class, _)) = ty.as_class(db)
        {
            return self.class_text(class, origin);
        }
        let (owner, function) = match find_member(db, ty, text) {
            Some((owner, Member::Function(function))) => (owner, function),
            Some((_, Member::Class(class))) => return self.construct_with(class, Vec::new(), given, None, origin),
            _ => return self.unknown_attribute(ty, text, origin),
        };
        let target = |receiver| Target { function, owner: Some(owner), receiver, type_args: Vec::new(), closure: None };
        if self.has_decorator(function, "staticmethod") {
            return self.invoke_method(target(None), given, origin);
        }
        if self.has_decorator(function, "classmethod") {
            return self.class_method(function, owner, ty, given, origin);
        }
        if given.is_empty() {
            return self.unsupported("A method without its object", "give the object as the first argument", origin);
        }
        let receiver = match given.remove(0).source {
            Source::Hir(id) => self.expr(id, None),
            Source::Done(value) => *value,
        };
        let owner = linearization(db, receiver.ty)
            .into_iter()
            .find(|base| base.as_class(db).map(|c| c.0) == owner.as_class(db).map(|c| c.0))
            .unwrap_or(owner);
        self.invoke_method(
            Target { function, owner: Some(owner), receiver: Some(receiver), type_args: Vec::new(), closure: None },
            given,
            origin,
        )
    }

    pub(super) fn class_method(&mut self, function: FunctionId, owner: Ty, ty: Ty, mut given: Vec<Given>, origin: Origin) -> Expr {
        let Some((class, _)) = ty.as_class(self.db) else { return self.unknown(origin) };
        let class_object = self.expr_of(Ty::new(self.db, TyKind::ClassObject(class)), ExprKind::None, origin);
        given.insert(0, Given::value(class_object));
        self.invoke(Target { function, owner: Some(owner), receiver: None, type_args: Vec::new(), closure: None }, given, None, origin)
    }

    /// Whether `super(…)` means what it means without arguments: the class around, and its object.
    fn is_own_super(&mut self, args: &[Arg]) -> bool {
        let [class, object] = args else { return args.is_empty() };
        let Hir::Name(pyc_hir::NameRef::Local(local)) = self.hir.exprs[object.value.index()] else { return false };
        let is_receiver = self.hir.params.first() == Some(&local);
        let own = self.scope.self_ty.and_then(|ty| ty.as_class(self.db)).map(|(class, _)| class);
        let named = self.expr(class.value, None).ty;
        is_receiver && matches!(*named.kind(self.db), TyKind::ClassObject(class) if Some(class) == own)
    }

    /// `super().method(…)`.
    pub(super) fn super_call(&mut self, text: Name, args: &[Arg], origin: Origin) -> Expr {
        let db = self.db;
        let own = self.scope.self_ty;
        let (Some(own), Some(&receiver)) = (own, self.hir.params.first()) else {
            return self.unsupported("`super()` outside of a method", "call the function by its name", origin);
        };
        if text.as_str() == "__new__" {
            return self.super_new(own, args, origin);
        }
        let slot = super::env::Slot::Local(receiver);
        let object = self.read_slot(slot, self.hir.locals[receiver.index()].name, origin);
        let given = self.given(args);
        // What comes next is told by the class of the object, not by the one around.
        let of_class = |ty: &Ty| ty.as_class(db).map(|(class, _)| class);
        let order = linearization(db, if object.ty.as_class(db).is_some() { object.ty } else { own });
        let order = if order.iter().any(|owner| of_class(owner) == of_class(&own)) { order } else { mro(db, own) };
        let next: Vec<Ty> = order.into_iter().skip_while(|owner| of_class(owner) != of_class(&own)).skip(1).collect();
        let Some(&base) = next.first() else { return self.unknown(origin) };
        let found = next.iter().find_map(|&owner| find_member(db, owner, text).filter(|(found, _)| *found == owner));
        match found.or_else(|| find_member(db, base, text)) {
            Some((owner, Member::Function(function))) => self.invoke_method(
                Target { function, owner: Some(owner), receiver: Some(object), type_args: Vec::new(), closure: None },
                given,
                origin,
            ),
            _ if matches!(text.as_str(), "__init__" | "__init_subclass__") => self.none(origin),
            _ => self.unknown_attribute(base, text, origin),
        }
    }

    /// A method call by name on a value that is there.
    pub(super) fn method_call(&mut self, receiver: Expr, text: Name, args: Vec<Expr>, origin: Origin) -> Expr {
        if receiver.ty.is_union(self.db) {
            // Used once for each variant.
            let (store, kept) = self.temp(receiver);
            let mut block = vec![store];
            let mut kept_args = Vec::new();
            for arg in args {
                let (store, local) = self.temp(arg);
                block.push(store);
                kept_args.push(self.local_expr(local, origin));
            }
            let receiver = self.local_expr(kept, origin);
            let result = self.call_named(receiver, text, Self::done(kept_args), origin);
            return self.block_expr(block, result);
        }
        self.call_named(receiver, text, Self::done(args), origin)
    }

    pub(super) fn call_named(&mut self, receiver: Expr, text: Name, given: Vec<Given>, origin: Origin) -> Expr {
        let db = self.db;
        if let Some(diverged) = self.diverges([&receiver]) {
            return self.sequence(vec![receiver], diverged, origin);
        }
        if receiver.ty.is_union(db) {
            let ty = receiver.ty;
            let each = |this: &mut Self, receiver: Expr| {
                if this.has_attribute(receiver.ty, text) {
                    let result = this.call_named(receiver, text, given.clone(), origin);
                    // An iterator is changed in place, which a value that may be of several types can't be: it becomes an object.
                    Ok(if text.as_str() == "__iter__" { this.builtin_call("held_iterator", vec![result], origin) } else { result })
                } else {
                    Err(this.missing_method(receiver.ty, text))
                }
            };
            return self.dispatch(receiver, origin, each).unwrap_or_else(|| self.unknown_attribute(ty, text, origin));
        }
        if let TyKind::ClassObject(class) = *receiver.ty.kind(db) {
            self.emit(StmtKind::Expr(receiver), origin);
            let class = self.open_class(class, origin);
            return self.class_call(class, text, given, origin);
        }
        if text.as_str() == "__class__" {
            let class = self.type_of(receiver, origin);
            return self.call_any(class, given, origin);
        }
        if given.is_empty()
            && matches!(text.as_str(), "__repr__" | "__str__")
            && let Some(shown) = self.function_text(receiver.ty)
        {
            let shown = self.str(&shown, origin);
            return self.sequence_value(vec![receiver], shown);
        }
        if text.as_str() == "__call__"
            && let Some(method) = self.method_behind(receiver.ty)
        {
            let object = self.attribute(receiver, name("__self__"), origin);
            return self.call_named(object, method, given, origin);
        }
        if text.as_str() == "send"
            && let Some(sent) = self.send(&receiver, &given, origin)
        {
            return sent;
        }
        if let TyKind::Tuple(items) = receiver.ty.kind(db)
            && text.as_str() == "__len__"
        {
            let length = self.int(items.len() as i64, origin);
            return self.sequence_value(vec![receiver], length);
        }
        if self.find_field(receiver.ty, text).is_some() {
            let callee = self.attribute(receiver, text, origin);
            return self.call_value_given(callee, given, origin);
        }
        match find_member(db, receiver.ty, text) {
            Some((owner, Member::Function(function))) => {
                if self.has_decorator(function, "staticmethod") {
                    return self.invoke_method(
                        Target { function, owner: Some(owner), receiver: None, type_args: Vec::new(), closure: None },
                        given,
                        origin,
                    );
                }
                if self.has_decorator(function, "classmethod") {
                    let ty = receiver.ty;
                    return self.class_method(function, owner, ty, given, origin);
                }
                let result = self.virtual_call(function, owner, receiver, text, given, origin);
                // The library asks in the name of `len()`.
                let is_asked = self.file.is_stdlib(db) && text.as_str() == "__len__";
                if is_asked { self.checked_length(function, result) } else { result }
            }
            Some((_, Member::Class(_))) => {
                let class = self.attribute(receiver, text, origin);
                self.call_value_given(class, given, origin)
            }
            None if find_method(db, receiver.ty, "__getattr__").is_some() && !text.as_str().starts_with("__") => {
                let callee = self.attribute(receiver, text, origin);
                self.call_any(callee, given, origin)
            }
            _ => match self.heirs_with(receiver.ty, text) {
                heirs if heirs.is_empty() || text.starts_with("__") => self.missing_operation(receiver, text, origin),
                heirs => self.call_of_heirs(receiver, text, &heirs, given, origin),
            },
        }
    }

    /// What a program's own `__len__` gives may be negative.
    pub(super) fn checked_length(&mut self, function: FunctionId, length: Expr) -> Expr {
        if function.def(self.db).file.is_stdlib(self.db) || !matches!(length.ty.kind(self.db), TyKind::Int) {
            return length;
        }
        let origin = length.origin;
        self.builtin_call("_checked_length", vec![length], origin)
    }

    /// A method that derived classes may define anew: the object's class decides, most derived first.
    pub(super) fn virtual_call(
        &mut self,
        function: FunctionId,
        owner: Ty,
        receiver: Expr,
        text: Name,
        given: Vec<Given>,
        origin: Origin,
    ) -> Expr {
        let overriders = self.overriders_of(receiver.ty, text);
        if overriders.is_empty() {
            return self.invoke_method(
                Target { function, owner: Some(owner), receiver: Some(receiver), type_args: Vec::new(), closure: None },
                given,
                origin,
            );
        }
        let (store, kept) = self.temp(receiver);
        let mut block = vec![store];
        let mut kept_args = Vec::new();
        for arg in given {
            let value = match arg.source {
                Source::Hir(id) => self.expr(id, None),
                Source::Done(value) => *value,
            };
            let (store, local) = self.temp(value);
            block.push(store);
            kept_args.push(Given::new(Source::Done(Box::new(self.local_expr(local, origin))), arg.keyword));
        }
        let object = self.local_expr(kept, origin);
        let base = Target { function, owner: Some(owner), receiver: Some(object.clone()), type_args: Vec::new(), closure: None };
        let mut result = match crate::class::is_abstract(self.db, function) {
            // No object is of a class that has this one.
            true => {
                let message = self.str("an abstract method has no result", origin);
                self.raise_call("raise_runtime_error", vec![message], origin)
            }
            false => self.invoke_method(base, kept_args.clone(), origin),
        };
        // Nearest first, so that the most derived test comes out on top.
        for derived in overriders {
            let Some((derived_owner, Member::Function(method))) = find_member(self.db, derived, text) else { continue };
            let narrowed = self.narrow(object.clone(), derived);
            let target =
                Target { function: method, owner: Some(derived_owner), receiver: Some(narrowed), type_args: Vec::new(), closure: None };
            let call = match method.def(self.db).file.is_stdlib(self.db) {
                true => self.invoke_override(target, kept_args.clone(), derived, text, origin),
                false => self.invoke_method(target, kept_args.clone(), origin),
            };
            let is_special = crate::class::is_subclass(self.db, call.ty, result.ty);
            let ty = if is_special { result.ty } else { self.join(result.ty, call.ty) };
            let test = self.type_test(object.clone(), derived);
            let (call, rest) = (self.widen(call, ty), self.widen(result, ty));
            result = self.if_expr(ty, test, call, rest);
        }
        self.block_expr(block, result)
    }

    /// Calls a method that a class of the library defines anew for arguments of its own (`Counter.__or__` takes a `Counter`, where `dict.__or__` takes any
    /// dictionary): with others it fails if it is reached, which the program need not intend.
    fn invoke_override(&mut self, target: Target, given: Vec<Given>, derived: Ty, text: Name, origin: Origin) -> Expr {
        let (reported, called, locals) = (self.diagnostics.len(), self.callees.len(), self.locals.len());
        let call = self.invoke_method(target, given, origin);
        let is_wrong = |this: &Self| {
            this.diagnostics[reported..].iter().any(TypeDiagnostic::is_error)
                || this.callees[called..].iter().any(|&callee| super::is_wrong_in_library(this.db, callee))
        };
        // Before the last pass nothing is reported, and what is not known would spread.
        if !call.ty.is_unknown(self.db) && !(self.is_final && is_wrong(self)) {
            return call;
        }
        self.diagnostics.truncate(reported);
        self.callees.truncate(called);
        self.locals.truncate(locals);
        let message = format!("'{}' object takes other arguments for {text}", self.runtime_name(derived));
        let message = self.str(&message, origin);
        self.raise_call("raise_type_error", vec![message], origin)
    }

    /// The derived classes of a receiver's class that define a method themselves, nearest first.
    pub(super) fn overriders_of(&self, receiver: Ty, text: Name) -> Vec<Ty> {
        let db = self.db;
        let Some((class, _)) = receiver.as_class(db) else { return Vec::new() };
        let info = class_info(db, class);
        if info.is_struct || text.as_str() == "__init__" || self.is_object(receiver) {
            return Vec::new();
        }
        crate::class::subclasses(db, class)
            .iter()
            .filter(|derived| {
                let info = class_info(db, **derived);
                // What a class with several bases has from them is compiled for it.
                info.own_method(text.as_str()).is_some() || !info.bases.is_empty()
            })
            .flat_map(|derived| self.heirs_of(receiver, *derived))
            .collect()
    }

    /// The types of a derived class whose objects are among those of a type.
    pub(super) fn heirs_of(&self, receiver: Ty, derived: pyc_hir::ClassId) -> Vec<Ty> {
        let db = self.db;
        let Some((class, _)) = receiver.as_class(db) else { return Vec::new() };
        let wanted = self.vars.resolve(db, receiver);
        // A generic derived class has the arguments that make it derive from just this type.
        let ty = generic_type(db, derived);
        let base = mro(db, ty).into_iter().find(|base| base.as_class(db).is_some_and(|(known, _)| known == class)).unwrap_or(receiver);
        let mut names = Vec::new();
        match_params(db, base, wanted, &mut names);
        let ty = crate::class::substitute(db, ty, &names);
        let found = if has_params(db, ty) { self.made_of(derived) } else { vec![ty] };
        found.into_iter().filter(|ty| crate::class::is_subclass(db, *ty, wanted)).collect()
    }

    /// The types of a generic class that the program makes objects of.
    pub(super) fn made_of(&self, class: pyc_hir::ClassId) -> Vec<Ty> {
        let db = self.db;
        let heirs = crate::class::subclasses(db, class);
        let made = |class: pyc_hir::ClassId| shared_type(db, made_place(class), Ty::never(db)).all_fills(db);
        let noted = std::iter::once(class).chain(heirs.iter().copied()).filter(|class| self.is_noted(*class));
        noted.flat_map(made).filter(|ty| ty.as_class(db).is_some()).collect()
    }

    /// Whether objects of a class are noted: of generic ones; of the library's, those that add parameters to their base, or whose base has none.
    fn is_noted(&self, class: pyc_hir::ClassId) -> bool {
        let db = self.db;
        let info = class_info(db, class);
        let has_plain_base = |base: Ty| base.as_class(db).is_some_and(|(_, args)| args.is_empty()) && !self.is_object(base);
        let is_library = class.def(db).file.is_stdlib(db);
        !info.params.is_empty() && (!is_library || adds_params(db, class) || info.base.is_some_and(has_plain_base))
    }

    /// Notes that an object of a generic class is made: calls of methods of its bases need to know.
    pub(super) fn note_made(&mut self, ty: Ty) {
        if let Some((class, _)) = ty.as_class(self.db)
            && self.is_noted(class)
        {
            self.made.push((made_place(class), ty));
        }
    }

    /// Calls a method that is known, without looking for one in derived classes.
    pub(super) fn call_method(&mut self, function: FunctionId, owner: Ty, receiver: Expr, args: Vec<Expr>, origin: Origin) -> Expr {
        self.invoke(
            Target { function, owner: Some(owner), receiver: Some(receiver), type_args: Vec::new(), closure: None },
            Self::done(args),
            None,
            origin,
        )
    }

    /// Calls a special method if the type has it and it takes such arguments.
    pub(super) fn try_method(&mut self, receiver: Expr, text: &str, args: Vec<Expr>, origin: Origin) -> Option<Expr> {
        let db = self.db;
        if receiver.ty.is_union(db) {
            return None;
        }
        let (owner, function) = find_method(db, receiver.ty, text)?;
        if !self.accepts(function, owner, &args) {
            return None;
        }
        let callees = self.callees.len();
        let call = self.virtual_call(function, owner, receiver, name(text), Self::done(args), origin);
        // The library leaves out annotations where anything goes that its body can work with.
        let is_wrong = self.callees[callees..].iter().any(|&callee| self.is_wrong_library_call(callee));
        if is_wrong {
            self.callees.truncate(callees);
            return None;
        }
        Some(call)
    }

    /// Calls a method, or what its decorators have made of it.
    fn invoke_method(&mut self, target: Target, mut given: Vec<Given>, origin: Origin) -> Expr {
        if !super::stmt::is_decorated(self.db, target.function) {
            return self.invoke(target, given, None, origin);
        }
        let pyc_hir::Enclosing::Class(class) = pyc_hir::enclosing(self.db, target.function) else {
            return self.invoke(target, given, None, origin);
        };
        let variable = crate::class::class_variable(self.db, class, target.function.def(self.db).name());
        let callee = self.read_global(variable, origin);
        if let Some(receiver) = target.receiver {
            given.insert(0, Given::value(receiver));
        }
        self.call_any(callee, given, origin)
    }

    pub(super) fn is_wrong_library_call(&self, callee: Instance) -> bool {
        let db = self.db;
        let BodyOwner::Function(function) = callee.owner(db) else { return false };
        let is_open = || pyc_hir::signature(db, function).params.iter().skip(1).any(|param| param.annotation.is_none());
        function.def(db).file.is_stdlib(db)
            && is_open()
            && !callee.params(db).iter().any(|&param| has_holes(db, param))
            && super::is_wrong_in_library(db, callee)
    }

    /// Whether a method takes these arguments.
    pub(super) fn accepts(&mut self, function: FunctionId, owner: Ty, args: &[Expr]) -> bool {
        let db = self.db;
        let types = crate::callee::callee_types(db, function, Some(owner));
        if args.len() >= pyc_hir::signature(db, function).params.len() {
            return false;
        }
        for (position, arg) in args.iter().enumerate() {
            let Some(declared) = types.param(position + 1) else { continue };
            let Ok(declared) = declared else { return false };
            let Some(ty) = declared.ty else { continue };
            if ty.any(db, &mut |part| matches!(part.kind(db), TyKind::Param(_))) {
                continue;
            }
            if !self.promotes(arg.ty, ty) && !self.assignable(arg.ty, ty) {
                return false;
            }
        }
        true
    }
}

/// Stands for all objects of a class; no field of the program has parentheses.
fn made_place(class: pyc_hir::ClassId) -> Shared {
    Shared::Field(class, name("(made)"))
}

/// A generic class as it is declared.
fn generic_type(db: &dyn Db, class: pyc_hir::ClassId) -> Ty {
    let open: Box<[Ty]> = class_info(db, class).params.iter().map(|param| Ty::new(db, TyKind::Param(*param))).collect();
    Ty::class(db, class, open)
}

fn has_params(db: &dyn Db, ty: Ty) -> bool {
    ty.any(db, &mut |part| matches!(part.kind(db), TyKind::Param(_)))
}

/// Whether a class derives from a generic one whose arguments do not tell all of its own: `defaultdict[K, V, F](dict[K, V])`.
fn adds_params(db: &dyn Db, class: pyc_hir::ClassId) -> bool {
    let bases = mro(db, generic_type(db, class));
    let is_told = |param: &Name, base: &Ty| base.any(db, &mut |part| *part.kind(db) == TyKind::Param(*param));
    let is_generic_base = |base: &&Ty| base.as_class(db).is_some_and(|(known, args)| known != class && !args.is_empty());
    bases.iter().find(is_generic_base).is_some_and(|base| class_info(db, class).params.iter().any(|param| !is_told(param, base)))
}
