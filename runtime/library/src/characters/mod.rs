//! What Unicode says of characters beyond what texts need: `unicodedata`, as CPython 3.11 knows it.

#[rustfmt::skip]
mod tables;

use tables::{DIGITS, NUMBERS, PARTS, PUT_TOGETHER, RUNS, SETS, TAKEN_APART};

/// The names of characters, one a line, compressed as zlib does it.
static NAMES: &[u8] = include_bytes!("names.bin");

/// Category, direction, width, whether it is mirrored, and the combining class, as bits of a number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_character_properties(code: i64) -> i64 {
    let run = RUNS.partition_point(|run| i64::from(run >> 9) <= code);
    run.checked_sub(1).map_or(0, |run| i64::from(SETS[(RUNS[run] & 0x1ff) as usize]))
}

/// Writes what a code point is taken apart to, 18 at most; gives how many there are, above the number of its kind.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_character_parts(code: i64, target: *mut u8) -> i64 {
    let Ok(at) = TAKEN_APART.binary_search_by_key(&code, |(other, _)| i64::from(other & 0xff_ffff)) else { return 0 };
    let (tagged, place) = TAKEN_APART[at];
    let (start, count) = ((place >> 5) as usize, (place & 31) as usize);
    for (index, part) in PARTS[start..start + count].iter().enumerate() {
        // SAFETY: the caller has room for 18.
        unsafe { target.cast::<i64>().add(index).write(i64::from(*part)) };
    }
    (count as i64) << 8 | i64::from(tagged >> 24)
}

/// The code point that two are put together to, or -1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_character_pair(first: i64, second: i64) -> i64 {
    let found = PUT_TOGETHER.binary_search_by_key(&(first, second), |(first, second, _)| (i64::from(*first), i64::from(*second)));
    found.map_or(-1, |at| i64::from(PUT_TOGETHER[at].2))
}

/// The value of a digit that is not decimal, or -1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_character_digit(code: i64) -> i64 {
    DIGITS.binary_search_by_key(&code, |(other, _)| i64::from(*other)).map_or(-1, |at| i64::from(DIGITS[at].1))
}

/// The number that a character stands for; no number where it stands for none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_character_number(code: i64) -> f64 {
    let run = NUMBERS.partition_point(|(start, ..)| i64::from(*start) <= code);
    match run.checked_sub(1).map(|run| NUMBERS[run]) {
        Some((start, count, first)) if code - i64::from(start) < i64::from(count) => first + (code - i64::from(start)) as f64,
        _ => f64::NAN,
    }
}

/// Writes the address and the size of the names of characters.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_character_names(words: *mut u8) {
    // SAFETY: the caller passes room for two words.
    unsafe { words.cast::<[usize; 2]>().write([NAMES.as_ptr() as usize, NAMES.len()]) };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters() {
        let mut parts = [0i64; 18];
        let target = parts.as_mut_ptr().cast();
        // SAFETY: there is room for 18.
        unsafe {
            assert_eq!(pyc_character_properties('A' as i64) & 31, 1);
            assert_eq!(pyc_character_properties(0x301) >> 14, 230);
            assert_eq!(pyc_character_properties(-1), 0);
            assert_eq!(pyc_character_parts('é' as i64, target), 2 << 8);
            assert_eq!(parts[..2], ['e' as i64, 0x301]);
            assert_eq!(pyc_character_parts('e' as i64, target), 0);
            assert_eq!(pyc_character_pair('e' as i64, 0x301), 'é' as i64);
            assert_eq!(pyc_character_pair('e' as i64, 'e' as i64), -1);
            assert_eq!(pyc_character_digit('²' as i64), 2);
            assert_eq!(pyc_character_digit('2' as i64), -1);
            assert_eq!(pyc_character_number('½' as i64), 0.5);
            assert_eq!(pyc_character_number('7' as i64), 7.0);
            assert!(pyc_character_number('a' as i64).is_nan());
        }
    }
}
