//! Patterns: the test that one makes of a value, what the value can be where it matches and where it does not, and what it binds.

use pyc_base::{Name, codes};
use pyc_hir::{CmpOp, Expr as Hir, ExprId, Literal, Member, Pattern};

use super::Infer;
use crate::class::{builtin_class, class_info, find_method, mro};
use crate::diagnostic::TypeDiagnostic;
use crate::thir::{BinaryOp, Expr, ExprKind, Origin, Place, Stmt, StmtKind};
use crate::ty::{Ty, TyKind};

/// What comes of a pattern and a value.
pub(super) struct Matched {
    pub(super) test: Expr,
    /// What the value is where the pattern matches.
    pub(super) yes: Ty,
    /// What it can be where it does not.
    pub(super) no: Ty,
    /// What is bound if the whole pattern matches.
    pub(super) captures: Vec<(ExprId, Expr)>,
}

/// The builtin classes whose patterns take the value itself as their only positional one.
const SELF_MATCHING: [&str; 11] = ["bool", "bytearray", "bytes", "dict", "float", "frozenset", "int", "list", "set", "str", "tuple"];

impl Infer<'_> {
    /// Matches a value that can be read again and again.
    pub(super) fn pattern(&mut self, pattern: &Pattern, value: &Expr) -> Matched {
        let (ty, never) = (value.ty, Ty::never(self.db));
        match pattern {
            Pattern::Value(constant) => self.value_pattern(*constant, value),
            Pattern::Singleton(constant) => self.singleton_pattern(constant, value),
            Pattern::As { pattern: None, name } => {
                let captures = name.map(|name| (name, value.clone())).into_iter().collect();
                Matched { test: self.bool(true, value.origin), yes: ty, no: never, captures }
            }
            Pattern::As { pattern: Some(pattern), name } => {
                let mut matched = self.pattern(pattern, value);
                let whole = self.narrow(value.clone(), matched.yes);
                matched.captures.extend(name.map(|name| (name, whole)));
                matched
            }
            Pattern::Or(alternatives) => {
                let mut tried = Vec::new();
                let mut left = ty;
                for alternative in alternatives {
                    if left.is_never(self.db) {
                        break;
                    }
                    let matched = self.pattern(alternative, &self.narrow(value.clone(), left));
                    left = matched.no;
                    tried.push(matched);
                }
                self.alternatives(tried, left, value)
            }
            Pattern::Sequence(patterns) => self.each_variant(value, |this, variant| this.sequence_pattern(patterns, variant)),
            Pattern::Mapping { keys, patterns, rest } => {
                self.each_variant(value, |this, variant| this.mapping_pattern(keys, patterns, *rest, variant))
            }
            Pattern::Class { class, patterns, keywords } => self.class_pattern(*class, patterns, keywords, value),
            Pattern::Star(_) => self.no_match(value),
        }
    }

    fn no_match(&self, value: &Expr) -> Matched {
        Matched { test: self.bool(false, value.origin), yes: Ty::never(self.db), no: value.ty, captures: Vec::new() }
    }

    /// Builds a test with what it stores on the way.
    fn enclosed(&mut self, build: impl FnOnce(&mut Self) -> Expr) -> Expr {
        let (block, value) = self.in_block(build);
        self.block_expr(block, value)
    }

    fn value_pattern(&mut self, constant: ExprId, value: &Expr) -> Matched {
        let (db, ty, origin) = (self.db, value.ty, Origin::Expr(constant));
        let constant = self.expr(constant, None);
        let wanted = constant.ty;
        let can_equal = |this: &Self, variant: Ty| {
            let both_numbers = this.is_number(variant) && this.is_number(wanted);
            let has_own =
                |ty: Ty| find_method(db, ty, "__eq__").is_some_and(|(owner, _)| !this.is_object(owner) && this.is_user_class(owner));
            variant == wanted
                || both_numbers
                || has_own(variant)
                || has_own(wanted)
                || this.may_be(variant, wanted)
                || this.is_of(variant, wanted)
        };
        let yes = ty.without(db, |variant| !can_equal(self, variant));
        if yes.is_never(db) {
            return self.no_match(value);
        }
        let test = self.enclosed(|this| {
            let is = this.type_test(value.clone(), yes);
            let narrowed = this.narrow(value.clone(), yes);
            let equal = this.enclosed(|this| {
                let equal = this.compare_values(CmpOp::Eq, narrowed, constant, origin);
                this.truth(equal, origin)
            });
            this.both(is, equal)
        });
        Matched { test, yes, no: ty, captures: Vec::new() }
    }

    fn singleton_pattern(&mut self, constant: &Literal, value: &Expr) -> Matched {
        let (db, ty, origin) = (self.db, value.ty, value.origin);
        let Literal::Bool(wanted) = constant else {
            let none = Ty::none(db);
            let yes = if ty.variants(db).contains(&none) { none } else { Ty::never(db) };
            let test = self.type_test(value.clone(), none);
            return Matched { test, yes, no: ty.without(db, |variant| variant.is_none(db)), captures: Vec::new() };
        };
        let bool = Ty::bool(db);
        if !ty.variants(db).contains(&bool) {
            return self.no_match(value);
        }
        let is = self.type_test(value.clone(), bool);
        let known = self.bool(*wanted, origin);
        let narrowed = self.narrow(value.clone(), bool);
        let equal = self.expr_of(bool, ExprKind::Binary(BinaryOp::Eq, Box::new(narrowed), Box::new(known)), origin);
        Matched { test: self.both(is, equal), yes: bool, no: ty, captures: Vec::new() }
    }

    /// Matches each type that a value can have on its own.
    fn each_variant(&mut self, value: &Expr, mut matches: impl FnMut(&mut Self, &Expr) -> Matched) -> Matched {
        let db = self.db;
        if !value.ty.is_union(db) {
            return matches(self, value);
        }
        let mut tried = Vec::new();
        let mut no = Vec::new();
        for variant in value.ty.variants(db) {
            let narrowed = self.narrow(value.clone(), variant);
            let mut matched = matches(self, &narrowed);
            no.push(matched.no);
            if is_false(&matched.test) {
                continue;
            }
            let is = self.type_test(value.clone(), variant);
            matched.test = self.both(is, matched.test);
            tried.push(matched);
        }
        self.alternatives(tried, Ty::union(db, no), value)
    }

    /// The first of several that matches. What they all bind is kept in one place each.
    fn alternatives(&mut self, mut tried: Vec<Matched>, no: Ty, value: &Expr) -> Matched {
        let db = self.db;
        match tried.len() {
            0 => return self.no_match(value),
            1 => {
                let only = tried.remove(0);
                return Matched { no, ..only };
            }
            _ => {}
        }
        let yes = Ty::union(db, tried.iter().map(|matched| matched.yes));
        let names: Vec<ExprId> = tried[0].captures.iter().map(|(target, _)| *target).collect();
        let mut captures = Vec::new();
        let mut stores: Vec<Vec<Stmt>> = tried.iter().map(|_| Vec::new()).collect();
        for target in names {
            let bound = |this: &Self, matched: &Matched| {
                let same = |other: ExprId| this.hir.exprs[other.index()] == this.hir.exprs[target.index()];
                matched.captures.iter().find(|(other, _)| same(*other)).map(|(_, value)| value.clone())
            };
            let values: Vec<Expr> = tried.iter().filter_map(|matched| bound(self, matched)).collect();
            let mut ty = Ty::never(db);
            for value in &values {
                ty = self.join(ty, value.ty);
            }
            let kept = self.new_local(ty, None);
            for (value, stores) in values.into_iter().zip(&mut stores) {
                let origin = value.origin;
                let value = self.widen(value, ty);
                stores.push(Stmt { kind: StmtKind::Assign(Place::Local(kept), value), origin });
            }
            captures.push((target, self.local_expr(kept, value.origin)));
        }
        let mut test = self.bool(false, value.origin);
        for (matched, stores) in tried.into_iter().zip(stores).rev() {
            let done = self.bool(true, value.origin);
            let one = match stores.is_empty() {
                true => matched.test,
                false => self.both(matched.test, self.block_expr(stores, done)),
            };
            test = self.either(one, test);
        }
        Matched { test, yes, no, captures }
    }

    // Sequences.

    fn sequence_pattern(&mut self, patterns: &[Pattern], value: &Expr) -> Matched {
        let db = self.db;
        let star = patterns.iter().position(|pattern| matches!(pattern, Pattern::Star(_)));
        if let TyKind::Tuple(items) = self.view_type(value.ty).kind(db) {
            return self.tuple_pattern(patterns, star, items.len(), value);
        }
        let class = value.ty.as_class(db).map(|(class, _)| class);
        let is_list = class.is_some() && class == builtin_class(db, "list");
        let named = class.map(|class| crate::ty::class_name(db, class));
        let is_library = class.is_some_and(|class| class.def(db).file.is_stdlib(db));
        let is_other_sequence =
            value.ty.tuple_element(db).is_some() || is_library && named.is_some_and(|named| matches!(named.as_str(), "range" | "deque"));
        if !is_list && !is_other_sequence {
            return self.no_match(value);
        }
        let origin = value.origin;
        let least = patterns.len() - usize::from(star.is_some());
        let op = if star.is_some() { BinaryOp::Ge } else { BinaryOp::Eq };
        let mut test = self.enclosed(|this| {
            let length = this.method_call(value.clone(), pyc_base::name("__len__"), Vec::new(), origin);
            let least = this.int(least as i64, origin);
            this.expr_of(Ty::bool(db), ExprKind::Binary(op, Box::new(length), Box::new(least)), origin)
        });
        if least == 0 && star.is_some() {
            test = self.bool(true, origin);
        }
        let mut captures = Vec::new();
        let mut takes_all = least == 0 && star.is_some();
        for (at, pattern) in patterns.iter().enumerate() {
            if let Pattern::Star(capture) = pattern {
                let behind = patterns.len() - at - 1;
                let Some(capture) = *capture else { continue };
                let list = if is_list { value.clone() } else { self.builtin_list(value.clone(), origin) };
                let args = vec![list, self.int(at as i64, origin), self.int(behind as i64, origin)];
                let rest = self.builtin_call("_starred_middle", args, origin);
                captures.push((capture, rest));
                continue;
            }
            let index = match star {
                Some(star) if at > star => at as i64 - patterns.len() as i64,
                _ => at as i64,
            };
            let mut matched = self.part_pattern(pattern, |this| {
                let index = this.int(index, origin);
                this.get_item(value.clone(), index, origin)
            });
            takes_all &= is_true(&matched.test);
            test = self.both(test, matched.test);
            captures.append(&mut matched.captures);
        }
        let no = if takes_all { Ty::never(db) } else { value.ty };
        Matched { test, yes: value.ty, no, captures }
    }

    /// Matches a part of a value, which is read once.
    fn part_pattern(&mut self, pattern: &Pattern, part: impl FnOnce(&mut Self) -> Expr) -> Matched {
        if matches!(pattern, Pattern::As { pattern: None, name: None }) {
            let test = self.bool(true, Origin::Body);
            return Matched { test, yes: Ty::never(self.db), no: Ty::never(self.db), captures: Vec::new() };
        }
        let (mut block, part) = self.in_block(part);
        let (store, kept) = self.temp(part);
        let origin = store.origin;
        block.push(store);
        let part = self.local_expr(kept, origin);
        let (inner, matched) = self.in_block(|this| this.pattern(pattern, &part));
        block.extend(inner);
        Matched { test: self.block_expr(block, matched.test), ..matched }
    }

    fn tuple_pattern(&mut self, patterns: &[Pattern], star: Option<usize>, count: usize, value: &Expr) -> Matched {
        let db = self.db;
        let fits = match star {
            Some(_) => count + 1 >= patterns.len(),
            None => count == patterns.len(),
        };
        if !fits {
            return self.no_match(value);
        }
        let origin = value.origin;
        let mut test = self.bool(true, origin);
        let mut captures = Vec::new();
        let mut parts: Vec<(Ty, bool)> = Vec::new();
        let view = self.tuple_view(value.clone());
        let TyKind::Tuple(items) = view.ty.kind(db) else { return self.no_match(value) };
        let items = items.clone();
        for (at, pattern) in patterns.iter().enumerate() {
            if let Pattern::Star(capture) = pattern {
                let end = count - (patterns.len() - at - 1);
                parts.extend(items[at..end].iter().map(|&item| (item, true)));
                let Some(capture) = *capture else { continue };
                let rest: Vec<Expr> = (at..end).map(|item| self.tuple_get(view.clone(), item)).collect();
                let list = self.list_of(capture, rest, None, origin);
                captures.push((capture, list));
                continue;
            }
            let index = match star {
                Some(star) if at > star => count - (patterns.len() - at),
                _ => at,
            };
            let whole = view.clone();
            let mut matched = self.part_pattern(pattern, |this| this.tuple_get(whole, index));
            let takes_all = is_true(&matched.test) || is_irrefutable(pattern) || matched.no.is_never(db);
            let yes = if is_irrefutable(pattern) { items[index] } else { matched.yes };
            parts.push((yes, takes_all));
            test = self.both(test, matched.test);
            captures.append(&mut matched.captures);
        }
        let takes_all = parts.iter().all(|(_, takes_all)| *takes_all);
        let no = if takes_all { Ty::never(db) } else { value.ty };
        Matched { test, yes: value.ty, no, captures }
    }

    // Mappings.

    fn mapping_pattern(&mut self, keys: &[ExprId], patterns: &[Pattern], rest: Option<ExprId>, value: &Expr) -> Matched {
        let db = self.db;
        if find_method(db, value.ty, "keys").is_none() || find_method(db, value.ty, "__getitem__").is_none() {
            return self.no_match(value);
        }
        let origin = value.origin;
        let mut test = self.bool(true, origin);
        let mut captures = Vec::new();
        for (&key, pattern) in keys.iter().zip(patterns) {
            let has = self.enclosed(|this| {
                let key = this.expr(key, None);
                this.compare_values(CmpOp::In, key, value.clone(), origin)
            });
            let mut matched = self.part_pattern(pattern, |this| {
                let key = this.expr(key, None);
                this.get_item(value.clone(), key, origin)
            });
            test = self.both(test, has);
            test = self.both(test, matched.test);
            captures.append(&mut matched.captures);
        }
        if let Some(rest) = rest {
            let others = self.enclosed(|this| {
                let copy = this.method_call(value.clone(), pyc_base::name("copy"), Vec::new(), origin);
                let (store, kept) = this.temp(copy);
                this.push(store);
                for &key in keys {
                    let key = this.expr(key, None);
                    let gone = this.method_call(this.local_expr(kept, origin), pyc_base::name("__delitem__"), vec![key], origin);
                    this.emit(StmtKind::Expr(gone), origin);
                }
                this.local_expr(kept, origin)
            });
            captures.push((rest, others));
        }
        let no = if keys.is_empty() { Ty::never(db) } else { value.ty };
        Matched { test, yes: value.ty, no, captures }
    }

    // Classes.

    fn class_pattern(&mut self, class: ExprId, patterns: &[Pattern], keywords: &[(Name, Pattern)], value: &Expr) -> Matched {
        let (db, ty, origin) = (self.db, value.ty, Origin::Expr(class));
        let Some(of) = self.class_argument(class, ty) else {
            self.unsupported("A class pattern with this class", "name a class", origin);
            return self.no_match(value);
        };
        let yes = self.instances_of(ty, of);
        if yes.is_never(db) {
            return self.no_match(value);
        }
        let mut test = self.type_test(value.clone(), of);
        let narrowed = self.narrow(value.clone(), yes);
        let mut captures = Vec::new();
        let mut takes_all = true;
        let mut parts: Vec<(Option<Name>, &Pattern)> = Vec::new();
        if !patterns.is_empty() {
            let names = self.positional_attributes(class, yes, patterns.len());
            parts.extend(names.into_iter().zip(patterns));
        }
        parts.extend(keywords.iter().map(|(name, pattern)| (Some(*name), pattern)));
        for (attribute, pattern) in parts {
            let whole = narrowed.clone();
            let mut matched = match attribute {
                // The value itself.
                None => self.pattern(pattern, &whole),
                Some(attribute) => self.part_pattern(pattern, |this| this.attribute(whole, attribute, origin)),
            };
            takes_all &= is_true(&matched.test) || is_irrefutable(pattern) || matched.no.is_never(db);
            test = self.both(test, matched.test);
            captures.append(&mut matched.captures);
        }
        let no = if takes_all { ty.without(db, |variant| self.is_of(variant, of)) } else { ty };
        Matched { test, yes, no, captures }
    }

    /// The attributes that the positional patterns of a class pattern look at; nothing for the value itself.
    fn positional_attributes(&mut self, class: ExprId, of: Ty, count: usize) -> Vec<Option<Name>> {
        let db = self.db;
        let origin = Origin::Expr(class);
        if let Hir::Name(pyc_hir::NameRef::Global(text)) = &self.hir.exprs[class.index()]
            && SELF_MATCHING.contains(&text.as_str())
            && self.is_builtin(class, text.as_str())
            && count == 1
        {
            return vec![None];
        }
        let object = match *self.expr(class, None).ty.kind(db) {
            TyKind::ClassObject(class) => {
                Ty::class(db, class, class_info(db, class).params.iter().map(|_| Ty::unknown(db)).collect::<Vec<_>>())
            }
            _ => of,
        };
        let names = self.declared_match_args(object);
        if names.len() < count {
            let shown = self.runtime_name(object);
            let message = match names.len() {
                0 => format!("`{shown}` says no attributes for the positional parts of a pattern"),
                known => format!("`{shown}` says {known} attributes for the positional parts of a pattern, but there are {count}"),
            };
            let note = format!("Python raises `TypeError: {shown}() accepts {} positional sub-patterns ({count} given)` here", names.len());
            let help = "define `__match_args__` in the class, or name the attributes";
            self.report(TypeDiagnostic::error(codes::ARGUMENT_COUNT, origin, message).note(note).help(help));
        }
        names.into_iter().map(Some).take(count).collect()
    }

    /// `__match_args__` of a class.
    fn declared_match_args(&self, object: Ty) -> Vec<Name> {
        let db = self.db;
        let text = pyc_base::name("__match_args__");
        let owner = mro(db, object).into_iter().find_map(|owner| {
            let (class, _) = owner.as_class(db)?;
            class_info(db, class)
                .members
                .iter()
                .any(|(member, what)| *member == text && matches!(what, Member::Variable { .. }))
                .then_some(class)
        });
        let Some(owner) = owner else { return Vec::new() };
        let body = pyc_hir::body(db, pyc_hir::BodyOwner::Class(owner));
        let value = body.stmts.iter().rev().find_map(|stmt| match stmt {
            pyc_hir::Stmt::Assign { targets, value } => {
                let is_it =
                    |target: &ExprId| matches!(body.exprs[target.index()], Hir::Name(pyc_hir::NameRef::Class(name)) if name == text);
                targets.iter().any(is_it).then_some(*value)
            }
            _ => None,
        });
        let Some(Hir::Tuple(items)) = value.map(|value| &body.exprs[value.index()]) else { return Vec::new() };
        let string = |item: &ExprId| match &body.exprs[item.index()] {
            Hir::Literal(Literal::Str(text)) => Some(pyc_base::name(text)),
            _ => None,
        };
        items.iter().filter_map(string).collect()
    }

    /// What a value of type `actual` is if it is an instance of `of`.
    pub(super) fn instances_of(&self, actual: Ty, of: Ty) -> Ty {
        let db = self.db;
        let variant = |variant: Ty| {
            if self.is_of(variant, of) {
                return vec![variant];
            }
            of.variants(db).into_iter().filter(|&of| crate::class::is_subclass(db, of, variant)).collect()
        };
        Ty::union(db, actual.variants(db).into_iter().flat_map(variant))
    }
}

pub(super) fn is_true(test: &Expr) -> bool {
    matches!(test.kind, ExprKind::Bool(true))
}

pub(super) fn is_false(test: &Expr) -> bool {
    matches!(test.kind, ExprKind::Bool(false))
}

/// Whether a pattern matches whatever there is.
fn is_irrefutable(pattern: &Pattern) -> bool {
    match pattern {
        Pattern::As { pattern: None, .. } | Pattern::Star(_) => true,
        Pattern::As { pattern: Some(pattern), .. } => is_irrefutable(pattern),
        _ => false,
    }
}
