//! The protocol's positions (lines, and UTF-16 units in them) and byte offsets.

use std::sync::Arc;

use pyc_base::{LineIndex, Span};
use tower_lsp::lsp_types::{Position, Range, TextDocumentContentChangeEvent};

/// The byte offset of a position. Positions behind the end of a line or of the text mean that end.
pub(crate) fn offset(text: &str, lines: &LineIndex, position: Position) -> u32 {
    let end = text.len() as u32;
    let Some(start) = lines.line_start(position.line.saturating_add(1)) else { return end };
    let line_end = lines.line_start(position.line.saturating_add(2)).unwrap_or(end);
    let line = text[start as usize..line_end as usize].trim_end_matches(['\n', '\r']);
    let mut units = 0;
    for (at, c) in line.char_indices() {
        if units >= position.character {
            return start + at as u32;
        }
        units += c.len_utf16() as u32;
    }
    start + line.len() as u32
}

pub(crate) fn position(text: &str, lines: &LineIndex, offset: u32) -> Position {
    let mut offset = (offset as usize).min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    let place = lines.line_col(offset as u32);
    let units = text[offset - place.column as usize..offset].chars().map(char::len_utf16).sum::<usize>();
    Position { line: place.line - 1, character: units as u32 }
}

pub(crate) fn range(text: &str, lines: &LineIndex, span: Span) -> Range {
    Range { start: position(text, lines, span.start), end: position(text, lines, span.end) }
}

/// The text after a change.
pub(crate) fn apply_change(text: &str, change: TextDocumentContentChangeEvent) -> Arc<str> {
    let Some(range) = change.range else { return change.text.into() };
    let lines = LineIndex::new(text);
    let start = offset(text, &lines, range.start) as usize;
    let end = (offset(text, &lines, range.end) as usize).max(start);
    let mut changed = String::with_capacity(text.len() + change.text.len());
    changed.push_str(&text[..start]);
    changed.push_str(&change.text);
    changed.push_str(&text[end..]);
    changed.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(line: u32, character: u32) -> Position {
        Position { line, character }
    }

    #[test]
    fn columns_count_utf16_units() {
        let text = "é𝄞x\r\ny";
        let lines = LineIndex::new(text);
        for (place, byte) in [(at(0, 0), 0), (at(0, 1), 2), (at(0, 3), 6), (at(0, 4), 7), (at(1, 0), 9), (at(1, 1), 10)] {
            assert_eq!(offset(text, &lines, place), byte);
            assert_eq!(position(text, &lines, byte), place);
        }
        assert_eq!(offset(text, &lines, at(0, 99)), 7, "not behind the line's end");
        assert_eq!(offset(text, &lines, at(9, 0)), 10);
    }

    #[test]
    fn changes_replace_ranges() {
        let change = |start, end, text: &str| TextDocumentContentChangeEvent {
            range: Some(Range { start, end }),
            range_length: None,
            text: text.to_owned(),
        };
        let text = apply_change("a = 1\nb = 2\n", change(at(1, 4), at(1, 5), "3\nc = 4"));
        assert_eq!(&*text, "a = 1\nb = 3\nc = 4\n");
        assert_eq!(&*apply_change(&text, change(at(0, 0), at(2, 0), "")), "c = 4\n");
    }
}
