//! Python's `repr` of constants.

use std::fmt::Write;

use super::printable::is_printable;
use crate::ast::{Int, Str};

pub(super) fn int(out: &mut String, value: &Int) {
    match value {
        Int::Small(value) => _ = write!(out, "{value}"),
        Int::Big(digits) => out.push_str(digits),
    }
}

pub(super) fn float(out: &mut String, value: f64) {
    let start = out.len();
    shortest(out, value);
    if value.is_finite() && !out[start..].contains(['.', 'e']) {
        out.push_str(".0");
    }
}

pub(super) fn imaginary(out: &mut String, value: f64) {
    shortest(out, value);
    out.push('j');
}

/// The shortest digits that give the same number, with an exponent where `repr` has one. Literals are never negative.
fn shortest(out: &mut String, value: f64) {
    if !value.is_finite() {
        return out.push_str(if value.is_nan() { "nan" } else { "inf" });
    }
    let scientific = format!("{value:e}");
    let (digits, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    match exponent.parse::<i32>() {
        Ok(exponent) if !(-4..16).contains(&exponent) => {
            let sign = if exponent < 0 { '-' } else { '+' };
            _ = write!(out, "{digits}e{sign}{:02}", exponent.abs());
        }
        _ => _ = write!(out, "{value}"),
    }
}

pub(super) fn bytes(out: &mut String, value: &[u8]) {
    let quote = if value.contains(&b'\'') && !value.contains(&b'"') { '"' } else { '\'' };
    out.push('b');
    out.push(quote);
    for &byte in value {
        match byte {
            b'\\' => out.push_str("\\\\"),
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            _ if byte as char == quote => _ = write!(out, "\\{quote}"),
            0x20..0x7F => out.push(byte as char),
            _ => _ = write!(out, "\\x{byte:02x}"),
        }
    }
    out.push(quote);
}

pub(super) fn string(out: &mut String, value: &Str) {
    match value {
        Str::Utf8(text) => {
            let quote = quote_for(text.as_bytes());
            out.push(quote);
            text_in(out, text, quote);
            out.push(quote);
        }
        Str::Wtf8(bytes) => {
            let quote = quote_for(bytes);
            out.push(quote);
            surrogates_in(out, bytes, quote);
            out.push(quote);
        }
    }
}

/// The `repr` of a name.
pub(super) fn name(out: &mut String, name: &str) {
    out.push('\'');
    text_in(out, name, '\'');
    out.push('\'');
}

fn quote_for(text: &[u8]) -> char {
    if text.contains(&b'\'') && !text.contains(&b'"') { '"' } else { '\'' }
}

fn text_in(out: &mut String, text: &str, quote: char) {
    let plain = |b: u8| (0x20..0x7F).contains(&b) && b != b'\\' && b != quote as u8;
    if text.bytes().all(plain) {
        return out.push_str(text);
    }
    for character in text.chars() {
        match character {
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            _ if character == quote => _ = write!(out, "\\{quote}"),
            _ if is_printable(character) => out.push(character),
            _ => escaped(out, character as u32),
        }
    }
}

fn escaped(out: &mut String, code: u32) {
    _ = match code {
        0..0x100 => write!(out, "\\x{code:02x}"),
        0x100..0x10000 => write!(out, "\\u{code:04x}"),
        _ => write!(out, "\\U{code:08x}"),
    };
}

/// Text with surrogates: the valid stretches as they are, each surrogate (three bytes, the first 0xED) escaped.
fn surrogates_in(out: &mut String, mut bytes: &[u8], quote: char) {
    loop {
        let error = match std::str::from_utf8(bytes) {
            Ok(text) => return text_in(out, text, quote),
            Err(error) => error,
        };
        let (valid, rest) = bytes.split_at(error.valid_up_to());
        text_in(out, &String::from_utf8_lossy(valid), quote);
        let Some((surrogate, after)) = rest.split_at_checked(3) else { return };
        escaped(out, 0xD000 | u32::from(surrogate[1] & 0x3F) << 6 | u32::from(surrogate[2] & 0x3F));
        bytes = after;
    }
}
