//! Tuples whose length is known only at run time, `tuple[T, ...]`: a class of the library around a list. Tuples of known
//! length become such where one is expected.

use pyc_base::name;
use pyc_hir::{ComprehensionKind, DefaultValue, Expr as Hir, ExprId, Param, ParamKind, Signature};

use super::Infer;
use super::arguments::{Given, Source};
use super::call::Target;
use crate::class::builtin_class;
use crate::diagnostic::TypeDiagnostic;
use crate::thir::{Expr, Local, Origin, StmtKind};
use crate::ty::{Ty, TyKind};

impl Infer<'_> {
    /// `tuple(value)`.
    pub(super) fn tuple_call(&mut self, value: ExprId, origin: Origin) -> Expr {
        let hir = self.hir.clone();
        if let Hir::Comprehension { kind: ComprehensionKind::Generator(item), generators } = &hir.exprs[value.index()] {
            let list = self.comprehension(value, ComprehensionKind::List(*item), generators, None, Origin::Expr(value));
            return self.tuple_of_list(list, origin);
        }
        let value = self.expr(value, None);
        let value = self.tuple_view(value);
        if value.ty.is_never(self.db) || value.ty.is_unknown(self.db) || value.ty.variants(self.db).iter().all(|ty| ty.is_tuple(self.db)) {
            return value;
        }
        let list = self.builtin_list(value, origin);
        self.tuple_of_list(list, origin)
    }

    /// The tuple of a list's elements; nobody else may have the list.
    fn tuple_of_list(&mut self, list: Expr, origin: Origin) -> Expr {
        if list.ty.is_unknown(self.db) || list.ty.is_never(self.db) {
            return list;
        }
        let Some((_, [element])) = list.ty.as_class(self.db) else { return self.unknown(origin) };
        let ty = Ty::tuple_of(self.db, *element);
        self.construct(ty, vec![list], origin)
    }

    /// A tuple of values, some of which stand for all their elements (`*values`).
    pub(super) fn tuple_of_parts(&mut self, items: Vec<(Expr, bool)>, origin: Origin) -> Expr {
        if items.iter().all(|(_, is_star)| !is_star) {
            return self.tuple(items.into_iter().map(|(item, _)| item).collect(), origin);
        }
        let Origin::Expr(site) = origin else { return self.unknown(origin) };
        let Some((ty, _)) = self.container("list", 1, site, None) else { return self.unknown(origin) };
        let list = self.fill(ty, items.len(), origin, |this, list| {
            for (item, is_star) in items {
                if is_star {
                    this.extend_list(list.clone(), item, origin);
                } else {
                    this.add_item(list.clone(), "append", vec![item], origin);
                }
            }
        });
        self.tuple_of_list(list, origin)
    }

    /// Whether a value of one type becomes one of another by making a `tuple[T, ...]`, in it or around its elements.
    pub(super) fn lengthens(&self, from: Ty, to: Ty) -> bool {
        let db = self.db;
        if from == to {
            return false;
        }
        match (from.kind(db), to.kind(db)) {
            (TyKind::Union(variants), _) => variants.iter().any(|&variant| self.lengthens(variant, to)),
            (_, TyKind::Union(variants)) => self.variant_for(from, variants).is_some_and(|variant| self.lengthens(from, variant)),
            (TyKind::Tuple(from), TyKind::Tuple(to)) => {
                from.len() == to.len() && from.iter().zip(to).any(|(&from, &to)| self.lengthens(from, to))
            }
            (TyKind::Tuple(_), _) => to.tuple_element(db).is_some(),
            _ => from.tuple_element(db).is_some() && to.tuple_element(db).is_some(),
        }
    }

    /// The variant of a union that a tuple becomes: one of its length if there is one.
    fn variant_for(&self, from: Ty, variants: &[Ty]) -> Option<Ty> {
        let db = self.db;
        let TyKind::Tuple(items) = from.kind(db) else {
            let is_other = from.tuple_element(db).is_some() && !variants.contains(&from);
            return variants.iter().copied().find(|&variant| is_other && self.lengthens(from, variant));
        };
        let of_length = variants.iter().find(|variant| matches!(variant.kind(db), TyKind::Tuple(other) if other.len() == items.len()));
        of_length.or_else(|| variants.iter().find(|variant| variant.tuple_element(db).is_some())).copied()
    }

    /// The type that values of one type have where those of another are kept.
    pub(super) fn lengthened(&self, ty: Ty, kept: Ty) -> Ty {
        let db = self.db;
        let (from, to) = (self.vars.resolve(db, ty), self.vars.resolve(db, kept));
        if !self.lengthens(from, to) {
            return ty;
        }
        let variants = to.variants(db);
        let held = from.variants(db).into_iter().map(|variant| self.variant_for(variant, &variants).unwrap_or(variant));
        Ty::union(db, held.collect::<Vec<_>>())
    }

    /// A tuple as one of which only the element type is known; anything else as it is.
    pub(super) fn of_any_length(&mut self, tuple: Expr, origin: Origin) -> Expr {
        let db = self.db;
        let variants = tuple.ty.variants(db);
        if tuple.ty.tuple_element(db).is_some() || variants.is_empty() || !variants.iter().all(|ty| ty.is_tuple(db)) {
            return tuple;
        }
        let elements = variants.iter().flat_map(|variant| match variant.kind(db) {
            TyKind::Tuple(items) => items.to_vec(),
            _ => variant.tuple_element(db).into_iter().collect(),
        });
        let ty = Ty::tuple_of(db, Ty::union(db, elements.collect::<Vec<_>>()));
        self.lengthen(Expr { origin, ..tuple }, ty)
    }

    /// Converts where [`Self::lengthens`]. What that takes is a part of the expression: nothing of it may come before what the value stands in.
    pub(super) fn lengthen(&mut self, value: Expr, target: Ty) -> Expr {
        let (block, longer) = self.in_block(|this| this.lengthen_here(value, target));
        self.block_expr(block, longer)
    }

    fn lengthen_here(&mut self, value: Expr, target: Ty) -> Expr {
        let db = self.db;
        let origin = value.origin;
        let (from, to) = (self.vars.resolve(db, value.ty), self.vars.resolve(db, target));
        match (from.kind(db), to.kind(db)) {
            (TyKind::Union(_), _) => {
                let each = |this: &mut Self, variant: Expr| Ok::<_, String>(this.widen(variant, to));
                self.dispatch(Expr { ty: from, ..value }, origin, each).unwrap_or_else(|| self.unknown(origin))
            }
            (_, TyKind::Union(variants)) => {
                let Some(variant) = self.variant_for(from, variants) else { return value };
                let longer = self.lengthen(value, variant);
                self.widen(longer, target)
            }
            (TyKind::Tuple(items), TyKind::Tuple(wanted)) => {
                let (store, local) = self.temp(value);
                let items = (0..items.len()).map(|at| {
                    let item = self.tuple_get(self.local_expr(local, origin), at);
                    self.widen(item, wanted[at])
                });
                let items = items.collect();
                let tuple = self.tuple(items, origin);
                self.block_expr(vec![store], tuple)
            }
            _ => self.elements_as_tuple(value, to, origin),
        }
    }

    fn elements_as_tuple(&mut self, value: Expr, to: Ty, origin: Origin) -> Expr {
        let (Some(element), Some(list)) = (to.tuple_element(self.db), builtin_class(self.db, "list")) else { return value };
        let ty = Ty::class(self.db, list, [element]);
        let list = self.fill(ty, 0, origin, |this, list| {
            let add = |this: &mut Self, item| this.add_item(list.clone(), "append", vec![item], origin);
            match value.ty.kind(this.db) {
                TyKind::Tuple(items) => {
                    let count = items.len();
                    let (store, local) = this.temp(value);
                    this.push(store);
                    for at in 0..count {
                        let item = this.tuple_get(this.local_expr(local, origin), at);
                        add(this, item);
                    }
                }
                _ => this.for_each(value, origin, add),
            }
        });
        self.construct(to, vec![list], origin)
    }

    /// `f(*values)` for a function with parameters of its own: how many values there are is checked when the program runs. Parameters with defaults
    /// get what there is; `*rest` behind them gets the others.
    pub(super) fn spread(&mut self, target: &Target, signature: &Signature, skip: usize, given: Vec<Given>, origin: Origin) -> Vec<Given> {
        let params = signature.params.get(skip..).unwrap_or_default();
        let is_named = |param: &Param| given.iter().any(|arg| arg.keyword == Some(param.name));
        let can_take = |param: &&Param| matches!(param.kind, ParamKind::PositionalOnly | ParamKind::Normal) && !is_named(param);
        let taken: Vec<&Param> = params.iter().take_while(can_take).collect();
        let Some(first) = given.iter().position(|arg| arg.is_star) else { return given };
        let before = given[..first].iter().filter(|arg| is_positional(arg)).count();
        // Behind a parameter that is given by name there may be no values.
        let has_rest = params.get(taken.len()).is_some_and(|param| param.kind == ParamKind::VarArgs);
        // Names of which only the run time knows may be those of parameters with defaults.
        let is_open = given.iter().any(|arg| arg.is_mapping) && taken.iter().any(|param| param.default.is_some());
        if taken.len() < before || (has_rest && taken.len() == before) || is_open {
            return given;
        }
        let given = self.joined_stars(given, first, origin);
        let Some(Source::Done(values)) = given.get(first).map(|arg| arg.source.clone()) else { return given };
        let list = self.list_of_values(*values, origin);
        let (store, kept) = self.temp(list);
        self.push(store);
        let params: Vec<(usize, &Param)> = (skip + before..).zip(taken[before..].iter().copied()).collect();
        self.check_count(target, &params, (before + skip, has_rest), kept, origin);
        let mut items = Vec::new();
        for (at, (position, param)) in params.iter().enumerate() {
            let list = self.local_expr(kept, origin);
            let at = self.int(at as i64, origin);
            let item = match &param.default {
                None => self.get_item(list, at, origin),
                Some(default) => {
                    let default = match default {
                        DefaultValue::Literal(literal) => self.literal_value(literal, origin),
                        DefaultValue::Evaluated => self.evaluated_default(target, *position, origin),
                    };
                    self.builtin_call("_item_or", vec![list, at, default], origin)
                }
            };
            items.push(Given::value(item));
        }
        if has_rest {
            let (start, end) = (self.int(params.len() as i64, origin), self.none(origin));
            let others = self.method_call(self.local_expr(kept, origin), name("_slice"), vec![start, end], origin);
            items.push(Given { is_star: true, ..Given::value(others) });
        }
        given[..first].iter().cloned().chain(items).chain(given[first + 1..].iter().cloned()).collect()
    }

    /// Tests whether `*values` are as many as there are parameters for them, of which a number is given before.
    fn check_count(
        &mut self,
        target: &Target,
        params: &[(usize, &Param)],
        (before, has_rest): (usize, bool),
        values: Local,
        origin: Origin,
    ) {
        let names: Vec<&str> = params.iter().map(|(_, param)| param.name.as_str()).collect();
        let required = params.iter().filter(|(_, param)| param.default.is_none()).count();
        let path = pyc_hir::qualified_name(self.db, pyc_hir::BodyOwner::Function(target.function));
        let length = self.method_call(self.local_expr(values, origin), name("__len__"), Vec::new(), origin);
        let (path, names) = (self.str(&path, origin), self.str(&names.join(" "), origin));
        let [required, before] = [required, before].map(|count| self.int(count as i64, origin));
        let has_rest = self.bool(has_rest, origin);
        let check = self.builtin_call("_check_arguments", vec![path, length, required, before, names, has_rest], origin);
        self.emit(StmtKind::Expr(check), origin);
    }

    /// One `*values` of several, and of what stands between and behind them.
    fn joined_stars(&mut self, given: Vec<Given>, first: usize, origin: Origin) -> Vec<Given> {
        if given[first + 1..].iter().filter(|arg| is_positional(arg)).count() == 0 {
            return given;
        }
        let (mut kept, mut parts) = (Vec::new(), Vec::new());
        for (at, arg) in given.into_iter().enumerate() {
            if at < first || !is_positional(&arg) {
                kept.push(self.evaluated(arg, origin));
                continue;
            }
            let is_star = arg.is_star;
            if let Source::Done(value) = self.evaluated(arg, origin).source {
                parts.push((*value, is_star));
            }
        }
        let all = self.tuple_of_parts(parts, origin);
        kept.insert(first, Given { is_star: true, ..Given::value(all) });
        kept
    }

    /// Arguments whose types do not grow without end from call to call: tuples that get longer with each are ones of any length.
    pub(super) fn bounded(&mut self, target: &Target, args: Vec<Expr>, origin: Origin) -> Option<Vec<Expr>> {
        let db = self.db;
        if target.function.def(db).file.is_stdlib(db) {
            return Some(args);
        }
        if args.iter().any(|arg| arg.ty.depth(db) > super::MAX_DEPTH) {
            let mut diagnostic = TypeDiagnostic::recursive_type();
            diagnostic.origin = origin;
            self.report(diagnostic);
            return None;
        }
        let own = self.function() == Some(target.function);
        let length = |ty: Ty| if let TyKind::Tuple(items) = ty.kind(db) { items.len() } else { 0 };
        let most = |at: usize| match self.instance.params(db).get(at).filter(|_| own) {
            Some(&param) => length(param),
            None => super::MOST_ITEMS,
        };
        let grows: Vec<bool> = args.iter().enumerate().map(|(at, arg)| length(arg.ty) > most(at)).collect();
        let bound = |(arg, grows): (Expr, bool)| if grows { self.of_any_length(arg, origin) } else { arg };
        Some(args.into_iter().zip(grows).map(bound).collect())
    }

    /// A list with the elements of something: its own if it is one or has one.
    fn list_of_values(&mut self, value: Expr, origin: Origin) -> Expr {
        if value.ty.tuple_element(self.db).is_some() {
            return self.attribute(value, name("_list"), origin);
        }
        let is_list = value.ty.as_class(self.db).is_some_and(|(class, _)| builtin_class(self.db, "list") == Some(class));
        if is_list { value } else { self.builtin_list(value, origin) }
    }
}

/// Whether an argument goes to a parameter by its place.
fn is_positional(arg: &Given) -> bool {
    arg.keyword.is_none() && !arg.is_mapping
}
