//! New values: objects, displays, conversions by a class's name.

use pyc_base::{Name, codes, name};
use pyc_hir::{Arg, ClassId, Expr as Hir, ExprId, FunctionId, Literal, Member};

use super::Infer;
use super::arguments::{Given, Source};
use super::call::{Target, match_params};
use super::vars::VarKey;
use crate::class::{builtin_class, class_info, find_member, find_method};
use crate::diagnostic::TypeDiagnostic;
use crate::thir::{Expr, ExprKind, Mode, Origin, Place, StmtKind};
use crate::ty::{Ty, TyKind};

impl Infer<'_> {
    pub(super) fn construct_call(&mut self, class: ClassId, args: &[Arg], expected: Option<Ty>, origin: Origin) -> Expr {
        if is_defaultdict(self.db, class) {
            return self.defaultdict_call(class, args, origin);
        }
        let mut given = self.given(args);
        let type_args = match expected.and_then(|ty| ty.as_class(self.db)) {
            Some((wanted, args)) if wanted == class => args.to_vec(),
            _ => Vec::new(),
        };
        for arg in &mut given {
            if let Source::Hir(id) = arg.source
                && let Some(list) = self.used_up_by_class(id, class)
            {
                arg.source = Source::Done(Box::new(list));
            }
        }
        self.construct_with(class, type_args, given, expected, origin)
    }

    /// `defaultdict(factory)`: its values are what the factory gives, and what is put in.
    fn defaultdict_call(&mut self, class: ClassId, args: &[Arg], origin: Origin) -> Expr {
        let db = self.db;
        let mut given = self.given(args);
        let (key, mut value) = (self.site_var(origin, class, 0), self.site_var(origin, class, 1));
        let mut factory = Ty::none(db);
        if let (Some(first), Some(arg)) = (given.first_mut(), args.first())
            && let Source::Hir(id) = first.source
        {
            let at = Origin::Expr(id);
            let (store, local) = {
                let made = self.expr(id, None);
                self.temp(made)
            };
            self.push(store);
            let function = self.local_expr(local, at);
            factory = function.ty;
            if !factory.is_none(db) && arg.kind == pyc_hir::ArgKind::Positional {
                // Only its type is wanted. Other values may be put in as well.
                let (_, made) = self.in_block(|this| this.call_value_given(function.clone(), Vec::new(), at));
                value = match *value.kind(db) {
                    TyKind::Var(var) if !self.is_final && self.vars.put(db, var, made.ty) => value,
                    _ if self.is_final => value,
                    _ => made.ty,
                };
            }
            first.source = Source::Done(Box::new(function));
        }
        self.construct_with(class, vec![key, value, factory], given, None, origin)
    }

    pub(super) fn construct(&mut self, ty: Ty, args: Vec<Expr>, origin: Origin) -> Expr {
        let Some((class, type_args)) = ty.as_class(self.db) else { return self.unknown(origin) };
        let given = args.into_iter().map(|arg| Given::value(arg)).collect();
        self.construct_with(class, type_args.to_vec(), given, None, origin)
    }

    pub(super) fn construct_with(
        &mut self,
        class: ClassId,
        type_args: Vec<Ty>,
        given: Vec<Given>,
        expected: Option<Ty>,
        origin: Origin,
    ) -> Expr {
        let db = self.db;
        let info = class_info(db, class);
        if !crate::class::enum_members(db, class).is_empty() {
            return self.class_call(Ty::class(db, class, []), name("_lookup_"), given, origin);
        }
        if let Some(raise) = self.abstract_class(class, origin) {
            return raise;
        }
        let own_new = find_method(db, Ty::class(db, class, []), "__new__").filter(|(_, new)| !new.def(db).file.is_stdlib(db));
        if let Some(new) = own_new.filter(|_| info.params.is_empty()) {
            return self.construct_by_new(class, new, given, origin);
        }
        // `int(x)`, `str(x)`, `list(x)`: a function of the library makes the value.
        let is_empty_start = given.is_empty() && info.own_method("__init__").is_some();
        if let Some(new) = info.own_method("_new").filter(|_| info.file.is_stdlib(db) && !is_empty_start) {
            let owner = Ty::class(db, class, info.params.iter().map(|_| Ty::unknown(db)).collect::<Vec<_>>());
            return self.invoke(
                Target { function: new, owner: Some(owner), receiver: None, type_args, closure: None },
                given,
                expected,
                origin,
            );
        }
        let object = builtin_class(db, "object").map(|object| Ty::class(db, object, []));
        let init = find_method(db, Ty::class(db, class, info.params.iter().map(|_| Ty::unknown(db)).collect::<Vec<_>>()), "__init__");
        let init = init.filter(|(owner, _)| Some(*owner) != object);
        let Some((_, function)) = init else {
            if info.is_struct && !given.is_empty() {
                return self.struct_of(class, &type_args, given, origin);
            }
            if !given.is_empty() {
                self.report(
                    TypeDiagnostic::error(
                        codes::ARGUMENT_COUNT,
                        origin,
                        format!("`{}` takes no arguments: it has no `__init__`", info.name),
                    )
                    .help("define `__init__`, or leave out the arguments"),
                );
            }
            let args = self.open_args(&info, &type_args, origin);
            let ty = Ty::class(db, class, args);
            self.note_made(ty);
            return self.with_defaults(self.expr_of(ty, ExprKind::Construct { init: None, args: Vec::new() }, origin));
        };
        self.construct_init(class, function, type_args, given, origin)
    }

    /// A struct without `__init__` is made from its fields, in order; they tell its type arguments.
    fn struct_of(&mut self, class: ClassId, type_args: &[Ty], given: Vec<Given>, origin: Origin) -> Expr {
        let db = self.db;
        let info = class_info(db, class);
        if info.fields.len() != given.len() || given.iter().any(|arg| arg.keyword.is_some()) {
            let message = format!("`{}` is made from its {} fields, in order, but {} are given", info.name, info.fields.len(), given.len());
            self.report(
                TypeDiagnostic::error(codes::ARGUMENT_COUNT, origin, message).help("give one value for each field, or define `__init__`"),
            );
            return self.unknown(origin);
        }
        let mut names = info.substitution(type_args);
        let mut values = Vec::new();
        for (arg, field) in given.into_iter().zip(&info.fields) {
            let hint = field.declared.map(|declared| crate::class::substitute(db, declared, &names));
            let value = match arg.source {
                Source::Done(value) => *value,
                Source::Hir(id) => self.expr(id, hint),
            };
            if let Some(declared) = field.declared {
                let actual = self.vars.resolve(db, value.ty);
                match_params(db, declared, actual, &mut names);
            }
            values.push(value);
        }
        if let Some(diverged) = self.diverges(&values) {
            return self.sequence(values, diverged, origin);
        }
        let named = |param: &Name| names.iter().find(|(known, _)| known == param).map_or_else(|| Ty::unknown(db), |(_, ty)| *ty);
        let ty = Ty::class(db, class, info.params.iter().map(named).collect::<Vec<_>>());
        let fields = crate::class::class_fields(db, ty);
        let values = values
            .into_iter()
            .zip(fields.iter())
            .map(|(value, (field, wanted))| self.coerce(value, *wanted, &format!("the field `{field}`")));
        let values = values.collect();
        self.expr_of(ty, ExprKind::Struct(values), origin)
    }

    /// The declared type arguments as given, or open ones that later use decides.
    fn open_args(&mut self, info: &crate::class::ClassInfo, type_args: &[Ty], origin: Origin) -> Vec<Ty> {
        (0..info.params.len())
            .map(|at| type_args.get(at).copied().unwrap_or_else(|| self.site_var(origin, info.class, at as u32)))
            .collect()
    }

    /// A type variable of an expression's site.
    pub(super) fn site_var(&mut self, origin: Origin, class: ClassId, which: u32) -> Ty {
        // What a statement makes by itself is never put into.
        let Origin::Expr(site) = origin else { return Ty::never(self.db) };
        let var = self.vars.at(self.db, VarKey::Site { site, class, which, copies: self.copies.clone() }, None);
        if self.is_final { self.vars.resolve(self.db, var) } else { var }
    }

    fn construct_init(&mut self, class: ClassId, init: FunctionId, type_args: Vec<Ty>, given: Vec<Given>, origin: Origin) -> Expr {
        let db = self.db;
        let info = class_info(db, class);
        let args = self.open_args(&info, &type_args, origin);
        // The arguments' types decide those the class is generic over.
        let signature = pyc_hir::signature(db, init);
        let mut kept = Vec::new();
        let mut names: Vec<_> = Vec::new();
        let open_self = Ty::class(db, class, args.clone());
        let owner = crate::multiple::linearization(db, open_self)
            .into_iter()
            .find(|base| base.as_class(db).is_some_and(|(owner, _)| class_info(db, owner).own_method("__init__") == Some(init)));
        let owner_scope = crate::resolve::TypeScope {
            file: init.def(db).file,
            names: crate::class::visible_names(db, init.def(db).file, &init.def(db).path)
                .into_iter()
                .chain(
                    owner.and_then(|ty| ty.as_class(db)).map(|(class, args)| class_info(db, class).substitution(args)).unwrap_or_default(),
                )
                .collect(),
            self_ty: owner,
        };
        let mut next = 1;
        for arg in given {
            let position = match arg.keyword {
                _ if arg.is_star || arg.is_mapping => None,
                Some(keyword) => signature.params.iter().position(|param| param.name == keyword),
                None => {
                    next += 1;
                    Some(next - 1)
                }
            };
            let param = position.and_then(|at| signature.params.get(at));
            let declared =
                param.and_then(|param| param.annotation.as_ref()).and_then(|annotation| owner_scope.declared(db, annotation).ok()?.ty);
            let value = match arg.source {
                Source::Done(value) => *value,
                Source::Hir(id) => match self.used_up(id, init) {
                    Some(list) => list,
                    None => self.expr(id, declared),
                },
            };
            if let Some(declared) = declared {
                match_params(db, declared, value.ty, &mut names);
            }
            kept.push((value, Given { source: Source::Hir(pyc_hir::ExprId(0)), ..arg }));
        }
        if let Some(diverged) = self.diverges(kept.iter().map(|(value, _)| value)) {
            return self.sequence(kept.into_iter().map(|(value, _)| value).collect(), diverged, origin);
        }
        let given: Vec<Given> = kept
            .into_iter()
            .map(|(value, arg)| {
                let (store, local) = self.temp(value);
                self.push(store);
                Given { source: Source::Done(Box::new(self.local_expr(local, origin))), ..arg }
            })
            .collect();
        let ty = Ty::class(db, class, args);
        self.initialised(ty, init, given, origin)
    }

    /// A new object of a class whose type arguments are settled, and the call of its `__init__`.
    fn initialised(&mut self, ty: Ty, init: FunctionId, given: Vec<Given>, origin: Origin) -> Expr {
        let db = self.db;
        let owner = crate::multiple::linearization(db, ty)
            .into_iter()
            .find(|base| base.as_class(db).is_some_and(|(owner, _)| class_info(db, owner).own_method("__init__") == Some(init)));
        self.note_made(ty);
        let new = self.with_defaults(self.expr_of(ty, ExprKind::Construct { init: None, args: Vec::new() }, origin));
        let (store, object) = self.temp(new);
        let receiver = self.local_expr(object, origin);
        let (mut block, call) = self.in_block(|this| {
            this.keep_arguments(&receiver, owner, &given, origin);
            let target = Target { function: init, owner, receiver: Some(receiver), type_args: Vec::new(), closure: None };
            this.invoke(target, given, None, origin)
        });
        if call.ty.is_unknown(db) {
            return call;
        }
        block.insert(0, store);
        block.push(crate::thir::Stmt { kind: StmtKind::Expr(call), origin });
        let result = self.local_expr(object, origin);
        self.block_expr(block, result)
    }

    /// Gives the fields that have defaults their values.
    pub(super) fn with_defaults(&mut self, new: Expr) -> Expr {
        let db = self.db;
        let (ty, origin) = (new.ty, new.origin);
        // The class that the object is of may have another value than the one that has the field first.
        let own_default = |field: &crate::class::Field| match find_member(db, ty, field.name) {
            Some((owner, Member::Variable { value: Some(value), .. })) => {
                let literal = match value {
                    pyc_hir::DefaultValue::Literal(literal) => Some(literal),
                    pyc_hir::DefaultValue::Evaluated => None,
                };
                Some((field.name, literal, owner.as_class(db)?.0))
            }
            _ => None,
        };
        let mut defaults: Vec<(Name, Option<Literal>, ClassId)> = Vec::new();
        for owner in crate::class::mro(db, ty) {
            let Some((class, _)) = owner.as_class(db) else { continue };
            defaults.extend(class_info(db, class).fields.iter().filter_map(own_default));
        }
        if defaults.is_empty() {
            return new;
        }
        let (store, object) = self.temp(new);
        let mut block = vec![store];
        for (field, literal, class) in defaults {
            let receiver = self.local_expr(object, origin);
            let value = match literal {
                Some(literal) => self.literal_value(&literal, origin),
                None => self.read_global(crate::class::class_variable(db, class, field), origin),
            };
            let (assigned, ()) = self.in_block(|this| this.store_attribute(receiver, field, value, origin));
            block.extend(assigned);
        }
        let result = self.local_expr(object, origin);
        self.block_expr(block, result)
    }

    pub(super) fn literal_value(&mut self, literal: &Literal, origin: Origin) -> Expr {
        match literal {
            Literal::None => self.none(origin),
            Literal::Bool(value) => self.bool(*value, origin),
            Literal::Int(value) => self.int(*value, origin),
            Literal::Float(bits) => self.expr_of(Ty::float(self.db), ExprKind::Float(f64::from_bits(*bits)), origin),
            Literal::Str(text) => self.str(text, origin),
            _ => self.unsupported("This default", "use a number, a string or `None`", origin),
        }
    }

    // Displays.

    pub(super) fn tuple_display(&mut self, items: &[ExprId], expected: Option<Ty>, origin: Origin) -> Expr {
        let hints: Vec<Option<Ty>> = match expected.map(|ty| ty.kind(self.db)) {
            Some(TyKind::Tuple(types)) if types.len() == items.len() => types.iter().map(|&ty| Some(ty)).collect(),
            _ => vec![expected.and_then(|ty| ty.variants(self.db).into_iter().find_map(|ty| ty.tuple_element(self.db))); items.len()],
        };
        let mut values = Vec::new();
        for (&item, hint) in items.iter().zip(hints) {
            if let Hir::Starred(inner) = self.hir.exprs[item.index()] {
                let value = self.expr(inner, None);
                let value = self.tuple_view(value);
                let at = value.origin;
                let TyKind::Tuple(parts) = value.ty.kind(self.db) else {
                    values.push((value, true));
                    continue;
                };
                let count = parts.len();
                let (store, local) = self.temp(value);
                self.push(store);
                values.extend((0..count).map(|part| (self.tuple_get(self.local_expr(local, at), part), false)));
            } else {
                let value = self.expr(item, hint);
                values.push((self.kept(value), false));
            }
        }
        if let Some(diverged) = self.diverges(values.iter().map(|(value, _)| value)) {
            return self.sequence(values.into_iter().map(|(value, _)| value).collect(), diverged, origin);
        }
        self.tuple_of_parts(values, origin)
    }

    /// The type of a container display, with what its elements must be if the destination says so.
    pub(super) fn container(&mut self, class: &str, count: u32, site: ExprId, expected: Option<Ty>) -> Option<(Ty, Vec<Ty>)> {
        let db = self.db;
        let id = builtin_class(db, class)?;
        let wanted = expected.into_iter().flat_map(|ty| ty.variants(db)).find_map(|ty| {
            ty.as_class(db).filter(|(known, args)| *known == id && args.len() == count as usize).map(|(_, args)| args.to_vec())
        });
        let args = wanted.unwrap_or_else(|| (0..count).map(|which| self.site_var(Origin::Expr(site), id, which)).collect());
        Some((Ty::class(db, id, args.clone()), args))
    }

    pub(super) fn empty_container(&mut self, class: &str, expected: Option<Ty>, origin: Origin) -> Expr {
        let Origin::Expr(site) = origin else { return self.unknown(origin) };
        let count = if class == "dict" { 2 } else { 1 };
        match self.container(class, count, site, expected) {
            Some((ty, _)) => self.new_container(ty, 0, origin),
            None => self.unknown(origin),
        }
    }

    /// `list[T]._with_capacity(n)`.
    pub(super) fn new_container(&mut self, ty: Ty, capacity: usize, origin: Origin) -> Expr {
        let capacity = self.int(capacity as i64, origin);
        match find_member(self.db, ty, name("_with_capacity")) {
            Some((owner, Member::Function(function))) => {
                let given = vec![Given::value(capacity)];
                let made = self.invoke(
                    Target { function, owner: Some(owner), receiver: None, type_args: Vec::new(), closure: None },
                    given,
                    None,
                    origin,
                );
                Expr { ty, ..made }
            }
            _ => self.unsupported("A display", "use a complete standard library", origin),
        }
    }

    pub(super) fn list_display(&mut self, id: ExprId, items: &[ExprId], expected: Option<Ty>, origin: Origin) -> Expr {
        let Some((ty, args)) = self.container("list", 1, id, expected) else { return self.unknown(origin) };
        let is_starred = |item: &ExprId| matches!(self.hir.exprs[item.index()], Hir::Starred(_));
        let append = if items.iter().any(is_starred) { "append" } else { "_append_reserved" };
        self.fill(ty, items.len(), origin, |this, list| {
            for &item in items {
                if let Hir::Starred(inner) = this.hir.exprs[item.index()] {
                    let value = this.expr(inner, None);
                    this.extend_list(list.clone(), value, origin);
                    continue;
                }
                let value = this.expr(item, Some(args[0]).filter(|_| expected.is_some()));
                this.add_item(list.clone(), append, vec![value], origin);
            }
        })
    }

    /// A list of values that are there.
    pub(super) fn list_of(&mut self, site: ExprId, items: Vec<Expr>, expected: Option<Ty>, origin: Origin) -> Expr {
        let Some((ty, _)) = self.container("list", 1, site, expected) else { return self.unknown(origin) };
        let count = items.len();
        self.fill(ty, count, origin, |this, list| {
            for item in items {
                this.add_item(list.clone(), "_append_reserved", vec![item], origin);
            }
        })
    }

    pub(super) fn extend_list(&mut self, list: Expr, value: Expr, origin: Origin) {
        let value = self.tuple_view(value);
        if let TyKind::Tuple(parts) = value.ty.kind(self.db) {
            let count = parts.len();
            let (store, local) = self.temp(value);
            self.push(store);
            for part in 0..count {
                let item = self.tuple_get(self.local_expr(local, origin), part);
                self.add_item(list.clone(), "append", vec![item], origin);
            }
            return;
        }
        self.for_each(value, origin, |this, item| this.add_item(list.clone(), "append", vec![item], origin));
    }

    pub(super) fn set_display(&mut self, id: ExprId, items: &[ExprId], expected: Option<Ty>, origin: Origin) -> Expr {
        let set = self.set_of_items(id, items, expected, origin);
        if items.len() > 2 && items.iter().all(|&item| self.is_constant(item)) {
            return self.method_call(set, name("_of_constants"), Vec::new(), origin);
        }
        set
    }

    /// What a loop goes through: of a display of constants CPython takes the set that is ready, not a copy of it.
    pub(super) fn iterable(&mut self, iter: ExprId) -> Expr {
        let hir = self.hir.clone();
        match &hir.exprs[iter.index()] {
            Hir::Set(items) if items.iter().all(|&item| self.is_constant(item)) => {
                let origin = Origin::Expr(iter);
                let set = self.set_of_items(iter, items, None, origin);
                self.method_call(set, name("_as_constant"), Vec::new(), origin)
            }
            _ => self.expr(iter, None),
        }
    }

    /// Whether CPython works an expression out when it compiles the program.
    fn is_constant(&self, id: ExprId) -> bool {
        match &self.hir.exprs[id.index()] {
            Hir::Literal(_) => true,
            Hir::Unary { operand, .. } => self.is_constant(*operand),
            Hir::Binary { left, right, .. } => self.is_constant(*left) && self.is_constant(*right),
            Hir::Tuple(items) => items.iter().all(|&item| self.is_constant(item)),
            _ => false,
        }
    }

    fn set_of_items(&mut self, id: ExprId, items: &[ExprId], expected: Option<Ty>, origin: Origin) -> Expr {
        let Some((ty, _)) = self.container("set", 1, id, expected) else { return self.unknown(origin) };
        self.fill(ty, items.len(), origin, |this, set| {
            for &item in items {
                if let Hir::Starred(inner) = this.hir.exprs[item.index()] {
                    let values = this.expr(inner, None);
                    this.for_each(values, origin, |this, value| this.add_item(set.clone(), "add", vec![value], origin));
                    continue;
                }
                let value = this.expr(item, None);
                this.add_item(set.clone(), "add", vec![value], origin);
            }
        })
    }

    pub(super) fn dict_display(&mut self, id: ExprId, items: &[(Option<ExprId>, ExprId)], expected: Option<Ty>, origin: Origin) -> Expr {
        let Some((ty, args)) = self.container("dict", 2, id, expected) else { return self.unknown(origin) };
        let hint = |at: usize| expected.is_some().then_some(args[at]);
        self.fill(ty, items.len(), origin, |this, dict| {
            for &(key, value) in items {
                let Some(key) = key else {
                    let value = this.expr(value, None);
                    let call = this.method_call(dict.clone(), name("update"), vec![value], origin);
                    this.emit(StmtKind::Expr(call), origin);
                    continue;
                };
                let key = this.expr(key, hint(0));
                let (store, key) = this.temp(key);
                this.push(store);
                let value = this.expr(value, hint(1));
                let key = this.local_expr(key, origin);
                this.add_item(dict.clone(), "__setitem__", vec![key, value], origin);
            }
        })
    }

    /// `dict(a=1, b=2)`.
    pub(super) fn dict_of_keywords(&mut self, args: &[Arg], expected: Option<Ty>, origin: Origin) -> Option<Expr> {
        let Origin::Expr(site) = origin else { return None };
        let (ty, _) = self.container("dict", 2, site, expected)?;
        Some(self.fill(ty, args.len(), origin, |this, dict| {
            for arg in args {
                let value = this.expr(arg.value, None);
                let pyc_hir::ArgKind::Keyword(key) = arg.kind else {
                    let call = this.method_call(dict.clone(), name("update"), vec![value], origin);
                    this.emit(StmtKind::Expr(call), origin);
                    continue;
                };
                let (store, value) = this.temp(value);
                this.push(store);
                let (key, value) = (this.str(key.as_str(), origin), this.local_expr(value, origin));
                this.add_item(dict.clone(), "__setitem__", vec![key, value], origin);
            }
        }))
    }

    /// A new container and the statements that fill it.
    pub(super) fn fill(&mut self, ty: Ty, capacity: usize, origin: Origin, fill: impl FnOnce(&mut Self, Expr)) -> Expr {
        let new = self.new_container(ty, capacity, origin);
        if new.ty.is_unknown(self.db) {
            return new;
        }
        let (store, local) = self.temp(new);
        let container = self.local_expr(local, origin);
        let (mut block, ()) = self.in_block(|this| fill(this, container));
        block.insert(0, store);
        let result = self.local_expr(local, origin);
        self.block_expr(block, result)
    }

    pub(super) fn add_item(&mut self, container: Expr, method: &str, args: Vec<Expr>, origin: Origin) {
        let args = args.into_iter().map(|arg| self.kept(arg)).collect();
        let call = self.method_call(container, name(method), args, origin);
        self.emit(StmtKind::Expr(call), origin);
    }

    /// `list(value)`.
    pub(super) fn builtin_list(&mut self, value: Expr, origin: Origin) -> Expr {
        match builtin_class(self.db, "list") {
            Some(class) => {
                let given = vec![Given::value(value)];
                self.construct_with(class, Vec::new(), given, None, origin)
            }
            None => self.unknown(origin),
        }
    }

    /// An exception to raise: an object, or a class that is called without arguments.
    pub(super) fn exception(&mut self, id: ExprId) -> Expr {
        let db = self.db;
        let value = self.expr(id, None);
        let origin = Origin::Expr(id);
        let value = match *value.ty.kind(db) {
            TyKind::ClassObject(class) => self.construct_with(class, Vec::new(), Vec::new(), None, origin),
            _ => value,
        };
        let base = crate::class::builtin_ty(db, "BaseException");
        if !value.ty.is_unknown(db)
            && !value.ty.is_never(db)
            && !value.ty.variants(db).into_iter().all(|ty| crate::class::is_subclass(db, ty, base))
        {
            let shown = value.ty.show(db);
            self.report(
                TypeDiagnostic::error(codes::NOT_AN_EXCEPTION, origin, format!("`{shown}` is not an exception"))
                    .note("Python raises `TypeError: exceptions must derive from BaseException` here")
                    .help("raise an object of a class derived from `Exception`"),
            );
            return self.unknown(origin);
        }
        value
    }

    /// The mode of a place that is passed on: used for iterators that live in a local.
    pub(super) fn inout_local(&self, local: crate::thir::Local, origin: Origin) -> (Expr, Mode) {
        let ty = self.locals[local.index()].ty;
        (self.read(Place::Local(local), ty, origin), Mode::Inout)
    }
}

pub(super) fn is_defaultdict(db: &dyn pyc_hir::Db, class: ClassId) -> bool {
    class.def(db).file.is_stdlib(db) && class_info(db, class).name.as_str() == "defaultdict"
}
