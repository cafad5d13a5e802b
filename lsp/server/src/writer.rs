//! The one thread that changes the database.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc;

use pyc_hir::{File, RootDatabase};
use tokio::sync::{oneshot, watch};
use tower_lsp::lsp_types::{
    DidChangeTextDocumentParams, DidChangeWatchedFilesParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams, Url,
};

use crate::convert::path_of;
use crate::position::apply_change;

/// What the thread is told to do, in order.
pub(crate) enum Command {
    Open(DidOpenTextDocumentParams),
    Change(DidChangeTextDocumentParams),
    Close(DidCloseTextDocumentParams),
    FilesChanged(DidChangeWatchedFilesParams),
    Snapshot(oneshot::Sender<Snapshot>),
}

/// A document that the editor has open.
#[derive(Debug, Clone)]
pub(crate) struct Document {
    pub(crate) file: File,
    pub(crate) version: i32,
    text: Arc<str>,
}

/// A handle to the database as it was after all changes before it. Changes wait until it is dropped.
pub(crate) struct Snapshot {
    pub(crate) db: RootDatabase,
    pub(crate) documents: Arc<BTreeMap<Url, Document>>,
    /// Counts the changes.
    pub(crate) revision: u64,
}

/// Sends to the writer's thread, which ends when the last of these is dropped.
#[derive(Clone)]
pub(crate) struct Writer {
    commands: mpsc::Sender<Command>,
}

impl Writer {
    /// Starts the thread. The receiver tells the number of changes that were made.
    pub(crate) fn start(db: RootDatabase) -> std::io::Result<(Self, watch::Receiver<u64>)> {
        let (commands, received) = mpsc::channel();
        let (changed, changes) = watch::channel(0);
        let state = State { db, documents: Arc::default(), revision: 0 };
        std::thread::Builder::new().name("writer".to_owned()).spawn(move || state.run(&received, &changed))?;
        Ok((Self { commands }, changes))
    }

    /// Queues a change. If the thread is gone the server is about to end, and nobody waits for the change.
    pub(crate) fn send(&self, command: Command) {
        let _gone = self.commands.send(command);
    }

    /// The state after all changes that are queued. `None` if the server is about to end.
    pub(crate) async fn snapshot(&self) -> Option<Snapshot> {
        let (sender, receiver) = oneshot::channel();
        self.send(Command::Snapshot(sender));
        receiver.await.ok()
    }
}

struct State {
    db: RootDatabase,
    documents: Arc<BTreeMap<Url, Document>>,
    revision: u64,
}

impl State {
    fn run(mut self, commands: &mpsc::Receiver<Command>, changed: &watch::Sender<u64>) {
        while let Ok(command) = commands.recv() {
            match command {
                Command::Snapshot(sender) => {
                    let snapshot = Snapshot { db: self.db.clone(), documents: self.documents.clone(), revision: self.revision };
                    // Whoever asked may have been cancelled; the handle is dropped then.
                    let _cancelled = sender.send(snapshot);
                    continue;
                }
                Command::Open(params) => {
                    let document = params.text_document;
                    self.set_document(document.uri, document.version, document.text.into());
                }
                Command::Change(params) => self.change(params),
                Command::Close(params) => self.close(&params.text_document.uri),
                Command::FilesChanged(params) => {
                    for path in params.changes.iter().map(|change| path_of(&change.uri)) {
                        self.db.refresh(&path);
                    }
                }
            }
            self.revision += 1;
            changed.send_replace(self.revision);
        }
    }

    fn change(&mut self, params: DidChangeTextDocumentParams) {
        let uri = params.text_document.uri;
        let Some(document) = self.documents.get(&uri) else { return };
        let mut text = document.text.clone();
        for change in params.content_changes {
            text = apply_change(&text, change);
        }
        self.set_document(uri, params.text_document.version, text);
    }

    fn set_document(&mut self, uri: Url, version: i32, text: Arc<str>) {
        let path = path_of(&uri);
        let file = self.db.set_file_text(&path, Some(text.clone()));
        Arc::make_mut(&mut self.documents).insert(uri, Document { file, version, text });
        self.choose_main();
    }

    fn close(&mut self, uri: &Url) {
        let path: PathBuf = path_of(uri);
        Arc::make_mut(&mut self.documents).remove(uri);
        self.db.set_file_text(&path, None);
        self.choose_main();
    }

    /// The main file stays the same while it is open: changing it would throw away what was computed.
    fn choose_main(&mut self) {
        let main = pyc_hir::Project::try_get(&self.db).and_then(|project| project.main(&self.db));
        let is_open = main.is_some_and(|main| self.documents.values().any(|document| document.file == main));
        if !is_open {
            let first = self.documents.values().next().map(|document| document.file);
            self.db.set_main(first);
        }
    }
}
