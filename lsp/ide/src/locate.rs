//! What stands at a place in a file.

use pyc_base::{Name, Span, name};
use pyc_hir::{BodyOwner, Db, ExprId, File, body_owners, body_source_map, class_source_map, def_span, signature_source_map};

/// The innermost body around an offset.
pub(crate) fn owner_at(db: &dyn Db, file: File, offset: u32) -> BodyOwner {
    let owners = body_owners(db, file);
    let inside = owners.iter().copied().filter(|&owner| owner_span(db, owner).is_some_and(|span| touches(span, offset)));
    inside.min_by_key(|&owner| owner_span(db, owner).map(Span::len)).unwrap_or(BodyOwner::Module(file))
}

fn owner_span(db: &dyn Db, owner: BodyOwner) -> Option<Span> {
    match owner {
        BodyOwner::Function(function) => Some(signature_source_map(db, function).span),
        BodyOwner::Class(class) => Some(class_source_map(db, class).span),
        BodyOwner::Module(_) => None,
    }
}

/// Whether a cursor at `offset` is in the range or right behind it, as behind the last letter of a name.
pub(crate) fn touches(span: Span, offset: u32) -> bool {
    span.start <= offset && offset <= span.end
}

/// The definition whose name is at an offset.
pub(crate) fn definition_at(db: &dyn Db, file: File, offset: u32) -> Option<BodyOwner> {
    let mut owners = body_owners(db, file).to_vec().into_iter();
    owners.find(|&owner| !matches!(owner, BodyOwner::Module(_)) && touches(def_span(db, owner).1, offset) && !is_lambda(db, owner))
}

fn is_lambda(db: &dyn Db, owner: BodyOwner) -> bool {
    matches!(owner, BodyOwner::Function(function) if function.def(db).name() == "<lambda>")
}

/// The smallest expression at an offset, with the body that it belongs to: decorators and defaults belong to the body around a function.
pub(crate) fn expr_at(db: &dyn Db, file: File, offset: u32) -> Option<(BodyOwner, ExprId, Span)> {
    let inner = owner_at(db, file, offset);
    let mut owners = vec![inner];
    owners.extend(around(db, inner));
    owners.into_iter().find_map(|owner| {
        let map = body_source_map(db, owner);
        let touching = map.exprs().filter(|&(_, span)| !span.is_empty() && touches(span, offset));
        touching.min_by_key(|&(_, span)| span.len()).map(|(expr, span)| (owner, expr, span))
    })
}

fn around(db: &dyn Db, owner: BodyOwner) -> Option<BodyOwner> {
    match owner {
        BodyOwner::Module(_) => None,
        _ => Some(match pyc_hir::enclosing(db, owner) {
            pyc_hir::Enclosing::Module(file) => BodyOwner::Module(file),
            pyc_hir::Enclosing::Class(class) => BodyOwner::Class(class),
            pyc_hir::Enclosing::Function(function) => BodyOwner::Function(function),
        }),
    }
}

/// The identifier at an offset, as text: for annotations and imports, which are no expressions.
pub(crate) fn word_at(db: &dyn Db, file: File, offset: u32) -> Option<(Name, Span)> {
    let text = file.text(db).as_ref()?;
    let offset = offset as usize;
    if !text.is_char_boundary(offset) {
        return None;
    }
    let is_part = |c: char| c == '_' || c.is_alphanumeric();
    let before = text[..offset].rfind(|c| !is_part(c)).map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
    let after = text[offset..].find(|c| !is_part(c)).map_or(text.len(), |at| offset + at);
    let word = &text[before..after];
    let starts_well = word.chars().next().is_some_and(|first| !first.is_ascii_digit());
    starts_well.then(|| (name(word), Span::new(before as u32, after as u32)))
}
