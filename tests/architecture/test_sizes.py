"""Small modules and small functions, each named for what it does."""

import ast

import pytest

from tests.architecture.tree import ROOT, functions_in, list_files, name_of, parse

LINES_IN_A_MODULE = 400
LINES_IN_A_FUNCTION = 60
NAMES_THAT_SAY_NOTHING = {"helper", "helpers", "util", "utils", "misc", "common"}

EVERY_MODULE = list_files(
    ".py", inside=("config", "core", "recruitment", "compliance", "cpd", "overview", "tests")
)


def long_functions(tree: ast.AST, limit: int = LINES_IN_A_FUNCTION) -> list[str]:
    return [
        f"{function.name}: {function.end_lineno - function.lineno + 1} lines"
        for function in functions_in(tree)
        if function.end_lineno is not None and function.end_lineno - function.lineno + 1 > limit
    ]


def test_modules_stay_short() -> None:
    lengths = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in EVERY_MODULE}

    assert {name: lines for name, lines in lengths.items() if lines > LINES_IN_A_MODULE} == {}


def test_functions_stay_short() -> None:
    found = {name_of(path): long_functions(parse(path)) for path in EVERY_MODULE}

    assert {name: functions for name, functions in found.items() if functions} == {}


@pytest.mark.parametrize(("lines", "expected"), [(60, []), (61, ["f: 61 lines"])])
def test_long_functions_counts_the_whole_function(lines: int, expected: list[str]) -> None:
    planted = ast.parse("def f():\n" + "    x = 1\n" * (lines - 1))

    assert long_functions(planted) == expected


def test_modules_are_named_for_what_they_do() -> None:
    assert [name_of(path) for path in EVERY_MODULE if path.stem in NAMES_THAT_SAY_NOTHING] == []


def test_the_tree_is_read_at_all() -> None:
    assert ROOT / "core" / "domain" / "permissions.py" in EVERY_MODULE


def test_functions_in_finds_nested_ones() -> None:
    assert [
        f.name for f in functions_in(ast.parse("def a():\n def b(): ...\nclass C:\n def d(self): ..."))
    ] == [
        "a",
        "b",
        "d",
    ]
