"""What a module does to the process that imports it."""

import os
import subprocess
import sys

from conftest import PYC, SOURCES, build


def test_the_top_runs_once(python):
    program = """
import sys, importlib
import process
assert process.count() == 1
first = process
importlib.reload(process)
del sys.modules["process"]
import process
print(process.count(), process.remember("a"), first.remember("b"), process is first)
"""
    assert python(program) == "the top runs as process\n2 ['a'] ['a', 'b'] False\n"


def test_what_is_printed_goes_to_sys_stdout_in_order(python):
    program = """
import io, sys, contextlib
print("before")
import process
print("between")
process.say("\u00e9t\u00e9")
print("after")
caught = io.StringIO()
with contextlib.redirect_stdout(caught):
    process.say("x" * 20000)
    try:
        process.say_and_fail("failing")
    except ValueError as error:
        print("caught", error)
print(len(caught.getvalue()), caught.getvalue()[-24:], end="")
sys.stdout = None
process.say("nobody reads this")
"""
    assert python(program) == "before\nthe top runs as process\nbetween\n\u00e9t\u00e9\nafter\n20024 \nfailing\ncaught failing\n"


def test_errors_of_sys_stdout_arrive(python):
    program = """
import sys
import process
class Broken:
    def write(self, text):
        raise LookupError("broken")
sys.stdout, kept = Broken(), sys.stdout
try:
    process.say("x")
except BaseException as error:
    found = repr(error)
sys.stdout = kept
print(found)
"""
    assert python(program).splitlines()[-1] == "LookupError('broken')"


def test_an_exception_of_the_top_is_one_of_the_import(python):
    program = """
for attempt in range(2):
    try:
        import failing
    except Exception as error:
        print(type(error).__mro__[1].__name__, error)
"""
    again = "the top of the module 'failing' raised when it was imported first"
    assert python(program) == f"RuntimeError not today\nException {again}\n"


def test_an_exception_nobody_handles_ends_the_process_once(python):
    output = python("import values; values.divide(1, 0)", status=1)
    assert output.count("Traceback") == 1
    assert "values.py" in output and "return x // y" in output and "~~^^~~" in output
    assert output.endswith("ZeroDivisionError: integer division or modulo by zero\n")


def test_sys_exit_ends_the_process_by_python(python):
    assert (
        python(
            "import atexit, values; atexit.register(print, 'at exit'); values.leave(7)",
            status=7,
        )
        == "at exit\n"
    )


def test_modules_do_not_share_what_they_are_made_of(python):
    # Even where all symbols of the process are visible to all.
    program = """
import os, sys
sys.setdlopenflags(os.RTLD_NOW | os.RTLD_GLOBAL)
import importer, shared_part, values, arrays
print(importer.doubled(4), shared_part.calls_so_far(), values.negate(1), arrays.small(1, 2))
try:
    importer.refused(3)
except shared_part.Refused:
    print("the same")
except LookupError as error:
    print(type(error), error)
"""
    assert python(program) == "8 0 -1 (1, 2)\n<class 'shared_part.Refused'> 3\n"


def test_the_modules_of_a_package(tmp_path):
    package = tmp_path / "package"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "inner.py").write_text(
        "class Odd(ValueError):\n    pass\n\n\ndef half(x: int) -> int:\n    if x % 2 == 1:\n        raise Odd(str(x))\n    return x // 2\n"
    )
    done = build(package / "inner.py")
    assert done.returncode == 0, done.stderr
    program = "from package import inner; print(inner.half(6), inner.__name__, inner.__file__.endswith('.so'))"
    output = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
    )
    assert output.stdout == "3 package.inner True\n"


def test_there_are_no_arguments(python):
    assert python("import process; print(process.arguments())") == "the top runs as process\n0\n"


def test_python_finds_the_module_before_its_source(tmp_path):
    source = tmp_path / "where.py"
    source.write_text("def where() -> str:\n    return __name__\n")
    assert build(source, "-O3").returncode == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "where.abi3.so",
        "where.py",
    ]
    program = "import where; print(where.where(), where.__file__)"
    output = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
    )
    assert output.stdout == f"where {tmp_path / 'where.abi3.so'}\n"


def test_a_module_needs_libc_alone(built):
    output = subprocess.run(
        ["readelf", "--dynamic", "--wide", built / "values.abi3.so"],
        capture_output=True,
        text=True,
        check=True,
    )
    needed = [line.split("[")[1].rstrip("]") for line in output.stdout.splitlines() if "(NEEDED)" in line]
    assert needed == ["libc.so.6"]


def test_optimised_and_not(tmp_path):
    for level in ["-O0", "--debug"]:
        output = tmp_path / "arrays.abi3.so"
        assert build(SOURCES / "arrays.py", level, "-o", str(output)).returncode == 0
        program = "import arrays, array; print(arrays.total(array.array('d', [1, 2])))"
        environment = dict(os.environ, PYTHONPATH=str(tmp_path))
        done = subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            text=True,
            check=True,
            env=environment,
        )
        assert done.stdout == "3.0\n"


def test_the_compiler_is_there():
    assert subprocess.run([PYC, "--version"], capture_output=True, check=False).returncode == 0
