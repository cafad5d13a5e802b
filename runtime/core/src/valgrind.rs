//! Requests to valgrind, which watches a program as it runs. Without it they do nothing.

/// Makes a request: its number and up to five arguments. Gives 0 where nobody answers.
pub(crate) fn request(what: [usize; 6]) -> usize {
    let mut answer = 0usize;
    // SAFETY: the rotations undo each other, and what is exchanged is the same.
    unsafe {
        core::arch::asm!(
            "rol rdi, 3", "rol rdi, 13", "rol rdi, 61", "rol rdi, 51", "xchg rbx, rbx",
            in("rax") what.as_ptr(),
            inout("rdx") answer,
            options(nostack),
        );
    }
    answer
}

/// Whether the program runs under valgrind.
pub(crate) fn is_watching() -> bool {
    const RUNNING_ON_VALGRIND: usize = 0x1001;
    request([RUNNING_ON_VALGRIND, 0, 0, 0, 0, 0]) != 0
}

/// Tells of a stack, so that a change of stacks is not taken for a large frame.
pub(crate) fn announce_stack(start: usize, end: usize) {
    const STACK_REGISTER: usize = 0x1501;
    request([STACK_REGISTER, start, end, 0, 0, 0]);
}
