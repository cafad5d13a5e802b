//! Small blocks of memory. Most objects are small and do not live long: a list of free blocks for each size makes taking and giving one a handful of
//! instructions, a quarter of what `malloc` and `free` cost.
//!
//! The blocks lie in one stretch of addresses, which is reserved at the first request; the system gives a page of it when it is used. The stretch is cut into
//! slabs of blocks of one size, and a table at its start has the size for each slab: that is how a block that is given back finds its list.

use core::cell::UnsafeCell;
use core::ptr::null_mut;

use crate::{sys, valgrind};

/// Sizes are rounded up to multiples of this, which is also what every block is aligned to.
const STEP: usize = 16;
/// Larger blocks are the system's.
pub(crate) const LARGEST: usize = 1024;
const SIZES: usize = LARGEST / STEP;
const SLAB: usize = 64 << 10;
/// Addresses cost nothing; beyond this many bytes of small blocks the system has to help.
const STRETCH: usize = 64 << 30;

struct List {
    /// The first free block; each has the address of the next in it.
    free: *mut *mut u8,
    /// What is left of the last slab.
    fresh: *mut u8,
    end: *mut u8,
}

struct Pool {
    /// Where the stretch begins; before it is reserved an address from which no block is less than a stretch away.
    start: usize,
    /// The first slab that has no size yet.
    next: usize,
    /// Whether there is no stretch and won't be.
    is_missing: bool,
    lists: [List; SIZES],
}

struct Shared(UnsafeCell<Pool>);

// SAFETY: programs run on one thread until threads exist.
unsafe impl Sync for Shared {}

const EMPTY: List = List { free: null_mut(), fresh: null_mut(), end: null_mut() };
static POOL: Shared = Shared(UnsafeCell::new(Pool { start: 1 << 63, next: 0, is_missing: false, lists: [EMPTY; SIZES] }));

/// A block of 1 to `LARGEST` bytes, or null where there is none.
#[inline]
pub(crate) unsafe fn take(bytes: usize) -> *mut u8 {
    let pool = POOL.0.get();
    // SAFETY: the size has a list; what is free holds the address of the next.
    unsafe {
        let list = &raw mut (*pool).lists[(bytes - 1) / STEP];
        let block = (*list).free;
        if block.is_null() {
            return take_fresh(list, bytes);
        }
        (*list).free = block.read().cast();
        block.cast()
    }
}

#[inline(never)]
unsafe fn take_fresh(list: *mut List, bytes: usize) -> *mut u8 {
    let size = bytes.next_multiple_of(STEP);
    // SAFETY: the list is the pool's, and nobody else uses it.
    unsafe {
        if ((*list).end as usize).wrapping_sub((*list).fresh as usize) < size && !add_slab(list, size) {
            return sys::malloc(bytes).cast();
        }
        let block = (*list).fresh;
        (*list).fresh = block.add(size);
        block
    }
}

/// Gives a list a slab of its own, if there is one.
#[cold]
unsafe fn add_slab(list: *mut List, size: usize) -> bool {
    let pool = POOL.0.get();
    // SAFETY: the table and the slab are in the stretch.
    unsafe {
        if (*pool).next == 0 && !reserve(pool) || (*pool).next + SLAB > (*pool).start + STRETCH {
            return false;
        }
        let slab = (*pool).next;
        (*pool).next += SLAB;
        let number = (slab - (*pool).start) / SLAB;
        ((*pool).start as *mut u8).add(number).write((size / STEP - 1) as u8);
        (*list).fresh = slab as *mut u8;
        (*list).end = (slab + SLAB) as *mut u8;
        true
    }
}

/// Reserves the stretch. Under valgrind there is none: it is to see every block.
unsafe fn reserve(pool: *mut Pool) -> bool {
    // SAFETY: new memory is mapped, whose pages are only given when they are used.
    unsafe {
        if (*pool).is_missing {
            return false;
        }
        (*pool).is_missing = true;
        if valgrind::is_watching() {
            return false;
        }
        let flags = sys::MAP_PRIVATE | sys::MAP_ANONYMOUS | sys::MAP_NORESERVE;
        let memory = sys::mmap(null_mut(), STRETCH + SLAB, sys::PROT_READ | sys::PROT_WRITE, flags, -1, 0);
        if memory as isize == -1 {
            return false;
        }
        (*pool).start = (memory as usize).next_multiple_of(SLAB);
        (*pool).next = (*pool).start + (STRETCH / SLAB).next_multiple_of(SLAB);
        true
    }
}

/// The size of a block of the pool, or nothing where the block is the system's.
#[inline]
pub(crate) unsafe fn size_of_block(block: *mut u8) -> Option<usize> {
    // SAFETY: the table is at the start of the stretch.
    unsafe { number_of_list(block).map(|number| (number + 1) * STEP) }
}

#[inline]
unsafe fn number_of_list(block: *mut u8) -> Option<usize> {
    // SAFETY: the table is at the start of the stretch.
    unsafe {
        let start = (*POOL.0.get()).start;
        let offset = (block as usize).wrapping_sub(start);
        (offset < STRETCH).then(|| usize::from((start as *const u8).add(offset / SLAB).read()))
    }
}

/// Takes a block back, or says that it is not the pool's.
#[inline]
pub(crate) unsafe fn give(block: *mut u8) -> bool {
    // SAFETY: the caller owns the block, which has room for an address.
    unsafe {
        let Some(number) = number_of_list(block) else { return false };
        let list = (&raw mut (*POOL.0.get()).lists).cast::<List>().add(number);
        block.cast::<*mut u8>().write((*list).free.cast());
        (*list).free = block.cast();
        true
    }
}
