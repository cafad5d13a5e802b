//! What the core of the runtime, which is in every program, is asked for.

// The tests link the core as a crate.
#[cfg(test)]
use pyc_rt as _;

unsafe extern "C" {
    fn pyc_unicode_flags(code: i64) -> i64;
    fn pyc_unicode_next(code: i64) -> i64;
    fn pyc_unicode_case(code: i64, mapping: i64, target: *mut i64) -> i64;
    #[cfg(feature = "shipped")]
    pub(crate) fn pyc_abort(text: *const u8, size: i64) -> !;
}

/// Letter, decimal, digit, numeric: what makes a word, besides the underscore.
pub(crate) const ALPHANUMERIC: i64 = 0b1111;
pub(crate) const DECIMAL: i64 = 1 << 1;
pub(crate) const SPACE: i64 = 1 << 4;
pub(crate) const STARTS_IDENTIFIER: i64 = 1 << 11;
pub(crate) const CONTINUES_IDENTIFIER: i64 = 1 << 12;

/// The properties of a code point, which the constants above name.
pub(crate) fn flags(code: u32) -> i64 {
    // SAFETY: takes any number.
    unsafe { pyc_unicode_flags(i64::from(code)) }
}

/// The runs of code points that have any of some properties, with both ends.
pub(crate) fn runs_with(wanted: i64) -> impl Iterator<Item = (u32, u32)> {
    let mut start = 0u32;
    core::iter::from_fn(move || {
        (start < 0x11_0000).then(|| {
            // SAFETY: takes any number.
            let next = unsafe { pyc_unicode_next(i64::from(start)) } as u32;
            (core::mem::replace(&mut start, next), next - 1)
        })
    })
    .filter(move |(first, _)| flags(*first) & wanted != 0)
}

/// The lower-case form that is one code point.
pub(crate) fn lower(code: u32) -> u32 {
    if code < 128 {
        return u32::from((code as u8).to_ascii_lowercase());
    }
    let mut target = [0; 3];
    // SAFETY: there is room for three.
    unsafe { pyc_unicode_case(i64::from(code), 0, target.as_mut_ptr()) };
    target[0] as u32
}
