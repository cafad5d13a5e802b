//! Classes as values: `type(x)`, `x.__class__`, `__class__` in a method, what a class says of itself, and class decorators.
//!
//! A class as a value is known while compiling. Where an object may be of several classes, the value is a union of them.

use pyc_base::{Name, codes, name};
use pyc_hir::{Arg, BodyOwner, ClassId, Expr as Hir, ExprId, FunctionId};

use super::Infer;
use super::arguments::Given;
use super::call::Target;
use crate::class::{class_info, class_of, find_method};
use crate::diagnostic::TypeDiagnostic;
use crate::thir::{Expr, ExprKind, Origin, StmtKind};
use crate::ty::{Ty, TyKind};

/// With more classes than these below that of an object, its class as a value is not worth the tests.
const MOST_CLASSES: usize = 16;

/// Modules whose functions are built into Python.
const WRITTEN_IN_C: [&str; 8] = ["builtins", "math", "cmath", "time", "operator", "heapq", "bisect", "binascii"];

impl Infer<'_> {
    /// `object.__new__(class)`: an object that no `__init__` has seen.
    pub(super) fn bare_object(&mut self, class: Expr, origin: Origin) -> Expr {
        let TyKind::ClassObject(class) = *class.ty.kind(self.db) else {
            return self.unsupported("`object.__new__` of a class that is known only at run time", "name the class", origin);
        };
        let ty = Ty::class(self.db, class, []);
        self.note_made(ty);
        self.with_defaults(self.expr_of(ty, ExprKind::Construct { init: None, args: Vec::new() }, origin))
    }

    /// `super().__new__(class, …)` in a method of `own`.
    pub(super) fn super_new(&mut self, own: Ty, args: &[Arg], origin: Origin) -> Expr {
        let [class, rest @ ..] = args else {
            return self.unsupported("`__new__` without a class", "give the class as its first argument", origin);
        };
        let class = self.expr(class.value, None);
        let of_class = |ty: &Ty| ty.as_class(self.db).map(|(class, _)| class);
        let order = match *class.ty.kind(self.db) {
            TyKind::ClassObject(class) => crate::multiple::linearization(self.db, Ty::class(self.db, class, [])),
            _ => Vec::new(),
        };
        let mut next = order.iter().skip_while(|owner| of_class(owner) != of_class(&own)).skip(1);
        let found = next.find_map(|owner| Some((*owner, class_info(self.db, of_class(owner)?).own_method("__new__")?)));
        let Some((owner, function)) = found.filter(|(_, function)| !function.def(self.db).file.is_stdlib(self.db)) else {
            return self.bare_object(class, origin);
        };
        let mut given = self.given(rest);
        given.insert(0, Given::value(class));
        self.invoke(Target { owner: Some(owner), ..Target::of(function) }, given, None, origin)
    }

    /// `Class(…)` where a class of the program defines `__new__`: what that gives, and the call of `__init__` if it is an object of the class.
    pub(super) fn construct_by_new(&mut self, class: ClassId, (owner, new): (Ty, FunctionId), given: Vec<Given>, origin: Origin) -> Expr {
        let db = self.db;
        let given: Vec<Given> = given.into_iter().map(|arg| self.evaluated(arg, origin)).collect();
        let object = self.expr_of(Ty::new(db, TyKind::ClassObject(class)), ExprKind::None, origin);
        let with_class = [Given::value(object)].into_iter().chain(given.iter().cloned()).collect();
        let made = self.invoke(Target { owner: Some(owner), ..Target::of(new) }, with_class, None, origin);
        let ty = Ty::class(db, class, []);
        let init = crate::class::find_method(db, ty, "__init__").filter(|(owner, _)| !self.is_object(*owner));
        let Some((owner, init)) = init.filter(|_| made.ty.variants(db).into_iter().any(|made| self.is_of(made, ty))) else { return made };
        let whole = made.ty;
        let (store, kept) = self.temp(made);
        self.push(store);
        let test = self.type_test(self.local_expr(kept, origin), ty);
        let (block, ()) = self.in_block(|this| {
            let object = this.narrow(this.local_expr(kept, origin), if whole.is_union(db) { ty } else { whole });
            let target = Target { owner: Some(owner), receiver: Some(object), ..Target::of(init) };
            let call = this.invoke(target, given, None, origin);
            this.emit(StmtKind::Expr(call), origin);
        });
        self.emit(StmtKind::If { condition: test, then: block, otherwise: Vec::new() }, origin);
        self.local_expr(kept, origin)
    }

    /// `__class__` in a method: the class that it is defined in.
    pub(super) fn own_class(&mut self, origin: Origin) -> Expr {
        match self.scope.self_ty.and_then(|ty| ty.as_class(self.db)) {
            Some((class, _)) => self.class_object(class, origin),
            None => self.unknown(origin),
        }
    }

    pub(super) fn class_object(&self, class: ClassId, origin: Origin) -> Expr {
        let class = crate::class::class_passed_as(self.db, class);
        self.expr_of(Ty::new(self.db, TyKind::ClassObject(class)), ExprKind::None, origin)
    }

    /// What the class of a value is asked of: the argument of `type(…)`, or `x` in `x.__class__`.
    pub(super) fn class_asked_of(&self, id: ExprId) -> Option<ExprId> {
        match &self.hir.exprs[id.index()] {
            Hir::Call { callee, args } if args.len() == 1 && self.is_builtin(*callee, "type") => Some(args[0].value),
            Hir::Attribute { value, name } if name.as_str() == "__class__" && self.module_of(*value).is_none() => Some(*value),
            _ => None,
        }
    }

    /// The class of a value.
    pub(super) fn type_of(&mut self, value: Expr, origin: Origin) -> Expr {
        let db = self.db;
        if let Some(diverged) = self.diverges([&value]) {
            return self.sequence(vec![value], diverged, origin);
        }
        if value.ty.is_union(db) {
            let each = |this: &mut Self, value: Expr| Ok::<_, String>(this.type_of(value, origin));
            return self.dispatch(value, origin, each).unwrap_or_else(|| self.unknown(origin));
        }
        let Some((class, _)) = class_of(db, value.ty).and_then(|ty| ty.as_class(db)) else {
            return self.unsupported("The class of this value", "name the class that is meant", origin);
        };
        let derived = match value.ty.as_class(db) {
            Some(_) => crate::class::subclasses(db, class),
            None => std::sync::Arc::default(),
        };
        if derived.len() > MOST_CLASSES {
            let is_exception = crate::class::is_subclass(db, value.ty, crate::class::builtin_ty(db, "BaseException"));
            if is_exception {
                return self.construct(crate::class::builtin_ty(db, "_ExceptionType"), vec![value], origin);
            }
            return self.unsupported("The class of a value that can be of so many classes", "ask with `isinstance`", origin);
        }
        let object = value.ty;
        let (store, kept) = self.temp(value);
        let mut result = self.class_object(class, origin);
        // Nearest first, so that the most derived test comes out on top.
        for derived in derived.iter() {
            let of = match class_info(db, *derived).params.is_empty() {
                true => Ty::class(db, *derived, []),
                false => Ty::union(db, self.heirs_of(object, *derived)),
            };
            let test = self.type_test(self.local_expr(kept, origin), of);
            let own = self.class_object(*derived, origin);
            let ty = self.join(result.ty, own.ty);
            let (own, rest) = (self.widen(own, ty), self.widen(result, ty));
            result = self.if_expr(ty, test, own, rest);
        }
        self.block_expr(vec![store], result)
    }

    /// `type(x).__name__`: for a value that can be of very many classes the object is asked for it.
    pub(super) fn type_name_of(&mut self, value: ExprId, text: Name, origin: Origin) -> Option<Expr> {
        if !matches!(text.as_str(), "__name__" | "__qualname__") {
            return None;
        }
        let asked = self.class_asked_of(value)?;
        let of = self.expr(asked, None);
        let each = |this: &mut Self, of: Expr| {
            let is_of_many =
                of.ty.as_class(this.db).is_some_and(|(class, _)| crate::class::subclasses(this.db, class).len() > MOST_CLASSES);
            if is_of_many {
                let ty = crate::class::builtin_ty(this.db, "str");
                let kind = ExprKind::Intrinsic { name: name("class_name"), type_args: vec![of.ty], args: vec![of] };
                let qualified = this.expr_of(ty, kind, origin);
                return Ok::<_, String>(this.builtin_call("_bare_name", vec![qualified], origin));
            }
            if class_of(this.db, of.ty).is_none() {
                let known = this.str(&this.runtime_name(of.ty), origin);
                return Ok(this.sequence_value(vec![of], known));
            }
            let class = this.type_of(of, origin);
            Ok(this.attribute(class, text, origin))
        };
        if of.ty.is_union(self.db) {
            return self.dispatch(of, origin, each);
        }
        each(self, of).ok()
    }

    /// How a function shows itself. Where it is in memory nobody can know, so any place will do.
    pub(super) fn function_text(&self, ty: Ty) -> Option<String> {
        let db = self.db;
        let (TyKind::Function(function) | TyKind::Closure { function, .. }) = *ty.kind(db) else { return None };
        let path = pyc_hir::qualified_name(db, BodyOwner::Function(function));
        let module = pyc_hir::module_name(db, function.def(db).file);
        let is_built_in = function.def(db).file.is_stdlib(db) && WRITTEN_IN_C.contains(&module.split('.').next().unwrap_or_default());
        Some(if is_built_in { format!("<built-in function {path}>") } else { format!("<function {path} at 0x7f0000000000>") })
    }

    /// What the call of a class raises that still lacks methods.
    pub(super) fn abstract_class(&mut self, class: ClassId, origin: Origin) -> Option<Expr> {
        let info = class_info(self.db, class);
        if info.file.is_stdlib(self.db) {
            return None;
        }
        let open: Vec<Ty> = info.params.iter().map(|_| Ty::unknown(self.db)).collect();
        let missing = crate::class::abstract_methods(self.db, Ty::class(self.db, class, open));
        if missing.is_empty() {
            return None;
        }
        let names = missing.iter().map(|name| name.as_str()).collect::<Vec<_>>().join(", ");
        let word = if missing.len() == 1 { "method" } else { "methods" };
        let message = self.str(&format!("Can't instantiate abstract class {} with abstract {word} {names}", info.name), origin);
        Some(self.raise_call("raise_type_error", vec![message], origin))
    }

    /// `getattr(object, "name")`, with a default perhaps, and `setattr(object, "name", value)`: the name must be written out.
    pub(super) fn named_attribute(&mut self, function: &str, args: &[pyc_hir::Arg], origin: Origin) -> Option<Expr> {
        let attribute = match &self.hir.clone().exprs[args[1].value.index()] {
            Hir::Literal(pyc_hir::Literal::Str(attribute)) => name(attribute),
            _ => match *self.expr(args[1].value, None).ty.kind(self.db) {
                TyKind::Word(word) if function == "getattr" => return Some(self.attribute_path(args[0].value, word, origin)),
                TyKind::Word(word) => return Some(self.set_word(args, word, origin)),
                _ if let Some(found) = self.found_by_text(function, args, origin) => return Some(found),
                _ if function == "getattr" => {
                    let object = self.expr(args[0].value, None);
                    return Some(self.dynamic_attribute(object, args[1].value, args.get(2).map(|default| default.value), origin));
                }
                _ => return Some(self.unsupported("An attribute whose name is known only at run time", "name the attribute", origin)),
            },
        };
        let object = self.expr(args[0].value, None);
        if let [_, _, default] = args
            && function == "getattr"
            && self.is_made_up(object.ty, attribute)
        {
            let (named, default) = (self.str(attribute.as_str(), origin), self.expr(default.value, None));
            return Some(self.builtin_call("_attribute_or", vec![object, named, default], origin));
        }
        match (function, args) {
            ("getattr", [_, _]) => Some(self.attribute(object, attribute, origin)),
            ("getattr", [_, _, default]) if !object.ty.is_union(self.db) && self.is_optional_attribute(object.ty, attribute) => {
                let (store, kept) = self.temp(object);
                let object = self.local_expr(kept, origin);
                let value = self.expr(default.value, None);
                let (store_value, kept) = self.temp(value);
                let value = self.local_expr(kept, origin);
                let has = self.has_at_run_time(object.clone(), attribute, origin);
                let (block, read) = self.in_block(|this| this.attribute(object, attribute, origin));
                let read = self.block_expr(block, read);
                let ty = self.join(read.ty, value.ty);
                let (read, value) = (self.widen(read, ty), self.widen(value, ty));
                let choice = self.if_expr(ty, has, read, value);
                Some(self.block_expr(vec![store, store_value], choice))
            }
            ("getattr", [_, _, default]) if !object.ty.is_union(self.db) && !self.has_attribute(object.ty, attribute) => {
                let value = self.expr(default.value, None);
                Some(self.sequence_value(vec![object], value))
            }
            ("getattr", [_, _, default]) if !object.ty.is_union(self.db) => {
                let (store, kept) = self.temp(object);
                let value = self.attribute(self.local_expr(kept, origin), attribute, origin);
                let (value_store, value) = self.temp(value);
                let unused = self.expr(default.value, None);
                let value = self.local_expr(value, origin);
                let value = self.sequence_value(vec![unused], value);
                Some(self.block_expr(vec![store, value_store], value))
            }
            ("setattr", [_, _, value]) => {
                let (store, kept) = self.temp(object);
                let value = self.expr(value.value, None);
                let object = self.local_expr(kept, origin);
                let (mut block, ()) = self.in_block(|this| this.assign_attribute(object, attribute, value, origin));
                block.insert(0, store);
                let none = self.none(origin);
                Some(self.block_expr(block, none))
            }
            _ => None,
        }
    }

    /// Whether only the class's `__getattr__` can know an attribute.
    pub(super) fn is_made_up(&self, ty: Ty, attribute: Name) -> bool {
        !ty.is_union(self.db) && !self.has_attribute(ty, attribute) && find_method(self.db, ty, "__getattr__").is_some()
    }

    /// `getattr` and `setattr` with a name that is known only at run time, of an object of the library whose attributes are all found by such names.
    fn found_by_text(&mut self, function: &str, args: &[pyc_hir::Arg], origin: Origin) -> Option<Expr> {
        let object = self.expr(args[0].value, None);
        let (owner, _) = find_method(self.db, object.ty, "__getattr__")?;
        if !owner.as_class(self.db)?.0.def(self.db).file.is_stdlib(self.db) {
            return None;
        }
        let rest: Vec<Expr> = args[1..].iter().map(|arg| self.expr(arg.value, None)).collect();
        match (function, rest.len()) {
            ("setattr", 2) => Some(self.method_call(object, name("__setattr__"), rest, origin)),
            ("getattr", 1) => Some(self.method_call(object, name("__getattr__"), rest, origin)),
            ("getattr", 2) => Some(self.builtin_call("_attribute_or", [vec![object], rest].concat(), origin)),
            _ => None,
        }
    }

    /// `object.a.b`, for the word `"a.b"`.
    fn attribute_path(&mut self, object: ExprId, path: Name, origin: Origin) -> Expr {
        let object = self.expr(object, None);
        path.split('.').fold(object, |object, part| self.attribute(object, name(part), origin))
    }

    /// `setattr(object, word, value)`, which no `__setattr__` of the class sees.
    fn set_word(&mut self, args: &[pyc_hir::Arg], word: Name, origin: Origin) -> Expr {
        let object = self.expr(args[0].value, None);
        let value = self.expr(args[2].value, None);
        let (block, ()) = self.in_block(|this| this.store_attribute(object, word, value, origin));
        let none = self.none(origin);
        self.block_expr(block, none)
    }

    /// `issubclass(class, classes)`.
    pub(super) fn is_subclass_call(&mut self, class: Expr, classes: ExprId, origin: Origin) -> Option<Expr> {
        let db = self.db;
        if let Hir::Tuple(items) = &self.hir.clone().exprs[classes.index()] {
            let (store, kept) = self.temp(class);
            let mut result = self.bool(false, origin);
            for &item in items.iter().rev() {
                let test = self.is_subclass_call(self.local_expr(kept, origin), item, origin)?;
                result = self.expr_of(Ty::bool(db), ExprKind::Or(Box::new(test), Box::new(result)), origin);
            }
            return Some(self.block_expr(vec![store], result));
        }
        let of = self.expr(classes, None);
        if let Some(test) = self.is_exception_type(class.clone(), &of, true, origin) {
            return Some(test);
        }
        let TyKind::ClassObject(base) = *of.ty.kind(db) else { return None };
        let each = |this: &mut Self, class: Expr| match *class.ty.kind(db) {
            TyKind::ClassObject(derived) => {
                let open: Vec<Ty> = class_info(db, derived).params.iter().map(|_| Ty::unknown(db)).collect();
                let chain = crate::multiple::linearization(db, Ty::class(db, derived, open));
                let is_object = this.is_object(Ty::class(db, base, []));
                // `bool` is a subclass of `int`.
                let is_bool = |class: ClassId, text: &str| crate::class::builtin_class(db, text) == Some(class);
                let known = is_object
                    || chain.iter().any(|owner| owner.as_class(db).is_some_and(|(class, _)| class == base))
                    || (is_bool(derived, "bool") && is_bool(base, "int"));
                let known = this.bool(known, origin);
                Ok(this.sequence_value(vec![class], known))
            }
            _ => Err("issubclass() arg 1 must be a class".to_owned()),
        };
        let found = self.dispatch(class, origin, each);
        Some(found.unwrap_or_else(|| {
            let message = self.str("issubclass() arg 1 must be a class", origin);
            self.raise_call("raise_type_error", vec![message], origin)
        }))
    }

    /// What every class has: its names, its docstring, its text.
    pub(super) fn class_says(&mut self, class: ClassId, text: Name, origin: Origin) -> Option<Expr> {
        let db = self.db;
        let said = match text.as_str() {
            "__name__" => crate::ty::class_name(db, class).to_string(),
            "__qualname__" => pyc_hir::qualified_name(db, BodyOwner::Class(class)),
            "__module__" => crate::class::python_module(db, class),
            "__doc__" => match &pyc_hir::class_def(db, class).docstring {
                Some(text) => text.to_string(),
                None => return Some(self.none(origin)),
            },
            _ => return None,
        };
        Some(self.str(&said, origin))
    }

    /// `str(C)` and `repr(C)`.
    pub(super) fn class_text(&mut self, class: ClassId, origin: Origin) -> Expr {
        let qualified = pyc_hir::qualified_name(self.db, BodyOwner::Class(class));
        if !crate::class::enum_members(self.db, class).is_empty() {
            return self.str(&format!("<enum '{}'>", crate::ty::class_name(self.db, class)), origin);
        }
        let text = match crate::class::python_module(self.db, class).as_str() {
            "builtins" => format!("<class '{qualified}'>"),
            module => format!("<class '{module}.{qualified}'>"),
        };
        self.str(&text, origin)
    }

    /// Decorators of the program are called with the class, the innermost first, and must give it back.
    pub(super) fn decorate_class(&mut self, class: ClassId, decorators: &[ExprId]) {
        for &decorator in decorators.iter().rev() {
            if self.is_known_class_decorator(decorator) {
                continue;
            }
            let at = Origin::Expr(decorator);
            let callee = self.expr(decorator, None);
            let object = self.class_object(class, at);
            let result = self.call_value_given(callee, vec![Given::value(object)], at);
            let given = result.ty;
            self.emit(StmtKind::Expr(result), at);
            if !given.is_unknown(self.db) && *given.kind(self.db) != TyKind::ClassObject(class) && self.is_final {
                self.report(
                    TypeDiagnostic::error(
                        codes::UNSUPPORTED,
                        at,
                        "A class decorator that gives something else than its class can't be compiled",
                    )
                    .help("return the class that the decorator was called with"),
                );
            }
        }
    }

    /// Decorators of the library that have done their work when the class was lowered.
    fn is_known_class_decorator(&self, decorator: ExprId) -> bool {
        let named = match &self.hir.exprs[decorator.index()] {
            Hir::Call { callee, .. } => *callee,
            _ => decorator,
        };
        let (text, found) = match &self.hir.exprs[named.index()] {
            Hir::Name(pyc_hir::NameRef::Global(text)) => (*text, pyc_hir::resolve_global(self.db, self.file, *text)),
            Hir::Attribute { value, name } => match self.module_of(*value) {
                Some(module) => (*name, pyc_hir::resolve_item(self.db, module, *name)),
                None => return false,
            },
            _ => return false,
        };
        let is_library = found.is_none_or(|(file, _)| file.is_stdlib(self.db));
        is_library
            && matches!(
                text.as_str(),
                "struct" | "passes_as_base" | "final" | "dataclass" | "total_ordering" | "unique" | "runtime_checkable"
            )
    }
}
