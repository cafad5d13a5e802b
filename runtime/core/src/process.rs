//! The start and the end of the process, its arguments and environment.

use core::cell::UnsafeCell;
use core::ptr::null_mut;

use crate::files::{flush_all, put_error};
use crate::sys;

struct Arguments {
    count: i64,
    values: *mut *mut u8,
}

struct Shared(UnsafeCell<Arguments>);

// SAFETY: written once, before anything else runs.
unsafe impl Sync for Shared {}

static ARGUMENTS: Shared = Shared(UnsafeCell::new(Arguments { count: 0, values: null_mut() }));

#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_start(count: i32, values: *mut u8) {
    // SAFETY: `main` calls this first.
    unsafe { *ARGUMENTS.0.get() = Arguments { count: i64::from(count), values: values.cast() } }
    crate::stack::watch();
    crate::memory::keep();
}

/// What is to run at the end: the code of an object, and the object.
struct AtEnd(UnsafeCell<(Option<unsafe extern "C" fn(*mut u8)>, *mut u8)>);

// SAFETY: programs run on one thread of the system.
unsafe impl Sync for AtEnd {}

static AT_END: AtEnd = AtEnd(UnsafeCell::new((None, null_mut())));

/// Has an object called at the end of the program, before its variables go.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_at_end(code: *mut u8, object: *mut u8) {
    // SAFETY: the caller passes an object that lasts, and its code.
    unsafe { *AT_END.0.get() = (core::mem::transmute::<*mut u8, Option<unsafe extern "C" fn(*mut u8)>>(code), object) }
}

/// The program has come to its end, and has said what it failed with.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_end() {
    // SAFETY: as above.
    if let (Some(code), object) = unsafe { *AT_END.0.get() } {
        unsafe { code(object) }
    }
}

/// Writes out what is buffered and gives memory back. The status, of which the system takes the low byte, becomes 120 if writing fails, as CPython's does.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_finish(status: i64) -> i32 {
    crate::numbers::forget_characters();
    if flush_all() { status as i32 } else { 120 }
}

/// Ends the process with a message: what happened can't be an exception any more.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_abort(text: *mut u8, length: i64) {
    flush_all();
    // SAFETY: the caller passes that many bytes.
    unsafe {
        put_error(core::slice::from_raw_parts(text, length as usize));
        sys::_exit(1)
    }
}

pub(crate) fn end_with(text: &str) -> ! {
    flush_all();
    put_error(text.as_bytes());
    // SAFETY: ends the process.
    unsafe { sys::_exit(1) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_argument_count() -> i64 {
    // SAFETY: set at the start.
    unsafe { (*ARGUMENTS.0.get()).count }
}

/// An argument with a zero byte at its end. The index is within range.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_argument(index: i64) -> *mut u8 {
    // SAFETY: set at the start.
    unsafe { *(*ARGUMENTS.0.get()).values.add(index as usize) }
}

/// The value of a variable, with a zero byte at its end, or null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_environment(name: *mut u8, length: i64) -> *mut u8 {
    let mut buffer = [0u8; 1024];
    let length = length as usize;
    if length >= buffer.len() {
        return null_mut();
    }
    // SAFETY: the caller passes that many bytes, and they fit.
    unsafe {
        buffer.as_mut_ptr().copy_from_nonoverlapping(name, length);
        sys::getenv(buffer.as_ptr().cast()).cast()
    }
}

/// The bytes before a text's zero byte.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_text_length(text: *mut u8) -> i64 {
    // SAFETY: there is a zero byte.
    unsafe { sys::strlen(text.cast()) as i64 }
}
