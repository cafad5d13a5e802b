//! Coroutines, which generators run on: each has a stack of its own and changes places with the one that resumes it.

use core::cell::UnsafeCell;
use core::ptr::null_mut;

use crate::grid::pyc_grid_switch;
use crate::stack::change_limit;
use crate::sys;
use crate::valgrind::announce_stack;

/// The code of a closure that takes nothing: its object is its only argument.
type Code = unsafe extern "C" fn(*mut u8);

/// Lies at the top of its own stack.
struct Coroutine {
    code: Code,
    environment: *mut u8,
    /// Where it puts what it yields.
    slot: *mut u8,
    /// Where it goes on, and where the one that resumed it does.
    stack: *mut u8,
    resumer: *mut u8,
    /// The one that runs while this one is resumed.
    outer: *mut Coroutine,
    is_finished: bool,
    is_closing: bool,
}

struct Shared {
    current: *mut Coroutine,
    /// How many run inside each other.
    depth: usize,
    /// Stacks that nothing runs on, each with the address of the next one at its end.
    free: *mut u8,
    free_count: usize,
}

struct Cell(UnsafeCell<Shared>);

// SAFETY: programs run on one thread until threads exist.
unsafe impl Sync for Cell {}

static SHARED: Cell = Cell(UnsafeCell::new(Shared { current: null_mut(), depth: 0, free: null_mut(), free_count: 0 }));

/// Room for calls, of which the system gives only the pages that are used; the lowest page is a guard.
const STACK: usize = 256 << 10;
const GUARD: usize = 4 << 10;
/// What is left of it where recursion ends.
const RESERVE: usize = 32 << 10;
/// More of them don't run inside each other: each has a stack, and a value comes through them all.
const DEEP: usize = 3000;
/// Stacks that are kept for the next coroutines.
const MOST_FREE: usize = 64;

/// The end of a stack, or null.
unsafe fn take_stack() -> *mut u8 {
    let shared = SHARED.0.get();
    // SAFETY: what is free holds the address of the next at its end.
    unsafe {
        if (*shared).free.is_null() {
            let protection = sys::PROT_READ | sys::PROT_WRITE;
            let memory = sys::mmap(null_mut(), STACK, protection, sys::MAP_PRIVATE | sys::MAP_ANONYMOUS | sys::MAP_NORESERVE, -1, 0);
            if memory as isize == -1 {
                return null_mut();
            }
            sys::mprotect(memory, GUARD, sys::PROT_NONE);
            announce_stack(memory as usize, memory as usize + STACK);
            return memory.cast::<u8>().add(STACK);
        }
        let end = (*shared).free;
        (*shared).free = end.cast::<*mut u8>().sub(1).read();
        (*shared).free_count -= 1;
        end
    }
}

/// Nothing runs on it any more.
unsafe fn give_stack(end: *mut u8) {
    let shared = SHARED.0.get();
    // SAFETY: it came from `take_stack`.
    unsafe {
        if (*shared).free_count == MOST_FREE {
            sys::munmap(end.sub(STACK).cast(), STACK);
            return;
        }
        end.cast::<*mut u8>().sub(1).write((*shared).free);
        (*shared).free = end;
        (*shared).free_count += 1;
    }
}

/// A coroutine that will call a closure when it is resumed, or null where there is no room for its stack.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_coroutine_start(code: *mut u8, environment: *mut u8, slot: *mut u8) -> *mut u8 {
    // SAFETY: the caller passes a closure; the stack has room for all of this.
    unsafe {
        let end = if (*SHARED.0.get()).depth < DEEP { take_stack() } else { null_mut() };
        if end.is_null() {
            return null_mut();
        }
        let coroutine = end.cast::<Coroutine>().sub(1);
        // What the switch takes: six registers, the address of the code, and none to return to. There the stack is as after a call: eight bytes below
        // what is aligned to sixteen.
        let top = (coroutine as usize & !15) as *mut usize;
        let frame = top.sub(1).sub(7);
        frame.write_bytes(0, 8);
        frame.add(6).write(run as *const () as usize);
        coroutine.write(Coroutine {
            code: core::mem::transmute::<*mut u8, Code>(code),
            environment,
            slot,
            stack: frame.cast(),
            resumer: null_mut(),
            outer: null_mut(),
            is_finished: false,
            is_closing: false,
        });
        coroutine.cast()
    }
}

unsafe extern "C" fn run() {
    // SAFETY: it was resumed, so it is the current one; it is never resumed again.
    unsafe {
        let coroutine = (*SHARED.0.get()).current;
        ((*coroutine).code)((*coroutine).environment);
        (*coroutine).is_finished = true;
        pyc_grid_switch(&raw mut (*coroutine).stack, (*coroutine).resumer);
    }
}

/// Goes on until it yields or ends; gives whether it has yielded. It must not be running.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_coroutine_resume(coroutine: *mut u8) -> bool {
    let shared = SHARED.0.get();
    let coroutine = coroutine.cast::<Coroutine>();
    // SAFETY: the caller owns it.
    unsafe {
        (*coroutine).outer = (*shared).current;
        (*shared).current = coroutine;
        (*shared).depth += 1;
        let limit = change_limit(coroutine.add(1) as usize - STACK + RESERVE);
        pyc_grid_switch(&raw mut (*coroutine).resumer, (*coroutine).stack);
        change_limit(limit);
        (*shared).depth -= 1;
        (*shared).current = (*coroutine).outer;
        !(*coroutine).is_finished
    }
}

/// Lets the one that resumed this coroutine go on. When this one is resumed, gives whether it is to end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_coroutine_suspend() -> bool {
    // SAFETY: only the body of a generator calls this.
    unsafe {
        let coroutine = (*SHARED.0.get()).current;
        pyc_grid_switch(&raw mut (*coroutine).stack, (*coroutine).resumer);
        (*coroutine).is_closing
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
        if !(*own).is_finished && pyc_coroutine_resume(coroutine) {
            return false;
        }
        give_stack(own.add(1).cast());
        true
    }
}
