//! Byte offsets to lines and columns, computed once per file.

/// A position as CPython counts it: line from 1, column in UTF-8 bytes from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LineCol {
    pub line: u32,
    pub column: u32,
}

/// The offsets at which the lines of a text start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineIndex {
    starts: Box<[u32]>,
}

impl LineIndex {
    /// Lines end at `\n`, `\r\n` or a lone `\r`, as in Python source.
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for (at, &byte) in bytes.iter().enumerate() {
            if byte == b'\n' || (byte == b'\r' && bytes.get(at + 1) != Some(&b'\n')) {
                starts.push(at as u32 + 1);
            }
        }
        Self { starts: starts.into() }
    }

    pub fn line_col(&self, offset: u32) -> LineCol {
        let line = self.starts.partition_point(|&start| start <= offset);
        LineCol { line: line as u32, column: offset - self.starts[line - 1] }
    }

    /// The offset of the start of `line` (from 1), if the text has it.
    pub fn line_start(&self, line: u32) -> Option<u32> {
        self.starts.get(line.checked_sub(1)? as usize).copied()
    }

    pub fn line_count(&self) -> u32 {
        self.starts.len() as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_ending_starts_a_line() {
        let index = LineIndex::new("a\nb\r\nc\rd");
        assert_eq!(index.line_count(), 4);
        assert_eq!(index.line_col(0), LineCol { line: 1, column: 0 });
        assert_eq!(index.line_col(5), LineCol { line: 3, column: 0 });
        assert_eq!(index.line_col(8), LineCol { line: 4, column: 1 });
    }
}
