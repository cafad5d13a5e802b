"""Devices, memory on them, and launches."""

from pyc import extern, intrinsic, unroll
from pyc.fixed import u8
from pyc.gpu._cuda import Context
from pyc.gpu._errors import DeviceError
from pyc.unsafe import (
    Ptr,
    alloc,
    callback_code,
    free,
    mem_copy,
    mem_set,
    needs_drop,
    object_pointer,
    ptr_address,
    ptr_cast,
    ptr_init,
    ptr_null,
    ptr_offset,
    size_of,
)

# Supplied by the compiler.


def launches(function):
    """Have the arguments behind the block checked against the parameters of the kernel."""
    return function


@intrinsic
def kernel_name[K](kernel: K) -> str:
    """Give the name of a kernel in the code for devices."""
    ...


@intrinsic
def kernel_place[K](kernel: K) -> str:
    """Give the file and line of a kernel."""
    ...


@intrinsic
def call_kernel[K](kernel: K, words: Ptr[u8]) -> None:
    """Call a kernel with arguments that lie in memory, each in eight bytes."""
    ...


@extern("pyc_launch")
def run_grid(code: Ptr[u8], task: Ptr[u8], sizes: Ptr[u8]) -> None:
    """Run code for every thread of a grid; `sizes` are those of the grid and of a block, three numbers each."""
    ...


MOST_THREADS = 1024


class Buffer[T]:
    """Memory for numbers on a device. It is given back when nothing refers to the buffer any more."""

    device: Device
    _data: Ptr[T]
    _size: int

    def __init__(self, device: Device, size: int) -> None:
        if needs_drop[T]():
            raise TypeError("a buffer holds numbers")
        if size < 0:
            raise ValueError("negative buffer size")
        self.device = device
        self._data = ptr_null[T]()
        self._size = size
        if size > 0:
            self._data = ptr_cast[T](device._allocate(size * size_of[T]()))

    def __destroy__(self) -> None:
        if self._size > 0 and self._data:
            self.device._release(ptr_cast[u8](self._data))

    def __len__(self) -> int:
        return self._size

    def __repr__(self) -> str:
        return "<buffer of " + str(self._size) + " elements on " + repr(self.device.name) + ">"

    def to_host(self) -> list[T]:
        """Copy the elements into a new list."""
        result = list[T]._with_capacity(self._size)
        if self._size > 0:
            self.device._read(ptr_cast[u8](result._items), ptr_cast[u8](self._data), self._size * size_of[T]())
        result._size = self._size
        return result


class Task[K]:
    """What the threads of a launch on the CPU do."""

    kernel: K
    words: Ptr[u8]
    error: BaseException | None

    def __init__(self, kernel: K, words: Ptr[u8]) -> None:
        self.kernel = kernel
        self.words = words
        self.error = None

    def __call__(self) -> None:
        # What one thread raised ends the launch.
        if self.error is None:
            try:
                call_kernel(self.kernel, self.words)
            except BaseException as error:
                self.error = error


class Device:
    """Something that runs kernels: `Device("cpu")`, or `Device("cuda:0")` for the first GPU of NVIDIA's."""

    name: str
    _context: Context | None

    def __init__(self, name: str) -> None:
        self.name = name
        self._context = None
        if name.startswith("cuda:") and name[5:].isdecimal():
            self._context = Context(int(name[5:]))
        elif name != "cpu":
            raise DeviceError(
                "there is no device " + repr(name) + ': write "cpu", or "cuda:0" for the first CUDA device'
            )

    def __repr__(self) -> str:
        return "Device(" + repr(self.name) + ")"

    def empty[T](self, size: int) -> Buffer[T]:
        """Give a buffer of `size` elements, all zero."""
        return Buffer[T](self, size)

    def from_host[T](self, values: list[T]) -> Buffer[T]:
        """Give a buffer that holds a copy of the elements of a list."""
        result = Buffer[T](self, len(values))
        if len(values) > 0:
            self._write(ptr_cast[u8](result._data), ptr_cast[u8](values._items), len(values) * size_of[T]())
        return result

    @launches
    def launch(self, kernel, grid, block, *args) -> None:
        """Run a kernel in `grid` blocks of `block` threads, each a number or a tuple of up to three, and wait for its end."""
        sizes = ptr_cast[int](alloc(48))
        words = alloc(8 * len(args) + 8)
        try:
            put_sizes(sizes, grid, "grid")
            put_sizes(ptr_offset(sizes, 3), block, "block")
            check_block(ptr_offset(sizes, 3))
            position = 0
            for value in unroll(args):
                put_word(ptr_offset(words, position), value, self)
                position += 8
            context = self._context
            if context is None:
                self._run(kernel, sizes, words)
            else:
                context.launch(kernel_name(kernel), kernel_place(kernel), sizes, words, len(args))
        finally:
            free(words)
            free(ptr_cast[u8](sizes))

    def _run(self, kernel, sizes: Ptr[int], words: Ptr[u8]) -> None:
        task = Task(kernel, words)
        run_grid(callback_code(task), object_pointer(task), ptr_cast[u8](sizes))
        if task.error is not None:
            raise task.error

    def _allocate(self, size: int) -> Ptr[u8]:
        if self._context is not None:
            return self._context.allocate(size)
        data = alloc(size)
        mem_set(data, 0, size)
        return data

    def _release(self, data: Ptr[u8]) -> None:
        if self._context is not None:
            self._context.release(data)
        else:
            free(data)

    def _write(self, target: Ptr[u8], source: Ptr[u8], size: int) -> None:
        if self._context is not None:
            self._context.write(target, source, size)
        else:
            mem_copy(target, source, size)

    def _read(self, target: Ptr[u8], source: Ptr[u8], size: int) -> None:
        if self._context is not None:
            self._context.read(target, source, size)
        else:
            mem_copy(target, source, size)


def put_sizes(sizes: Ptr[int], given, what: str) -> None:
    """Store the three sizes that a number or a tuple stands for."""
    sizes[1] = 1
    sizes[2] = 1
    if isinstance(given, int):
        sizes[0] = given
    else:
        if len(given) < 1 or len(given) > 3:
            raise ValueError("the " + what + " of a launch has one to three dimensions")
        position = 0
        for size in unroll(given):
            sizes[position] = size
            position += 1
    for dimension in range(3):
        if sizes[dimension] < 1:
            raise ValueError("the " + what + " of a launch has the size " + str(sizes[dimension]))


def check_block(sizes: Ptr[int]) -> None:
    """Hold the CPU to what GPUs take."""
    threads = 1
    for dimension in range(3):
        if sizes[dimension] > MOST_THREADS:
            raise ValueError(
                "a block has up to " + str(MOST_THREADS) + " threads in a dimension, not " + str(sizes[dimension])
            )
        threads *= sizes[dimension]
    if threads > MOST_THREADS:
        raise ValueError("a block has up to " + str(MOST_THREADS) + " threads, not " + str(threads))


def put_word(word: Ptr[u8], value, device: Device) -> None:
    """Store an argument where a kernel finds it; of a buffer, the address of its memory."""
    if isinstance(value, Buffer):
        if value.device is not device:
            raise ValueError("a buffer on " + repr(value.device.name) + " is given to a launch on " + repr(device.name))
        ptr_init(ptr_cast[int](word), 0, ptr_address(value._data))
    else:
        put_number(word, value)


def put_number[T](word: Ptr[u8], value: T) -> None:
    ptr_init(ptr_cast[T](word), 0, value)
