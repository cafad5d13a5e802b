"""CUDA through its driver, which is loaded when a device is opened: programs run without one as well."""

from builtins._decode import text_from_bytes

from pyc import extern
from pyc._runtime import zero_terminated_size
from pyc.fixed import u8
from pyc.gpu._errors import DeviceError
from pyc.gpu._images import image_for, images
from pyc.unsafe import (
    Ptr,
    alloc,
    call_pointer,
    free,
    mem_copy,
    ptr_address,
    ptr_cast,
    ptr_is_null,
    ptr_null,
    ptr_offset,
)

LIBRARY = "libcuda.so.1"
RESOLVE_NOW = 2
# Attributes of devices.
GENERATION_MAJOR = 75
GENERATION_MINOR = 76
# The first generation that code is made for.
OLDEST = 75
# What the driver takes as sizes of a grid and of a block.
GREATEST_SIZE = 0x7FFFFFFF


@extern("dlopen")
def open_library(name: Ptr[u8], flags: int) -> Ptr[u8]: ...


@extern("dlsym")
def find_symbol(library: Ptr[u8], name: Ptr[u8]) -> Ptr[u8]: ...


@extern("dlerror")
def library_error() -> Ptr[u8]: ...


def text_at(data: Ptr[u8]) -> str:
    """Give text that ends with a zero byte."""
    if ptr_is_null(data):
        return ""
    return text_from_bytes(data, zero_terminated_size(data))


def zero_terminated(text: str) -> Ptr[u8]:
    """Copy text as C wants it; to be freed."""
    data = alloc(text._size + 1)
    mem_copy(data, text._data, text._size)
    data[text._size] = u8(0)
    return data


class Driver:
    """The driver's library."""

    _library: Ptr[u8]

    def __init__(self) -> None:
        name = zero_terminated(LIBRARY)
        self._library = open_library(name, RESOLVE_NOW)
        free(name)
        if ptr_is_null(self._library):
            raise DeviceError("no CUDA driver: " + LIBRARY + " could not be loaded (" + text_at(library_error()) + ")")

    def find(self, name: str) -> Ptr[u8]:
        """Give the address of a function."""
        text = zero_terminated(name)
        found = find_symbol(self._library, text)
        free(text)
        if ptr_is_null(found):
            raise DeviceError("the CUDA driver is too old: " + LIBRARY + " lacks " + name)
        return found

    def call(self, name: str, *args) -> None:
        """Call a function that gives a status; raise if that tells of an error."""
        status = call_pointer(self.find(name), *args) & 0xFFFFFFFF
        if status != 0:
            raise DeviceError(name + ": " + self.describe(status))

    def quietly(self, name: str, *args) -> None:
        """Call a function that gives back what nobody needs any more: its errors were told before."""
        call_pointer(self.find(name), *args)

    def describe(self, status: int) -> str:
        """Give the driver's text for an error."""
        place = ptr_cast[Ptr[u8]](alloc(8))
        place[0] = ptr_null[u8]()
        call_pointer(self.find("cuGetErrorString"), status, ptr_address(place))
        text = text_at(place[0])
        free(ptr_cast[u8](place))
        return text + " (error " + str(status) + ")" if text else "error " + str(status)


class Context:
    """One GPU as the program uses it."""

    _driver: Driver
    _ordinal: int
    _device: int
    _context: int
    # 0 until something is launched.
    _module: int
    # Where the driver puts what it gives.
    _result: Ptr[int]

    def __init__(self, ordinal: int) -> None:
        self._ordinal = ordinal
        self._context = 0
        self._module = 0
        self._result = ptr_cast[int](alloc(8))
        self._driver = Driver()
        self._driver.call("cuInit", 0)
        count = self._get("cuDeviceGetCount") & 0xFFFFFFFF
        if ordinal >= count:
            raise DeviceError("there is no device 'cuda:" + str(ordinal) + "': the CUDA driver finds " + str(count))
        self._device = self._get("cuDeviceGet", ordinal) & 0xFFFFFFFF
        self._context = self._get("cuDevicePrimaryCtxRetain", self._device)
        self._driver.call("cuCtxSetCurrent", self._context)

    def __destroy__(self) -> None:
        if self._context != 0:
            self._driver.quietly("cuCtxSetCurrent", self._context)
            if self._module != 0:
                self._driver.quietly("cuModuleUnload", self._module)
            self._driver.quietly("cuDevicePrimaryCtxRelease_v2", self._device)
        free(ptr_cast[u8](self._result))

    def _get(self, name: str, *args) -> int:
        """Call a function whose first parameter is where its result goes."""
        self._result[0] = 0
        self._driver.call(name, ptr_address(self._result), *args)
        return self._result[0]

    def _enter(self) -> None:
        """Make this GPU the one that calls are about."""
        self._driver.call("cuCtxSetCurrent", self._context)

    # Memory

    def allocate(self, size: int) -> Ptr[u8]:
        """Give memory on the GPU, all zero."""
        self._enter()
        self._get("cuMemAlloc_v2", size)
        data = ptr_cast[Ptr[u8]](self._result)[0]
        self._driver.call("cuMemsetD8_v2", ptr_address(data), 0, size)
        return data

    def release(self, data: Ptr[u8]) -> None:
        """Give memory back."""
        self._driver.quietly("cuCtxSetCurrent", self._context)
        self._driver.quietly("cuMemFree_v2", ptr_address(data))

    def write(self, target: Ptr[u8], source: Ptr[u8], size: int) -> None:
        """Copy from the host to the GPU."""
        self._enter()
        self._driver.call("cuMemcpyHtoD_v2", ptr_address(target), ptr_address(source), size)

    def read(self, target: Ptr[u8], source: Ptr[u8], size: int) -> None:
        """Copy from the GPU to the host."""
        self._enter()
        self._driver.call("cuMemcpyDtoH_v2", ptr_address(target), ptr_address(source), size)

    # Launches

    def _load(self) -> None:
        """Load the code of the program's kernels."""
        major = self._get("cuDeviceGetAttribute", GENERATION_MAJOR, self._device) & 0xFFFFFFFF
        minor = self._get("cuDeviceGetAttribute", GENERATION_MINOR, self._device) & 0xFFFFFFFF
        generation = major * 10 + minor
        image = image_for(generation)
        if image is None:
            names = [image.name for image in images()]
            held = "for " + ", ".join(names) if names else "for no device"
            advice = (
                "build it with --gpu sm_" + str(generation)
                if generation >= OLDEST
                else "GPUs before sm_" + str(OLDEST) + " are not supported"
            )
            raise DeviceError(
                "'cuda:"
                + str(self._ordinal)
                + "' is an sm_"
                + str(generation)
                + ", but the program has code "
                + held
                + ": "
                + advice
            )
        self._module = self._get("cuModuleLoadData", ptr_address(image.code))

    def launch(self, name: str, place: str, sizes: Ptr[int], words: Ptr[u8], count: int) -> None:
        """Run a kernel and wait for its end. `words` holds its arguments, each in eight bytes."""
        self._enter()
        for index in range(6):
            if sizes[index] > GREATEST_SIZE:
                raise ValueError("a launch of the size " + str(sizes[index]) + " is more than a GPU takes")
        text = zero_terminated(name)
        pointers = ptr_cast[Ptr[u8]](alloc(8 * count + 8))
        for index in range(count):
            pointers[index] = ptr_offset(words, 8 * index)
        try:
            if self._module == 0:
                self._load()
            function = self._get("cuModuleGetFunction", self._module, ptr_address(text))
            self._driver.call(
                "cuLaunchKernel",
                function,
                sizes[0],
                sizes[1],
                sizes[2],
                sizes[3],
                sizes[4],
                sizes[5],
                0,
                0,
                ptr_address(pointers),
                0,
            )
            self._driver.call("cuCtxSynchronize")
        except DeviceError as error:
            raise DeviceError("the kernel " + name + " (" + place + ") failed: " + str(error)) from None
        finally:
            free(ptr_cast[u8](pointers))
            free(text)
