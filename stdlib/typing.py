"""Names for annotations. The compiler knows what they mean; there is nothing to run."""

__all__ = [
    "AbstractSet",
    "Annotated",
    "Any",
    "AnyStr",
    "BinaryIO",
    "ByteString",
    "Callable",
    "ClassVar",
    "Collection",
    "Concatenate",
    "Container",
    "ContextManager",
    "Counter",
    "DefaultDict",
    "Deque",
    "Dict",
    "Final",
    "FrozenSet",
    "Generator",
    "Generic",
    "Hashable",
    "IO",
    "ItemsView",
    "Iterable",
    "Iterator",
    "KeysView",
    "List",
    "Literal",
    "LiteralString",
    "Mapping",
    "MappingView",
    "Match",
    "MutableMapping",
    "MutableSequence",
    "MutableSet",
    "NamedTuple",
    "Never",
    "NewType",
    "NoReturn",
    "NotRequired",
    "Optional",
    "OrderedDict",
    "ParamSpec",
    "Pattern",
    "Protocol",
    "Required",
    "Reversible",
    "Self",
    "Sequence",
    "Set",
    "Sized",
    "SupportsAbs",
    "SupportsBytes",
    "SupportsComplex",
    "SupportsFloat",
    "SupportsIndex",
    "SupportsInt",
    "SupportsRound",
    "TYPE_CHECKING",
    "Text",
    "TextIO",
    "Tuple",
    "Type",
    "TypeAlias",
    "TypeGuard",
    "TypeVar",
    "TypeVarTuple",
    "TypedDict",
    "Union",
    "Unpack",
    "ValuesView",
    "assert_never",
    "assert_type",
    "cast",
    "final",
    "no_type_check",
    "overload",
    "override",
    "runtime_checkable",
]

TYPE_CHECKING = False

if TYPE_CHECKING:
    # They are the classes themselves; modules that nobody asks for are not run.
    from collections import Counter, OrderedDict
    from collections import defaultdict as DefaultDict
    from collections import deque as Deque
    from re import Match, Pattern


class Any:
    """Any Python object."""


class Annotated:
    """`Annotated[T, …]`: `T`, with more to say about it."""


class SupportsAbs:
    """What `abs` takes."""


class SupportsIndex:
    """What stands for an integer."""


class SupportsRound:
    """What `round` takes."""


class TypeAlias:
    """`X: TypeAlias = …`: a name for a type."""


class TypeGuard:
    """`TypeGuard[T]`: whether an argument is a `T`."""


class Callable:
    """`Callable[[A, B], R]`: a function."""


class Final:
    """A name that is assigned once."""


class Generic:
    """`Generic[T]`: a class that is generic over `T`."""


class Iterable:
    """`Iterable[T]`: what a `for` can go through."""


class Iterator:
    """`Iterator[T]`: what gives its values one by one."""


class Literal:
    """`Literal["a", "b"]`: one of some values."""


class Never:
    """No value at all."""


class NamedTuple:
    """`class P(NamedTuple)`: a tuple whose elements have names. The compiler makes the methods from the fields."""


class NoReturn:
    """The result of what does not return."""


class AbstractSet:
    """`AbstractSet[T]`: a set of any kind."""


class AnyStr:
    """`str` or `bytes`."""


class ClassVar:
    """`ClassVar[T]`: a variable of the class, not of its objects."""


class Collection:
    """`Collection[T]`: what has a length and can be gone through."""


class Container:
    """`Container[T]`: what `in` can ask."""


class FrozenSet:
    """`FrozenSet[T]`: `frozenset[T]`."""


class Generator:
    """`Generator[Y, S, R]`: what a function that yields gives."""


class Hashable:
    """What can be the key of a dict."""


class Mapping:
    """`Mapping[K, V]`: what has values by keys."""


class MutableMapping:
    """`MutableMapping[K, V]`: a mapping whose values can be replaced."""


class MutableSequence:
    """`MutableSequence[T]`: a sequence whose elements can be replaced."""


class MutableSet:
    """`MutableSet[T]`: a set whose elements can be taken out."""


class Reversible:
    """`Reversible[T]`: what `reversed` can go through."""


class Sized:
    """What has a length."""


class SupportsFloat:
    """What `float` takes."""


class SupportsInt:
    """What `int` takes."""


class Optional:
    """`Optional[T]`: `T | None`."""


class Protocol:
    """A class that describes what methods a type has."""


class Self:
    """The class that a method belongs to."""


class Sequence:
    """`Sequence[T]`: what has a length and numbered elements."""


class TypeVar:
    """A type parameter."""


class Union:
    """`Union[A, B]`: `A | B`."""


class List:
    """`List[T]`: `list[T]`."""


class Dict:
    """`Dict[K, V]`: `dict[K, V]`."""


class Set:
    """`Set[T]`: `set[T]`."""


class Tuple:
    """`Tuple[A, B]`: `tuple[A, B]`."""


class Type:
    """`Type[C]`: `type[C]`."""


def cast(type, value):
    """Give the value as it is."""
    return value


def final(definition):
    """Mark a class or method that nothing overrides."""
    return definition


def overload(function):
    """Mark one of several signatures."""
    return function


def runtime_checkable(definition):
    """Let `isinstance` ask for a protocol."""
    return definition


def override(function):
    """Mark a method that overrides another."""
    return function


def NewType(name, of):
    """`NewType("X", T)` at the top of a module: the type `T` under another name."""
    return of


Text = str


class IO:
    """`IO[str]`: whatever is read or written like a file."""


class TextIO:
    """Whatever is read or written like a file of text."""


class BinaryIO:
    """Whatever is read or written like a file of bytes."""


class ByteString:
    """`bytes` or `bytearray`."""


class Concatenate:
    """`Concatenate[A, P]`: parameters of a function, and more in front."""


class ContextManager:
    """`ContextManager[T]`: what a `with` takes."""


class ItemsView:
    """`ItemsView[K, V]`: what `items` of a mapping gives."""


class KeysView:
    """`KeysView[K]`: what `keys` of a mapping gives."""


class LiteralString:
    """A text that the program has written out."""


class MappingView:
    """What has as many elements as a mapping."""


class NotRequired:
    """`NotRequired[T]`: a field of a `TypedDict` that may be missing."""


class ParamSpec:
    """The parameters of a function."""


class Required:
    """`Required[T]`: a field of a `TypedDict` that is there."""


class SupportsBytes:
    """What `bytes` takes."""


class SupportsComplex:
    """What `complex` takes."""


class TypeVarTuple:
    """Several type parameters."""


class TypedDict:
    """`class Movie(TypedDict)`: a dictionary whose keys are known. Its type is that of all its values."""


class Unpack:
    """`Unpack[Ts]`: several types."""


class ValuesView:
    """`ValuesView[V]`: what `values` of a mapping gives."""


def assert_never(arg, /):
    """Say that this is never called."""
    raise AssertionError(f"Expected code to be unreachable, but got: {arg!r}")


def assert_type(val, typ, /):
    """Give the value as it is."""
    return val


def no_type_check(arg):
    """Mark what has annotations that are no types."""
    return arg
