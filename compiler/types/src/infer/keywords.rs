//! Arguments whose names are known only at run time: `**mapping`, and what `**kwargs` gathers.

use pyc_base::{Name, name};
use pyc_hir::{BodyOwner, Expr as Hir, ExprId, FunctionId, Literal};

use super::Infer;
use super::arguments::{Given, Source};
use crate::class::builtin_class;
use crate::thir::{Expr, ExprKind, Origin, StmtKind};
use crate::ty::{Ty, TyKind};

impl Infer<'_> {
    /// `**value` in a call.
    pub(super) fn given_mapping(&mut self, id: ExprId, given: &mut Vec<Given>) {
        let hir = self.hir.clone();
        let key_of = |key: &Option<ExprId>| match &hir.exprs[key.as_ref()?.index()] {
            Hir::Literal(Literal::Str(text)) => Some(name(text)),
            _ => None,
        };
        if let Hir::Dict(items) = &hir.exprs[id.index()]
            && let Some(keys) = items.iter().map(|(key, _)| key_of(key)).collect::<Option<Vec<Name>>>()
        {
            given.extend(keys.into_iter().zip(items).map(|(key, (_, value))| Given::new(Source::Hir(*value), Some(key))));
            return;
        }
        let value = self.expr(id, None);
        let origin = Origin::Expr(id);
        if value.ty.is_never(self.db) || value.ty.is_unknown(self.db) {
            self.emit(StmtKind::Expr(value), origin);
            return;
        }
        if let TyKind::Tuple(pairs) = value.ty.kind(self.db) {
            return self.given_pairs(value, pairs, given);
        }
        if value.ty.as_class(self.db).is_none_or(|(class, _)| builtin_class(self.db, "dict") != Some(class)) {
            self.unsupported("`**` of something that is no dict", "pass a dict, or the arguments by name", origin);
            return;
        }
        let (store, kept) = self.temp(value);
        self.push(store);
        given.push(Given { is_mapping: true, ..Given::value(self.local_expr(kept, origin)) });
    }

    /// What `**kwargs: Keywords` takes: a pair of each name and its value, so that all of them keep their types.
    pub(super) fn keyword_pairs(&mut self, named: Vec<(Option<Name>, Expr)>, origin: Origin) -> Expr {
        let mut pairs = Vec::new();
        for (keyword, value) in named {
            // A `**kwargs` that nothing was gathered in has values of no type.
            if keyword.is_none()
                && self
                    .vars
                    .resolve(self.db, value.ty)
                    .as_class(self.db)
                    .is_some_and(|(_, args)| args.len() == 2 && args[1].is_never(self.db))
            {
                continue;
            }
            let Some(keyword) = keyword else {
                return self.unsupported("`**` of something whose names are known only at run time", "name the arguments", origin);
            };
            let word = self.expr_of(Ty::new(self.db, TyKind::Word(keyword)), ExprKind::None, origin);
            pairs.push(self.tuple(vec![word, value], origin));
        }
        self.tuple(pairs, origin)
    }

    /// `**kwargs` of such pairs.
    fn given_pairs(&mut self, value: Expr, pairs: &[Ty], given: &mut Vec<Given>) {
        let origin = value.origin;
        let (store, kept) = self.temp(value);
        self.push(store);
        for (at, pair) in pairs.iter().enumerate() {
            let TyKind::Tuple(parts) = pair.kind(self.db) else { continue };
            let &TyKind::Word(keyword) = parts[0].kind(self.db) else { continue };
            let pair = self.tuple_get(self.local_expr(kept, origin), at);
            let value = self.tuple_get(pair, 1);
            given.retain(|known| known.keyword != Some(keyword));
            given.push(Given { keyword: Some(keyword), ..Given::value(value) });
        }
    }

    /// What `**mapping` has for a parameter, or else its default.
    pub(super) fn mapped(&mut self, mapping: &Expr, function: FunctionId, param: Name, default: Option<Expr>, origin: Origin) -> Expr {
        let key = self.str(&param, origin);
        match default {
            Some(default) => self.builtin_call("_mapped_or", vec![mapping.clone(), key, default], origin),
            None => {
                let function = self.str(&pyc_hir::qualified_name(self.db, BodyOwner::Function(function)), origin);
                self.builtin_call("_mapped", vec![mapping.clone(), key, function], origin)
            }
        }
    }

    /// Checks that `**mapping` has no names but those that a function takes from it.
    pub(super) fn check_mapping(&mut self, mapping: &Expr, function: FunctionId, taken: &[Name], origin: Origin) -> Expr {
        let signature = pyc_hir::signature(self.db, function);
        let function = self.str(&pyc_hir::qualified_name(self.db, BodyOwner::Function(function)), origin);
        let taken = self.str(&spaced(taken), origin);
        let all: Vec<Name> = signature.params.iter().map(|param| param.name).collect();
        let all = self.str(&spaced(&all), origin);
        self.builtin_call("_check_mapping", vec![mapping.clone(), function, taken, all], origin)
    }

    /// The dict that `**kwargs` is: keywords with their values, and the rest of mappings.
    pub(super) fn keyword_dict(
        &mut self,
        keywords: Vec<(Name, Expr)>,
        mappings: Vec<Expr>,
        taken: &[Name],
        declared: Option<Ty>,
        origin: Origin,
    ) -> Expr {
        let db = self.db;
        let Origin::Expr(site) = origin else {
            // Statements that call something by themselves give nothing by name.
            let key = crate::class::builtin_ty(db, "str");
            return match builtin_class(db, "dict") {
                Some(dict) => self.construct(Ty::class(db, dict, [key, Ty::never(db)]), Vec::new(), origin),
                None => self.unknown(origin),
            };
        };
        // Without any it has values of no type, but it can be asked for names.
        let nothing = (keywords.is_empty() && mappings.is_empty()).then(|| Ty::never(db));
        let expected = declared
            .filter(|ty| !matches!(ty.kind(db), TyKind::Param(_)))
            .or(nothing)
            .and_then(|ty| builtin_class(db, "dict").map(|dict| Ty::class(db, dict, [crate::class::builtin_ty(db, "str"), ty])));
        // Calls in one expression each have a dict of their own.
        let Some((ty, _)) = self.container("dict", 2, site, expected) else { return self.unknown(origin) };
        self.fill(ty, keywords.len(), origin, |this, dict| {
            for (key, value) in keywords {
                let key = this.str(&key, origin);
                this.add_item(dict.clone(), "__setitem__", vec![key, value], origin);
            }
            for mapping in mappings {
                let taken = this.str(&spaced(taken), origin);
                let call = this.builtin_call("_update_rest", vec![dict.clone(), mapping, taken], origin);
                this.emit(StmtKind::Expr(call), origin);
            }
        })
    }
}

/// Names between blanks, one also at either end.
fn spaced(names: &[Name]) -> String {
    names.iter().fold(" ".to_owned(), |text, name| text + name + " ")
}
