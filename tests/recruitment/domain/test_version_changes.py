"""What changed from one version to the next."""

from dataclasses import replace

from recruitment.domain.person_specification import Duty
from recruitment.domain.profile_draft import ProfileDraft
from recruitment.domain.rows import Row
from recruitment.domain.version_changes import (
    CriterionChange,
    DutyChange,
    FieldChange,
    Kind,
    compare_versions,
)

OLD = ProfileDraft(
    title="Learning Mentor", grade="Grade 3", duties=(Duty(None, "Run groups"), Duty("Home", "Visit"))
)
ROWS = (
    Row(1, "Experience of working with children", "Experience", "essential", "AI"),
    Row(2, "Knowledge of phonics", "Knowledge", "desirable", "A"),
    Row(3, "ELSA training", "Qualifications", "desirable", "AC"),
)


def test_nothing_changed() -> None:
    changes = compare_versions(OLD, ROWS, OLD, ROWS)

    assert (changes.criteria, changes.fields, changes.duties) == ((), (), ())
    assert changes.same_count == 3


def test_added_removed_and_changed_criteria() -> None:
    changed = replace(ROWS[2], requirement="essential", evidence="C")
    added = Row(4, "Holds a clean driving licence", "Qualifications", "desirable", "C")

    changes = compare_versions(OLD, ROWS, OLD, (ROWS[0], changed, added))

    assert changes.criteria == (
        CriterionChange(Kind.REMOVED, ROWS[1], None),  # where it stood
        CriterionChange(Kind.CHANGED, ROWS[2], changed, ("requirement", "evidence")),
        CriterionChange(Kind.ADDED, None, added),
    )
    counts = (changes.same_count, changes.changed_count, changes.added_count, changes.removed_count)
    assert counts == (1, 1, 1, 1)
    assert [one.requirement_change for one in changes.criteria] == ["", "Desirable → Essential", ""]


def test_a_new_wording_is_a_change_and_an_unlike_one_is_not() -> None:
    reworded = replace(ROWS[0], key=7, text="Experience of working with young children")
    unlike = Row(8, "Sense of fun", "Attributes", "desirable", "I")

    changes = compare_versions(OLD, ROWS[:2], OLD, (reworded, unlike))

    assert [(one.kind, one.fields) for one in changes.criteria] == [
        (Kind.CHANGED, ("text",)),
        (Kind.REMOVED, ()),
        (Kind.ADDED, ()),
    ]


def test_the_same_words_find_each_other_before_similar_ones() -> None:
    old = (
        Row(1, "Knowledge of phonics", "K", "essential", "A"),
        Row(2, "Knowledge of physics", "K", "essential", "A"),
    )
    new = (
        Row(1, "Knowledge of physics", "K", "essential", "A"),
        Row(2, "Knowledge of phonetics", "K", "essential", "A"),
    )

    changes = compare_versions(OLD, old, OLD, new)

    assert changes.criteria == (CriterionChange(Kind.CHANGED, old[0], new[1], ("text",)),)


def test_facts_and_duties() -> None:
    new = replace(
        OLD,
        grade="Grade 4",
        salary="£24,000",
        duties=(Duty(None, "Run groups"), Duty(None, "Lead lunch club")),
    )

    changes = compare_versions(OLD, ROWS, new, ROWS)

    assert changes.fields == (
        FieldChange("grade", "Grade 3", "Grade 4"),
        FieldChange("salary", "", "£24,000"),
    )
    assert [change.label for change in changes.fields] == ["Grade", "Salary"]
    assert changes.every_duty == (
        DutyChange("Run groups", "Run groups"),
        DutyChange("Visit", ""),
        DutyChange("", "Lead lunch club"),
    )
    assert [one.kind for one in changes.every_duty] == [Kind.SAME, Kind.REMOVED, Kind.ADDED]
