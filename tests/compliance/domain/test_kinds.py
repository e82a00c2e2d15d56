"""Everybody stands under one tab and no more."""

from collections import Counter

from compliance.domain.categories import WorkerCategory
from compliance.domain.kinds import KIND_CATEGORIES, KIND_LABELS, PersonKind


def test_each_category_stands_under_one_tab() -> None:
    counted = Counter(category for some in KIND_CATEGORIES.values() for category in some)

    assert counted == dict.fromkeys(WorkerCategory, 1)


def test_each_tab_has_a_name() -> None:
    assert (set(KIND_LABELS), set(KIND_CATEGORIES)) == (set(PersonKind), set(PersonKind))
