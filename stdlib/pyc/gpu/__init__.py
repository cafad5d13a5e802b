"""Kernels: functions that many threads run at once, on a device or on the CPU.

The threads of a launch form a grid of blocks. Those of one block can wait for each other and share memory.
"""

from pyc import intrinsic
from pyc.unsafe import Ptr


def kernel(function):
    """Make a function one that is launched on a device: it gives nothing and every parameter has a type."""
    return function


@intrinsic
def thread_idx_x() -> int:
    """Give the index of the thread in its block."""
    ...


@intrinsic
def thread_idx_y() -> int:
    """Give the index of the thread in its block, in the second dimension."""
    ...


@intrinsic
def thread_idx_z() -> int:
    """Give the index of the thread in its block, in the third dimension."""
    ...


@intrinsic
def block_idx_x() -> int:
    """Give the index of the block in the grid."""
    ...


@intrinsic
def block_idx_y() -> int:
    """Give the index of the block in the grid, in the second dimension."""
    ...


@intrinsic
def block_idx_z() -> int:
    """Give the index of the block in the grid, in the third dimension."""
    ...


@intrinsic
def block_dim_x() -> int:
    """Give the number of threads in a block."""
    ...


@intrinsic
def block_dim_y() -> int:
    """Give the number of threads in a block, in the second dimension."""
    ...


@intrinsic
def block_dim_z() -> int:
    """Give the number of threads in a block, in the third dimension."""
    ...


@intrinsic
def grid_dim_x() -> int:
    """Give the number of blocks in the grid."""
    ...


@intrinsic
def grid_dim_y() -> int:
    """Give the number of blocks in the grid, in the second dimension."""
    ...


@intrinsic
def grid_dim_z() -> int:
    """Give the number of blocks in the grid, in the third dimension."""
    ...


@intrinsic
def barrier() -> None:
    """Wait until every thread of the block is here."""
    ...


@intrinsic
def shared[T](count: int) -> Ptr[T]:
    """Give memory for `count` elements, a constant, that the threads of a block share: `shared[float](256)`."""
    ...
