//! Variables and assignment targets.

use pyc_base::{Name, codes, name};
use pyc_hir::{BinOp, BodyOwner, Expr as Hir, ExprId, Item, NameRef, TypeRef};

use super::Infer;
use super::env::Slot;
use super::failure::Failure;
use super::globals::{derived_global, is_assigned_elsewhere, shared_global};
use crate::class::{class_fields, find_member};
use crate::diagnostic::TypeDiagnostic;
use crate::facts::{Shared, SharedType, is_settled};
use crate::thir::{Expr, ExprKind, Local, Origin, Place, StmtKind};
use crate::ty::{GlobalVar, Ty, TyKind};
use crate::unset::flag_of;

impl Infer<'_> {
    /// The type of a variable's storage: what is declared, or all that was ever assigned; `ty` is one more type that it holds.
    pub(super) fn storage_of(&mut self, slot: Slot, ty: Ty) -> Ty {
        if let Some(&declared) = self.declared.get(&slot) {
            return declared;
        }
        let key = self.slot_key(slot);
        let mut new = match self.new_storage.get(&key).copied() {
            Some(old) => self.join(old, ty),
            None => ty,
        };
        if let Some(shared) = self.shared_storage(slot, new) {
            new = self.join(new, shared);
        }
        self.new_storage.insert(key.clone(), new);
        match self.storage.get(&key) {
            Some(&known) => known,
            None => new,
        }
    }

    /// What others assign to a variable of the module that is being run, and put into what it holds.
    fn shared_storage(&mut self, slot: Slot, own: Ty) -> Option<Ty> {
        // What is put in below is only known after the first pass.
        let is_told_here = |this: &Self| this.is_first_pass || is_settled(this.db, this.vars.export(this.db, own));
        if let Some(global) = self.slot_global(slot) {
            let is_asked_for = !is_told_here(self) || is_assigned_elsewhere(self.db, global);
            return is_asked_for.then(|| self.global_type(global));
        }
        let (Slot::Local(local), Some(function)) = (slot, self.function()) else { return None };
        if !self.hir.locals[local.index()].is_captured || crate::captures::sole_definition(self.db, function, local).is_some() {
            return None;
        }
        let is_asked_for = !is_told_here(self) || crate::captures::is_assigned_inside(self.db, function, local);
        is_asked_for.then(|| self.captured_storage(function, local))
    }

    /// The type of a variable of a module or class.
    pub(super) fn global_type(&mut self, global: GlobalVar) -> Ty {
        let known = shared_global(self.db, global);
        let is_own = self.instance.owner(self.db) == BodyOwner::Module(global.file);
        if !is_own && let Some(derived) = derived_global(self.db, global, &known) {
            return derived;
        }
        self.open_shared(Shared::Variable(global), &known)
    }

    /// Variables of unrolled loops are different ones in each copy.
    fn slot_key(&self, slot: Slot) -> (Slot, Vec<u32>) {
        let is_unrolled = self.loops.iter().any(|frame| frame.unrolled.contains(&slot));
        (slot, if is_unrolled { self.copies.clone() } else { Vec::new() })
    }

    fn storage_local(&mut self, slot: Slot, storage: Ty) -> Local {
        let key = self.slot_key(slot);
        if let Some(&local) = self.local_of.get(&key) {
            return local;
        }
        let name = match slot {
            Slot::Local(local) => self.hir.locals[local.index()].name,
            Slot::Global(name) => name,
        };
        let storage = if self.is_final { self.vars.resolve(self.db, storage) } else { storage };
        let local = self.new_local(storage, Some(name));
        self.local_of.insert(key, local);
        local
    }

    fn slot_place(&mut self, slot: Slot, storage: Ty) -> Place {
        match slot {
            Slot::Local(_) => Place::Local(self.storage_local(slot, storage)),
            Slot::Global(name) => Place::Global(self.own_variable(name)),
        }
    }

    fn slot_global(&self, slot: Slot) -> Option<GlobalVar> {
        match slot {
            Slot::Local(_) => None,
            Slot::Global(name) => Some(self.own_variable(name)),
        }
    }

    fn own_variable(&self, text: Name) -> GlobalVar {
        match self.instance.owner(self.db) {
            pyc_hir::BodyOwner::Class(class) => crate::class::class_variable(self.db, class, text),
            _ => GlobalVar { file: self.file, name: text },
        }
    }

    pub(super) fn read_slot(&mut self, slot: Slot, text: Name, origin: Origin) -> Expr {
        let db = self.db;
        if let Some((_, constant)) = self.env.constants.iter().find(|(known, _)| *known == slot) {
            return self.int(*constant, origin);
        }
        let Some(state) = self.env.slots.get(&slot).copied() else {
            if let Some(local) = self.lives_in_cell(slot)
                && self.env.live
            {
                return self.read_own_cell(local, text, origin);
            }
            if !self.env.live {
                return self.expr_of(Ty::never(db), ExprKind::None, origin);
            }
            return self.never_assigned(slot, text, origin);
        };
        if let Some(local) = self.lives_in_cell(slot) {
            return self.read_own_cell(local, text, origin);
        }
        let ty = self.vars.shallow(db, state.ty);
        let storage = self.storage_of(slot, Ty::never(db));
        let place = self.slot_place(slot, storage);
        let storage = match &place {
            Place::Local(local) => self.locals[local.index()].ty,
            _ => storage,
        };
        let stored = self.read(place.clone(), storage, origin);
        let value =
            if self.vars.resolve(db, storage) == self.vars.resolve(db, ty) { Expr { ty, ..stored } } else { self.narrow(stored, ty) };
        match (state.bound, place) {
            (false, Place::Local(local)) => self.checked_bound(local, value, text, origin),
            _ => value,
        }
    }

    /// A variable that some path leaves without a value: tests before it reads.
    fn checked_bound(&mut self, local: Local, value: Expr, text: Name, origin: Origin) -> Expr {
        self.locals[local.index()].maybe_unbound = true;
        let is_bound = self.expr_of(Ty::bool(self.db), ExprKind::IsBound(local), origin);
        let raises = if self.function().is_some() { "raise_unbound_local" } else { "raise_name_error" };
        let raise = self.raise_call(raises, vec![self.str(text.as_str(), origin)], origin);
        self.if_expr(value.ty, is_bound, value, raise)
    }

    fn never_assigned(&mut self, slot: Slot, text: Name, origin: Origin) -> Expr {
        let deleted_or_later = self.storage.contains_key(&self.slot_key(slot));
        if !deleted_or_later && self.is_final {
            return self.unknown_name(text, origin);
        }
        let raises = if self.function().is_some() { "raise_unbound_local" } else { "raise_name_error" };
        let message = self.str(text.as_str(), origin);
        self.raise_call(raises, vec![message], origin)
    }

    pub(super) fn assign_slot(&mut self, slot: Slot, value: Expr, origin: Origin) {
        let ty = value.ty;
        let storage = self.storage_of(slot, ty);
        if let Some(local) = self.lives_in_cell(slot) {
            self.write_own_cell(local, value, origin);
            // Any call may assign it.
            self.env.assign(slot, storage);
            return;
        }
        let place = self.slot_place(slot, storage);
        let storage = match &place {
            Place::Local(local) => self.locals[local.index()].ty,
            _ => storage,
        };
        let value = self.widen(value, storage);
        if let Slot::Global(name) = slot {
            self.note_global(name, storage);
        }
        self.emit(StmtKind::Assign(place, value), origin);
        self.note_possible_raise();
        // Any call may assign what functions assign.
        let is_ours = !self.slot_global(slot).is_some_and(|global| is_assigned_elsewhere(self.db, global));
        let kept = if is_ours { self.lengthened(ty, storage) } else { storage };
        self.env.assign(slot, kept);
        self.note_possible_raise();
    }

    /// A value in a class's body whose own class says what reading it from an object gives.
    fn refuse_descriptor(&mut self, ty: Ty, origin: Origin) {
        let db = self.db;
        let is_own = ty.as_class(db).is_some_and(|(class, _)| !class.def(db).file.is_stdlib(db));
        if is_own && ["__get__", "__set__", "__delete__"].iter().any(|method| crate::class::find_method(db, ty, method).is_some()) {
            self.unsupported("A descriptor", "write a property: `@property`, and `@name.setter`", origin);
        }
    }

    fn note_global(&mut self, name: Name, ty: Ty) {
        match self.globals.iter_mut().find(|(known, _)| *known == name) {
            Some((_, known)) => *known = ty,
            None => self.globals.push((name, ty)),
        }
    }

    /// What holds here may hold at the start of the handlers around.
    pub(super) fn note_possible_raise(&mut self) {
        if !self.env.live {
            return;
        }
        for at in 0..self.handlers.len() {
            let so_far = std::mem::take(&mut self.handlers[at]);
            self.handlers[at] = so_far.join(&self.env, self.db, &mut self.vars);
        }
    }

    /// Assigns a value to a target of any form.
    pub(super) fn assign(&mut self, target: ExprId, value: Expr, origin: Origin) {
        let hir = self.hir.clone();
        let at = Origin::Expr(target);
        let value = match hir.exprs[target.index()] {
            Hir::Tuple(_) | Hir::List(_) => value,
            _ => self.kept(value),
        };
        self.expr_types.insert(target, value.ty);
        match &hir.exprs[target.index()] {
            Hir::Name(NameRef::Local(local)) => self.assign_variable(Slot::Local(*local), value, origin),
            Hir::Name(NameRef::Global(text)) => match self.own_global(*text) {
                Some(_) => self.assign_variable(Slot::Global(*text), value, origin),
                None => self.assign_global(*text, value, origin),
            },
            Hir::Name(NameRef::Class(text)) => self.assign_variable(Slot::Global(*text), value, origin),
            Hir::Name(NameRef::Captured { function, local }) => self.assign_captured(*function, *local, value, at),
            Hir::Attribute { value: module, name } if self.module_of(*module).is_some() => {
                let Some(file) = self.module_of(*module) else { return };
                self.assign_module_variable(GlobalVar { file, name: *name }, value, at);
            }
            Hir::Attribute { value: object, name } => {
                let (store, kept) = self.temp(value);
                self.push(store);
                let object = self.expr(*object, None);
                let value = self.local_expr(kept, origin);
                self.assign_attribute(object, *name, value, at);
            }
            Hir::Subscript { value: container, index } => {
                let (store, kept) = self.temp(value);
                self.push(store);
                let container = self.expr(*container, None);
                let index = self.expr(*index, None);
                let value = self.local_expr(kept, origin);
                self.set_item(container, index, value, at);
            }
            Hir::Tuple(items) | Hir::List(items) => self.unpack(items, value, at),
            Hir::Starred(_) => {
                self.unsupported("A starred target here", "put it into a tuple of targets", at);
            }
            _ => {}
        }
    }

    pub(super) fn push(&mut self, stmt: crate::thir::Stmt) {
        if self.env.live {
            self.block.push(stmt);
        }
    }

    fn assign_variable(&mut self, slot: Slot, value: Expr, origin: Origin) {
        if matches!(self.instance.owner(self.db), BodyOwner::Class(_)) {
            self.refuse_descriptor(value.ty, origin);
        }
        let Some(declared) = self.declared_type(slot) else { return self.assign_slot(slot, value, origin) };
        let narrow = value.ty;
        let fitted = self.coerce(value, declared, "the variable");
        let is_kept = self.assignable(narrow, declared) && !fitted.ty.is_unknown(self.db);
        let kept = if is_kept { self.lengthened(narrow, declared) } else { declared };
        self.assign_slot(slot, fitted, origin);
        // The declared type is what it may hold; what it holds now is known better, unless any call may change it.
        if !kept.is_never(self.db) && !self.is_changed_by_calls(slot) {
            self.env.assign(slot, kept);
        }
    }

    fn is_changed_by_calls(&self, slot: Slot) -> bool {
        self.lives_in_cell(slot).is_some() || self.slot_global(slot).is_some_and(|global| is_assigned_elsewhere(self.db, global))
    }

    /// The annotation of a variable, wherever in the body it stands.
    pub(super) fn declared_type(&mut self, slot: Slot) -> Option<Ty> {
        if let Some(declared) = self.declared.get(&slot) {
            return Some(*declared);
        }
        let Slot::Global(text) = slot else { return None };
        match pyc_hir::resolve_item(self.db, self.file, text)? {
            (_, Item::Variable { annotation: Some(annotation) }) => {
                let declared = self.scope.declared(self.db, &annotation).ok()?.ty?;
                self.declared.insert(slot, declared);
                Some(declared)
            }
            _ => None,
        }
    }

    pub(super) fn annotated(&mut self, target: ExprId, annotation: &TypeRef, value: Option<ExprId>, origin: Origin) {
        let declared = match self.scope.declared(self.db, annotation) {
            Ok(declared) => declared.ty,
            Err(problem) => {
                self.report_type_problem(problem, Origin::Expr(target));
                Some(Ty::unknown(self.db))
            }
        };
        if let (Some(declared), Some(slot)) = (declared, self.target_slot(target)) {
            self.declared.insert(slot, declared);
            if let Slot::Global(name) = slot {
                self.note_global(name, declared);
            }
        }
        if let Some(value) = value {
            let value = self.expr(value, declared);
            let value = match declared {
                Some(declared) if self.target_slot(target).is_none() => self.coerce(value, declared, "the declared type"),
                _ => value,
            };
            self.assign(target, value, origin);
        }
    }

    pub(super) fn report_type_problem(&mut self, problem: crate::resolve::TypeProblem, origin: Origin) {
        let mut diagnostic = TypeDiagnostic::error(problem.code, origin, problem.message);
        diagnostic.help = problem.help;
        self.report(diagnostic);
    }

    pub(super) fn target_slot(&self, target: ExprId) -> Option<Slot> {
        match &self.hir.exprs[target.index()] {
            Hir::Name(NameRef::Local(local)) => Some(Slot::Local(*local)),
            Hir::Name(NameRef::Class(name)) => Some(Slot::Global(*name)),
            Hir::Name(NameRef::Global(name)) => self.own_global(*name).map(|_| Slot::Global(*name)),
            _ => None,
        }
    }

    /// `global x` in a function.
    fn assign_global(&mut self, text: Name, value: Expr, origin: Origin) {
        let global = GlobalVar { file: self.file, name: text };
        self.note_assigned(Shared::Variable(global), value.ty);
        let ty = self.global_type(global);
        let value = self.coerce(value, ty, &format!("the module's variable `{text}`"));
        self.emit(StmtKind::Assign(Place::Global(global), value), origin);
    }

    /// `module.name = value`.
    fn assign_module_variable(&mut self, global: GlobalVar, value: Expr, origin: Origin) {
        let Some((_, Item::Variable { .. })) = pyc_hir::resolve_item(self.db, global.file, global.name) else {
            self.unknown_member(global.file, global.name, origin);
            return;
        };
        self.note_assigned(Shared::Variable(global), value.ty);
        let ty = self.global_type(global);
        let value = self.coerce(value, ty, &format!("the module's variable `{}`", global.name));
        self.emit(StmtKind::Assign(Place::Global(global), value), origin);
    }

    pub(super) fn assign_attribute(&mut self, object: Expr, text: Name, value: Expr, origin: Origin) {
        let db = self.db;
        if object.ty.is_never(db) || object.ty.is_unknown(db) {
            self.emit(StmtKind::Expr(object), origin);
            return;
        }
        if object.ty.is_union(db) {
            let ty = object.ty;
            let each = |this: &mut Self, object: Expr| {
                if object.ty.is_none(this.db) {
                    return Err(super::failure::Failure {
                        raises: "raise_attribute_error",
                        message: format!("'NoneType' object has no attribute '{text}'"),
                    });
                }
                let (block, ()) = this.in_block(|this| this.assign_attribute(object, text, value.clone(), origin));
                let none = this.none(origin);
                Ok(this.block_expr(block, none))
            };
            match self.dispatch(object, origin, each) {
                Some(dispatched) => self.emit(StmtKind::Expr(dispatched), origin),
                None => {
                    self.unknown_attribute(ty, text, origin);
                }
            }
            return;
        }
        if crate::class::is_named_tuple(db, object.ty) && !self.is_own_receiver(&object) {
            let message = self.str("can't set attribute", origin);
            let raise = self.raise_call("raise_attribute_error", vec![message], origin);
            self.emit(StmtKind::Expr(raise), origin);
            return;
        }
        if find_member(db, object.ty, name("__setattr__")).is_some() {
            let named = self.str(text.as_str(), origin);
            let call = self.method_call(object, name("__setattr__"), vec![named, value], origin);
            self.emit(StmtKind::Expr(call), origin);
            return;
        }
        self.store_attribute(object, text, value, origin);
    }

    /// An assignment to an attribute that no `__setattr__` is asked about.
    pub(super) fn store_attribute(&mut self, object: Expr, text: Name, value: Expr, origin: Origin) {
        let db = self.db;
        if let TyKind::ClassObject(class) = *object.ty.kind(db) {
            return self.assign_class_variable(class, text, value, origin);
        }
        if let Some((owner, pyc_hir::Member::Function(_))) = find_member(db, object.ty, text) {
            let setter = self.property_part(owner, text, "setter");
            match setter {
                Some(setter) => {
                    let call = self.call_method(setter, owner, object, vec![value], origin);
                    self.emit(StmtKind::Expr(call), origin);
                }
                None if self.property_part(owner, text, "property").is_some() => {
                    let shown = self.runtime_name(object.ty);
                    let message = self.str(&format!("property '{text}' of '{shown}' object has no setter"), origin);
                    let raise = self.raise_call("raise_attribute_error", vec![message], origin);
                    self.emit(StmtKind::Expr(raise), origin);
                }
                None => {
                    self.unsupported(&format!("Assigning to the method `{text}`"), "give the field another name", origin);
                }
            }
            return;
        }
        let Some((index, ty)) = self.field(object.ty, text) else {
            let wrong = self.unknown_attribute_of(object, text, origin);
            return self.emit(StmtKind::Expr(wrong), origin);
        };
        if self.is_own_receiver(&object) {
            self.note_field(text, value.ty);
        }
        if let Some((place, _)) = self.shared_field(object.ty, text) {
            self.note_assigned(place, value.ty);
        }
        let value = self.coerce(value, ty, &format!("the field `{text}`"));
        self.env.attribute_assigned(text);
        let struct_place = match &object.kind {
            ExprKind::Read(place) if self.is_struct(object.ty) => Some(place.clone()),
            _ => None,
        };
        if let Some(base) = struct_place {
            let place = Place::StructField { base: Box::new(base), index };
            self.emit(StmtKind::Assign(place, value), origin);
        } else {
            self.store_field(object, text, index, value, origin);
        }
        self.note_possible_raise();
    }

    fn store_field(&mut self, object: Expr, text: Name, index: u32, value: Expr, origin: Origin) {
        let Some((flag, _)) = self.find_field(object.ty, flag_of(text)) else {
            return self.emit(StmtKind::Assign(Place::Field { base: Box::new(object), index }, value), origin);
        };
        let (store, kept) = self.temp(object);
        self.push(store);
        let object = self.local_expr(kept, origin);
        self.emit(StmtKind::Assign(Place::Field { base: Box::new(object.clone()), index }, value), origin);
        let set = self.bool(true, origin);
        self.emit(StmtKind::Assign(Place::Field { base: Box::new(object), index: flag }, set), origin);
    }

    fn assign_class_variable(&mut self, class: pyc_hir::ClassId, text: Name, value: Expr, origin: Origin) {
        let owner = Ty::new(self.db, TyKind::ClassObject(class));
        if crate::class::enum_members(self.db, class).contains(&text) {
            let message = self.str(&format!("cannot reassign member '{text}'"), origin);
            let raise = self.raise_call("raise_attribute_error", vec![message], origin);
            self.emit(StmtKind::Expr(raise), origin);
            return;
        }
        if self.find_field(Ty::class(self.db, class, []), text).is_some() {
            let what = format!("Assigning `{text}` of the class, which its objects have as well,");
            self.unsupported(&what, "give the two different names", origin);
            return;
        }
        if self.class_variable(class, text).is_some_and(|variable| variable != crate::class::class_variable(self.db, class, text)) {
            let what = format!("Assigning `{text}` of `{}`, which has it from its base,", crate::ty::class_name(self.db, class));
            self.unsupported(&what, "give the class a variable of its own, or assign that of the base", origin);
            return;
        }
        match self.class_variable(class, text) {
            Some(global) => {
                self.note_assigned(Shared::Variable(global), value.ty);
                let ty = self.global_type(global);
                let value = self.coerce(value, ty, &format!("the class variable `{text}`"));
                self.emit(StmtKind::Assign(Place::Global(global), value), origin);
            }
            None => {
                self.unknown_attribute(owner, text, origin);
            }
        }
    }

    fn is_own_receiver(&self, object: &Expr) -> bool {
        let Some(&receiver) = self.hir.params.first() else { return false };
        let own = self.local_of.get(&(Slot::Local(receiver), Vec::new()));
        matches!(&object.kind, ExprKind::Read(Place::Local(local)) if Some(local) == own)
    }

    fn note_field(&mut self, text: Name, ty: Ty) {
        match self.fields.iter().position(|(known, _)| *known == text) {
            Some(at) => self.fields[at].1 = self.vars.join(self.db, self.fields[at].1, ty),
            None => self.fields.push((text, ty)),
        }
    }

    /// The index and the type of a field.
    pub(super) fn field(&mut self, object: Ty, text: Name) -> Option<(u32, Ty)> {
        let (index, ty) = self.find_field(object, text)?;
        Some((index, self.field_type(object, text, ty)))
    }

    /// The index of a field, and its type as it is laid out.
    pub(super) fn find_field(&self, object: Ty, text: Name) -> Option<(u32, Ty)> {
        let fields = class_fields(self.db, object.as_class(self.db).map(|_| self.vars.resolve(self.db, object))?);
        let at = fields.iter().position(|(field, _)| *field == text)?;
        Some((at as u32, fields[at].1))
    }

    /// The type of a field with the object's own type arguments, which may not be settled yet.
    fn field_type(&mut self, object: Ty, text: Name, resolved: Ty) -> Ty {
        let db = self.db;
        if let Some((place, known)) = self.shared_field(object, text) {
            return self.open_shared(place, &known);
        }
        for owner in crate::class::mro(db, object) {
            let Some((class, args)) = owner.as_class(db) else { continue };
            let info = crate::class::class_info(db, class);
            if let Some(declared) = info.fields.iter().find(|field| field.name == text).and_then(|field| field.declared) {
                return crate::class::substitute(db, declared, &info.substitution(args));
            }
        }
        resolved
    }

    /// A field whose type the whole program tells.
    fn shared_field(&self, object: Ty, text: Name) -> Option<(Shared, SharedType)> {
        let db = self.db;
        let (owner, class) = crate::class::mro(db, object).into_iter().rev().find_map(|owner| {
            let (class, _) = owner.as_class(db)?;
            crate::class::class_info(db, class).fields.iter().any(|field| field.name == text).then_some((owner, class))
        })?;
        let info = crate::class::class_info(db, class);
        let field = info.fields.iter().find(|field| field.name == text)?;
        let is_asked_for = field.declared.is_none() && info.params.is_empty() && !crate::facts::is_told_by_library(db, &info, field);
        is_asked_for.then(|| (Shared::Field(class, text), crate::class::field_type(db, owner, &info, field)))
    }

    pub(super) fn is_struct(&self, ty: Ty) -> bool {
        ty.as_class(self.db).is_some_and(|(class, _)| crate::class::class_info(self.db, class).is_struct)
    }

    pub(super) fn set_item(&mut self, container: Expr, index: Expr, value: Expr, origin: Origin) {
        let db = self.db;
        if let TyKind::Ptr(pointee) = container.ty.kind(db) {
            let value = self.coerce(value, *pointee, "what the pointer points at");
            let kind = ExprKind::Intrinsic { name: name("ptr_store"), type_args: vec![*pointee], args: vec![container, index, value] };
            let store = self.expr_of(Ty::none(db), kind, origin);
            self.emit(StmtKind::Expr(store), origin);
            return;
        }
        let value = match self.list_element(container.ty, index.ty) {
            Some(element) => self.coerce_element(value, element, Some(container.ty), "the element"),
            None => value,
        };
        let call = self.method_call(container, name("__setitem__"), vec![index, value], origin);
        self.emit(StmtKind::Expr(call), origin);
        self.note_possible_raise();
    }

    pub(super) fn augmented(&mut self, target: ExprId, op: BinOp, value: ExprId, origin: Origin) {
        let hir = self.hir.clone();
        match &hir.exprs[target.index()] {
            Hir::Attribute { value: object, name } if self.module_of(*object).is_none() => {
                let object = self.expr(*object, None);
                if object.ty.is_never(self.db)
                    || object.ty.is_unknown(self.db)
                    || matches!(object.ty.kind(self.db), TyKind::ClassObject(_))
                    || self.is_struct(object.ty)
                {
                    let old = self.attribute(object.clone(), *name, Origin::Expr(target));
                    let operand = self.expr(value, None);
                    let new = self.binary_values(op, old, operand, true, origin);
                    return self.assign_attribute(object, *name, new, Origin::Expr(target));
                }
                let (store, kept) = self.temp(object);
                self.push(store);
                let old = self.attribute(self.local_expr(kept, origin), *name, Origin::Expr(target));
                let operand = self.expr(value, None);
                let new = self.binary_values(op, old, operand, true, origin);
                let object = self.local_expr(kept, origin);
                // The own receiver is known by its variable.
                let object = if self.is_receiver_expr(target) { self.receiver_expr(object, target) } else { object };
                self.assign_attribute(object, *name, new, Origin::Expr(target));
            }
            Hir::Subscript { value: container, index } => {
                let container = self.expr(*container, None);
                let (store, kept) = self.temp(container);
                self.push(store);
                let index = self.expr(*index, None);
                let (store, at) = self.temp(index);
                self.push(store);
                let old = self.get_item(self.local_expr(kept, origin), self.local_expr(at, origin), Origin::Expr(target));
                let operand = self.expr(value, None);
                let new = self.binary_values(op, old, operand, true, origin);
                let (container, index) = (self.local_expr(kept, origin), self.local_expr(at, origin));
                self.set_item(container, index, new, Origin::Expr(target));
            }
            _ => {
                let old = self.expr(target, None);
                let hint = Some(old.ty);
                let operand = self.expr(value, hint.filter(|ty| ty.as_class(self.db).is_some()));
                let new = self.binary_values(op, old, operand, true, origin);
                self.assign(target, new, origin);
            }
        }
    }

    fn is_receiver_expr(&self, target: ExprId) -> bool {
        let Hir::Attribute { value, .. } = self.hir.exprs[target.index()] else { return false };
        matches!(&self.hir.exprs[value.index()], Hir::Name(NameRef::Local(local)) if self.hir.params.first() == Some(local))
    }

    fn receiver_expr(&mut self, fallback: Expr, target: ExprId) -> Expr {
        let Hir::Attribute { value, .. } = self.hir.exprs[target.index()] else { return fallback };
        self.expr(value, None)
    }

    /// `a, b = value`, with at most one starred target.
    fn unpack(&mut self, targets: &[ExprId], value: Expr, origin: Origin) {
        let db = self.db;
        let value = self.tuple_view(value);
        if value.ty.is_never(db) || value.ty.is_unknown(db) {
            return self.unpack_nothing(targets, value, origin);
        }
        let starred = targets.iter().position(|target| matches!(self.hir.exprs[target.index()], Hir::Starred(_)));
        if let TyKind::Tuple(items) = value.ty.kind(db) {
            let count = items.len();
            if starred.is_none() && count != targets.len() {
                let wanted = targets.len();
                let diagnostic =
                    TypeDiagnostic::error(codes::UNPACK_COUNT, origin, format!("This unpacks {count} values into {wanted} targets"))
                        .help("use as many targets as there are values, or a starred one");
                let message = match count < wanted {
                    true => format!("not enough values to unpack (expected {wanted}, got {count})"),
                    false => format!("too many values to unpack (expected {wanted})"),
                };
                let fails = self.fails(diagnostic, Failure { raises: "raise_value_error", message }, vec![value], origin);
                self.emit(StmtKind::Expr(fails), origin);
                return;
            }
            let (store, tuple) = self.temp(value);
            self.push(store);
            if let Some(star) = starred {
                return self.unpack_starred_tuple(targets, star, tuple, count, origin);
            }
            for (at, &target) in targets.iter().enumerate() {
                let item = self.tuple_get(self.local_expr(tuple, origin), at);
                self.assign(target, item, origin);
            }
            return;
        }
        self.unpack_sequence(targets, starred, value, origin);
    }

    /// Unpacks what there is no value of, or what is not known.
    fn unpack_nothing(&mut self, targets: &[ExprId], value: Expr, origin: Origin) {
        let db = self.db;
        let is_never = value.ty.is_never(db);
        self.emit(StmtKind::Expr(value), origin);
        for &target in targets {
            let target = match self.hir.exprs[target.index()] {
                Hir::Starred(inner) => inner,
                _ => target,
            };
            let ty = if is_never || !self.is_final { Ty::never(db) } else { Ty::unknown(db) };
            let part = self.expr_of(ty, ExprKind::None, origin);
            self.assign(target, part, origin);
        }
        // Nothing gets past a value that there is none of; early passes may just not know it yet.
        self.env.live &= !(is_never && self.is_final);
    }

    fn unpack_starred_tuple(&mut self, targets: &[ExprId], star: usize, tuple: Local, count: usize, origin: Origin) {
        let after = targets.len() - star - 1;
        if count < star + after {
            self.report(
                TypeDiagnostic::error(
                    codes::UNPACK_COUNT,
                    origin,
                    format!("This unpacks {count} values into at least {} targets", star + after),
                )
                .help("use fewer targets"),
            );
            return;
        }
        for (at, &target) in targets.iter().enumerate() {
            if at == star {
                let items = (star..count - after).map(|at| self.tuple_get(self.local_expr(tuple, origin), at)).collect();
                let list = self.list_of(target, items, None, origin);
                let Hir::Starred(inner) = self.hir.exprs[target.index()] else { continue };
                self.assign(inner, list, origin);
            } else {
                let at = if at < star { at } else { count - (targets.len() - at) };
                let item = self.tuple_get(self.local_expr(tuple, origin), at);
                self.assign(target, item, origin);
            }
        }
    }

    /// Unpacks something that is known only at run time to have the right number of items.
    fn unpack_sequence(&mut self, targets: &[ExprId], starred: Option<usize>, value: Expr, origin: Origin) {
        let db = self.db;
        let is_list = crate::class::class_of(db, value.ty)
            .and_then(|ty| ty.as_class(db))
            .is_some_and(|(class, _)| Some(class) == crate::class::builtin_class(db, "list"));
        let list = if value.ty.tuple_element(db).is_some() {
            self.attribute(value, name("_list"), origin)
        } else if is_list {
            value
        } else if value.ty.is_union(db) || crate::class::find_method(db, value.ty, "__iter__").is_some() {
            self.builtin_list(value, origin)
        } else {
            let shown = self.runtime_name(value.ty);
            let message = format!("cannot unpack non-iterable {shown} object");
            let diagnostic = TypeDiagnostic::error(codes::UNSUPPORTED_OPERANDS, origin, format!("`{shown}` can't be unpacked"))
                .note(format!("Python raises `TypeError: {message}` here"))
                .help("unpack a tuple, a list, or something else that can be iterated over");
            self.fails(diagnostic, message.into(), vec![value], origin)
        };
        if list.ty.is_unknown(db) || list.ty.is_never(db) {
            return self.unpack_nothing(targets, list, origin);
        }
        let (store, kept) = self.temp(list);
        self.push(store);
        let checks = if starred.is_some() { "_check_unpack_at_least" } else { "_check_unpack" };
        let wanted = (targets.len() - usize::from(starred.is_some())) as i64;
        let length = self.method_call(self.local_expr(kept, origin), name("__len__"), Vec::new(), origin);
        let wanted = self.int(wanted, origin);
        let check = self.builtin_call(checks, vec![length, wanted], origin);
        self.emit(StmtKind::Expr(check), origin);
        for (at, &target) in targets.iter().enumerate() {
            let list = self.local_expr(kept, origin);
            let after = (targets.len() - at) as i64;
            let item = match starred {
                Some(star) if at == star => {
                    let (start, stop) = (self.int(star as i64, origin), self.int(after - 1, origin));
                    self.builtin_call("_starred_middle", vec![list, start, stop], origin)
                }
                Some(star) if at > star => self.get_item(list, self.int(-after, origin), origin),
                _ => self.get_item(list, self.int(at as i64, origin), origin),
            };
            let target = match self.hir.exprs[target.index()] {
                Hir::Starred(inner) => inner,
                _ => target,
            };
            self.assign(target, item, origin);
        }
    }
}
