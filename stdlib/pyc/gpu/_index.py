"""Where a thread is among the others of its launch, and waiting for them."""

from pyc import inline, intrinsic, struct
from pyc.unsafe import wrapping_add, wrapping_mul


@intrinsic
def thread_idx_x() -> int: ...
@intrinsic
def thread_idx_y() -> int: ...
@intrinsic
def thread_idx_z() -> int: ...
@intrinsic
def block_idx_x() -> int: ...
@intrinsic
def block_idx_y() -> int: ...
@intrinsic
def block_idx_z() -> int: ...
@intrinsic
def block_dim_x() -> int: ...
@intrinsic
def block_dim_y() -> int: ...
@intrinsic
def block_dim_z() -> int: ...
@intrinsic
def grid_dim_x() -> int: ...
@intrinsic
def grid_dim_y() -> int: ...
@intrinsic
def grid_dim_z() -> int: ...


@intrinsic
def barrier() -> None:
    """Wait until every thread of the block is here."""
    ...


@struct(frozen=True)
class ThreadIndex:
    """The index of the thread in its block."""

    @property
    @inline
    def x(self) -> int:
        return thread_idx_x()

    @property
    @inline
    def y(self) -> int:
        return thread_idx_y()

    @property
    @inline
    def z(self) -> int:
        return thread_idx_z()


@struct(frozen=True)
class BlockIndex:
    """The index of the block in the grid."""

    @property
    @inline
    def x(self) -> int:
        return block_idx_x()

    @property
    @inline
    def y(self) -> int:
        return block_idx_y()

    @property
    @inline
    def z(self) -> int:
        return block_idx_z()


@struct(frozen=True)
class BlockSize:
    """The number of threads in a block."""

    @property
    @inline
    def x(self) -> int:
        return block_dim_x()

    @property
    @inline
    def y(self) -> int:
        return block_dim_y()

    @property
    @inline
    def z(self) -> int:
        return block_dim_z()


@struct(frozen=True)
class GridSize:
    """The number of blocks in the grid."""

    @property
    @inline
    def x(self) -> int:
        return grid_dim_x()

    @property
    @inline
    def y(self) -> int:
        return grid_dim_y()

    @property
    @inline
    def z(self) -> int:
        return grid_dim_z()


@struct(frozen=True)
class GlobalIndex:
    """The index of the thread among those of all blocks."""

    @property
    @inline
    def x(self) -> int:
        return wrapping_add(wrapping_mul(block_idx_x(), block_dim_x()), thread_idx_x())

    @property
    @inline
    def y(self) -> int:
        return wrapping_add(wrapping_mul(block_idx_y(), block_dim_y()), thread_idx_y())

    @property
    @inline
    def z(self) -> int:
        return wrapping_add(wrapping_mul(block_idx_z(), block_dim_z()), thread_idx_z())


thread_idx = ThreadIndex()
block_idx = BlockIndex()
block_dim = BlockSize()
grid_dim = GridSize()
global_id = GlobalIndex()
