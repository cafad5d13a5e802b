"""A client of the language server protocol over the standard input and output of a process."""

import json
import queue
import subprocess
import threading
from pathlib import Path

TIMEOUT = 60


class Client:
    """Talks to one server. Requests are sent without waiting, so that tests can send several at once."""

    def __init__(self, command: list[str]) -> None:
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self.next_id = 0
        self.responses: dict[int, dict] = {}
        self.diagnostics: dict[str, dict] = {}
        self.messages: queue.Queue = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def __enter__(self) -> "Client":
        self.request(
            "initialize", {"processId": None, "rootUri": None, "capabilities": {}}
        )
        self.notify("initialized", {})
        return self

    def __exit__(self, *_: object) -> None:
        try:
            self.request("shutdown", None)
            self.notify("exit", None)
            self.process.wait(TIMEOUT)
        finally:
            self.process.kill()
            self.process.wait()

    # Messages.

    def _read(self) -> None:
        stream = self.process.stdout
        while True:
            length = None
            while (line := stream.readline()) not in (b"\r\n", b""):
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
            if length is None:
                self.messages.put(None)
                return
            self.messages.put(json.loads(stream.read(length)))

    def _write(self, message: dict) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def _handle_next(self) -> None:
        message = self.messages.get(timeout=TIMEOUT)
        assert message is not None, "the server has ended"
        if message.get("method") == "textDocument/publishDiagnostics":
            self.diagnostics[message["params"]["uri"]] = message["params"]
        elif "id" in message and "method" not in message:
            self.responses[message["id"]] = message

    def notify(self, method: str, params: object) -> None:
        self._write(
            {"method": method, "params": params}
            if params is not None
            else {"method": method}
        )

    def send(self, method: str, params: object) -> int:
        self.next_id += 1
        message = {"id": self.next_id, "method": method}
        self._write({**message, "params": params} if params is not None else message)
        return self.next_id

    def response(self, request: int) -> dict:
        while request not in self.responses:
            self._handle_next()
        return self.responses.pop(request)

    def request(self, method: str, params: object) -> object:
        response = self.response(self.send(method, params))
        assert "error" not in response, response
        return response.get("result")

    # Documents.

    def open(self, path: Path, text: str) -> "Document":
        return Document(self, path, text)

    def wait_for_diagnostics(self, uri: str, version: int) -> list[dict]:
        """What the server says of this version of a document."""
        while self.diagnostics.get(uri, {}).get("version", -1) < version:
            self._handle_next()
        return self.diagnostics[uri]["diagnostics"]


class Document:
    """An open document. Places are given as a piece of its text and, if it occurs several times, its number."""

    def __init__(self, client: Client, path: Path, text: str) -> None:
        self.client = client
        self.uri = path.as_uri()
        self.version = 1
        self.text = text
        item = {"uri": self.uri, "languageId": "python", "version": 1, "text": text}
        client.notify("textDocument/didOpen", {"textDocument": item})

    def position(self, offset: int) -> dict:
        before = self.text[:offset]
        line_start = before.rfind("\n") + 1
        return {
            "line": before.count("\n"),
            "character": len(before[line_start:].encode("utf-16-le")) // 2,
        }

    def offset(self, piece: str, number: int = 0) -> int:
        at = self.text.index(piece)
        for _ in range(number):
            at = self.text.index(piece, at + 1)
        return at

    def edit(self, old: str, new: str, number: int = 0) -> None:
        """Sends one change without waiting."""
        start = self.offset(old, number)
        change = {
            "range": {
                "start": self.position(start),
                "end": self.position(start + len(old)),
            },
            "text": new,
        }
        self.text = self.text[:start] + new + self.text[start + len(old) :]
        self.version += 1
        self.client.notify(
            "textDocument/didChange",
            {
                "textDocument": {"uri": self.uri, "version": self.version},
                "contentChanges": [change],
            },
        )

    def diagnostics(self) -> list[dict]:
        return self.client.wait_for_diagnostics(self.uri, self.version)

    def codes(self) -> list[str]:
        return [diagnostic["code"] for diagnostic in self.diagnostics()]

    def at(self, piece: str, number: int = 0) -> dict:
        """The parameters of a request for a place: the middle of a piece of text."""
        offset = self.offset(piece, number) + len(piece) // 2
        return {"textDocument": {"uri": self.uri}, "position": self.position(offset)}

    def hover(self, piece: str, number: int = 0) -> str | None:
        result = self.client.request("textDocument/hover", self.at(piece, number))
        return result and result["contents"]["value"].removeprefix(
            "```python\n"
        ).removesuffix("\n```")

    def definition(self, piece: str, number: int = 0) -> tuple[str, dict] | None:
        result = self.client.request("textDocument/definition", self.at(piece, number))
        return result and (result["uri"], result["range"]["start"])
