"""Nothing that reads like unfinished work, and nothing that only one machine would understand."""

import re

import pytest

from tests.architecture.tree import ROOT, list_files, name_of

# Put together from halves, so that this file does not find itself.
MARKERS = (
    "TO" + "DO",
    "FIX" + "ME",
    "X" + "XX",
    "raise Not" + "Implemented",
    "lorem " + "ipsum",
    "Lorem " + "ipsum",
    "pytest.mark." + "skip(",
    "pytest.mark." + "xfail",
)
UNFINISHED = re.compile("|".join(rf"\b{re.escape(marker)}(?!X)" for marker in MARKERS))
OF_ONE_MACHINE = re.compile(r"(^|[^\w.-])/(home|root|work|Users)/\w")

PLACES = (
    "config",
    "core",
    "recruitment",
    "compliance",
    "cpd",
    "overview",
    "tests",
    "docs",
    "scripts",
    "fixtures",
)
ENDINGS = (".py", ".html", ".txt", ".js", ".css", ".md", ".typ", ".json", ".toml", "")


def hits(pattern: re.Pattern[str], text: str) -> list[int]:
    return [number for number, line in enumerate(text.splitlines(), start=1) if pattern.search(line)]


def find_in_tree(pattern: re.Pattern[str]) -> dict[str, list[int]]:
    files = [path for path in list_files(*ENDINGS, inside=PLACES) if path.is_file()]
    files += [
        ROOT / name for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "Makefile", "pyproject.toml")
    ]
    found = {
        name_of(path): hits(pattern, path.read_text(encoding="utf-8", errors="replace")) for path in files
    }
    return {name: lines for name, lines in found.items() if lines}


def test_nothing_is_left_unfinished() -> None:
    assert find_in_tree(UNFINISHED) == {}


def test_no_path_of_one_machine() -> None:
    assert find_in_tree(OF_ONE_MACHINE) == {}


@pytest.mark.parametrize("marker", MARKERS)
def test_markers_are_seen(marker: str) -> None:
    assert hits(UNFINISHED, f"fine\n# {marker}: later") == [2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("open('/home" + "/ann/x')", [1]), ("see /root" + "/notes", [1]), ("api/work/1", []), ("/working/", [])],
)
def test_paths_of_one_machine_are_seen(text: str, expected: list[int]) -> None:
    assert hits(OF_ONE_MACHINE, text) == expected
