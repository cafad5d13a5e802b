"""Kernels with numbers of 32 bits and with constants of the module."""

from pyc import f32
from pyc.gpu import Device, barrier, global_id, kernel, shared, thread_idx
from pyc.unsafe import Ptr

BLOCK = 16
HALF: int = 8
SCALE = -0.5
IS_SCALED = True


def scaled(x: float) -> float:
    return x * SCALE if IS_SCALED else x


@kernel
def saxpy(n: int, a: f32, x: Ptr[f32], y: Ptr[f32]) -> None:
    i = global_id.x
    if i < n:
        y[i] = a * x[i] + y[i] - f32(1)
        if y[i] > f32(0.5):
            y[i] = -y[i] / f32(3)


@kernel
def total(x: Ptr[float]) -> None:
    part = shared[float, BLOCK]()
    me = thread_idx.x
    part[me] = scaled(x[me])
    half = HALF
    while half > 0:
        barrier()
        if me < half:
            part[me] += part[me + half]
        half //= 2
    barrier()
    x[me] = part[0]


def main() -> None:
    device = Device("cpu")
    x = device.from_host([f32(i) for i in range(10)])
    y = device.from_host([f32(0.1)] * 10)
    device.launch(saxpy, 2, 5, 9, f32(0.3), x, y)
    print(y.to_host())
    print([float(value) for value in y.to_host()])
    print(
        f32(1) / f32(3),
        f32(0.1) + f32(0.2),
        f"{f32(2.5):.3f}",
        f32(16777217),
        f32(1e-10),
        abs(f32(-0.1)),
    )
    sums = device.from_host([float(i) for i in range(BLOCK)])
    device.launch(total, 1, BLOCK, sums)
    print(sums.to_host()[:2])


main()
