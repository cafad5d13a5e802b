//! The functions of glibc that the runtime calls, and the constants they take. No logic here.

use core::ffi::{c_char, c_int, c_long, c_void};

#[repr(C)]
pub(crate) struct Time {
    pub(crate) seconds: c_long,
    pub(crate) nanoseconds: c_long,
}

#[repr(C)]
pub(crate) struct SignalStack {
    pub(crate) start: *mut c_void,
    pub(crate) flags: c_int,
    pub(crate) size: usize,
}

#[repr(C)]
pub(crate) struct Limits {
    pub(crate) current: usize,
    pub(crate) most: usize,
}

#[repr(C)]
pub(crate) struct SignalAction {
    pub(crate) handler: unsafe extern "C" fn(c_int, *mut c_void, *mut c_void),
    pub(crate) mask: [u64; 16],
    pub(crate) flags: c_int,
    pub(crate) restorer: *mut c_void,
}

unsafe extern "C" {
    pub(crate) fn sigaltstack(new: *const SignalStack, old: *mut SignalStack) -> c_int;
    pub(crate) fn sigaction(signal: c_int, new: *const SignalAction, old: *mut SignalAction) -> c_int;
    pub(crate) fn getrlimit(which: c_int, limits: *mut Limits) -> c_int;
    pub(crate) fn setrlimit(which: c_int, limits: *const Limits) -> c_int;
    pub(crate) fn malloc(size: usize) -> *mut c_void;
    pub(crate) fn calloc(count: usize, size: usize) -> *mut c_void;
    pub(crate) fn realloc(old: *mut c_void, size: usize) -> *mut c_void;
    pub(crate) fn mallopt(parameter: c_int, value: c_int) -> c_int;
    pub(crate) fn malloc_usable_size(memory: *mut c_void) -> usize;
    pub(crate) fn free(memory: *mut c_void);
    pub(crate) fn memcmp(a: *const c_void, b: *const c_void, size: usize) -> c_int;
    pub(crate) fn memchr(a: *const c_void, byte: c_int, size: usize) -> *mut c_void;
    pub(crate) fn strlen(text: *const c_char) -> usize;
    pub(crate) fn write(file: c_int, bytes: *const c_void, size: usize) -> isize;
    pub(crate) fn read(file: c_int, bytes: *mut c_void, size: usize) -> isize;
    pub(crate) fn open(path: *const c_char, flags: c_int, mode: c_int) -> c_int;
    pub(crate) fn close(file: c_int) -> c_int;
    pub(crate) fn lseek(file: c_int, offset: i64, whence: c_int) -> i64;
    pub(crate) fn isatty(file: c_int) -> c_int;
    pub(crate) fn getenv(name: *const c_char) -> *mut c_char;
    pub(crate) fn _exit(status: c_int) -> !;
    pub(crate) fn strerror_r(error: c_int, text: *mut c_char, size: usize) -> *mut c_char;
    pub(crate) fn clock_gettime(clock: c_int, time: *mut Time) -> c_int;
    pub(crate) fn nanosleep(time: *const Time, left: *mut Time) -> c_int;
    pub(crate) fn mmap(at: *mut c_void, size: usize, protection: c_int, flags: c_int, file: c_int, offset: i64) -> *mut c_void;
    pub(crate) fn mprotect(at: *mut c_void, size: usize, protection: c_int) -> c_int;
    pub(crate) fn munmap(at: *mut c_void, size: usize) -> c_int;
    pub(crate) fn getrandom(bytes: *mut c_void, size: usize, flags: u32) -> isize;
    pub(crate) fn __errno_location() -> *mut c_int;
}

pub(crate) const PROT_NONE: c_int = 0;
pub(crate) const PROT_READ: c_int = 1;
pub(crate) const PROT_WRITE: c_int = 2;
pub(crate) const MAP_PRIVATE: c_int = 2;
pub(crate) const MAP_ANONYMOUS: c_int = 0x20;
pub(crate) const MAP_NORESERVE: c_int = 0x4000;
pub(crate) const MAP_FIXED_NOREPLACE: c_int = 0x10_0000;
pub(crate) const RLIMIT_STACK: c_int = 3;
pub(crate) const SIGSEGV: c_int = 11;
pub(crate) const SA_SIGINFO: c_int = 4;
pub(crate) const SA_ONSTACK: c_int = 0x0800_0000;
pub(crate) const SA_RESETHAND: c_int = -0x8000_0000;
pub(crate) const O_WRONLY: c_int = 1;
pub(crate) const O_RDWR: c_int = 2;
pub(crate) const O_CREAT: c_int = 0o100;
pub(crate) const O_EXCL: c_int = 0o200;
pub(crate) const O_TRUNC: c_int = 0o1000;
pub(crate) const O_APPEND: c_int = 0o2000;
pub(crate) const O_CLOEXEC: c_int = 0o2_000_000;
pub(crate) const EINTR: c_int = 4;
pub(crate) const ENAMETOOLONG: c_int = 36;
pub(crate) const CLOCK_REALTIME: c_int = 0;
pub(crate) const CLOCK_MONOTONIC: c_int = 1;
pub(crate) const CLOCK_PROCESS_CPUTIME_ID: c_int = 2;

/// The error of the last call that failed.
pub(crate) fn errno() -> c_int {
    // SAFETY: the location is the thread's own.
    unsafe { *__errno_location() }
}
