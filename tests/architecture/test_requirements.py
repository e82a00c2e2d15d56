"""What is installed is known file by file, and from no address in particular."""

import re
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, name_of

LOCKED = [ROOT / "requirements.txt", ROOT / "requirements-dev.txt"]
ASKED_FOR = [ROOT / "requirements.in", ROOT / "requirements-dev.in"]
ADDRESS = re.compile(r"://|--(?:extra-)?index-url|--find-links|--trusted-host")
PIN = re.compile(r"^(?P<name>[a-z0-9][a-z0-9._-]*)(?:\[[a-z,]+\])?==(?P<version>\S+)", re.I)


def pins(text: str) -> dict[str, str]:
    """Package to version. A package may stand twice, for two kinds of machine."""
    found = (PIN.match(line) for line in text.splitlines())
    return {normal(match["name"]): match["version"] for match in found if match}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def unhashed(text: str) -> list[str]:
    """Pinned packages that no checksum follows."""
    entries = re.split(r"\n(?=[a-z0-9])", text, flags=re.I)
    return [entry.split("==")[0] for entry in entries if PIN.match(entry) and "--hash=sha256:" not in entry]


@pytest.mark.parametrize("path", LOCKED + ASKED_FOR, ids=name_of)
def test_requirements_name_no_host(path: Path) -> None:
    assert ADDRESS.findall(path.read_text()) == []


@pytest.mark.parametrize("path", LOCKED, ids=name_of)
def test_every_package_is_locked_by_its_checksum(path: Path) -> None:
    assert unhashed(path.read_text()) == []


@pytest.mark.parametrize(
    ("asked_for", "locked"), list(zip(ASKED_FOR, LOCKED, strict=True)), ids=["base", "dev"]
)
def test_every_package_asked_for_is_locked(asked_for: Path, locked: Path) -> None:
    names = {
        normal(re.split(r"[\[<>=~! ]", line)[0])
        for line in asked_for.read_text().splitlines()
        if line[:1].isalpha()
    }

    assert names - set(pins(locked.read_text())) == set()


def test_both_files_pin_the_same_versions() -> None:
    base, dev = (pins(path.read_text()) for path in LOCKED)

    assert {
        name: (base[name], dev[name]) for name in base.keys() & dev.keys() if base[name] != dev[name]
    } == {}


def test_unhashed_packages_are_seen() -> None:
    assert unhashed("a==1 \\\n    --hash=sha256:00\nb==2\nc==3 \\\n    --hash=sha256:11\n") == ["b"]
