//! The end of the stack: a program that recurses without end says so, as CPython does, and is not just killed.
//!
//! Compiled functions that may recurse look at `pyc_stack_limit` and raise `RecursionError`. What no function looks after ends in a fault, which the handler here
//! names.

use core::cell::UnsafeCell;
use core::ffi::c_void;
use core::ptr::null_mut;
use core::sync::atomic::{AtomicUsize, Ordering};

use crate::process::end_with;
use crate::sys;

const ROOM: usize = 1 << 16;

/// Where the handler runs: the stack that is full is no place for it.
#[repr(align(16))]
struct Stack(UnsafeCell<[u8; ROOM]>);

// SAFETY: only the kernel hands it out.
unsafe impl Sync for Stack {}

static STACK: Stack = Stack(UnsafeCell::new([0; ROOM]));

/// How far below the stack pointer a function that has just been entered writes, and how far above what has just been pushed lies.
const BELOW: usize = 1 << 20;
const ABOVE: usize = 1 << 12;

/// Below this address there is no more room than the reserve. Each stack that compiled code runs on has its own.
#[unsafe(no_mangle)]
pub static pyc_stack_limit: AtomicUsize = AtomicUsize::new(0);

/// The room that the program's own stack is to have: programs that raise Python's limit of recursion count on it.
const WANTED: usize = 256 << 20;

/// Linux puts stacks that grow above this; valgrind's don't grow beyond the limit that it found.
const HIGH: usize = 0x7f00_0000_0000;

/// The stack that runs from now on has its limit here; gives the limit of the one before.
pub(crate) fn change_limit(limit: usize) -> usize {
    let before = pyc_stack_limit.load(Ordering::Relaxed);
    pyc_stack_limit.store(limit, Ordering::Relaxed);
    before
}

/// Sets the limit of the program's own stack.
fn set_limit() {
    let mut here = 0u8;
    let pointer = (&raw mut here) as usize & !0xFFF;
    let mut limits = sys::Limits { current: 0, most: 0 };
    // SAFETY: the structure is as glibc wants it.
    let known = unsafe { sys::getrlimit(sys::RLIMIT_STACK, &mut limits) } == 0;
    if !known {
        return;
    }
    if limits.current < WANTED && limits.most >= WANTED && pointer > HIGH && is_free(pointer - WANTED, pointer - pyc_abi::STACK_RESERVE) {
        let wider = sys::Limits { current: WANTED, ..limits };
        // SAFETY: as above.
        if unsafe { sys::setrlimit(sys::RLIMIT_STACK, &wider) } == 0 {
            limits.current = WANTED;
        }
    }
    // A little of the stack is used already. The reserve counts twice: the kernel keeps that much free below the stack.
    let room = limits.current.min(WANTED).saturating_sub(2 * pyc_abi::STACK_RESERVE);
    change_limit(pointer - room);
}

/// Whether nothing is mapped between two addresses: the kernel lets the stack grow as far as its limit says, until it meets something.
fn is_free(start: usize, end: usize) -> bool {
    let flags = sys::MAP_PRIVATE | sys::MAP_ANONYMOUS | sys::MAP_NORESERVE | sys::MAP_FIXED_NOREPLACE;
    // SAFETY: what is mapped here is nobody else's, and is given back.
    unsafe {
        let memory = sys::mmap(start as *mut c_void, end - start, sys::PROT_NONE, flags, -1, 0);
        if memory as isize == -1 {
            return false;
        }
        sys::munmap(memory, end - start);
        memory as usize == start
    }
}

pub(crate) fn watch() {
    set_limit();
    let stack = sys::SignalStack { start: STACK.0.get().cast(), flags: 0, size: ROOM };
    let action =
        sys::SignalAction { handler, mask: [0; 16], flags: sys::SA_SIGINFO | sys::SA_ONSTACK | sys::SA_RESETHAND, restorer: null_mut() };
    // SAFETY: the structures are as glibc wants them; the stack lasts as long as the process.
    unsafe {
        sys::sigaltstack(&stack, null_mut());
        sys::sigaction(sys::SIGSEGV, &action, null_mut());
    }
}

/// Other faults come again after this returns, and end the process as they would have.
unsafe extern "C" fn handler(_signal: i32, info: *mut c_void, context: *mut c_void) {
    // SAFETY: the kernel passes both; the offsets are x86-64 Linux's.
    let (address, pointer) = unsafe { (info.cast::<usize>().add(2).read(), context.cast::<usize>().add(20).read()) };
    if (pointer.saturating_sub(BELOW)..pointer.saturating_add(ABOVE)).contains(&address) {
        end_with("RecursionError: maximum recursion depth exceeded\n");
    }
}
