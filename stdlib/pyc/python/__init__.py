"""Extension modules of CPython: what `pyc build --python` makes one from. The functions that it writes call these, and no program does."""

from ._buffers import is_buffer, span_from
from ._calls import Signature
from ._exceptions import declare_exception, fail
from ._incoming import (
    bool_from,
    check_tuple,
    dict_from,
    fixed_from,
    float_from,
    int_from,
    is_bool,
    is_dict,
    is_float,
    is_int,
    is_list,
    is_none,
    is_number,
    is_str,
    is_tuple,
    list_from,
    mismatch,
    none_from,
    str_from,
    tuple_element,
)
from ._modules import Functions, has_started, new_module, set_started
from ._objects import Mismatch, Unfit, type_name
from ._outgoing import bool_to, dict_to, fixed_to, float_to, int_to, list_to, new_tuple, none_to, set_element, str_to
from ._output import flush
