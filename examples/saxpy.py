"""Two kernels, run on the CPU or, with `cuda:0` as its argument, on a GPU: only the name of the device differs.

    pyc run saxpy.py
    pyc build --gpu sm_90a,gfx942,spirv saxpy.py && ./saxpy cuda:0
"""

import sys

from pyc.gpu import Device, barrier, block_idx, global_id, kernel, shared, thread_idx
from pyc.unsafe import Ptr


@kernel
def saxpy(n: int, a: float, x: Ptr[float], y: Ptr[float]) -> None:
    """Add `a` times `x` to `y`."""
    i = global_id.x
    if i < n:
        y[i] += a * x[i]


@kernel
def block_sum(n: int, values: Ptr[float], sums: Ptr[float]) -> None:
    """Sum 64 values in each block, in halves."""
    partial = shared[float, 64]()
    me = thread_idx.x
    i = global_id.x
    partial[me] = values[i] if i < n else 0.0
    half = 32
    while half > 0:
        barrier()
        if me < half:
            partial[me] += partial[me + half]
        half //= 2
    if me == 0:
        sums[block_idx.x] = partial[0]


def main() -> None:
    n = 1000
    blocks = (n + 63) // 64
    device = Device(sys.argv[1] if len(sys.argv) > 1 else "cpu")
    x = device.from_host([float(i) for i in range(n)])
    y = device.from_host([1.0] * n)
    device.launch(saxpy, blocks, 64, n, 2.0, x, y)
    sums = device.empty[float](blocks)
    device.launch(block_sum, blocks, 64, n, y, sums)
    print(y.to_host()[:4])
    print(sum(sums.to_host()))


main()
