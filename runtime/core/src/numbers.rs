//! Integer arithmetic that needs more than 64 bits, and the places of shared one-character texts.

use core::cell::UnsafeCell;

/// The product modulo `modulus`, of operands from 0 to below it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_multiply_modulo(left: i64, right: i64, modulus: i64) -> i64 {
    if modulus <= 0 || left >= modulus || right >= modulus {
        return 0;
    }
    let remainder: i64;
    // SAFETY: the product's high word is below the modulus, so that the quotient fits.
    unsafe {
        core::arch::asm!(
            "mul {right}",
            "div {modulus}",
            right = in(reg) right,
            modulus = in(reg) modulus,
            inout("rax") left => _,
            out("rdx") remainder,
            options(pure, nomem, nostack),
        );
    }
    remainder
}

struct Characters(UnsafeCell<[*mut u8; 128]>);

// SAFETY: objects are of one thread until threads exist.
unsafe impl Sync for Characters {}

static CHARACTERS: Characters = Characters(UnsafeCell::new([core::ptr::null_mut(); 128]));

/// 128 places for references to the texts of one ASCII character, null at the start.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pyc_character_cache() -> *mut u8 {
    CHARACTERS.0.get().cast()
}

/// Gives back the texts at the end of the process. They hold nothing else.
pub(crate) fn forget_characters() {
    // SAFETY: nothing of the program runs any more.
    unsafe { (*CHARACTERS.0.get()).iter_mut().for_each(|text| crate::memory::pyc_free(core::mem::replace(text, core::ptr::null_mut()))) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_wider_than_a_word() {
        let (a, b, m) = (i64::MAX - 1, i64::MAX - 5, i64::MAX);
        assert_eq!(unsafe { pyc_multiply_modulo(a, b, m) }, 5);
        assert_eq!(unsafe { pyc_multiply_modulo(3, 4, 5) }, 2);
    }
}
