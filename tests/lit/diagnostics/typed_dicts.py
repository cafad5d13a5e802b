# What a `TypedDict` may not have.
# RUN: %exits 1 %pyc check %s 2>&1 | FileCheck %s

from typing import TypedDict


class Plain:
    pass


# CHECK: a class of `TypedDict` has fields alone, without values
class Film(TypedDict):
    year: int = 3


# CHECK: cannot inherit from both a TypedDict type and a non-TypedDict base class
class Mixed(TypedDict, Plain):
    year: int


def inner():
    # CHECK: a `TypedDict` is only supported at the top of a module
    class Local(TypedDict):
        year: int


fields = {"x": int}
# CHECK: the fields of a `TypedDict` must be written out here
Point = TypedDict("Point", fields)
