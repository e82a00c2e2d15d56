"""Other people's files in our tree: each with version, licence and checksum in a VENDORED.md beside it."""

import hashlib
import re
from pathlib import Path

import pytest

from tests.architecture.tree import APPS, ROOT, name_of

REGISTER = "VENDORED.md"
FOLDERS = ("vendor", "fonts")
LOOKS_VENDORED = re.compile(r"\.min\.(js|css)$|\.(woff2?|ttf|otf)$")
CHECKSUM = re.compile(r"\b[0-9a-f]{64}\b")
KNOWN_LICENCES = ("MIT", "Apache-2.0", "BSD", "0BSD", "ISC", "OFL-1.1", "CC0-1.0", "CC-BY-4.0")


def list_tree() -> list[Path]:
    places = (*APPS, "fixtures")
    return sorted(path for place in places for path in (ROOT / place).rglob("*") if path.is_file())


def list_vendored() -> list[Path]:
    """Files under a folder for other people's files, and those that look like theirs wherever they lie."""
    return [
        path
        for path in list_tree()
        if path.name != REGISTER and (set(FOLDERS) & set(path.parts) or LOOKS_VENDORED.search(path.name))
    ]


def list_registers() -> list[Path]:
    return [path for path in list_tree() if path.name == REGISTER]


def register_of(path: Path) -> Path | None:
    """The nearest register in the file's folder or above it."""
    for folder in path.relative_to(ROOT).parents:
        if (ROOT / folder / REGISTER).is_file():
            return ROOT / folder / REGISTER
    return None


def line_for(path: Path, register: str) -> str:
    """The line that names the file by its checksum; empty where none does."""
    checksum = hashlib.sha256(path.read_bytes()).hexdigest()
    return next((line for line in register.splitlines() if checksum in line and path.name in line), "")


@pytest.mark.parametrize("path", list_vendored(), ids=name_of)
def test_a_vendored_file_is_the_one_registered(path: Path) -> None:
    register = register_of(path)

    assert register is not None
    assert line_for(path, register.read_text()) != ""


@pytest.mark.parametrize("register", list_registers(), ids=name_of)
def test_a_register_names_no_file_that_is_gone(register: Path) -> None:
    kept = {hashlib.sha256(path.read_bytes()).hexdigest() for path in list_vendored()}

    assert set(CHECKSUM.findall(register.read_text())) - kept == set()


@pytest.mark.parametrize("register", list_registers(), ids=name_of)
def test_a_register_states_known_licences(register: Path) -> None:
    rows = [line for line in register.read_text().splitlines() if CHECKSUM.search(line)]

    assert [row for row in rows if not any(licence in row for licence in KNOWN_LICENCES)] == []


def test_line_for_needs_name_and_checksum(tmp_path: Path) -> None:
    path = tmp_path / "a.min.js"
    path.write_text("go()")
    checksum = hashlib.sha256(b"go()").hexdigest()

    assert line_for(path, f"| a.min.js | 1.0 | MIT | {checksum} |") != ""
    assert line_for(path, f"| b.min.js | 1.0 | MIT | {checksum} |") == ""
    assert line_for(path, f"| a.min.js | 1.0 | MIT | {'0' * 64} |") == ""
