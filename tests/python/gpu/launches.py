"""Launches on the CPU: grids of up to three dimensions, shared memory, helpers, arguments of every kind, exceptions."""

from pyc.gpu import (
    Device,
    barrier,
    block_dim,
    block_idx,
    global_id,
    grid_dim,
    kernel,
    shared,
    thread_idx,
)
from pyc.unsafe import Ptr


@kernel
def places(out: Ptr[int]) -> None:
    width = grid_dim.x * block_dim.x
    height = grid_dim.y * block_dim.y
    at = global_id.x + width * (global_id.y + height * global_id.z)
    out[at] = (
        thread_idx.x
        + 10 * thread_idx.y
        + 100 * thread_idx.z
        + 1000 * block_idx.x
        + 10000 * block_idx.y
        + 100000 * block_idx.z
    )


@kernel
def arguments(a: int, b: float, c: bool, out: Ptr[float]) -> None:
    out[0] = a + b + 0.0
    out[1] = 1.0 if c else 0.0


def larger(a, b):
    return a if a > b else b


@kernel
def maxima(n: int, values: Ptr[int], out: Ptr[int]) -> None:
    seen = shared[int, 16]()
    me = thread_idx.x
    seen[me] = values[global_id.x] if global_id.x < n else 0
    half = 8
    while half > 0:
        barrier()
        if me < half:
            seen[me] = larger(seen[me], seen[me + half])
        half //= 2
    if me == 0:
        out[block_idx.x] = seen[0]


@kernel
def two_memories(values: Ptr[int]) -> None:
    first = shared[int, 8]()
    second = shared[float, 8]()
    me = thread_idx.x
    first[me] = values[me]
    second[me] = values[me] / 2
    barrier()
    values[me] = first[7 - me] + int(second[(me + 1) % 8])


@kernel
def quotients(n: int, values: Ptr[int]) -> None:
    i = global_id.x
    if i < n:
        values[i] = 100 // values[i]


def show_places(device: Device) -> None:
    out = device.empty[int](2 * 3 * 2 * 2 * 2)
    device.launch(places, (2, 2), (2, 3, 2), out)
    print(out.to_host())
    line = device.empty[int](6)
    device.launch(places, (2,), 3, line)
    print(line.to_host(), len(line))


def main() -> None:
    device = Device("cpu")
    show_places(device)
    out = device.empty[float](2)
    device.launch(arguments, 1, 1, 40, 2, True, out)
    print(out.to_host())
    device.launch(arguments, 1, 1, -1, 0.5, False, out)
    print(out.to_host())
    values = device.from_host([i * 7919 % 1000 for i in range(50)])
    best = device.empty[int](4)
    device.launch(maxima, 4, 16, 50, values, best)
    print(best.to_host())
    eight = device.from_host(list(range(8)))
    device.launch(two_memories, 1, 8, eight)
    print(eight.to_host())
    device.launch(quotients, 2, 4, 7, device.from_host([1, 2, 3, 4, 5, 6, 7]))
    try:
        device.launch(quotients, 1, 8, 4, device.from_host([1, 2, 0, 4]))
    except ZeroDivisionError as error:
        print("ZeroDivisionError", error)
    print(device.empty[float](0).to_host(), device.from_host([1.5, 2.5]).to_host())
    print(device.from_host([True, False]).to_host())


main()
