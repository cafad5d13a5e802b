//! The requests.

use std::collections::BTreeMap;
use std::panic::AssertUnwindSafe;

use pyc_hir::{Db, File, line_index};
use salsa::{Cancelled, Database};
use serde_json::Value;
use tower_lsp::jsonrpc::{Error, ErrorCode, Result};
use tower_lsp::lsp_types::{
    DocumentSymbolParams, DocumentSymbolResponse, GotoDefinitionParams, GotoDefinitionResponse, Hover, HoverContents, HoverParams,
    HoverProviderCapability, InitializeParams, InitializeResult, MarkupContent, MarkupKind, OneOf, ServerCapabilities, ServerInfo,
    TextDocumentIdentifier, TextDocumentPositionParams, TextDocumentSyncCapability, TextDocumentSyncKind, Url,
};
use tower_lsp::{LanguageServer, async_trait};

use crate::convert::{self, path_of};
use crate::position;
use crate::writer::{Snapshot, Writer};

/// How often a request that was cancelled by a change is tried again.
const TRIES: usize = 4;

pub(crate) struct Backend {
    writer: Writer,
}

/// Stops the work for a request that the client has cancelled: its future is dropped then.
struct CancelOnDrop(salsa::CancellationToken);

impl Drop for CancelOnDrop {
    fn drop(&mut self) {
        self.0.cancel();
    }
}

impl Backend {
    pub(crate) fn new(writer: Writer) -> Self {
        Self { writer }
    }

    /// Runs `work` on the newest state, on a thread where it may block. The handle to the database is gone before this returns.
    async fn read<T: Send + 'static>(&self, work: impl Fn(&Snapshot) -> T + Clone + Send + 'static) -> Result<T> {
        for _ in 0..TRIES {
            let Some(snapshot) = self.writer.snapshot().await else { break };
            let _cancel = CancelOnDrop(snapshot.db.cancellation_token());
            let work = work.clone();
            let done = tokio::task::spawn_blocking(move || Cancelled::catch(AssertUnwindSafe(|| work(&snapshot))));
            match done.await {
                Ok(Ok(result)) => return Ok(result),
                Ok(Err(_cancelled)) => {}
                Err(_panic) => return Err(Error::internal_error()),
            }
        }
        Err(Error { code: ErrorCode::ContentModified, message: "the document has changed".into(), data: None })
    }

    /// As [`Self::read`], for a place in a document.
    async fn read_at<T: Send + 'static>(
        &self,
        params: TextDocumentPositionParams,
        work: impl Fn(&Snapshot, File, u32) -> Option<T> + Clone + Send + 'static,
    ) -> Result<Option<T>> {
        self.read(move |snapshot| {
            let file = file_of(snapshot, &params.text_document)?;
            let text = file.text(&snapshot.db).clone()?;
            let offset = position::offset(&text, &line_index(&snapshot.db, file), params.position);
            work(snapshot, file, offset)
        })
        .await
    }

    /// How often each query was executed since the last time this was asked: for tests and for finding out what is slow. Counting starts with the first
    /// request.
    pub(crate) async fn executed_queries(&self) -> Result<BTreeMap<String, u64>> {
        self.read(|snapshot| {
            snapshot.db.log_executed();
            let mut counts = BTreeMap::new();
            for query in snapshot.db.take_executed() {
                let name = query.split('(').next().unwrap_or_default();
                *counts.entry(name.to_owned()).or_default() += 1;
            }
            counts
        })
        .await
    }

    /// The text of a source that is part of the compiler: `{"uri": …}`.
    pub(crate) async fn source(&self, params: Value) -> Result<Option<String>> {
        let uri = params.get("uri").and_then(Value::as_str).and_then(|uri| Url::parse(uri).ok());
        let Some(uri) = uri else { return Err(Error::invalid_params("'uri' is missing")) };
        self.read(move |snapshot| snapshot.db.file(&path_of(&uri)).text(&snapshot.db).as_deref().map(str::to_owned)).await
    }
}

/// The file of a document; documents that are not open are read from the file system.
fn file_of(snapshot: &Snapshot, document: &TextDocumentIdentifier) -> Option<File> {
    match snapshot.documents.get(&document.uri) {
        Some(open) => Some(open.file),
        None => Some(snapshot.db.file(&path_of(&document.uri))),
    }
}

#[async_trait]
impl LanguageServer for Backend {
    async fn initialize(&self, _: InitializeParams) -> Result<InitializeResult> {
        Ok(InitializeResult {
            capabilities: ServerCapabilities {
                text_document_sync: Some(TextDocumentSyncCapability::Kind(TextDocumentSyncKind::INCREMENTAL)),
                hover_provider: Some(HoverProviderCapability::Simple(true)),
                definition_provider: Some(OneOf::Left(true)),
                document_symbol_provider: Some(OneOf::Left(true)),
                ..ServerCapabilities::default()
            },
            server_info: Some(ServerInfo { name: "pyc".to_owned(), version: Some(env!("CARGO_PKG_VERSION").to_owned()) }),
        })
    }

    async fn shutdown(&self) -> Result<()> {
        Ok(())
    }

    async fn hover(&self, params: HoverParams) -> Result<Option<Hover>> {
        self.read_at(params.text_document_position_params, |snapshot, file, offset| {
            let hover = pyc_ide::hover(&snapshot.db, file, offset)?;
            let value = format!("```python\n{}\n```", hover.text);
            Some(Hover {
                contents: HoverContents::Markup(MarkupContent { kind: MarkupKind::Markdown, value }),
                range: Some(convert::range(&snapshot.db, file, hover.span)),
            })
        })
        .await
    }

    async fn goto_definition(&self, params: GotoDefinitionParams) -> Result<Option<GotoDefinitionResponse>> {
        self.read_at(params.text_document_position_params, |snapshot, file, offset| {
            let found = pyc_ide::definition(&snapshot.db, file, offset)?;
            convert::location(&snapshot.db, found.file, found.span).map(GotoDefinitionResponse::Scalar)
        })
        .await
    }

    async fn document_symbol(&self, params: DocumentSymbolParams) -> Result<Option<DocumentSymbolResponse>> {
        self.read(move |snapshot| {
            let file = file_of(snapshot, &params.text_document)?;
            let symbols = pyc_ide::symbols(&snapshot.db, file);
            let symbols = symbols.iter().map(|symbol| convert::symbol(&snapshot.db, file, symbol)).collect();
            Some(DocumentSymbolResponse::Nested(symbols))
        })
        .await
    }

    // Changes are queued before they get here, by `Ordered`. The handlers only say that the messages are known.
    async fn did_open(&self, _: tower_lsp::lsp_types::DidOpenTextDocumentParams) {}

    async fn did_change(&self, _: tower_lsp::lsp_types::DidChangeTextDocumentParams) {}

    async fn did_close(&self, _: tower_lsp::lsp_types::DidCloseTextDocumentParams) {}

    async fn did_save(&self, _: tower_lsp::lsp_types::DidSaveTextDocumentParams) {}

    async fn did_change_watched_files(&self, _: tower_lsp::lsp_types::DidChangeWatchedFilesParams) {}
}
