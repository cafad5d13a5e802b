//! Compressed data, of the crate `miniz_oxide`.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::slice::from_raw_parts;

use miniz_oxide::deflate::core::{CompressorOxide, create_comp_flags_from_zip_params};
use miniz_oxide::inflate::stream::InflateState;
use miniz_oxide::{DataFormat, MZError, MZFlush, MZStatus, deflate, inflate};

/// How much is made at a time.
const PIECE: usize = 32 << 10;

/// One direction, with what the last step made.
struct Stream<S> {
    state: S,
    made: Vec<u8>,
}

/// How a step ended: what was given is used up, the data is at its end, or it is wrong.
const MORE: i64 = 0;
const END: i64 = 1;
const WRONG: i64 = -1;

impl<S> Stream<S> {
    fn handle(state: S) -> *mut u8 {
        Box::into_raw(Box::new(Self { state, made: Vec::new() })).cast()
    }

    /// Calls `run` with input and room for output until it has nothing more to do. Writes where what was made lies, its size, and how much of the input was used.
    unsafe fn step(&mut self, input: &[u8], words: *mut u8, mut run: impl FnMut(&mut S, &[u8], &mut [u8]) -> (usize, usize, i64)) -> i64 {
        self.made.clear();
        let mut used = 0;
        let status = loop {
            let before = self.made.len();
            self.made.resize(before + PIECE, 0);
            let (consumed, written, status) = run(&mut self.state, &input[used..], &mut self.made[before..]);
            self.made.truncate(before + written);
            used += consumed;
            let is_full = written == PIECE;
            if status != MORE || (!is_full && (used == input.len() || consumed == 0)) {
                break status;
            }
        };
        // SAFETY: the caller passes room for three words.
        unsafe { words.cast::<[usize; 3]>().write([self.made.as_ptr() as usize, self.made.len(), used]) };
        status
    }
}

type Deflate = Stream<Box<CompressorOxide>>;
type Inflate = Stream<Box<InflateState>>;

unsafe fn bytes<'a>(data: *mut u8, size: i64) -> &'a [u8] {
    // SAFETY: the caller passes that many bytes.
    if size > 0 { unsafe { from_raw_parts(data, size as usize) } } else { &[] }
}

/// The flush that a number of zlib's stands for.
fn flush_of(number: i64) -> MZFlush {
    match number {
        1 => MZFlush::Partial,
        2 => MZFlush::Sync,
        3 => MZFlush::Full,
        4 => MZFlush::Finish,
        _ => MZFlush::None,
    }
}

/// Begins to compress, at a level from -1 to 9, with zlib's header or without one.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_deflate_new(level: i64, has_header: bool) -> *mut u8 {
    let window = if has_header { 15 } else { -15 };
    Deflate::handle(Box::new(CompressorOxide::new(create_comp_flags_from_zip_params(level as i32, window, 0))))
}

/// Compresses what is given; `flush` is one of zlib's numbers.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_deflate_step(stream: *mut u8, data: *mut u8, size: i64, flush: i64, words: *mut u8) -> i64 {
    let flush = flush_of(flush);
    let run = |state: &mut Box<CompressorOxide>, input: &[u8], output: &mut [u8]| {
        let result = deflate::stream::deflate(state, input, output, flush);
        let status = match result.status {
            Ok(MZStatus::StreamEnd) => END,
            Ok(_) | Err(MZError::Buf) => MORE,
            Err(_) => WRONG,
        };
        (result.bytes_consumed, result.bytes_written, status)
    };
    // SAFETY: the caller passes a stream, bytes, and room for three words.
    unsafe { (*stream.cast::<Deflate>()).step(bytes(data, size), words, run) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_deflate_free(stream: *mut u8) {
    // SAFETY: the caller owns it.
    drop(unsafe { Box::from_raw(stream.cast::<Deflate>()) });
}

/// Begins to read compressed data, with zlib's header or without one.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_inflate_new(has_header: bool) -> *mut u8 {
    Inflate::handle(InflateState::new_boxed(if has_header { DataFormat::Zlib } else { DataFormat::Raw }))
}

/// Reads what is given. `most` is how much is to be made at most, or 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_inflate_step(stream: *mut u8, data: *mut u8, size: i64, most: i64, words: *mut u8) -> i64 {
    let mut left = if most > 0 { most as usize } else { usize::MAX };
    let run = |state: &mut Box<InflateState>, input: &[u8], output: &mut [u8]| {
        let room = output.len().min(left);
        let result = inflate::stream::inflate(state, input, &mut output[..room], MZFlush::None);
        left -= result.bytes_written;
        let status = match result.status {
            Ok(MZStatus::StreamEnd) => END,
            Ok(_) | Err(MZError::Buf) => MORE,
            Err(_) => WRONG,
        };
        (result.bytes_consumed, result.bytes_written, status)
    };
    // SAFETY: the caller passes a stream, bytes, and room for three words.
    unsafe { (*stream.cast::<Inflate>()).step(bytes(data, size), words, run) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_inflate_free(stream: *mut u8) {
    // SAFETY: the caller owns it.
    drop(unsafe { Box::from_raw(stream.cast::<Inflate>()) });
}
