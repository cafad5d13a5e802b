"""Raw memory and the machine's operations: what the rest of the library is built on.

Nothing here checks anything but what its documentation says. The functions without a body are supplied by the compiler.
"""

from pyc import inline, intrinsic
from pyc.fixed import u8

# Pointers


class Ptr[T]:
    """An address of values of type `T`. Not counted, not checked."""

    def __repr__(self) -> str:
        """Show the address."""
        return "Ptr(" + hex(ptr_address(self)) + ")"

    @inline
    def __getitem__(self, index: int) -> T:
        return ptr_load(self, index)

    @inline
    def __setitem__(self, index: int, value: T) -> None:
        ptr_store(self, index, value)

    @inline
    def __add__(self, count: int) -> Ptr[T]:
        return ptr_offset(self, count)

    @inline
    def __eq__(self, other: Ptr[T]) -> bool:
        return ptr_equal(self, other)

    @inline
    def __ne__(self, other: Ptr[T]) -> bool:
        return not ptr_equal(self, other)

    @inline
    def __bool__(self) -> bool:
        return not ptr_is_null(self)


@intrinsic
def ptr_load[T](pointer: Ptr[T], index: int) -> T:
    """Copy the element at `index`."""
    ...


@intrinsic
def ptr_store[T](pointer: Ptr[T], index: int, value: T) -> None:
    """Replace the element at `index` and release the old one."""
    ...


@intrinsic
def ptr_init[T](pointer: Ptr[T], index: int, value: T) -> None:
    """Put an element where there was none."""
    ...


@intrinsic
def ptr_take[T](pointer: Ptr[T], index: int) -> T:
    """Move the element at `index` out; its place then holds nothing."""
    ...


@intrinsic
def ptr_drop[T](pointer: Ptr[T], index: int) -> None:
    """Release the element at `index`; its place then holds nothing."""
    ...


@intrinsic
def ptr_offset[T](pointer: Ptr[T], count: int) -> Ptr[T]:
    """Give the address `count` elements on."""
    ...


@intrinsic
def ptr_cast[U, T](pointer: Ptr[T]) -> Ptr[U]:
    """Give the same address as one of another type: `ptr_cast[u8](pointer)`."""
    ...


@intrinsic
def ptr_null[T]() -> Ptr[T]:
    """Give the address zero."""
    ...


@intrinsic
def ptr_is_null[T](pointer: Ptr[T]) -> bool:
    """Say whether the address is zero."""
    ...


@intrinsic
def ptr_address[T](pointer: Ptr[T]) -> int:
    """Give the address as a number."""
    ...


@intrinsic
def ptr_equal[T](left: Ptr[T], right: Ptr[T]) -> bool:
    """Say whether two addresses are the same."""
    ...


# Memory


@intrinsic
def alloc(size: int) -> Ptr[u8]:
    """Allocate bytes; raise `MemoryError` where there are none."""
    ...


@intrinsic
def realloc(pointer: Ptr[u8], size: int) -> Ptr[u8]:
    """Change the size of an allocation, which may move it."""
    ...


@intrinsic
def free(pointer: Ptr[u8]) -> None:
    """Give an allocation back."""
    ...


@intrinsic
def size_of[T]() -> int:
    """Give the number of bytes between two elements of type `T`."""
    ...


@intrinsic
def mem_copy(target: Ptr[u8], source: Ptr[u8], size: int) -> None:
    """Copy bytes between places that do not overlap."""
    ...


@intrinsic
def mem_move(target: Ptr[u8], source: Ptr[u8], size: int) -> None:
    """Copy bytes between places that may overlap."""
    ...


@intrinsic
def mem_set(target: Ptr[u8], byte: int, size: int) -> None:
    """Set every byte to one value."""
    ...


@intrinsic
def mem_compare(left: Ptr[u8], right: Ptr[u8], size: int) -> int:
    """Compare bytes as C's `memcmp` does."""
    ...


@intrinsic
def new_object[T](extra: int) -> T:
    """Give a new object of class `T`, all zero and not initialised, with `extra` bytes behind its fields."""
    ...


@intrinsic
def trailing[T](obj: T) -> Ptr[u8]:
    """Give the address of the bytes behind an object's fields."""
    ...


@intrinsic
def ref_count[T](obj: T) -> int:
    """Give the number of references to an object."""
    ...


@intrinsic
def same_object[T, U](left: T, right: U) -> bool:
    """Say whether two references are to one object."""
    ...


@intrinsic
def object_address[T](obj: T) -> int:
    """Give the address of an object as a number."""
    ...


@intrinsic
def object_pointer[T](obj: T) -> Ptr[u8]:
    """Give the address of an object of a class. It is not kept alive by that."""
    ...


# Integers


@intrinsic
def wrapping_add[T](left: T, right: T) -> T:
    """Add without a check."""
    ...


@intrinsic
def wrapping_sub[T](left: T, right: T) -> T:
    """Subtract without a check."""
    ...


@intrinsic
def wrapping_mul[T](left: T, right: T) -> T:
    """Multiply without a check."""
    ...


@intrinsic
def add_overflows(left: int, right: int) -> bool:
    """Say whether a sum is out of range."""
    ...


@intrinsic
def sub_overflows(left: int, right: int) -> bool:
    """Say whether a difference is out of range."""
    ...


@intrinsic
def mul_overflows(left: int, right: int) -> bool:
    """Say whether a product is out of range."""
    ...


@intrinsic
def floor_div[T](left: T, right: T) -> T:
    """Divide and round down. Not for a zero divisor, nor for the least number by -1."""
    ...


@intrinsic
def floor_mod[T](left: T, right: T) -> T:
    """Give the remainder of `floor_div`."""
    ...


@intrinsic
def trunc_div[T](left: T, right: T) -> T:
    """Divide and round towards zero. Not for a zero divisor, nor for the least number by -1."""
    ...


@intrinsic
def trunc_rem[T](left: T, right: T) -> T:
    """Give the remainder of `trunc_div`."""
    ...


@intrinsic
def shift_left[T](value: T, count: int) -> T:
    """Shift by less than the number of bits."""
    ...


@intrinsic
def shift_right[T](value: T, count: int) -> T:
    """Shift by less than the number of bits; signed numbers keep their sign."""
    ...


@intrinsic
def bit_and[T](left: T, right: T) -> T:
    """Give the bits that are set in both."""
    ...


@intrinsic
def bit_or[T](left: T, right: T) -> T:
    """Give the bits that are set in one or both."""
    ...


@intrinsic
def bit_xor[T](left: T, right: T) -> T:
    """Give the bits that are set in one alone."""
    ...


@intrinsic
def bit_not[T](value: T) -> T:
    """Give every bit the other value."""
    ...


@intrinsic
def int_cast[U, T](value: T) -> U:
    """Convert between integer types and `bool`: bits that do not fit are dropped."""
    ...


@intrinsic
def count_ones(value: int) -> int:
    """Count the bits that are set."""
    ...


@intrinsic
def leading_zeros(value: int) -> int:
    """Count the clear bits above the highest set one; 64 for zero."""
    ...


@intrinsic
def trailing_zeros(value: int) -> int:
    """Count the clear bits below the lowest set one; 64 for zero."""
    ...


# Floats


@intrinsic
def int_to_float[T](value: int) -> T:
    """Convert to the nearest floating-point number."""
    ...


@intrinsic
def float_to_int(value: float) -> int:
    """Drop the fraction of a number that is in range."""
    ...


@intrinsic
def float_cast[U, T](value: T) -> U:
    """Convert between floating-point types."""
    ...


@intrinsic
def float_bits(value: float) -> int:
    """Give the bits of a number."""
    ...


@intrinsic
def float_from_bits(bits: int) -> float:
    """Give the number that has these bits."""
    ...


@intrinsic
def float_div(left: float, right: float) -> float:
    """Give the quotient as IEEE 754 has it: infinite or not a number where the divisor is zero."""
    ...


@intrinsic
def float_rem(left: float, right: float) -> float:
    """Give the remainder of a division that rounds towards zero (C's `fmod`)."""
    ...


@intrinsic
def float_sqrt(value: float) -> float:
    """Give the square root."""
    ...


@intrinsic
def float_floor(value: float) -> float:
    """Round down."""
    ...


@intrinsic
def float_ceil(value: float) -> float:
    """Round up."""
    ...


@intrinsic
def float_trunc(value: float) -> float:
    """Round towards zero."""
    ...


@intrinsic
def float_fabs(value: float) -> float:
    """Clear the sign."""
    ...


@intrinsic
def float_copysign(value: float, sign: float) -> float:
    """Give `value` with the sign of `sign`."""
    ...


@intrinsic
def float_sin(value: float) -> float:
    """Give the sine."""
    ...


@intrinsic
def float_cos(value: float) -> float:
    """Give the cosine."""
    ...


@intrinsic
def float_exp(value: float) -> float:
    """Give e to the power of `value`."""
    ...


@intrinsic
def float_log(value: float) -> float:
    """Give the natural logarithm."""
    ...


@intrinsic
def float_pow(base: float, exponent: float) -> float:
    """Give a power (C's `pow`)."""
    ...


@intrinsic
def float_fma(left: float, right: float, addend: float) -> float:
    """Multiply and add with one rounding."""
    ...


# Types


@intrinsic
def type_name[T]() -> str:
    """Give the name of a type."""
    ...


@intrinsic
def class_name[T](obj: T) -> str:
    """Give the name of the class that an object has at run time."""
    ...


@intrinsic
def is_same[T, U]() -> bool:
    """Say whether two types are the same; known at compile time."""
    ...


@intrinsic
def is_type[T](value) -> bool:
    """Say whether the type of `value` is `T` and nothing else; known at compile time."""
    ...


@intrinsic
def has_method[T, name]() -> bool:
    """Say whether a type has a method, as in `has_method[T, "append"]()`; known at compile time."""
    ...


@intrinsic
def needs_drop[T]() -> bool:
    """Say whether releasing a value of type `T` does anything; known at compile time."""
    ...


class Word:
    """`name: Word`: a parameter of the library whose argument is a string that is written out in the call.

    The function is compiled for each such string. `getattr(obj, name)` takes one, which may have dots in it, and `name == "text"` is known while compiling.
    """


class Keywords:
    """`**kwargs: Keywords`: a parameter of the library that gathers arguments by name, each with its own type.

    It is a tuple with a pair of a `Word` and a value for each argument. `**kwargs` in a call gives them on; of several with one name the last counts.
    """


@intrinsic
def field_words[T]():
    """Give a `Word` for each field of a class."""
    ...


@intrinsic
def by_class[F, T](function: F, obj: T) -> T:
    """Call a function with an object as one of the class that it has at run time. What is no object is given back."""
    ...


@intrinsic
def by_class_with[F, T, A](function: F, obj: T, arg: A) -> T:
    """Do as `by_class` does, with another argument."""
    ...


@intrinsic
def word_text(word: Word) -> str:
    """Give a word as a string."""
    ...


# Being called from outside, and calling what is there


@intrinsic
def call_pointer(code: Ptr[u8], *args) -> int:
    """Call the C function at an address with numbers and addresses; what it gives is 64 bits wide."""
    ...


@intrinsic
def function_address[F](function: F) -> Ptr[u8]:
    """Give the address of a function's code: of one with `@export`, whose parameters all say their types."""
    ...


@intrinsic
def callback_code[T](task: T) -> Ptr[u8]:
    """Give the address of code that takes the address of an object of class `T` and calls it."""
    ...


@intrinsic
def run_module() -> None:
    """Run the top of the module that this is called in, unless it has run: a function called from outside comes first."""
    ...
