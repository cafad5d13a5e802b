//! Annotations to types.

use pyc_base::{Code, Name, codes, name};
use pyc_hir::{ClassId, Db, File, Item, Literal, TypeRef};

use crate::class::builtin_class;
use crate::thir::Mode;
use crate::ty::{SmallFloat, Ty, TyKind};

/// Where an annotation stands: which names mean types there besides those of the module.
#[derive(Debug, Clone)]
pub struct TypeScope {
    pub file: File,
    /// Type parameters and what they stand for.
    pub names: Vec<(Name, Ty)>,
    /// What `Self`, and the enclosing class's bare name, stand for.
    pub self_ty: Option<Ty>,
}

/// What an annotation declares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Declared {
    /// `None` leaves the type open: it is what the argument or value has.
    pub ty: Option<Ty>,
    pub mode: Mode,
    pub is_class_var: bool,
}

/// Why an annotation can't be resolved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypeProblem {
    pub code: Code,
    pub message: String,
    pub help: Option<String>,
}

impl TypeProblem {
    fn new(code: Code, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { code, message: message.into(), help: Some(help.into()) }
    }
}

impl Declared {
    fn ty(ty: Ty) -> Self {
        Self { ty: Some(ty), mode: Mode::Read, is_class_var: false }
    }

    const OPEN: Self = Self { ty: None, mode: Mode::Read, is_class_var: false };
}

pub(crate) type Resolved = Result<Declared, TypeProblem>;

impl TypeScope {
    /// What an annotation declares: its type, unless the program's values contradict that.
    pub fn declared(&self, db: &dyn Db, type_ref: &TypeRef) -> Resolved {
        let declared = self.written(db, type_ref)?;
        let is_doubted = declared.ty.is_some_and(|ty| crate::doubts::is_doubted(db, self.file, ty));
        Ok(if is_doubted { Declared { ty: None, ..declared } } else { declared })
    }

    /// What an annotation declares as it is written, be it contradicted or not.
    pub(crate) fn written(&self, db: &dyn Db, type_ref: &TypeRef) -> Resolved {
        match type_ref {
            TypeRef::Subscript(..) | TypeRef::Union(_) if self.has_type_variable(db, type_ref) => Ok(Declared::OPEN),
            TypeRef::None => Ok(Declared::ty(Ty::none(db))),
            TypeRef::Name(path) => self.named(db, path),
            TypeRef::Subscript(base, args) => self.subscript(db, base, args),
            TypeRef::Union(parts) => self.union(db, parts),
            TypeRef::Error => Ok(Declared::ty(Ty::unknown(db))),
            TypeRef::Ellipsis | TypeRef::List(_) | TypeRef::Literal(_) => Err(TypeProblem::new(
                codes::NOT_A_TYPE,
                "This annotation is not a type",
                "write the name of a type, such as `int` or `list[str]`",
            )),
        }
    }

    /// Resolves an annotation that must say a type.
    pub fn ty(&self, db: &dyn Db, type_ref: &TypeRef) -> Result<Ty, TypeProblem> {
        self.written(db, type_ref)?.ty.ok_or_else(|| {
            TypeProblem::new(
                codes::OPEN_TYPE,
                format!("`{}` does not say which type is meant here", show(type_ref)),
                "give its type arguments, as in `list[int]`",
            )
        })
    }

    fn union(&self, db: &dyn Db, parts: &[TypeRef]) -> Resolved {
        let mut types = Vec::new();
        for part in parts {
            match self.written(db, part)?.ty {
                Some(ty) => types.push(ty),
                None => return Ok(Declared::OPEN),
            }
        }
        Ok(Declared::ty(Ty::union(db, types)))
    }

    fn named(&self, db: &dyn Db, path: &[Name]) -> Resolved {
        let last = path[path.len() - 1];
        if path.len() == 1 {
            if let Some((_, ty)) = self.names.iter().rev().find(|(known, _)| *known == last) {
                return Ok(Declared::ty(*ty));
            }
        }
        if let Some(class) = self.class_in_class(db, path) {
            return self.class(db, class.def(db).file, class);
        }
        if last == "Self"
            && let Some(self_ty) = self.self_ty
            && self.item(db, path).is_none_or(|(file, _)| file.is_stdlib(db))
        {
            return Ok(Declared::ty(self_ty));
        }
        match self.item(db, path) {
            Some((file, Item::Class(_))) if is_abstract(db, file) => return Ok(self.special(db, last).unwrap_or(Declared::OPEN)),
            Some((file, Item::Class(class))) => return self.class(db, file, class),
            Some((_, Item::TypeAlias { type_params, .. })) if !type_params.is_empty() => return Ok(Declared::OPEN),
            Some((_, Item::TypeAlias { .. })) => return self.alias(db, path),
            Some((_, Item::TypeVar)) => return Ok(Declared::OPEN),
            // `P.args` and `P.kwargs`.
            None if path.len() == 2 && matches!(self.item(db, &path[..1]), Some((_, Item::TypeVar))) => return Ok(Declared::OPEN),
            Some((file, _)) if !file.is_stdlib(db) => return Err(not_a_type(last)),
            // Often written for `Any` and `Callable`; Python takes any value there.
            _ if matches!(last.as_str(), "any" | "callable") => return Ok(Declared::OPEN),
            _ => {}
        }
        self.special(db, last).ok_or_else(|| unknown_type(db, self.file, last))
    }

    /// `Outer.Inner`.
    fn class_in_class(&self, db: &dyn Db, path: &[Name]) -> Option<ClassId> {
        let (first, rest) = path.split_first()?;
        if rest.is_empty() {
            return None;
        }
        let known = self.names.iter().rev().find(|(known, _)| known == first).and_then(|(_, ty)| ty.as_class(db)).map(|(class, _)| class);
        let mut class = match (known, self.item(db, &[*first])) {
            (Some(class), _) | (None, Some((_, Item::Class(class)))) => class,
            _ => return None,
        };
        for part in rest {
            let members = &pyc_hir::class_def(db, class).members;
            class = members.iter().find_map(|(name, member)| match member {
                pyc_hir::Member::Class(inner) if name == part => Some(*inner),
                _ => None,
            })?;
        }
        Some(class)
    }

    /// Names of `typing`, `collections.abc` and `pyc` that mean something to the compiler.
    fn special(&self, db: &dyn Db, last: Name) -> Option<Declared> {
        Some(match last.as_str() {
            "Self" => Declared { ty: Some(self.self_ty?), ..Declared::OPEN },
            "Never" | "NoReturn" => Declared::ty(Ty::never(db)),
            "None" => Declared::ty(Ty::none(db)),
            "f64" => Declared::ty(Ty::float(db)),
            "f32" => Declared::ty(Ty::new(db, TyKind::SmallFloat(SmallFloat::F32))),
            "f16" => Declared::ty(Ty::new(db, TyKind::SmallFloat(SmallFloat::F16))),
            "bf16" => Declared::ty(Ty::new(db, TyKind::SmallFloat(SmallFloat::BF16))),
            "Iterable" | "Iterator" | "Sequence" | "Collection" | "Sized" | "Hashable" | "Callable" | "Mapping" | "MutableMapping"
            | "MutableSequence" | "Container" | "Reversible" | "SupportsFloat" | "SupportsInt" | "List" | "Dict" | "Set" | "FrozenSet"
            | "Tuple" | "Type" | "type" | "Final" | "ClassVar" | "object" | "tuple" => {
                Declared { is_class_var: last.as_str() == "ClassVar", ..Declared::OPEN }
            }
            text => Declared::ty(fixed_width(db, text)?),
        })
    }

    fn class(&self, db: &dyn Db, file: File, class: ClassId) -> Resolved {
        let primitive = file.is_stdlib(db).then(|| primitive(db, class)).flatten();
        if let Some(ty) = primitive {
            return Ok(Declared::ty(ty));
        }
        if file.is_stdlib(db) && is_open(db, class) {
            return Ok(Declared::OPEN);
        }
        if let Some(self_ty) = self.self_ty
            && self_ty.as_class(db).is_some_and(|(own, _)| own == class)
        {
            return Ok(Declared::ty(self_ty));
        }
        if crate::class::is_protocol(db, class) {
            return Ok(Declared::OPEN);
        }
        // Not what it derives from, which may name what is being resolved, nor its fields, which may name each other's classes.
        if pyc_hir::class_def(db, class).type_params.is_empty() { Ok(Declared::ty(Ty::class(db, class, []))) } else { Ok(Declared::OPEN) }
    }

    fn subscript(&self, db: &dyn Db, base: &TypeRef, args: &[TypeRef]) -> Resolved {
        let TypeRef::Name(path) = base else {
            return Err(not_a_type(name("this")));
        };
        let last = path[path.len() - 1];
        match last.as_str() {
            "Optional" => {
                let declared = self.written(db, &args[0])?;
                return Ok(Declared { ty: declared.ty.map(|ty| Ty::union(db, [ty, Ty::none(db)])), ..Declared::OPEN });
            }
            "Union" => return self.union(db, args),
            "Final" | "Annotated" | "Required" | "NotRequired" | "ReadOnly" => return self.written(db, &args[0]),
            "ClassVar" => return Ok(Declared { is_class_var: true, ..self.written(db, &args[0])? }),
            "inout" => return Ok(Declared { mode: Mode::Inout, ..self.written(db, &args[0])? }),
            "owned" => return Ok(Declared { mode: Mode::Owned, ..self.written(db, &args[0])? }),
            "Literal" => return self.literal(db, args),
            "TypeGuard" | "TypeIs" => return Ok(Declared::ty(Ty::bool(db))),
            "tuple" | "Tuple" => return self.tuple(db, args),
            "Ptr" => return Ok(Declared::ty(Ty::new(db, TyKind::Ptr(self.ty(db, &args[0])?)))),
            "Iterable" | "Iterator" | "Sequence" | "Collection" | "Callable" | "Mapping" | "MutableMapping" | "MutableSequence"
            | "Container" | "Generator" | "Reversible" | "type" | "Type" => return Ok(Declared::OPEN),
            _ => {}
        }
        if let Some((file, Item::TypeAlias { type_params, value, .. })) = self.item(db, path)
            && type_params.len() == args.len()
        {
            let args = args.iter().map(|arg| self.ty(db, arg)).collect::<Result<Vec<_>, _>>()?;
            let names = type_params.iter().map(|param| param.name).zip(args).collect();
            return TypeScope { file, names, self_ty: None }.written(db, &value);
        }
        let class = match (last.as_str(), self.item(db, path)) {
            ("List" | "Dict" | "Set" | "FrozenSet", _) => builtin_class(db, &last.as_str().to_lowercase()),
            (_, Some((file, Item::Class(_)))) if is_typing(db, file) => return Ok(Declared::OPEN),
            (_, Some((_, Item::Class(class)))) => Some(class),
            _ => None,
        };
        let Some(class) = class else {
            return Err(unknown_type(db, self.file, last));
        };
        let def = pyc_hir::class_def(db, class);
        let is_short = args.len() < def.type_params.len() && def.name == *"Pattern";
        if (is_short || def.name == *"defaultdict") && class.def(db).file.is_stdlib(db) {
            // The type of the function that makes its values is a part of its own, and so is that of what `findall` gives.
            return Ok(Declared::OPEN);
        }
        if crate::class::is_protocol(db, class) || args.iter().any(|arg| self.names_protocol(db, arg)) {
            return Ok(Declared::OPEN);
        }
        if def.type_params.len() != args.len() {
            return Err(TypeProblem::new(
                codes::TYPE_ARGUMENTS,
                format!("`{last}` takes {} type arguments, but {} are given", def.type_params.len(), args.len()),
                format!(
                    "give one type for each of its parameters: {}",
                    def.type_params.iter().map(|param| param.name.as_str()).collect::<Vec<_>>().join(", ")
                ),
            ));
        }
        let args = self.all(db, args)?;
        Ok(Declared { ty: args.map(|args| Ty::class(db, class, args)), ..Declared::OPEN })
    }

    /// The types of several annotations; `None` if one of them is open, which leaves the whole open.
    fn all(&self, db: &dyn Db, args: &[TypeRef]) -> Result<Option<Box<[Ty]>>, TypeProblem> {
        args.iter().map(|arg| Ok(self.written(db, arg)?.ty)).collect()
    }

    fn tuple(&self, db: &dyn Db, args: &[TypeRef]) -> Resolved {
        if args.len() == 2 && args[1] == TypeRef::Ellipsis {
            return Ok(Declared::ty(Ty::tuple_of(db, self.ty(db, &args[0])?)));
        }
        if let [TypeRef::Error] = args {
            return Ok(Declared::ty(Ty::tuple(db, [])));
        }
        let items = self.all(db, args)?;
        Ok(Declared { ty: items.map(|items| Ty::tuple(db, items)), ..Declared::OPEN })
    }

    fn literal(&self, db: &dyn Db, args: &[TypeRef]) -> Resolved {
        let of = |arg: &TypeRef| match arg {
            TypeRef::Literal(Literal::Int(_)) => Some(Ty::int(db)),
            TypeRef::Literal(Literal::Bool(_)) => Some(Ty::bool(db)),
            TypeRef::Literal(Literal::Str(_)) | TypeRef::Name(_) => builtin_class(db, "str").map(|class| Ty::class(db, class, [])),
            TypeRef::None | TypeRef::Literal(Literal::None) => Some(Ty::none(db)),
            _ => None,
        };
        Ok(Declared::ty(Ty::union(db, args.iter().filter_map(of))))
    }

    /// Whether a type is one that only says what its values have.
    fn names_protocol(&self, db: &dyn Db, type_ref: &TypeRef) -> bool {
        match type_ref {
            TypeRef::Name(path) => matches!(self.item(db, path), Some((_, Item::Class(class))) if crate::class::is_protocol(db, class)),
            TypeRef::Subscript(base, args) => self.names_protocol(db, base) || args.iter().any(|arg| self.names_protocol(db, arg)),
            TypeRef::Union(parts) => parts.iter().any(|part| self.names_protocol(db, part)),
            _ => false,
        }
    }

    pub(crate) fn item(&self, db: &dyn Db, path: &[Name]) -> Option<(File, Item)> {
        self.origin(db, path).map(|(file, _, item)| (file, item))
    }

    fn origin(&self, db: &dyn Db, path: &[Name]) -> Option<(File, Name, Item)> {
        let mut found = pyc_hir::global_origin(db, self.file, path[0])?;
        for &part in &path[1..] {
            let (from, _, Item::Import { module, .. }) = found else { return None };
            let pyc_hir::ModuleResolution::File(module) = pyc_hir::resolve_module(db, from, Some(module), 0) else { return None };
            found = pyc_hir::origin_of(db, module, part)?;
        }
        Some(found)
    }

    /// What an alias without parameters stands for.
    fn alias(&self, db: &dyn Db, path: &[Name]) -> Resolved {
        match self.origin(db, path) {
            Some((file, name, _)) => alias_type(db, file, name),
            None => Err(not_a_type(path[path.len() - 1])),
        }
    }

    /// Whether a type names a `TypeVar` that is no parameter here: then it is what it is used with.
    fn has_type_variable(&self, db: &dyn Db, type_ref: &TypeRef) -> bool {
        match type_ref {
            TypeRef::Name(path) => {
                self.names.iter().all(|(known, _)| path.len() > 1 || *known != path[0])
                    && matches!(self.item(db, path), Some((_, Item::TypeVar)))
            }
            TypeRef::Subscript(base, args) => self.has_type_variable(db, base) || args.iter().any(|arg| self.has_type_variable(db, arg)),
            TypeRef::Union(parts) | TypeRef::List(parts) => parts.iter().any(|part| self.has_type_variable(db, part)),
            TypeRef::None | TypeRef::Ellipsis | TypeRef::Literal(_) | TypeRef::Error => false,
        }
    }
}

/// What an alias stands for that a module binds.
#[salsa::tracked(returns(clone), cycle_result = recursive_alias)]
fn alias_type(db: &dyn Db, file: File, alias: Name) -> Resolved {
    match pyc_hir::resolve_item(db, file, alias) {
        Some((file, Item::TypeAlias { value, .. })) => TypeScope { file, names: Vec::new(), self_ty: None }.written(db, &value),
        _ => Err(not_a_type(alias)),
    }
}

fn recursive_alias(_: &dyn Db, _: salsa::Id, _: File, alias: Name) -> Resolved {
    Err(TypeProblem::new(
        codes::NOT_A_TYPE,
        format!("The type `{alias}` contains itself without end"),
        "make it a class with fields, which may hold further objects of the class",
    ))
}

fn fixed_width(db: &dyn Db, text: &str) -> Option<Ty> {
    let (signed, bits) = match text.split_at_checked(1)? {
        ("i", bits) => (true, bits),
        ("u", bits) => (false, bits),
        _ => return None,
    };
    let bits = matches!(bits, "8" | "16" | "32" | "64").then(|| bits.parse().ok()).flatten()?;
    Some(Ty::new(db, TyKind::Fixed { bits, signed }))
}

/// Whether a module of the library only gives names to annotations.
#[salsa::tracked(returns(copy))]
fn is_typing(db: &dyn Db, file: File) -> bool {
    file.is_stdlib(db) && matches!(pyc_hir::module_name(db, file).as_str(), "typing" | "collections.abc")
}

/// Whether the classes of a file say what their objects can do.
#[salsa::tracked(returns(copy))]
pub(crate) fn is_abstract(db: &dyn Db, file: File) -> bool {
    is_typing(db, file) || (file.is_stdlib(db) && matches!(pyc_hir::module_name(db, file).as_str(), "numbers" | "_kinds"))
}

/// Whether a class of the library stands for many types, which only its uses tell.
fn is_open(db: &dyn Db, class: ClassId) -> bool {
    matches!(crate::ty::class_name(db, class).as_str(), "Any" | "object" | "tuple" | "Ptr" | "Word" | "Keywords")
}

/// The type that `self` has in a class of the library without parameters; `None` if only its uses tell.
pub fn library_type(db: &dyn Db, class: ClassId) -> Option<Ty> {
    (!is_open(db, class)).then(|| primitive(db, class).unwrap_or_else(|| Ty::class(db, class, [])))
}

/// The primitive type that a class of the library describes.
pub fn primitive(db: &dyn Db, class: ClassId) -> Option<Ty> {
    Some(match crate::ty::class_name(db, class).as_str() {
        "int" => Ty::int(db),
        "float" => Ty::float(db),
        "bool" => Ty::bool(db),
        "NoneType" => Ty::none(db),
        "f32" => Ty::new(db, TyKind::SmallFloat(SmallFloat::F32)),
        text => fixed_width(db, text)?,
    })
}

fn not_a_type(name: Name) -> TypeProblem {
    TypeProblem::new(
        codes::NOT_A_TYPE,
        format!("`{}` is not a type", pyc_hir::written_name(name)),
        "annotate with a class, or with a union of classes such as `int | None`",
    )
}

fn unknown_type(db: &dyn Db, file: File, missing: Name) -> TypeProblem {
    let help = match crate::suggest::closest(missing.as_str(), crate::suggest::visible_names(db, file)) {
        Some(close) => format!("did you mean `{close}`?"),
        None => format!("define a class `{missing}`, or import it"),
    };
    TypeProblem::new(codes::UNKNOWN_TYPE, format!("There is no type `{}` here", pyc_hir::written_name(missing)), help)
}

/// An annotation as it was written.
pub fn show(type_ref: &TypeRef) -> String {
    let list = |parts: &[TypeRef], separator: &str| parts.iter().map(show).collect::<Vec<_>>().join(separator);
    match type_ref {
        TypeRef::Name(path) => path.iter().map(|part| part.as_str()).collect::<Vec<_>>().join("."),
        TypeRef::Subscript(base, args) => format!("{}[{}]", show(base), list(args, ", ")),
        TypeRef::Union(parts) => list(parts, " | "),
        TypeRef::None => "None".into(),
        TypeRef::Ellipsis => "...".into(),
        TypeRef::List(parts) => format!("[{}]", list(parts, ", ")),
        TypeRef::Literal(_) | TypeRef::Error => "…".into(),
    }
}

/// An expression that stands where a type is meant, as in `f[int]`.
pub fn expr_as_type(body: &pyc_hir::Body, id: pyc_hir::ExprId) -> TypeRef {
    use pyc_hir::{BinOp, Expr, NameRef};
    let name_of = |reference: &NameRef| match reference {
        NameRef::Local(local) => body.locals[local.index()].name,
        NameRef::Captured { .. } => name("?"),
        NameRef::Global(text) | NameRef::Class(text) => *text,
    };
    match &body.exprs[id.index()] {
        Expr::Name(reference) => TypeRef::Name(Box::new([name_of(reference)])),
        Expr::Attribute { value, name } => match expr_as_type(body, *value) {
            TypeRef::Name(path) => TypeRef::Name(path.iter().copied().chain([*name]).collect()),
            _ => TypeRef::Error,
        },
        Expr::Subscript { value, index } => {
            let args = match &body.exprs[index.index()] {
                Expr::Tuple(items) => items.iter().map(|&item| expr_as_type(body, item)).collect(),
                _ => Box::new([expr_as_type(body, *index)]) as Box<[TypeRef]>,
            };
            TypeRef::Subscript(Box::new(expr_as_type(body, *value)), args)
        }
        Expr::Binary { left, op: BinOp::BitOr, right } => TypeRef::Union(Box::new([expr_as_type(body, *left), expr_as_type(body, *right)])),
        Expr::Literal(Literal::None) => TypeRef::None,
        Expr::Literal(literal) => TypeRef::Literal(literal.clone()),
        _ => TypeRef::Ellipsis,
    }
}
