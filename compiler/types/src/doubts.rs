//! What a program's values contradict: annotations, and what displays seemed to hold.
//!
//! Python checks neither, and programs rely on it. A program is first checked as it is annotated, with containers that hold what is put into them nearby. Where a
//! value contradicts that ([`crate::TypeDiagnostic::doubts`]) the program is checked again with [`Doubt`]s: annotations that name a doubted type say nothing, and
//! containers made with elements of one type hold another as well. If nothing is wrong with it then, contradicted annotations are warnings; otherwise the
//! contradictions are the errors that the user sees.
//!
//! Nothing is doubted in the library, and in files that import from `pyc`: what is written for this compiler means what it says.

use std::sync::Arc;

use pyc_base::{Diagnostic, Severity};
use pyc_hir::{ClassId, Db, File, Item, Project, RootDatabase};
use rustc_hash::FxHashSet;
use salsa::plumbing::{AsId, FromId};

use crate::infer::infer;
use crate::ty::{Instance, Ty};

/// Rounds after which a program is taken for wrong.
const MAX_ROUNDS: usize = 8;

/// What may not be so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Doubt {
    /// Annotations that name this type.
    Annotation(Ty),
    /// That containers hold what is put in nearby alone.
    Elements(Widening),
}

/// Containers with elements of one type that hold another as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Widening {
    /// The class and which of its type parameters it is; without one it is any.
    pub of: Option<(ClassId, u32)>,
    pub known: Ty,
    pub given: Ty,
}

/// A doubt as the database's options have it.
#[salsa::interned(unsafe(no_lifetime), debug, revisions = usize::MAX)]
struct DoubtId {
    #[returns(copy)]
    doubt: Doubt,
}

/// What is wrong in the instances that were looked at.
#[derive(Default)]
pub struct Findings {
    pub diagnostics: Vec<Diagnostic>,
    /// What contradicts an annotation or other elements, and what to doubt.
    contradictions: Vec<(Vec<Doubt>, Diagnostic)>,
}

impl Findings {
    /// What was found before types were looked at.
    pub fn of_text(diagnostics: Vec<Diagnostic>) -> Self {
        Self { diagnostics, contradictions: Vec::new() }
    }

    /// Adds what is wrong in an instance. One mistake is found again in each instance of its function. What raises is not wrong where the program catches it.
    pub fn add(&mut self, db: &dyn Db, instance: Instance, is_caught: bool) {
        let owner = instance.owner(db);
        for found in &infer(db, instance).diagnostics {
            if is_caught && found.fails.is_some() {
                continue;
            }
            let diagnostic = found.place(db, owner);
            if found.doubts.is_empty() {
                if !self.diagnostics.contains(&diagnostic) {
                    self.diagnostics.push(diagnostic);
                }
            } else if self.contradictions.iter().all(|(_, known)| *known != diagnostic) {
                self.contradictions.push((found.doubts.clone(), diagnostic));
            }
        }
    }

    /// All of it, with contradictions as errors.
    pub fn strict(self) -> Vec<Diagnostic> {
        let contradictions = self.contradictions.into_iter().map(|(_, diagnostic)| diagnostic);
        self.diagnostics.into_iter().chain(contradictions).collect()
    }

    /// All of it, with contradictions as warnings.
    pub fn lenient(self) -> Vec<Diagnostic> {
        let contradictions = self.contradictions.iter().map(|(_, diagnostic)| as_warning(diagnostic));
        self.diagnostics.iter().cloned().chain(contradictions).collect()
    }

    fn is_wrong(&self) -> bool {
        !self.contradictions.is_empty() || self.diagnostics.iter().any(|found| found.severity == Severity::Error)
    }
}

/// Checks a program, and again with what its values contradict in doubt. It stays in doubt from then on if the program is right with it.
pub fn check_with_doubts(db: &mut RootDatabase, check: impl Fn(&RootDatabase) -> Findings) -> Vec<Diagnostic> {
    db.set_doubts(Vec::new());
    let first = check(db);
    let mut doubts: Vec<Doubt> = Vec::new();
    let mut warnings: Vec<Diagnostic> = Vec::new();
    let mut contradictions = first.contradictions.clone();
    for _ in 0..MAX_ROUNDS {
        let known = doubts.len();
        for (found, diagnostic) in contradictions {
            // What is put into a container is no mistake.
            if found.iter().any(|doubt| matches!(doubt, Doubt::Annotation(_))) {
                warnings.push(as_warning(&diagnostic));
            }
            doubts.extend(found);
        }
        let mut seen = FxHashSet::default();
        doubts.retain(|doubt| seen.insert(*doubt));
        if doubts.len() == known {
            break;
        }
        let ids = doubts.iter().map(|&doubt| DoubtId::new(db, doubt).as_id()).collect();
        db.set_doubts(ids);
        let found = check(db);
        if !found.is_wrong() {
            return found.diagnostics.into_iter().chain(warnings).collect();
        }
        let is_other_mistake = found.contradictions.is_empty() && found.diagnostics.iter().all(|known| first.diagnostics.contains(known));
        if is_other_mistake {
            return first.diagnostics.into_iter().chain(warnings).collect();
        }
        contradictions = found.contradictions;
    }
    db.set_doubts(Vec::new());
    first.strict()
}

fn as_warning(diagnostic: &Diagnostic) -> Diagnostic {
    let mut warning = diagnostic.clone();
    warning.severity = Severity::Warning;
    warning.notes = vec!["Python does not check annotations: this is compiled for the type that is there".into()];
    warning.help = Some("correct the annotation, or the value".into());
    warning
}

/// Whether an annotation of this type in a file says nothing.
pub(crate) fn is_doubted(db: &dyn Db, file: File, ty: Ty) -> bool {
    if file.is_stdlib(db) {
        return false;
    }
    let doubted = doubted_types(db);
    !doubted.is_empty() && ty.any(db, &mut |part| doubted.contains(&part)) && !binds(db, file)
}

/// What containers made in a file hold as well.
pub(crate) fn widenings_in(db: &dyn Db, file: File) -> Arc<[Widening]> {
    if file.is_stdlib(db) || binds(db, file) { Arc::new([]) } else { widenings(db) }
}

#[salsa::tracked(returns(clone))]
fn doubted_types(db: &dyn Db) -> Arc<[Ty]> {
    let types = doubts(db).filter_map(|doubt| match doubt {
        Doubt::Annotation(ty) => Some(ty),
        Doubt::Elements(_) => None,
    });
    types.collect()
}

#[salsa::tracked(returns(clone))]
fn widenings(db: &dyn Db) -> Arc<[Widening]> {
    let widenings = doubts(db).filter_map(|doubt| match doubt {
        Doubt::Elements(widening) => Some(widening),
        Doubt::Annotation(_) => None,
    });
    widenings.collect()
}

fn doubts(db: &dyn Db) -> impl Iterator<Item = Doubt> {
    Project::try_get(db).into_iter().flat_map(|project| project.doubts(db)).map(|&id| DoubtId::from_id(id).doubt(db))
}

/// Whether the annotations of a file bind.
pub(crate) fn binds(db: &dyn Db, file: File) -> bool {
    let is_ours = |module: &str| module == "pyc" || module.starts_with("pyc.");
    file.is_stdlib(db)
        || pyc_hir::module_items(db, file).items.iter().any(|(_, item)| match item {
            Item::Import { module, .. } | Item::ImportFrom { module: Some(module), level: 0, .. } => is_ours(module.as_str()),
            _ => false,
        })
}
