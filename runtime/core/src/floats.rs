//! The digits of floats: shortest ones that read back the same, a given number of them, and reading them.

use core::fmt::{self, Write};

/// Text in memory of fixed size. What does not fit is counted and dropped.
struct Text<'b> {
    bytes: &'b mut [u8],
    length: usize,
}

impl Write for Text<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let room = self.bytes.len().saturating_sub(self.length);
        let fits = text.len().min(room);
        if fits > 0 {
            self.bytes[self.length..self.length + fits].copy_from_slice(&text.as_bytes()[..fits]);
        }
        self.length += text.len();
        Ok(())
    }
}

/// Digits and the exponent of the first one.
struct Digits {
    bytes: [u8; LONGEST],
    length: usize,
    exponent: i32,
}

/// A double has at most 767 digits; asking for more gives zeros, which are added when writing.
const LONGEST: usize = 800;

impl Digits {
    /// The shortest digits of a positive number, or `count` digits, correctly rounded.
    fn of(value: f64, count: Option<usize>) -> Self {
        let mut bytes = [0; LONGEST];
        let mut text = Text { bytes: &mut bytes, length: 0 };
        let written = match count {
            None => write!(text, "{value:e}"),
            Some(count) => write!(text, "{value:.*e}", count.clamp(1, LONGEST - 16) - 1),
        };
        let end = if written.is_ok() { text.length.min(LONGEST) } else { 0 };
        // `d.ddde-xx`: the digits move together and the rest is the exponent.
        let mark = bytes[..end].iter().position(|byte| *byte == b'e').unwrap_or(end);
        let exponent = core::str::from_utf8(bytes.get(mark + 1..end).unwrap_or(&[])).ok().and_then(|text| text.parse().ok()).unwrap_or(0);
        let mut length = mark;
        if mark > 1 {
            bytes.copy_within(2..mark, 1);
            length -= 1;
        }
        Self { bytes, length, exponent }
    }

    /// Of two shortest texts that are equally near the even one counts. There can be two only where a number has its last
    /// bits behind the point and all its digits are needed.
    fn prefer_even(&mut self, value: f64) {
        const EXACT: usize = 64;
        if self.length < 16 || value < 1024.0 || self.bytes[self.length - 1] % 2 == 0 {
            return;
        }
        let exact = Self::of(value, Some(EXACT));
        let (kept, rest) = exact.bytes[..exact.length].split_at(self.length);
        let is_between = rest.first() == Some(&b'5') && rest[1..].iter().all(|digit| *digit == b'0');
        if is_between && exact.exponent == self.exponent {
            // The odd digit is next to the even one: below it if it is what the exact digits begin with.
            let last = self.length - 1;
            self.bytes[last] = if kept[last] == self.bytes[last] { kept[last] + 1 } else { kept[last] };
        }
    }

    fn digits(&self) -> &str {
        core::str::from_utf8(&self.bytes[..self.length]).unwrap_or("")
    }

    fn strip_zeros(&mut self) {
        while self.length > 1 && self.bytes[self.length - 1] == b'0' {
            self.length -= 1;
        }
    }

    /// `d.ddde+xx`
    fn scientific(&self, text: &mut Text<'_>, point: bool) -> fmt::Result {
        let (first, rest) = self.digits().split_at(1);
        text.write_str(first)?;
        if point || !rest.is_empty() {
            text.write_str(".")?;
        }
        text.write_str(rest)?;
        let sign = if self.exponent < 0 { '-' } else { '+' };
        write!(text, "e{sign}{:02}", self.exponent.unsigned_abs())
    }

    /// `ddd.ddd`; at least `decimals` after the point.
    fn positional(&self, text: &mut Text<'_>, decimals: usize, point: bool) -> fmt::Result {
        let digits = self.digits();
        let whole = usize::try_from(self.exponent + 1).unwrap_or(0);
        if whole == 0 {
            text.write_str("0")?;
        }
        text.write_str(&digits[..whole.min(digits.len())])?;
        zeros(text, whole.saturating_sub(digits.len()))?;
        let leading = usize::try_from(-self.exponent - 1).unwrap_or(0);
        let rest = digits.get(whole..).unwrap_or("");
        let after = leading + rest.len();
        if point || after > 0 || decimals > 0 {
            text.write_str(".")?;
        }
        zeros(text, leading)?;
        text.write_str(rest)?;
        zeros(text, decimals.saturating_sub(after))
    }
}

fn zeros(text: &mut Text<'_>, count: usize) -> fmt::Result {
    (0..count).try_for_each(|_| text.write_str("0"))
}

/// Writes the sign, and the whole of what is no number; gives whether that was all.
fn special(text: &mut Text<'_>, value: f64) -> Result<bool, fmt::Error> {
    if value.is_nan() {
        text.write_str("nan")?;
        return Ok(true);
    }
    if value.is_sign_negative() {
        text.write_str("-")?;
    }
    if value.is_infinite() {
        text.write_str("inf")?;
    }
    Ok(value.is_infinite())
}

fn repr(text: &mut Text<'_>, value: f64) -> fmt::Result {
    if special(text, value)? {
        return Ok(());
    }
    let mut digits = Digits::of(value.abs(), None);
    digits.prefer_even(value.abs());
    if (-4..16).contains(&digits.exponent) { digits.positional(text, 1, true) } else { digits.scientific(text, false) }
}

fn format(text: &mut Text<'_>, value: f64, kind: u8, precision: usize, alternate: bool) -> fmt::Result {
    if special(text, value)? {
        return Ok(());
    }
    let value = value.abs();
    match kind {
        b'e' => {
            let digits = Digits::of(value, Some(precision + 1));
            digits.scientific(text, alternate)
        }
        b'f' => {
            write!(text, "{value:.*}", precision.min(usize::from(u16::MAX)))?;
            if alternate && precision == 0 { text.write_str(".") } else { Ok(()) }
        }
        _ => general(text, value, precision.max(1), alternate),
    }
}

/// `g`: whichever of the two is shorter, without zeros at the end unless they are asked for.
fn general(text: &mut Text<'_>, value: f64, precision: usize, alternate: bool) -> fmt::Result {
    let mut digits = Digits::of(value, Some(precision));
    let scientific = digits.exponent < -4 || digits.exponent >= precision as i32;
    if !alternate {
        digits.strip_zeros();
    }
    if scientific { digits.scientific(text, alternate) } else { digits.positional(text, 0, alternate) }
}

/// As Python's `repr`. There must be room for 32 bytes; gives how many were written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_float_repr(value: f64, bytes: *mut u8) -> i64 {
    // SAFETY: the caller passes the room.
    let mut text = Text { bytes: unsafe { core::slice::from_raw_parts_mut(bytes, 32) }, length: 0 };
    let _ = repr(&mut text, value);
    text.length as i64
}

/// As `format` with `e`, `f` or `g`, a precision and perhaps `#`. Gives how many bytes there are; those that had no room are not written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_float_format(value: f64, kind: i64, precision: i64, alternate: bool, bytes: *mut u8, room: i64) -> i64 {
    // SAFETY: the caller passes the room.
    let mut text = Text { bytes: unsafe { core::slice::from_raw_parts_mut(bytes, room as usize) }, length: 0 };
    let _ = format(&mut text, value, kind as u8, precision.max(0) as usize, alternate);
    text.length as i64
}

/// Reads a whole text as a float: digits, point and exponent, `inf`, `infinity` or `nan`, with a sign or without, and nothing else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_float_parse(bytes: *mut u8, length: i64, value: *mut u8) -> bool {
    // SAFETY: the caller passes that many bytes and a place for the value.
    unsafe {
        let text = core::str::from_utf8(core::slice::from_raw_parts(bytes, length as usize)).ok();
        let Some(number) = text.and_then(|text| text.parse::<f64>().ok()) else { return false };
        value.cast::<f64>().write_unaligned(number);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn repr_of(value: f64) -> String {
        let mut bytes = [0; 32];
        let mut text = Text { bytes: &mut bytes, length: 0 };
        repr(&mut text, value).unwrap();
        let length = text.length;
        String::from_utf8(bytes[..length].to_vec()).unwrap()
    }

    fn format_of(value: f64, kind: u8, precision: usize, alternate: bool) -> String {
        let mut bytes = [0; 512];
        let mut text = Text { bytes: &mut bytes, length: 0 };
        format(&mut text, value, kind, precision, alternate).unwrap();
        let length = text.length;
        String::from_utf8(bytes[..length].to_vec()).unwrap()
    }

    #[test]
    fn repr_is_pythons() {
        for (value, text) in [
            (0.0, "0.0"),
            (-0.0, "-0.0"),
            (1.0, "1.0"),
            (0.1, "0.1"),
            (1e15, "1000000000000000.0"),
            (1e16, "1e+16"),
            (1.5e300, "1.5e+300"),
            (0.0001, "0.0001"),
            (0.00001, "1e-05"),
            (123456.789, "123456.789"),
            (f64::INFINITY, "inf"),
            (f64::NEG_INFINITY, "-inf"),
            (f64::NAN, "nan"),
            (5e-324, "5e-324"),
            (1.7976931348623157e308, "1.7976931348623157e+308"),
        ] {
            assert_eq!(repr_of(value), text);
        }
    }

    #[test]
    fn formats_are_pythons() {
        for (value, kind, precision, alternate, text) in [
            (3.14159, b'f', 2, false, "3.14"),
            (2.5, b'f', 0, false, "2"),
            (2.5, b'f', 0, true, "2."),
            (0.0, b'e', 6, false, "0.000000e+00"),
            (12345.678, b'e', 3, false, "1.235e+04"),
            (12345.678, b'e', 0, false, "1e+04"),
            (12345.678, b'g', 6, false, "12345.7"),
            (1234567.0, b'g', 6, false, "1.23457e+06"),
            (100000.0, b'g', 6, false, "100000"),
            (0.0001, b'g', 6, false, "0.0001"),
            (0.00001, b'g', 6, false, "1e-05"),
            (1.0, b'g', 6, true, "1.00000"),
            (100.0, b'g', 3, true, "100."),
            (9.999, b'g', 2, false, "10"),
            (-1.5, b'g', 0, false, "-2"),
        ] {
            assert_eq!(format_of(value, kind, precision, alternate), text, "{value} {}", kind as char);
        }
    }
}

unsafe extern "C" {
    fn pow(base: f64, exponent: f64) -> f64;
}

/// C's `pow`. Compiled code calls it by a name of the runtime's, for LLVM takes what it knows as `pow` for something that may differ in the last bit.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_float_power(base: f64, exponent: f64) -> f64 {
    // SAFETY: a function of numbers.
    unsafe { pow(base, exponent) }
}
