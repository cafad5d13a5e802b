def first[T](xs: list[T]) -> T: ...
def f[T: int, *Ts, **P](): ...
class Box[T: (int, str) = int, *Ts = *tuple[int, ...], **P = [int]](Base, metaclass=M): pass
async def g[T](x: T): pass
type Pair[A, B = A] = tuple[A, B]
type type = type
type = 3
type (x)
if x: type Y = int
