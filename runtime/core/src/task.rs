//! Tasks, which Python's threads run on: each has a large stack of its own, and goes on until it gives way.
//!
//! Reference counts are not atomic, so one runs at a time, as under CPython's lock. Who runs next is decided in the library.

use core::cell::UnsafeCell;
use core::ptr::null_mut;

use crate::coroutine::{Nesting, exchange};
use crate::grid::pyc_grid_switch;
use crate::stack::change_limit;
use crate::sys;
use crate::valgrind::announce_stack;

/// The code of an object that takes nothing: it is its only argument.
type Code = unsafe extern "C" fn(*mut u8);

/// Lies at the top of its own stack.
struct Task {
    code: Code,
    environment: *mut u8,
    /// Where it goes on, and where the one that resumed it does.
    stack: *mut u8,
    resumer: *mut u8,
    memory: *mut u8,
    size: usize,
    /// The end of the stack that it was on, which may be a generator's, and the generators that run in it.
    limit: usize,
    nesting: Nesting,
    is_finished: bool,
}

struct Cell(UnsafeCell<*mut Task>);

// SAFETY: programs run on one thread of the system.
unsafe impl Sync for Cell {}

/// The one that runs, if it is not the program itself.
static CURRENT: Cell = Cell(UnsafeCell::new(null_mut()));

/// The lowest page of a stack is a guard; recursion ends above.
const GUARD: usize = 4 << 10;
const RESERVE: usize = pyc_abi::STACK_RESERVE;
const LEAST: usize = 4 << 20;

/// A task that will call an object's code when it is resumed, or null where there is no room for its stack.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_task_new(code: *mut u8, environment: *mut u8, size: i64) -> *mut u8 {
    let size = (usize::try_from(size).unwrap_or(0).max(LEAST) + 0xFFF) & !0xFFF;
    // SAFETY: the caller passes an object and its code; the stack has room for all of this.
    unsafe {
        let protection = sys::PROT_READ | sys::PROT_WRITE;
        let memory = sys::mmap(null_mut(), size, protection, sys::MAP_PRIVATE | sys::MAP_ANONYMOUS | sys::MAP_NORESERVE, -1, 0);
        if memory as isize == -1 {
            return null_mut();
        }
        sys::mprotect(memory, GUARD, sys::PROT_NONE);
        announce_stack(memory as usize, memory as usize + size);
        let task = memory.cast::<u8>().add(size).cast::<Task>().sub(1);
        // What the switch takes: six registers, the address of the code, and none to return to, as for a coroutine.
        let frame = ((task as usize & !15) as *mut usize).sub(1).sub(7);
        frame.write_bytes(0, 8);
        frame.add(6).write(run as *const () as usize);
        task.write(Task {
            code: core::mem::transmute::<*mut u8, Code>(code),
            environment,
            stack: frame.cast(),
            resumer: null_mut(),
            memory: memory.cast(),
            size,
            limit: memory as usize + GUARD + RESERVE,
            nesting: Nesting::NONE,
            is_finished: false,
        });
        task.cast()
    }
}

unsafe extern "C" fn run() {
    // SAFETY: it was resumed, so it is the current one; it is never resumed again.
    unsafe {
        let own = *CURRENT.0.get();
        ((*own).code)((*own).environment);
        (*own).is_finished = true;
        pyc_grid_switch(&raw mut (*own).stack, (*own).resumer);
    }
}

/// Goes on until the task gives way or ends; one that has ended is gone. Only the program itself may call this. Gives whether it will go on.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_task_resume(task: *mut u8) -> bool {
    let task = task.cast::<Task>();
    // SAFETY: the caller owns it.
    unsafe {
        let nesting = exchange((*task).nesting);
        let limit = change_limit((*task).limit);
        *CURRENT.0.get() = task;
        pyc_grid_switch(&raw mut (*task).resumer, (*task).stack);
        *CURRENT.0.get() = null_mut();
        (*task).limit = change_limit(limit);
        (*task).nesting = exchange(nesting);
        let goes_on = !(*task).is_finished;
        if !goes_on {
            sys::munmap((*task).memory.cast(), (*task).size);
        }
        goes_on
    }
}

/// Lets the one that resumed this task go on.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_task_suspend() {
    // SAFETY: only tasks call this.
    unsafe {
        let own = *CURRENT.0.get();
        pyc_grid_switch(&raw mut (*own).stack, (*own).resumer);
    }
}
