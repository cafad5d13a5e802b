//! What classes are made of: type parameters, bases, fields and methods.

use std::sync::Arc;

use pyc_base::{Name, name};
use pyc_hir::{Body, BodyOwner, ClassId, Db, DefaultValue, Expr, ExprId, File, FunctionId, Item, Literal, Member, NameRef, Stmt};

pub use crate::bases::{abstract_methods, has_unknown_base, is_abstract, is_protocol, python_module, visible_classes};
pub(crate) use crate::bases::{base_class, derives_by_name, is_marker, visible_names};
use crate::facts::{Shared, SharedType, is_settled, shared_type};
use crate::infer::infer;
use crate::multiple::linearization;
use crate::resolve::TypeScope;
use crate::ty::{Instance, Ty, TyKind};
use crate::unset::{flag_of, unset_fields};

/// What is known of a class without looking into the bodies of its methods, except for which fields they assign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClassInfo {
    pub class: ClassId,
    pub name: Name,
    pub file: File,
    /// The declared type parameters.
    pub params: Box<[Name]>,
    /// In terms of `params`. `None` for `object` alone.
    pub base: Option<Ty>,
    /// All bases in the order they are written in, where there are several: see [`crate::multiple`].
    pub bases: Box<[Ty]>,
    /// Whether this class or one that it derives from has several bases.
    pub is_multiple: bool,
    pub is_struct: bool,
    /// The fields that this class adds, in the order of their first appearance.
    pub fields: Box<[Field]>,
    pub members: Box<[(Name, Member)]>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    pub name: Name,
    /// In terms of the class's parameters; `None` if it must be inferred from the methods.
    pub declared: Option<Ty>,
    /// What it holds before `__init__` runs.
    pub default: Option<Literal>,
    /// Whether that is what the class's own variable of this name holds, which is no literal.
    pub is_from_class: bool,
}

/// The class of the library with this name.
pub fn builtin_class(db: &dyn Db, text: &str) -> Option<ClassId> {
    match pyc_hir::resolve_item(db, pyc_hir::builtins_file(db)?, name(text))? {
        (_, Item::Class(class)) => Some(class),
        _ => None,
    }
}

/// The class that a program is told that objects of a class have.
pub fn class_passed_as(db: &dyn Db, class: ClassId) -> ClassId {
    let is_marked = class.def(db).file.is_stdlib(db)
        && pyc_hir::class_def(db, class)
            .decorators
            .iter()
            .any(|decorator| decorator.path.last().is_some_and(|last| *last == *"passes_as_base"));
    let base = if is_marked { class_info(db, class).base.and_then(|base| base.as_class(db)) } else { None };
    base.map_or(class, |(base, _)| base)
}

/// The type of a library class without parameters.
pub fn builtin_ty(db: &dyn Db, text: &str) -> Ty {
    pyc_hir::builtins_file(db).map_or_else(|| Ty::unknown(db), |file| builtin_ty_in(db, file, name(text)))
}

#[salsa::tracked(returns(copy))]
fn builtin_ty_in(db: &dyn Db, _builtins: File, text: Name) -> Ty {
    builtin_class(db, text.as_str()).map_or_else(|| Ty::unknown(db), |class| Ty::class(db, class, []))
}

/// The function of the library with this name.
pub fn builtin_function(db: &dyn Db, text: &str) -> Option<FunctionId> {
    let file = pyc_hir::builtins_file(db)?;
    match pyc_hir::resolve_item(db, file, name(text))? {
        (_, Item::Function(function)) => Some(function),
        _ => None,
    }
}

/// The class of a module below `pyc` with this name.
fn systems_class(db: &dyn Db, module: &str, text: &str) -> Option<ClassId> {
    let file = pyc_hir::builtins_file(db)?;
    let pyc_hir::ModuleResolution::File(module) = pyc_hir::resolve_module(db, file, Some(name(module)), 0) else { return None };
    match pyc_hir::resolve_item(db, module, name(text))? {
        (_, Item::Class(class)) => Some(class),
        _ => None,
    }
}

/// The variable behind a name of a class's body: called by the way to the class.
pub fn class_variable(db: &dyn Db, class: ClassId, text: Name) -> crate::ty::GlobalVar {
    let def = class.def(db);
    let step = |(name, number): &(Name, u32)| match number {
        0 => name.to_string(),
        _ => format!("{name}#{number}"),
    };
    let path: Vec<String> = def.path.iter().map(step).collect();
    crate::ty::GlobalVar { file: def.file, name: name(&format!("{}.{text}", path.join("."))) }
}

/// The class whose variable [`class_variable`] has called so.
pub(crate) fn class_of_variable(db: &dyn Db, variable: crate::ty::GlobalVar) -> Option<ClassId> {
    let (path, _) = variable.name.rsplit_once('.')?;
    let step = |text: &str| match text.split_once('#') {
        Some((text, number)) => (name(text), number.parse().unwrap_or_default()),
        None => (name(text), 0),
    };
    let path: Vec<(Name, u32)> = path.split('.').map(step).collect();
    Some(ClassId::new(db, pyc_hir::DefPath { file: variable.file, path: path.into() }))
}

/// The class whose methods a value of this type has, with its arguments.
pub fn class_of(db: &dyn Db, ty: Ty) -> Option<Ty> {
    let named = |text: &str| builtin_class(db, text).map(|class| Ty::class(db, class, []));
    match ty.kind(db) {
        TyKind::Class { .. } => Some(ty),
        TyKind::Int => named("int"),
        TyKind::Float => named("float"),
        TyKind::Bool => named("bool"),
        TyKind::None => named("NoneType"),
        TyKind::Tuple(_) => named("tuple"),
        TyKind::Fixed { .. } | TyKind::SmallFloat(_) => systems_class(db, "pyc.fixed", &ty.show(db)).map(|class| Ty::class(db, class, [])),
        TyKind::Ptr(pointee) => systems_class(db, "pyc.unsafe", "Ptr").map(|class| Ty::class(db, class, [*pointee])),
        _ => None,
    }
}

#[salsa::tracked(returns(clone), cycle_result = class_info_cycle)]
fn class_info_query(db: &dyn Db, class: ClassId) -> Arc<ClassInfo> {
    Arc::new(ClassBuilder::new(db, class).build())
}

fn class_info_cycle(db: &dyn Db, _: salsa::Id, class: ClassId) -> Arc<ClassInfo> {
    // A class that derives from itself: reported by the check of its bases; here it derives from nothing.
    let def = pyc_hir::class_def(db, class);
    Arc::new(ClassInfo {
        class,
        name: def.name,
        file: class.def(db).file,
        params: Box::new([]),
        base: builtin_class(db, "object").filter(|&object| object != class).map(|object| Ty::class(db, object, [])),
        bases: Box::new([]),
        is_multiple: false,
        is_struct: false,
        fields: Box::new([]),
        members: Box::new([]),
    })
}

pub fn class_info(db: &dyn Db, class: ClassId) -> Arc<ClassInfo> {
    class_info_query(db, class)
}

struct ClassBuilder<'db> {
    db: &'db dyn Db,
    class: ClassId,
    file: File,
    def: Arc<pyc_hir::ClassDef>,
    scope: TypeScope,
    params: Vec<Name>,
}

impl<'db> ClassBuilder<'db> {
    fn new(db: &'db dyn Db, class: ClassId) -> Self {
        let def = pyc_hir::class_def(db, class);
        let file = class.def(db).file;
        let params: Vec<Name> = def.type_params.iter().map(|param| param.name).collect();
        let mut names = visible_names(db, file, &class.def(db).path);
        names.extend(params.iter().map(|&param| (param, Ty::new(db, TyKind::Param(param)))));
        Self { db, class, file, def, scope: TypeScope { file, names, self_ty: None }, params }
    }

    fn build(mut self) -> ClassInfo {
        let own_init = self.method("__init__");
        self.scope.self_ty = Some(self.own_ty());
        let bases = self.bases();
        let base = match crate::multiple::primary(self.db, &bases) {
            Some(primary) => Some(primary),
            None => self.base(self.base_class()),
        };
        let inherits = base.and_then(|base| base.as_class(self.db)).is_some_and(|(base, _)| class_info(self.db, base).is_multiple);
        let is_multiple = !bases.is_empty() || inherits;
        let is_struct = self.def.decorators.iter().any(|decorator| decorator.path.last().is_some_and(|last| last.as_str() == "struct"));
        let fields = self.fields(base, own_init, &bases);
        ClassInfo {
            class: self.class,
            name: self.def.name,
            file: self.file,
            params: self.params.into(),
            base,
            bases,
            is_multiple,
            is_struct,
            fields,
            members: self.def.members.clone(),
        }
    }

    fn own_ty(&self) -> Ty {
        let args: Box<[Ty]> = self.params.iter().map(|&param| Ty::new(self.db, TyKind::Param(param))).collect();
        Ty::class(self.db, self.class, args)
    }

    fn method(&self, text: &str) -> Option<FunctionId> {
        self.def.members.iter().rev().find_map(|(member, what)| match what {
            Member::Function(function) if member.as_str() == text => Some(*function),
            _ => None,
        })
    }

    /// The base whose fields and methods it inherits: one that only says what kind of class this is counts if there is no other.
    fn base_class(&self) -> Option<ClassId> {
        let classes: Vec<ClassId> = self.def.bases.iter().filter_map(|base| base_class(self.db, self.class, base)).collect();
        classes.iter().copied().find(|&base| !is_marker(self.db, base)).or(classes.first().copied())
    }

    /// The bases that objects have something from, if there are several.
    fn bases(&self) -> Box<[Ty]> {
        let db = self.db;
        let ty = |base: &pyc_hir::TypeRef| {
            let class = base_class(db, self.class, base).filter(|&base| !is_marker(db, base) && base != self.class)?;
            let mut args: Vec<Ty> = match base {
                pyc_hir::TypeRef::Subscript(_, args) => {
                    args.iter().map(|arg| self.scope.ty(db, arg).unwrap_or_else(|_| Ty::unknown(db))).collect()
                }
                _ => Vec::new(),
            };
            args.resize(class_info(db, class).params.len(), Ty::unknown(db));
            Some(Ty::class(db, class, args))
        };
        let bases: Box<[Ty]> = self.def.bases.iter().filter_map(ty).collect();
        if bases.len() > 1 { bases } else { Box::new([]) }
    }

    fn base(&self, base_class: Option<ClassId>) -> Option<Ty> {
        let db = self.db;
        let object = builtin_class(db, "object")?;
        let Some(base) = base_class else {
            return (self.class != object).then(|| Ty::class(db, object, []));
        };
        if base == self.class {
            return Some(Ty::class(db, object, []));
        }
        let info = class_info(db, base);
        let mut args: Vec<Ty> = self
            .def
            .bases
            .iter()
            .find_map(|base| match base {
                pyc_hir::TypeRef::Subscript(_, args) => {
                    Some(args.iter().map(|arg| self.scope.ty(db, arg).unwrap_or_else(|_| Ty::unknown(db))).collect())
                }
                _ => None,
            })
            .unwrap_or_default();
        args.resize(info.params.len(), Ty::unknown(db));
        Some(Ty::class(db, base, args))
    }

    fn fields(&self, base: Option<Ty>, own_init: Option<FunctionId>, bases: &[Ty]) -> Box<[Field]> {
        let db = self.db;
        let mut inherited: Vec<Name> = Vec::new();
        let mut next = base;
        while let Some((class, _)) = next.and_then(|ty| ty.as_class(db)) {
            let info = class_info(db, class);
            inherited.extend(info.fields.iter().map(|field| field.name));
            next = info.base;
        }
        let mut fields: Vec<Field> = Vec::new();
        let assigned = self.assigned_fields(own_init);
        for (member, what) in &self.def.members {
            let Member::Variable { annotation, value } = what else { continue };
            if inherited.contains(member) || fields.iter().any(|field| field.name == *member) {
                continue;
            }
            let declared = annotation.as_ref().map(|annotation| self.scope.declared(db, annotation));
            let is_field = match &declared {
                Some(Ok(declared)) => !declared.is_class_var,
                Some(Err(_)) => true,
                None => assigned.iter().any(|field| field.name == *member) || self.is_assigned_to_objects(*member),
            };
            if is_field {
                let default = match value {
                    Some(DefaultValue::Literal(literal)) => Some(literal.clone()),
                    _ => None,
                };
                let is_from_class = matches!(value, Some(DefaultValue::Evaluated));
                fields.push(Field { name: *member, declared: declared.and_then(|declared| declared.ok()?.ty), default, is_from_class });
            }
        }
        for field in assigned {
            if !inherited.contains(&field.name) && !fields.iter().any(|known| known.name == field.name) {
                fields.push(field);
            }
        }
        for field in crate::multiple::further_fields(db, base, bases) {
            if !inherited.contains(&field.name) && !fields.iter().any(|known| known.name == field.name) {
                fields.push(field);
            }
        }
        for name in self.assigned_outside() {
            if !inherited.contains(&name) && !fields.iter().any(|known| known.name == name) {
                fields.push(Field { name, declared: None, default: None, is_from_class: false });
            }
        }
        fields.into()
    }

    /// The attributes that something assigns to objects that may be of this class, and that no class in sight says it has.
    fn assigned_outside(&self) -> Vec<Name> {
        let db = self.db;
        let is_fixed = |name: &str| self.def.members.iter().any(|(member, _)| member.as_str() == name);
        let is_plain = self.def.decorators.is_empty() && self.params.is_empty() && !is_fixed("__slots__") && !is_fixed("__setattr__");
        if !is_plain || crate::doubts::binds(db, self.file) {
            return Vec::new();
        }
        let assigned = assigned_attributes(db, self.file);
        let is_member = |owner: &BodyOwner, name: Name| match owner {
            BodyOwner::Class(class) => pyc_hir::class_def(db, *class).members.iter().any(|(member, _)| *member == name),
            _ => false,
        };
        let is_said = |name: Name| {
            assigned.iter().any(|(own, known)| own.is_some() && *known == name)
                || pyc_hir::body_owners(db, self.file).iter().any(|owner| is_member(owner, name))
        };
        assigned.iter().filter(|(own, name)| own.is_none() && !is_said(*name)).map(|(_, name)| *name).collect()
    }

    /// The fields that methods assign through their first parameter; those of `__init__` come first.
    fn assigned_fields(&self, own_init: Option<FunctionId>) -> Vec<Field> {
        let mut fields: Vec<Field> = Vec::new();
        let methods = self.def.members.iter().filter_map(|(_, member)| match member {
            Member::Function(function) if Some(*function) != own_init && has_receiver(self.db, *function) => Some(*function),
            _ => None,
        });
        let body = |method: FunctionId| pyc_hir::body(self.db, BodyOwner::Function(method));
        let of_new = self.method("__new__").map(|method| assignments_on_new(&body(method))).unwrap_or_default();
        let of_methods = own_init.into_iter().chain(methods).map(|method| field_assignments(&body(method)));
        for assigned in of_methods.chain([of_new]) {
            for (name, declared, value) in assigned {
                if self.is_property_or_method(name) {
                    continue;
                }
                let declared = match (declared, value) {
                    (Some(annotation), _) => self.scope.declared(self.db, &annotation).ok().and_then(|declared| declared.ty),
                    (None, _) => None,
                };
                match fields.iter_mut().find(|field| field.name == name) {
                    Some(field) => field.declared = field.declared.or(declared),
                    None => fields.push(Field { name, declared, default: None, is_from_class: false }),
                }
            }
        }
        fields
    }

    /// Whether an attribute of objects of this class may be assigned: by methods of classes derived from it, or through anything that is no `self`.
    fn is_assigned_to_objects(&self, name: Name) -> bool {
        let is_derived = |class: ClassId| class == self.class || derives_by_name(self.db, class, self.class, 0);
        assigned_attributes(self.db, self.file).iter().any(|(own, known)| *known == name && own.is_none_or(is_derived))
    }

    fn is_property_or_method(&self, name: Name) -> bool {
        self.def.members.iter().any(|(member, what)| *member == name && matches!(what, Member::Function(_)))
    }
}

impl ClassInfo {
    /// A method that this class itself defines.
    pub fn own_method(&self, text: &str) -> Option<FunctionId> {
        self.members.iter().rev().find_map(|(member, what)| match what {
            Member::Function(function) if member.as_str() == text => Some(*function),
            _ => None,
        })
    }

    /// What the parameters stand for in `ty`, a type of this class.
    pub fn substitution(&self, args: &[Ty]) -> Vec<(Name, Ty)> {
        self.params.iter().copied().zip(args.iter().copied()).collect()
    }
}

/// Whether objects of a class are tuples whose elements have names.
pub fn is_named_tuple(db: &dyn Db, ty: Ty) -> bool {
    let is_base = |class: ClassId| crate::ty::class_name(db, class) == *"NamedTuple" && class.def(db).file.is_stdlib(db);
    ty.as_class(db).is_some() && mro(db, ty).into_iter().any(|base| base.as_class(db).is_some_and(|(class, _)| is_base(class)))
}

/// The members of an enumeration, aliases included, in the order of their definitions; nothing for other classes.
pub fn enum_members(db: &dyn Db, class: ClassId) -> Vec<Name> {
    pyc_hir::class_def(db, class).enum_members.to_vec()
}

/// Replaces type parameters.
pub fn substitute(db: &dyn Db, ty: Ty, names: &[(Name, Ty)]) -> Ty {
    if names.is_empty() {
        return ty;
    }
    ty.map(db, &mut |part| match part.kind(db) {
        TyKind::Param(param) => names.iter().find(|(name, _)| name == param).map_or(part, |(_, ty)| *ty),
        _ => part,
    })
}

/// The type itself and the bases whose objects its objects begin with, nearest first.
pub fn mro(db: &dyn Db, ty: Ty) -> Vec<Ty> {
    let mut chain = Vec::new();
    let mut next = Some(ty);
    while let Some(ty) = next {
        let Some((class, args)) = ty.as_class(db) else { break };
        if chain.iter().any(|seen: &Ty| seen.as_class(db).is_some_and(|(known, _)| known == class)) {
            break;
        }
        chain.push(ty);
        let info = class_info(db, class);
        next = info.base.map(|base| substitute(db, base, &info.substitution(args)));
    }
    chain
}

/// Whether `derived` is `base` or a class derived from it.
pub fn is_subclass(db: &dyn Db, derived: Ty, base: Ty) -> bool {
    mro(db, derived).contains(&base)
}

/// Finds a member by name in a class and its bases: the class it is of, and what it is.
pub fn find_member(db: &dyn Db, ty: Ty, name: Name) -> Option<(Ty, Member)> {
    let found = linearization(db, class_of(db, ty)?).into_iter().find_map(|owner| {
        let (class, _) = owner.as_class(db)?;
        let info = class_info(db, class);
        let found = info.members.iter().rev().find(|(member, _)| *member == name).map(|(_, member)| (owner, member.clone()));
        // A class that says what equals its objects, and not what number stands for them, has none of the latter.
        if found.is_none() && name == "__hash__" && info.own_method("__eq__").is_some() {
            let object = builtin_class(db, "object")?;
            let function = class_info(db, object).own_method("_unhashable")?;
            return Some((Ty::class(db, object, []), Member::Function(function)));
        }
        found
    });
    if found.is_none() && name == "__iter__" { by_index(db, ty) } else { found }
}

/// What stands for `__iter__` in a class of the program that has a `__getitem__` alone: its elements from 0 on.
fn by_index(db: &dyn Db, ty: Ty) -> Option<(Ty, Member)> {
    let (owner, _) = find_method(db, ty, "__getitem__")?;
    if owner.as_class(db)?.0.def(db).file.is_stdlib(db) {
        return None;
    }
    let object = builtin_class(db, "object")?;
    let function = class_info(db, object).own_method(BY_INDEX)?;
    Some((Ty::class(db, object, []), Member::Function(function)))
}

/// The method of `object` that gives an iterator over what `__getitem__` gives.
pub(crate) const BY_INDEX: &str = "_by_index";

/// A method by name, with the class that defines it.
pub fn find_method(db: &dyn Db, ty: Ty, text: &str) -> Option<(Ty, FunctionId)> {
    match find_member(db, ty, name(text))? {
        (owner, Member::Function(function)) => Some((owner, function)),
        _ => None,
    }
}

/// All fields of objects of a class, bases' first, with their types.
#[salsa::tracked(returns(clone), cycle_initial = class_fields_initial, cycle_fn = class_fields_next)]
pub fn class_fields(db: &dyn Db, ty: Ty) -> Arc<[(Name, Ty)]> {
    let mut fields = Vec::new();
    for owner in mro(db, ty).into_iter().rev() {
        let Some((class, _)) = owner.as_class(db) else { continue };
        let info = class_info(db, class);
        fields.extend(info.fields.iter().map(|field| (field.name, field_type(db, owner, &info, field).resolve(db))));
        fields.extend(flags(db, class));
    }
    fields.into()
}

/// The flags of the fields that objects may be without.
fn flags(db: &dyn Db, class: ClassId) -> Vec<(Name, Ty)> {
    unset_fields(db, class).iter().map(|&field| (flag_of(field), Ty::bool(db))).collect()
}

/// The fields as they are laid out: what nobody assigns takes no room.
pub fn stored_fields(db: &dyn Db, ty: Ty) -> Vec<(Name, Ty)> {
    let stored = |&(name, ty): &(Name, Ty)| (name, if ty.is_never(db) { Ty::none(db) } else { ty });
    class_fields(db, ty).iter().map(stored).collect()
}

/// What is known of a field of `owner`, the class that has it first: what is declared, what its methods assign, or what the whole program does.
pub(crate) fn field_type(db: &dyn Db, owner: Ty, info: &ClassInfo, field: &Field) -> SharedType {
    if let Some(declared) = field.declared {
        let args = owner.as_class(db).map(|(_, args)| args).unwrap_or_default();
        return SharedType::settled(substitute(db, declared, &info.substitution(args)));
    }
    let (own, is_all) = assigned_by_methods(db, owner, info, field);
    // An `int` given for a parameter annotated `float` stays one.
    let has_float = own.any(db, &mut |part| matches!(part.kind(db), TyKind::Float));
    let is_told_by_class =
        (is_all && is_settled(db, own) && !has_float) || !info.params.is_empty() || crate::facts::is_told_by_library(db, info, field);
    if is_told_by_class {
        return SharedType::settled(own);
    }
    shared_type(db, Shared::Field(info.class, field.name), own)
}

fn class_fields_initial(db: &dyn Db, _: salsa::Id, ty: Ty) -> Arc<[(Name, Ty)]> {
    let mut fields = Vec::new();
    for owner in mro(db, ty).into_iter().rev() {
        let Some((class, args)) = owner.as_class(db) else { continue };
        let info = class_info(db, class);
        let names = info.substitution(args);
        fields.extend(
            info.fields
                .iter()
                .map(|field| (field.name, field.declared.map_or_else(|| Ty::never(db), |declared| substitute(db, declared, &names)))),
        );
        fields.extend(flags(db, class));
    }
    fields.into()
}

fn class_fields_next(
    db: &dyn Db,
    cycle: &salsa::Cycle<'_>,
    last: &Arc<[(Name, Ty)]>,
    value: Arc<[(Name, Ty)]>,
    _: Ty,
) -> Arc<[(Name, Ty)]> {
    if cycle.iteration() > crate::infer::MAX_CYCLE {
        return value.iter().map(|(name, _)| (*name, Ty::unknown(db))).collect();
    }
    if !crate::infer::must_settle(cycle) {
        return value;
    }
    value.iter().zip(last.iter()).map(|((name, new), (_, old))| (*name, Ty::union(db, [*new, *old]))).collect()
}

/// What those methods assign to a field that declare the types of all their parameters, and whether that is all the class's methods that assign it.
fn assigned_by_methods(db: &dyn Db, owner: Ty, info: &ClassInfo, field: &Field) -> (Ty, bool) {
    let mut types: Vec<Ty> = field.default.iter().map(|literal| literal_type(db, literal)).collect();
    if field.is_from_class {
        types.push(crate::infer::global_ty(db, class_variable(db, info.class, field.name)));
    }
    let by_new = info.own_method("__new__").is_some_and(|method| {
        assignments_on_new(&pyc_hir::body(db, BodyOwner::Function(method))).iter().any(|(name, ..)| *name == field.name)
    });
    // Methods of further bases assign it as well.
    let mut is_all = info.bases.is_empty() && !by_new;
    for (_, what) in &info.members {
        let Member::Function(method) = what else { continue };
        let body = pyc_hir::body(db, BodyOwner::Function(*method));
        if !has_receiver(db, *method) || !field_assignments(&body).iter().any(|(name, ..)| *name == field.name) {
            continue;
        }
        match default_instance(db, *method, Some(owner)) {
            Some(instance) => {
                let inference = infer(db, instance);
                types.extend(inference.fields.iter().filter(|(name, _)| *name == field.name).map(|(_, ty)| *ty));
            }
            None => is_all = false,
        }
    }
    (Ty::union(db, types), is_all)
}

/// The instance of a function for its declared types, if it declares all. `self_ty` is the class it is a method of.
pub fn default_instance(db: &dyn Db, function: FunctionId, self_ty: Option<Ty>) -> Option<Instance> {
    let signature = pyc_hir::signature(db, function);
    if !signature.type_params.is_empty() {
        return None;
    }
    let file = function.def(db).file;
    let (names, type_args): (Vec<(Name, Ty)>, Box<[Ty]>) = match self_ty.and_then(|ty| ty.as_class(db)) {
        Some((class, args)) => (class_info(db, class).substitution(args), args.into()),
        None => (Vec::new(), Box::new([])),
    };
    let names = visible_names(db, file, &function.def(db).path).into_iter().chain(names).collect();
    let scope = TypeScope { file, names, self_ty };
    let is = |text: &str| signature.decorators.iter().any(|decorator| decorator.path.last().is_some_and(|last| last.as_str() == text));
    let is_static = is("staticmethod");
    let mut params = Vec::new();
    for (position, param) in signature.params.iter().enumerate() {
        if position == 0
            && !is_static
            && let Some(self_ty) = self_ty
        {
            let of_class = self_ty.as_class(db).filter(|_| is("classmethod"));
            params.push(of_class.map_or(self_ty, |(class, _)| Ty::new(db, TyKind::ClassObject(class))));
            continue;
        }
        if matches!(param.kind, pyc_hir::ParamKind::VarArgs | pyc_hir::ParamKind::KwArgs) {
            return None;
        }
        params.push(scope.declared(db, param.annotation.as_ref()?).ok()?.ty?);
    }
    Some(Instance::new(db, BodyOwner::Function(function), type_args, params.into_boxed_slice()))
}

/// The type of a literal.
pub fn literal_type(db: &dyn Db, literal: &Literal) -> Ty {
    match literal {
        Literal::None => Ty::none(db),
        Literal::Bool(_) => Ty::bool(db),
        Literal::Int(_) | Literal::BigInt(_) => Ty::int(db),
        Literal::Float(_) => Ty::float(db),
        Literal::Str(_) | Literal::SurrogateStr(_) => builtin_ty(db, "str"),
        Literal::Bytes(_) => builtin_ty(db, "bytes"),
        Literal::Complex(_) => builtin_ty(db, "complex"),
        Literal::Ellipsis => Ty::unknown(db),
    }
}

/// Whether the first parameter of a method is an object of its class.
fn has_receiver(db: &dyn Db, method: FunctionId) -> bool {
    let signature = pyc_hir::signature(db, method);
    let is_of_class = matches!(signature.name.as_str(), "__new__" | "__init_subclass__" | "__class_getitem__");
    !is_of_class
        && signature
            .decorators
            .iter()
            .all(|decorator| decorator.path.last().is_none_or(|last| !matches!(last.as_str(), "classmethod" | "staticmethod")))
}

/// The attributes that the functions and the top of a file assign: with the class if it is on the receiver of a method. Those of classes are left out.
#[salsa::tracked(returns(clone))]
fn assigned_attributes(db: &dyn Db, file: File) -> Arc<[(Option<ClassId>, Name)]> {
    let mut found = Vec::new();
    for &owner in pyc_hir::body_owners(db, file).iter().chain([&BodyOwner::Module(file)]) {
        let body = pyc_hir::body(db, owner);
        let method_of = match owner {
            BodyOwner::Function(function) => match pyc_hir::enclosing(db, function) {
                pyc_hir::Enclosing::Class(class) => Some(class),
                _ => None,
            },
            _ => None,
        };
        let mut targets: Vec<ExprId> = Vec::new();
        for stmt in &body.stmts {
            match stmt {
                Stmt::Assign { targets: all, .. } => targets.extend(all),
                Stmt::AugAssign { target, .. } | Stmt::For { target, .. } | Stmt::Annotated { target, .. } => targets.push(*target),
                _ => {}
            }
        }
        while let Some(target) = targets.pop() {
            match &body.exprs[target.index()] {
                Expr::Tuple(items) | Expr::List(items) => targets.extend(items),
                Expr::Starred(inner) => targets.push(*inner),
                Expr::Attribute { value, name } => match &body.exprs[value.index()] {
                    Expr::Name(NameRef::Local(local)) if method_of.is_some() && body.params.first() == Some(local) => {
                        // `cls` is a class.
                        if body.locals[local.index()].name != *"cls" {
                            found.push((method_of, *name));
                        }
                    }
                    Expr::Name(NameRef::Local(local)) if body.locals[local.index()].name == *"cls" => {}
                    Expr::Name(NameRef::Global(text)) if matches!(pyc_hir::resolve_global(db, file, *text), Some((_, Item::Class(_)))) => {}
                    Expr::Attribute { name: class, .. } if *class == *"__class__" => {}
                    Expr::Call { callee, .. } if matches!(&body.exprs[callee.index()], Expr::Name(NameRef::Global(text)) if *text == *"type") =>
                        {}
                    _ => found.push((None, *name)),
                },
                _ => {}
            }
        }
    }
    found.sort_by_key(|(class, name)| (class.map(|class| salsa::plumbing::AsId::as_id(&class)), name.as_str()));
    found.dedup();
    found.into()
}

type FieldAssignment = (Name, Option<pyc_hir::TypeRef>, Option<ExprId>);

/// The attributes that a method assigns on its first parameter.
fn field_assignments(body: &Body) -> Vec<FieldAssignment> {
    body.params.first().map(|&receiver| assignments_on(body, receiver)).unwrap_or_default()
}

/// The attributes that `__new__` assigns on the object that it makes: on what another `__new__` gave it.
fn assignments_on_new(body: &Body) -> Vec<FieldAssignment> {
    let makes = |value: ExprId| match &body.exprs[value.index()] {
        Expr::Call { callee, .. } => matches!(&body.exprs[callee.index()], Expr::Attribute { name, .. } if *name == *"__new__"),
        _ => false,
    };
    let made = |stmt: &Stmt| match stmt {
        Stmt::Assign { targets, value } if makes(*value) => targets.iter().find_map(|target| match &body.exprs[target.index()] {
            Expr::Name(NameRef::Local(local)) => Some(*local),
            _ => None,
        }),
        _ => None,
    };
    body.stmts.iter().filter_map(made).flat_map(|local| assignments_on(body, local)).collect()
}

fn assignments_on(body: &Body, receiver: pyc_hir::LocalId) -> Vec<FieldAssignment> {
    let mut found = Vec::new();
    let field = |target: ExprId| match &body.exprs[target.index()] {
        Expr::Attribute { value, name } if matches!(&body.exprs[value.index()], Expr::Name(NameRef::Local(local)) if *local == receiver) => {
            Some(*name)
        }
        _ => None,
    };
    for stmt in &body.stmts {
        match stmt {
            Stmt::Assign { targets, value } => {
                for &target in targets {
                    match &body.exprs[target.index()] {
                        Expr::Tuple(items) | Expr::List(items) => {
                            found.extend(items.iter().filter_map(|&item| Some((field(item)?, None, None))))
                        }
                        _ => found.extend(field(target).map(|name| (name, None, Some(*value)))),
                    }
                }
            }
            Stmt::Annotated { target, annotation, value } => {
                found.extend(field(*target).map(|name| (name, Some(annotation.clone()), *value)))
            }
            Stmt::AugAssign { target, .. } | Stmt::For { target, .. } => found.extend(field(*target).map(|name| (name, None, None))),
            _ => {}
        }
    }
    found
}

/// Whether a class is one of the library's kinds of dictionaries.
fn is_special_container(db: &dyn Db, class: ClassId) -> bool {
    let file = class.def(db).file;
    file.is_stdlib(db) && file.path(db).parent().is_some_and(|folder| folder.ends_with("collections"))
}

/// Whether the program's own files name a class of the library. Where they do not, there are no objects of it, and calls of methods that it
/// overrides need not look for them.
#[salsa::tracked]
fn is_mentioned(db: &dyn Db, class: ClassId) -> bool {
    let text = class_info(db, class).name;
    program_files(db)
        .iter()
        .any(|file| !file.is_stdlib(db) && file.text(db).as_deref().is_some_and(|source| source.contains(text.as_str())))
}

/// The classes of the program that derive from `class`, nearest first.
#[salsa::tracked(returns(clone))]
pub fn subclasses(db: &dyn Db, class: ClassId) -> Arc<[ClassId]> {
    let mut found: Vec<(usize, ClassId)> = Vec::new();
    for file in program_files(db).iter() {
        for owner in pyc_hir::body_owners(db, *file).iter() {
            let BodyOwner::Class(candidate) = owner else { continue };
            if is_special_container(db, *candidate) && !is_mentioned(db, *candidate) {
                continue;
            }
            let mut depth = 0;
            let mut next = Some(*candidate);
            while let Some(current) = next {
                if current == class && depth > 0 {
                    found.push((depth, *candidate));
                    break;
                }
                depth += 1;
                next =
                    (depth < 64).then(|| class_info(db, current).base.and_then(|base| base.as_class(db)).map(|(base, _)| base)).flatten();
            }
        }
    }
    found.sort_by_key(|(depth, _)| *depth);
    found.into_iter().map(|(_, class)| class).collect()
}

/// The file whose top is the program's start, if there is one.
pub fn main_file(db: &dyn Db) -> Option<File> {
    pyc_hir::Project::try_get(db)?.main(db)
}

/// Every file of the program: what the main file imports, and the builtins.
#[salsa::tracked(returns(clone))]
fn program_files_query(db: &dyn Db, builtins: File) -> Arc<[File]> {
    let mut files: Vec<File> = Vec::new();
    for start in main_file(db).into_iter().chain([builtins]) {
        for &file in pyc_hir::module_graph(db, start).iter() {
            if !files.contains(&file) {
                files.push(file);
            }
        }
    }
    files.into()
}

pub(crate) fn program_files(db: &dyn Db) -> Arc<[File]> {
    match pyc_hir::builtins_file(db) {
        Some(builtins) => program_files_query(db, builtins),
        None => Arc::new([]),
    }
}
