"""Runs the library's sources under CPython, with its primitives emulated, so that algorithms are tested without the compiler.

Modules are rewritten before they run: type parameters go, text becomes objects of the library's own `str`, arithmetic
of integers is checked for 64 bits, and loops call the library's iterators. Memory is emulated with checks: nothing is
used after it is freed, no access is out of bounds, and what is allocated is counted.
"""

import ast
import ctypes
import math
import pathlib
import re
import struct as packing
import types
import unicodedata
from fractions import Fraction

# The modules that are tested here; programs test the others.
EMULATED = (
    "_floats",
    "_gamma",
    "_sums",
    "builtins",
    "bisect",
    "heapq",
    "math",
    "operator",
    "pyc",
    "string",
    "sys",
    "typing",
)
STDLIB = pathlib.Path(__file__).resolve().parents[2] / "stdlib"
LEAST, GREATEST = -(2**63), 2**63 - 1


# Memory


class Block:
    """One allocation: bytes, and values that are no bytes by the place they are at."""

    live = 0

    def __init__(self, size, owner=None):
        self.data = bytearray(size)
        self.values = {}
        self.freed = False
        # The object whose trailing bytes these are.
        self.owner = owner
        if owner is None:
            Block.live += 1

    def check(self, start, size):
        assert not self.freed, "use after free"
        assert 0 <= start and start + size <= len(self.data), (
            f"{start}+{size} is outside of {len(self.data)} bytes"
        )


class Pointer:
    def __init__(self, block, offset, kind):
        self.block, self.offset, self.kind = block, offset, kind

    def _place(self, index):
        return self.offset + index * size_of_kind(self.kind)


FIXED = {
    name: (packing.Struct("<" + code))
    for name, code in dict(
        i8="b",
        i16="h",
        i32="i",
        i64="q",
        u8="B",
        u16="H",
        u32="I",
        u64="Q",
        int="q",
        float="d",
    ).items()
}


def size_of_kind(kind):
    return FIXED[kind].size if kind in FIXED else 8


class TypeArgument:
    """Stands for a type parameter: any value."""

    def __init__(self, name):
        self.name = name

    def __getitem__(self, _):
        return self


def kind_of(argument):
    name = getattr(argument, "__name__", None) or getattr(argument, "name", "T")
    return name if name in FIXED else "T"


class Generic:
    """An intrinsic, which may be given type arguments."""

    def __init__(self, function, default="T"):
        self.function, self.default = function, default

    def __getitem__(self, arguments):
        first = arguments[0] if isinstance(arguments, tuple) else arguments
        return lambda *args: self.function(first, *args)

    def __call__(self, *args):
        return self.function(TypeArgument(self.default), *args)


def load(pointer, index):
    place = pointer._place(index)
    pointer.block.check(place, size_of_kind(pointer.kind))
    if pointer.kind in FIXED:
        return FIXED[pointer.kind].unpack_from(pointer.block.data, place)[0]
    return pointer.block.values[place]


def store(pointer, index, value):
    place = pointer._place(index)
    pointer.block.check(place, size_of_kind(pointer.kind))
    if pointer.kind in FIXED:
        FIXED[pointer.kind].pack_into(pointer.block.data, place, value)
    else:
        pointer.block.values[place] = value


def take(pointer, index):
    value = load(pointer, index)
    drop(pointer, index)
    return value


def drop(pointer, index):
    if pointer.kind not in FIXED:
        del pointer.block.values[pointer._place(index)]


def move(target, source, size):
    if size == 0:
        return
    source.block.check(source.offset, size)
    target.block.check(target.offset, size)
    moved = {
        k: v
        for k, v in source.block.values.items()
        if source.offset <= k < source.offset + size
    }
    for place in [
        k for k in target.block.values if target.offset <= k < target.offset + size
    ]:
        del target.block.values[place]
    for place, value in moved.items():
        target.block.values[place - source.offset + target.offset] = value
    data = bytes(source.block.data[source.offset : source.offset + size])
    target.block.data[target.offset : target.offset + size] = data


def release(pointer):
    pointer.block.check(0, 0)
    assert pointer.offset == 0 and pointer.block.owner is None, "free of something else"
    pointer.block.freed = True
    Block.live -= 1


def reallocate(pointer, size):
    block = Block(size)
    new = Pointer(block, 0, "u8")
    move(new, Pointer(pointer.block, 0, "u8"), min(size, len(pointer.block.data)))
    release(pointer)
    return new


def trailing(obj):
    return Pointer(obj.__dict__["trailing block"], 0, "u8")


def new_object(cls, extra):
    obj = object.__new__(cls)
    obj.__dict__["trailing block"] = Block(extra, owner=True)
    return obj


def compare(left, right, size):
    left.block.check(left.offset, size)
    right.block.check(right.offset, size)
    a = bytes(left.block.data[left.offset : left.offset + size])
    b = bytes(right.block.data[right.offset : right.offset + size])
    return (a > b) - (a < b)


def wrap(value, kind="int"):
    bits = 64 if kind in ("int", "T") else int(kind[1:])
    value &= (1 << bits) - 1
    return (
        value - (1 << bits)
        if not kind.startswith("u") and value >> (bits - 1)
        else value
    )


def bits_of(value):
    return packing.unpack("<q", packing.pack("<d", value))[0]


NULL = Pointer(Block(0, owner=True), 0, "T")

INTRINSICS = {
    "ptr_load": load,
    "ptr_store": store,
    "ptr_init": store,
    "ptr_take": take,
    "ptr_drop": drop,
    "ptr_offset": lambda p, n: Pointer(p.block, p._place(n), p.kind),
    "ptr_cast": Generic(lambda kind, p: Pointer(p.block, p.offset, kind_of(kind))),
    "ptr_null": Generic(lambda kind: NULL),
    "ptr_is_null": lambda p: isinstance(p, Pointer) and p.block is NULL.block,
    "ptr_equal": lambda a, b: a.block is b.block and a.offset == b.offset,
    "ptr_address": lambda p: id(p.block) + p.offset,
    "alloc": lambda size: Pointer(Block(size), 0, "u8"),
    "realloc": reallocate,
    "free": release,
    "size_of": Generic(
        lambda kind: getattr(kind, "struct_size", 0) or size_of_kind(kind_of(kind))
    ),
    "mem_copy": move,
    "mem_move": move,
    "mem_compare": compare,
    "mem_set": lambda p, byte, size: p.block.data.__setitem__(
        slice(p.offset, p.offset + size), bytes([byte]) * size
    ),
    "new_object": Generic(new_object),
    "trailing": trailing,
    "same_object": lambda a, b: a is b,
    "object_address": id,
    "object_pointer": lambda obj: obj,
    "callback_code": lambda task: type(task).__call__,
    "call_pointer": lambda code, *args: code(*args),
    "ref_count": lambda obj: 1,
    "wrapping_add": lambda a, b: wrap(a + b),
    "wrapping_sub": lambda a, b: wrap(a - b),
    "wrapping_mul": lambda a, b: wrap(a * b),
    "add_overflows": lambda a, b: not LEAST <= a + b <= GREATEST,
    "sub_overflows": lambda a, b: not LEAST <= a - b <= GREATEST,
    "mul_overflows": lambda a, b: not LEAST <= a * b <= GREATEST,
    "floor_div": lambda a, b: a // b,
    "floor_mod": lambda a, b: a % b,
    "trunc_div": lambda a, b: abs(a) // abs(b) * (1 if (a < 0) == (b < 0) else -1),
    "trunc_rem": lambda a, b: abs(a) % abs(b) * (-1 if a < 0 else 1),
    "shift_left": lambda a, n: wrap(a << n),
    "shift_right": lambda a, n: a >> n,
    "bit_and": lambda a, b: a & b,
    "bit_or": lambda a, b: a | b,
    "bit_xor": lambda a, b: a ^ b,
    "bit_not": lambda a: ~a,
    "int_cast": Generic(lambda kind, x: wrap(int(x), kind_of(kind))),
    "count_ones": lambda x: (x & (2**64 - 1)).bit_count(),
    "leading_zeros": lambda x: 64 - (x & (2**64 - 1)).bit_length(),
    "trailing_zeros": lambda x: 64 if x == 0 else (x & -x).bit_length() - 1,
    "int_to_float": Generic(lambda kind, x: float(x)),
    "float_to_int": lambda x: int(x),
    "float_cast": Generic(lambda kind, x: x),
    "float_bits": bits_of,
    "float_from_bits": lambda x: packing.unpack("<d", packing.pack("<q", wrap(x)))[0],
    # The library divides only by what is not zero.
    "float_div": lambda a, b: float(a) / float(b),
    "float_rem": lambda a, b: math.fmod(a, b) if math.isfinite(a) and b else math.nan,
    "float_sqrt": lambda x: math.nan if x < 0 else math.sqrt(x),
    "float_floor": lambda x: float(math.floor(x)) if math.isfinite(x) else x,
    "float_ceil": lambda x: float(math.ceil(x)) if math.isfinite(x) else x,
    "float_trunc": lambda x: math.copysign(math.trunc(x), x) if math.isfinite(x) else x,
    "float_fabs": math.fabs,
    "float_copysign": math.copysign,
    "class_name": lambda obj: text(type(obj).__name__),
    "type_name": Generic(lambda kind: text(kind_of(kind))),
    "is_same": Generic(lambda kind: False),
    "needs_drop": Generic(lambda kind: True),
    "has_method": Generic(lambda kind: True),
}


def c_power(base, exponent):
    try:
        return math.pow(base, exponent)
    except OverflowError:
        return math.inf if base > 0 or exponent % 2 == 0 else -math.inf
    except ValueError:
        return math.nan


INTRINSICS["float_pow"] = c_power


def multiply_add(left, right, addend):
    if not math.isfinite(left * right + addend):
        return left * right + addend
    return float(Fraction(left) * Fraction(right) + Fraction(addend))


INTRINSICS["float_fma"] = multiply_add


# The runtime


def put(pointer, data, room=None):
    data = data[:room] if room is not None else data
    pointer.block.check(pointer.offset, len(data))
    pointer.block.data[pointer.offset : pointer.offset + len(data)] = data
    return len(data)


def get(pointer, size):
    pointer.block.check(pointer.offset, size)
    return bytes(pointer.block.data[pointer.offset : pointer.offset + size])


written = []


def c_format(value, kind, precision, alternate, pointer, room):
    return put(
        pointer,
        f"{value:{'#' if alternate else ''}.{precision}{chr(kind)}}".encode(),
        room,
    )


def parse(pointer, size, place):
    store(place, 0, float(get(pointer, size).decode()))
    return True


RUNTIME = {
    "pyc_write": lambda file, p, n: written.append(get(p, n)) or n,
    "pyc_flush": lambda file: 0,
    "pyc_float_repr": lambda x, p: put(p, repr(x).encode()),
    "pyc_float_format": c_format,
    "pyc_float_parse": parse,
    "pyc_multiply_modulo": lambda a, b, m: a * b % m,
    "pyc_unicode_flags": lambda code: unicode_flags(code),
    "pyc_unicode_case": lambda code, mapping, p: case(code, mapping, p),
    "pyc_unicode_decimal": lambda code: unicodedata.decimal(chr(code), -1),
    "pyc_character_cache": lambda: CHARACTERS,
    "pyc_has_memory": lambda size: size < 1 << 40,
    "pyc_find_byte": lambda p, byte, size: get(p, size).find(bytes([byte])),
    "pyc_room_behind": lambda obj, at: 0,
}


def c_function(name):
    """A function of C's mathematical library."""
    function = getattr(LIBM, name, None)
    if function is None:
        return None
    function.restype = ctypes.c_double
    return lambda *args: function(*map(ctypes.c_double, args))


LIBM = ctypes.CDLL("libm.so.6")

CHARACTERS = Pointer(Block(128 * 8, owner=True), 0, "T")
CHARACTERS.block.values = {8 * code: NULL for code in range(128)}


def unicode_flags(code):
    """The properties of a code point, as the runtime's tables have them."""
    c = chr(code)
    tests = [
        c.isalpha(),
        c.isdecimal(),
        c.isdigit(),
        c.isnumeric(),
        c.isspace(),
        c.isprintable(),
        c.islower(),
        c.isupper(),
        unicodedata.category(c) == "Lt",
        is_cased(c),
        is_case_ignorable(c),
        c.isidentifier(),
        ("a" + c).isidentifier(),
    ]
    return sum(1 << bit for bit, test in enumerate(tests) if test)


def is_cased(c):
    """What comes behind a cased letter is not at the start of a word."""
    return (c + "a").title()[len(c.title()) :] == "a"


def is_case_ignorable(c):
    """Whether a sigma behind a letter and this is at the end of its word, and one behind this alone is not."""
    return ("a" + c + "\u03a3").lower().endswith("\u03c2") and not is_cased(c)


def case(code, mapping, pointer):
    c = chr(code)
    mapped = [c.lower, c.upper, c.title, c.casefold][mapping]()
    target = Pointer(pointer.block, pointer.offset, "int")
    for index, one in enumerate(mapped):
        store(target, index, ord(one))
    return len(mapped)


# Rewriting


class Rewriter(ast.NodeTransformer):
    def __init__(self, generic):
        self.documented = set()
        self.generic = generic

    def _document(self, node):
        if (
            node.body
            and isinstance(node.body[0], ast.Expr)
            and isinstance(node.body[0].value, ast.Constant)
        ):
            self.documented.add(node.body[0].value)

    def visit_Module(self, node):
        self._document(node)
        return self.generic_visit(node)

    def visit_FunctionDef(self, node):
        self._document(node)
        node.returns = None
        rest = node.args.kwarg
        if rest and getattr(rest.annotation, "id", "") == "Keywords":
            # Pairs of a word and a value.
            pairs = ast.parse(f"{rest.arg} = _pairs({rest.arg})").body[0]
            node.body.insert(1, pairs)
        for argument in ast.walk(node.args):
            if isinstance(argument, ast.arg):
                argument.annotation = None
        external = [
            d
            for d in node.decorator_list
            if isinstance(d, ast.Call) and getattr(d.func, "id", "") == "extern"
        ]
        if external:
            symbol = external[0].args[0].value
            return ast.parse(f"{node.name} = _runtime({symbol!r})").body[0]
        if any(getattr(d, "id", "") == "intrinsic" for d in node.decorator_list):
            return ast.parse(f"{node.name} = _intrinsic({node.name!r})").body[0]
        node.decorator_list = [
            d
            for d in node.decorator_list
            if getattr(d, "id", "") in ("staticmethod", "property")
        ]
        return self.generic_visit(node)

    def visit_ClassDef(self, node):
        self._document(node)
        structs = [d for d in node.decorator_list if "struct" in ast.dump(d)]
        node.decorator_list = []
        node.bases = [b for b in node.bases if node.name != "bool"]
        names = [s.target.id for s in node.body if isinstance(s, ast.AnnAssign)]
        if structs and not any(getattr(s, "name", "") == "__init__" for s in node.body):
            lines = "".join(f"\n    self.{name} = {name}" for name in names)
            node.body.append(
                ast.parse(f"def __init__(self, {', '.join(names)}):{lines}").body[0]
            )
        if structs:
            node.body.append(ast.parse(f"struct_size = {8 * len(names)}").body[0])
        node = self.generic_visit(node)
        node.body.append(
            ast.parse("__class_getitem__ = classmethod(lambda cls, _: cls)").body[0]
        )
        if any(getattr(s, "name", "") == "__destroy__" for s in node.body):
            node.body.append(ast.parse("__del__ = __destroy__").body[0])
        if node.name in NATIVE:
            node.keywords = [
                ast.keyword(
                    "metaclass",
                    ast.parse(f"_primitive({node.name!r})", mode="eval").body,
                )
            ]
        elif any(getattr(s, "name", "") == "_new" for s in node.body):
            node.keywords = [
                ast.keyword("metaclass", ast.Name("_Converter", ast.Load()))
            ]
        if node.name == "BaseException":
            node.bases = [ast.Name("_NativeException", ast.Load())]
        return node

    def visit_Assign(self, node):
        # `__all__` is nobody's list.
        return (
            None
            if getattr(node.targets[0], "id", "") == "__all__"
            else self.generic_visit(node)
        )

    def visit_AnnAssign(self, node):
        if node.value is None:
            node.value = ast.Constant(
                None if "None" in ast.dump(node.annotation) else 0
            )
            return ast.Assign([node.target], node.value)
        return ast.Assign([node.target], self.visit(node.value))

    def visit_Constant(self, node):
        if isinstance(node.value, str) and node not in self.documented:
            return call("_text", node)
        return node

    def visit_For(self, node):
        node = self.generic_visit(node)
        node.iter = call("_iterate", node.iter)
        return node

    def visit_BinOp(self, node):
        node = self.generic_visit(node)
        return call(
            "_operate", ast.Constant(type(node.op).__name__), node.left, node.right
        )

    def visit_UnaryOp(self, node):
        node = self.generic_visit(node)
        if isinstance(node.op, ast.USub):
            return call("_negate", node.operand)
        return node

    def visit_AugAssign(self, node):
        target = ast.parse(ast.unparse(node.target), mode="eval").body
        return ast.Assign(
            [node.target],
            call(
                "_operate",
                ast.Constant(type(node.op).__name__),
                target,
                self.visit(node.value),
            ),
        )

    def visit_Subscript(self, node):
        node = self.generic_visit(node)
        if isinstance(node.slice, ast.Slice):
            part = node.slice
            bounds = [
                x or ast.Constant(None) for x in (part.lower, part.upper, part.step)
            ]
            if not isinstance(node.ctx, ast.Load):
                return ast.Subscript(node.value, call("_slice", *bounds), node.ctx)
            return ast.Call(
                ast.Attribute(node.value, "__getitem__", ast.Load()),
                [call("_slice", *bounds)],
                [],
            )
        return node

    def visit_Call(self, node):
        if getattr(getattr(node.func, "value", None), "id", "") in self.generic:
            # Its type arguments go, as its type parameters do.
            node.func = node.func.value
        node = self.generic_visit(node)
        if isinstance(node.func, ast.Attribute):
            return ast.Call(
                ast.Name("_method", ast.Load()),
                [node.func.value, ast.Constant(node.func.attr), *node.args],
                node.keywords,
            )
        return node

    def visit_List(self, node):
        return call("_list", *self.generic_visit(node).elts)

    def visit_Dict(self, node):
        return call("_dict")

    def visit_ImportFrom(self, node):
        return None

    def visit_Import(self, node):
        return None


def call(name, *args):
    return ast.Call(ast.Name(name, ast.Load()), list(args), [])


NATIVE = {
    "int": int,
    "float": float,
    "bool": bool,
    "NoneType": type(None),
    "tuple": tuple,
}


def primitive(name):
    native = NATIVE[name]

    class Primitive(type):
        def __call__(cls, *args):
            return cls._new(*args)

        def __instancecheck__(cls, value):
            return isinstance(value, native)

    return Primitive


class Converter(type):
    """Calls with an argument convert it; calls without make an empty object."""

    def __call__(cls, *args):
        return cls._new(*args) if args else super().__call__()


def operate(name, left, right):
    operators = {
        "Add": "__add__",
        "Sub": "__sub__",
        "Mult": "__mul__",
        "BitAnd": "__and__",
        "BitOr": "__or__",
        "BitXor": "__xor__",
        "LShift": "__lshift__",
        "RShift": "__rshift__",
        "FloorDiv": "__floordiv__",
        "Mod": "__mod__",
        "Div": "__truediv__",
        "Pow": "__pow__",
    }
    method = operators[name]
    if isinstance(left, (int, float)) and isinstance(right, (int, float)):
        if method in ("__pow__", "__lshift__") and isinstance(left, int):
            return getattr(library.int, method)(left, right)
        if name == "Pow":
            return library.float.__pow__(float(left), right)
        if name == "Div":
            if not right:
                return (
                    math.nan
                    if not left or left != left
                    else math.copysign(math.inf, left) * math.copysign(1.0, right)
                )
            return left / right
        return checked(
            getattr(left, method)(right)
            if type(left) is type(right) or isinstance(left, float)
            else eval_mixed(name, left, right)
        )
    return getattr(left, method)(right)


def eval_mixed(name, left, right):
    return {
        "Add": lambda: left + right,
        "Sub": lambda: left - right,
        "Mult": lambda: left * right,
        "BitAnd": lambda: left & right,
        "BitOr": lambda: left | right,
        "BitXor": lambda: left ^ right,
        "RShift": lambda: left >> right,
        "FloorDiv": lambda: left // right,
        "Mod": lambda: left % right,
    }[name]()


def checked(value):
    if isinstance(value, int) and not LEAST <= value <= GREATEST:
        library.raise_overflow()
    return value


def negate(value):
    return checked(-value)


def method_of(obj, name):
    if not isinstance(obj, type):
        for owner, native in NATIVE.items():
            if type(obj) is native:
                own = getattr(library, owner, None)
                if own is None or name not in own.__dict__:
                    own = (
                        library.int
                        if native is bool and name in library.int.__dict__
                        else None
                    )
                if own is not None:
                    return lambda *args, **keywords: own.__dict__[name](
                        obj, *args, **keywords
                    )
    return getattr(obj, name)


def iterate(obj):
    if isinstance(obj, (tuple, range)):
        yield from obj
        return
    iterator = obj if hasattr(obj, "__has_next__") else method_of(obj, "__iter__")()
    if hasattr(iterator, "__has_next__"):
        while iterator.__has_next__():
            yield iterator.__next__()
        return
    while True:
        try:
            value = iterator.__next__()
        except library.StopIteration:
            return
        yield value


# Loading


class Early:
    """The class of text until the library's is there."""


class Library(types.SimpleNamespace):
    """The library's builtins, as attributes."""


library = Library()
modules = {}
texts = {}


def text(native):
    """Make a string of the library's class from one of CPython's."""
    if native not in texts:
        data = native.encode("utf-8", "surrogatepass")
        # Default values are made before there is a class `str`.
        result = new_object(getattr(library, "str", Early), len(data))
        result._data = Pointer(result.__dict__["trailing block"], 0, "u8")
        result._size, result._length = len(data), len(native)
        put(result._data, data)
        texts[native] = result
    return texts[native]


def native(value):
    """Give what CPython has for a value of the library."""
    if isinstance(value, library.str):
        data = get(value._data, value._size)
        result = data.decode("utf-8", "surrogatepass")
        assert len(result) == value._length, (data, value._length)
        return result
    if isinstance(value, library.list):
        return [native(load(value._items, i)) for i in range(value._size)]
    if isinstance(value, library.dict):
        return {native(k): native(v) for k, v in iterate(value.items())}
    if isinstance(value, tuple):
        return tuple(native(item) for item in value)
    return value


def foreign(value):
    """Give what the library has for a value of CPython."""
    if isinstance(value, str):
        return text(value)
    if isinstance(value, list):
        result = library.list()
        for item in value:
            result.append(foreign(item))
        return result
    if isinstance(value, dict):
        result = library.dict()
        for key, item in value.items():
            result[foreign(key)] = foreign(item)
        return result
    if isinstance(value, tuple):
        return tuple(foreign(item) for item in value)
    if isinstance(value, slice):
        return library.slice(value.start, value.stop, value.step)
    return value


HELPERS = {
    "_text": text,
    "_iterate": iterate,
    "_operate": operate,
    "_negate": negate,
    "_method": lambda obj, name, *a, **k: method_of(obj, name)(*a, **k),
    "_list": lambda *items: foreign(list(items)),
    "_dict": lambda: library.dict(),
    "_slice": lambda *bounds: library.slice(*bounds),
    "_primitive": primitive,
    "_Converter": Converter,
    "_NativeException": BaseException,
    "_runtime": lambda name: RUNTIME.get(name) or c_function(name),
    "_pairs": lambda mapping: tuple(
        (text(word), value) for word, value in mapping.items()
    ),
    "_intrinsic": lambda name: INTRINSICS.get(name),
    "__name__": "library",
}


def load_all():
    scope = {
        name: value
        for name, value in vars(__import__("builtins")).items()
        if name.startswith("__")
    }
    scope.update(
        isinstance=isinstance,
        NotImplemented=NotImplemented,
        Ellipsis=...,
        staticmethod=staticmethod,
        property=property,
        classmethod=classmethod,
        super=super,
        unroll=iterate,
    )
    trees = {}
    # Packages first: modules with Python's names have statements that use them.
    for path in sorted(
        STDLIB.rglob("*.py"), key=lambda path: (path.parent == STDLIB, path)
    ):
        # Neither devices are emulated nor what C sees of CPython's objects: other tests launch kernels and import modules.
        # Files are tested by programs.
        if path.parent.name in ("gpu", "python") or path.stem in (
            "_binary_file",
            "_stream",
            "io",
        ):
            continue
        name = ".".join(path.relative_to(STDLIB).with_suffix("").parts).removesuffix(
            ".__init__"
        )
        if name.partition(".")[0] not in EMULATED:
            continue
        generic = set(re.findall(r"^def (\w+)\[", path.read_text(), flags=re.M))
        source = re.sub(
            r"^(\s*(?:class|def) \w+)\[[^\n]*?\](?=[(:])",
            r"\1",
            path.read_text(),
            flags=re.M,
        )
        # CPython's classes have these names themselves.
        source = re.sub(r"def __(name|qualname)__", r"def _\1_", source)
        parameters = set(re.findall(r"\b([A-Z])\b", source))
        tree = ast.parse(source)
        modules[name] = {
            "__builtins__": scope,
            **HELPERS,
            **{p: TypeArgument(p) for p in parameters},
        }
        trees[name] = (tree, path.name == "__init__.py", generic)
    imports = {
        name: [n for n in tree.body if isinstance(n, ast.ImportFrom)]
        for name, (tree, _, _) in trees.items()
    }
    for name, (tree, _, generic) in trees.items():
        if name in ("typing", "sys"):
            continue
        # Statements at the top need what is imported.
        link(name, imports[name], trees[name][1])
        tree = ast.fix_missing_locations(Rewriter(generic).visit(tree))
        exec(compile(tree, name, "exec"), modules[name])
    for _ in range(3):
        for name, found in imports.items():
            link(name, found, trees[name][1])
    for name, value in modules["builtins"].items():
        if not name.startswith("__") and name not in HELPERS:
            setattr(library, name, value)
            scope[name] = value
    for early in texts.values():
        early.__class__ = library.str


def link(name, found, is_package):
    for node in found:
        base = name.split(".")
        base = (
            base[: len(base) - node.level + (1 if is_package else 0)]
            if node.level
            else []
        )
        source = ".".join([*base, *([node.module] if node.module else [])])
        for alias in node.names:
            if source in modules and alias.name in modules[source]:
                modules[name][alias.asname or alias.name] = modules[source][alias.name]


load_all()
