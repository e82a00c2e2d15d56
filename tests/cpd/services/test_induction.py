"""Induction begun from the school's list and ticked off; probation reviewed, extended and decided."""

from datetime import date, timedelta

import pytest

from compliance.domain.kinds import PersonKind
from core.domain.errors import DomainError, NotAllowed
from core.domain.permissions import Actor, Role
from core.models import Engagement, School
from core.selectors import get_actor
from cpd.domain.induction import PRESETS, ItemEntry, TemplateEntry
from cpd.enums import ItemOutcome, ProbationOutcome
from cpd.models import InductionTemplate, Probation
from cpd.services.induction import begin_induction, reopen_item, save_template, settle_item
from cpd.services.probation import decide_probation, record_probation_review
from tests.factories import make_actor, make_school
from tests.factories.compliance import make_engagement
from tests.factories.development import make_induction, make_manager, make_own_user, make_probation
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db

TODAY = NOW.date()
OWN = TemplateEntry((ItemEntry(" Code of conduct ", 7, "Office"), ItemEntry("Fire", 0)), 6, (4, 2, 2))


@pytest.fixture
def school() -> School:
    return make_school()


@pytest.fixture
def hr(school: School) -> Actor:
    return make_actor(Role.HR_OFFICER, school=school)


@pytest.fixture
def engagement(school: School) -> Engagement:
    return make_engagement(school=school, start_date=date(2026, 9, 1))


def code_of(act: object) -> str | None:
    try:
        act()  # type: ignore[operator]
    except DomainError as error:
        return error.code
    return None


def test_school_keeps_its_own_list(school: School, hr: Actor, engagement: Engagement) -> None:
    save_template(
        school_id=school.pk, kind=PersonKind.SUPPORT, entry=PRESETS[PersonKind.SUPPORT], by=hr, now=NOW
    )
    template = save_template(school_id=school.pk, kind=PersonKind.SUPPORT, entry=OWN, by=hr, now=NOW)
    assert InductionTemplate.objects.count() == 1
    assert template.review_months == [2, 4]
    induction = begin_induction(engagement_id=engagement.pk, by=hr, now=NOW)
    items = induction.items.order_by("position").values_list("text", "by_whom", "due_date")
    assert list(items) == [
        ("Fire", "", date(2026, 9, 1)),
        ("Code of conduct", "Office", date(2026, 9, 8)),
    ]
    probation = Probation.objects.get(engagement=engagement)
    assert (probation.start_date, probation.end_date) == (date(2026, 9, 1), date(2027, 2, 28))
    days = probation.reviews.order_by("due_date").values_list("due_date", flat=True)
    assert list(days) == [date(2026, 11, 1), date(2027, 1, 1)]


def test_usual_list_stands_in_and_teachers_have_no_probation(school: School, hr: Actor) -> None:
    teacher = make_engagement(school=school, category="teacher")
    induction = begin_induction(engagement_id=teacher.pk, by=hr, now=NOW)
    assert induction.items.count() == len(PRESETS[PersonKind.TEACHING].items)
    assert Probation.objects.count() == 0


@pytest.mark.parametrize(
    ("fault", "code"),
    [("no role", "role_missing"), ("no first day", "first_day_missing"), ("twice", "begun_already")],
)
def test_induction_needs_a_role_and_a_first_day(school: School, hr: Actor, fault: str, code: str) -> None:
    facts: dict[str, object] = {"no role": {"category": None}, "no first day": {"start_date": None}}.get(
        fault, {}
    )
    engagement = make_engagement(school=school, **facts)  # type: ignore[arg-type]
    if fault == "twice":
        begin_induction(engagement_id=engagement.pk, by=hr, now=NOW)
    assert code_of(lambda: begin_induction(engagement_id=engagement.pk, by=hr, now=NOW)) == code


def test_a_changed_list_leaves_running_inductions_alone(
    school: School, hr: Actor, engagement: Engagement
) -> None:
    save_template(school_id=school.pk, kind=PersonKind.SUPPORT, entry=OWN, by=hr, now=NOW)
    induction = begin_induction(engagement_id=engagement.pk, by=hr, now=NOW)
    entry = TemplateEntry((ItemEntry("Only this", 0),))
    save_template(school_id=school.pk, kind=PersonKind.SUPPORT, entry=entry, by=hr, now=NOW)
    assert induction.items.count() == 2


@pytest.mark.parametrize("role", [Role.LINE_MANAGER, Role.STAFF_MEMBER, Role.PANEL_MEMBER])
def test_lists_are_changed_by_those_who_set_the_rules(school: School, role: Role) -> None:
    by = make_actor(role, school=school)
    with pytest.raises(NotAllowed):
        save_template(school_id=school.pk, kind=PersonKind.SUPPORT, entry=OWN, by=by, now=NOW)
    assert InductionTemplate.objects.count() == 0


def test_manager_ticks_off_and_takes_back(engagement: Engagement) -> None:
    by = get_actor(make_manager(engagement))
    item = make_induction(engagement).items.get(position=1)
    settle_item(item_id=item.pk, outcome=ItemOutcome.DONE, settled_date=TODAY, by=by, now=NOW)
    item.refresh_from_db()
    assert (item.outcome, item.settled_date, item.settled_by_id) == ("done", TODAY, by.user_id)
    reopen_item(item_id=item.pk, reason="That was her colleague", by=by, now=NOW)
    item.refresh_from_db()
    assert (item.outcome, item.settled_date, item.settled_by_id) == ("open", None, None)
    reasons = item.history.order_by("history_id").values_list("history_change_reason", flat=True)
    assert list(reasons)[1:] == ["done", "That was her colleague"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"settled_date": TODAY + timedelta(days=1)}, "date_ahead"),
        ({"outcome": ItemOutcome.NOT_NEEDED}, "reason_missing"),
        ({"outcome": ItemOutcome.NOT_NEEDED, "reason": "No SENCO meets governors"}, None),
        ({}, None),
    ],
)
def test_a_tick_says_when_or_why_not(
    engagement: Engagement, hr: Actor, change: dict[str, object], code: str | None
) -> None:
    item = make_induction(engagement).items.get(position=1)
    facts: dict[str, object] = {"outcome": ItemOutcome.DONE, "settled_date": TODAY} | change
    assert code_of(lambda: settle_item(item_id=item.pk, **facts, by=hr, now=NOW)) == code  # type: ignore[arg-type]


def test_what_is_settled_is_not_settled_again_and_open_not_reopened(
    engagement: Engagement, hr: Actor
) -> None:
    one, other = make_induction(engagement).items.order_by("position")
    settle_item(item_id=one.pk, outcome=ItemOutcome.DONE, settled_date=TODAY, by=hr, now=NOW)
    again = code_of(
        lambda: settle_item(item_id=one.pk, outcome=ItemOutcome.DONE, settled_date=TODAY, by=hr, now=NOW)
    )
    without = code_of(lambda: reopen_item(item_id=one.pk, reason=" ", by=hr, now=NOW))
    never = code_of(lambda: reopen_item(item_id=other.pk, reason="Wrong", by=hr, now=NOW))
    assert (again, without, never) == ("settled_already", "reason_missing", "open_already")


def test_nobody_ticks_off_their_own_induction(engagement: Engagement) -> None:
    by = get_actor(make_own_user(engagement, Role.HEADTEACHER))
    item = make_induction(engagement).items.get(position=1)
    assert (
        code_of(
            lambda: settle_item(item_id=item.pk, outcome=ItemOutcome.DONE, settled_date=TODAY, by=by, now=NOW)
        )
        == "own_record"
    )


def decide(probation: Probation, by: Actor, outcome: ProbationOutcome, **change: object) -> object:
    facts: dict[str, object] = {"reason": "Reliable and kind", "new_end_date": None} | change
    return decide_probation(probation_id=probation.pk, outcome=outcome, **facts, by=by, now=NOW)  # type: ignore[arg-type]


def test_probation_is_extended_and_then_passed(engagement: Engagement, hr: Actor) -> None:
    probation = make_probation(engagement)
    later = date(2027, 5, 31)
    decide(probation, hr, ProbationOutcome.EXTENDED, new_end_date=later, reason="Away for six weeks")
    probation.refresh_from_db()
    assert (probation.end_date, probation.is_over) == (later, False)
    assert probation.reviews.filter(due_date=later, held_date=None).count() == 1
    decide(probation, hr, ProbationOutcome.PASSED)
    probation.refresh_from_db()
    assert probation.is_over
    decisions = probation.decisions.order_by("pk").values_list(
        "outcome", "reason", "previous_end_date", "new_end_date", "decided_by_id"
    )
    assert list(decisions) == [
        ("extended", "Away for six weeks", date(2027, 2, 28), later, hr.user_id),
        ("passed", "Reliable and kind", later, None, hr.user_id),
    ]


@pytest.mark.parametrize("outcome", list(ProbationOutcome))
def test_a_decided_probation_stays_decided(
    engagement: Engagement, hr: Actor, outcome: ProbationOutcome
) -> None:
    probation = make_probation(engagement)
    decide(probation, hr, ProbationOutcome.NOT_PASSED)
    act = lambda: decide(probation, hr, outcome, new_end_date=date(2027, 6, 1))  # noqa: E731
    assert code_of(act) == "probation_over"


def test_a_decision_has_a_reason_and_is_somebody_elses(engagement: Engagement, hr: Actor) -> None:
    probation = make_probation(engagement)
    own = get_actor(make_own_user(engagement, Role.HR_OFFICER))
    assert code_of(lambda: decide(probation, hr, ProbationOutcome.PASSED, reason=" ")) == "reason_missing"
    assert code_of(lambda: decide(probation, hr, ProbationOutcome.EXTENDED)) == "date_missing"
    assert code_of(lambda: decide(probation, own, ProbationOutcome.PASSED)) == "own_record"
    assert probation.decisions.count() == 0


def test_a_review_is_recorded_once(engagement: Engagement, hr: Actor) -> None:
    review = make_probation(engagement).reviews.get()

    def record(held_date: date = TODAY, note: str = "Settled in") -> object:
        return record_probation_review(review_id=review.pk, held_date=held_date, note=note, by=hr, now=NOW)

    assert code_of(lambda: record(note=" ")) == "note_missing"
    assert code_of(lambda: record(held_date=TODAY + timedelta(days=1))) == "date_ahead"
    record()
    assert code_of(record) == "held_already"
    review.refresh_from_db()
    assert (review.held_date, review.note, review.recorded_by_id) == (TODAY, "Settled in", hr.user_id)
