# What no device can do is told with the kernel, the operation and what to do.
# RUN: %exits 1 %pyc check %s 2>&1 | FileCheck %s
# RUN: %exits 1 %pyc build --emit ptx %s 2>&1 | FileCheck %s
# RUN: %exits 1 %pyc run %s 2>&1 | FileCheck %s
import math

from pyc.gpu import kernel
from pyc.unsafe import Ptr


@kernel
def prints(n: int) -> None:
    print("hello", n)
    # CHECK: error[E0702]: The kernel `prints` calls `print`, which uses a `str`, which no device can do
    # CHECK: = help: use numbers, and memory that the launch passes in


@kernel
def lists(n: int, x: Ptr[int]) -> None:
    values = [1, 2, n]
    # CHECK: error[E0702]: The kernel `lists` uses a `list`
    x[0] = len(values)


@kernel
def strings(n: int, x: Ptr[int]) -> None:
    name = "a" + str(n)
    # CHECK: error[E0702]: The kernel `strings` needs the runtime
    x[0] = len(name)


@kernel
def raises(n: int) -> None:
    if n < 0:
        raise ValueError("negative")
    # CHECK: error[E0702]: The kernel `raises` raises an exception


@kernel
def catches(n: int, x: Ptr[int]) -> None:
    try:
        x[0] = n // x[1]
    # CHECK: error[E0702]: The kernel `catches` catches exceptions
    except ZeroDivisionError:
        x[0] = 0


@kernel
def sines(x: Ptr[float]) -> None:
    x[0] = math.sin(x[1])
    # CHECK: error[E0702]: The kernel `sines` calls `sin`, which calls the C function `sin`


state = [1]
count = len(state)


@kernel
def variables(x: Ptr[int]) -> None:
    x[0] = count
    # CHECK: error[E0702]: The kernel `variables` uses the variable `count` of a module


def helper(x: int) -> int:
    return helper(x - 1) if x > 0 else 0
    # CHECK: error[E0702]: The kernel `recursive` calls `helper`, which calls itself


@kernel
def recursive(x: Ptr[int]) -> None:
    x[0] = helper(x[0])


def shout(x: int) -> int:
    print(x)
    # CHECK: error[E0702]: The kernel `indirectly` calls `print`
    return x


@kernel
def indirectly(x: Ptr[int]) -> None:
    x[0] = shout(x[0])


class Point:
    def __init__(self, x: int) -> None:
        self.x = x


@kernel
def objects(x: Ptr[int]) -> None:
    point = Point(x[0])
    # CHECK: error[E0702]: The kernel `objects` uses a `Point`
    x[0] = point.x


@kernel
def powers(x: Ptr[float], n: int, b: bool) -> None:
    for i in range(n):
        x[i] = math.sqrt(x[i]) / (i + 1) if b else x[i] ** 2
    # CHECK: error[E0702]: The kernel `powers` computes `pow`


@kernel
def calls(x: Ptr[int]) -> None:
    variables(x)
    # CHECK: error[E0702]: The kernel `calls` calls the kernel `variables`


# CHECK: = help:
# CHECK: 12 errors
