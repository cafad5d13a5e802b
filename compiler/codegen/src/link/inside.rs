//! LLD as a library: starting it as a program takes longer than linking a small program.

use std::ffi::{CString, OsStr, c_char};
use std::os::unix::ffi::OsStrExt as _;
use std::sync::{Mutex, PoisonError};

/// LLD keeps its state in globals.
static ALONE: Mutex<()> = Mutex::new(());

#[repr(C)]
struct Stream {
    _opaque: [u8; 0],
}

unsafe extern "C" {
    /// `bool lld::elf::link(llvm::ArrayRef<const char *>, llvm::raw_ostream &, llvm::raw_ostream &, bool exitEarly, bool disableOutput)`
    #[link_name = "_ZN3lld3elf4linkEN4llvm8ArrayRefIPKcEERNS1_11raw_ostreamES7_bb"]
    fn lld_elf_link(arguments: *const *const c_char, count: usize, out: *mut Stream, err: *mut Stream, exit_early: bool, dry: bool)
    -> bool;
    /// `void lld::CommonLinkerContext::destroy()`
    #[link_name = "_ZN3lld19CommonLinkerContext7destroyEv"]
    fn lld_destroy();
    /// `llvm::raw_ostream &llvm::nulls()`
    #[link_name = "_ZN4llvm5nullsEv"]
    fn llvm_nulls() -> *mut Stream;
}

/// Links; gives whether that worked. What LLD has to say about a failure is lost.
pub(super) fn link<'a>(arguments: impl Iterator<Item = &'a OsStr>) -> bool {
    // One thread: the others take longer to start than a link takes.
    let words = [OsStr::new("ld.lld"), OsStr::new("--threads=1")].into_iter().chain(arguments);
    let Ok(words) = words.map(|word| CString::new(word.as_bytes())).collect::<Result<Vec<_>, _>>() else { return false };
    let pointers: Vec<_> = words.iter().map(|word| word.as_ptr()).collect();
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    // SAFETY: the arguments outlive the call; an `ArrayRef` is an address and a length, passed as two words; the linker's state is ended before the
    // next link, and links wait for each other.
    unsafe {
        let fine = lld_elf_link(pointers.as_ptr(), pointers.len(), llvm_nulls(), llvm_nulls(), false, false);
        lld_destroy();
        fine
    }
}
