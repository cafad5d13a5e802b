"""Runs what the documentation shows.

- `docs/errors/CODE.md`: the example must give exactly that code, the fixed version none. A page may show several files: a comment line
  `# file: NAME` starts one, and the last is checked, by `pyc check` or by the command that the page names (`<!-- command: COMMAND -->`). A page that names a test (`<!-- test: PATH -->`) is tested there instead; one for which no program is known says why
  (`<!-- no example: WHY -->`).
- A block ```python module=NAME is made an extension module; the next block ```python use=NAME is run by the CPython of .venv, which imports it.
- Blocks ```python run of README.md and below docs/ are run by pyc; a block ```output right behind one is what it prints.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv" / "bin"
BLOCK = re.compile(r"^```(\w+)[ ]*([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"^# file: (\S+)$", re.MULTILINE)
COMMAND = re.compile(r"<!-- command: ([^>]*) -->")
TEST = re.compile(r"<!-- test: (\S+) -->")
NO_EXAMPLE = re.compile(r"<!-- no example: \S[^>]* -->")
TIMEOUT = 300


def write_files(folder: Path, source: str) -> Path:
    """Writes the files that a block shows; gives the last, in which the program starts."""
    parts = FILE.split(source)
    if len(parts) == 1:
        parts = ["", "main.py", source]
    path = folder
    for name, text in zip(parts[1::2], parts[2::2]):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return path


def codes(pyc: str, command: list[str], source: str) -> tuple[list[str], str]:
    """The codes of the errors and warnings that a command of pyc gives, and its messages."""
    with tempfile.TemporaryDirectory(prefix="pyc-docs-") as folder:
        main = write_files(Path(folder), source)
        done = subprocess.run(
            [pyc, *command, "--message-format", "json", str(main)],
            capture_output=True,
            text=True,
            timeout=TIMEOUT,
            check=False,
        )
        found = [json.loads(line) for line in done.stderr.splitlines() if line.startswith("{")]
        errors = [message["code"] for message in found if message["severity"] == "error"]
        if done.returncode not in (0, 1, 2) or (done.returncode != 0) != bool(errors):
            return [f"exit code {done.returncode}"], done.stderr
        return [message["code"] for message in found if message["severity"] in ("error", "warning")], done.stderr


def check_page(pyc: str, page: Path) -> str:
    text = page.read_text("utf-8")
    code = page.stem
    if named := TEST.search(text):
        return "" if (ROOT / named[1]).is_file() else f"the test {named[1]} does not exist"
    if NO_EXAMPLE.search(text):
        return ""
    blocks = [match[3] for match in BLOCK.finditer(text) if match[1] == "python"]
    if len(blocks) < 2:
        return "shows no example with its fixed version"
    named = COMMAND.search(text)
    command = named[1].split() if named else ["check"]
    found, messages = codes(pyc, command, blocks[0])
    if set(found) != {code}:
        return f"the example gives {', '.join(found) or 'no error'}\n{messages}"
    found, messages = codes(pyc, command, blocks[-1])
    if "<!-- fixed is not compiled yet -->" in text:
        found = [found_code for found_code in found if found_code != "E0501"]
    return f"the fixed version gives {', '.join(found)}\n{messages}" if found else ""


def run_snippet(pyc: str, source: str, expected: str | None) -> str:
    with tempfile.TemporaryDirectory(prefix="pyc-docs-") as folder:
        main = write_files(Path(folder), source)
        done = subprocess.run(
            [pyc, "run", "--no-cache", str(main)],
            capture_output=True,
            text=True,
            timeout=TIMEOUT,
            check=False,
        )
        if done.returncode != 0:
            return f"exit code {done.returncode}\n{done.stderr}"
        if expected is not None and done.stdout != expected:
            return f"prints\n{done.stdout}instead of\n{expected}"
        return ""


def use_module(pyc: str, name: str, module: str, source: str, expected: str) -> str:
    with tempfile.TemporaryDirectory(prefix="pyc-docs-") as folder:
        path = Path(folder, f"{name}.py")
        path.write_text(module, "utf-8")
        for command in (
            [pyc, "build", "--python", str(path)],
            [str(VENV / "python"), "-c", source],
        ):
            done = subprocess.run(
                command,
                cwd=folder,
                capture_output=True,
                text=True,
                timeout=TIMEOUT,
                check=False,
            )
            if done.returncode != 0 or done.stderr:
                return f"exit code {done.returncode}\n{done.stderr}"
        return "" if done.stdout == expected else f"prints\n{done.stdout}instead of\n{expected}"


def modules() -> Iterator[tuple[str, str, str, str, str]]:
    """The blocks that CPython runs, with a name, the module that they use, and the expected output."""
    for path in sorted((ROOT / "docs").rglob("*.md")):
        text = path.read_text("utf-8")
        found: dict[str, str] = {}
        for match in BLOCK.finditer(text):
            kind, _, name = match[2].strip().partition("=")
            if match[1] == "python" and kind == "module":
                found[name] = match[3]
            elif match[1] == "python" and kind == "use":
                following = BLOCK.match(text, match.end() + 2)
                expected = following[3] if following and following[1] == "output" else "no output is shown"
                yield (
                    f"{path.relative_to(ROOT)}: {name}",
                    name,
                    found[name],
                    match[3],
                    expected,
                )


def snippets() -> Iterator[tuple[str, str, str | None]]:
    """The blocks to run, with a name and the expected output."""
    for path in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]:
        text = path.read_text("utf-8")
        for match in BLOCK.finditer(text):
            if match[1] == "python" and match[2].strip() == "run":
                line = text.count("\n", 0, match.start()) + 1
                following = BLOCK.match(text, match.end() + 2)
                expected = following[3] if following and following[1] == "output" else None
                yield f"{path.relative_to(ROOT)}:{line}", match[3], expected


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pyc", required=True, help="the compiler to test")
    options = parser.parse_args()
    work = []
    for page in sorted((ROOT / "docs/errors").glob("E*.md")):
        work.append(
            (
                str(page.relative_to(ROOT)),
                lambda page=page: check_page(options.pyc, page),
            )
        )
    for name, source, expected in snippets():
        work.append(
            (
                name,
                lambda source=source, expected=expected: run_snippet(options.pyc, source, expected),
            )
        )
    for title, name, module, source, expected in modules():
        work.append(
            (
                title,
                lambda name=name, module=module, source=source, expected=expected: use_module(options.pyc, name, module, source, expected),
            )
        )
    failed = 0
    with ThreadPoolExecutor(2) as pool:
        for (name, _), failure in zip(work, pool.map(lambda item: item[1](), work)):
            if failure:
                failed += 1
                print(f"FAILED {name}: {failure.rstrip()}", flush=True)
    print(f"{len(work) - failed} passed, {failed} failed")
    return 1 if failed or not work else 0


if __name__ == "__main__":
    sys.exit(main())
