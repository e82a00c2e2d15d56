"""Score sheets and the decision record: tagged PDFs that hold what they should and nothing else."""

from datetime import UTC, datetime
from io import BytesIO

import pytest
from pypdf import PdfReader

from core.domain.permissions import Role
from recruitment.domain.decisions import Choice
from recruitment.exports.decision_record import build_decision_record
from recruitment.exports.score_sheet import build_score_sheet
from recruitment.models import Stage
from recruitment.services.decisions import decide_applications
from tests.factories import make_actor, make_application, make_panel_member, make_stage, make_vacancy
from tests.factories.people import NOW
from tests.recruitment.exports.arrange import NAMES, make_scored_stage

pytestmark = pytest.mark.django_db


def words_of(pdf: bytes) -> str:
    """The text of all pages, its lines joined and spaces folded."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def is_tagged(pdf: bytes) -> bool:
    root = PdfReader(BytesIO(pdf)).trailer["/Root"]
    return bool(root["/MarkInfo"]["/Marked"]) and "/StructTreeRoot" in root and root["/Lang"] == "en-GB"


def test_score_sheet_has_a_page_for_each_candidate_and_own_points_only() -> None:
    _stage, _applications, members = make_scored_stage(sealed=True)
    pdf = build_score_sheet(members[0], now=NOW)
    words = words_of(pdf)
    assert is_tagged(pdf)
    assert len(PdfReader(BytesIO(pdf)).pages) == 6
    assert [f"Candidate C0{number}" in words for number in range(1, 6)] == [True] * 5
    assert (
        "3 Strongly shown"
        not in words_of(build_score_sheet(members[0], now=NOW, blank=True)).split("Candidate", 2)[2]
    )
    assert "Tom Ellery" not in words


def test_anonymous_score_sheet_names_nobody() -> None:
    _stage, _applications, members = make_scored_stage(sealed=True)
    words = words_of(build_score_sheet(members[0], now=NOW))
    assert [name for name in NAMES if name in words or name.split()[1] in words] == []


def test_decision_record_says_what_was_decided_and_why() -> None:
    stage, applications, _members = make_scored_stage()
    head = make_actor(Role.HEADTEACHER, school=stage.vacancy.school)
    decide_applications(
        stage_id=stage.pk,
        choices={applications[0].pk: Choice("shortlisted", "Clear evidence from her lunch club")},
        by=head,
        now=NOW,
    )
    pdf = build_decision_record(stage.vacancy, now=NOW)
    words = words_of(pdf)
    assert is_tagged(pdf)
    assert "Clear evidence from her lunch club" in words
    assert "The certificate was overlooked" in words
    assert "2, 0" in words
    assert stage.vacancy.specification_hash[:20] in words.replace(" ", "")


def test_decision_record_of_a_sealed_stage_has_no_points() -> None:
    stage, _applications, _members = make_scored_stage(sealed=True)
    words = words_of(build_decision_record(stage.vacancy, now=NOW))
    assert [name for name in NAMES if name in words] == []
    assert "Sealed scoring." in words


@pytest.mark.parametrize("is_decided", [False, True])
def test_decision_record_names_candidates_of_an_anonymous_stage_once_it_is_decided(is_decided: bool) -> None:
    stage, applications, _members = make_scored_stage()
    if is_decided:
        Stage.objects.filter(pk=stage.pk).update(
            status="decided", decided_at=NOW, decided_by_id=stage.unsealed_by_id
        )
    words = words_of(build_decision_record(stage.vacancy, now=NOW))
    assert applications[0].code in words
    assert [name in words for name in NAMES] == [is_decided] * len(NAMES)


def test_score_sheet_gives_the_day_it_is_at_school() -> None:
    _stage, _applications, members = make_scored_stage(sealed=True)
    just_after_midnight_in_summer = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)
    members[0].sheets.update(finished_at=just_after_midnight_in_summer)
    words = words_of(build_score_sheet(members[0], now=NOW))
    assert ("02/07/2026" in words, "01/07/2026" in words) == (True, False)


def test_score_sheet_of_twenty_criteria_keeps_a_page_to_a_candidate() -> None:
    text = "Experience of working with children of primary age who find it hard to be in a classroom all day"
    vacancy = make_vacancy(
        criteria=[(f"{text} ({number})", "essential", "A", 2) for number in range(20)],
        scale_labels=["No evidence", "Mentioned only", "Brief example", "In-depth example tied to the job"],
    )
    member = make_panel_member(make_stage(vacancy))
    for _ in range(3):
        make_application(vacancy)

    pdf = build_score_sheet(member, now=NOW)

    words = words_of(pdf)
    assert len(PdfReader(BytesIO(pdf)).pages) == 4
    assert ("“No evidence” is a score" in words, "Not evidenced" in words) == (True, False)
