//! Annotations to types.

use pyc_base::{Code, Name, codes, name};
use pyc_hir::{ClassId, Db, File, Item, Literal, TypeRef};

use crate::class::{builtin_class, class_info};
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

type Resolved = Result<Declared, TypeProblem>;

impl TypeScope {
    /// Resolves an annotation to a type, or leaves it open.
    pub fn declared(&self, db: &dyn Db, type_ref: &TypeRef) -> Resolved {
        match type_ref {
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
        self.declared(db, type_ref)?.ty.ok_or_else(|| {
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
            match self.declared(db, part)?.ty {
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
        if last == "Self"
            && let Some(self_ty) = self.self_ty
            && self.item(db, path).is_none_or(|(file, _)| file.is_stdlib(db))
        {
            return Ok(Declared::ty(self_ty));
        }
        match self.item(db, path) {
            Some((file, Item::Class(class))) => return self.class(db, file, class),
            Some((file, Item::TypeAlias { type_params, value })) if type_params.is_empty() => {
                return TypeScope { file, names: Vec::new(), self_ty: None }.declared(db, &value);
            }
            Some((file, _)) if !file.is_stdlib(db) => return Err(not_a_type(last)),
            _ => {}
        }
        self.special(db, last).ok_or_else(|| unknown_type(db, self.file, last))
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
            | "Tuple" | "Type" | "Final" | "ClassVar" | "object" | "tuple" => {
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
        if class_info(db, class).params.is_empty() { Ok(Declared::ty(Ty::class(db, class, []))) } else { Ok(Declared::OPEN) }
    }

    fn subscript(&self, db: &dyn Db, base: &TypeRef, args: &[TypeRef]) -> Resolved {
        let TypeRef::Name(path) = base else {
            return Err(not_a_type(name("this")));
        };
        let last = path[path.len() - 1];
        match last.as_str() {
            "Optional" => return Ok(Declared::ty(Ty::union(db, [self.ty(db, &args[0])?, Ty::none(db)]))),
            "Union" => return self.union(db, args),
            "Final" | "Annotated" | "Required" | "ReadOnly" => return self.declared(db, &args[0]),
            "ClassVar" => return Ok(Declared { is_class_var: true, ..self.declared(db, &args[0])? }),
            "inout" => return Ok(Declared { mode: Mode::Inout, ..self.declared(db, &args[0])? }),
            "owned" => return Ok(Declared { mode: Mode::Owned, ..self.declared(db, &args[0])? }),
            "Literal" => return self.literal(db, args),
            "tuple" | "Tuple" => return self.tuple(db, args),
            "Ptr" => return Ok(Declared::ty(Ty::new(db, TyKind::Ptr(self.ty(db, &args[0])?)))),
            "Iterable" | "Iterator" | "Sequence" | "Collection" | "Callable" | "Mapping" | "MutableMapping" | "MutableSequence"
            | "Container" | "Generator" | "Reversible" | "type" | "Type" => return Ok(Declared::OPEN),
            _ => {}
        }
        let class = match (last.as_str(), self.item(db, path)) {
            ("List" | "Dict" | "Set" | "FrozenSet", _) => builtin_class(db, &last.as_str().to_lowercase()),
            (_, Some((_, Item::Class(class)))) => Some(class),
            _ => None,
        };
        let Some(class) = class else {
            return Err(unknown_type(db, self.file, last));
        };
        let info = class_info(db, class);
        if info.params.len() != args.len() {
            return Err(TypeProblem::new(
                codes::TYPE_ARGUMENTS,
                format!("`{last}` takes {} type arguments, but {} are given", info.params.len(), args.len()),
                format!(
                    "give one type for each of its parameters: {}",
                    info.params.iter().map(|p| p.as_str()).collect::<Vec<_>>().join(", ")
                ),
            ));
        }
        let args = args.iter().map(|arg| self.ty(db, arg)).collect::<Result<Box<[Ty]>, _>>()?;
        Ok(Declared::ty(Ty::class(db, class, args)))
    }

    fn tuple(&self, db: &dyn Db, args: &[TypeRef]) -> Resolved {
        if args.len() == 2 && args[1] == TypeRef::Ellipsis {
            return Ok(Declared::OPEN);
        }
        if let [TypeRef::Error] = args {
            return Ok(Declared::ty(Ty::tuple(db, [])));
        }
        let items = args.iter().map(|arg| self.ty(db, arg)).collect::<Result<Box<[Ty]>, _>>()?;
        Ok(Declared::ty(Ty::tuple(db, items)))
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

    fn item(&self, db: &dyn Db, path: &[Name]) -> Option<(File, Item)> {
        let (mut file, mut item) = pyc_hir::resolve_global(db, self.file, path[0])?;
        for &part in &path[1..] {
            let Item::Import { module, .. } = &item else { return None };
            let pyc_hir::ModuleResolution::File(module) = pyc_hir::resolve_module(db, file, Some(*module), 0) else { return None };
            (file, item) = pyc_hir::resolve_item(db, module, part)?;
        }
        Some((file, item))
    }
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

/// Whether a class of the library stands for many types, which only its uses tell.
fn is_open(db: &dyn Db, class: ClassId) -> bool {
    matches!(crate::ty::class_name(db, class).as_str(), "object" | "tuple" | "Ptr")
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
        format!("`{name}` is not a type"),
        "annotate with a class, or with a union of classes such as `int | None`",
    )
}

fn unknown_type(db: &dyn Db, file: File, missing: Name) -> TypeProblem {
    let help = match crate::suggest::closest(missing.as_str(), crate::suggest::visible_names(db, file)) {
        Some(close) => format!("did you mean `{close}`?"),
        None => format!("define a class `{missing}`, or import it"),
    };
    TypeProblem::new(codes::UNKNOWN_TYPE, format!("There is no type `{missing}` here"), help)
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
