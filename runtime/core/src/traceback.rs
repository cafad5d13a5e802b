//! Tracebacks: gathering where an exception has been, and printing that as CPython 3.11 does, source lines and carets included.

mod carets;
mod source;

use core::ffi::CStr;
use core::fmt::{self, Write};

use crate::files::{flush_all, put_error};
use crate::memory::{EXCEPTION_PREFIX, pyc_alloc, pyc_free, pyc_realloc, pyc_type_name};
use source::Source;

/// What compiled code says of a function.
#[repr(C)]
struct Function {
    name: *const u8,
    file: *const u8,
}

/// A call or a `raise` that the exception came through.
#[derive(Clone, Copy, PartialEq)]
#[repr(C)]
pub(crate) struct Entry {
    function: *const Function,
    pub(crate) line: u32,
    pub(crate) end_line: u32,
    /// In bytes, from 0.
    pub(crate) column: u32,
    pub(crate) end_column: u32,
}

/// The entries follow, the innermost one first.
#[repr(C)]
struct Traceback {
    count: usize,
    room: usize,
}

const FIRST_ROOM: usize = 6;
/// CPython shows no more entries than these, the innermost ones. Endless recursion it ends after as many calls, so of that they are the outermost ones.
const MOST: usize = 1000;

/// Where an exception keeps its traceback.
unsafe fn slot(exception: *mut u8) -> *mut *mut Traceback {
    // SAFETY: exceptions have the prefix.
    unsafe { exception.sub(EXCEPTION_PREFIX).cast() }
}

fn bytes_for(entries: usize) -> i64 {
    (size_of::<Traceback>() + entries * size_of::<Entry>()) as i64
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_traceback(exception: *mut u8, function: *mut u8, lines: i64, columns: i64) {
    let low = |pair: i64| pair as u64 as u32;
    let high = |pair: i64| (pair as u64 >> 32) as u32;
    let entry =
        Entry { function: function.cast(), line: low(lines), end_line: high(lines), column: low(columns), end_column: high(columns) };
    // SAFETY: the exception owns its traceback, which has room for the entry.
    unsafe {
        let slot = slot(exception);
        if (*slot).is_null() {
            *slot = pyc_alloc(bytes_for(FIRST_ROOM)).cast();
            **slot = Traceback { count: 0, room: FIRST_ROOM };
        } else if (**slot).count >= 2 * MOST {
            if !is_endless(exception) {
                return;
            }
            let entries = slot.read().add(1).cast::<Entry>();
            entries.copy_from(entries.add((**slot).count - MOST), MOST);
            (**slot).count = MOST;
        } else if (**slot).count == (**slot).room {
            let room = (**slot).room * 2;
            *slot = pyc_realloc((*slot).cast(), bytes_for(room)).cast();
            (**slot).room = room;
        }
        let traceback = *slot;
        traceback.add(1).cast::<Entry>().add((*traceback).count).write(entry);
        (*traceback).count += 1;
    }
}

/// Whether an exception says that calls are nested without end.
unsafe fn is_endless(exception: *mut u8) -> bool {
    // SAFETY: classes have names.
    unsafe { CStr::from_ptr(pyc_type_name(exception).cast()) == c"RecursionError" }
}

/// Forgets where an exception has been.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_traceback_clear(exception: *mut u8) {
    // SAFETY: the exception owns its traceback.
    unsafe {
        let slot = slot(exception);
        pyc_free((*slot).cast());
        *slot = core::ptr::null_mut();
    }
}

/// Where an exception has been, the innermost place first. They last until the next one is added.
unsafe fn entries<'a>(exception: *mut u8) -> &'a [Entry] {
    // SAFETY: the exception owns its traceback.
    unsafe {
        let traceback = *slot(exception);
        if traceback.is_null() {
            return &[];
        }
        core::slice::from_raw_parts(traceback.add(1).cast::<Entry>(), (*traceback).count)
    }
}

/// The number of places where an exception has been.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_traceback_size(exception: *mut u8) -> i64 {
    // SAFETY: the exception lasts as long as this call.
    unsafe { entries(exception).len() as i64 }
}

/// Writes six words: the function's name and its file's, with a zero byte at their ends, first and last line, first and last column. The index is
/// within range.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_traceback_entry(exception: *mut u8, index: i64, words: *mut u8) {
    // SAFETY: the caller passes room for the words; functions' records are constants of the program.
    unsafe {
        let entry = entries(exception)[index as usize];
        let texts = [(*entry.function).name as usize, (*entry.function).file as usize];
        let numbers = [entry.line, entry.end_line, entry.column, entry.end_column].map(|number| number as usize);
        words.cast::<[usize; 2]>().write(texts);
        words.cast::<[usize; 4]>().byte_add(size_of_val(&texts)).write(numbers);
    }
}

/// Prints where an exception has been to standard error.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_traceback_print(exception: *mut u8) {
    flush_all();
    // SAFETY: the exception lasts as long as this call.
    let shown = unsafe { shown(exception) };
    if shown.is_empty() {
        return;
    }
    let mut out = Out { used: 0, bytes: [0; 1024], kept: None };
    let _ = print(&mut out, shown);
    out.flush();
}

/// Writes the address and the size of what [`pyc_traceback_print`] would print. It is to be freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_traceback_text(exception: *mut u8, words: *mut u8) {
    // SAFETY: the exception lasts as long as this call.
    let shown = unsafe { shown(exception) };
    let mut out = Out { used: 0, bytes: [0; 1024], kept: Some(Text { data: core::ptr::null_mut(), size: 0 }) };
    if !shown.is_empty() {
        let _ = print(&mut out, shown);
    }
    out.flush();
    let text = out.kept.map_or([0; 2], |text| [text.data as usize, text.size]);
    // SAFETY: the caller passes room for two words.
    unsafe { words.cast::<[usize; 2]>().write(text) };
}

/// The entries that are shown.
unsafe fn shown<'a>(exception: *mut u8) -> &'a [Entry] {
    // SAFETY: the exception lasts as long as this call.
    let entries = unsafe { entries(exception) };
    let left_out = entries.len().saturating_sub(MOST);
    // SAFETY: as above.
    if unsafe { is_endless(exception) } { &entries[left_out..] } else { &entries[..entries.len() - left_out] }
}

/// Prints an exception that nobody caught, with the program's own words for it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_uncaught(exception: *mut u8, text: *mut u8, length: i64) {
    // SAFETY: the caller passes an exception and its text.
    unsafe {
        pyc_traceback_print(exception);
        if !text.is_null() {
            put_error(core::slice::from_raw_parts(text, length as usize));
            put_error(b"\n");
        }
    }
}

/// Standard error, with a buffer so that a line is one write; or a text that is kept.
struct Out {
    used: usize,
    bytes: [u8; 1024],
    kept: Option<Text>,
}

struct Text {
    data: *mut u8,
    size: usize,
}

impl Text {
    fn append(&mut self, bytes: &[u8]) {
        // SAFETY: there is room for what is behind the text.
        unsafe {
            self.data = pyc_realloc(self.data, (self.size + bytes.len()) as i64);
            self.data.add(self.size).copy_from(bytes.as_ptr(), bytes.len());
        }
        self.size += bytes.len();
    }
}

impl Out {
    fn flush(&mut self) {
        let used = core::mem::take(&mut self.used);
        match &mut self.kept {
            Some(text) if used > 0 => text.append(&self.bytes[..used]),
            Some(_) => {}
            None => put_error(&self.bytes[..used]),
        }
    }

    fn put(&mut self, bytes: &[u8]) {
        if self.used + bytes.len() > self.bytes.len() {
            self.flush();
        }
        if bytes.len() > self.bytes.len() {
            match &mut self.kept {
                Some(text) => text.append(bytes),
                None => put_error(bytes),
            }
        } else {
            self.bytes[self.used..self.used + bytes.len()].copy_from_slice(bytes);
            self.used += bytes.len();
        }
    }
}

impl Write for Out {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.put(text.as_bytes());
        Ok(())
    }
}

/// A line that comes again more often than this is counted instead.
const REPEATS: usize = 3;

fn print(out: &mut Out, entries: &[Entry]) -> fmt::Result {
    out.put(b"Traceback (most recent call last):\n");
    let mut source = Source::new();
    let mut same = 0;
    let mut last: Option<&Entry> = None;
    for entry in entries.iter().rev() {
        same = if last.is_some_and(|last| last.function == entry.function && last.line == entry.line) {
            same + 1
        } else {
            repeated(out, same)?
        };
        last = Some(entry);
        if same < REPEATS {
            print_entry(out, entry, &mut source)?;
        }
    }
    repeated(out, same).map(drop)
}

/// Says how often the last line came again; gives the number of repeats of the next.
fn repeated(out: &mut Out, same: usize) -> Result<usize, fmt::Error> {
    if same >= REPEATS {
        let more = same + 1 - REPEATS;
        writeln!(out, "  [Previous line repeated {more} more time{}]", if more == 1 { "" } else { "s" })?;
    }
    Ok(0)
}

fn print_entry(out: &mut Out, entry: &Entry, source: &mut Source) -> fmt::Result {
    // SAFETY: the record and its texts are constants of the program.
    let (name, file) = unsafe {
        let function = &*entry.function;
        (CStr::from_ptr(function.name.cast()), CStr::from_ptr(function.file.cast()))
    };
    out.put(b"  File \"");
    out.put(file.to_bytes());
    write!(out, "\", line {}, in ", entry.line)?;
    out.put(name.to_bytes());
    out.put(b"\n");
    let Some(line) = source.line(file, entry.line) else { return Ok(()) };
    let shown = line.trim_ascii_start();
    if shown.is_empty() {
        return Ok(());
    }
    out.put(b"    ");
    out.put(shown.trim_ascii_end());
    out.put(b"\n");
    carets::print(entry, line, |bytes| out.put(bytes));
    Ok(())
}
