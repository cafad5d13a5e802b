//! Kernels on the CPU: the threads of a block run in turn and change places at barriers, where each waits on a stack of its own.

use core::arch::global_asm;
use core::cell::UnsafeCell;
use core::ptr::null_mut;

use crate::memory::{pyc_alloc, pyc_free};

/// The code of a closure that takes nothing: its object is its only argument.
type Code = unsafe extern "C" fn(*mut u8);

struct Grid {
    /// Index of the thread, of the block, size of the block, of the grid: three numbers each.
    indices: [i64; 12],
    code: Option<Code>,
    environment: *mut u8,
    /// Where the one that runs the threads waits.
    scheduler: *mut u8,
    /// The thread that runs.
    current: *mut Thread,
}

struct Thread {
    /// Where its stack begins; null if it has none.
    memory: *mut u8,
    /// Where it goes on.
    stack: *mut u8,
    index: [i64; 3],
    finished: bool,
}

struct Shared(UnsafeCell<Grid>);

// SAFETY: one grid runs at a time, on one thread of the system.
unsafe impl Sync for Shared {}

static GRID: Shared =
    Shared(UnsafeCell::new(Grid { indices: [0; 12], code: None, environment: null_mut(), scheduler: null_mut(), current: null_mut() }));

const STACK: usize = 1 << 18;

// pyc_grid_switch(save: *mut *mut u8, to: *mut u8) keeps the registers that a call keeps on the stack, and goes on where another stack was left.
global_asm!(
    ".pushsection .text.pyc_grid_switch,\"ax\",@progbits",
    ".type pyc_grid_switch,@function",
    "pyc_grid_switch:",
    "push rbp",
    "push rbx",
    "push r12",
    "push r13",
    "push r14",
    "push r15",
    "mov [rdi], rsp",
    "mov rsp, rsi",
    "pop r15",
    "pop r14",
    "pop r13",
    "pop r12",
    "pop rbx",
    "pop rbp",
    // Not `ret`: the processor would expect the caller.
    "pop rcx",
    "jmp rcx",
    ".size pyc_grid_switch, .-pyc_grid_switch",
    ".popsection",
);

unsafe extern "C" {
    pub(crate) fn pyc_grid_switch(save: *mut *mut u8, to: *mut u8);
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_grid_index(which: i64) -> i64 {
    // SAFETY: compiled code asks for 0 to 11.
    unsafe { (&(*GRID.0.get()).indices)[which as usize] }
}

/// Waits for the other threads of the block.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_grid_barrier() {
    let grid = GRID.0.get();
    // SAFETY: a kernel runs, so there are a thread and a scheduler; no reference is held across the switch.
    unsafe {
        if !(*grid).current.is_null() {
            pyc_grid_switch(&raw mut (*(*grid).current).stack, (*grid).scheduler);
        }
    }
}

/// Runs a closure for every thread of a grid. `sizes` are those of the grid and of a block, three numbers each.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_launch(code: *mut u8, environment: *mut u8, sizes: *mut u8) {
    // SAFETY: the caller passes a closure and six numbers.
    unsafe {
        let sizes = core::slice::from_raw_parts(sizes.cast::<i64>(), 6);
        let (blocks, count) = (volume(&sizes[..3]), volume(&sizes[3..]));
        let grid = GRID.0.get();
        (*grid).code = Some(core::mem::transmute::<*mut u8, Code>(code));
        (*grid).environment = environment;
        (&mut (*grid).indices)[6..9].copy_from_slice(&sizes[3..]);
        (&mut (*grid).indices)[9..12].copy_from_slice(&sizes[..3]);
        let threads = pyc_alloc(count.saturating_mul(size_of::<Thread>() as i64)).cast::<Thread>();
        let mut stacks = Stacks { free: null_mut() };
        for block in 0..blocks {
            (&mut (*grid).indices)[3..6].copy_from_slice(&position(block, &sizes[..3]));
            run_block(threads, count, &sizes[3..], &mut stacks);
        }
        stacks.end();
        pyc_free(threads.cast());
    }
}

fn volume(sizes: &[i64]) -> i64 {
    sizes.iter().fold(1, |volume: i64, size| volume.saturating_mul(*size)).max(0)
}

/// The three indices of something by its number.
fn position(number: i64, sizes: &[i64]) -> [i64; 3] {
    [number % sizes[0], number / sizes[0] % sizes[1], number / (sizes[0] * sizes[1])]
}

/// Stacks that no thread runs on, each with the address of the next one at its start.
struct Stacks {
    free: *mut u8,
}

impl Stacks {
    fn take(&mut self) -> *mut u8 {
        if self.free.is_null() {
            // SAFETY: any size may be asked for.
            return unsafe { pyc_alloc(STACK as i64) };
        }
        // SAFETY: what is free begins with the address of the next.
        let next = unsafe { self.free.cast::<*mut u8>().read() };
        core::mem::replace(&mut self.free, next)
    }

    /// # Safety
    /// It was taken from here, and nothing runs on it.
    unsafe fn put(&mut self, stack: *mut u8) {
        // SAFETY: a stack has room for an address.
        unsafe { stack.cast::<*mut u8>().write(self.free) };
        self.free = stack;
    }

    fn end(mut self) {
        while !self.free.is_null() {
            let stack = self.take();
            // SAFETY: it is nobody's.
            unsafe { pyc_free(stack) };
        }
    }
}

/// Runs each thread up to its next barrier, again and again until all are through. A thread that ends leaves its stack to the next one: there are as many as
/// threads that wait.
unsafe fn run_block(threads: *mut Thread, count: i64, sizes: &[i64], stacks: &mut Stacks) {
    let grid = GRID.0.get();
    // SAFETY: there is room for what is known of each thread, and a grid was set up.
    unsafe {
        let mut running = true;
        let mut is_first = true;
        while running {
            running = false;
            for number in 0..count {
                let thread = threads.add(number as usize);
                if is_first {
                    let memory = stacks.take();
                    thread.write(Thread { memory, stack: first_frame(memory.add(STACK)), index: position(number, sizes), finished: false });
                } else if (*thread).finished {
                    continue;
                }
                (*grid).current = thread;
                (&mut (*grid).indices)[..3].copy_from_slice(&(*thread).index);
                pyc_grid_switch(&raw mut (*grid).scheduler, (*thread).stack);
                if (*thread).finished {
                    stacks.put((*thread).memory);
                } else {
                    running = true;
                }
            }
            is_first = false;
        }
        (*grid).current = null_mut();
    }
}

/// A stack that the switch can go to: six registers, the address of the code, and none to return to.
unsafe fn first_frame(top: *mut u8) -> *mut u8 {
    // SAFETY: the stack is larger than this; its top is aligned to 16, and at a function's start the address to return to is below such a place.
    unsafe {
        let frame = top.cast::<usize>().sub(1).sub(7);
        frame.write_bytes(0, 8);
        frame.add(6).write(run_thread as *const () as usize);
        frame.cast()
    }
}

unsafe extern "C" fn run_thread() {
    let grid = GRID.0.get();
    // SAFETY: the scheduler set the thread up and never comes back once it has finished.
    unsafe {
        if let Some(code) = (*grid).code {
            code((*grid).environment);
        }
        let thread = (*grid).current;
        (*thread).finished = true;
        pyc_grid_switch(&raw mut (*thread).stack, (*grid).scheduler);
    }
}
