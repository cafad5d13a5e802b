//! Files: system calls, and the buffer of standard output.
//!
//! Results below zero are errors, as `-errno`.

use core::cell::UnsafeCell;

use crate::sys;

const CAPACITY: usize = 1 << 13;

/// Takes bytes and their number; gives less than zero if it fails.
type Writer = unsafe extern "C" fn(*const u8, i64) -> i64;

struct Output {
    /// Where the bytes go, if not to the descriptor: within another program standard output is that program's.
    writer: Option<Writer>,
    /// Whether what is written waits in the buffer.
    is_buffered: bool,
    /// Where standard error's bytes go, if not to the descriptor.
    error_writer: Option<Writer>,
    used: usize,
    /// -1 until it is known whether the output is a terminal, which is written to line by line.
    terminal: i8,
    bytes: [u8; CAPACITY],
}

struct Shared(UnsafeCell<Output>);

// SAFETY: standard output is of one thread until threads exist.
unsafe impl Sync for Shared {}

static OUTPUT: Shared =
    Shared(UnsafeCell::new(Output { writer: None, is_buffered: true, error_writer: None, used: 0, terminal: -1, bytes: [0; CAPACITY] }));

impl Output {
    fn flush(&mut self) -> i64 {
        let used = core::mem::take(&mut self.used);
        if used == 0 { 0 } else { self.write(&self.bytes[..used]) }
    }

    fn write(&self, bytes: &[u8]) -> i64 {
        match self.writer {
            // SAFETY: who set it promised that it takes this.
            Some(writer) => unsafe { writer(bytes.as_ptr(), bytes.len() as i64) },
            None => write_all(1, bytes),
        }
    }

    fn put_error(&self, bytes: &[u8]) -> i64 {
        match self.error_writer {
            // SAFETY: as above.
            Some(writer) => unsafe { writer(bytes.as_ptr(), bytes.len() as i64) },
            None => write_all(2, bytes),
        }
    }

    fn put(&mut self, bytes: &[u8]) -> i64 {
        if self.terminal < 0 {
            // SAFETY: asks only.
            self.terminal = i8::from(unsafe { sys::isatty(1) } == 1);
        }
        if self.used + bytes.len() > CAPACITY {
            let error = self.flush();
            if error < 0 {
                return error;
            }
        }
        if bytes.len() > CAPACITY || !self.is_buffered {
            return self.write(bytes);
        }
        self.bytes[self.used..self.used + bytes.len()].copy_from_slice(bytes);
        self.used += bytes.len();
        if self.terminal == 1 && bytes.contains(&b'\n') { self.flush() } else { 0 }
    }
}

fn write_all(file: i32, mut bytes: &[u8]) -> i64 {
    while !bytes.is_empty() {
        // SAFETY: the bytes are there.
        let written = unsafe { sys::write(file, bytes.as_ptr().cast(), bytes.len()) };
        if written >= 0 {
            bytes = &bytes[written as usize..];
        } else if sys::errno() != sys::EINTR {
            return -i64::from(sys::errno());
        }
    }
    0
}

/// Writes out standard output's buffer; gives whether that worked.
pub(crate) fn flush_all() -> bool {
    // SAFETY: of this thread.
    unsafe { (*OUTPUT.0.get()).flush() >= 0 }
}

/// Writes to standard error.
pub(crate) fn put_error(bytes: &[u8]) {
    write_all(2, bytes);
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_write(file: i64, bytes: *mut u8, count: i64) -> i64 {
    if count <= 0 {
        return 0;
    }
    // SAFETY: the caller passes that many bytes; the buffer is of this thread.
    let error = unsafe {
        let bytes = core::slice::from_raw_parts(bytes, count as usize);
        match file {
            1 => (*OUTPUT.0.get()).put(bytes),
            2 => (*OUTPUT.0.get()).put_error(bytes),
            _ => write_all(file as i32, bytes),
        }
    };
    if error < 0 { error } else { count }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_flush(file: i64) -> i64 {
    // SAFETY: of this thread.
    if file == 1 { unsafe { (*OUTPUT.0.get()).flush() } } else { 0 }
}

/// Hands what is written to standard output (1) or error (2) to a function from now on, or to the descriptor again if that is null. The function takes an
/// address and a number of bytes, and gives less than zero if it fails. Gives the one before.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_set_output(file: i64, writer: *mut u8, is_buffered: bool) -> *mut u8 {
    // SAFETY: the caller passes such a function; the buffer is of this thread. A pointer to a function is null where there is none.
    unsafe {
        let output = OUTPUT.0.get();
        let writer = core::mem::transmute::<*mut u8, Option<Writer>>(writer);
        let before = if file == 2 {
            core::mem::replace(&mut (*output).error_writer, writer)
        } else {
            (*output).flush();
            (*output).is_buffered = is_buffered;
            core::mem::replace(&mut (*output).writer, writer)
        };
        core::mem::transmute::<Option<Writer>, *mut u8>(before)
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_read(file: i64, bytes: *mut u8, count: i64) -> i64 {
    loop {
        // SAFETY: the caller passes room for that many bytes.
        let got = unsafe { sys::read(file as i32, bytes.cast(), count as usize) };
        if got >= 0 {
            return got as i64;
        } else if sys::errno() != sys::EINTR {
            return -i64::from(sys::errno());
        }
    }
}

/// Opens the file whose path of `length` bytes is given. Mode: 0 to read, 1 to write anew, 2 to append, 3 to create; 4 more to do both ways.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_open(path: *mut u8, length: i64, mode: i64) -> i64 {
    let mut buffer = [0u8; 4096];
    let length = length as usize;
    if length >= buffer.len() {
        return -i64::from(sys::ENAMETOOLONG);
    }
    let both = mode & 4 != 0;
    let way = if both {
        sys::O_RDWR
    } else if mode & 3 == 0 {
        0
    } else {
        sys::O_WRONLY
    };
    let how = match mode & 3 {
        0 => 0,
        1 => sys::O_CREAT | sys::O_TRUNC,
        2 => sys::O_CREAT | sys::O_APPEND,
        _ => sys::O_CREAT | sys::O_EXCL,
    };
    // SAFETY: the caller passes that many bytes, and they fit.
    let file = unsafe {
        buffer.as_mut_ptr().copy_from_nonoverlapping(path, length);
        sys::open(buffer.as_ptr().cast(), way | how | sys::O_CLOEXEC, 0o666)
    };
    result(i64::from(file))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_close(file: i64) -> i64 {
    // SAFETY: any number may be closed.
    result(i64::from(unsafe { sys::close(file as i32) }))
}

/// From the start (0), from here (1) or from the end (2).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_seek(file: i64, offset: i64, from: i64) -> i64 {
    // SAFETY: any number may be asked.
    result(unsafe { sys::lseek(file as i32, offset, from as i32) })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_is_terminal(file: i64) -> bool {
    // SAFETY: any number may be asked.
    unsafe { sys::isatty(file as i32) == 1 }
}

/// What an error number means; gives the number of bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_error_text(error: i64, bytes: *mut u8, room: i64) -> i64 {
    // SAFETY: the caller passes that much room.
    unsafe {
        let text = sys::strerror_r(error as i32, bytes.cast(), room as usize);
        let length = sys::strlen(text).min(room as usize);
        bytes.copy_from(text.cast(), length);
        length as i64
    }
}

fn result(value: i64) -> i64 {
    if value < 0 { -i64::from(sys::errno()) } else { value }
}
