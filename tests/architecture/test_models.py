"""Models hold facts: nothing happens on saving, and no order is taken for granted."""

import ast

import pytest
from django.apps import apps
from django.db import models

from tests.architecture.tree import APPS, list_modules, name_of, parse

OVERRIDES = ("save", "delete", "bulk_create", "bulk_update")


def list_models() -> list[type[models.Model]]:
    return [model for app in APPS for model in apps.get_app_config(app).get_models()]


def own_overrides(tree: ast.AST) -> list[str]:
    """Writing methods that a class of a models module defines for itself."""
    return [
        f"{node.name}.{item.name}"
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        for item in node.body
        if isinstance(item, ast.FunctionDef) and item.name in OVERRIDES
    ]


def test_no_model_is_ordered_by_itself() -> None:
    ordered = [model._meta.label for model in list_models() if model._meta.ordering and not is_history(model)]

    assert ordered == []


def is_history(model: type[models.Model]) -> bool:
    return hasattr(model, "instance_type")


def test_no_model_acts_on_saving() -> None:
    found = {name_of(path): own_overrides(parse(path)) for path in list_modules("models")}

    assert {name: overrides for name, overrides in found.items() if overrides} == {}


def test_every_model_says_what_a_row_is() -> None:
    silent = [
        model._meta.label
        for model in list_models()
        if not is_history(model) and model.__str__ is models.Model.__str__
    ]

    assert silent == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("class A:\n def save(self): ...", ["A.save"]),
        ("class A:\n def delete(self): ...", ["A.delete"]),
        ("class A:\n def saved(self): ...", []),
        ("def save(): ...", []),
    ],
)
def test_own_overrides_are_seen(source: str, expected: list[str]) -> None:
    assert own_overrides(ast.parse(source)) == expected
