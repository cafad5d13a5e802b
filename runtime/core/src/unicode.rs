//! What Unicode says of code points, as CPython 3.11 knows it. Linked into programs only if they ask.

#[rustfmt::skip]
mod tables;

use tables::{FOLDED, LOWER, RUNS, SETS, SPECIAL, TITLE, UPPER, ZEROS};

/// The properties of a code point: letter, decimal, digit, numeric, space, printable, lower, upper, title, cased, case-ignorable, starts an identifier,
/// goes on with one; the lowest bit first.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_unicode_flags(code: i64) -> i64 {
    let Ok(code) = u32::try_from(code) else { return 0 };
    let run = RUNS.partition_point(|run| run >> 8 <= code);
    run.checked_sub(1).and_then(|run| SETS.get((RUNS[run] & 0xff) as usize)).map_or(0, |set| i64::from(*set))
}

/// Where the next run of code points with the same properties starts; 0x110000 behind the last.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_unicode_next(code: i64) -> i64 {
    let run = RUNS.partition_point(|run| i64::from(run >> 8) <= code);
    RUNS.get(run).map_or(0x11_0000, |run| i64::from(run >> 8))
}

/// The value of a decimal digit, or -1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_unicode_decimal(code: i64) -> i64 {
    let Ok(code) = u32::try_from(code) else { return -1 };
    let zero = ZEROS.partition_point(|zero| *zero <= code);
    match zero.checked_sub(1).map(|zero| code - ZEROS[zero]) {
        Some(value @ 0..=9) => i64::from(value),
        _ => -1,
    }
}

/// Writes what a code point maps to (0 lower, 1 upper, 2 title, 3 folded); gives how many there are, up to three.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_unicode_case(code: i64, mapping: i64, target: *mut u8) -> i64 {
    let (mapped, count) = map(code as u32, mapping as u8);
    for (index, code) in mapped.iter().enumerate().take(count) {
        // SAFETY: the caller has room for three.
        unsafe { target.cast::<i64>().add(index).write(i64::from(*code)) };
    }
    count as i64
}

fn map(code: u32, mapping: u8) -> ([u32; 3], usize) {
    let at = SPECIAL.partition_point(|(other, number, _)| (*number, *other) < (mapping, code));
    if let Some((other, number, to)) = SPECIAL.get(at)
        && (*other, *number) == (code, mapping)
    {
        return (*to, if to[2] == 0 { 2 } else { 3 });
    }
    let runs: &[(u32, u16, u16, i32)] = match mapping {
        0 => &LOWER,
        1 => &UPPER,
        2 => &TITLE,
        _ => &FOLDED,
    };
    // Runs of every other code point may lie between each other.
    let end = runs.partition_point(|(start, ..)| *start <= code);
    let found = runs[..end].iter().rev().take(2).find(|(start, count, stride, _)| {
        let distance = code - start;
        distance % u32::from(*stride) == 0 && distance / u32::from(*stride) < u32::from(*count)
    });
    let to = found.map_or(code, |(.., delta)| code.wrapping_add_signed(*delta));
    ([to, 0, 0], 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mapped(c: char, mapping: u8) -> String {
        let (codes, count) = map(c as u32, mapping);
        codes[..count].iter().map(|code| char::from_u32(*code).unwrap()).collect()
    }

    #[test]
    fn case_mappings() {
        assert_eq!(mapped('A', 0), "a");
        assert_eq!(mapped('ß', 1), "SS");
        assert_eq!(mapped('ß', 3), "ss");
        assert_eq!(mapped('ǆ', 2), "ǅ");
        assert_eq!(mapped('ÿ', 1), "Ÿ");
        assert_eq!(mapped('İ', 0), "i\u{307}");
        assert_eq!(mapped('5', 1), "5");
        // Rust's own tables know the same small and capital letters where they are single.
        for c in ('\u{0}'..'\u{3000}').filter(|c| c.to_uppercase().count() == 1 && c.to_lowercase().count() == 1) {
            let known = |mapping: String, rust: String| mapping == rust || mapping == c.to_string();
            assert!(known(mapped(c, 0), c.to_lowercase().collect()), "{c}");
            assert!(known(mapped(c, 1), c.to_uppercase().collect()), "{c}");
        }
    }

    #[test]
    fn properties() {
        let flags = |c: char| unsafe { pyc_unicode_flags(c as i64) };
        assert_eq!(flags('a') & 0b1_1110_0001, 0b0_0110_0001);
        assert_eq!(flags('٣') & 0b1111, 0b1110);
        assert_eq!(flags('\u{85}') & 16, 16);
        assert_eq!(unsafe { pyc_unicode_decimal('٣' as i64) }, 3);
        assert_eq!(unsafe { pyc_unicode_decimal('a' as i64) }, -1);
    }
}
