//! Clocks and random bytes.

use core::ptr::null_mut;

use crate::sys;

const SECOND: i64 = 1_000_000_000;

fn clock(which: i32) -> i64 {
    let mut time = sys::Time { seconds: 0, nanoseconds: 0 };
    // SAFETY: writes the time only.
    unsafe { sys::clock_gettime(which, &mut time) };
    time.seconds * SECOND + time.nanoseconds
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_monotonic_ns() -> i64 {
    clock(sys::CLOCK_MONOTONIC)
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_realtime_ns() -> i64 {
    clock(sys::CLOCK_REALTIME)
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_cpu_ns() -> i64 {
    clock(sys::CLOCK_PROCESS_CPUTIME_ID)
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_sleep_ns(nanoseconds: i64) {
    let time = sys::Time { seconds: nanoseconds / SECOND, nanoseconds: nanoseconds % SECOND };
    // SAFETY: reads the time only.
    unsafe { sys::nanosleep(&time, null_mut()) };
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_random_bytes(bytes: *mut u8, count: i64) {
    let mut done = 0;
    while done < count as usize {
        // SAFETY: the caller passes room for that many bytes.
        let got = unsafe { sys::getrandom(bytes.add(done).cast(), count as usize - done, 0) };
        if got < 0 && sys::errno() != sys::EINTR {
            return;
        }
        done += got.max(0) as usize;
    }
}
