//! Allocation, and the end of objects' lives.

use core::cell::UnsafeCell;
use core::ffi::c_void;
use core::ptr::null_mut;

use crate::process::end_with;
use crate::{pool, sys};

/// The header that every object starts with.
#[repr(C)]
pub(crate) struct Object {
    /// The number of owners; in an object that waits for its end, the address of the next one that does.
    count: usize,
    kind: *const Kind,
}

/// A class's static record.
#[repr(C)]
pub(crate) struct Kind {
    number: i64,
    pub(crate) flags: i64,
    drop: unsafe extern "C" fn(*mut u8),
    name: *const u8,
}

/// Before the header of an exception: a word for its traceback, and one to keep the alignment.
pub(crate) const EXCEPTION_PREFIX: usize = 16;
/// Above this many bytes the kernel's fresh pages, which are zero, beat clearing.
const LARGE: usize = 1 << 16;

/// What `mallopt` calls the most memory that is kept at the end of the heap, and the least that gets pages of its own.
const TRIM_THRESHOLD: i32 = -1;
const MMAP_THRESHOLD: i32 = -3;
/// A list that comes and goes with every round of a loop is to come from the same pages; one that outgrows this is moved by the kernel, not copied.
const KEPT: i32 = 64 << 20;
const OWN_PAGES: i32 = 4 << 20;

/// Lets `malloc` keep what is freed, where it would give pages to the system and have it clear others for the next block.
pub(crate) fn keep() {
    // SAFETY: both are sizes.
    unsafe {
        sys::mallopt(TRIM_THRESHOLD, KEPT);
        sys::mallopt(MMAP_THRESHOLD, OWN_PAGES);
    }
}

fn checked(memory: *mut c_void) -> *mut u8 {
    if memory.is_null() { end_with("MemoryError\n") } else { memory.cast() }
}

/// Sizes below zero come from sizes that did not fit: there is no such memory.
fn size(bytes: i64) -> usize {
    usize::try_from(bytes).unwrap_or_else(|_| end_with("MemoryError\n")).max(1)
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_alloc(bytes: i64) -> *mut u8 {
    // SAFETY: the pool takes small sizes, malloc any.
    unsafe { if (1..=pool::LARGEST as i64).contains(&bytes) { checked(pool::take(bytes as usize).cast()) } else { alloc_large(bytes) } }
}

#[inline(never)]
unsafe fn alloc_large(bytes: i64) -> *mut u8 {
    // SAFETY: malloc takes any size.
    checked(unsafe { sys::malloc(size(bytes)) })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_alloc_zeroed(bytes: i64) -> *mut u8 {
    let bytes = size(bytes);
    // SAFETY: the memory has that many bytes.
    unsafe {
        if bytes >= LARGE {
            return checked(sys::calloc(1, bytes));
        }
        let memory = pyc_alloc(bytes as i64);
        memory.write_bytes(0, bytes);
        memory
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_alloc_exception(bytes: i64) -> *mut u8 {
    // SAFETY: the prefix is part of what is allocated.
    unsafe { pyc_alloc_zeroed(bytes.saturating_add(EXCEPTION_PREFIX as i64)).add(EXCEPTION_PREFIX) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_realloc(memory: *mut u8, bytes: i64) -> *mut u8 {
    // SAFETY: the caller owns the memory, of which as much is copied as fits both.
    unsafe {
        let Some(room) = pool::size_of_block(memory) else { return checked(sys::realloc(memory.cast(), size(bytes))) };
        let bytes = size(bytes);
        if bytes <= room {
            return memory;
        }
        let larger = pyc_alloc(bytes as i64);
        larger.copy_from_nonoverlapping(memory, room);
        pool::give(memory);
        larger
    }
}

/// Whether as many bytes can be allocated: sizes from a program's input may be more than there is.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_has_memory(bytes: i64) -> bool {
    // SAFETY: malloc takes any size.
    unsafe {
        // What is only freed need not be allocated, for all that LLVM knows.
        let memory = core::hint::black_box(sys::malloc(size(bytes)));
        sys::free(memory);
        !memory.is_null()
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_free(memory: *mut u8) {
    // SAFETY: the caller owns the memory.
    unsafe {
        if !pool::give(memory) {
            sys::free(memory.cast());
        }
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_free_exception(object: *mut u8) {
    // SAFETY: the object was made by `pyc_alloc_exception`.
    unsafe {
        crate::traceback::pyc_traceback_clear(object);
        pyc_free(object.sub(EXCEPTION_PREFIX));
    }
}

/// Ends of objects that go on inside others' ends.
struct Endings {
    depth: usize,
    waiting: *mut Object,
}

struct Shared(UnsafeCell<Endings>);

// SAFETY: objects are of one thread until threads exist.
unsafe impl Sync for Shared {}

static ENDINGS: Shared = Shared(UnsafeCell::new(Endings { depth: 0, waiting: null_mut() }));
/// How many objects may end inside each other before the rest has to wait: a list of a million nodes must not use up the stack.
const DEEP: usize = 256;

/// Ends the life of an object whose count has reached zero.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_drop(object: *mut u8) {
    let object = object.cast::<Object>();
    let endings = ENDINGS.0.get();
    // SAFETY: nobody else owns the object; the state is this thread's, and no reference to it is held across the calls.
    unsafe {
        if (*endings).depth >= DEEP {
            (*object).count = (*endings).waiting as usize;
            (*endings).waiting = object;
            return;
        }
        (*endings).depth += 1;
        ((*(*object).kind).drop)(object.cast());
        if (*endings).depth == 1 {
            while !(*endings).waiting.is_null() {
                let next = (*endings).waiting;
                (*endings).waiting = (*next).count as *mut Object;
                (*next).count = 0;
                ((*(*next).kind).drop)(next.cast());
            }
        }
        (*endings).depth -= 1;
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_compare(a: *mut u8, b: *mut u8, bytes: i64) -> i64 {
    // SAFETY: both have that many bytes.
    i64::from(unsafe { sys::memcmp(a.cast(), b.cast(), bytes as usize) })
}

/// The number of bytes from a place in an object's memory to its end; 0 for an object that has several owners.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_room_behind(object: *mut u8, at: *mut u8) -> i64 {
    // SAFETY: an object with one owner was allocated, and the place is in it.
    unsafe {
        if (*object.cast::<Object>()).count != 1 {
            return 0;
        }
        let size = pool::size_of_block(object).unwrap_or_else(|| sys::malloc_usable_size(object.cast()));
        size as i64 - at.offset_from(object) as i64
    }
}

/// The position of a byte, or -1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_find_byte(start: *mut u8, byte: i64, bytes: i64) -> i64 {
    // SAFETY: there are that many bytes.
    unsafe {
        let found = sys::memchr(start.cast(), byte as i32, bytes as usize);
        if found.is_null() { -1 } else { found.cast::<u8>().offset_from(start) as i64 }
    }
}

/// The name of an object's class, with a zero byte at its end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_type_name(object: *mut u8) -> *mut u8 {
    // SAFETY: every object has a header.
    unsafe { (*(*object.cast::<Object>()).kind).name.cast_mut() }
}
