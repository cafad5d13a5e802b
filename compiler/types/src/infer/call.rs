//! Calls: which function is meant, which argument goes to which parameter, for which types it is compiled.

use pyc_base::{Name, codes, name};
use pyc_hir::{Arg, ArgKind, BodyOwner, Expr as Hir, ExprId, FunctionId, Member, NameRef, Signature};

use super::Infer;
use super::arguments::{Binding, Given, Source, in_order};
use super::reflected::gives_not_implemented;
use super::vars::OpenVars;
use crate::callee::{CalleeTypes, callee_types};
use crate::class::{class_info, class_of, find_member, find_method, mro};
use crate::diagnostic::TypeDiagnostic;
use crate::thir::{Expr, ExprKind, Mode, Origin, Place};
use crate::ty::{Instance, Ty, TyKind};

/// What a call goes to.
#[derive(Clone)]
pub(super) struct Target {
    pub(super) function: FunctionId,
    /// The class whose method it is, with the type arguments of the receiver.
    pub(super) owner: Option<Ty>,
    pub(super) receiver: Option<Expr>,
    /// `f[int]`.
    pub(super) type_args: Vec<Ty>,
    /// What it is called through, if it takes variables along.
    pub(super) closure: Option<Expr>,
}

impl Target {
    /// A function of its own.
    pub(super) fn of(function: FunctionId) -> Self {
        Self { function, owner: None, receiver: None, type_args: Vec::new(), closure: None }
    }
}

impl Infer<'_> {
    pub(super) fn call(&mut self, callee: ExprId, args: &[Arg], expected: Option<Ty>, origin: Origin) -> Expr {
        let hir = self.hir.clone();
        if let Some(result) = self.special_call(callee, args, expected, origin) {
            return result;
        }
        if let Some(result) = self.alias_call(callee, args, origin) {
            return result;
        }
        match &hir.exprs[callee.index()] {
            Hir::Attribute { value, name } if self.module_of(*value).is_none() => self.attribute_call(callee, *value, *name, args, origin),
            Hir::Subscript { value, index } if self.names_intrinsic(*value, "has_method") => self.has_method(*index, origin),
            Hir::Subscript { value, .. } if self.names_intrinsic(*value, "shared") && !args.is_empty() => {
                self.unsupported("Arguments of `shared`", "write `shared[float, 256]()`", origin)
            }
            Hir::Subscript { value, index } if self.names_intrinsic(*value, "shared") => self.shared_memory(*index, origin),
            Hir::Subscript { value, index } => match self.explicit_type_args(*value, *index) {
                Some((function, type_args)) => self.call_explicit(function, type_args, args, expected, origin),
                None => {
                    if let Some(result) = self.explicit_method_call(*value, *index, args, origin) {
                        return result;
                    }
                    let callee = self.expr(callee, None);
                    self.call_value(callee, args, expected, origin)
                }
            },
            _ => {
                let callee = self.expr(callee, None);
                self.call_value(callee, args, expected, origin)
            }
        }
    }

    /// Whether an expression names a builtin that the program does not redefine.
    pub(super) fn is_builtin(&self, callee: ExprId, text: &str) -> bool {
        let Hir::Name(NameRef::Global(name)) = &self.hir.exprs[callee.index()] else { return false };
        name.as_str() == text && pyc_hir::resolve_global(self.db, self.file, *name).is_none_or(|(file, _)| file.is_stdlib(self.db))
    }

    fn special_call(&mut self, callee: ExprId, args: &[Arg], expected: Option<Ty>, origin: Origin) -> Option<Expr> {
        let Hir::Name(NameRef::Global(text)) = self.hir.exprs[callee.index()] else { return None };
        if !self.is_builtin(callee, text.as_str()) {
            return None;
        }
        match text.as_str() {
            "isinstance" if args.len() == 2 => {
                let Origin::Expr(id) = origin else { return None };
                Some(self.condition_value(id))
            }
            "len" if args.len() == 1 && args[0].kind == ArgKind::Positional => {
                let value = self.expr(args[0].value, None);
                if value.ty.variants(self.db).iter().any(|variant| variant.is_tuple(self.db)) && value.ty.is_union(self.db) {
                    return Some(self.length_of_each(value, origin));
                }
                let TyKind::Tuple(items) = value.ty.kind(self.db) else {
                    let given = vec![Given::value(value)];
                    let callee = self.expr(callee, None);
                    return Some(self.call_value_given(callee, given, origin));
                };
                let count = self.int(items.len() as i64, origin);
                Some(self.sequence_value(vec![value], count))
            }
            "cast" if args.len() == 2 => Some(self.expr(args[1].value, None)),
            "dict" if !args.is_empty() && args.iter().all(|arg| matches!(arg.kind, ArgKind::Keyword(_) | ArgKind::DoubleStar)) => {
                self.dict_of_keywords(args, expected, origin)
            }
            "slice" if matches!(args.len(), 1 | 2) && args.iter().all(|arg| arg.kind == ArgKind::Positional) => {
                let mut bounds: Vec<Expr> = args.iter().map(|arg| self.expr(arg.value, None)).collect();
                if bounds.len() == 1 {
                    bounds.insert(0, self.none(origin));
                }
                bounds.push(self.none(origin));
                let ty = crate::class::builtin_ty(self.db, "slice");
                Some(self.construct(ty, bounds, origin))
            }
            "tuple" if args.is_empty() => Some(self.tuple(Vec::new(), origin)),
            "tuple" if args.len() == 1 => Some(self.tuple_call(args[0].value, origin)),
            // Every one is only itself.
            "object" if args.is_empty() => {
                let ty = crate::class::builtin_ty(self.db, "_Object");
                Some(self.construct(ty, Vec::new(), origin))
            }
            "list" | "set" | "dict" if args.is_empty() => Some(self.empty_container(text.as_str(), expected, origin)),
            "list" | "set" | "sum" | "sorted" | "min" | "max" | "dict" | "any" | "all" | "tuple" if !args.is_empty() => {
                self.call_with_generator(callee, args, text.as_str(), expected, origin)
            }
            "hasattr" if args.len() == 2 => {
                let value = self.expr(args[0].value, None);
                let named = self.expr(args[1].value, None);
                let ExprKind::Str(attribute) = named.kind.clone() else { return None };
                if self.is_made_up(value.ty, name(&attribute)) && !attribute.starts_with("__") {
                    return Some(self.builtin_call("_has_made_up", vec![value, named], origin));
                }
                Some(self.asks_attribute(value, name(&attribute), origin))
            }
            "type" if args.len() == 1 && args[0].kind == ArgKind::Positional => {
                let value = self.expr(args[0].value, None);
                Some(self.type_of(value, origin))
            }
            "getattr" | "setattr" if args.len() >= 2 => self.named_attribute(text.as_str(), args, origin),
            "issubclass" if args.len() == 2 => {
                let class = self.expr(args[0].value, None);
                self.is_subclass_call(class, args[1].value, origin)
            }
            "callable" if args.len() == 1 => {
                let value = self.expr(args[0].value, None);
                if !value.ty.is_union(self.db) {
                    let is = self.is_callable(value.ty);
                    return Some(self.bool(is, origin));
                }
                let each = |this: &mut Self, variant: Expr| {
                    let is = this.is_callable(variant.ty);
                    Ok::<_, String>(this.bool(is, origin))
                };
                self.dispatch(value, origin, each)
            }
            _ => None,
        }
    }

    /// The length of a value that may be a tuple, whose length its type tells.
    fn length_of_each(&mut self, value: Expr, origin: Origin) -> Expr {
        let each = |this: &mut Self, variant: Expr| {
            if let TyKind::Tuple(items) = variant.ty.kind(this.db) {
                return Ok(this.int(items.len() as i64, origin));
            }
            match find_method(this.db, variant.ty, "__len__") {
                Some(_) => Ok(this.builtin_call("len", vec![variant], origin)),
                None => Err(this.missing_method(variant.ty, name("__len__"))),
            }
        };
        self.dispatch(value, origin, each).unwrap_or_else(|| self.unknown(origin))
    }

    pub(super) fn done(args: Vec<Expr>) -> Vec<Given> {
        args.into_iter().map(|arg| Given::value(arg)).collect()
    }

    /// Calls a value: a known function, a class, or an object with `__call__`.
    fn call_value(&mut self, callee: Expr, args: &[Arg], expected: Option<Ty>, origin: Origin) -> Expr {
        let db = self.db;
        match callee.ty.kind(db) {
            TyKind::Function(function) => {
                let function = self.variant_for_literals(*function, args);
                let target = Target { function, owner: None, receiver: None, type_args: Vec::new(), closure: None };
                let given = self.given(args);
                self.invoke(target, given, expected, origin)
            }
            TyKind::Closure { function, .. } => {
                let function = *function;
                let (store, kept) = self.temp(callee);
                self.push(store);
                let given = self.given(args);
                let closure = Some(self.local_expr(kept, origin));
                self.invoke(Target { closure, ..Target::of(function) }, given, expected, origin)
            }
            TyKind::ClassObject(class) => self.construct_call(*class, args, expected, origin),
            TyKind::Union(_) => {
                let given = self.given_values(args, origin);
                self.call_variant(callee, &given, origin)
            }
            TyKind::Unknown | TyKind::Never => {
                for arg in args {
                    self.expr(arg.value, None);
                }
                callee
            }
            _ if find_method(db, callee.ty, "__call__").is_some() => {
                let given = self.given(args);
                self.call_named(callee, name("__call__"), given, origin)
            }
            _ => self.not_callable(callee, origin),
        }
    }

    /// Calls whichever of several functions a value is.
    pub(super) fn call_variant(&mut self, callee: Expr, given: &[Given], origin: Origin) -> Expr {
        let each = |this: &mut Self, callee: Expr| {
            let is_callable = matches!(callee.ty.kind(this.db), TyKind::Function(_) | TyKind::Closure { .. } | TyKind::ClassObject(_))
                || find_method(this.db, callee.ty, "__call__").is_some();
            if let Some(failure) = this.wrong_count(callee.ty, given) {
                Err(failure)
            } else if is_callable {
                Ok(this.call_value_given(callee, given.to_vec(), origin))
            } else {
                Err(format!("'{}' object is not callable", this.runtime_name(callee.ty)))
            }
        };
        self.dispatch(callee.clone(), origin, each).unwrap_or_else(|| self.not_callable(callee, origin))
    }

    /// `f[int]` or `Class[int]` before a call.
    pub(super) fn explicit_type_args(&mut self, value: ExprId, index: ExprId) -> Option<(Expr, Vec<Ty>)> {
        let db = self.db;
        if !matches!(self.hir.exprs[value.index()], Hir::Name(NameRef::Global(_)) | Hir::Attribute { .. }) {
            return None;
        }
        if let Hir::Attribute { value, .. } = self.hir.exprs[value.index()] {
            self.module_of(value)?;
        }
        let callee = self.expr(value, None);
        if !matches!(callee.ty.kind(db), TyKind::Function(_) | TyKind::ClassObject(_)) {
            return None;
        }
        let types = self.type_arguments(index);
        Some((callee, types))
    }

    /// `object.method[int](…)`.
    fn explicit_method_call(&mut self, callee: ExprId, index: ExprId, args: &[Arg], origin: Origin) -> Option<Expr> {
        let hir = self.hir.clone();
        let Hir::Attribute { value, name } = hir.exprs[callee.index()] else { return None };
        let receiver = self.expr(value, None);
        let Some((owner, Member::Function(function))) = find_member(self.db, receiver.ty, name) else { return None };
        if pyc_hir::signature(self.db, function).type_params.is_empty() || matches!(receiver.ty.kind(self.db), TyKind::ClassObject(_)) {
            return None;
        }
        let type_args = self.type_arguments(index);
        let given = self.given(args);
        Some(self.invoke(Target { function, owner: Some(owner), receiver: Some(receiver), type_args, closure: None }, given, None, origin))
    }

    fn type_arguments(&mut self, index: ExprId) -> Vec<Ty> {
        let indices = match &self.hir.exprs[index.index()] {
            Hir::Tuple(items) => items.to_vec(),
            _ => vec![index],
        };
        let mut types = Vec::new();
        for index in indices {
            match self.type_argument(index) {
                Ok(ty) => types.push(ty),
                Err(problem) => {
                    self.report_type_problem(problem, Origin::Expr(index));
                    types.push(Ty::unknown(self.db));
                }
            }
        }
        types
    }

    fn names_intrinsic(&self, callee: ExprId, text: &str) -> bool {
        if let Hir::Attribute { value, name } = self.hir.exprs[callee.index()] {
            return name.as_str() == text && self.module_of(value).is_some_and(|module| module.is_stdlib(self.db));
        }
        let Hir::Name(NameRef::Global(name)) = self.hir.exprs[callee.index()] else { return false };
        name.as_str() == text && pyc_hir::resolve_global(self.db, self.file, name).is_some_and(|(file, _)| file.is_stdlib(self.db))
    }

    /// `has_method[T, "name"]()`.
    fn has_method(&mut self, index: ExprId, origin: Origin) -> Expr {
        let hir = self.hir.clone();
        if let Hir::Tuple(items) = &hir.exprs[index.index()]
            && let [ty, method] = **items
            && let (Ok(ty), Hir::Literal(pyc_hir::Literal::Str(method))) = (self.type_argument(ty), &hir.exprs[method.index()])
        {
            let variants = self.vars.shallow(self.db, ty).variants(self.db);
            let has = !variants.is_empty() && variants.into_iter().all(|variant| find_method(self.db, variant, method).is_some());
            return self.bool(has, origin);
        }
        self.unsupported("`has_method` with these arguments", "write `has_method[T, \"name\"]()`", origin)
    }

    pub(super) fn type_argument(&self, index: ExprId) -> Result<Ty, crate::resolve::TypeProblem> {
        self.scope.ty(self.db, &crate::resolve::expr_as_type(&self.hir, index))
    }

    fn call_explicit(&mut self, callee: Expr, type_args: Vec<Ty>, args: &[Arg], expected: Option<Ty>, origin: Origin) -> Expr {
        match *callee.ty.kind(self.db) {
            TyKind::Function(function) => {
                let given = self.given(args);
                self.invoke(Target { function, owner: None, receiver: None, type_args, closure: None }, given, expected, origin)
            }
            TyKind::ClassObject(class) => {
                let given = self.given(args);
                self.construct_with(class, type_args, given, expected, origin)
            }
            _ => callee,
        }
    }

    pub(super) fn call_value_given(&mut self, callee: Expr, given: Vec<Given>, origin: Origin) -> Expr {
        match *callee.ty.kind(self.db) {
            TyKind::Function(function) => self.invoke(Target::of(function), given, None, origin),
            TyKind::Closure { function, .. } => {
                let (store, kept) = self.temp(callee);
                self.push(store);
                let closure = Some(self.local_expr(kept, origin));
                self.invoke(Target { closure, ..Target::of(function) }, given, None, origin)
            }
            TyKind::ClassObject(class) => self.construct_with(class, Vec::new(), given, None, origin),
            TyKind::Body(instance) => self.call_body(instance, given, origin),
            TyKind::Union(_) => {
                let given: Vec<Given> = given.into_iter().map(|arg| self.evaluated(arg, origin)).collect();
                self.call_variant(callee, &given, origin)
            }
            _ => self.call_named(callee, name("__call__"), given, origin),
        }
    }

    pub(super) fn call_function_values(&mut self, function: FunctionId, args: Vec<Expr>, origin: Origin) -> Expr {
        self.invoke(Target::of(function), Self::done(args), None, origin)
    }

    /// The one way to call a function.
    pub(super) fn invoke(&mut self, target: Target, given: Vec<Given>, expected: Option<Ty>, origin: Origin) -> Expr {
        let db = self.db;
        let signature = pyc_hir::signature(db, target.function);
        if signature.is_async {
            return self.unsupported(&format!("The call of `{}`, which is `async`", signature.name), "write a plain function", origin);
        }
        if let Some(at) = given.iter().position(|arg| arg.is_star && self.is_choice_of_tuples(&arg.source)) {
            return self.invoke_for_each(target, given, at, expected, origin);
        }
        let skip = usize::from(target.receiver.is_some());
        let given = self.with_hidden_arguments(target.function, given, origin);
        let given = self.spread(&target, &signature, skip, given, origin);
        if let Some(message) = self.wrong_arguments(target.function, skip, &given)
            && self.is_caught(&message.clone().into())
        {
            let operands =
                given.into_iter().filter_map(|arg| if let Source::Hir(id) = arg.source { Some(self.expr(id, None)) } else { None });
            let operands = operands.collect();
            return self.raises(&message.into(), operands, origin);
        }
        let Some(bindings) = self.match_args(&signature, skip, &given, origin) else { return self.unknown(origin) };
        let types = callee_types(db, target.function, target.owner);
        let mut names: Vec<(Name, Ty)> =
            signature.type_params.iter().map(|param| param.name).zip(target.type_args.iter().copied()).collect();
        // Arguments are evaluated in the order they are written in.
        let mut values: Vec<Option<Expr>> = Vec::new();
        for (position, arg) in given.iter().enumerate() {
            let param = bindings.iter().position(|binding| matches!(binding, Binding::Given(at) if *at == position)).map(|at| at + skip);
            let declared = param.and_then(|param| self.declared_param(&types, param, origin));
            let used_up = match arg.source {
                Source::Hir(id) => self.used_up(id, target.function),
                Source::Done(_) => None,
            };
            let source = used_up.map_or_else(|| arg.source.clone(), |list| Source::Done(Box::new(list)));
            let value = match self.takes_word(&bindings, position, skip, &signature, target.function) {
                true => self.word_argument(&source, origin),
                false => self.argument(&source, declared, target.function, &mut names),
            };
            values.push(Some(value));
        }
        if let Some(diverged) = self.diverges(values.iter().flatten().chain(&target.receiver)) {
            let parts = target.receiver.into_iter().chain(values.into_iter().flatten()).collect();
            return self.sequence(parts, diverged, origin);
        }
        let mut block = Vec::new();
        let is_mapped = given.iter().any(|arg| arg.is_mapping);
        if !in_order(&bindings) || is_mapped {
            for value in &mut values {
                if let Some(kept) = value.take() {
                    let (store, local) = self.temp(kept);
                    block.push(store);
                    *value = Some(self.local_expr(local, origin));
                }
            }
        }
        let mut args = Vec::new();
        if let Some(receiver) = target.receiver.clone() {
            args.push(self.receiver_argument(&target, receiver, &mut block));
        }
        let taken: Vec<Name> = bindings
            .iter()
            .zip(&signature.params[skip.min(signature.params.len())..])
            .filter(|(binding, _)| matches!(binding, Binding::Mapped(..)))
            .map(|(_, param)| param.name)
            .collect();
        if is_mapped && !bindings.iter().any(|binding| matches!(binding, Binding::Keywords(_))) {
            for mapping in (0..given.len()).filter(|&at| given[at].is_mapping) {
                let Some(mapping) = values[mapping].clone() else { continue };
                let check = self.check_mapping(&mapping, target.function, &taken, origin);
                block.push(crate::thir::Stmt { kind: crate::thir::StmtKind::Expr(check), origin });
            }
        }
        for (at, binding) in bindings.iter().enumerate() {
            let position = at + skip;
            let declared = self.declared_param(&types, position, origin).map(|ty| crate::class::substitute(db, ty, &names));
            let value = match binding {
                Binding::Given(at) => match values[*at].take() {
                    Some(value) => value,
                    None => self.unknown(origin),
                },
                Binding::Default(literal) => self.literal_value(literal, origin),
                Binding::Evaluated => self.evaluated_default(&target, position, origin),
                Binding::Mapped(mapping, default) => {
                    let default = default.as_ref().map(|default| match &**default {
                        Binding::Default(literal) => self.literal_value(literal, origin),
                        _ => self.evaluated_default(&target, position, origin),
                    });
                    let mapping = values[*mapping].clone().unwrap_or_else(|| self.unknown(origin));
                    self.mapped(&mapping, target.function, signature.params[position].name, default, origin)
                }
                Binding::Keywords(named) if self.is_marked(target.function, &signature.params[position], "Keywords") => {
                    let pairs = named.iter().filter_map(|at| Some((given[*at].keyword, values[*at].take()?))).collect();
                    self.keyword_pairs(pairs, origin)
                }
                Binding::Keywords(named) => {
                    let of = |at: &&usize| given[**at].is_mapping;
                    let mappings = named.iter().filter(of).filter_map(|at| values[*at].clone()).collect();
                    let named = named.iter().filter_map(|at| Some((given[*at].keyword?, values[*at].take()?))).collect();
                    self.keyword_dict(named, mappings, &taken, declared, origin)
                }
                Binding::Rest(rest) => {
                    let items: Vec<(Expr, bool)> = rest.iter().filter_map(|at| Some((values[*at].take()?, given[*at].is_star))).collect();
                    self.tuple_of_parts(items, origin)
                }
            };
            let is_rest = matches!(binding, Binding::Rest(_) | Binding::Keywords(_));
            let mode = types.mode(position);
            let param = &signature.params[position];
            args.push(match declared.filter(|_| !is_rest) {
                _ if mode == Mode::Inout => self.inout_argument(value, &mut block),
                Some(declared) if !(names_number(param.annotation.as_ref()) && self.promotes(value.ty, declared)) => {
                    self.coerce_argument(value, declared, target.function, param, target.receiver.as_ref().map(|receiver| receiver.ty))
                }
                _ => value,
            });
        }
        args.splice(0..0, target.closure.clone());
        let result = self.finish_call(&target, &signature, &types, names, args, expected, origin);
        self.block_expr(block, result)
    }

    fn declared_param(&mut self, types: &CalleeTypes, position: usize, origin: Origin) -> Option<Ty> {
        match types.param(position)? {
            Ok(declared) => declared.ty,
            Err(problem) => {
                // Reported where the function is defined, too; here if that is elsewhere.
                self.report_type_problem(problem.clone(), origin);
                Some(Ty::unknown(self.db))
            }
        }
    }

    fn argument(&mut self, source: &Source, declared: Option<Ty>, function: FunctionId, names: &mut Vec<(Name, Ty)>) -> Expr {
        let db = self.db;
        let value = match source {
            Source::Done(value) => (**value).clone(),
            Source::Hir(id) => {
                // What a display holds is its own matter if it may contradict the annotation.
                let is_display = matches!(self.hir.exprs[id.index()], Hir::List(_) | Hir::Set(_) | Hir::Dict(_) | Hir::Tuple(_));
                let hint = declared.filter(|_| !(is_display && super::may_contradict(db, function)));
                let hint = hint.map(|ty| crate::class::substitute(db, ty, names));
                let open = hint.is_some_and(|ty| ty.any(db, &mut |part| matches!(part.kind(db), TyKind::Param(_))));
                self.expr(*id, hint.filter(|_| !open))
            }
        };
        // The library uses iterators up, unless it takes a value for a container.
        let is_kept = match source {
            Source::Hir(_) => declared.is_some_and(|ty| !ty.any(db, &mut |part| matches!(part.kind(db), TyKind::Param(_)))),
            Source::Done(_) => false,
        };
        let value = if is_kept || !function.def(db).file.is_stdlib(db) { self.kept(value) } else { value };
        if let Some(declared) = declared {
            match_params(db, declared, value.ty, names);
        }
        value
    }

    fn receiver_argument(&mut self, target: &Target, receiver: Expr, block: &mut crate::thir::Block) -> Expr {
        let mode = callee_types(self.db, target.function, target.owner).mode(0);
        let wanted = match target.owner {
            // Methods of `object` are compiled for each class, those of primitive types for the type itself, and all for classes with several bases.
            Some(owner)
                if !self.is_object(owner)
                    && receiver.ty.as_class(self.db).is_some_and(|(class, _)| {
                        owner.as_class(self.db).is_some_and(|(owner, _)| owner.def(self.db).file.is_stdlib(self.db))
                            && crate::class::is_subclass(self.db, receiver.ty, owner)
                            || !class_info(self.db, class).is_multiple
                    }) =>
            {
                owner
            }
            _ => receiver.ty,
        };
        if mode == Mode::Inout {
            return self.inout_argument(receiver, block);
        }
        self.widen(receiver, wanted)
    }

    fn inout_argument(&mut self, value: Expr, block: &mut crate::thir::Block) -> Expr {
        let (ty, origin) = (value.ty, value.origin);
        let place = match value.kind {
            ExprKind::Read(place) => place,
            ExprKind::Narrow(ref whole) if whole.ty.is_union(self.db) && self.is_struct(ty) => {
                return self.unsupported("Changing a value in place that may be of several types", "tell the types apart first", origin);
            }
            _ => {
                let (store, local) = self.temp(value);
                block.push(store);
                Place::Local(local)
            }
        };
        self.expr_of(ty, ExprKind::Inout(place), origin)
    }

    /// A default that is no literal: the closure holds it, or a variable of the module or class whose body defines the function.
    pub(super) fn evaluated_default(&mut self, target: &Target, position: usize, origin: Origin) -> Expr {
        if let Some(value) = target.closure.as_ref().and_then(|closure| self.closure_default(closure, position as u32)) {
            return value;
        }
        let signature = pyc_hir::signature(self.db, target.function);
        match self.default_variable(target.function, signature.params[position].name) {
            Some(variable) => self.read_global(variable, origin),
            None => self.unknown(origin),
        }
    }

    #[expect(clippy::too_many_arguments, reason = "everything that was found out about one call")]
    fn finish_call(
        &mut self,
        target: &Target,
        signature: &Signature,
        types: &CalleeTypes,
        mut names: Vec<(Name, Ty)>,
        args: Vec<Expr>,
        expected: Option<Ty>,
        origin: Origin,
    ) -> Expr {
        let db = self.db;
        if args.iter().any(|arg| arg.ty.is_unknown(db)) {
            return self.unknown(origin);
        }
        let declared_ret = types.ret();
        if let (Some(ret), Some(expected)) = (declared_ret, expected) {
            match_params(db, ret, expected, &mut names);
        }
        let mut own_args = Vec::new();
        for param in &signature.type_params {
            match names.iter().find(|(known, _)| *known == param.name) {
                Some((_, ty)) => own_args.push(*ty),
                None => return self.undeduced(signature.name, param.name, origin),
            }
        }
        let ret = declared_ret.map(|ret| crate::class::substitute(db, ret, &names));
        let args = if signature.has_decorator("launches") {
            match self.launch_arguments(args, origin) {
                Some(args) => args,
                None => return self.unknown(origin),
            }
        } else {
            args
        };
        if signature.has_decorator("intrinsic") {
            let own_args = own_args.into_iter().map(|ty| self.vars.resolve(db, ty)).collect();
            return self.intrinsic(signature.name, own_args, args, ret, origin);
        }
        let Some(args) = self.bounded(target, args, origin) else { return self.unknown(origin) };
        let mut open = OpenVars::default();
        let numbered = !self.is_final;
        let owner_args = target.owner.and_then(|ty| class_of(db, ty)).and_then(|ty| ty.as_class(db)).map_or(&[] as &[Ty], |(_, args)| args);
        let open_type_args: Vec<Ty> = owner_args.iter().copied().chain(own_args).collect();
        let type_args: Box<[Ty]> = open_type_args.iter().map(|&arg| self.vars.close(db, arg, &mut open, numbered)).collect();
        let params: Box<[Ty]> = args.iter().map(|arg| self.vars.close(db, arg.ty, &mut open, numbered)).collect();
        let instance = Instance::new(db, BodyOwner::Function(target.function), type_args, params);
        if let Some(failing) = self.failing_library_call(instance, &args, origin) {
            return failing;
        }
        let is_caught = self.catches_wrong_types() && !target.function.def(db).file.is_stdlib(db);
        if is_caught {
            self.caught.push(instance)
        } else {
            self.callees.push(instance)
        };
        self.note_possible_raise();
        if !target.function.def(db).file.is_stdlib(db) {
            self.env.function_called(db);
        }
        let shift = usize::from(target.closure.is_some());
        let says_type = |at: usize| types.param_ty(at).is_some();
        let is_said = |at: usize| match at.checked_sub(shift).filter(|at| *at < signature.params.len()) {
            // What is put into a receiver may come from arguments of any type.
            Some(0) if target.receiver.is_some() => (1..signature.params.len()).all(says_type),
            Some(at) => says_type(at),
            None => true,
        };
        if !self.is_final && !(0..args.len()).all(|at| is_said(at) || !self.vars.is_fillable(db, args[at].ty)) {
            self.fill_by_callee(instance, &args);
        }
        if signature.is_generator {
            let gives = match instance == self.instance {
                true => (self.yields, self.ret),
                false => {
                    let yields = self.unnumbered(super::generator::yielded(db, instance), &open);
                    (yields, self.unnumbered(super::return_type(db, instance), &open))
                }
            };
            // What runs is the body for what is known, without the numbers of this call.
            let known = |ty: Ty| self.vars.resolve(db, ty);
            let type_args = open_type_args.iter().copied().map(known).collect::<Box<[Ty]>>();
            let params = args.iter().map(|arg| known(arg.ty)).collect::<Box<[Ty]>>();
            let body = if instance == self.instance { instance } else { Instance::new(db, instance.owner(db), type_args, params) };
            return self.generator(body, gives, args, origin);
        }
        let ret = match ret.filter(|_| !super::contradicts(db, instance)) {
            Some(ret) if !super::is_only_bound(db, ret) && !gives_not_implemented(db, target.function) => ret,
            _ if signature.is_stub => ret.unwrap_or_else(|| Ty::none(db)),
            // What this body gives is known best here: containers it gives empty may be filled elsewhere in it.
            _ if instance == self.instance => self.ret,
            _ => {
                let known = self.unnumbered(super::return_type(db, instance), &open);
                if self.is_final { known } else { self.linked_result(instance, &open_type_args, &args, known) }
            }
        };
        let ret = self.vars.shallow(db, ret);
        self.expr_of(ret, ExprKind::Call { instance, args }, origin)
    }

    /// The result of a call with the variables of those arguments that it holds elements of: what is put into `grid[0]` is put into `grid`.
    fn linked_result(&mut self, instance: Instance, type_args: &[Ty], args: &[Expr], known: Ty) -> Ty {
        let db = self.db;
        let is_container = |ty: Ty| ty.as_class(db).is_some_and(|(_, args)| !args.is_empty());
        if !known.any(db, &mut |part| is_container(part)) || !args.iter().any(|arg| self.vars.is_fillable(db, arg.ty)) {
            return known;
        }
        let mut open = OpenVars::default();
        let type_args: Box<[Ty]> = type_args.iter().map(|&arg| self.vars.open(db, arg, &mut open)).collect();
        let params: Box<[Ty]> = args.iter().map(|arg| self.vars.open(db, arg.ty, &mut open)).collect();
        let holed = Instance::new(db, instance.owner(db), type_args, params);
        let linked = self.unnumbered(super::return_type(db, holed), &open);
        if self.vars.resolve(db, linked) == self.vars.resolve(db, known) { linked } else { known }
    }

    /// What the callee puts into containers that are handed over, of which nothing is known or that others share.
    fn fill_by_callee(&mut self, instance: Instance, args: &[Expr]) {
        let db = self.db;
        let mut open = OpenVars::default();
        let params: Box<[Ty]> = args.iter().map(|arg| self.vars.open(db, arg.ty, &mut open)).collect();
        let holed = Instance::new(db, instance.owner(db), instance.type_args(db).clone(), params);
        for (hole, &filled) in super::filled_holes(db, holed).iter().enumerate() {
            let Some(&var) = open.0.get(hole) else { continue };
            let filled = self.unnumbered(filled, &open);
            if !filled.is_never(db) && *filled.kind(db) != TyKind::Var(var) {
                self.vars.put_by_callee(db, var, filled);
            }
        }
    }

    /// A type that a callee gave, with this body's variables for the holes.
    fn unnumbered(&self, ty: Ty, open: &OpenVars) -> Ty {
        let db = self.db;
        ty.map(db, &mut |part| match *part.kind(db) {
            TyKind::Hole(hole) => open.0.get(hole as usize).map_or_else(|| Ty::never(db), |&var| Ty::new(db, TyKind::Var(var))),
            _ => part,
        })
    }

    fn undeduced(&mut self, function: Name, param: Name, origin: Origin) -> Expr {
        self.report(
            TypeDiagnostic::error(
                codes::UNDEDUCED_TYPE,
                origin,
                format!("The type parameter `{param}` of `{function}` can't be told from this call"),
            )
            .help(format!("say it: `{function}[int](…)`")),
        );
        self.unknown(origin)
    }

    /// A function of `pyc.unsafe`: those about types are answered here, the others by the backend.
    fn intrinsic(&mut self, text: Name, type_args: Vec<Ty>, args: Vec<Expr>, ret: Option<Ty>, origin: Origin) -> Expr {
        let db = self.db;
        match text.as_str() {
            "is_same" => return self.bool(type_args[0] == type_args[1], origin),
            "is_type" => {
                let same = type_args.first().copied() == args.first().map(|arg| self.vars.resolve(db, arg.ty));
                return self.bool(same, origin);
            }
            "float_div" => {
                let mut operands = args.into_iter();
                let (Some(left), Some(right)) = (operands.next(), operands.next()) else { return self.unknown(origin) };
                let (left, right) = (self.to_float(left), self.to_float(right));
                return self.expr_of(Ty::float(db), ExprKind::Binary(crate::thir::BinaryOp::Div, Box::new(left), Box::new(right)), origin);
            }
            "field_words" => return self.field_words(type_args[0], origin),
            "by_class" | "by_class_with" => return self.by_class(args, origin),
            "word_text" => {
                let Some(TyKind::Word(word)) = args.first().map(|arg| arg.ty.kind(db)) else { return self.unknown(origin) };
                let text = self.str(word.as_str(), origin);
                return self.sequence_value(args, text);
            }
            "needs_drop" => {
                let counted =
                    type_args[0].any(db, &mut |part| part.as_class(db).is_some() || matches!(part.kind(db), TyKind::Closure { .. }));
                return self.bool(counted, origin);
            }
            "call_kernel" => return self.call_kernel(args, origin).unwrap_or_else(|| self.unknown(origin)),
            "callback_code" => {
                self.callees.extend(args.first().and_then(|task| crate::kernel::call_method(db, self.vars.resolve(db, task.ty))))
            }
            "call_pointer" => {
                let flat = |arg: Expr| match arg.kind {
                    ExprKind::Tuple(items) => items,
                    _ => vec![arg],
                };
                let args = args.into_iter().flat_map(flat).collect();
                return self.expr_of(Ty::int(db), ExprKind::Intrinsic { name: text, type_args, args }, origin);
            }
            "type_name" => {
                let shown = self.runtime_name(type_args[0]);
                return self.str(&shown, origin);
            }
            _ => {}
        }
        // What is wanted tells nothing of an element that there is none of.
        let is_empty = |arg: &Expr| matches!(arg.ty.kind(db), TyKind::Ptr(pointee) if self.vars.resolve(db, *pointee).is_never(db));
        let gives_nothing = self.is_final && matches!(text.as_str(), "ptr_load" | "ptr_take") && args.first().is_some_and(is_empty);
        let ret = if gives_nothing { Ty::never(db) } else { ret.unwrap_or_else(|| Ty::none(db)) };
        let ret = self.vars.shallow(db, ret);
        self.expr_of(ret, ExprKind::Intrinsic { name: text, type_args, args }, origin)
    }
}

/// Whether a parameter says `float` or `int` itself, which lets PEP 484's promotions through; a type parameter that stands for one does not.
fn names_number(annotation: Option<&pyc_hir::TypeRef>) -> bool {
    use pyc_hir::TypeRef;
    match annotation {
        Some(TypeRef::Name(path)) => matches!(path[path.len() - 1].as_str(), "float" | "int" | "complex"),
        Some(TypeRef::Union(parts)) => parts.iter().any(|part| names_number(Some(part))),
        Some(TypeRef::Subscript(base, args)) => {
            matches!(&**base, TypeRef::Name(path) if matches!(path[path.len() - 1].as_str(), "Optional" | "Union"))
                && args.iter().any(|part| names_number(Some(part)))
        }
        _ => false,
    }
}

/// Finds what type parameters must stand for so that `pattern` is `actual`.
pub(super) fn match_params(db: &dyn pyc_hir::Db, pattern: Ty, actual: Ty, names: &mut Vec<(Name, Ty)>) {
    match (pattern.kind(db), actual.kind(db)) {
        (_, TyKind::Unknown) => {}
        _ if matches!(pattern.raw(db), TyKind::Recursive(_)) => {}
        (TyKind::Param(param), _) => match names.iter_mut().find(|(known, _)| known == param) {
            // What an empty container holds says nothing where another argument says something.
            Some((_, known)) if known.is_never(db) => *known = actual,
            Some(_) => {}
            None => names.push((*param, actual)),
        },
        (TyKind::Class { class, args }, TyKind::Class { .. }) => {
            let same =
                mro(db, actual).into_iter().find_map(|base| base.as_class(db).filter(|(known, _)| known == class).map(|(_, args)| args));
            for (&pattern, &actual) in args.iter().zip(same.unwrap_or_default()) {
                match_params(db, pattern, actual, names);
            }
        }
        (TyKind::Tuple(patterns), TyKind::Tuple(actuals)) => {
            for (&pattern, &actual) in patterns.iter().zip(actuals) {
                match_params(db, pattern, actual, names);
            }
        }
        (TyKind::Ptr(pattern), TyKind::Ptr(actual)) => match_params(db, *pattern, *actual, names),
        (_, TyKind::Never) => {}
        (TyKind::Union(patterns), _) => {
            let rest = actual.without(db, |variant| patterns.contains(&variant));
            let open = patterns.iter().find(|pattern| pattern.any(db, &mut |part| matches!(part.kind(db), TyKind::Param(_))));
            if let Some(&open) = open {
                match_params(db, open, rest, names);
            }
        }
        _ => {}
    }
}
