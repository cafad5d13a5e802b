//! One table of the runtime's symbols and signatures: code generation declares from it, and the runtime is checked against it when it is compiled.
//!
//! It also says how the words are laid out that compiled code and the runtime both read. Nothing here has code of its own.
#![no_std]

/// A type that crosses the border.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scalar {
    Bool,
    I32,
    I64,
    F64,
    Ptr,
}

/// What a symbol promises of addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Promise {
    /// Gives new memory: an address that nothing else has and that is never null.
    Fresh,
    /// Keeps no address it is handed. Without this LLVM takes an object that is freed somewhere for one that any call may change.
    Borrows,
    /// Keeps no address, and ends the memory it is handed: LLVM drops an allocation that is only written to and freed.
    Frees,
}

/// Which static library a symbol lies in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Linked into every program.
    Core,
    /// Linked into programs that name one of its symbols.
    Library,
}

/// A function of the runtime, called with the C ABI.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Symbol {
    pub name: &'static str,
    pub part: Part,
    pub params: &'static [Scalar],
    pub result: Option<Scalar>,
    pub promises: &'static [Promise],
    /// LLVM's attributes, `name` or `name=value`.
    pub attributes: &'static [&'static str],
}

/// Words of a class's static record before its table of functions: number, flags, the function that ends an object's life, and its name.
pub const TYPE_WORDS: usize = 4;
/// A class whose objects have a word before the header for their traceback.
pub const TYPE_IS_EXCEPTION: i64 = 1;

/// The variable that holds the address below which a stack has no more room than [`STACK_RESERVE`]; zero where nobody watches.
pub const STACK_LIMIT: &str = "pyc_stack_limit";
/// What calls may use that are made where no function looks at the limit.
pub const STACK_RESERVE: usize = 1 << 20;

/// The variable that holds the first free block of each size, which has the address of the next in it; null where there is none.
pub const FREE_BLOCKS: &str = "pyc_free_blocks";
/// Sizes of small blocks are rounded up to multiples of this, which is also what every block is aligned to.
pub const BLOCK_STEP: usize = 16;
/// Larger blocks are the system's.
pub const LARGEST_BLOCK: usize = 4096;
/// The variable that holds where the stretch of addresses begins that small blocks lie in. At its start is a byte for each slab of it: which of the lists its blocks
/// belong to.
pub const BLOCKS_START: &str = "pyc_blocks_start";
/// Addresses cost nothing; beyond this many bytes of small blocks the system has to help.
pub const BLOCKS_STRETCH: usize = 64 << 30;
/// The stretch is cut into slabs of this many bytes, as a power of two.
pub const SLAB_SHIFT: u32 = 16;

/// What is known of an allocation function: its kind as LLVM counts it, that the first argument is the size, and that it touches no memory
/// the program can see (`memory` holds two bits for each of: what arguments point at, what is inaccessible, errno, the rest).
const ALLOCATES: &[&str] = &["allockind=9", "alloc-family=pyc", "allocsize=4294967295", "nounwind", "willreturn", "memory=12"];
const ALLOCATES_ZEROED: &[&str] = &["allockind=17", "alloc-family=pyc", "allocsize=4294967295", "nounwind", "willreturn", "memory=12"];
/// The other end of an allocation. Touches what its argument points at and nothing else that the program can see.
const FREES: &[&str] = &["allockind=4", "alloc-family=pyc", "nounwind", "willreturn", "memory=15"];
const PLAIN: &[&str] = &["nounwind"];
/// Gives the same for the same and touches no memory.
const PURE: &[&str] = &["nounwind", "willreturn", "memory=0"];
const COLD: &[&str] = &["nounwind", "cold"];
const NEVER_RETURNS: &[&str] = &["nounwind", "noreturn", "cold"];

/// Hands the core's part of the table to a macro: one `name(param, …) -> result [attributes] promise…;` for each symbol.
#[macro_export]
macro_rules! for_each_symbol {
    ($with:ident) => {
        $with! {
            // ---- start and end
            pyc_start(I32, Ptr) -> Unit [PLAIN];
            pyc_at_end(Ptr, Ptr) -> Unit [PLAIN];
            pyc_end() -> Unit [PLAIN];
            pyc_finish(I64) -> I32 [PLAIN];
            pyc_abort(Ptr, I64) -> Unit [NEVER_RETURNS];
            pyc_uncaught(Ptr, Ptr, I64) -> Unit [COLD];
            pyc_argument_count() -> I64 [PLAIN];
            pyc_argument(I64) -> Ptr [PLAIN];
            pyc_environment(Ptr, I64) -> Ptr [PLAIN];
            pyc_text_length(Ptr) -> I64 [PLAIN];
            // ---- memory and objects
            pyc_alloc(I64) -> Ptr [ALLOCATES] Fresh;
            pyc_alloc_zeroed(I64) -> Ptr [ALLOCATES_ZEROED] Fresh;
            pyc_alloc_exception(I64) -> Ptr [PLAIN] Fresh;
            pyc_realloc(Ptr, I64) -> Ptr [PLAIN] Fresh;
            pyc_has_memory(I64) -> Bool [PLAIN];
            pyc_free(Ptr) -> Unit [FREES] Frees;
            pyc_free_exception(Ptr) -> Unit [PLAIN] Borrows;
            pyc_drop(Ptr) -> Unit [COLD] Borrows;
            pyc_compare(Ptr, Ptr, I64) -> I64 [PLAIN] Borrows;
            pyc_room_behind(Ptr, Ptr) -> I64 [PLAIN] Borrows;
            pyc_find_byte(Ptr, I64, I64) -> I64 [PLAIN] Borrows;
            pyc_type_name(Ptr) -> Ptr [PLAIN];
            // ---- tracebacks
            pyc_traceback(Ptr, Ptr, I64, I64) -> Unit [COLD];
            pyc_traceback_size(Ptr) -> I64 [COLD];
            pyc_traceback_entry(Ptr, I64, Ptr) -> Unit [COLD];
            pyc_traceback_print(Ptr) -> Unit [COLD];
            pyc_traceback_text(Ptr, Ptr) -> Unit [COLD];
            pyc_traceback_clear(Ptr) -> Unit [COLD];
            // ---- files
            pyc_write(I64, Ptr, I64) -> I64 [PLAIN] Borrows;
            pyc_flush(I64) -> I64 [PLAIN];
            pyc_set_output(I64, Ptr, Bool) -> Ptr [PLAIN];
            pyc_read(I64, Ptr, I64) -> I64 [PLAIN] Borrows;
            pyc_open(Ptr, I64, I64) -> I64 [PLAIN];
            pyc_close(I64) -> I64 [PLAIN];
            pyc_seek(I64, I64, I64) -> I64 [PLAIN];
            pyc_is_terminal(I64) -> Bool [PLAIN];
            pyc_error_text(I64, Ptr, I64) -> I64 [COLD];
            // ---- time
            pyc_monotonic_ns() -> I64 [PLAIN];
            pyc_realtime_ns() -> I64 [PLAIN];
            pyc_cpu_ns() -> I64 [PLAIN];
            pyc_sleep_ns(I64) -> Unit [PLAIN];
            pyc_random_bytes(Ptr, I64) -> Unit [PLAIN] Borrows;
            // ---- floats
            pyc_float_repr(F64, Ptr) -> I64 [PLAIN] Borrows;
            pyc_float_format(F64, I64, I64, Bool, Ptr, I64) -> I64 [PLAIN] Borrows;
            pyc_float_parse(Ptr, I64, Ptr) -> Bool [PLAIN] Borrows;
            pyc_float_power(F64, F64) -> F64 [PURE];
            // ---- integers and text
            pyc_multiply_modulo(I64, I64, I64) -> I64 [PLAIN];
            pyc_unicode_flags(I64) -> I64 [PLAIN];
            pyc_unicode_next(I64) -> I64 [PLAIN];
            pyc_unicode_decimal(I64) -> I64 [PLAIN];
            pyc_unicode_case(I64, I64, Ptr) -> I64 [PLAIN] Borrows;
            pyc_character_cache() -> Ptr [PLAIN];
            // ---- generators
            pyc_coroutine_start(Ptr, Ptr, Ptr) -> Ptr [PLAIN];
            pyc_coroutine_resume(Ptr) -> I64 [PLAIN];
            pyc_coroutine_delegate(Ptr) -> Bool [PLAIN];
            pyc_coroutine_suspend() -> Bool [PLAIN];
            pyc_coroutine_is_running(Ptr) -> Bool [PLAIN];
            pyc_coroutine_slot() -> Ptr [PLAIN];
            pyc_coroutine_close(Ptr) -> Bool [PLAIN];
            // ---- threads
            pyc_task_new(Ptr, Ptr, I64) -> Ptr [PLAIN];
            pyc_task_resume(Ptr) -> Bool [PLAIN];
            pyc_task_suspend() -> Unit [PLAIN];
            // ---- kernels on the CPU
            pyc_grid_index(I64) -> I64 [PLAIN];
            pyc_grid_barrier() -> Unit [PLAIN];
            pyc_launch(Ptr, Ptr, Ptr) -> Unit [PLAIN];
        }
    };
}

/// Hands the library's part of the table to a macro, in the same form.
#[macro_export]
macro_rules! for_each_library_symbol {
    ($with:ident) => {
        $with! {
            // ---- hashes
            pyc_hash_new(I64) -> Ptr [PLAIN];
            pyc_hash_copy(Ptr) -> Ptr [PLAIN];
            pyc_hash_update(Ptr, Ptr, I64) -> Unit [PLAIN] Borrows;
            pyc_hash_digest(Ptr, Ptr) -> I64 [PLAIN] Borrows;
            pyc_hash_free(Ptr) -> Unit [PLAIN];
            // ---- characters
            pyc_character_properties(I64) -> I64 [PURE];
            pyc_character_parts(I64, Ptr) -> I64 [PLAIN] Borrows;
            pyc_character_pair(I64, I64) -> I64 [PURE];
            pyc_character_digit(I64) -> I64 [PURE];
            pyc_character_number(I64) -> F64 [PURE];
            pyc_character_names(Ptr) -> Unit [PLAIN] Borrows;
            // ---- regular expressions
            pyc_regex_compile(Ptr, I64, I64) -> Ptr [PLAIN];
            pyc_regex_free(Ptr) -> Unit [PLAIN];
            pyc_regex_error(Ptr, Ptr) -> Bool [PLAIN] Borrows;
            pyc_regex_flags(Ptr) -> I64 [PLAIN] Borrows;
            pyc_regex_groups(Ptr) -> I64 [PLAIN] Borrows;
            pyc_regex_name(Ptr, I64, Ptr) -> I64 [PLAIN] Borrows;
            pyc_regex_search(Ptr, Ptr, I64, I64, I64, Ptr) -> Bool [PLAIN] Borrows;
            // ---- compression
            pyc_deflate_new(I64, Bool) -> Ptr [PLAIN];
            pyc_deflate_step(Ptr, Ptr, I64, I64, Ptr) -> I64 [PLAIN] Borrows;
            pyc_deflate_free(Ptr) -> Unit [PLAIN];
            pyc_inflate_new(Bool) -> Ptr [PLAIN];
            pyc_inflate_step(Ptr, Ptr, I64, I64, Ptr) -> I64 [PLAIN] Borrows;
            pyc_inflate_free(Ptr) -> Unit [PLAIN];
        }
    };
}

macro_rules! result {
    (Unit) => {
        None
    };
    ($scalar:ident) => {
        Some(Scalar::$scalar)
    };
}

macro_rules! symbols {
    ($part:ident: $($name:ident($($param:ident),*) -> $result:ident [$attributes:ident] $($promise:ident)*;)*) => {
        &[$(Symbol {
            name: stringify!($name),
            part: Part::$part,
            params: &[$(Scalar::$param),*],
            result: result!($result),
            promises: &[$(Promise::$promise),*],
            attributes: $attributes,
        }),*]
    };
}
macro_rules! core_symbols {
    ($($table:tt)*) => {
        symbols!(Core: $($table)*)
    };
}
macro_rules! library_symbols {
    ($($table:tt)*) => {
        symbols!(Library: $($table)*)
    };
}

/// Every symbol of the runtime's core.
pub const CORE: &[Symbol] = for_each_symbol!(core_symbols);
/// Every symbol of the library that some programs need.
pub const LIBRARY: &[Symbol] = for_each_library_symbol!(library_symbols);

/// A symbol by its name.
pub fn symbol(name: &str) -> Option<&'static Symbol> {
    CORE.iter().chain(LIBRARY).find(|symbol| symbol.name == name)
}
