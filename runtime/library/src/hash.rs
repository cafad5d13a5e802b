//! Hashes of the RustCrypto crates.

use alloc::boxed::Box;
use core::slice::{from_raw_parts, from_raw_parts_mut};

use digest::DynDigest;

type State = Box<dyn DynDigest>;

/// The algorithms by the numbers that `stdlib/hashlib.py` gives them.
fn algorithm(number: i64) -> Option<State> {
    Some(match number {
        0 => Box::<md5::Md5>::default(),
        1 => Box::<sha1::Sha1>::default(),
        2 => Box::<sha2::Sha224>::default(),
        3 => Box::<sha2::Sha256>::default(),
        4 => Box::<sha2::Sha384>::default(),
        5 => Box::<sha2::Sha512>::default(),
        6 => Box::<sha3::Sha3_224>::default(),
        7 => Box::<sha3::Sha3_256>::default(),
        8 => Box::<sha3::Sha3_384>::default(),
        9 => Box::<sha3::Sha3_512>::default(),
        10 => Box::<blake2::Blake2b512>::default(),
        11 => Box::<blake2::Blake2s256>::default(),
        _ => return None,
    })
}

unsafe fn state<'a>(state: *mut u8) -> &'a mut State {
    // SAFETY: the caller passes what `pyc_hash_new` or `pyc_hash_copy` gave.
    unsafe { &mut *state.cast::<State>() }
}

fn handle(state: State) -> *mut u8 {
    Box::into_raw(Box::new(state)).cast()
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_hash_new(number: i64) -> *mut u8 {
    algorithm(number).map_or(core::ptr::null_mut(), handle)
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_hash_copy(hash: *mut u8) -> *mut u8 {
    // SAFETY: the caller passes a hash.
    handle(unsafe { state(hash) }.box_clone())
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_hash_update(hash: *mut u8, data: *mut u8, size: i64) {
    if size > 0 {
        // SAFETY: the caller passes a hash and that many bytes.
        unsafe { state(hash).update(from_raw_parts(data, size as usize)) }
    }
}

/// Writes the hash of what was hashed so far and gives its size.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_hash_digest(hash: *mut u8, target: *mut u8) -> i64 {
    // SAFETY: the caller passes a hash and room for 64 bytes, which no algorithm exceeds.
    unsafe {
        let mut copy = state(hash).box_clone();
        let size = copy.output_size();
        // The room is as large as the hash, so that this can't fail.
        let _ = copy.finalize_into_reset(from_raw_parts_mut(target, size));
        size as i64
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_hash_free(hash: *mut u8) {
    // SAFETY: the caller passes a hash for the last time.
    drop(unsafe { Box::from_raw(hash.cast::<State>()) });
}
