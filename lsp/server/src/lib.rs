//! The language server: protocol only. What it says comes from `pyc-ide`.
//!
//! **Invariants:** all changes go through one writer thread, in the order in which they arrive. A request works on a handle of the database that it takes
//! from the writer's queue, so it sees every change that was sent before it. No handle outlives the blocking piece of work that it was taken for: a
//! change waits for all handles, and cancels what they compute. No state is kept per request.

mod backend;
mod convert;
mod ordered;
mod position;
mod publish;
mod writer;

use std::sync::Arc;

use pyc_hir::{Options, RootDatabase, System};
use tower_lsp::{LspService, Server};

use backend::Backend;
use ordered::Ordered;
use writer::Writer;

/// Serves one client on standard input and output, until it says `exit` or closes the input.
pub fn run_stdio(system: Arc<dyn System>, options: Options) -> std::io::Result<()> {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).thread_stack_size(pyc_ide::STACK_SIZE).enable_all().build()?;
    let result = runtime.block_on(async {
        let (writer, changes) = Writer::start(RootDatabase::new(system, Options { tells_executed: true, ..options }))?;
        let (service, socket) = LspService::build(|client| {
            tokio::spawn(publish::publish(client.clone(), writer.clone(), changes));
            Backend::new(writer.clone())
        })
        .custom_method("pyc/executedQueries", Backend::executed_queries)
        .custom_method("pyc/source", Backend::source)
        .finish();
        let (service, exited) = Ordered::new(service, writer);
        tokio::select! {
            () = Server::new(tokio::io::stdin(), tokio::io::stdout(), socket).serve(service) => {}
            _ = exited => {}
        }
        Ok(())
    });
    // A thread may be waiting for input that never comes.
    runtime.shutdown_background();
    result
}
