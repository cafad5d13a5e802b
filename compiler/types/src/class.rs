//! What classes are made of: type parameters, bases, fields and methods.

use std::sync::Arc;

use pyc_base::{Name, name};
use pyc_hir::{ArgKind, Body, BodyOwner, ClassId, Db, DefaultValue, Expr, ExprId, File, FunctionId, Item, Literal, Member, NameRef, Stmt};

use crate::infer::infer;
use crate::resolve::TypeScope;
use crate::ty::{Instance, Ty, TyKind};

/// What is known of a class without looking into the bodies of its methods, except for which fields they assign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClassInfo {
    pub class: ClassId,
    pub name: Name,
    pub file: File,
    /// The declared type parameters, then one for each parameter of `__init__` that has no annotation.
    pub params: Box<[Name]>,
    pub declared_params: usize,
    /// In terms of `params`. `None` for `object` alone.
    pub base: Option<Ty>,
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
}

/// The class of the library with this name.
pub fn builtin_class(db: &dyn Db, text: &str) -> Option<ClassId> {
    let file = pyc_hir::builtins_file(db)?;
    match pyc_hir::resolve_item(db, file, name(text))? {
        (_, Item::Class(class)) => Some(class),
        _ => None,
    }
}

/// The type of a library class without parameters.
pub fn builtin_ty(db: &dyn Db, text: &str) -> Ty {
    builtin_class(db, text).map_or_else(|| Ty::unknown(db), |class| Ty::class(db, class, []))
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

/// The name that stands for the type of an unannotated `__init__` parameter.
fn hidden_param(param: Name) -> Name {
    name(&format!("__init__.{param}"))
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
        declared_params: 0,
        base: builtin_class(db, "object").filter(|&object| object != class).map(|object| Ty::class(db, object, [])),
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
        let names = params.iter().map(|&param| (param, Ty::new(db, TyKind::Param(param)))).collect();
        Self { db, class, file, def, scope: TypeScope { file, names, self_ty: None }, params }
    }

    fn build(mut self) -> ClassInfo {
        let db = self.db;
        let declared_params = self.params.len();
        let own_init = self.method("__init__");
        let base_class = self.base_class();
        if let Some(init) = own_init {
            let signature = pyc_hir::signature(db, init);
            let is_open = |param: &&pyc_hir::Param| {
                param.annotation.is_none() && !matches!(param.kind, pyc_hir::ParamKind::VarArgs | pyc_hir::ParamKind::KwArgs)
            };
            let hidden = signature.params.iter().skip(1).filter(is_open).map(|param| hidden_param(param.name));
            self.params.extend(hidden.collect::<Vec<_>>());
        } else if let Some(base) = base_class {
            let info = class_info(db, base);
            self.params.extend(info.params[info.declared_params..].iter().copied());
        }
        self.scope.self_ty = Some(self.own_ty());
        let base = self.base(base_class, own_init);
        let is_struct = self.def.decorators.iter().any(|decorator| decorator.path.last().is_some_and(|last| last.as_str() == "struct"));
        let fields = self.fields(base, own_init);
        ClassInfo {
            class: self.class,
            name: self.def.name,
            file: self.file,
            params: self.params.into(),
            declared_params,
            base,
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

    fn base_class(&self) -> Option<ClassId> {
        let path = self.def.bases.iter().find_map(|base| match base {
            pyc_hir::TypeRef::Name(path) => Some(path),
            pyc_hir::TypeRef::Subscript(base, _) => match &**base {
                pyc_hir::TypeRef::Name(path) if !matches!(path[path.len() - 1].as_str(), "Generic" | "Protocol") => Some(path),
                _ => None,
            },
            _ => None,
        })?;
        match pyc_hir::resolve_global(self.db, self.file, path[0])? {
            (_, Item::Class(class)) if path.len() == 1 => Some(class),
            _ => None,
        }
    }

    fn base(&self, base_class: Option<ClassId>, own_init: Option<FunctionId>) -> Option<Ty> {
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
        args.resize(info.declared_params, Ty::unknown(db));
        for &hidden in &info.params[info.declared_params..] {
            args.push(match own_init {
                None => Ty::new(db, TyKind::Param(hidden)),
                Some(init) => self.super_argument(init, &info, hidden),
            });
        }
        Some(Ty::class(db, base, args))
    }

    /// What `__init__` hands to the base's `__init__` for the parameter that `hidden` stands for.
    fn super_argument(&self, init: FunctionId, base: &ClassInfo, hidden: Name) -> Ty {
        let db = self.db;
        let unknown = Ty::unknown(db);
        let Some(base_init) = base.own_method("__init__") else { return unknown };
        let params = pyc_hir::signature(db, base_init);
        let Some(position) = params.params.iter().position(|param| hidden_param(param.name) == hidden) else { return unknown };
        let body = pyc_hir::body(db, BodyOwner::Function(init));
        let call = body.exprs.iter().find_map(|expr| match expr {
            Expr::Call { callee, args } if is_super_init(&body, *callee) => Some(args),
            _ => None,
        });
        let arg = call.and_then(|args| {
            let by_name = args.iter().find(|arg| arg.kind == ArgKind::Keyword(params.params[position].name));
            by_name.or_else(|| args.iter().filter(|arg| arg.kind == ArgKind::Positional).nth(position - 1)).map(|arg| arg.value)
        });
        match (arg, &params.params[position].default) {
            (Some(arg), _) => self.simple_type(init, &body, arg).unwrap_or(unknown),
            (None, Some(DefaultValue::Literal(literal))) => literal_type(db, literal),
            _ => unknown,
        }
    }

    /// The type of an expression that can be told without inference: a literal, or a parameter.
    fn simple_type(&self, init: FunctionId, body: &Body, expr: ExprId) -> Option<Ty> {
        match &body.exprs[expr.index()] {
            Expr::Literal(literal) => Some(literal_type(self.db, literal)),
            Expr::Name(NameRef::Local(local)) => {
                let position = body.params.iter().position(|param| param == local)?;
                let assigned_again = body.stmts.iter().any(|stmt| assigns_local(body, stmt, *local));
                let param = &pyc_hir::signature(self.db, init).params[position];
                if assigned_again {
                    return None;
                }
                match &param.annotation {
                    None => Some(Ty::new(self.db, TyKind::Param(hidden_param(param.name)))),
                    // An `int` given for a `float` stays an `int`; only inference knows.
                    Some(annotation) => self.scope.declared(self.db, annotation).ok()?.ty,
                }
            }
            _ => None,
        }
    }

    fn fields(&self, base: Option<Ty>, own_init: Option<FunctionId>) -> Box<[Field]> {
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
                None => assigned.iter().any(|field| field.name == *member),
            };
            if is_field {
                let default = match value {
                    Some(DefaultValue::Literal(literal)) => Some(literal.clone()),
                    _ => None,
                };
                fields.push(Field { name: *member, declared: declared.and_then(|declared| declared.ok()?.ty), default });
            }
        }
        for field in assigned {
            if !inherited.contains(&field.name) && !fields.iter().any(|known| known.name == field.name) {
                fields.push(field);
            }
        }
        fields.into()
    }

    /// The fields that methods assign through their first parameter; those of `__init__` come first.
    fn assigned_fields(&self, own_init: Option<FunctionId>) -> Vec<Field> {
        let mut fields: Vec<Field> = Vec::new();
        let methods = self.def.members.iter().filter_map(|(_, member)| match member {
            Member::Function(function) if Some(*function) != own_init => Some(*function),
            _ => None,
        });
        for method in own_init.into_iter().chain(methods) {
            let body = pyc_hir::body(self.db, BodyOwner::Function(method));
            for (name, declared, value) in field_assignments(&body) {
                if self.is_property_or_method(name) {
                    continue;
                }
                let declared = match (declared, value) {
                    (Some(annotation), _) => self.scope.declared(self.db, &annotation).ok().and_then(|declared| declared.ty),
                    (None, _) => None,
                };
                match fields.iter_mut().find(|field| field.name == name) {
                    Some(field) => field.declared = field.declared.or(declared),
                    None => fields.push(Field { name, declared, default: None }),
                }
            }
        }
        fields
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

/// The type itself and its bases, nearest first.
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
    mro(db, class_of(db, ty)?).into_iter().find_map(|owner| {
        let (class, _) = owner.as_class(db)?;
        let info = class_info(db, class);
        info.members.iter().rev().find(|(member, _)| *member == name).map(|(_, member)| (owner, member.clone()))
    })
}

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
        let Some((class, args)) = owner.as_class(db) else { continue };
        let info = class_info(db, class);
        let names = info.substitution(args);
        for field in &info.fields {
            let field_ty = match field.declared {
                Some(declared) => substitute(db, declared, &names),
                None => inferred_field(db, owner, &info, field),
            };
            fields.push((field.name, field_ty));
        }
    }
    fields.into()
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
    if cycle.iteration() > 30 {
        return value.iter().map(|(name, _)| (*name, Ty::unknown(db))).collect();
    }
    value.iter().zip(last.iter()).map(|((name, new), (_, old))| (*name, Ty::union(db, [*new, *old]))).collect()
}

/// The join of what the methods of the class assign to a field, as far as their parameters have types.
fn inferred_field(db: &dyn Db, owner: Ty, info: &ClassInfo, field: &Field) -> Ty {
    let mut types: Vec<Ty> = field.default.iter().map(|literal| literal_type(db, literal)).collect();
    for (member, what) in &info.members {
        let Member::Function(method) = what else { continue };
        let body = pyc_hir::body(db, BodyOwner::Function(*method));
        if !field_assignments(&body).iter().any(|(name, ..)| *name == field.name) {
            continue;
        }
        let hidden = if member.as_str() == "__init__" { Some(info) } else { None };
        if let Some(instance) = default_instance(db, *method, Some(owner), hidden) {
            let inference = infer(db, instance);
            types.extend(inference.fields.iter().filter(|(name, _)| *name == field.name).map(|(_, ty)| *ty));
        }
    }
    Ty::union(db, types)
}

/// The instance of a function for its declared types, if it declares all. `self_ty` is the class it is a method of; the types of unannotated
/// parameters come from `hidden`, for `__init__`.
pub fn default_instance(db: &dyn Db, function: FunctionId, self_ty: Option<Ty>, hidden: Option<&ClassInfo>) -> Option<Instance> {
    let signature = pyc_hir::signature(db, function);
    if !signature.type_params.is_empty() {
        return None;
    }
    let file = function.def(db).file;
    let (names, type_args): (Vec<(Name, Ty)>, Box<[Ty]>) = match self_ty.and_then(|ty| ty.as_class(db)) {
        Some((class, args)) => (class_info(db, class).substitution(args), args.into()),
        None => (Vec::new(), Box::new([])),
    };
    let scope = TypeScope { file, names: names.clone(), self_ty };
    let is_static = signature.decorators.iter().any(|decorator| decorator.path.last().is_some_and(|last| last.as_str() == "staticmethod"));
    let mut params = Vec::new();
    for (position, param) in signature.params.iter().enumerate() {
        if position == 0
            && !is_static
            && let Some(self_ty) = self_ty
        {
            params.push(self_ty);
            continue;
        }
        if matches!(param.kind, pyc_hir::ParamKind::VarArgs | pyc_hir::ParamKind::KwArgs) {
            return None;
        }
        let ty = match &param.annotation {
            Some(annotation) => scope.declared(db, annotation).ok()?.ty?,
            None => {
                let hidden = hidden?;
                let wanted = hidden_param(param.name);
                names.iter().find(|(name, _)| *name == wanted && hidden.params.contains(name))?.1
            }
        };
        params.push(ty);
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
        Literal::Complex(_) | Literal::Ellipsis => Ty::unknown(db),
    }
}

type FieldAssignment = (Name, Option<pyc_hir::TypeRef>, Option<ExprId>);

/// The attributes that a method assigns on its first parameter.
fn field_assignments(body: &Body) -> Vec<FieldAssignment> {
    let Some(&receiver) = body.params.first() else { return Vec::new() };
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

fn assigns_local(body: &Body, stmt: &Stmt, local: pyc_hir::LocalId) -> bool {
    let is_it = |target: &ExprId| matches!(&body.exprs[target.index()], Expr::Name(NameRef::Local(other)) if *other == local);
    match stmt {
        Stmt::Assign { targets, .. } => targets.iter().any(is_it),
        Stmt::AugAssign { target, .. } | Stmt::Annotated { target, .. } | Stmt::For { target, .. } => is_it(target),
        _ => false,
    }
}

fn is_super_init(body: &Body, callee: ExprId) -> bool {
    let Expr::Attribute { value, name } = &body.exprs[callee.index()] else { return false };
    name.as_str() == "__init__"
        && matches!(&body.exprs[value.index()], Expr::Call { callee, .. }
            if matches!(&body.exprs[callee.index()], Expr::Name(NameRef::Global(callee)) if callee.as_str() == "super"))
}

/// The classes of the program that derive from `class`, nearest first.
#[salsa::tracked(returns(clone))]
pub fn subclasses(db: &dyn Db, class: ClassId) -> Arc<[ClassId]> {
    let mut found: Vec<(usize, ClassId)> = Vec::new();
    for file in program_files(db).iter() {
        for (_, item) in &pyc_hir::module_items(db, *file).items {
            let Item::Class(candidate) = item else { continue };
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

fn program_files(db: &dyn Db) -> Arc<[File]> {
    match pyc_hir::builtins_file(db) {
        Some(builtins) => program_files_query(db, builtins),
        None => Arc::new([]),
    }
}
