//! `getattr` with a name that only the run time knows: it is compared with those that objects of the class may have.

use pyc_base::{Name, name};
use pyc_hir::{BinOp, CmpOp, Expr as Hir, ExprId, FStringPart, Literal, Member};

use super::Infer;
use crate::class::{class_fields, class_info, subclasses};
use crate::multiple::linearization;
use crate::thir::{Expr, ExprKind, Origin};
use crate::ty::Ty;
use crate::unset::{flag_of, is_flag};

/// With more names than these it is a table that is wanted.
const MOST_NAMES: usize = 100;

impl Infer<'_> {
    /// `getattr(object, text)` or `getattr(object, text, default)`.
    pub(super) fn dynamic_attribute(&mut self, object: Expr, text: ExprId, default: Option<ExprId>, origin: Origin) -> Expr {
        if let Some(diverged) = self.diverges([&object]) {
            return self.sequence(vec![object], diverged, origin);
        }
        let names = self.attribute_names(object.ty, &self.known_start(text));
        let Some(names) = names.filter(|names| names.len() <= MOST_NAMES) else {
            return self.unsupported("An attribute whose name is known only at run time", "name the attribute", origin);
        };
        let named = self.expr(text, None);
        if named.ty != crate::class::builtin_ty(self.db, "str") {
            return self.unsupported("An attribute whose name is no text", "give the name as a `str`", origin);
        }
        let (store_object, kept) = self.temp(object);
        let object = self.local_expr(kept, origin);
        let (store_name, named) = self.temp(named);
        let named = self.local_expr(named, origin);
        let mut block = vec![store_object, store_name];
        let mut result = match default {
            Some(default) => {
                let value = self.expr(default, None);
                let (store, kept) = self.temp(value);
                block.push(store);
                self.local_expr(kept, origin)
            }
            None => self.lacks(object.clone(), named.clone(), origin),
        };
        for text in names {
            let wanted = self.str(text.as_str(), origin);
            let mut test = self.compare_values(CmpOp::Eq, named.clone(), wanted, origin);
            if default.is_some() {
                let has = self.has_at_run_time(object.clone(), text, origin);
                test = self.expr_of(Ty::bool(self.db), ExprKind::And(Box::new(test), Box::new(has)), origin);
            }
            let (read, value) = self.in_block(|this| this.attribute(object.clone(), text, origin));
            let value = self.block_expr(read, value);
            let ty = self.join(result.ty, value.ty);
            let (value, rest) = (self.widen(value, ty), self.widen(result, ty));
            result = self.if_expr(ty, test, value, rest);
        }
        self.block_expr(block, result)
    }

    /// Raises the error of an attribute that the object lacks.
    pub(super) fn lacks(&mut self, object: Expr, attribute: Expr, origin: Origin) -> Expr {
        let (block, raise) = self.in_block(|this| {
            let class = this.type_of(object, origin);
            let shown = this.attribute(class, name("__name__"), origin);
            this.raise_call("raise_no_attribute", vec![shown, attribute], origin)
        });
        self.block_expr(block, raise)
    }

    /// Whether an object has an attribute that its class, or one derived from it, may give it.
    pub(super) fn has_at_run_time(&mut self, object: Expr, text: Name, origin: Origin) -> Expr {
        let db = self.db;
        if self.has_attribute(object.ty, text) || self.find_field(object.ty, flag_of(text)).is_some() {
            return self.asks_attribute(object, text, origin);
        }
        let mut has = self.bool(false, origin);
        for heir in self.heirs_with(object.ty, text) {
            let test = self.type_test(object.clone(), heir);
            has = self.expr_of(Ty::bool(db), ExprKind::Or(Box::new(test), Box::new(has)), origin);
        }
        has
    }

    /// Whether some objects of a class have an attribute and others lack it.
    pub(super) fn is_optional_attribute(&self, ty: Ty, text: Name) -> bool {
        match self.has_attribute(ty, text) {
            true => self.find_field(ty, flag_of(text)).is_some(),
            false => !self.heirs_with(ty, text).is_empty(),
        }
    }

    /// The attributes that objects of a class of the program, or of those derived from it, may have, if their names start so.
    fn attribute_names(&self, ty: Ty, start: &str) -> Option<Vec<Name>> {
        let db = self.db;
        let mut names: Vec<Name> = Vec::new();
        for variant in ty.variants(db) {
            let Some((class, _)) = variant.as_class(db).filter(|(class, _)| !class.def(db).file.is_stdlib(db)) else { return None };
            let heirs = subclasses(db, class);
            let heirs = heirs.iter().filter(|heir| class_info(db, **heir).params.is_empty()).map(|heir| Ty::class(db, *heir, []));
            for ty in [variant].into_iter().chain(heirs) {
                names.extend(class_fields(db, ty).iter().map(|(field, _)| *field).filter(|&field| !is_flag(field)));
                for owner in linearization(db, ty) {
                    let Some((class, _)) = owner.as_class(db).filter(|(class, _)| !class.def(db).file.is_stdlib(db)) else { continue };
                    let is_attribute = |what: &Member| !matches!(what, Member::Variable { value: None, .. });
                    let info = class_info(db, class);
                    names.extend(info.members.iter().filter(|(_, what)| is_attribute(what)).map(|(member, _)| *member));
                }
            }
        }
        let mut seen = rustc_hash::FxHashSet::default();
        names.retain(|text| text.starts_with(start) && !text.starts_with("__") && seen.insert(*text));
        Some(names)
    }

    /// What a text starts with that is put together here.
    fn known_start(&self, text: ExprId) -> String {
        match &self.hir.exprs[text.index()] {
            Hir::Literal(Literal::Str(text)) => text.to_string(),
            Hir::Binary { left, op: BinOp::Add, .. } => self.known_start(*left),
            Hir::FString(parts) => match parts.first() {
                Some(FStringPart::Text(text)) => text.to_string(),
                _ => String::new(),
            },
            _ => String::new(),
        }
    }
}
