//! What compiled code calls.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::slice::{from_raw_parts, from_raw_parts_mut};

use super::backtrack::{NOWHERE, Wanted};
use super::matcher::Matcher;
use super::source::{Error, Kind};

/// A pattern, or what is wrong with it.
type Compiled = core::result::Result<Matcher, Error>;

/// In `flags` beside Python's: the pattern is made of bytes.
const BYTES: i64 = 1 << 32;

/// Ways to search: only where the search starts; that, and up to the end; not nothing where the search starts; in an ASCII text.
const ANCHORED: i64 = 1;
const FULL: i64 = 2;
const ADVANCE: i64 = 4;
const ASCII_TEXT: i64 = 8;

unsafe fn compiled<'a>(regex: *mut u8) -> &'a mut Compiled {
    // SAFETY: the caller passes what `pyc_regex_compile` gave.
    unsafe { &mut *regex.cast::<Compiled>() }
}

/// Reads a pattern of `size` bytes. What is given is to be freed whether it is a pattern or an error.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_regex_compile(pattern: *mut u8, size: i64, flags: i64) -> *mut u8 {
    // SAFETY: the caller passes that many bytes.
    let pattern = unsafe { from_raw_parts(pattern, size as usize) };
    let is_text = flags & BYTES == 0;
    let characters: Vec<char> = match is_text {
        true => alloc::string::String::from_utf8_lossy(pattern).chars().collect(),
        false => pattern.iter().copied().map(char::from).collect(),
    };
    let compiled: Compiled = Matcher::new(characters, flags & !BYTES, is_text);
    Box::into_raw(Box::new(compiled)).cast()
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_regex_free(regex: *mut u8) {
    // SAFETY: the caller passes what `pyc_regex_compile` gave, for the last time.
    drop(unsafe { Box::from_raw(regex.cast::<Compiled>()) });
}

/// Tells whether there is an error; writes its text and the text's size, its position or -1, and which exception it is.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_regex_error(regex: *mut u8, words: *mut u8) -> bool {
    // SAFETY: the caller has room for four words.
    let (compiled, words) = unsafe { (compiled(regex), from_raw_parts_mut(words.cast::<i64>(), 4)) };
    let Err(error) = compiled else { return false };
    words[0] = error.text.as_ptr() as i64;
    words[1] = error.text.len() as i64;
    words[2] = error.position.map_or(-1, |position| position as i64);
    words[3] = match error.kind {
        Kind::Pattern => 0,
        Kind::Overflow => 1,
        Kind::Value => 2,
        Kind::Recursion => 3,
    };
    true
}

/// The flags of a pattern, its own included.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_regex_flags(regex: *mut u8) -> i64 {
    // SAFETY: the caller passes a pattern.
    unsafe { compiled(regex) }.as_ref().map_or(0, |matcher| matcher.flags)
}

/// The number of a pattern's groups.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_regex_groups(regex: *mut u8) -> i64 {
    // SAFETY: the caller passes a pattern.
    unsafe { compiled(regex) }.as_ref().map_or(0, |matcher| matcher.names.len() as i64 - 1)
}

/// Writes the address of a group's name and gives its size; 0 where it has none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_regex_name(regex: *mut u8, group: i64, address: *mut u8) -> i64 {
    // SAFETY: the caller passes a pattern and room for a word.
    unsafe {
        let names = compiled(regex).as_ref().map_or(&[][..], |matcher| &matcher.names);
        let Some(Some(name)) = names.get(group as usize) else { return 0 };
        address.cast::<*const u8>().write(name.as_ptr());
        name.len() as i64
    }
}

/// Looks for a match in a text of `size` bytes from a place on. `slots` holds at first how many numbers are wanted; then where the match starts and ends, the same
/// for each group, and the number of the group that was closed last; -1 for what there is not.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_regex_search(regex: *mut u8, text: *mut u8, size: i64, from: i64, way: i64, slots: *mut u8) -> bool {
    // SAFETY: the caller passes a pattern, that many bytes, and room for as many words as the first says.
    let (regex, text, slots) = unsafe {
        let wanted = slots.cast::<usize>().read();
        (compiled(regex), from_raw_parts(text, size as usize), from_raw_parts_mut(slots.cast::<usize>(), wanted))
    };
    let Ok(matcher) = regex else { return false };
    let wanted = Wanted { anchored: way & (ANCHORED | FULL) != 0, full: way & FULL != 0, advance: way & ADVANCE != 0 };
    // `NOWHERE` is -1 as a signed number.
    const { assert!(NOWHERE as i64 == -1) };
    matcher.search(text, way & ASCII_TEXT != 0, from as usize, wanted, slots)
}
