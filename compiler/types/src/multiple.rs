//! Classes with several bases.
//!
//! Objects begin with the fields of one base, the *primary* one, and values of the class are values of that base and of those it derives from. What the class has from
//! its further bases is its own: their fields are fields that it adds, and their methods are compiled for it. So a value of it is none of a further base as far as storage
//! goes; where a program mixes them, they are variants of a union. Names are looked up, and `super()` goes on, in Python's order.

use pyc_hir::{ClassId, Db};

use crate::class::{Field, class_info, mro, subclasses, substitute};
use crate::ty::Ty;

/// The base that objects begin with: what the library has made, or else the first that has fields.
pub(crate) fn primary(db: &dyn Db, bases: &[Ty]) -> Option<Ty> {
    let is_library = |base: &&Ty| {
        let classes = mro(db, **base).into_iter().filter_map(|owner| Some(owner.as_class(db)?.0));
        classes.into_iter().any(|class| class.def(db).file.is_stdlib(db) && crate::ty::class_name(db, class) != *"object")
    };
    let has_fields = |base: &&Ty| {
        let classes = linearization(db, **base).into_iter().filter_map(|owner| Some(owner.as_class(db)?.0));
        classes.into_iter().any(|class| !class_info(db, class).fields.is_empty())
    };
    bases.iter().find(is_library).or_else(|| bases.iter().find(has_fields)).or(bases.first()).copied()
}

/// The fields that a class has from bases that are no bases of its primary one.
pub(crate) fn further_fields(db: &dyn Db, primary: Option<Ty>, bases: &[Ty]) -> Vec<Field> {
    let chain = primary.map(|primary| mro(db, primary)).unwrap_or_default();
    let mut fields = Vec::new();
    for owner in bases.iter().flat_map(|&base| linearization(db, base)).filter(|owner| !chain.contains(owner)) {
        let Some((class, args)) = owner.as_class(db) else { continue };
        let info = class_info(db, class);
        let names = info.substitution(args);
        fields.extend(
            info.fields
                .iter()
                .map(|field| Field { declared: field.declared.map(|declared| substitute(db, declared, &names)), ..field.clone() }),
        );
    }
    fields
}

/// The type itself and all its bases, in the order in which Python looks names up.
pub fn linearization(db: &dyn Db, ty: Ty) -> Vec<Ty> {
    let is_multiple = ty.as_class(db).is_some_and(|(class, _)| class_info(db, class).is_multiple);
    if !is_multiple {
        return mro(db, ty);
    }
    merged(db, ty, 0).unwrap_or_else(|| mro(db, ty))
}

/// Whether the bases of a class can be put in an order, which Python demands.
pub(crate) fn has_order(db: &dyn Db, ty: Ty) -> bool {
    merged(db, ty, 0).is_some()
}

/// Bases nested deeper than this derive from themselves, which is reported elsewhere.
const MAX_DEPTH: usize = 64;

/// The C3 linearization: each class before its bases, and bases in the order they are written in.
fn merged(db: &dyn Db, ty: Ty, depth: usize) -> Option<Vec<Ty>> {
    let (class, args) = ty.as_class(db)?;
    if depth > MAX_DEPTH {
        return None;
    }
    let info = class_info(db, class);
    let names = info.substitution(args);
    let bases: Vec<Ty> = match info.bases.is_empty() {
        true => info.base.into_iter().collect(),
        false => info.bases.to_vec(),
    };
    let bases: Vec<Ty> = bases.into_iter().map(|base| substitute(db, base, &names)).collect();
    let mut lists = bases.iter().map(|&base| merged(db, base, depth + 1)).collect::<Option<Vec<_>>>()?;
    lists.push(bases);
    let mut order = vec![ty];
    loop {
        lists.retain(|list| !list.is_empty());
        if lists.is_empty() {
            return Some(order);
        }
        let next = lists.iter().map(|list| list[0]).find(|head| lists.iter().all(|list| !list[1..].contains(head)))?;
        order.push(next);
        for list in &mut lists {
            list.retain(|&other| other != next);
        }
    }
}

/// The classes that derive from `class` in Python's eyes while their objects do not begin with its fields.
pub(crate) fn further_heirs(db: &dyn Db, class: ClassId) -> Vec<Ty> {
    let open = |class: ClassId| Ty::class(db, class, class_info(db, class).params.iter().map(|_| Ty::unknown(db)).collect::<Vec<_>>());
    let Some(object) = crate::class::builtin_class(db, "object") else { return Vec::new() };
    let is = |owner: &Ty| owner.as_class(db).is_some_and(|(known, _)| known == class);
    let multiple = subclasses(db, object).iter().copied().filter(|&heir| class_info(db, heir).is_multiple).collect::<Vec<_>>();
    let heirs = multiple.into_iter().map(open);
    heirs.filter(|&heir| linearization(db, heir).iter().any(is) && !mro(db, heir).iter().any(is)).collect()
}
