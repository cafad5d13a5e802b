//! Bytes to text: byte order marks and PEP 263's encoding declarations.

use std::borrow::Cow;

use encoding_rs::Encoding;
use pyc_base::{Code, codes};

/// Why bytes are no text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecodeError {
    pub code: Code,
    /// One sentence without a full stop at its end.
    pub message: String,
    /// The offset of the bytes in question.
    pub at: usize,
    /// What to do about it.
    pub help: Option<String>,
}

impl DecodeError {
    fn new(message: impl Into<String>, at: usize) -> Self {
        Self { code: codes::INVALID_ENCODING, message: message.into(), at, help: None }
    }
}

/// The text of a source file, without its byte order mark.
pub fn decode(bytes: &[u8]) -> Result<String, DecodeError> {
    let (bytes, has_mark) = match bytes.strip_prefix(b"\xEF\xBB\xBF") {
        Some(rest) => (rest, true),
        None => (bytes, false),
    };
    let Some((name, at)) = declaration(bytes) else { return utf8(bytes, has_mark) };
    let declared = name;
    let name = normalised(&declared);
    // CPython takes no other spelling of UTF-8 beside the mark.
    if has_mark && (name != "utf-8" || declared.eq_ignore_ascii_case("utf8")) {
        return Err(DecodeError::new(format!("the file starts with a UTF-8 byte order mark but declares the encoding `{declared}`"), at));
    }
    match name.as_str() {
        "utf-8" => utf8(bytes, has_mark),
        "iso-8859-1" => Ok(bytes.iter().map(|&byte| byte as char).collect()),
        "ascii" | "us-ascii" | "646" => match bytes.iter().position(|byte| !byte.is_ascii()) {
            Some(at) => Err(DecodeError::new("the file declares the encoding ASCII but holds other characters", at)),
            None => utf8(bytes, has_mark),
        },
        _ => legacy(bytes, &name, at),
    }
}

fn utf8(bytes: &[u8], has_mark: bool) -> Result<String, DecodeError> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(error) => {
            let at = error.valid_up_to();
            let mut error =
                DecodeError::new(format!("the file is not valid UTF-8: byte 0x{:02x}", bytes[at]), at + if has_mark { 3 } else { 0 });
            error.help = Some("save it as UTF-8, or declare its encoding in the first line: `# coding: latin-1`".to_owned());
            Err(error)
        }
    }
}

/// Encodings other than Python's own names for UTF-8, Latin-1 and ASCII.
fn legacy(bytes: &[u8], name: &str, at: usize) -> Result<String, DecodeError> {
    let Some(encoding) = encoding_for(name) else {
        return Err(DecodeError::new(format!("unknown encoding `{name}`"), at));
    };
    match encoding.decode_without_bom_handling_and_without_replacement(bytes) {
        Some(Cow::Borrowed(text)) => Ok(text.to_owned()),
        Some(Cow::Owned(text)) => Ok(text),
        None => Err(DecodeError::new(format!("the file is not valid in its declared encoding `{name}`"), at)),
    }
}

/// The encoding for Python's name of it.
fn encoding_for(name: &str) -> Option<&'static Encoding> {
    let compact: String = name.chars().filter(|c| !matches!(c, '-' | '_')).collect();
    let label = match compact.as_str() {
        "cp1250" | "windows1250" => "windows-1250",
        "cp1251" | "windows1251" => "windows-1251",
        "cp1252" | "windows1252" => "windows-1252",
        "cp1253" => "windows-1253",
        "cp1254" => "windows-1254",
        "cp1257" => "windows-1257",
        "cp866" => "ibm866",
        "latin2" => "iso-8859-2",
        "iso885915" | "latin9" => "iso-8859-15",
        "cp932" | "shiftjis" | "sjis" => "shift_jis",
        "eucjp" | "ujis" => "euc-jp",
        "euckr" | "cp949" => "euc-kr",
        "big5" => "big5",
        "gb18030" => "gb18030",
        "gbk" | "cp936" => "gbk",
        // Here Python and the web mean different things.
        "utf16" | "utf16le" | "utf16be" => return None,
        _ => name,
    };
    Encoding::for_label(label.as_bytes())
}

/// CPython's own short cuts for the names of the two commonest encodings.
fn normalised(name: &str) -> String {
    let name = name.to_ascii_lowercase().replace('_', "-");
    if name == "utf-8" || name.starts_with("utf-8-") || name == "utf8" {
        "utf-8".to_owned()
    } else if ["latin-1", "iso-8859-1", "iso-latin-1", "latin1", "iso8859-1", "8859", "l1", "cp819"].contains(&name.as_str())
        || ["latin-1-", "iso-8859-1-", "iso-latin-1-"].iter().any(|prefix| name.starts_with(prefix))
    {
        "iso-8859-1".to_owned()
    } else {
        name
    }
}

/// The encoding that a comment in the first two lines declares, and where that comment is.
fn declaration(bytes: &[u8]) -> Option<(String, usize)> {
    let mut start = 0;
    for _ in 0..2 {
        let rest = &bytes[start..];
        let end = rest.iter().position(|b| matches!(b, b'\n' | b'\r')).unwrap_or(rest.len());
        let line = &rest[..end];
        let text = line.trim_ascii_start();
        match text.first() {
            Some(b'#') => {
                if let Some(name) = coding(text) {
                    return Some((name, start));
                }
            }
            None | Some(b'\x0c') => {}
            Some(_) => return None,
        }
        let newline = if rest[end..].starts_with(b"\r\n") { 2 } else { 1 };
        start = (start + end + newline).min(bytes.len());
    }
    None
}

/// `coding` followed by `:` or `=` and a name.
fn coding(comment: &[u8]) -> Option<String> {
    let mut rest = comment;
    while let Some(at) = rest.windows(6).position(|window| window == b"coding") {
        rest = &rest[at + 6..];
        if let [b':' | b'=', after @ ..] = rest {
            let is_name = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.');
            let name: Vec<u8> = after.iter().copied().skip_while(|b| matches!(b, b' ' | b'\t')).take_while(is_name).collect();
            if !name.is_empty() {
                return String::from_utf8(name).ok();
            }
        }
    }
    None
}
