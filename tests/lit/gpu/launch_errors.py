# What is wrong with kernels and launches is told at the place, and other errors beside it.
# RUN: %exits 1 %pyc check %s 2>&1 | FileCheck %s --check-prefix=LAUNCH
from pyc.gpu import Device, global_id, kernel, shared
from pyc.unsafe import Ptr

COUNT = 8
count = len("text")


@kernel
def fill(n: int, value: float, x: Ptr[float]) -> None:
    i = global_id.x
    if i < n:
        x[i] = value


def plain(n: int) -> None:
    pass


device = Device("cpu")
x = device.empty[float](4)
ints = device.empty[int](4)
device.launch(fill, 1, 4, 4, 1, x)
# LAUNCH: error[E0703]: The kernel `fill` takes 3 arguments, but the launch gives 2
# LAUNCH: = help: behind grid and block, give its arguments: int, float, Ptr[float]
device.launch(fill, 1, 4, 4, x)
# LAUNCH: error[E0703]: `str` is given for the parameter `value` of the kernel `fill`, which is a `float`
device.launch(fill, 1, 4, 4, "1", x)
# LAUNCH: error[E0703]: `Buffer[int]` is given for the parameter `x` of the kernel `fill`, which is a `Ptr[float]`
# LAUNCH: = help: pass a `Buffer[float]`
device.launch(fill, 1, 4, 4, 1.0, ints)
# LAUNCH: error[E0703]: `list[float]` is given for the parameter `x`
device.launch(fill, 1, 4, 4, 1.0, [1.0])
# LAUNCH: error[E0703]: `plain` is launched, but it is no kernel
# LAUNCH: = help: mark it: write `@kernel` above `def plain`
device.launch(plain, 1, 4, 4)
# LAUNCH: error[E0703]: A value of type `int` can't be launched
device.launch(3, 1, 4, 4)
# LAUNCH: error[E0703]: The grid of a launch is a `float`
# LAUNCH: error[E0703]: The block of a launch is a `tuple[int, int, int, int]`
# LAUNCH: = help: give a number, or a tuple of up to three: `(16, 16)`
device.launch(fill, 1.5, (1, 2, 3, 4), 4, 1.0, x)


@kernel
def sized(n: int, x: Ptr[float]) -> None:
    fine = shared[float, COUNT]()
    # LAUNCH: error[E0704]: Shared memory needs a type and a number of elements that is known at compile time
    unknown = shared[float, count]()
    # LAUNCH: error[E0704]:
    none = shared[float, 0]()
    # LAUNCH: error[E0704]: Shared memory can't hold values of type `str`
    texts = shared[str, 4]()
    x[0] = fine[0]
