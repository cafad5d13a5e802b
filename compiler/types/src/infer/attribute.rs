//! Attributes: fields, properties, class variables, members of modules.

use pyc_base::{Name, name};
use pyc_hir::{ClassId, Expr as Hir, ExprId, File, FunctionId, Item, Member, NameRef};

use super::Infer;
use crate::class::{class_info, class_variable, find_member, find_method};
use crate::thir::{Expr, ExprKind, Origin, Place};
use crate::ty::{GlobalVar, Ty, TyKind};
use crate::unset::flag_of;

impl Infer<'_> {
    pub(super) fn attribute_expr(&mut self, id: ExprId, value: ExprId, text: Name) -> Expr {
        let origin = Origin::Expr(id);
        if let Some(module) = self.module_of(value) {
            if text.as_str() == "__name__" {
                let module = pyc_hir::module_name(self.db, module);
                return self.str(module.as_str(), origin);
            }
            if text.as_str() == "__doc__" && pyc_hir::origin_of(self.db, module, text).is_none() {
                return self.module_docstring(module, origin);
            }
            return match pyc_hir::origin_of(self.db, module, text) {
                Some(found) => self.origin_value(found, origin),
                None => self.unknown_member(module, text, origin),
            };
        }
        if let Some(shown) = self.type_name_of(value, text, origin) {
            return shown;
        }
        let value = self.expr(value, None);
        let read = self.attribute(value, text, origin);
        // What a test has shown of this attribute is checked again, for anybody may have changed it.
        match self.path_of(id).and_then(|path| self.env.path(&path)) {
            Some(narrow) if read.ty.is_union(self.db) || self.may_be(read.ty, narrow) => self.checked_narrow(read, narrow),
            _ => read,
        }
    }

    /// `__doc__` of a module.
    pub(super) fn module_docstring(&self, module: File, origin: Origin) -> Expr {
        match &pyc_hir::module_items(self.db, module).docstring {
            Some(text) => self.str(text, origin),
            None => self.none(origin),
        }
    }

    /// The module that an expression names: `math` or `os.path`.
    pub(super) fn module_of(&self, id: ExprId) -> Option<File> {
        let db = self.db;
        let module = |module: Name, from: File| match pyc_hir::resolve_module(db, from, Some(module), 0) {
            pyc_hir::ModuleResolution::File(file) => Some(file),
            _ => None,
        };
        match &self.hir.exprs[id.index()] {
            Hir::Name(NameRef::Global(text)) => match pyc_hir::resolve_global(db, self.file, *text)? {
                (file, Item::Import { module: path, binds_root }) => {
                    let path = if binds_root { name(path.split('.').next()?) } else { path };
                    module(path, file)
                }
                (file, Item::ImportFrom { module: Some(path), level: 0, name: text }) => module(name(&format!("{path}.{text}")), file),
                _ => None,
            },
            Hir::Attribute { value, name: text } => {
                let outer = self.module_of(*value)?;
                match pyc_hir::resolve_item(db, outer, *text) {
                    Some((file, Item::Import { module: path, .. })) => module(path, file),
                    Some(_) => None,
                    None => module(name(&format!("{}.{text}", pyc_hir::module_name(db, outer))), self.file),
                }
            }
            _ => None,
        }
    }

    pub(super) fn attribute(&mut self, value: Expr, text: Name, origin: Origin) -> Expr {
        let db = self.db;
        if let Some(diverged) = self.diverges([&value]) {
            return self.sequence(vec![value], diverged, origin);
        }
        if value.ty.is_union(db) {
            let ty = value.ty;
            let each = |this: &mut Self, value: Expr| {
                if this.has_attribute(value.ty, text) || text.as_str() == "__class__" {
                    Ok(this.attribute(value, text, origin))
                } else {
                    Err(this.no_attribute(value.ty, text))
                }
            };
            return self.dispatch(value, origin, each).unwrap_or_else(|| self.unknown_attribute(ty, text, origin));
        }
        match *value.ty.kind(db) {
            TyKind::ClassObject(class) => return self.class_attribute(class, text, origin),
            TyKind::Function(function) | TyKind::Closure { function, .. } if text.as_str() == "__doc__" => {
                let doc = match &pyc_hir::signature(db, function).docstring {
                    Some(doc) => self.str(doc, origin),
                    None => self.none(origin),
                };
                return self.sequence_value(vec![value], doc);
            }
            TyKind::Class { .. } if text.as_str() == "__name__" && self.method_behind(value.ty).is_some() => {
                let own = self.method_behind(value.ty).map(|own| self.str(&own, origin));
                return own.map_or_else(|| self.unknown(origin), |own| self.sequence_value(vec![value], own));
            }
            TyKind::Function(function) | TyKind::Closure { function, .. } if text.as_str() == "__name__" => {
                let own = self.str(pyc_hir::signature(db, function).name.as_str(), origin);
                return self.sequence_value(vec![value], own);
            }
            TyKind::Function(function) | TyKind::Closure { function, .. } if text.as_str() == "__qualname__" => {
                let own = pyc_hir::qualified_name(db, pyc_hir::BodyOwner::Function(function));
                let own = self.str(&own, origin);
                return self.sequence_value(vec![value], own);
            }
            _ => {}
        }
        if text.as_str() == "args" && self.has_kept_arguments(value.ty) {
            return self.kept_arguments(value, origin);
        }
        if let Some((index, ty)) = self.field(value.ty, text) {
            let ty = self.vars.shallow(db, ty);
            if ty.is_never(db) && self.is_final {
                // No code that runs assigns it.
                let message = self.no_attribute(value.ty, text).message;
                let message = self.str(&message, origin);
                let raise = self.raise_call("raise_attribute_error", vec![message], origin);
                return self.sequence(vec![value, raise], ty, origin);
            }
            if self.is_struct(value.ty) {
                return match value.kind {
                    ExprKind::Read(place) => self.read(Place::StructField { base: Box::new(place), index }, ty, origin),
                    _ => self.expr_of(ty, ExprKind::StructGet(Box::new(value), index), origin),
                };
            }
            return self.read_field(value, text, index, ty, origin);
        }
        match find_member(db, value.ty, text) {
            Some((owner, Member::Function(function))) => {
                if let Some(getter) = self.property_part(owner, text, "property") {
                    return self.virtual_call(getter, owner, value, text, Vec::new(), origin);
                }
                self.method_value(function, value, text, origin)
            }
            Some((owner, Member::Variable { .. })) => {
                let Some((class, _)) = owner.as_class(db) else { return self.unknown(origin) };
                match self.class_variable(class, text) {
                    Some(global) => self.read_class_variable(global, value, text, origin),
                    None => self.unknown_attribute_of(value, text, origin),
                }
            }
            Some((_, Member::Class(class))) => {
                let class = self.expr_of(Ty::new(db, TyKind::ClassObject(class)), ExprKind::None, origin);
                self.sequence_value(vec![value], class)
            }
            None if find_method(db, value.ty, "__getattr__").is_some() && !text.starts_with("__") => {
                let named = self.str(text.as_str(), origin);
                self.method_call(value, name("__getattr__"), vec![named], origin)
            }
            None if text.as_str() == "__class__" => self.type_of(value, origin),
            None if text.as_str() == "__doc__" && value.ty.as_class(db).is_some() => {
                let class = self.type_of(value, origin);
                self.attribute(class, text, origin)
            }
            None => match self.heirs_with(value.ty, text) {
                heirs if heirs.is_empty() => self.unknown_attribute_of(value, text, origin),
                heirs => self.attribute_of_heirs(value, text, &heirs, origin),
            },
        }
    }

    /// `object.method`, not called: the method with its object.
    fn method_value(&mut self, function: FunctionId, value: Expr, text: Name, origin: Origin) -> Expr {
        let db = self.db;
        if self.has_decorator(function, "staticmethod") {
            let function = self.function_value(function, origin);
            return self.sequence_value(vec![value], function);
        }
        let class = crate::class::builtin_class(db, "method");
        match class {
            Some(class) if !self.has_decorator(function, "classmethod") && !self.is_struct(value.ty) => {
                let function = self.function_value(function, origin);
                let type_args = vec![function.ty, value.ty];
                let given = vec![super::arguments::Given::value(function), super::arguments::Given::value(value)];
                self.construct_with(class, type_args, given, None, origin)
            }
            _ => self.unsupported(&format!("The method `{text}` as a value"), "call it, or write a function that does", origin),
        }
    }

    /// The name of the method that a value of the library's class `method` stands for.
    pub(super) fn method_behind(&self, ty: Ty) -> Option<Name> {
        Some(self.bound_method(ty)?.0.def(self.db).name())
    }

    /// The function and the type of the object of a bound method.
    pub(super) fn bound_method(&self, ty: Ty) -> Option<(FunctionId, Ty)> {
        let (class, args) = ty.as_class(self.db)?;
        let TyKind::Function(function) = *args.first()?.kind(self.db) else { return None };
        (crate::class::builtin_class(self.db, "method") == Some(class)).then(|| (function, args[1]))
    }

    /// A class variable through an object: derived classes may have one of their own, and the object's class decides.
    fn read_class_variable(&mut self, global: GlobalVar, value: Expr, text: Name, origin: Origin) -> Expr {
        let db = self.db;
        let derived: Vec<(Ty, GlobalVar)> = match value.ty.as_class(db) {
            Some((class, _)) => crate::class::subclasses(db, class)
                .iter()
                .filter(|derived| class_info(db, **derived).params.is_empty())
                .filter_map(|derived| Some((Ty::class(db, *derived, []), self.class_variable(*derived, text)?)))
                .collect(),
            None => Vec::new(),
        };
        let read = self.read_global(global, origin);
        if derived.iter().all(|(_, own)| *own == global) {
            return self.sequence_value(vec![value], read);
        }
        let (store, kept) = self.temp(value);
        let mut result = read;
        for (class, own) in derived {
            let read = self.read_global(own, origin);
            let ty = self.join(result.ty, read.ty);
            let test = self.type_test(self.local_expr(kept, origin), class);
            let (read, rest) = (self.widen(read, ty), self.widen(result, ty));
            result = self.if_expr(ty, test, read, rest);
        }
        self.block_expr(vec![store], result)
    }

    /// Reads a field, and its flag first if the object may be without it.
    fn read_field(&mut self, object: Expr, text: Name, index: u32, ty: Ty, origin: Origin) -> Expr {
        let Some(flag) = self.find_field(object.ty, flag_of(text)) else {
            return self.read(Place::Field { base: Box::new(object), index }, ty, origin);
        };
        let failure = self.no_attribute(object.ty, text);
        let (store, kept) = self.temp(object);
        let object = self.local_expr(kept, origin);
        let is_set = self.read(Place::Field { base: Box::new(object.clone()), index: flag.0 }, flag.1, origin);
        let value = self.read(Place::Field { base: Box::new(object), index }, ty, origin);
        let raise = self.raises(&failure, Vec::new(), origin);
        let choice = self.if_expr(ty, is_set, value, raise);
        self.block_expr(vec![store], choice)
    }

    /// `hasattr(value, text)`.
    pub(super) fn asks_attribute(&mut self, value: Expr, text: Name, origin: Origin) -> Expr {
        if value.ty.is_union(self.db) {
            let each = |this: &mut Self, value: Expr| Ok::<_, String>(this.asks_attribute(value, text, origin));
            return self.dispatch(value, origin, each).unwrap_or_else(|| self.unknown(origin));
        }
        if let Some((flag, ty)) = self.find_field(value.ty, flag_of(text)) {
            return self.read(Place::Field { base: Box::new(value), index: flag }, ty, origin);
        }
        if !self.has_attribute(value.ty, text) && !self.heirs_with(value.ty, text).is_empty() {
            let (store, kept) = self.temp(value);
            let object = self.local_expr(kept, origin);
            let has = self.has_at_run_time(object, text, origin);
            return self.block_expr(vec![store], has);
        }
        let has = self.has_attribute(value.ty, text);
        let known = self.bool(has, origin);
        self.sequence_value(vec![value], known)
    }

    /// What a value is where it has an attribute, and what where it has not.
    pub(super) fn by_attribute(&self, ty: Ty, text: Name) -> (Ty, Ty) {
        let db = self.db;
        let may_lack = |ty: Ty| self.find_field(ty, flag_of(text)).is_some() || !self.has_attribute(ty, text);
        let may_have = |ty: Ty| self.has_attribute(ty, text) || self.is_made_up(ty, text) || !self.heirs_with(ty, text).is_empty();
        (ty.without(db, |variant| !may_have(variant)), ty.without(db, |variant| !may_lack(variant)))
    }

    pub(super) fn has_attribute(&self, ty: Ty, text: Name) -> bool {
        let is_function = matches!(ty.kind(self.db), TyKind::Function(_) | TyKind::Closure { .. });
        if let TyKind::ClassObject(class) = *ty.kind(self.db) {
            return self.class_has(class, text);
        }
        let of_functions = ["__name__", "__qualname__", "__doc__", "__repr__", "__str__"];
        (is_function && of_functions.contains(&text.as_str()))
            || self.find_field(ty, text).is_some()
            || find_member(self.db, ty, text).is_some()
    }

    fn class_has(&self, class: ClassId, text: Name) -> bool {
        let info = class_info(self.db, class);
        let ty = Ty::class(self.db, class, info.params.iter().map(|_| Ty::unknown(self.db)).collect::<Vec<_>>());
        matches!(text.as_str(), "__name__" | "__qualname__" | "__module__" | "__doc__")
            || self.class_variable(class, text).is_some()
            || find_member(self.db, ty, text).is_some()
    }

    pub(super) fn class_attribute(&mut self, class: ClassId, text: Name, origin: Origin) -> Expr {
        let db = self.db;
        if let Some(said) = self.class_says(class, text, origin) {
            return said;
        }
        if let Some(global) = self.class_variable(class, text) {
            return self.read_global(global, origin);
        }
        let info = class_info(db, class);
        let ty = Ty::class(db, class, info.params.iter().map(|_| Ty::unknown(db)).collect::<Vec<_>>());
        match find_member(db, ty, text) {
            Some((_, Member::Function(function))) => self.expr_of(Ty::new(db, TyKind::Function(function)), ExprKind::None, origin),
            Some((_, Member::Class(class))) => self.expr_of(Ty::new(db, TyKind::ClassObject(class)), ExprKind::None, origin),
            _ => self.unknown_attribute(Ty::new(db, TyKind::ClassObject(class)), text, origin),
        }
    }

    /// The variable behind `Class.name`, in the class itself or a base.
    pub(super) fn class_variable(&self, class: ClassId, text: Name) -> Option<GlobalVar> {
        let db = self.db;
        let open = class_info(db, class).params.iter().map(|_| Ty::unknown(db)).collect::<Vec<_>>();
        let owners = crate::multiple::linearization(db, Ty::class(db, class, open));
        owners.into_iter().filter_map(|owner| Some(owner.as_class(db)?.0)).find_map(|class| {
            let info = class_info(db, class);
            let is_it = |(member, what): &(Name, Member)| *member == text && matches!(what, Member::Variable { value: Some(_), .. });
            info.members.iter().any(is_it).then(|| class_variable(db, class, text))
        })
    }

    pub(super) fn has_decorator(&self, function: FunctionId, text: &str) -> bool {
        pyc_hir::signature(self.db, function).has_decorator(text)
    }

    /// The function of `@name.setter` or `@name.deleter`, or of the property itself.
    pub(super) fn property_part(&self, owner: Ty, text: Name, part: &str) -> Option<FunctionId> {
        let (class, _) = owner.as_class(self.db)?;
        class_info(self.db, class).members.iter().find_map(|(member, what)| match what {
            Member::Function(function) if *member == text && self.has_decorator(*function, part) => Some(*function),
            _ => None,
        })
    }
}
