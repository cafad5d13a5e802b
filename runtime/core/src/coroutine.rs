//! Coroutines, which generators run on: each has a stack of its own and changes places with the one that resumes it.
//!
//! A coroutine may let another one yield in its place (`yield from`). What resumes the first then goes straight to the last of such a chain, and a value that is
//! yielded there straight back: what a chain costs does not grow with each value.
//!
//! Whoever changes places does all the bookkeeping before, so that the other side goes on right behind its call: the processor would guess wrong where each
//! return on the way leads.

use core::arch::global_asm;
use core::cell::UnsafeCell;
use core::ptr::null_mut;

use crate::stack::change_limit;
use crate::sys;
use crate::valgrind::announce_stack;

/// The code of a closure that takes nothing: its object is its only argument.
type Code = unsafe extern "C" fn(*mut u8);

/// Lies at the top of its own stack.
pub(crate) struct Coroutine {
    code: Code,
    environment: *mut u8,
    /// Where it puts what it yields.
    slot: *mut u8,
    /// Where it goes on, and where the one that resumed it does, with what was the case there.
    stack: *mut u8,
    resumer: *mut u8,
    outer: Outer,
    /// The one that yields in its place, and the one in whose place it yields.
    delegate: *mut Coroutine,
    delegator: *mut Coroutine,
    /// One on the way to the last of those that yield in its place, most often that one, and how many there are up to it. Only one that yields in nobody's
    /// place notes this while it waits, for others may end its notes.
    last: *mut Coroutine,
    count: usize,
    /// The stretch of memory of its stack.
    memory: *mut u8,
    /// Whether it runs, or waits for one that it has resumed.
    is_running: bool,
    is_finished: bool,
    is_closing: bool,
}

/// What is to be the case again when a coroutine has yielded.
#[derive(Clone, Copy)]
struct Outer {
    current: *mut Coroutine,
    running: *mut Coroutine,
    depth: usize,
    limit: usize,
}

/// Where to go on, and what the call gives that was left there.
#[repr(C)]
pub struct Change {
    stack: *mut u8,
    gives: u64,
}

// Each of the functions for compiled code keeps the registers that a call keeps on its own stack, asks one of the functions below with its argument and where
// that was, and goes on there.
global_asm!(
    ".pushsection .text.pyc_coroutine,\"ax\",@progbits",
    ".macro pyc_change name, ask",
    ".globl \\name",
    ".type \\name,@function",
    "\\name:",
    "push rbp",
    "push rbx",
    "push r12",
    "push r13",
    "push r14",
    "push r15",
    "mov rsi, rsp",
    "sub rsp, 8",
    "call \\ask",
    "jmp pyc_coroutine_change",
    ".size \\name, .-\\name",
    ".endm",
    "pyc_change pyc_coroutine_resume, {resume}",
    "pyc_change pyc_coroutine_delegate, {delegate}",
    "pyc_change pyc_coroutine_suspend, {suspend}",
    // Where a new coroutine begins; it never returns.
    "pyc_coroutine_begin:",
    "call {run}",
    "pyc_coroutine_change:",
    "mov rsp, rax",
    "mov rax, rdx",
    "pop r15",
    "pop r14",
    "pop r13",
    "pop r12",
    "pop rbx",
    "pop rbp",
    // Not `ret`: the processor would expect the caller.
    "pop rcx",
    "jmp rcx",
    ".popsection",
    resume = sym resume,
    delegate = sym delegate,
    suspend = sym suspend,
    run = sym run,
);

unsafe extern "C" {
    fn pyc_coroutine_begin();
    /// Goes on until it yields or ends: gives 1 or 0. One that runs does not: gives 2.
    pub fn pyc_coroutine_resume(coroutine: *mut u8) -> i64;
    /// Lets another coroutine yield in the place of the one that runs, until it ends. It must not be running. Gives whether an exception is to be raised.
    pub fn pyc_coroutine_delegate(coroutine: *mut u8) -> bool;
    /// Lets the one that resumed this coroutine go on. When this one is resumed, gives whether an exception is to be raised: the one in the slot, or that of its end.
    pub fn pyc_coroutine_suspend() -> bool;
}

/// What keeps the symbols, which only compiled programs name.
#[used]
static KEPT: (unsafe extern "C" fn(*mut u8) -> i64, unsafe extern "C" fn(*mut u8) -> bool, unsafe extern "C" fn() -> bool) =
    (pyc_coroutine_resume, pyc_coroutine_delegate, pyc_coroutine_suspend);

/// A stack that nothing runs on. Lies at its top.
struct Free {
    memory: *mut u8,
    next: *mut Free,
}

struct Shared {
    /// The one that was resumed last, and the one that runs: the last of those that yield in its place.
    current: *mut Coroutine,
    running: *mut Coroutine,
    /// How many run inside each other.
    depth: usize,
    free: *mut Free,
    free_count: usize,
    /// How many stacks there have been.
    made: usize,
}

struct Cell(UnsafeCell<Shared>);

// SAFETY: programs run on one thread until threads exist.
unsafe impl Sync for Cell {}

static SHARED: Cell =
    Cell(UnsafeCell::new(Shared { current: null_mut(), running: null_mut(), depth: 0, free: null_mut(), free_count: 0, made: 0 }));

/// Room for calls, of which the system gives only the pages that are used; the lowest page is a guard.
const STACK: usize = 256 << 10;
const GUARD: usize = 4 << 10;
/// What is left of it where recursion ends.
const RESERVE: usize = 32 << 10;
/// More of them don't run inside each other: each has a stack.
const DEEP: usize = 3000;
/// Stacks that are kept for the next coroutines.
const MOST_FREE: usize = 64;
/// The tops of stacks don't lie at the same place of their pages: the cache has few lines for addresses that are alike.
const COLOUR: usize = 1344;
const COLOURS: usize = 24;

/// The top of a stack and its memory, or nulls.
unsafe fn take_stack() -> (*mut u8, *mut u8) {
    let shared = SHARED.0.get();
    // SAFETY: what is free says so at its top.
    unsafe {
        let free = (*shared).free;
        if !free.is_null() {
            (*shared).free = (*free).next;
            (*shared).free_count -= 1;
            return (free.add(1).cast(), (*free).memory);
        }
        let protection = sys::PROT_READ | sys::PROT_WRITE;
        let memory = sys::mmap(null_mut(), STACK, protection, sys::MAP_PRIVATE | sys::MAP_ANONYMOUS | sys::MAP_NORESERVE, -1, 0);
        if memory as isize == -1 {
            return (null_mut(), null_mut());
        }
        sys::mprotect(memory, GUARD, sys::PROT_NONE);
        announce_stack(memory as usize, memory as usize + STACK);
        (*shared).made += 1;
        (memory.cast::<u8>().add(STACK - (*shared).made % COLOURS * COLOUR), memory.cast())
    }
}

/// Which coroutines run. Each task has its own.
#[derive(Clone, Copy)]
pub(crate) struct Nesting {
    current: *mut Coroutine,
    running: *mut Coroutine,
    depth: usize,
}

impl Nesting {
    pub(crate) const NONE: Self = Self { current: null_mut(), running: null_mut(), depth: 0 };
}

/// Goes over to what runs elsewhere; gives what runs here.
pub(crate) fn exchange(other: Nesting) -> Nesting {
    let shared = SHARED.0.get();
    // SAFETY: of this thread.
    unsafe {
        let own = Nesting { current: (*shared).current, running: (*shared).running, depth: (*shared).depth };
        ((*shared).current, (*shared).running, (*shared).depth) = (other.current, other.running, other.depth);
        own
    }
}

/// Nothing runs on it any more.
unsafe fn give_stack(top: *mut u8, memory: *mut u8) {
    let shared = SHARED.0.get();
    // SAFETY: it came from `take_stack`.
    unsafe {
        if (*shared).free_count == MOST_FREE {
            sys::munmap(memory.cast(), STACK);
            return;
        }
        let free = top.cast::<Free>().sub(1);
        free.write(Free { memory, next: (*shared).free });
        (*shared).free = free;
        (*shared).free_count += 1;
    }
}

/// A coroutine that will call a closure when it is resumed, or null where there is no room for its stack.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_coroutine_start(code: *mut u8, environment: *mut u8, slot: *mut u8) -> *mut u8 {
    // SAFETY: the caller passes a closure; the stack has room for all of this.
    unsafe {
        let (top, memory) = if (*SHARED.0.get()).depth < DEEP { take_stack() } else { (null_mut(), null_mut()) };
        if top.is_null() {
            return null_mut();
        }
        let coroutine = top.cast::<Coroutine>().sub(1);
        // What the change takes: six registers and the address of the code. There the stack is as before a call: aligned to sixteen bytes.
        let top = (coroutine as usize & !15) as *mut usize;
        let frame = top.sub(7);
        frame.write_bytes(0, 7);
        frame.add(6).write(pyc_coroutine_begin as *const () as usize);
        coroutine.write(Coroutine {
            code: core::mem::transmute::<*mut u8, Code>(code),
            environment,
            slot,
            stack: frame.cast(),
            resumer: null_mut(),
            outer: Outer { current: null_mut(), running: null_mut(), depth: 0, limit: 0 },
            delegate: null_mut(),
            delegator: null_mut(),
            last: coroutine,
            count: 0,
            memory,
            is_running: false,
            is_finished: false,
            is_closing: false,
        });
        coroutine.cast()
    }
}

unsafe extern "C" fn run() -> Change {
    let shared = SHARED.0.get();
    // SAFETY: it was resumed, so it is the one that runs; it is never resumed again.
    unsafe {
        let own = (*shared).running;
        ((*own).code)((*own).environment);
        (*own).is_finished = true;
        (*own).is_running = false;
        let delegator = (*own).delegator;
        if !delegator.is_null() {
            (*delegator).delegate = null_mut();
        }
        let current = (*shared).current;
        if !(*current).delegator.is_null() {
            forget_last(first(current));
        }
        if own == current {
            return leave(0);
        }
        (*current).last = delegator;
        (*current).count -= 1;
        (*shared).depth -= 1;
        enter(delegator);
        Change { stack: (*delegator).stack, gives: u64::from(is_to_raise()) }
    }
}

/// Goes back to the one that resumed the current coroutine, whose call gives a number.
unsafe fn leave(gives: u64) -> Change {
    let shared = SHARED.0.get();
    // SAFETY: there is a current one.
    unsafe {
        let current = (*shared).current;
        if !(*current).delegator.is_null() {
            forget_last(current);
        }
        let outer = (*current).outer;
        change_limit(outer.limit);
        (*shared).depth = outer.depth;
        (*shared).current = outer.current;
        (*shared).running = outer.running;
        Change { stack: (*current).resumer, gives }
    }
}

/// Whether an exception waits in the current coroutine's slot, or it is to end.
unsafe fn is_to_raise() -> bool {
    // SAFETY: there is a current one, whose slot has the mark behind the exception.
    unsafe {
        let current = (*SHARED.0.get()).current;
        (*current).is_closing || (*current).slot.add(8).read() != 0
    }
}

/// The last of those that yield in a coroutine's place, which it notes, with how many there are.
unsafe fn last(coroutine: *mut Coroutine) -> (*mut Coroutine, usize) {
    // SAFETY: a coroutine lives as long as another one waits for its end; what is noted is forgotten with it.
    unsafe {
        let (mut last, mut count) = ((*coroutine).last, (*coroutine).count);
        while !(*last).delegate.is_null() {
            last = (*last).delegate;
            count += 1;
        }
        ((*coroutine).last, (*coroutine).count) = (last, count);
        (last, count)
    }
}

/// The one in whose place a coroutine yields, through all that are between them.
unsafe fn first(mut coroutine: *mut Coroutine) -> *mut Coroutine {
    // SAFETY: a coroutine waits for the end of the one that yields in its place.
    unsafe {
        while !(*coroutine).delegator.is_null() {
            coroutine = (*coroutine).delegator;
        }
        coroutine
    }
}

unsafe fn forget_last(coroutine: *mut Coroutine) {
    // SAFETY: the caller passes a coroutine.
    unsafe { ((*coroutine).last, (*coroutine).count) = (coroutine, 0) }
}

/// Notes that a coroutine runs from now on. Gives the former end of the stack.
unsafe fn enter(coroutine: *mut Coroutine) -> usize {
    // SAFETY: the caller is about to switch to it.
    unsafe {
        (*coroutine).is_running = true;
        (*SHARED.0.get()).running = coroutine;
        change_limit((*coroutine).memory as usize + RESERVE)
    }
}

/// Whether a coroutine can't be resumed, for it runs.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_coroutine_is_running(coroutine: *mut u8) -> bool {
    // SAFETY: the caller owns it.
    unsafe {
        let coroutine = coroutine.cast::<Coroutine>();
        let is_running = (*last(coroutine).0).is_running;
        if !(*coroutine).delegator.is_null() {
            forget_last(coroutine);
        }
        is_running
    }
}

unsafe extern "C" fn resume(coroutine: *mut Coroutine, stack: *mut u8) -> Change {
    let shared = SHARED.0.get();
    // SAFETY: the caller owns it.
    unsafe {
        let (last, count) = last(coroutine);
        if (*last).is_running {
            if !(*coroutine).delegator.is_null() {
                forget_last(coroutine);
            }
            return Change { stack, gives: 2 };
        }
        let (current, running, depth) = ((*shared).current, (*shared).running, (*shared).depth);
        (*shared).current = coroutine;
        (*shared).depth = depth + 1 + count;
        (*coroutine).resumer = stack;
        (*coroutine).outer = Outer { current, running, depth, limit: enter(last) };
        Change { stack: (*last).stack, gives: u64::from(is_to_raise()) }
    }
}

unsafe extern "C" fn delegate(coroutine: *mut Coroutine, stack: *mut u8) -> Change {
    let shared = SHARED.0.get();
    // SAFETY: only the body of a generator asks for this, which owns the other.
    unsafe {
        let own = (*shared).running;
        (*own).delegate = coroutine;
        (*own).is_running = false;
        (*own).stack = stack;
        (*coroutine).delegator = own;
        let (last, count) = last(coroutine);
        forget_last(coroutine);
        let current = (*shared).current;
        (*current).last = last;
        (*current).count += 1 + count;
        (*shared).depth += 1 + count;
        enter(last);
        Change { stack: (*last).stack, gives: u64::from(is_to_raise()) }
    }
}

unsafe extern "C" fn suspend(_: *mut u8, stack: *mut u8) -> Change {
    // SAFETY: only the body of a generator asks for this.
    unsafe {
        let own = (*SHARED.0.get()).running;
        (*own).is_running = false;
        (*own).stack = stack;
        leave(1)
    }
}

/// Where the coroutine that runs puts what it yields.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_coroutine_slot() -> *mut u8 {
    // SAFETY: only the body of a generator calls this.
    unsafe { (*(*SHARED.0.get()).current).slot }
}

/// Ends a coroutine: one that waits is resumed to end. Gives whether it did end and its memory is given back.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_coroutine_close(coroutine: *mut u8) -> bool {
    let own = coroutine.cast::<Coroutine>();
    // SAFETY: the caller owns it and forgets it.
    unsafe {
        (*own).is_closing = true;
        if !(*own).is_finished && pyc_coroutine_resume(coroutine) != 0 {
            return false;
        }
        give_stack(own.add(1).cast(), (*own).memory);
        true
    }
}
