//! Keeps changes in order.
//!
//! The transport calls the service for each message in the order of the wire, but runs the futures that it returns side by side. So what changes
//! documents is queued in the call itself, before anything can overtake it.

use std::task::{Context, Poll};

use serde_json::Value;
use tokio::sync::oneshot;
use tower::Service;
use tower_lsp::jsonrpc::{Request, Response};

use crate::writer::{Command, Writer};

/// A service that queues the changes among the messages before it hands them on.
pub(crate) struct Ordered<S> {
    inner: S,
    writer: Writer,
    /// Used up by `exit`: the transport would only see that message's effect with the next one.
    exit: Option<oneshot::Sender<()>>,
}

impl<S> Ordered<S> {
    /// The receiver hears of `exit`.
    pub(crate) fn new(inner: S, writer: Writer) -> (Self, oneshot::Receiver<()>) {
        let (exit, exited) = oneshot::channel();
        (Self { inner, writer, exit: Some(exit) }, exited)
    }
}

impl<S: Service<Request, Response = Option<Response>>> Service<Request> for Ordered<S> {
    type Response = Option<Response>;
    type Error = S::Error;
    type Future = S::Future;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, request: Request) -> Self::Future {
        if let Some(command) = command(&request) {
            self.writer.send(command);
        }
        if request.method() == "exit"
            && let Some(exit) = self.exit.take()
        {
            let _gone = exit.send(());
        }
        self.inner.call(request)
    }
}

/// The change that a message asks for. Messages with parameters that make no sense change nothing.
fn command(request: &Request) -> Option<Command> {
    let params = || request.params().cloned().unwrap_or(Value::Null);
    match request.method() {
        "textDocument/didOpen" => serde_json::from_value(params()).ok().map(Command::Open),
        "textDocument/didChange" => serde_json::from_value(params()).ok().map(Command::Change),
        "textDocument/didClose" => serde_json::from_value(params()).ok().map(Command::Close),
        "workspace/didChangeWatchedFiles" => serde_json::from_value(params()).ok().map(Command::FilesChanged),
        _ => None,
    }
}
