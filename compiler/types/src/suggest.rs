//! "Did you mean".

use pyc_base::Name;
use pyc_hir::{Db, File};

/// The candidate that differs least from a misspelt name, if one is close.
pub fn closest(missing: &str, candidates: impl IntoIterator<Item = Name>) -> Option<Name> {
    let limit = (missing.chars().count() / 3).max(1);
    candidates
        .into_iter()
        .filter(|candidate| candidate.as_str() != missing)
        .map(|candidate| (strsim::osa_distance(missing, candidate.as_str()), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .min_by(|a, b| a.0.cmp(&b.0).then_with(|| a.1.as_str().cmp(b.1.as_str())))
        .map(|(_, candidate)| candidate)
}

/// The names that a module and the builtins define.
pub fn visible_names(db: &dyn Db, file: File) -> Vec<Name> {
    let mut names: Vec<Name> = pyc_hir::module_items(db, file).items.iter().map(|(name, _)| *name).collect();
    if let Some(builtins) = pyc_hir::builtins_file(db) {
        names.extend(pyc_hir::module_items(db, builtins).items.iter().map(|(name, _)| *name).filter(|name| !name.starts_with('_')));
    }
    names
}
