//! What a diagnostic shows of its files: their text, with lines that are too long for a screen cut down to the neighbourhood of the labels.

use std::borrow::Cow;
use std::ops::Range;

use codespan_reporting::files::{Error, Files};
use pyc_base::{Diagnostic, FileId, LineIndex, Span};

use super::Sources;

/// A line longer than this is cut.
const LONGEST_LINE: usize = 400;
/// What is kept before and behind a label in a line that is cut.
const CONTEXT: usize = 80;

/// The files of one diagnostic.
#[derive(Default)]
pub(super) struct Excerpts<'a> {
    files: Vec<Excerpt<'a>>,
}

struct Excerpt<'a> {
    file: FileId,
    name: String,
    original: &'a str,
    original_lines: LineIndex,
    shown: Cow<'a, str>,
    /// Where the lines of `shown` start, and how many bytes were cut from the start of each: none, but for labelled long lines.
    lines: Vec<Line>,
}

struct Line {
    start: usize,
    cut: usize,
}

impl<'a> Excerpts<'a> {
    pub(super) fn of(diagnostic: &Diagnostic, sources: &'a dyn Sources) -> Self {
        let mut excerpts = Self::default();
        for label in &diagnostic.labels {
            if excerpts.find(label.file).is_err() {
                let spans: Vec<Span> = diagnostic.labels.iter().filter(|other| other.file == label.file).map(|other| other.span).collect();
                excerpts.files.push(Excerpt::new(label.file, sources, &spans));
            }
        }
        excerpts
    }

    /// A span of the file as a range of what is shown.
    pub(super) fn range(&self, file: FileId, span: Span) -> Range<usize> {
        self.find(file).map_or(0..0, |excerpt| excerpt.shown_offset(span.start)..excerpt.shown_offset(span.end.max(span.start)))
    }

    fn find(&self, file: FileId) -> Result<&Excerpt<'a>, Error> {
        self.files.iter().find(|excerpt| excerpt.file == file).ok_or(Error::FileMissing)
    }
}

impl<'a> Excerpt<'a> {
    fn new(file: FileId, sources: &'a dyn Sources, spans: &[Span]) -> Self {
        let original = sources.text(file);
        let original_lines = LineIndex::new(original);
        let (shown, lines) = cut_long_lines(original, &original_lines, spans);
        Self { file, name: sources.path(file).display().to_string(), original, original_lines, shown, lines }
    }

    fn shown_offset(&self, offset: u32) -> usize {
        let offset = offset.min(self.original.len() as u32);
        let position = self.original_lines.line_col(offset);
        let index = position.line as usize - 1;
        let line = &self.lines[index];
        let end = self.lines.get(index + 1).map_or(self.shown.len(), |next| next.start);
        let mut at = (line.start + (position.column as usize).saturating_sub(line.cut)).min(end);
        while !self.shown.is_char_boundary(at) {
            at -= 1;
        }
        at
    }
}

/// The text with every line that is too long cut to a window around the first label on it (or to its beginning).
fn cut_long_lines<'a>(text: &'a str, index: &LineIndex, spans: &[Span]) -> (Cow<'a, str>, Vec<Line>) {
    let starts: Vec<usize> = (1..=index.line_count()).filter_map(|line| index.line_start(line)).map(|start| start as usize).collect();
    let end_of = |line: usize| starts.get(line + 1).copied().unwrap_or(text.len());
    if (0..starts.len()).all(|line| end_of(line) - starts[line] <= LONGEST_LINE) {
        return (Cow::Borrowed(text), starts.iter().map(|&start| Line { start, cut: 0 }).collect());
    }
    let mut shown = String::new();
    let mut lines = Vec::with_capacity(starts.len());
    for (line, &start) in starts.iter().enumerate() {
        let end = end_of(line);
        let label = spans.iter().map(|span| span.start as usize).filter(|&offset| start <= offset && offset <= end).min();
        let window = if end - start <= LONGEST_LINE { start..end } else { window(text, start..end, label.unwrap_or(start)) };
        lines.push(Line { start: shown.len(), cut: window.start - start });
        let is_cut_short = window.end < end;
        shown.push_str(&text[window]);
        if is_cut_short {
            shown.push('\n');
        }
    }
    (Cow::Owned(shown), lines)
}

fn window(text: &str, line: Range<usize>, around: usize) -> Range<usize> {
    let mut start = around.saturating_sub(CONTEXT).max(line.start);
    let mut end = (around + CONTEXT).min(line.end);
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    while !text.is_char_boundary(end) {
        end += 1;
    }
    start..end
}

impl<'b> Files<'b> for Excerpts<'_> {
    type FileId = FileId;
    type Name = &'b str;
    type Source = &'b str;

    fn name(&'b self, id: FileId) -> Result<&'b str, Error> {
        Ok(&self.find(id)?.name)
    }

    fn source(&'b self, id: FileId) -> Result<&'b str, Error> {
        Ok(&self.find(id)?.shown)
    }

    fn line_index(&'b self, id: FileId, offset: usize) -> Result<usize, Error> {
        Ok(self.find(id)?.lines.partition_point(|line| line.start <= offset) - 1)
    }

    fn line_range(&'b self, id: FileId, line: usize) -> Result<Range<usize>, Error> {
        let excerpt = self.find(id)?;
        let start = excerpt.lines.get(line).ok_or(Error::LineTooLarge { given: line, max: excerpt.lines.len() })?.start;
        Ok(start..excerpt.lines.get(line + 1).map_or(excerpt.shown.len(), |next| next.start))
    }

    /// In characters from 1, counted in the line before it was cut.
    fn column_number(&'b self, id: FileId, line: usize, offset: usize) -> Result<usize, Error> {
        let excerpt = self.find(id)?;
        let Line { start, cut } = excerpt.lines[line];
        let original_start = excerpt.original_lines.line_start(line as u32 + 1).unwrap_or_default() as usize;
        let column = cut + offset.saturating_sub(start);
        let before = excerpt.original.get(original_start..original_start + column);
        Ok(1 + before.map_or(column, |text| text.chars().count()))
    }
}
