# In a file that imports from `pyc`, annotations mean what they say.
# RUN: %exits 1 %pyc check %s 2>&1 | FileCheck %s
# CHECK: error[E0301]: This is `str`, but the parameter `number` is `int`
from pyc import struct


def double(number: int) -> int:
    return number + number


print(double("a"))
