//! Small blocks of memory. Most objects are small and do not live long: a list of free blocks for each size makes taking and giving one a handful of
//! instructions, a quarter of what `malloc` and `free` cost.
//!
//! The blocks lie in one stretch of addresses, which is reserved at the first request; the system gives a page of it when it is used. The stretch is cut into
//! slabs of blocks of one size, and a table at its start has the size for each slab: that is how a block that is given back finds its list.

//!
//! Optimised programs take blocks from the lists, and give them back, without calling the functions here.

use core::cell::UnsafeCell;
use core::ptr::null_mut;

use pyc_abi::{BLOCK_STEP as STEP, BLOCKS_STRETCH as STRETCH, LARGEST_BLOCK, SLAB_SHIFT};

use crate::{sys, valgrind};

pub(crate) const LARGEST: usize = LARGEST_BLOCK;
const SIZES: usize = LARGEST / STEP;
const SLAB: usize = 1 << SLAB_SHIFT;

/// What is left of the last slab of a size.
struct Rest {
    fresh: *mut u8,
    end: *mut u8,
}

struct Pool {
    /// The first slab that has no size yet.
    next: usize,
    /// Whether there is no stretch and won't be.
    is_missing: bool,
    rests: [Rest; SIZES],
}

/// What compiled code shares with the runtime.
#[repr(transparent)]
pub struct Shared<T>(UnsafeCell<T>);

// SAFETY: programs run on one thread until threads exist.
unsafe impl<T> Sync for Shared<T> {}

const EMPTY: Rest = Rest { fresh: null_mut(), end: null_mut() };
static POOL: Shared<Pool> = Shared(UnsafeCell::new(Pool { next: 0, is_missing: false, rests: [EMPTY; SIZES] }));

/// The first free block of each size; each has the address of the next in it.
#[unsafe(no_mangle)]
pub static pyc_free_blocks: Shared<[*mut u8; SIZES]> = Shared(UnsafeCell::new([null_mut(); SIZES]));

/// Where the stretch begins; before it is reserved an address from which no block is less than a stretch away.
#[unsafe(no_mangle)]
pub static pyc_blocks_start: Shared<usize> = Shared(UnsafeCell::new(1 << 63));

/// A block of 1 to `LARGEST` bytes, or null where there is none.
#[inline]
pub(crate) unsafe fn take(bytes: usize) -> *mut u8 {
    // SAFETY: the size has a list; what is free holds the address of the next.
    unsafe {
        let list = pyc_free_blocks.0.get().cast::<*mut u8>().add((bytes - 1) / STEP);
        let block = *list;
        if block.is_null() {
            return take_fresh(bytes);
        }
        *list = block.cast::<*mut u8>().read();
        block
    }
}

#[inline(never)]
unsafe fn take_fresh(bytes: usize) -> *mut u8 {
    let size = bytes.next_multiple_of(STEP);
    // SAFETY: the rest is the pool's, and nobody else uses it.
    unsafe {
        let rest = &raw mut (*POOL.0.get()).rests[size / STEP - 1];
        if ((*rest).end as usize).wrapping_sub((*rest).fresh as usize) < size && !add_slab(rest, size) {
            return sys::malloc(bytes).cast();
        }
        let block = (*rest).fresh;
        (*rest).fresh = block.add(size);
        block
    }
}

/// Gives a size a slab of its own, if there is one.
#[cold]
unsafe fn add_slab(rest: *mut Rest, size: usize) -> bool {
    let (pool, start) = (POOL.0.get(), pyc_blocks_start.0.get());
    // SAFETY: the table and the slab are in the stretch.
    unsafe {
        if (*pool).next == 0 && !reserve(pool) || (*pool).next + SLAB > *start + STRETCH {
            return false;
        }
        let slab = (*pool).next;
        (*pool).next += SLAB;
        let number = (slab - *start) / SLAB;
        (*start as *mut u8).add(number).write((size / STEP - 1) as u8);
        (*rest).fresh = slab as *mut u8;
        (*rest).end = (slab + SLAB) as *mut u8;
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
        let start = (memory as usize).next_multiple_of(SLAB);
        *pyc_blocks_start.0.get() = start;
        (*pool).next = start + (STRETCH / SLAB).next_multiple_of(SLAB);
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
        let start = *pyc_blocks_start.0.get();
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
        let list = pyc_free_blocks.0.get().cast::<*mut u8>().add(number);
        block.cast::<*mut u8>().write(*list);
        *list = block;
        true
    }
}
