"""Names for annotations. The compiler knows what they mean; there is nothing to run."""

__all__ = [
    "AbstractSet",
    "Annotated",
    "Any",
    "AnyStr",
    "Callable",
    "ClassVar",
    "Collection",
    "Container",
    "Dict",
    "Final",
    "FrozenSet",
    "Generator",
    "Generic",
    "Hashable",
    "Iterable",
    "Iterator",
    "List",
    "Literal",
    "Mapping",
    "MutableMapping",
    "MutableSequence",
    "MutableSet",
    "NamedTuple",
    "Never",
    "NewType",
    "NoReturn",
    "Optional",
    "Protocol",
    "Reversible",
    "Self",
    "Sequence",
    "Set",
    "Sized",
    "SupportsAbs",
    "SupportsFloat",
    "SupportsIndex",
    "SupportsInt",
    "SupportsRound",
    "TYPE_CHECKING",
    "Text",
    "Tuple",
    "Type",
    "TypeAlias",
    "TypeGuard",
    "TypeVar",
    "Union",
    "cast",
    "final",
    "overload",
    "override",
    "runtime_checkable",
]

TYPE_CHECKING = False


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
