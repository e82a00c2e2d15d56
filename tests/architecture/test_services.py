"""Services are called by name, not by signals; they are told who acts and when, and say what they do."""

import ast

import pytest

from tests.architecture.tree import dotted, list_files, list_modules, name_of, parse

SIGNAL_NAMES = {"receiver", "Signal", "pre_save", "post_save", "pre_delete", "post_delete", "m2m_changed"}


def signal_uses(tree: ast.AST) -> list[str]:
    """Receivers and signals of rows. Those of a request or of signing in are the framework's own doors."""
    imported = [
        f"line {node.lineno}: {name.name}"
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        and (node.module or "").split(".")[0] == "django"
        and (node.module or "").endswith(("dispatch", "signals"))
        for name in node.names
        if name.name in SIGNAL_NAMES
    ]
    attributes = [
        f"line {node.lineno}: {dotted(node)}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and dotted(node.value).endswith("signals")
        and node.attr in SIGNAL_NAMES
    ]
    return imported + attributes


def public_functions(tree: ast.Module) -> list[ast.FunctionDef]:
    return [node for node in tree.body if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")]


def undocumented(tree: ast.Module) -> list[str]:
    return [function.name for function in public_functions(tree) if not ast.get_docstring(function)]


def positional_actors(tree: ast.Module) -> list[str]:
    """Services whose ``by`` or ``now`` may be given by its place: a swap of two people would go unseen."""
    return [
        function.name
        for function in public_functions(tree)
        if {"by", "now"} & {argument.arg for argument in function.args.posonlyargs + function.args.args}
    ]


def test_no_signals_between_apps() -> None:
    found = {name_of(path): signal_uses(parse(path)) for path in list_files(".py")}

    assert {name: uses for name, uses in found.items() if uses} == {}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("from django.dispatch import receiver", ["line 1: receiver"]),
        ("from django.db.models.signals import post_save", ["line 1: post_save"]),
        ("from django.db.models import signals\nsignals.post_save.connect(f)", ["line 2: signals.post_save"]),
        ("from recruitment.domain.radio import receiver", []),
    ],
)
def test_signal_uses_are_seen(source: str, expected: list[str]) -> None:
    assert signal_uses(ast.parse(source)) == expected


@pytest.mark.parametrize("layer", ["domain", "services"])
def test_public_functions_say_what_they_decide(layer: str) -> None:
    found = {name_of(path): undocumented(parse(path)) for path in list_modules(layer)}

    assert {name: functions for name, functions in found.items() if functions} == {}


def test_services_are_told_by_keyword_who_acts_and_when() -> None:
    found = {name_of(path): positional_actors(parse(path)) for path in list_modules("services")}

    assert {name: functions for name, functions in found.items() if functions} == {}


def test_undocumented_functions_are_seen() -> None:
    planted = ast.parse('def a(): pass\ndef b():\n "Says."\ndef _c(): pass\nclass D:\n def e(self): pass')

    assert undocumented(planted) == ["a"]


def test_positional_actors_are_seen() -> None:
    source = "def a(row, by): ...\ndef b(row, *, by, now): ...\ndef c(now, *, by): ...\ndef _d(by): ..."

    assert positional_actors(ast.parse(source)) == ["a", "c"]
