"""What needs a person today: the right thing, for the right person, most pressing first."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from core.domain.permissions import Role
from core.selectors import get_actor
from overview.needs import Need, list_needs
from recruitment.models import Decision, DocumentReading, Offer, OfferCondition, Referee, Reference, Stage
from tests.factories import (
    make_actor,
    make_application,
    make_panel_member,
    make_person,
    make_school,
    make_stage,
    make_user,
    make_vacancy,
)
from tests.factories.compliance import make_engagement
from tests.factories.dated import make_early_start, make_right_to_work
from tests.factories.people import NOW
from tests.factories.scoring import make_sheet

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 2)


def titles(needs: list[Need]) -> list[str]:
    return [need.title for need in needs]


def closed_vacancy(**fields: object):
    return make_vacancy(status="closed", **fields)


def needs_of(role: Role, vacancy) -> list[Need]:
    return list_needs(make_actor(role, school=vacancy.school), today=TODAY)


def test_panel_member_is_told_how_many_are_left() -> None:
    stage = make_stage(closed_vacancy())
    member = make_panel_member(stage)
    scored, _left, _also_left = (make_application(stage.vacancy) for _ in range(3))
    make_sheet(member, scored, (2, 2, 2))
    (need,) = list_needs(get_actor(member.user), today=TODAY)
    assert (need.title, need.detail) == (
        "Shortlist: Learning Mentor",
        f"2 candidates still to score at {stage.vacancy.school.name}.",
    )


def test_withdrawn_candidates_are_not_left_to_score() -> None:
    stage = make_stage(closed_vacancy())
    member = make_panel_member(stage)
    make_application(stage.vacancy, status="withdrawn")
    assert list_needs(get_actor(member.user), today=TODAY) == []


def test_scores_can_be_opened_when_every_sheet_is_in() -> None:
    stage = make_stage(closed_vacancy())
    members = [make_panel_member(stage) for _ in range(2)]
    candidate = make_application(stage.vacancy)
    make_sheet(members[0], candidate, (2, 2, 2))
    early = needs_of(Role.HR_OFFICER, stage.vacancy)
    make_sheet(members[1], candidate, status="recused")
    late = needs_of(Role.HR_OFFICER, stage.vacancy)
    assert (titles(early), titles(late)) == ([], ["Open the scores: Learning Mentor"])
    assert list_needs(get_actor(members[0].user), today=TODAY) == []


def test_one_member_alone_does_not_open_the_scores() -> None:
    stage = make_stage(closed_vacancy())
    make_sheet(make_panel_member(stage), make_application(stage.vacancy), (2, 2, 2))
    assert needs_of(Role.HR_OFFICER, stage.vacancy) == []


@pytest.mark.parametrize(
    ("kind", "role", "expected"),
    [
        ("application", Role.HR_OFFICER, ["Decide the shortlist: Learning Mentor"]),
        ("interview", Role.HEADTEACHER, ["Decide whom to appoint: Learning Mentor"]),
        ("interview", Role.HR_OFFICER, []),
        ("application", Role.TRUST_ADMINISTRATOR, []),
    ],
)
def test_opened_scores_wait_for_who_decides(kind: str, role: Role, expected: list[str]) -> None:
    stage = make_stage(closed_vacancy(), kind, "unsealed")
    assert titles(needs_of(role, stage.vacancy)) == expected


def test_opened_scores_of_a_task_wait_too() -> None:
    vacancy = closed_vacancy()
    Stage.objects.create(vacancy=vacancy, kind="task")
    stage = make_stage(vacancy, "task", "unsealed")
    assert titles(needs_of(Role.HR_OFFICER, stage.vacancy)) == ["Decide the task: Learning Mentor"]


@pytest.mark.parametrize(
    ("closes", "expected"),
    [
        (TODAY - timedelta(days=1), ["Close applications: Learning Mentor"]),
        (TODAY, ["Closing soon: Learning Mentor"]),
        (TODAY + timedelta(days=7), ["Closing soon: Learning Mentor"]),
        (TODAY + timedelta(days=8), []),
    ],
)
def test_closing_dates(closes: date, expected: list[str]) -> None:
    vacancy = make_vacancy(closes_date=closes)
    assert titles(needs_of(Role.HR_OFFICER, vacancy)) == expected


def test_missing_panel_is_said_before_the_closing_date() -> None:
    vacancy = make_vacancy(closes_date=TODAY)
    (without,) = needs_of(Role.HR_OFFICER, vacancy)
    make_panel_member(Stage.objects.get(vacancy=vacancy, kind="application"))
    (with_panel,) = needs_of(Role.HR_OFFICER, vacancy)
    assert without.detail == "Closes on 02/11/2026. There is no shortlisting panel yet."
    assert with_panel.detail == "Closes on 02/11/2026."


def test_references_of_shortlisted_candidates_are_counted() -> None:
    vacancy = closed_vacancy()
    shortlisted, other = (make_application(vacancy, status=status) for status in ("shortlisted", "received"))
    for position, status in enumerate(("", "requested", "received", "verified"), start=1):
        referee = Referee.objects.create(application=shortlisted, position=position, name="Farida Khan")
        if status == "requested":
            Reference.objects.create(referee=referee, status=status)
        elif status:
            Reference.objects.create(
                referee=referee,
                status=status,
                received_date=TODAY,
                verified_date=TODAY,
                verified_by=vacancy.created_by,
                verified_how="Telephone",
            )
    Referee.objects.create(application=other, position=1, name="Omar Reid")
    (need,) = needs_of(Role.HR_OFFICER, vacancy)
    assert need.detail.startswith("2 references of shortlisted candidates not in yet.")


def make_offer(status: str, reply_by: date | None = None) -> Offer:
    vacancy = closed_vacancy()
    person = make_person(given_name="Meera", family_name="Chaudhry")
    application = make_application(vacancy, person=person, status="offered")
    stage = vacancy.stages.get(kind="interview")
    Decision.objects.create(
        stage=stage,
        application=application,
        outcome="appoint",
        reason="Best evidence",
        decided_at=NOW,
        decided_by=vacancy.created_by,
    )
    return Offer.objects.create(
        application=application,
        status=status,
        reply_by_date=reply_by,
        made_at=NOW,
        made_by=vacancy.created_by,
    )


@pytest.mark.parametrize(
    ("reply_by", "tone"), [(TODAY - timedelta(days=1), "warning"), (TODAY, "waiting"), (None, "waiting")]
)
def test_unanswered_offer_presses_once_its_day_has_passed(reply_by: date | None, tone: str) -> None:
    offer = make_offer("made", reply_by)
    (need,) = needs_of(Role.HR_OFFICER, offer.application.vacancy)
    assert (need.title, need.tone) == ("Offer to Meera Chaudhry", tone)


def test_outstanding_conditions_are_counted() -> None:
    offer = make_offer("made")
    for position in (1, 2):
        OfferCondition.objects.create(offer=offer, position=position, text="Check")
    by = offer.made_by
    OfferCondition.objects.filter(position=1).update(status="met", settled_date=TODAY, settled_by=by)
    engagement = offer.application.person.engagements.create(
        school=offer.application.vacancy.school, job_title="Learning Mentor", created_at=NOW, created_by=by
    )
    Offer.objects.update(status="accepted", answered_at=NOW, engagement=engagement)
    _role_to_describe, need = needs_of(Role.HR_OFFICER, offer.application.vacancy)
    assert (need.title, need.detail) == (
        "Meera Chaudhry cannot start yet",
        "1 of the offer's conditions still outstanding.",
    )


def test_document_waits_to_be_confirmed() -> None:
    school = make_school()
    user = make_user(Role.HR_OFFICER, school=school)
    DocumentReading.objects.create(
        school=school,
        source_name="mentor.docx",
        rows=[{}, {}],
        created_at=NOW,
        created_by=user,
        changed_at=NOW,
    )
    (need,) = list_needs(get_actor(user), today=TODAY)
    assert need.title == "Confirm what was read: mentor.docx"


def test_nothing_of_another_school_is_shown() -> None:
    make_application(make_stage(closed_vacancy()).vacancy)
    make_vacancy(closes_date=TODAY)
    stranger = make_actor(Role.HR_OFFICER, Role.HEADTEACHER, school=make_school())
    assert list_needs(stranger, today=TODAY) == []


def test_most_pressing_comes_first() -> None:
    school = make_school()
    make_vacancy(school=school, published=False, title="Caretaker")
    make_vacancy(school=school, closes_date=TODAY - timedelta(days=1), title="Cook")
    stage = make_stage(make_vacancy(school=school, status="closed", title="Cleaner"))
    user = make_user(Role.HR_OFFICER, school=school)
    make_panel_member(stage, user)
    make_application(stage.vacancy)
    assert titles(list_needs(get_actor(user), today=TODAY)) == [
        "Shortlist: Cleaner",
        "Close applications: Cook",
        "Draft: Caretaker",
    ]


def test_days_past_lead_to_the_calendar_law_first() -> None:
    school = make_school()
    make_right_to_work(make_engagement(school=school), permission_end=date(2026, 10, 30))
    for _ in range(2):
        make_early_start(make_engagement(school=school), date(2026, 10, 30))
    make_early_start(make_engagement(school=make_school()), date(2026, 10, 30))

    needs = list_needs(make_actor(Role.HR_OFFICER, school=school), today=TODAY)
    assert [(need.title, need.detail, need.href) for need in needs] == [
        (
            "Past its day: Right-to-work follow-up",
            "1 day is past. Do it, then record it.",
            "/calendar/?rule=right_to_work",
        ),
        (
            "Past its day: Early-start review",
            "2 days are past. Do it, then record it.",
            "/calendar/?rule=early_start_review",
        ),
    ]


def test_days_past_are_not_for_those_who_see_no_checks() -> None:
    engagement = make_engagement()
    make_early_start(engagement, date(2026, 10, 30))

    assert list_needs(make_actor(Role.LINE_MANAGER, school=engagement.school), today=TODAY) == []


def test_starters_who_must_not_start_within_a_week_are_named() -> None:
    school = make_school()
    for days in (-15, 7, 8):
        person = make_person(given_name="Rowan", family_name=f"In{days}")
        make_engagement(school=school, person=person, start_date=TODAY + timedelta(days=days))
    (need,) = list_needs(make_actor(Role.HR_OFFICER, school=school), today=TODAY)

    assert (need.title, need.urgency, need.detail) == (
        "Rowan In7 must not start yet",
        1,
        "Teaching assistant, starts on 09/11/2026. Apply for the enhanced DBS certificate.",
    )


def test_starter_whose_day_has_come_is_most_pressing() -> None:
    engagement = make_engagement(start_date=TODAY)
    (need,) = list_needs(make_actor(Role.HR_OFFICER, school=engagement.school), today=TODAY)

    assert need.urgency == 0


def test_arrivals_are_to_be_described() -> None:
    person = make_person(given_name="Rowan", family_name="Ashdown")
    arrival = make_engagement(person=person, category=None, start_date=TODAY + timedelta(days=60))
    (need,) = list_needs(make_actor(Role.HR_OFFICER, school=arrival.school), today=TODAY)

    assert (need.title, need.href) == (
        "Describe the role: Rowan Ashdown",
        reverse("compliance:engagement-role", args=[arrival.pk]),
    )


@pytest.mark.parametrize(("days", "is_named"), [(-1, False), (0, True), (3, True), (4, False)])
def test_early_starts_are_reviewed_on_their_day(days: int, is_named: bool) -> None:
    engagement = make_engagement(start_date=TODAY + timedelta(days=30))
    make_early_start(engagement, TODAY + timedelta(days=days))
    needs = list_needs(make_actor(Role.HEADTEACHER, school=engagement.school), today=TODAY)
    named = [need for need in needs if need.title.startswith("Review the early start")]

    assert len(named) == is_named


@pytest.mark.parametrize("role", [Role.INSPECTOR, Role.TRUST_ADMINISTRATOR, Role.PANEL_MEMBER])
def test_starters_are_not_everybodys_business(role: Role) -> None:
    engagement = make_engagement(start_date=TODAY)

    assert list_needs(make_actor(role, school=engagement.school), today=TODAY) == []
