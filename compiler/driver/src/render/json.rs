//! Diagnostics for programs: one JSON object per line. The names of the fields are stable; new ones may be added.

use pyc_base::{Diagnostic, FileId, LineIndex, Severity, Span};
use serde_json::{Value, json};

use super::{CommandError, Sources};

pub(super) fn diagnostic(diagnostic: &Diagnostic, sources: &dyn Sources) -> Value {
    let severity = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    let labels = diagnostic.labels.iter().enumerate().map(|(index, label)| {
        let mut place = place(label.file, label.span, sources);
        place["message"] = json!(label.message);
        place["primary"] = json!(index == 0);
        place
    });
    let edits = diagnostic.edits.iter().map(|edit| {
        let mut place = place(edit.file, edit.span, sources);
        place["text"] = json!(edit.text);
        place
    });
    json!({
        "kind": "diagnostic",
        "code": diagnostic.code.id,
        "severity": severity,
        "message": diagnostic.message,
        "labels": labels.collect::<Vec<_>>(),
        "notes": diagnostic.notes,
        "help": diagnostic.help,
        "edits": edits.collect::<Vec<_>>(),
    })
}

pub(super) fn command_error(error: &CommandError) -> Value {
    json!({
        "kind": "diagnostic",
        "code": error.code.id,
        "severity": "error",
        "message": error.message,
        "labels": [],
        "notes": [],
        "help": error.help,
        "edits": [],
    })
}

/// A span with its ends as byte offsets and as line and column, both counted from 1, columns in characters.
fn place(file: FileId, span: Span, sources: &dyn Sources) -> Value {
    let text = sources.text(file);
    let index = LineIndex::new(text);
    let position = |offset: u32| {
        let position = index.line_col(offset.min(text.len() as u32));
        let start = index.line_start(position.line).unwrap_or_default() as usize;
        let before = text.get(start..start + position.column as usize);
        json!({ "line": position.line, "column": 1 + before.map_or(position.column as usize, |text| text.chars().count()), "offset": offset })
    };
    json!({ "file": sources.path(file), "start": position(span.start), "end": position(span.end) })
}
