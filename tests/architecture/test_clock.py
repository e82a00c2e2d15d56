"""No clock below the edge: views, API, commands and tasks read it once and pass it down."""

import ast

import pytest

from tests.architecture.tree import dotted, list_modules, name_of, parse

LAYERS = ("domain", "models", "readers", "selectors", "services", "exports")
CLOCKS = {"now", "today", "utcnow", "time", "time_ns", "monotonic", "perf_counter"}
CONVERTERS = {"localtime", "localdate"}  # clocks only where they are given no moment to convert
OWNERS = {"timezone", "datetime", "date", "time", "datetime.datetime", "datetime.date"}
CLOCK_MODULES = {"time", "django.utils.timezone"}


def clock_reads(tree: ast.AST) -> list[str]:
    """Every mention of a clock, called or handed on (``default=timezone.now``), and every import of one."""
    reads = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in CLOCKS and dotted(node.value) in OWNERS:
            reads.append(f"line {node.lineno}: {dotted(node)}")
        elif isinstance(node, ast.ImportFrom) and node.module in CLOCK_MODULES:
            reads += [f"line {node.lineno}: {name.name}" for name in node.names if name.name in CLOCKS]
        elif isinstance(node, ast.Call) and is_clock_call(node):
            reads.append(f"line {node.lineno}: {dotted(node.func)}()")
    return sorted(reads)


def is_clock_call(call: ast.Call) -> bool:
    name = dotted(call.func).rpartition(".")[2]
    return name == "Now" or (name in CONVERTERS and not call.args and not call.keywords)


def test_no_clock_below_the_edge() -> None:
    found = {name_of(path): clock_reads(parse(path)) for path in list_modules(*LAYERS)}

    assert {name: reads for name, reads in found.items() if reads} == {}


@pytest.mark.parametrize(
    "source",
    [
        "timezone.now()",
        "Field(default=timezone.now)",
        "date.today()",
        "datetime.now(tz=UTC)",
        "datetime.datetime.now()",
        "timezone.localdate()",
        "localtime()",
        "time.monotonic()",
        "from django.utils.timezone import now",
        "filter(end__lt=Now())",
    ],
)
def test_clock_reads_are_seen(source: str) -> None:
    assert len(clock_reads(ast.parse(source))) == 1


@pytest.mark.parametrize(
    "source",
    [
        "now",
        "value.today",
        "sheet.time()",
        "from django.utils import timezone",
        "f(now=now)",
        "localtime(at)",
    ],
)
def test_other_names_are_no_clock(source: str) -> None:
    assert clock_reads(ast.parse(source)) == []
