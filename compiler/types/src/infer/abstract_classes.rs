//! `isinstance` of abstract classes: what the library's stand for, and protocols that may be asked at run time.

use pyc_hir::{ClassId, Member};

use super::Infer;
use crate::class::{class_info, find_method, subclasses};
use crate::resolve::is_abstract;
use crate::ty::{Ty, TyKind, class_name};

impl Infer<'_> {
    /// Whether a class says what its objects can do instead of what they are.
    pub(super) fn is_abstract_class(&self, class: ClassId) -> bool {
        is_abstract(self.db, class.def(self.db).file) || crate::class::is_protocol(self.db, class)
    }

    /// Those variants of a type that are instances of an abstract class; nothing if that is not known while compiling.
    pub(super) fn abstract_instances(&self, class: ClassId, actual: Ty) -> Option<Ty> {
        let mut matching = Vec::new();
        for variant in actual.variants(self.db) {
            if self.is_abstract_instance(class, variant)? {
                matching.push(variant);
            }
        }
        Some(Ty::union(self.db, matching))
    }

    fn is_abstract_instance(&self, class: ClassId, variant: Ty) -> Option<bool> {
        let db = self.db;
        let is = self.fits_abstract_class(class, variant)?;
        // An object may be of a derived class that can do more.
        let derived = variant.as_class(db).map(|(own, _)| subclasses(db, own)).unwrap_or_default();
        let agrees = |derived: &ClassId| {
            let open: Vec<Ty> = class_info(db, *derived).params.iter().map(|_| Ty::unknown(db)).collect();
            self.fits_abstract_class(class, Ty::class(db, *derived, open)) == Some(is)
        };
        derived.iter().all(agrees).then_some(is)
    }

    fn fits_abstract_class(&self, class: ClassId, variant: Ty) -> Option<bool> {
        let db = self.db;
        let has = |methods: &[&str]| methods.iter().all(|method| self.has_method_of(variant, method));
        if !is_abstract(db, class.def(db).file) {
            let def = pyc_hir::class_def(db, class);
            let asks = def.decorators.iter().any(|decorator| decorator.path.last().is_some_and(|last| *last == "runtime_checkable"));
            let is_method = |(_, member): &(_, Member)| matches!(member, Member::Function(_));
            let members = &class_info(db, class).members;
            return (asks && members.iter().all(is_method)).then(|| members.iter().all(|(name, _)| has(&[name.as_str()])));
        }
        let is = |names: &[&str]| match variant.kind(db) {
            TyKind::Int => names.contains(&"int"),
            TyKind::Bool => names.contains(&"int"),
            TyKind::Float => names.contains(&"float"),
            _ if self.view_type(variant).is_tuple(db) => names.contains(&"tuple"),
            _ => crate::multiple::linearization(db, variant)
                .into_iter()
                .filter_map(|owner| owner.as_class(db))
                .any(|(owner, _)| owner.def(db).file.is_stdlib(db) && names.contains(&class_name(db, owner).as_str())),
        };
        let is_tuple = is(&["tuple"]);
        Some(match class_name(db, class).as_str() {
            "Iterable" => is_tuple || has(&["__iter__"]),
            "Iterator" => has(&["__iter__", "__next__"]),
            "Generator" => is(&["generator"]),
            "Sized" => is_tuple || has(&["__len__"]),
            "Container" => is_tuple || has(&["__contains__"]),
            "Collection" => is_tuple || has(&["__len__", "__iter__", "__contains__"]),
            "Reversible" => is_tuple || has(&["__reversed__", "__iter__"]),
            "Callable" => self.is_callable(variant),
            "Hashable" if matches!(variant.kind(db), TyKind::Function(_) | TyKind::Closure { .. } | TyKind::ClassObject(_)) => true,
            "Hashable" => match find_method(db, variant, "__hash__") {
                Some((_, function)) => {
                    function.def(db).name() != "_unhashable" && !is(&["list", "dict", "set", "bytearray", "deque", "array"])
                }
                None => return None,
            },
            "Sequence" => is(&["tuple", "list", "str", "range", "bytes", "bytearray", "deque", "array", "UserList"]),
            "MutableSequence" => is(&["list", "bytearray", "deque", "array", "UserList"]),
            "Mapping" | "MutableMapping" => is(&["dict", "ChainMap", "UserDict"]),
            "AbstractSet" | "Set" => is(&["set", "frozenset"]),
            "MutableSet" => is(&["set"]),
            "Number" => is(&["int", "float", "complex", "Fraction", "Decimal"]),
            "Complex" => is(&["int", "float", "complex", "Fraction"]),
            "Real" => is(&["int", "float", "Fraction"]),
            "Rational" => is(&["int", "Fraction"]),
            "Integral" => is(&["int"]),
            "FunctionType" | "LambdaType" => return self.is_function(variant, true),
            "BuiltinFunctionType" => return self.is_function(variant, false),
            "GeneratorType" => is(&["generator"]),
            "CodeType" | "CoroutineType" | "AsyncGeneratorType" | "FrameType" | "ModuleType" | "TracebackType" => false,
            _ => return None,
        })
    }

    /// Whether a value is a function that is written in Python, or one that is not: nobody knows of those in the library's modules.
    fn is_function(&self, variant: Ty, is_python: bool) -> Option<bool> {
        let (TyKind::Function(function) | TyKind::Closure { function, .. }) = variant.kind(self.db) else { return Some(false) };
        let file = function.def(self.db).file;
        if !file.is_stdlib(self.db) {
            return Some(is_python);
        }
        pyc_hir::module_name(self.db, file).starts_with("builtins").then_some(!is_python)
    }

    pub(super) fn is_callable(&self, ty: Ty) -> bool {
        match ty.kind(self.db) {
            TyKind::Function(_) | TyKind::Closure { .. } | TyKind::ClassObject(_) => true,
            // What runs the body of a generator is nobody else's.
            _ => self.generator_body(ty).is_none() && find_method(self.db, ty, "__call__").is_some(),
        }
    }

    fn has_method_of(&self, variant: Ty, method: &str) -> bool {
        let object = crate::class::builtin_class(self.db, "object");
        find_method(self.db, variant, method)
            .filter(|(_, function)| function.def(self.db).name() != crate::class::BY_INDEX)
            .is_some_and(|(owner, _)| method.starts_with("__") || owner.as_class(self.db).map(|(owner, _)| owner) != object)
    }
}
