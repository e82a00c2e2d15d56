"""Every field of every table is classified, and every table has a retention key."""

import pytest
from django.apps import apps
from django.db import models

from tests.architecture.tree import APPS

CLASSES = ("plain", "personal", "special_category", "criminal_offence")


def list_models() -> list[type[models.Model]]:
    """Our tables. A history table repeats its base's fields and is covered by it."""
    ours = [model for app in APPS for model in apps.get_app_config(app).get_models()]
    return [model for model in ours if not hasattr(model, "instance_type")]


def classification_faults(model: type[models.Model]) -> list[str]:
    declared = model.__dict__.get("DataProtection")
    if declared is None:
        return ["has no DataProtection class"]
    named = [name for group in CLASSES for name in getattr(declared, group, ())]
    concrete = {field.name for field in model._meta.concrete_fields if field.name != "id"}
    faults = [] if getattr(declared, "retention", "") else ["names no retention"]
    faults += [f"does not classify {name}" for name in sorted(concrete - set(named))]
    faults += [f"classifies {name}, which is no field" for name in sorted(set(named) - concrete)]
    faults += [
        f"classifies {name} twice" for name in sorted({name for name in named if named.count(name) > 1})
    ]
    unknown = {name for name in vars(declared) if not name.startswith("__")} - {*CLASSES, "retention"}
    return faults + [f"has the unknown class {name}" for name in sorted(unknown)]


@pytest.mark.parametrize("model", list_models(), ids=lambda model: model._meta.label)
def test_every_field_is_classified(model: type[models.Model]) -> None:
    assert classification_faults(model) == []


def test_history_tables_hold_no_field_their_base_does_not_classify() -> None:
    """What history adds to a row says who changed it, when and why; it adds nothing about the person."""
    histories = [
        model
        for app in APPS
        for model in apps.get_app_config(app).get_models()
        if hasattr(model, "instance_type")
    ]
    added = {
        field.name
        for model in histories
        for field in model._meta.concrete_fields
        if field.name not in {own.name for own in model.instance_type._meta.concrete_fields}
    }

    assert {name for name in added if not name.startswith("history_")} == set()


def planted_model(**protection: object) -> type[models.Model]:
    """A table with a name and a birth date that never reaches the registry of apps."""

    class Planted:
        _meta = type(
            "Meta",
            (),
            {"concrete_fields": [models.TextField(name="name"), models.DateField(name="birth_date")]},
        )

    if protection:
        Planted.DataProtection = type("DataProtection", (), protection)  # type: ignore[attr-defined]
    return Planted  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("protection", "expected"),
    [
        ({"retention": "r", "personal": ("name", "birth_date")}, []),
        ({}, ["has no DataProtection class"]),
        ({"retention": "r", "personal": ("name",)}, ["does not classify birth_date"]),
        ({"personal": ("name", "birth_date")}, ["names no retention"]),
        (
            {"retention": "r", "personal": ("name", "birth_date"), "plain": ("name", "sex")},
            ["classifies sex, which is no field", "classifies name twice"],
        ),
        (
            {"retention": "r", "personal": ("name", "birth_date"), "secret": ()},
            ["has the unknown class secret"],
        ),
    ],
)
def test_classification_faults_are_seen(protection: dict[str, object], expected: list[str]) -> None:
    assert classification_faults(planted_model(**protection)) == expected
