//! The end of the stack: a program that recurses without end says so, as CPython does, and is not just killed.

use core::cell::UnsafeCell;
use core::ffi::c_void;
use core::ptr::null_mut;

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

pub(crate) fn watch() {
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
