//! Types that contain themselves: `trie = {}` whose values are such dicts again, lists of numbers and of such lists.
//!
//! [`TyKind::Recursive`] has the type's variants with [`TyKind::Itself`] in its own place, so equal types have equal ids. [`Ty::kind`] shows what a type is made of
//! and never the knot: only what walks through all parts of a type has to look for it, by [`Ty::raw`]. What contains itself does so through a class, which is a
//! reference; a tuple in itself would have no size.

use pyc_hir::Db;

use crate::ty::{Ty, TyKind};

/// A result that is nested deeper than this, and deeper in each round, is taken for one that contains itself.
const GROWN: usize = 6;

/// What a recursive type is, with itself in its place.
#[salsa::tracked(returns(copy))]
pub(crate) fn unfolded(db: &dyn Db, ty: Ty) -> Ty {
    let TyKind::Recursive(variants) = ty.raw(db) else { return ty };
    let itself = Ty::new(db, TyKind::Itself);
    let variants: Vec<Ty> = variants.iter().map(|&variant| put_in(db, variant, itself, ty)).collect();
    match variants.as_slice() {
        [one] => *one,
        _ => Ty::new(db, TyKind::Union(variants.into())),
    }
}

/// Replaces a part as it is written: what it is in does not become another type by that.
fn put_in(db: &dyn Db, ty: Ty, part: Ty, new: Ty) -> Ty {
    if ty == part {
        return new;
    }
    let all = |parts: &[Ty]| -> Box<[Ty]> { parts.iter().map(|&inner| put_in(db, inner, part, new)).collect() };
    match ty.raw(db) {
        TyKind::Class { class, args } if !args.is_empty() => Ty::new(db, TyKind::Class { class: *class, args: all(args) }),
        TyKind::Tuple(items) => Ty::new(db, TyKind::Tuple(all(items))),
        TyKind::Union(variants) => Ty::new(db, TyKind::Union(all(variants))),
        TyKind::Ptr(pointee) => Ty::new(db, TyKind::Ptr(put_in(db, *pointee, part, new))),
        _ => ty,
    }
}

/// The recursive types among the parts of these.
fn recursive_parts(db: &dyn Db, parts: &[Ty]) -> Vec<Ty> {
    let mut found = Vec::new();
    for part in parts {
        part.any(db, &mut |part| {
            if matches!(part.raw(db), TyKind::Recursive(_)) && !found.contains(&part) {
                found.push(part);
            }
            false
        });
    }
    found
}

/// The recursive type that a type written out is, if it is one.
pub(crate) fn folded(db: &dyn Db, made: Ty, parts: &[Ty]) -> Ty {
    recursive_parts(db, parts).into_iter().find(|&known| unfolded(db, known) == made).unwrap_or(made)
}

/// The type that is `ty` with itself where `ty` has `place`. None if it would have no size.
pub(crate) fn knotted(db: &dyn Db, ty: Ty, place: Ty) -> Option<Ty> {
    let itself = Ty::new(db, TyKind::Itself);
    let variants = ty.without(db, |variant| variant == place).variants(db);
    if !variants.iter().all(|&variant| is_behind_class(db, variant, place, false)) {
        return None;
    }
    let contains = |ty: Ty| ty.any(db, &mut |part| part == place);
    if !variants.iter().any(|&variant| contains(variant)) {
        return Some(Ty::union(db, variants));
    }
    // A union that has the type among its variants is the type: `list[int | …]` is a list of what is an int or such a list.
    if let [one] = variants.as_slice()
        && let Some(union) = union_with(db, *one, place)
    {
        let around = put_in(db, *one, union, itself);
        if !contains(around) {
            let others = union.variants(db).into_iter().filter(|&variant| variant != place);
            let all: Vec<Ty> = others.chain([put_in(db, around, itself, place)]).collect();
            let element = knotted(db, Ty::new(db, TyKind::Union(all.into())), place)?;
            return Some(again(db, put_in(db, around, itself, element)));
        }
    }
    // One that is nested in itself twice is one that is nested once.
    if let [one] = variants.as_slice()
        && let Some(inner) = smallest_of_class(db, *one, place).filter(|inner| inner != one)
        && let Some(known) = knotted(db, inner, place)
        && again(db, put_in(db, *one, place, known)) == known
    {
        return Some(known);
    }
    let mut variants: Vec<Ty> = variants.into_iter().map(|variant| put_in(db, variant, place, itself)).collect();
    variants.sort_by_cached_key(|ty| (ty.is_none(db), ty.show(db), salsa::plumbing::AsId::as_id(ty)));
    Some(Ty::new(db, TyKind::Recursive(variants.into())))
}

/// The type built anew from its parts.
fn again(db: &dyn Db, ty: Ty) -> Ty {
    ty.map(db, &mut |part| part)
}

/// Whether all that is `place` in a type is inside a class, which is a reference.
fn is_behind_class(db: &dyn Db, ty: Ty, place: Ty, is_inside: bool) -> bool {
    if ty == place {
        return is_inside;
    }
    match ty.raw(db) {
        TyKind::Class { class, args } => {
            let is_reference = !crate::class::class_info(db, *class).is_struct && ty.tuple_element(db).is_none();
            args.iter().all(|&arg| is_behind_class(db, arg, place, is_inside || is_reference))
        }
        TyKind::Tuple(parts) | TyKind::Union(parts) => parts.iter().all(|&part| is_behind_class(db, part, place, is_inside)),
        _ => true,
    }
}

/// A union among the parts of a type that has `place` as a variant.
fn union_with(db: &dyn Db, ty: Ty, place: Ty) -> Option<Ty> {
    let mut found = None;
    ty.any(db, &mut |part| {
        if matches!(part.raw(db), TyKind::Union(variants) if variants.contains(&place)) {
            found = Some(part);
        }
        found.is_some()
    });
    found
}

/// The innermost part of the class of a type that contains `place`.
fn smallest_of_class(db: &dyn Db, ty: Ty, place: Ty) -> Option<Ty> {
    let (class, _) = ty.as_class(db)?;
    let mut found = None;
    ty.any(db, &mut |part| {
        let is_one = matches!(part.raw(db), TyKind::Class { class: other, .. } if *other == class);
        if is_one && part.any(db, &mut |inner| inner == place) {
            found = Some(part);
        }
        false
    });
    found
}

/// A type that has grown in rounds of inference, as the one that contains itself which it is on the way to.
pub(crate) fn grown(db: &dyn Db, ty: Ty) -> Ty {
    if ty.depth(db) <= GROWN {
        return ty;
    }
    let itself = Ty::new(db, TyKind::Itself);
    for variant in ty.variants(db) {
        let Some((class, args)) = variant.as_class(db) else { continue };
        let is_one = |part: Ty| matches!(part.raw(db), TyKind::Class { class: other, .. } if *other == class);
        if !args.iter().any(|arg| arg.any(db, &mut |part| is_one(part))) {
            continue;
        }
        let mut gathered = vec![Ty::never(db); args.len()];
        gather(db, ty, &is_one, itself, &mut gathered);
        if let Some(knot) = knotted(db, Ty::new(db, TyKind::Class { class, args: gathered.into() }), itself) {
            return again(db, replace_outermost(db, ty, &is_one, knot));
        }
    }
    ty
}

/// What all parts of one class have for its parameters, with `itself` for the parts inside them.
fn gather(db: &dyn Db, ty: Ty, is_one: &dyn Fn(Ty) -> bool, itself: Ty, gathered: &mut [Ty]) {
    match ty.raw(db) {
        TyKind::Class { args, .. } if is_one(ty) => {
            for (at, &arg) in args.iter().enumerate() {
                gathered[at] = Ty::union(db, [gathered[at], replace_outermost(db, arg, is_one, itself)]);
            }
            args.iter().for_each(|&arg| gather(db, arg, is_one, itself, gathered));
        }
        TyKind::Class { args: parts, .. } | TyKind::Tuple(parts) | TyKind::Union(parts) => {
            parts.iter().for_each(|&part| gather(db, part, is_one, itself, gathered));
        }
        _ => {}
    }
}

fn replace_outermost(db: &dyn Db, ty: Ty, is_one: &dyn Fn(Ty) -> bool, new: Ty) -> Ty {
    if is_one(ty) {
        return new;
    }
    let all = |parts: &[Ty]| -> Box<[Ty]> { parts.iter().map(|&part| replace_outermost(db, part, is_one, new)).collect() };
    match ty.raw(db) {
        TyKind::Class { class, args } if !args.is_empty() => Ty::new(db, TyKind::Class { class: *class, args: all(args) }),
        TyKind::Tuple(items) => Ty::new(db, TyKind::Tuple(all(items))),
        TyKind::Union(variants) => Ty::union(db, all(variants)),
        _ => ty,
    }
}
