# A kernel's parameters have types that a device knows, and it gives nothing.
# RUN: %exits 1 %pyc check %s 2>&1 | FileCheck %s
# RUN: %exits 1 %pyc build --emit ptx %s 2>&1 | FileCheck %s
from pyc import inout
from pyc.gpu import kernel
from pyc.unsafe import Ptr


# CHECK: error[E0701]: The parameter `x` of the kernel `untyped` has no type
@kernel
def untyped(n: int, x) -> None:
    pass


# CHECK: error[E0701]: The parameter `name` of the kernel `texts` is a `str`, which can't be passed to a device
@kernel
def texts(name: str) -> None:
    pass


# CHECK: error[E0701]: The parameter `x` of the kernel `lists` is a `Ptr[list[int]]`
@kernel
def lists(x: Ptr[list[int]]) -> None:
    pass


# CHECK: error[E0701]: The kernel `gives` gives a `int`
@kernel
def gives(n: int) -> int:
    return n


# CHECK: error[E0701]: The kernel `infers` gives a `int`
@kernel
def infers(n: int):
    return n


# CHECK: error[E0701]: The kernel `endless` never ends
@kernel
def endless(x: Ptr[int]) -> None:
    while True:
        x[0] += 1


# CHECK: error[E0701]: The kernel `many` takes a number of arguments that its signature leaves open
@kernel
def many(*numbers) -> None:
    pass


# CHECK: error[E0701]: The kernel `generic` has a type parameter, `T`
@kernel
def generic[T](x: Ptr[T]) -> None:
    pass


# CHECK: error[E0701]: The parameter `n` of the kernel `changes` stands for a variable of the host
@kernel
def changes(n: inout[int]) -> None:
    n += 1


class Group:
    # CHECK: error[E0701]: The kernel `method` is not at the top of a module
    @kernel
    def method(self) -> None:
        pass
