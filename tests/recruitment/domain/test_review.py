"""What must be settled before confirming, what may be, and what has been."""

from dataclasses import replace
from datetime import date

import pytest

from recruitment.domain.person_specification import DocumentLine, SourceLine
from recruitment.domain.profile_draft import LONGEST, ProfileDraft
from recruitment.domain.review import (
    Draft,
    Fault,
    ListHead,
    NotReadyError,
    Question,
    Weight,
    list_faults,
    list_questions,
)
from recruitment.domain.row_decisions import accept, mark_trainable
from recruitment.domain.rows import Row, leave_out

TODAY = date(2026, 11, 2)
LATER = date(2027, 11, 2)
PROFILE = ProfileDraft(title="Learning Mentor")
ROWS = (
    Row(1, "Experience of supporting families", "Experience", "essential", "AI"),
    Row(2, "Knowledge of phonics", "Knowledge", "desirable", "A"),
)
READY = Draft(PROFILE, (ListHead("Learning Mentor"),), ROWS)


def with_rows(*rows: Row) -> Draft:
    return replace(READY, rows=rows)


def faults(draft: Draft, review_date: date | None = LATER) -> list[tuple[str, str]]:
    return [(one.field, one.message) for one in list_faults(draft, review_date=review_date, today=TODAY)]


def codes(draft: Draft) -> list[tuple[str, str]]:
    return [(question.code, question.weight.value) for question in list_questions(draft)]


def test_a_draft_with_everything_has_no_faults() -> None:
    assert faults(READY) == []
    assert list_questions(READY) == ()


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"text": "Supporting families | and children"},
            [("row-1-text", "Row 1: choose Split to cut it at the |, or take the | out.")],
        ),
        (
            {"requirement": None},
            [("row-1-requirement", "Row 1: choose essential or desirable.")],
        ),
        (
            {"evidence": ""},
            [("row-1-evidence", "Row 1: choose how it will be assessed, with at least one letter.")],
        ),
        (
            {"text": ""},
            [("row-1-text", "Row 1: type its words, or leave the row out.")],
        ),
        (
            {"section": "x" * 201},
            [("row-1-section", "Row 1: shorten the section to 200 characters or fewer.")],
        ),
        ({"section": "x" * 200}, []),
    ],
)
def test_a_row_must_be_whole(fields: dict[str, object], expected: list[tuple[str, str]]) -> None:
    assert faults(with_rows(replace(ROWS[0], **fields), ROWS[1])) == expected


def test_rows_left_out_may_be_incomplete_and_are_not_counted() -> None:
    rows = (Row(9, "", is_left_out=True), replace(ROWS[0], evidence=""))

    assert [field for field, _ in faults(with_rows(*rows))] == ["row-1-evidence"]
    assert faults(with_rows(*rows))[0][1].startswith("Row 1:")


def test_a_specification_needs_a_criterion() -> None:
    assert faults(with_rows(*leave_out(ROWS, [1, 2]))) == [
        ("add-last", "Add at least one row, or put one back.")
    ]


@pytest.mark.parametrize("title", ["", "   "])
def test_a_post_needs_a_title(title: str) -> None:
    assert faults(replace(READY, profile=ProfileDraft(title=title))) == [
        ("profile-title", "Enter the title of the post.")
    ]


@pytest.mark.parametrize("name", LONGEST)
def test_a_fact_of_the_post_has_a_greatest_length(name: str) -> None:
    most = replace(PROFILE, **{name: "x" * LONGEST[name]})
    more = replace(PROFILE, **{name: "x" * (LONGEST[name] + 1)})

    assert faults(replace(READY, profile=most)) == []
    assert [field for field, _ in faults(replace(READY, profile=more))] == [f"profile-{name}"]


@pytest.mark.parametrize(
    ("review_date", "expected"),
    [
        (None, ["review_date"]),
        (date(2026, 11, 1), ["review_date"]),
        (TODAY, ["review_date"]),
        (date(2026, 11, 3), []),
    ],
)
def test_the_review_date_lies_ahead(review_date: date | None, expected: list[str]) -> None:
    assert [field for field, _ in faults(READY, review_date)] == expected


CONTRADICTION = (
    Row(1, "ELSA qualification or started ELSA training", "Qualifications", "essential", "AC"),
    Row(2, "ELSA training", "Qualifications", "desirable", "AC"),
)


def test_a_contradiction_stands_in_the_way_until_somebody_lets_it_stand() -> None:
    draft = with_rows(*CONTRADICTION)

    assert [field for field, _ in faults(draft)] == ["question-contradiction-1-2"]
    assert faults(with_rows(*accept(CONTRADICTION, "alike", [1, 2]))) == []


def test_a_contradiction_goes_with_one_of_its_rows() -> None:
    assert faults(with_rows(*leave_out(CONTRADICTION, [2]))) == []


def test_a_duplicate_may_stay() -> None:
    rows = tuple(replace(row, requirement="essential") for row in CONTRADICTION)

    assert ("duplicate", "may") in codes(with_rows(*rows))
    assert faults(with_rows(*rows)) == []


def test_two_lists_must_become_one() -> None:
    draft = with_rows(ROWS[0], replace(ROWS[1], group=1, specification=1))

    assert [field for field, _ in faults(draft)] == ["question-two-lists"]
    assert faults(with_rows(ROWS[0], replace(ROWS[1], group=0, specification=1))) == []


def test_missing_requirement_and_evidence_are_questions_and_named_row_by_row() -> None:
    draft = with_rows(replace(ROWS[0], requirement=None, evidence=""), ROWS[1])

    assert codes(draft) == [("no_requirement", "must"), ("no_evidence", "must")]
    assert [field for field, _ in faults(draft)] == ["row-1-requirement", "row-1-evidence"]


EITHER_OR = Row(
    1, "National induction training completed, or a willingness to undertake it", "", "desirable", "A"
)


def test_either_or_wording_is_settled_by_the_mark() -> None:
    assert codes(with_rows(EITHER_OR)) == [("either_or", "may")]
    assert codes(with_rows(*mark_trainable((EITHER_OR,), [1]))) == [("either_or", "settled")]


def test_either_or_wording_says_what_holds_now() -> None:
    open_one = list_questions(with_rows(EITHER_OR))[0]
    settled = list_questions(with_rows(replace(EITHER_OR, is_trainable=True)))[0]

    assert open_one.message.endswith(
        "Mark it as trainable, so that a candidate who is willing to train is not marked down."
    )
    assert settled.message.endswith(
        "It is marked as trainable, so a candidate who is willing to train is not marked down."
    )


def test_compound_wording_comes_with_a_proposal_and_can_be_let_stand() -> None:
    row = Row(1, "Knowledge of phonics and ability to teach early reading", "", "essential", "AI")

    question = list_questions(with_rows(row))[0]

    assert (question.code, question.parts) == (
        "compound",
        ("Knowledge of phonics", "Ability to teach early reading"),
    )
    assert codes(with_rows(*accept((row,), "compound", [1]))) == [("compound", "settled")]


OUTDATED = (
    DocumentLine(2, 7, "Purpose of the post"),
    DocumentLine(2, 8, "Disclosures include details of cautions, reprimands or final warnings."),
)


def test_outdated_wording_points_to_its_line_until_noted() -> None:
    draft = replace(READY, lines=OUTDATED)

    question = list_questions(draft)[0]

    assert (question.code, question.source, question.weight) == (
        "outdated_disclosure",
        SourceLine(2, 8),
        Weight.MAY,
    )
    assert question.anchor == "question-outdated-disclosure-2-8"
    assert codes(replace(draft, noted=("2-8",))) == [("outdated_disclosure", "settled")]
    assert faults(draft) == []


def test_questions_come_in_the_order_of_their_weight() -> None:
    draft = replace(
        with_rows(replace(EITHER_OR, is_trainable=True), Row(2, "Enthusiastic", "", None, "I")),
        lines=OUTDATED,
    )

    assert [weight for _, weight in codes(draft)] == ["must", "may", "may", "settled"]


def test_an_anchor_names_no_more_than_two_rows() -> None:
    assert Question("no_evidence", "", Weight.MUST, (1, 2, 3)).anchor == "question-no-evidence"
    assert Question("duplicate", "", Weight.MAY, (1, 2)).anchor == "question-duplicate-1-2"


@pytest.mark.parametrize(
    ("count", "start"), [(1, "One thing is still to settle:"), (2, "2 things are still to settle:")]
)
def test_not_ready_says_how_much_is_left_and_where_to_begin(count: int, start: str) -> None:
    error = NotReadyError(tuple(Fault(f"f{number}", "Mend this.") for number in range(count)))

    assert (error.code, error.field, error.message) == ("not_ready", "f0", f"{start} Mend this.")
