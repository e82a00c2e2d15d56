"""Remarks let stand with a reason, and looked at again."""

from dataclasses import replace

import pytest

from recruitment.domain.linter.dismissals import LONGEST_REASON, Dismissal
from recruitment.domain.person_specification import DocumentLine
from recruitment.domain.profile_draft import ProfileDraft
from recruitment.domain.review import Answers, Draft, ListHead, Weight, list_questions
from recruitment.domain.review_edit import Press, edit_draft
from recruitment.domain.review_storage import draft_from_json, draft_to_json
from recruitment.domain.rows import Correction, Row

DRAFT = Draft(
    ProfileDraft(title="Caretaker"),
    (ListHead("Caretaker"),),
    (
        Row(1, "Car owner", "Other", "essential", "A", line=2),
        Row(2, "Knows simple repairs", "Skills", "desirable", "I"),
    ),
    lines=(DocumentLine(None, 1, "A CRB check is made"), DocumentLine(None, 2, "Car owner")),
)
ANCHOR = "question-driving-demand-1"
REASON = "The three sites have no bus between them"


def how_it_stands(draft: Draft) -> list[tuple[str, str, str]]:
    return [(one.code, one.weight.value, one.noticed.reason) for one in list_questions(draft) if one.noticed]


def press(draft: Draft, action: str, reason: str = "", anchor: str = ANCHOR) -> tuple[Draft, str | None]:
    edited = edit_draft(draft, Press(action=action, answers=Answers(reasons=((anchor, reason),))))
    return edited.draft, edited.error.code if edited.error else None


def test_remarks_are_about_rows_and_about_lines_that_are_no_rows() -> None:
    assert how_it_stands(DRAFT) == [("driving_demand", "may", ""), ("dated_crb", "may", "")]
    assert [one.anchor for one in list_questions(DRAFT)] == [ANCHOR, "question-dated-crb-0-1"]


def test_a_remark_is_let_stand_with_its_reason_and_kept_with_the_draft() -> None:
    after, error = press(DRAFT, f"dismiss:{ANCHOR}", f"  {REASON}\n")

    assert error is None
    assert how_it_stands(after) == [("dated_crb", "may", ""), ("driving_demand", "settled", REASON)]
    assert after.dismissals == (Dismissal("driving_demand", "Car owner", REASON),)
    assert after.answers.reasons == ()
    assert draft_from_json(draft_to_json(after)) == after


@pytest.mark.parametrize(
    ("reason", "code"),
    [
        (" ", "reason_missing"),
        ("x" * (LONGEST_REASON + 1), "reason_too_long"),
        ("x" * LONGEST_REASON, None),
    ],
)
def test_a_reason_is_given_in_a_few_words(reason: str, code: str | None) -> None:
    after, error = press(DRAFT, f"dismiss:{ANCHOR}", reason)

    assert error == code
    assert bool(after.dismissals) == (code is None)


def test_a_reason_that_will_not_do_is_kept_as_it_was_typed() -> None:
    long = "x" * (LONGEST_REASON + 1)

    assert press(DRAFT, f"dismiss:{ANCHOR}", long)[0].answers.reasons == ((ANCHOR, long),)


def test_another_wording_is_remarked_on_again() -> None:
    settled, _ = press(DRAFT, f"dismiss:{ANCHOR}", REASON)
    typed = {1: Correction("Own transport", "Other", "essential", "A", is_trainable=False)}

    after = edit_draft(settled, Press(corrections=typed)).draft

    assert ("driving_demand", "may", "") in how_it_stands(after)


def test_a_remark_is_looked_at_again() -> None:
    settled, _ = press(DRAFT, f"dismiss:{ANCHOR}", REASON)

    after, error = press(settled, f"undismiss:{ANCHOR}")

    assert (after.dismissals, error) == ((), None)
    assert how_it_stands(after) == how_it_stands(DRAFT)


def test_a_remark_about_a_line_is_let_stand_too() -> None:
    after, _ = press(DRAFT, "dismiss:question-dated-crb-0-1", "The advert says DBS", "question-dated-crb-0-1")

    assert ("dated_crb", "settled", "The advert says DBS") in how_it_stands(after)


@pytest.mark.parametrize("action", ["dismiss:question-nowhere", "undismiss:", "dismiss:question-no-evidence"])
def test_a_remark_that_is_gone_cannot_be_let_stand(action: str) -> None:
    assert press(DRAFT, action, REASON) == (
        replace(DRAFT, answers=Answers(reasons=((ANCHOR, REASON),))),
        "no_such_remark",
    )


def test_every_question_has_something_behind_it() -> None:
    rows = (
        Row(1, "Enthusiastic", "", "essential", ""),
        Row(2, "Completed the ELSA training programme", "", "essential", "A"),
        Row(3, "ELSA training", "", "desirable", "A", specification=1, group=1),
        Row(4, "Has training, or is willing to undertake it", "", None, "A"),
        Row(5, "Experience of SEN and knowledge of autism", "", "essential", "A"),
    )
    lines = (DocumentLine(None, 1, "Reprimands and final warnings will be disclosed"),)
    questions = list_questions(replace(DRAFT, rows=rows, lines=lines))

    assert {one.code for one in questions} >= {
        "untestable",
        "no_evidence",
        "contradiction",
        "either_or",
        "compound",
        "no_requirement",
        "two_lists",
        "outdated_disclosure",
    }
    assert [one.code for one in questions if not one.basis.title] == []
    assert {one.weight for one in questions} == {Weight.MUST, Weight.MAY}
