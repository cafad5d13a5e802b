"""Builds the modules of `modules/` with `pyc build --python`; the environment's PYC is the compiler."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SOURCES = Path(__file__).parent / "modules"
PYC = os.environ.get("PYC", "pyc")
TIMEOUT = 300


def build(source: Path, *options: str) -> subprocess.CompletedProcess:
    """Runs the compiler on a module."""
    command = [PYC, "build", "--python", *options, str(source)]
    return subprocess.run(command, capture_output=True, text=True, timeout=TIMEOUT, check=False)


@pytest.fixture(scope="session")
def built(tmp_path_factory) -> Path:
    """The folder with the extension modules, without their sources."""
    sources = tmp_path_factory.mktemp("sources")
    made = tmp_path_factory.mktemp("built")
    shutil.copytree(SOURCES, sources, dirs_exist_ok=True)
    for source in sorted(sources.glob("*.py")):
        done = build(source)
        assert done.returncode == 0, done.stderr
        assert done.stderr == "", done.stderr
        shutil.move(source.with_suffix(".abi3.so"), made)
    return made


def load(name: str, path: Path):
    """Imports a module from a file, under its own name and without leaving it in `sys.modules`."""
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def arrays(built):
    return load("arrays", built / "arrays.abi3.so")


@pytest.fixture(scope="session")
def values(built):
    return load("values", built / "values.abi3.so")


@pytest.fixture(scope="session")
def plain():
    """The module `values` as CPython runs its source."""
    return load("values", SOURCES / "values.py")


@pytest.fixture
def python(built):
    """Runs a program in a fresh CPython that finds the extension modules; gives what it prints."""

    def run(program: str, status: int = 0) -> str:
        environment = dict(os.environ, PYTHONPATH=str(built))
        done = subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            text=True,
            timeout=TIMEOUT,
            check=False,
            env=environment,
        )
        assert done.returncode == status, done.stderr
        return done.stdout + done.stderr

    return run
