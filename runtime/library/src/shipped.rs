//! What a program without `std` needs: memory from C, and an end for what must not happen.

use core::alloc::{GlobalAlloc, Layout};
use core::ffi::c_void;

unsafe extern "C" {
    fn malloc(size: usize) -> *mut c_void;
    fn realloc(memory: *mut c_void, size: usize) -> *mut c_void;
    fn aligned_alloc(align: usize, size: usize) -> *mut c_void;
    fn free(memory: *mut c_void);
}

/// What `malloc` aligns to.
const USUAL: usize = 16;

struct Libc;

// SAFETY: C's functions keep what the trait asks for.
unsafe impl GlobalAlloc for Libc {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: `aligned_alloc` wants a size that is a multiple of the alignment.
        unsafe {
            match layout.align() {
                ..=USUAL => malloc(layout.size()).cast(),
                align => aligned_alloc(align, layout.size().next_multiple_of(align)).cast(),
            }
        }
    }

    unsafe fn dealloc(&self, memory: *mut u8, _layout: Layout) {
        // SAFETY: it was given by one of the functions above.
        unsafe { free(memory.cast()) }
    }

    unsafe fn realloc(&self, memory: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // SAFETY: as above; memory with a larger alignment is copied.
        unsafe {
            if layout.align() <= USUAL {
                return realloc(memory.cast(), size).cast();
            }
            let moved = self.alloc(Layout::from_size_align_unchecked(size, layout.align()));
            if !moved.is_null() {
                moved.copy_from_nonoverlapping(memory, layout.size().min(size));
                free(memory.cast());
            }
            moved
        }
    }
}

#[global_allocator]
static ALLOCATOR: Libc = Libc;

#[panic_handler]
fn panic(_info: &core::panic::PanicInfo<'_>) -> ! {
    let text = b"fatal error in the library\n";
    // SAFETY: the text is there.
    unsafe { crate::core_runtime::pyc_abort(text.as_ptr(), text.len() as i64) }
}

/// Rust's `alloc` is compiled for unwinding, which never happens here: these are named and not called.
#[unsafe(no_mangle)]
extern "C" fn rust_eh_personality() {}

#[unsafe(no_mangle)]
extern "C" fn _Unwind_Resume() -> ! {
    panic!()
}
