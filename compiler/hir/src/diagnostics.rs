//! What can be said against a file before types: syntax, misplaced statements, imports that lead nowhere.

use std::path::Path;
use std::sync::Arc;

use pyc_base::{Diagnostic, Edit, Label, Name, Severity, codes, name};

use crate::lower::ImportSite;
use crate::modules::modules_in;
use crate::queries::{lower_file, parse_file};
use crate::{Db, File, ModuleResolution, exported_names, known_modules, resolve_item, resolve_module};

/// All of it, in the order of the text.
#[salsa::tracked(returns(clone))]
pub fn hir_diagnostics(db: &dyn Db, file: File) -> Arc<[Diagnostic]> {
    let mut diagnostics = syntax_diagnostics(db, file);
    let lowered = lower_file(db, file);
    diagnostics.extend(lowered.diagnostics(db).iter().cloned());
    for site in lowered.imports(db).iter().filter(|site| !site.is_guarded) {
        diagnostics.extend(check_import(db, file, site));
    }
    diagnostics.sort_by_key(|diagnostic| (diagnostic.labels[0].span.start, diagnostic.labels[0].span.end, diagnostic.code));
    diagnostics.dedup();
    diagnostics.into()
}

/// What the parser has to say alone.
pub fn syntax_diagnostics(db: &dyn Db, file: File) -> Vec<Diagnostic> {
    parse_file(db, file).errors.iter().map(|error| syntax_diagnostic(db, file, error)).collect()
}

fn syntax_diagnostic(db: &dyn Db, file: File, error: &pyc_syntax::SyntaxError) -> Diagnostic {
    let file = file.id(db);
    let mut labels = vec![Label { file, span: error.span, message: String::new() }];
    labels.extend(error.related.iter().map(|(span, message)| Label { file, span: *span, message: message.clone() }));
    Diagnostic {
        code: error.code,
        severity: Severity::Error,
        message: error.message.clone(),
        labels,
        notes: Vec::new(),
        help: error.help.clone(),
        edits: error.edits.iter().map(|(span, text)| Edit { file, span: *span, text: text.clone() }).collect(),
    }
}

fn check_import(db: &dyn Db, file: File, site: &ImportSite) -> Option<Diagnostic> {
    let target = resolve_module(db, file, site.module, site.level);
    match target {
        ModuleResolution::File(target) if target.text(db).is_none() => {
            let message = format!("the file of module '{}' can't be read", spelled(site));
            let note = format!("it is {}", target.path(db).display());
            Some(Diagnostic::error(codes::UNKNOWN_MODULE, file.id(db), site.module_span, message).note(note))
        }
        ModuleResolution::File(target) => check_name(db, file, site, Some(target)),
        ModuleResolution::Namespace(_) => check_name(db, file, site, None),
        ModuleResolution::NotFound => Some(unknown_module(db, file, site)),
    }
}

/// Whether the imported name is in the module, or is a module of the package.
fn check_name(db: &dyn Db, file: File, site: &ImportSite, target: Option<File>) -> Option<Diagnostic> {
    let wanted = site.name.filter(|wanted| *wanted != "*")?;
    if target.is_some_and(|target| resolve_item(db, target, wanted).is_some() || is_implicit(wanted)) {
        return None;
    }
    let dotted = site.module.map_or(wanted, |module| name(&format!("{module}.{wanted}")));
    if resolve_module(db, file, Some(dotted), site.level) != ModuleResolution::NotFound {
        return None;
    }
    let message = match site.module {
        Some(_) => format!("module '{}' has no name '{wanted}'", spelled(site)),
        None => format!("this package has no name or module '{wanted}'"),
    };
    let mut diagnostic = Diagnostic::error(codes::UNKNOWN_IMPORT, file.id(db), site.name_span, message);
    let mut candidates: Vec<Name> = target.map_or_else(Vec::new, |target| exported_names(db, target).to_vec());
    if let Some(folder) = target.and_then(|target| package_folder(target.path(db))) {
        candidates.extend(modules_in(db, folder));
    }
    if let Some(best) = closest(&wanted, &candidates) {
        diagnostic = diagnostic.help(format!("did you mean '{best}'?")).edit(file.id(db), site.name_span, best.as_str());
    }
    Some(diagnostic)
}

/// What every module has without binding it.
fn is_implicit(wanted: Name) -> bool {
    matches!(wanted.as_str(), "__name__" | "__file__" | "__doc__")
}

fn package_folder(path: &Path) -> Option<&Path> {
    path.ends_with("__init__.py").then(|| path.parent()).flatten()
}

fn unknown_module(db: &dyn Db, file: File, site: &ImportSite) -> Diagnostic {
    let id = file.id(db);
    let shown = spelled(site);
    if site.level > 0 {
        let message = format!("no module '{shown}' in this package");
        return Diagnostic::error(codes::UNKNOWN_MODULE, id, site.module_span, message);
    }
    let text = site.module.unwrap_or_default();
    let (root, inner) = text.split_once('.').map_or((text.as_str(), None), |(root, inner)| (root, Some(inner)));
    if inner.is_some() && resolve_module(db, file, Some(name(root)), 0) != ModuleResolution::NotFound {
        return unknown_submodule(db, file, site, text);
    }
    if let Some(best) = closest(root, &known_modules(db, file)) {
        let message = format!("no module named '{root}'");
        let diagnostic = Diagnostic::error(codes::UNKNOWN_MODULE, id, site.module_span, message).help(format!("did you mean '{best}'?"));
        return if inner.is_none() { diagnostic.edit(id, site.module_span, best.as_str()) } else { diagnostic };
    }
    let message = format!("no source of module '{shown}' is found, and modules of CPython can't be imported yet");
    Diagnostic::error(codes::PYTHON_IMPORT, id, site.module_span, message)
        .note("modules are looked for in the main file's folder, in the folders given by '--path', and in the standard library")
        .help("put the module's source beside the program, or give its folder with '--path'")
}

/// The package is there, but not all of the dotted name.
fn unknown_submodule(db: &dyn Db, file: File, site: &ImportSite, text: Name) -> Diagnostic {
    let mut known = text.as_str();
    let mut missing = "";
    let mut found = ModuleResolution::NotFound;
    while let Some((package, last)) = known.rsplit_once('.') {
        (known, missing) = (package, last);
        found = resolve_module(db, file, Some(name(package)), 0);
        if found != ModuleResolution::NotFound {
            break;
        }
    }
    let folder = match &found {
        ModuleResolution::File(package) => package_folder(package.path(db)),
        ModuleResolution::Namespace(folder) => Some(&**folder),
        ModuleResolution::NotFound => None,
    };
    let Some(folder) = folder else {
        let message = format!("no module named '{text}': '{known}' is not a package");
        return Diagnostic::error(codes::UNKNOWN_MODULE, file.id(db), site.module_span, message);
    };
    let message = format!("package '{known}' has no module '{missing}'");
    let diagnostic = Diagnostic::error(codes::UNKNOWN_MODULE, file.id(db), site.module_span, message);
    match closest(missing, &modules_in(db, folder)) {
        Some(best) => diagnostic.help(format!("did you mean '{known}.{best}'?")),
        None => diagnostic,
    }
}

/// The module as the import spells it.
fn spelled(site: &ImportSite) -> String {
    let dots = ".".repeat(site.level as usize);
    format!("{dots}{}", site.module.unwrap_or_default())
}

/// The candidate that is most like a misspelt name, if any is like it at all.
fn closest(wanted: &str, candidates: &[Name]) -> Option<Name> {
    let limit = match wanted.chars().count() {
        0..=2 => return None,
        3..=5 => 1,
        _ => 2,
    };
    candidates
        .iter()
        .map(|candidate| (strsim::damerau_levenshtein(wanted, candidate), *candidate))
        .filter(|(distance, _)| (1..=limit).contains(distance))
        .min_by_key(|&(distance, candidate)| (distance, candidate.as_str()))
        .map(|(_, candidate)| candidate)
}
