//! The standard library's sources, embedded in the compiler.

use std::collections::BTreeSet;
use std::path::Path;

use crate::FolderEntry;

include!(concat!(env!("OUT_DIR"), "/stdlib_sources.rs"));

/// The made-up folder in which the embedded library lies.
pub const STDLIB_ROOT: &str = "<stdlib>";

/// The text of a file, by its path below the library's root.
pub(crate) fn text(relative: &Path) -> Option<&'static str> {
    let relative = relative.to_str()?;
    let at = SOURCES.binary_search_by(|(path, _)| compare(path, relative)).ok()?;
    Some(SOURCES[at].1)
}

/// What lies in a folder, by its path below the library's root.
pub(crate) fn entries(relative: &Path) -> Option<Vec<FolderEntry>> {
    let mut found = BTreeSet::new();
    for (path, _) in SOURCES {
        let Ok(rest) = Path::new(path).strip_prefix(relative) else { continue };
        let mut parts = rest.iter();
        let Some(first) = parts.next().and_then(|part| part.to_str()) else { continue };
        found.insert(FolderEntry { name: first.into(), is_folder: parts.next().is_some() });
    }
    (!found.is_empty() || relative.as_os_str().is_empty()).then(|| found.into_iter().collect())
}

/// The table is sorted as paths are, component by component.
fn compare(left: &str, right: &str) -> std::cmp::Ordering {
    Path::new(left).cmp(Path::new(right))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_source_is_found_by_its_path() {
        for (path, source) in SOURCES {
            assert_eq!(text(Path::new(path)), Some(*source), "{path}");
        }
    }
}
