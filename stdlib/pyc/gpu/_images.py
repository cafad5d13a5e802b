"""The code for devices that is part of the program: records of a size, a size of the code, a name in 16 bytes, and the code; a size of 0 ends them."""

from builtins._decode import text_from_bytes

from pyc import intrinsic
from pyc._runtime import zero_terminated_size
from pyc.fixed import u8
from pyc.unsafe import Ptr, ptr_cast, ptr_offset


@intrinsic
def device_code() -> Ptr[u8]:
    """Give the address of the first record."""
    ...


class Image:
    """The code of all kernels for one device."""

    name: str
    code: Ptr[u8]

    def __init__(self, record: Ptr[u8]) -> None:
        name = ptr_offset(record, 16)
        self.name = text_from_bytes(name, zero_terminated_size(name))
        self.code = ptr_offset(record, 32)

    def generation(self) -> int:
        """Give the number of an architecture of NVIDIA's, 90 for `sm_90a`; 0 for other devices."""
        if not self.name.startswith("sm_"):
            return 0
        number = self.name[3:]
        return int(number) if number.isdecimal() else int(number[:-1])

    def runs_on(self, generation: int) -> bool:
        """Say whether a GPU takes the code. PTX is compiled for newer ones by the driver, but for what is special to one generation."""
        own = self.generation()
        if own == 0:
            return False
        return own == generation if self.name.endswith("a") else own <= generation


def images() -> list[Image]:
    """Give what the program holds."""
    result: list[Image] = []
    record = device_code()
    size = ptr_cast[int](record)[0]
    while size > 0:
        result.append(Image(record))
        record = ptr_offset(record, size)
        size = ptr_cast[int](record)[0]
    return result


def image_for(generation: int) -> Image | None:
    """Give the newest code that an NVIDIA GPU of a generation takes."""
    best: Image | None = None
    for image in images():
        if image.runs_on(generation) and (best is None or image.generation() >= best.generation()):
            best = image
    return best
