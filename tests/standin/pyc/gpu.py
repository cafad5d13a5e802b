"""Stands in for `pyc.gpu`: each thread of a block is one of Python's, and the blocks run in turn."""

import threading
from itertools import product
from types import SimpleNamespace

from .unsafe import Ptr

here = threading.local()


class DeviceError(RuntimeError):
    pass


class Place:
    """One of the indices of the thread that asks."""

    def __init__(self, of):
        self.of = of

    def __getattr__(self, dimension):
        return self.of("xyz".index(dimension))


thread_idx = Place(lambda at: here.thread[at])
block_idx = Place(lambda at: here.block.index[at])
block_dim = Place(lambda at: here.block.size[at])
grid_dim = Place(lambda at: here.block.grid[at])
global_id = Place(
    lambda at: here.block.index[at] * here.block.size[at] + here.thread[at]
)


def kernel(function):
    return function


def barrier():
    here.block.barrier.wait()


class Shared:
    """`shared[T, count]()`: the same memory for the same call of every thread of a block."""

    def __getitem__(self, arguments):
        def give():
            here.asked += 1
            with here.block.lock:
                return here.block.shared.setdefault(here.asked, Ptr([0] * arguments[1]))

        return give


shared = Shared()


class Buffer:
    def __init__(self, device, values):
        self.device, self.values = device, values

    def __len__(self):
        return len(self.values)

    def to_host(self):
        return list(self.values)


class Empty:
    """`device.empty[T](size)`."""

    def __get__(self, device, _):
        class Typed:
            def __getitem__(self, kind):
                return lambda size: Buffer(device, [kind(0)] * size)

        return Typed()


def sizes(given):
    given = given if isinstance(given, tuple) else (given,)
    return (*given, 1, 1)[:3]


def cells(size):
    """The places of a grid or block, the first dimension fastest."""
    return [
        (x, y, z) for z, y, x in product(range(size[2]), range(size[1]), range(size[0]))
    ]


class Device:
    empty = Empty()

    def __init__(self, name):
        if name != "cpu":
            raise DeviceError(name)
        self.name = name

    def from_host(self, values):
        return Buffer(self, list(values))

    def launch(self, kernel, grid, block, *args):
        grid, block = sizes(grid), sizes(block)
        arguments = [
            Ptr(value.values) if isinstance(value, Buffer) else value for value in args
        ]
        for index in cells(grid):
            self.run(
                kernel,
                SimpleNamespace(
                    index=index, size=block, grid=grid, shared={}, lock=threading.Lock()
                ),
                arguments,
            )

    def run(self, kernel, block, arguments):
        places = cells(block.size)
        block.barrier = threading.Barrier(len(places))
        errors = []

        def thread(place):
            here.thread, here.block, here.asked = place, block, 0
            try:
                kernel(*arguments)
            except BaseException as error:
                errors.append(error)
                block.barrier.abort()

        threads = [threading.Thread(target=thread, args=(place,)) for place in places]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
        if errors:
            raise next(
                (
                    error
                    for error in errors
                    if not isinstance(error, threading.BrokenBarrierError)
                ),
                errors[0],
            )
