"""The language server through a client, over the standard input and output of `pyc lsp`.

The command to run is in the variable PYC_LSP, split at blanks; `pyc lsp` of the debug build if it is not set.
"""

import os
import random
from pathlib import Path

import pytest
from client import Client

ROOT = Path(__file__).resolve().parents[2]

TEXT = '''\
from helper import double


class Point:
    """A place."""

    x: int

    def __init__(self, x: int, name: str) -> None:
        self.x = x
        self.name = name

    def moved(self, by: int) -> "Point":
        return Point(self.x + by, self.name)


def length(point: Point):
    result = double(point.x)
    return result


start = Point(1, "é𝄞")
end = start.moved(2)
print(length(end), end.name)
'''

HELPER = "def double(n: int) -> int:\n    return n * 2\n"


@pytest.fixture
def client():
    command = os.environ.get("PYC_LSP", f"{ROOT}/target/debug/pyc lsp").split()
    with Client(command) as client:
        yield client


@pytest.fixture
def document(client: Client, tmp_path: Path):
    (tmp_path / "helper.py").write_text(HELPER)
    return client.open(tmp_path / "main.py", TEXT)


def test_a_right_program_has_no_diagnostics(document):
    assert document.diagnostics() == []


def test_diagnostics_follow_the_edits(document):
    document.edit("    return result\n", "    return result +\n")
    assert document.codes() == ["E0101"]
    document.edit("return result +\n", "return reslt\n")
    (diagnostic,) = document.diagnostics()
    assert diagnostic["code"] == "E0201"
    assert "result" in diagnostic["message"], "the message suggests the right name"
    assert diagnostic["range"]["start"] == document.position(document.offset("reslt"))
    document.edit("reslt", "result")
    assert document.diagnostics() == []


def test_several_independent_errors_are_shown_at_once(document):
    document.edit("return result\n", "return reslt\n")
    document.edit("end.name)", "end.nam)")
    assert sorted(document.codes()) == ["E0201", "E0202"]


def test_an_error_in_another_file_shows_when_it_is_written(document, client, tmp_path):
    helper = client.open(tmp_path / "helper.py", HELPER)
    helper.edit("def double", "def triple")
    helper.diagnostics()
    document.edit("double(point.x)", "double(point.x) ")
    assert "E0212" in document.codes()


def test_hover_shows_inferred_types(document):
    assert document.hover("result", 1) == "result: int"
    assert document.hover("start", 1) == "start: Point"
    assert document.hover("length", 1) == "def length(point: Point) -> int"
    assert document.hover("length") == "def length(point: Point) -> int"
    assert document.hover("moved", 1) is not None
    assert document.hover("x", 2) is not None
    assert document.hover("\n\n\n") is None


def test_definitions(document, tmp_path):
    def place(piece, number=0):
        return document.uri, document.position(document.offset(piece, number))

    assert document.definition("length", 1) == place("length")
    assert document.definition("start", 1) == place("start")
    assert document.definition("result", 1) == place("result")
    assert document.definition("moved", 1) == place("moved")
    assert document.definition("Point", 3) == place("Point")
    assert document.definition("double", 1) == (
        (tmp_path / "helper.py").as_uri(),
        {"line": 0, "character": 4},
    )
    assert document.definition("double") == (
        (tmp_path / "helper.py").as_uri(),
        {"line": 0, "character": 4},
    )
    assert document.definition("helper") == (
        (tmp_path / "helper.py").as_uri(),
        {"line": 0, "character": 0},
    )


def test_a_definition_in_the_library_can_be_shown(document, client):
    uri, start = document.definition("print")
    text = client.request("pyc/source", {"uri": uri})
    assert text.splitlines()[start["line"]].startswith("def print(")


def test_symbols(document, client):
    symbols = client.request(
        "textDocument/documentSymbol", {"textDocument": {"uri": document.uri}}
    )
    assert [symbol["name"] for symbol in symbols] == ["Point", "length", "start", "end"]
    assert [symbol["name"] for symbol in symbols[0]["children"]] == [
        "x",
        "__init__",
        "moved",
    ]


def test_quick_edits_are_applied_in_order(document):
    """Types a long text letter by letter, without waiting, and asks in between."""
    generator = random.Random(1)
    document.edit("print(length(end), end.name)\n", "")
    line = "values = [start.x, end.x, 3]\nprint(values)\n"
    requests = []
    for letter in line:
        document.client.notify(
            "textDocument/didChange",
            {
                "textDocument": {"uri": document.uri, "version": document.version + 1},
                "contentChanges": [
                    {
                        "range": {
                            "start": (at := document.position(len(document.text))),
                            "end": at,
                        },
                        "text": letter,
                    }
                ],
            },
        )
        document.text += letter
        document.version += 1
        if generator.random() < 0.3:
            requests.append(
                document.client.send("textDocument/hover", document.at("length"))
            )
    for request in requests:
        response = document.client.response(request)
        assert "result" in response or response["error"]["code"] == -32801, response
    assert document.diagnostics() == []
    assert document.hover("values") == "values: list[int]"


def test_a_request_can_be_cancelled(document, client):
    requests = [
        client.send("textDocument/hover", document.at("length")) for _ in range(20)
    ]
    for request in requests:
        client.notify("$/cancelRequest", {"id": request})
    for request in requests:
        response = client.response(request)
        assert "result" in response or response["error"]["code"] == -32800, response
    assert document.hover("length") == "def length(point: Point) -> int"


def test_wrong_positions_are_no_problem(document, client):
    for line, character in [(0, 10_000), (10_000, 0), (2**31 - 1, 2**31 - 1)]:
        params = {
            "textDocument": {"uri": document.uri},
            "position": {"line": line, "character": character},
        }
        client.request("textDocument/hover", params)
    client.request(
        "textDocument/hover",
        {
            "textDocument": {"uri": "file:///no/such/file.py"},
            "position": {"line": 0, "character": 0},
        },
    )


def large_file(functions: int) -> str:
    """About ten lines per function, each calling the one before."""
    parts = ["def f0(n: int) -> int:\n    return n + 1\n"]
    for number in range(1, functions):
        parts.append(
            f"""
def f{number}(n: int) -> int:
    total = 0
    for i in range(n):
        if i % 2 == 0:
            total += i * {number}
        else:
            total -= i
    return total + f{number - 1}(n)
"""
        )
    return "\n".join(parts) + f"\n\nprint(f{functions - 1}(3))\n"


def test_an_edit_in_a_large_file_runs_few_queries(client, tmp_path):
    text = large_file(520)
    assert text.count("\n") >= 5000
    document = client.open(tmp_path / "large.py", text)
    client.request("pyc/executedQueries", None)
    assert document.diagnostics() == []
    client.request("pyc/executedQueries", None)
    document.edit("total += i * 250\n", "total += i * 9999\n")
    assert document.diagnostics() == []
    executed = client.request("pyc/executedQueries", None)
    assert executed["parse_file"] == 1
    assert executed["infer_query"] <= 2, executed
    assert sum(executed.values()) <= 20, executed
    document.edit("total += i * 9999\n", "total += i * wrong\n")
    assert document.codes() == ["E0201"]
