"""Runs the kernels of a SPIR-V module on an OpenCL device: `run_spirv.py MODULE`. Prints what they computed."""

import ctypes
import sys
from pathlib import Path

COPY_BACK = 1
READ_WRITE = 1


def check(status):
    """Stop if a call failed."""
    if status != 0:
        sys.exit(f"OpenCL error {status}")


class Device:
    """The first device of the first platform, and a queue."""

    def __init__(self, library):
        self.cl = library
        for name in ["clCreateContext", "clCreateCommandQueue", "clCreateProgramWithIL", "clCreateKernel", "clCreateBuffer"]:
            getattr(library, name).restype = ctypes.c_void_p
        platform, self.device = ctypes.c_void_p(), ctypes.c_void_p()
        check(library.clGetPlatformIDs(1, ctypes.byref(platform), None))
        check(library.clGetDeviceIDs(platform, ctypes.c_uint64(0xFFFFFFFF), 1, ctypes.byref(self.device), None))
        status = ctypes.c_int()
        self.context = ctypes.c_void_p(library.clCreateContext(None, 1, ctypes.byref(self.device), None, None, ctypes.byref(status)))
        check(status.value)
        self.queue = ctypes.c_void_p(library.clCreateCommandQueue(self.context, self.device, ctypes.c_uint64(0), ctypes.byref(status)))
        check(status.value)

    def load(self, module):
        """Build a SPIR-V module."""
        status = ctypes.c_int()
        program = ctypes.c_void_p(self.cl.clCreateProgramWithIL(self.context, module, ctypes.c_size_t(len(module)), ctypes.byref(status)))
        check(status.value)
        check(self.cl.clBuildProgram(program, 0, None, b"", None, None))
        return program

    def buffer(self, array):
        """Copy an array to the device."""
        status = ctypes.c_int()
        flags = ctypes.c_uint64(READ_WRITE | 1 << 5)
        made = self.cl.clCreateBuffer(self.context, flags, ctypes.c_size_t(ctypes.sizeof(array)), array, ctypes.byref(status))
        check(status.value)
        return ctypes.c_void_p(made)

    def run(self, program, name, arguments, threads, block):
        """Run a kernel and wait for it."""
        status = ctypes.c_int()
        kernel = ctypes.c_void_p(self.cl.clCreateKernel(program, name, ctypes.byref(status)))
        check(status.value)
        for index, argument in enumerate(arguments):
            check(self.cl.clSetKernelArg(kernel, index, ctypes.c_size_t(ctypes.sizeof(argument)), ctypes.byref(argument)))
        sizes = (ctypes.c_size_t * 1)(threads), (ctypes.c_size_t * 1)(block)
        check(self.cl.clEnqueueNDRangeKernel(self.queue, kernel, 1, None, sizes[0], sizes[1], 0, None, None))
        check(self.cl.clFinish(self.queue))

    def read(self, buffer, array):
        """Copy an array back."""
        check(self.cl.clEnqueueReadBuffer(self.queue, buffer, COPY_BACK, ctypes.c_size_t(0), ctypes.c_size_t(ctypes.sizeof(array)), array, 0, None, None))
        return list(array)


def main():
    """Run both kernels."""
    device = Device(ctypes.CDLL("libOpenCL.so.1"))
    program = device.load(Path(sys.argv[1]).read_bytes())
    x, y = (ctypes.c_float * 10)(*range(10)), (ctypes.c_float * 10)(*[3] * 10)
    x_buffer, y_buffer = device.buffer(x), device.buffer(y)
    device.run(program, b"saxpy", [ctypes.c_int64(10), ctypes.c_float(2), x_buffer, y_buffer], 12, 4)
    sys.stdout.write(f"{device.read(y_buffer, y)}\n")
    sums = (ctypes.c_int64 * 2)()
    sums_buffer = device.buffer(sums)
    device.run(program, b"block_sum", [sums_buffer], 32, 16)
    sys.stdout.write(f"{device.read(sums_buffer, sums)}\n")


if __name__ == "__main__":
    main()
