//! Diagnostics as you type: after the last of several quick changes, for the newest state only.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::AssertUnwindSafe;
use std::time::Duration;

use salsa::Cancelled;
use tokio::sync::watch;
use tower_lsp::Client;
use tower_lsp::lsp_types::{Diagnostic, Url};

use crate::convert;
use crate::writer::{Snapshot, Writer};

/// How long to wait for another change: shorter than anybody types, longer than one editor action sends several.
const QUIET: Duration = Duration::from_millis(15);

/// What the client was last told of a document.
struct Checked {
    version: i32,
    diagnostics: Vec<Diagnostic>,
}

/// Runs until the writer is gone.
pub(crate) async fn publish(client: Client, writer: Writer, mut changes: watch::Receiver<u64>) {
    let mut published = BTreeSet::new();
    while changes.changed().await.is_ok() {
        while let Ok(changed) = tokio::time::timeout(QUIET, changes.changed()).await {
            if changed.is_err() {
                return;
            }
        }
        let Some(snapshot) = writer.snapshot().await else { return };
        let revision = snapshot.revision;
        let checked = tokio::task::spawn_blocking(move || {
            // Cancelled by a change: that change comes round here next.
            Cancelled::catch(AssertUnwindSafe(|| check(&snapshot))).ok()
        });
        // A panic is a bug in the compiler; the next change gets another chance.
        let Ok(Some(checked)) = checked.await else { continue };
        if *changes.borrow() != revision {
            continue;
        }
        let closed: Vec<Url> = published.iter().filter(|uri| !checked.contains_key(*uri)).cloned().collect();
        for uri in closed {
            published.remove(&uri);
            client.publish_diagnostics(uri, Vec::new(), None).await;
        }
        for (uri, Checked { version, diagnostics }) in checked {
            published.insert(uri.clone());
            client.publish_diagnostics(uri, diagnostics, Some(version)).await;
        }
    }
}

fn check(snapshot: &Snapshot) -> BTreeMap<Url, Checked> {
    let db = &snapshot.db;
    let documents = snapshot.documents.iter().map(|(uri, document)| {
        let found = pyc_ide::diagnostics(db, document.file);
        let diagnostics = found.iter().map(|diagnostic| convert::diagnostic(db, document.file, diagnostic)).collect();
        (uri.clone(), Checked { version: document.version, diagnostics })
    });
    documents.collect()
}
