"""The names that every module sees: Python's own, and some that the compiler calls by name."""

from ._arguments import _check_mapping, _mapped, _mapped_or, _update_rest
from ._compare_numbers import (
    int_above_float,
    int_at_least_float,
    int_at_most_float,
    int_below_float,
    int_equals_float,
)
from ._language import (
    NotImplementedType,
    _Cell,
    _check_arguments,
    _check_range_step,
    _attribute_or,
    _check_unpack,
    _check_unpack_at_least,
    _checked_length,
    _item_or,
    _Object,
    _has_made_up,
    _range_advance,
    _starred_middle,
)
from ._method import method
from ._tuple_of import _TupleOf
from .bool import bool
from .bytearray import bytearray
from .bytes import _bytes_literal, bytes
from .complex import _imaginary, complex
from .dict import dict
from .errors import (
    raise_assertion,
    raise_assertion_plain,
    raise_attribute_error,
    raise_free_variable,
    raise_import_error,
    raise_index_error,
    raise_module_not_found,
    raise_name_error,
    raise_no_attribute,
    raise_none_attribute,
    raise_overflow,
    raise_recursion_error,
    raise_runtime_error,
    raise_type_error,
    raise_unbound_local,
    raise_unpack_too_few,
    raise_unpack_too_many,
    raise_value_error,
    raise_zero_division,
)
from .exceptions import (
    ArithmeticError,
    AssertionError,
    AttributeError,
    BaseException,
    BlockingIOError,
    BrokenPipeError,
    BufferError,
    BytesWarning,
    ChildProcessError,
    ConnectionAbortedError,
    ConnectionError,
    ConnectionRefusedError,
    ConnectionResetError,
    DeprecationWarning,
    EOFError,
    EncodingWarning,
    EnvironmentError,
    Exception,
    FileExistsError,
    FileNotFoundError,
    FloatingPointError,
    FutureWarning,
    GeneratorExit,
    IOError,
    ImportError,
    ImportWarning,
    IndentationError,
    IndexError,
    InterruptedError,
    IsADirectoryError,
    KeyError,
    KeyboardInterrupt,
    LookupError,
    MemoryError,
    ModuleNotFoundError,
    NameError,
    NotADirectoryError,
    NotImplementedError,
    OSError,
    OverflowError,
    PendingDeprecationWarning,
    PermissionError,
    ProcessLookupError,
    RecursionError,
    ReferenceError,
    ResourceWarning,
    RuntimeError,
    RuntimeWarning,
    StopAsyncIteration,
    StopIteration,
    SyntaxError,
    SyntaxWarning,
    SystemError,
    SystemExit,
    TabError,
    TimeoutError,
    TypeError,
    UnboundLocalError,
    UnicodeDecodeError,
    UnicodeEncodeError,
    UnicodeError,
    UnicodeTranslateError,
    UnicodeWarning,
    UserWarning,
    ValueError,
    Warning,
    ZeroDivisionError,
    _ExceptionType,
    _Traceback,
    _bare_name,
    report_exception,
    set_cause,
    set_context,
)
from .float import float
from .frozenset import frozenset
from .functions import (
    abs,
    all,
    any,
    ascii,
    bin,
    chr,
    divmod,
    format,
    hash,
    hex,
    id,
    len,
    max,
    min,
    oct,
    ord,
    pow,
    repr,
    round,
    sorted,
    sum,
    vars,
)
from .generators import _yield, generator
from .int import int
from .io import input, open
from .iteration import enumerate, filter, held_iterator, iter, map, next, reversed, zip
from .list import list
from .none import NoneType
from .object import object
from .print import print
from .range import range
from .set import set
from .slice import slice
from .str import _fstring, str
from .tuple import tuple
