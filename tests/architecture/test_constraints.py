"""If a row must never exist, the database says so, not only a form."""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import models
from django.db.models import CheckConstraint, Q

from tests.architecture.tree import APPS


def list_models() -> list[type[models.Model]]:
    """Our tables; a history table repeats rows that were checked when they were written."""
    ours = [model for app in APPS for model in apps.get_app_config(app).get_models()]
    return [model for model in ours if not hasattr(model, "instance_type")]


def names_in(condition: object) -> Iterator[str]:
    """The fields a condition speaks of, without their look-ups."""
    for child in getattr(condition, "children", []):
        if isinstance(child, Q):
            yield from names_in(child)
        elif isinstance(child, tuple):
            yield child[0].split("__")[0]


def checked_together(constraints: list[models.BaseConstraint]) -> list[set[str]]:
    return [set(names_in(each.condition)) for each in constraints if isinstance(each, CheckConstraint)]


def unpaired(nullable: set[str], checks: list[set[str]]) -> list[str]:
    """Words whose moment and person could be set one without the other."""
    words = {name.removesuffix("_at") for name in nullable if name.endswith("_at")}
    return sorted(
        word
        for word in words
        if f"{word}_by" in nullable and not any({f"{word}_at", f"{word}_by"} <= names for names in checks)
    )


@pytest.mark.parametrize("model", list_models(), ids=lambda model: model._meta.label)
def test_a_moment_and_its_person_come_together(model: type[models.Model]) -> None:
    nullable = {field.name for field in model._meta.concrete_fields if field.null}

    assert unpaired(nullable, checked_together(model._meta.constraints)) == []


@pytest.mark.parametrize("model", list_models(), ids=lambda model: model._meta.label)
def test_a_choice_is_one_of_its_choices(model: type[models.Model]) -> None:
    choices = {field.name for field in model._meta.concrete_fields if field.choices}
    checked = set().union(*checked_together(model._meta.constraints))

    assert sorted(choices - checked) == []


def test_unpaired_words_are_seen() -> None:
    nullable = {"sent_at", "sent_by", "seen_at", "seen_by", "left_at"}

    assert unpaired(nullable, [{"sent_at", "sent_by", "status"}, {"seen_at"}]) == ["seen"]


def test_names_in_looks_inside_nested_conditions() -> None:
    assert set(names_in(Q(a=1) | (Q(b__isnull=True) & ~Q(c__in=[1])))) == {"a", "b", "c"}
