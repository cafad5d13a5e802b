//! The types of the language, interned: equal types have equal ids.

use crate::class::builtin_class;
use pyc_base::Name;
use pyc_hir::{BodyOwner, ClassId, Db, FunctionId, LocalId};

#[salsa::interned(unsafe(no_lifetime), debug, revisions = usize::MAX)]
pub struct Ty {
    /// As it is written: one that contains itself is a knot.
    #[returns(ref)]
    pub raw: TyKind,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum TyKind {
    /// No value: the type of what does not return, and of what no assignment has reached yet.
    Never,
    /// After an error that was reported; goes with everything.
    Unknown,
    None,
    Bool,
    Int,
    Float,
    /// `i8 … i64`, `u8 … u64`.
    Fixed {
        bits: u8,
        signed: bool,
    },
    /// `f32`, `f16`, `bf16`.
    SmallFloat(SmallFloat),
    /// A class of the program or the library (`str` and `list` among them): a counted reference, or a value if it is a `@struct`.
    Class {
        class: ClassId,
        args: Box<[Ty]>,
    },
    Tuple(Box<[Ty]>),
    /// At least two different types, none of them a union, in a fixed order.
    Union(Box<[Ty]>),
    Ptr(Ty),
    /// A function as a value: known, so it takes no storage.
    Function(FunctionId),
    /// A function with what it takes along from those around it: known, and made in a known instance.
    Closure {
        function: FunctionId,
        outer: Instance,
    },
    /// What a generator object runs: known, so it takes no storage.
    Body(Instance),
    /// A class as a value: known, so it takes no storage.
    ClassObject(ClassId),
    /// A string that is written out where a function is called: known, so it takes no storage.
    Word(Name),
    /// A type parameter where a generic body is checked once for all its instances.
    Param(Name),
    /// The element type of a container display, while its body is being inferred.
    Var(u32),
    /// One or several types that contain the type that they are, see `recursive.rs`. Never seen but by those who ask for it.
    Recursive(Box<[Ty]>),
    /// The recursive type around.
    Itself,
    /// An element type that nobody has decided yet: of a container that a call hands over empty, or that a field or a module's variable holds.
    Hole(u32),
}

/// The class of tuples whose length is known only at run time.
const TUPLE_OF: &str = "_TupleOf";

/// A union of more types is one that grows for ever: `items = (0,) + items` in a loop.
const MOST_VARIANTS: usize = 24;

/// Tuples of more lengths than these are taken as ones of any length.
const MOST_LENGTHS: usize = 6;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SmallFloat {
    F16,
    BF16,
    F32,
}

/// A body and the types it is compiled for. The unit of inference, monomorphisation and caching.
#[salsa::interned(unsafe(no_lifetime), debug, revisions = usize::MAX)]
pub struct Instance {
    #[returns(copy)]
    pub owner: BodyOwner,
    /// What the type parameters of the enclosing class and then of the function stand for.
    #[returns(ref)]
    pub type_args: Box<[Ty]>,
    /// The types of the parameters, `self` included: as declared, or as called where nothing is declared. `*args` is one tuple.
    #[returns(ref)]
    pub params: Box<[Ty]>,
}

/// A variable of a module.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct GlobalVar {
    pub file: pyc_hir::File,
    pub name: Name,
}

/// A HIR local, for messages and debuggers.
pub type HirLocal = LocalId;

impl Ty {
    /// What the type is.
    pub fn kind(self, db: &dyn Db) -> &TyKind {
        match self.raw(db) {
            TyKind::Recursive(_) => crate::recursive::unfolded(db, self).raw(db),
            kind => kind,
        }
    }

    pub fn never(db: &dyn Db) -> Ty {
        Ty::new(db, TyKind::Never)
    }

    pub fn unknown(db: &dyn Db) -> Ty {
        Ty::new(db, TyKind::Unknown)
    }

    pub fn none(db: &dyn Db) -> Ty {
        Ty::new(db, TyKind::None)
    }

    pub fn bool(db: &dyn Db) -> Ty {
        Ty::new(db, TyKind::Bool)
    }

    pub fn int(db: &dyn Db) -> Ty {
        Ty::new(db, TyKind::Int)
    }

    pub fn float(db: &dyn Db) -> Ty {
        Ty::new(db, TyKind::Float)
    }

    pub fn class(db: &dyn Db, class: ClassId, args: impl Into<Box<[Ty]>>) -> Ty {
        let args = args.into();
        let made = Ty::new(db, TyKind::Class { class, args: args.clone() });
        crate::recursive::folded(db, made, &args)
    }

    /// A tuple with an element of which there is no value doesn't exist either.
    pub fn tuple(db: &dyn Db, items: impl Into<Box<[Ty]>>) -> Ty {
        let items = items.into();
        match items.iter().find(|item| item.is_never(db)) {
            Some(never) => *never,
            None => Ty::new(db, TyKind::Tuple(items)),
        }
    }

    /// `tuple[element, ...]`, which is a class of the library.
    pub fn tuple_of(db: &dyn Db, element: Ty) -> Ty {
        builtin_class(db, TUPLE_OF).map_or_else(|| Ty::unknown(db), |class| Ty::class(db, class, [element]))
    }

    /// The type of the elements of a `tuple[T, ...]`.
    pub fn tuple_element(self, db: &dyn Db) -> Option<Ty> {
        let (class, args) = self.as_class(db)?;
        (class_name(db, class).as_str() == TUPLE_OF && class.def(db).file.is_stdlib(db)).then(|| args[0])
    }

    /// Whether every value of this type is a tuple.
    pub fn is_tuple(self, db: &dyn Db) -> bool {
        matches!(self.kind(db), TyKind::Tuple(_)) || self.tuple_element(db).is_some()
    }

    pub fn is_never(self, db: &dyn Db) -> bool {
        matches!(self.kind(db), TyKind::Never)
    }

    pub fn is_unknown(self, db: &dyn Db) -> bool {
        matches!(self.kind(db), TyKind::Unknown)
    }

    pub fn is_none(self, db: &dyn Db) -> bool {
        matches!(self.kind(db), TyKind::None)
    }

    pub fn as_class(self, db: &dyn Db) -> Option<(ClassId, &[Ty])> {
        match self.kind(db) {
            TyKind::Class { class, args } => Some((*class, args)),
            _ => None,
        }
    }

    /// The types a value of this type can have: the variants of a union, or the type itself; nothing for `Never`.
    pub fn variants(self, db: &dyn Db) -> Vec<Ty> {
        match self.kind(db) {
            TyKind::Union(variants) => variants.to_vec(),
            TyKind::Never => Vec::new(),
            _ => vec![self],
        }
    }

    pub fn is_union(self, db: &dyn Db) -> bool {
        matches!(self.kind(db), TyKind::Union(_))
    }

    /// The smallest type that includes all of `parts`. Tuples of one length are joined element by element.
    pub fn union(db: &dyn Db, parts: impl IntoIterator<Item = Ty>) -> Ty {
        let mut flat: Vec<Ty> = Vec::new();
        for part in parts {
            for variant in part.variants(db) {
                add_variant(db, &mut flat, variant);
            }
        }
        if let Some(&unknown) = flat.iter().find(|ty| ty.is_unknown(db)) {
            return unknown;
        }
        // A tuple of known length that also is one of any length is no variant of its own.
        let elements: Vec<Vec<Ty>> = flat.iter().filter_map(|ty| Some(ty.tuple_element(db)?.variants(db))).collect();
        flat.retain(|ty| match ty.kind(db) {
            TyKind::Tuple(items) => !elements.iter().any(|element| items.iter().all(|item| element.contains(item))),
            _ => true,
        });
        match flat.as_slice() {
            [] => Ty::never(db),
            [one] => *one,
            all if all.len() > MOST_VARIANTS => Ty::unknown(db),
            all if all.iter().filter(|ty| matches!(ty.kind(db), TyKind::Tuple(_))).count() > MOST_LENGTHS => {
                let (tuples, others): (Vec<Ty>, Vec<Ty>) = flat.into_iter().partition(|ty| ty.is_tuple(db));
                let elements = tuples.iter().flat_map(|tuple| match tuple.kind(db) {
                    TyKind::Tuple(items) => items.to_vec(),
                    _ => tuple.tuple_element(db).into_iter().collect(),
                });
                let tuple = Ty::tuple_of(db, Ty::union(db, elements.collect::<Vec<_>>()));
                Ty::union(db, others.into_iter().chain([tuple]))
            }
            _ => {
                // Closures of one function, made in different instances, look the same.
                flat.sort_by_cached_key(|ty| (ty.is_none(db), ty.show(db), salsa::plumbing::AsId::as_id(ty)));
                let made = Ty::new(db, TyKind::Union(flat.clone().into()));
                crate::recursive::folded(db, made, &flat)
            }
        }
    }

    /// The type without those variants that `remove` says.
    pub fn without(self, db: &dyn Db, remove: impl Fn(Ty) -> bool) -> Ty {
        Ty::union(db, self.variants(db).into_iter().filter(|&variant| !remove(variant)))
    }

    /// Replaces every part of the type, innermost first.
    pub fn map(self, db: &dyn Db, change: &mut dyn FnMut(Ty) -> Ty) -> Ty {
        let mut all = |parts: &[Ty]| -> Box<[Ty]> { parts.iter().map(|part| part.map(db, change)).collect() };
        let mapped = match self.raw(db) {
            TyKind::Class { class, args } if !args.is_empty() => Ty::class(db, *class, all(args)),
            TyKind::Tuple(items) => Ty::tuple(db, all(items)),
            TyKind::Union(variants) => {
                let variants = all(variants);
                Ty::union(db, variants)
            }
            TyKind::Ptr(pointee) => {
                let pointee = pointee.map(db, change);
                Ty::new(db, TyKind::Ptr(pointee))
            }
            _ => self,
        };
        change(mapped)
    }

    /// Whether some part of the type satisfies `test`.
    pub fn any(self, db: &dyn Db, test: &mut dyn FnMut(Ty) -> bool) -> bool {
        if test(self) {
            return true;
        }
        match self.raw(db) {
            TyKind::Class { args: parts, .. } | TyKind::Tuple(parts) | TyKind::Union(parts) | TyKind::Recursive(parts) => {
                parts.iter().any(|part| part.any(db, test))
            }
            TyKind::Ptr(pointee) => pointee.any(db, test),
            _ => false,
        }
    }

    /// How deep types are nested in it.
    pub fn depth(self, db: &dyn Db) -> usize {
        let deepest = |parts: &[Ty]| parts.iter().map(|part| part.depth(db)).max().unwrap_or_default();
        match self.raw(db) {
            TyKind::Class { args: parts, .. } | TyKind::Tuple(parts) => 1 + deepest(parts),
            TyKind::Union(parts) => deepest(parts),
            TyKind::Ptr(pointee) => 1 + pointee.depth(db),
            _ => 0,
        }
    }

    /// As it is written in the language.
    pub fn show(self, db: &dyn Db) -> String {
        self.show_within(db, MAX_SHOWN)
    }

    /// What lies deeper is left out: nobody reads that.
    fn show_within(self, db: &dyn Db, depth: usize) -> String {
        let Some(depth) = depth.checked_sub(1) else { return "...".into() };
        let list = |parts: &[Ty], separator: &str| parts.iter().map(|part| part.show_within(db, depth)).collect::<Vec<_>>().join(separator);
        match self.raw(db) {
            TyKind::Recursive(variants) => list(variants, " | "),
            TyKind::Itself => "...".into(),
            TyKind::Never => "Never".into(),
            TyKind::Unknown => "Unknown".into(),
            TyKind::None => "None".into(),
            TyKind::Bool => "bool".into(),
            TyKind::Int => "int".into(),
            TyKind::Float => "float".into(),
            TyKind::Fixed { bits, signed } => format!("{}{bits}", if *signed { 'i' } else { 'u' }),
            TyKind::SmallFloat(SmallFloat::F16) => "f16".into(),
            TyKind::SmallFloat(SmallFloat::BF16) => "bf16".into(),
            TyKind::SmallFloat(SmallFloat::F32) => "f32".into(),
            TyKind::Class { class, args } if args.is_empty() => class_name(db, *class).to_string(),
            TyKind::Class { args, .. } if self.tuple_element(db).is_some() => format!("tuple[{}, ...]", list(args, "")),
            TyKind::Class { class, args } => format!("{}[{}]", class_name(db, *class), list(args, ", ")),
            TyKind::Tuple(items) if items.is_empty() => "tuple[()]".into(),
            TyKind::Tuple(items) => format!("tuple[{}]", list(items, ", ")),
            TyKind::Union(variants) => list(variants, " | "),
            TyKind::Ptr(pointee) => format!("Ptr[{}]", pointee.show_within(db, depth)),
            TyKind::Function(function) => format!("def {}", function.def(db).path.last().map_or("?", |(name, _)| name.as_str())),
            TyKind::Closure { function, .. } => format!("def {}", function.def(db).path.last().map_or("?", |(name, _)| name.as_str())),
            TyKind::Body(instance) => match instance.owner(db) {
                BodyOwner::Function(function) => format!("body of {}", function.def(db).name()),
                _ => "body".into(),
            },
            TyKind::ClassObject(class) => format!("type[{}]", class_name(db, *class)),
            TyKind::Word(text) => format!("{:?}", text.as_str()),
            TyKind::Param(name) => name.to_string(),
            TyKind::Var(_) | TyKind::Hole(_) => "Unknown".into(),
        }
    }
}

/// How many types in each other are shown.
const MAX_SHOWN: usize = 24;

fn add_variant(db: &dyn Db, flat: &mut Vec<Ty>, variant: Ty) {
    if flat.contains(&variant) {
        return;
    }
    if let TyKind::Tuple(new) = variant.kind(db) {
        let same_length = flat.iter().position(|ty| matches!(ty.kind(db), TyKind::Tuple(items) if items.len() == new.len()));
        if let Some(at) = same_length {
            let TyKind::Tuple(old) = flat[at].kind(db) else { return };
            let joined: Box<[Ty]> = old.iter().zip(new).map(|(&a, &b)| Ty::union(db, [a, b])).collect();
            flat[at] = Ty::tuple(db, joined);
            return;
        }
    }
    flat.push(variant);
}

/// The name a class was defined with.
pub fn class_name(db: &dyn Db, class: ClassId) -> Name {
    class.def(db).path.last().map_or_else(|| pyc_base::name("?"), |(name, _)| *name)
}
