"""Runs the kernels of examples/saxpy.py on an OpenCL device, as the example does: `opencl.py MODULE`, a SPIR-V module."""

import ctypes
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[4]
sys.path.insert(0, str(ROOT / "compiler/codegen/tests"))

from run_spirv import Device  # noqa: E402


def main():
    device = Device(ctypes.CDLL("libOpenCL.so.1"))
    program = device.load(Path(sys.argv[1]).read_bytes())
    count = 1000
    blocks = (count + 63) // 64
    x, y = (
        (ctypes.c_double * count)(*range(count)),
        (ctypes.c_double * count)(*[1] * count),
    )
    sums = (ctypes.c_double * blocks)()
    x_buffer, y_buffer, sums_buffer = (
        device.buffer(x),
        device.buffer(y),
        device.buffer(sums),
    )
    device.run(
        program,
        b"saxpy",
        [ctypes.c_int64(count), ctypes.c_double(2), x_buffer, y_buffer],
        64 * blocks,
        64,
    )
    device.run(
        program,
        b"block_sum",
        [ctypes.c_int64(count), y_buffer, sums_buffer],
        64 * blocks,
        64,
    )
    print(device.read(y_buffer, y)[:4])
    print(sum(device.read(sums_buffer, sums)))


main()
