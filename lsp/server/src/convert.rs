//! Plain data of `pyc-ide` → types of the protocol.

use std::path::{Path, PathBuf};

use pyc_base::{Diagnostic, Severity, Span};
use pyc_hir::{File, RootDatabase, STDLIB_ROOT, line_index};
use pyc_ide::{Symbol, SymbolKind};
use tower_lsp::lsp_types::{
    self as lsp, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag, DocumentSymbol, Location, NumberOrString, Range, Url,
};

use crate::position;

/// The scheme of the sources that are part of the compiler; the client asks for their text by `pyc/source`.
const SOURCE_SCHEME: &str = "pyc";

/// The path by which the database knows a document.
pub(crate) fn path_of(uri: &Url) -> PathBuf {
    if uri.scheme() == SOURCE_SCHEME {
        return Path::new(STDLIB_ROOT).join(uri.path().trim_start_matches('/'));
    }
    uri.to_file_path().unwrap_or_else(|()| PathBuf::from(uri.as_str()))
}

pub(crate) fn uri_of(path: &Path) -> Option<Url> {
    match path.strip_prefix(STDLIB_ROOT) {
        Ok(relative) => Url::parse(&format!("{SOURCE_SCHEME}:///{}", relative.to_string_lossy().replace('\\', "/"))).ok(),
        Err(_) => Url::from_file_path(path).ok().or_else(|| Url::parse(&path.to_string_lossy()).ok()),
    }
}

pub(crate) fn range(db: &RootDatabase, file: File, span: Span) -> Range {
    position::range(file.text(db).as_deref().unwrap_or_default(), &line_index(db, file), span)
}

pub(crate) fn location(db: &RootDatabase, file: File, span: Span) -> Option<Location> {
    Some(Location { uri: uri_of(file.path(db))?, range: range(db, file, span) })
}

pub(crate) fn diagnostic(db: &RootDatabase, file: File, diagnostic: &Diagnostic) -> lsp::Diagnostic {
    let (primary, others) = diagnostic.labels.split_first().map_or((None, &[][..]), |(first, rest)| (Some(first), rest));
    let mut message = diagnostic.message.clone();
    let texts = primary.map(|label| &label.message).into_iter().chain(&diagnostic.notes);
    for text in texts.filter(|text| !text.is_empty()) {
        message.push('\n');
        message.push_str(text);
    }
    if let Some(help) = &diagnostic.help {
        message.push_str("\nhelp: ");
        message.push_str(help);
    }
    let related = others.iter().filter_map(|label| {
        let file = db.file_by_id(label.file)?;
        Some(DiagnosticRelatedInformation { location: location(db, file, label.span)?, message: label.message.clone() })
    });
    let related: Vec<_> = related.collect();
    lsp::Diagnostic {
        range: range(db, file, primary.map_or(Span::default(), |label| label.span)),
        severity: Some(match diagnostic.severity {
            Severity::Error => DiagnosticSeverity::ERROR,
            Severity::Warning => DiagnosticSeverity::WARNING,
            Severity::Note => DiagnosticSeverity::HINT,
        }),
        code: Some(NumberOrString::String(diagnostic.code.to_string())),
        source: Some("pyc".to_owned()),
        message,
        related_information: (!related.is_empty()).then_some(related),
        tags: None::<Vec<DiagnosticTag>>,
        code_description: None,
        data: None,
    }
}

pub(crate) fn symbol(db: &RootDatabase, file: File, symbol: &Symbol) -> DocumentSymbol {
    let children: Vec<_> = symbol.children.iter().map(|child| self::symbol(db, file, child)).collect();
    #[expect(deprecated, reason = "the protocol's struct has the field and no constructor")]
    DocumentSymbol {
        name: symbol.name.clone(),
        detail: None,
        kind: match symbol.kind {
            SymbolKind::Function => lsp::SymbolKind::FUNCTION,
            SymbolKind::Method => lsp::SymbolKind::METHOD,
            SymbolKind::Class => lsp::SymbolKind::CLASS,
            SymbolKind::Variable => lsp::SymbolKind::VARIABLE,
            SymbolKind::Field => lsp::SymbolKind::FIELD,
            SymbolKind::TypeAlias => lsp::SymbolKind::TYPE_PARAMETER,
        },
        tags: None,
        deprecated: None,
        range: range(db, file, symbol.span),
        selection_range: range(db, file, symbol.name_span),
        children: (!children.is_empty()).then_some(children),
    }
}
