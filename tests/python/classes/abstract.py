import functools
from functools import total_ordering
@total_ordering
class V:
    def __init__(self, n):
        self.n = n
    def __eq__(self, other):
        if not isinstance(other, V):
            return NotImplemented
        return self.n == other.n
    def __lt__(self, other):
        if not isinstance(other, V):
            return NotImplemented
        return self.n < other.n
print(V(1) <= V(2), V(1) >= V(2), V(3) > V(2), V(1) == V(1))
@functools.total_ordering
class W:
    def __init__(self, n): self.n = n
    def __eq__(self, other): return self.n == other.n
    def __ge__(self, other): return self.n >= other.n
print(W(1) < W(2), W(1) <= W(1), W(1) > W(2))
from abc import ABC, ABCMeta, abstractmethod
import abc
class Shape(ABC):
    @abstractmethod
    def area(self) -> float:
        ...
    @abstractmethod
    def name(self) -> str: pass
    def show(self) -> str:
        return f"{self.name()} {self.area():.1f}"
class Sq(Shape):
    def __init__(self, s): self.s = s
    def area(self): return self.s * self.s
    def name(self): return "sq"
class Half(Shape):
    def area(self): return 1.0
print(Sq(2.0).show())
shapes: list[Shape] = [Sq(1.0), Sq(3.0)]
print([s.show() for s in shapes])
try:
    Shape()
except TypeError as e:
    print(e)
try:
    Half()
except TypeError as e:
    print(e)
class M(metaclass=ABCMeta):
    @property
    @abstractmethod
    def p(self): ...
class N(M):
    @property
    def p(self): return 5
print(N().p, isinstance(N(), M))
class Q(metaclass=abc.ABCMeta):
    @abc.abstractmethod
    def f(self): ...
from typing import Protocol
class HasArea(Protocol):
    def area(self) -> float: ...
class A:
    def area(self) -> float: return 1.0
class B:
    def area(self) -> float: return 2.5
def total(xs: list[HasArea]) -> float:
    return sum(x.area() for x in xs)
def one(x: HasArea) -> float:
    return x.area() * 2
print(one(A()), one(B()))
print(total([A(), A()]))
class Named(Protocol):
    name: str
class P:
    def __init__(self, name: str): self.name = name
def hello(n: Named) -> str:
    return "hi " + n.name
print(hello(P("x")))
