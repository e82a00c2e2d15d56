"""Foreign keys obey the order of the apps; a name in a string would hide one from the import checker."""

import pytest
from django.apps import apps
from django.db.models import Field, Model

from tests.architecture.tree import APPS


def is_against_the_order(app: str, other: str) -> bool:
    """Whether a table of ``app`` must not point at one of ``other``; tables of Django lie below all."""
    return other in APPS and APPS.index(other) > APPS.index(app)


def list_relations() -> list[tuple[type[Model], Field]]:
    models = [
        model for app in APPS for model in apps.get_app_config(app).get_models(include_auto_created=True)
    ]
    return [
        (model, field) for model in models for field in model._meta.get_fields() if is_declared_here(field)
    ]


def is_declared_here(field: Field) -> bool:
    return bool(field.is_relation and not field.auto_created and field.related_model)


def test_foreign_keys_follow_the_order_of_the_apps() -> None:
    wrong = [
        f"{model._meta.label}.{field.name} → {field.related_model._meta.label}"
        for model, field in list_relations()
        if is_against_the_order(model._meta.app_label, field.related_model._meta.app_label)
    ]

    assert wrong == []


def test_relations_are_found_at_all() -> None:
    labels = {f"{model._meta.label}.{field.name}" for model, field in list_relations()}

    assert "core.School.trust" in labels


@pytest.mark.parametrize(
    ("app", "other", "expected"),
    [
        ("core", "recruitment", True),
        ("recruitment", "compliance", True),
        ("recruitment", "recruitment", False),
        ("recruitment", "core", False),
        ("core", "contenttypes", False),
    ],
)
def test_order_of_two_apps(app: str, other: str, expected: bool) -> None:
    assert is_against_the_order(app, other) is expected
