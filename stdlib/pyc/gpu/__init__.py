"""Kernels: functions that many threads run at once, on a device or on the CPU.

The threads of a launch form a grid of blocks. Those of one block can wait for each other and share memory. Grids and
blocks have up to three dimensions: `x`, `y` and `z`.
"""

from pyc.gpu._device import Buffer, Device, DeviceError
from pyc.gpu._index import barrier, block_dim, block_idx, global_id, grid_dim, thread_idx
from pyc.unsafe import Ptr

__all__ = [
    "Buffer",
    "Device",
    "DeviceError",
    "barrier",
    "block_dim",
    "block_idx",
    "global_id",
    "grid_dim",
    "kernel",
    "shared",
    "thread_idx",
]


def kernel(function):
    """Make a function one that is launched on a device: it gives nothing and every parameter has a type."""
    return function


def shared[T, count]() -> Ptr[T]:
    """Give memory that the threads of a block share: `shared[float, 256]()` has room for 256 elements."""
    ...
