"""A launch with an argument of each kind, in three dimensions."""

from pyc import i32, u16
from pyc.gpu import Device, kernel
from pyc.unsafe import Ptr


@kernel
def show(a: int, b: float, c: bool, d: i32, e: u16, p: Ptr[int]) -> None:
    p[0] = a


device = Device("cuda:0")
numbers = device.from_host([42])
device.launch(
    show, (2, 3), (4, 5, 6), -(1 << 40), 3, True, i32(-7), u16(65535), numbers
)
try:
    device.launch(show, (1, 65536), 1, 1, 2.0, False, i32(0), u16(0), numbers)
except RuntimeError as error:
    print(error)
try:
    device.launch(show, 1 << 32, 1, 1, 2.0, False, i32(0), u16(0), numbers)
except ValueError as error:
    print(error)
try:
    device.launch(show, 1, (32, 32, 2), 1, 2.0, False, i32(0), u16(0), numbers)
except ValueError as error:
    print(error)
print(numbers.to_host())
