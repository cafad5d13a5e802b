"""`types`, names of `typing` for classes, and `__doc__` of modules."""

import string
import types
from collections import OrderedDict, defaultdict, deque
from types import FunctionType, GeneratorType, LambdaType, MappingProxyType, MethodType, NoneType, SimpleNamespace, TracebackType
from typing import Callable, DefaultDict, Deque, Optional, ParamSpec, TypeVar, assert_never

P = ParamSpec("P")
R = TypeVar("R")


def function():
    return 1


def numbers():
    yield 1


class Thing:
    """Documented."""

    def method(self):
        return 2


print(__doc__)
print(string.__doc__ is None, Thing.__doc__)
for tested in (function, lambda: 0, numbers):
    print(isinstance(tested, FunctionType), isinstance(tested, LambdaType), isinstance(tested, types.BuiltinFunctionType))
print(isinstance(len, FunctionType), isinstance(len, types.BuiltinFunctionType), isinstance(Thing, FunctionType), isinstance(3, FunctionType))
print(isinstance(Thing().method, MethodType), isinstance(Thing().method, FunctionType), isinstance(function, MethodType))
print(isinstance(numbers(), GeneratorType), isinstance([], GeneratorType), isinstance(None, NoneType), isinstance(0, NoneType))
print(NoneType is type(None), isinstance("", types.ModuleType))

# Namespaces
point = SimpleNamespace(x=1, y="two")
print(point, point.x, point.y.upper(), SimpleNamespace())
point.x += 10
point.z = 2.5
print(point, point.__dict__, vars(point), point == SimpleNamespace(x=11, y="two", z=2.5), point != SimpleNamespace(), point == 3)
print(hasattr(point, "z"), hasattr(point, "w"), getattr(point, "w", None), getattr(point, "x"))
try:
    print(point.missing)
except AttributeError as error:
    print(error)

# Views of dictionaries
limits = {"low": 1}
view = MappingProxyType(limits)
limits["high"] = 9
print(view, str(view), view["high"], len(view), "low" in view, view.get("none"), view.get("none", 3))
print(list(view), list(view.keys()), list(view.values()), list(view.items()), list(reversed(view)))
print(view == {"low": 1, "high": 9}, view == MappingProxyType({}), view | {"more": 1}, view.copy(), isinstance(view, dict))
try:
    view["missing"]
except KeyError as error:
    print("KeyError", error)


# Annotations
def call(wanted: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    return wanted(*args, **kwargs)


def scaled(number: int, by: int = 2) -> int:
    return number * by


def breadth(start: int, edges: DefaultDict[int, list[int]]) -> list[int]:
    waiting: Deque[int] = deque([start])
    found: list[int] = []
    while waiting:
        node = waiting.popleft()
        if node not in found:
            found.append(node)
            waiting.extend(edges[node])
    return found


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, kind: Optional[type], value: Optional[BaseException], traceback: Optional[TracebackType]) -> bool:
        print(kind is ValueError, value, traceback is None)
        return True


graph: DefaultDict[int, list[int]] = defaultdict(list)
graph[1].append(2)
graph[2].extend([3, 1])
print(breadth(1, graph), call(max, 3, 7), call(scaled, 3, by=4), OrderedDict(a=1, b=2), defaultdict(int, c=3))
with Manager():
    raise ValueError("stop")
try:
    assert_never("x")
except AssertionError as error:
    print(error)
