//! Lines of source files, read when a traceback shows them.

use core::ffi::CStr;
use core::ptr::null_mut;

use crate::memory::{pyc_alloc, pyc_free};
use crate::sys;

/// The file that was asked for last.
pub(super) struct Source {
    path: *const u8,
    bytes: *mut u8,
    length: usize,
}

impl Source {
    pub(super) const fn new() -> Self {
        Self { path: null_mut(), bytes: null_mut(), length: 0 }
    }

    /// A line, counted from 1, without its end.
    pub(super) fn line(&mut self, path: &CStr, number: u32) -> Option<&[u8]> {
        if self.path != path.as_ptr().cast() {
            self.read(path);
        }
        if self.bytes.is_null() {
            return None;
        }
        // SAFETY: that many bytes were read.
        let text = unsafe { core::slice::from_raw_parts(self.bytes, self.length) };
        let line = text.split(|byte| *byte == b'\n').nth(number.checked_sub(1)? as usize)?;
        Some(line.strip_suffix(b"\r").unwrap_or(line))
    }

    fn read(&mut self, path: &CStr) {
        self.clear();
        self.path = path.as_ptr().cast();
        // SAFETY: the memory has as many bytes as are asked for; the file is closed once.
        unsafe {
            let file = sys::open(path.as_ptr(), sys::O_CLOEXEC, 0);
            if file < 0 {
                return;
            }
            let size = sys::lseek(file, 0, 2);
            if size >= 0 && sys::lseek(file, 0, 0) == 0 {
                self.bytes = pyc_alloc(size);
                while self.length < size as usize {
                    let got = sys::read(file, self.bytes.add(self.length).cast(), size as usize - self.length);
                    if got <= 0 {
                        break;
                    }
                    self.length += got as usize;
                }
            }
            sys::close(file);
        }
    }

    fn clear(&mut self) {
        // SAFETY: the bytes are this one's own.
        unsafe { pyc_free(self.bytes) };
        (self.path, self.bytes, self.length) = (null_mut(), null_mut(), 0);
    }
}

impl Drop for Source {
    fn drop(&mut self) {
        self.clear();
    }
}
