"""What is kept of evidence that is destroyed, so that the central record of an earlier day still tells it."""

from datetime import date, datetime, timedelta

import pytest

from compliance.domain.categories import CheckType
from compliance.domain.central_record import COLUMNS, Cell, CellState
from compliance.domain.record_gone import Gone
from compliance.models import Check, EngagementRole, RightToWorkEvidence
from compliance.selectors.central_record import find_record_line, get_central_record
from compliance.selectors.retention import list_retention_items
from compliance.services.retention import confirm_destruction, propose_destruction
from compliance.views.record_line import tell_check
from core.domain.permissions import Actor, Role
from core.domain.school_time import moment_of
from core.models import Engagement, Person, School
from tests.factories.compliance import make_certificate, make_check, make_engagement
from tests.factories.dated import make_right_to_work
from tests.factories.people import NOW, make_actor, make_school, make_trust

pytestmark = pytest.mark.django_db

LEFT = date(2026, 11, 20)
PLACES = {column.check: place for place, column in enumerate(COLUMNS)}


@pytest.fixture
def schools() -> list[School]:
    trust = make_trust()
    return [make_school(trust=trust, name=name) for name in ("Alder School", "Birch School")]


def destroy(kind: str, school: School, today: date) -> int:
    """Everything of this kind that is due at the school, by two people; how many there were."""
    now = moment_of(today)
    keys = [item.record_key for item in list_retention_items([school.pk], today=today, kinds=[kind])]
    batch = propose_destruction(
        kind=kind,
        school_id=school.pk,
        record_keys=keys,
        by=make_actor(Role.HR_OFFICER, school=school),
        today=today,
        now=now,
    )
    head: Actor = make_actor(Role.HEADTEACHER, school=school)
    confirm_destruction(batch_id=batch.pk, by=head, today=today, now=now)
    return len(keys)


def recorded_at(moment: datetime) -> None:
    """Whatever is there was written down then."""
    for model in (School, Person, Engagement, EngagementRole):
        model.history.update(history_date=moment)


def cells_of(engagement: Engagement, at: datetime, now: datetime) -> tuple[Cell, ...]:
    found = find_record_line(
        school_id=engagement.school_id, engagement_id=engagement.pk, at=at, now=now, shows_outcomes=True
    )
    assert found is not None
    return found.line.cells


@pytest.mark.parametrize(
    "shown", [{"permission_end": date(2026, 12, 1)}, {"pvn_date": date(2026, 6, 1)}, {}], ids=str
)
def test_right_to_work_of_an_earlier_day_is_told_as_then(
    schools: list[School], shown: dict[str, date]
) -> None:
    one = make_engagement(school=schools[0], end_date=LEFT)
    make_right_to_work(one, **shown, done_date=date(2026, 6, 1), reference_number="925665416")
    recorded_at(NOW)
    then = [cell.state for cell in cells_of(one, NOW, NOW)]
    years_later = date(2028, 11, 21)
    assert destroy("right_to_work", schools[0], years_later) == 1

    cells = cells_of(one, NOW, moment_of(years_later))
    assert [cell.state for cell in cells] == then
    assert cells[PLACES[CheckType.RIGHT_TO_WORK]].state == (
        CellState.EXPIRING if shown else CellState.COMPLETE
    )


def test_cell_says_when_its_evidence_was_destroyed(schools: list[School]) -> None:
    one = make_engagement(school=schools[0], end_date=LEFT)
    make_right_to_work(one, permission_end=date(2026, 12, 1), evidence_seen="eVisa")
    recorded_at(NOW)
    destroy("right_to_work", schools[0], date(2028, 11, 21))
    found = find_record_line(school_id=schools[0].pk, engagement_id=one.pk, at=NOW, now=NOW)
    assert found is not None

    told = tell_check(COLUMNS[PLACES[CheckType.RIGHT_TO_WORK]], found.held[0], masked=True)
    assert (told.evidence, told.check.expires_date) == ("", date(2026, 12, 1))
    assert told.destroyed.startswith("Copy, document and any number destroyed on 21/11/2028, ")


def test_who_came_back_and_left_again_leaves_new_evidence_to_destroy(schools: list[School]) -> None:
    one = make_engagement(school=schools[0], end_date=LEFT)
    first = make_right_to_work(one, permission_end=date(2026, 12, 1), superseded_at=NOW)
    destroy("right_to_work", schools[0], date(2028, 11, 21))
    second = make_right_to_work(one, pvn_date=date(2029, 1, 31))
    assert destroy("right_to_work", schools[0], date(2031, 12, 1)) == 1

    kept = Check.objects.order_by("pk").values_list("pk", "relied_on_until", "evidence_destroyed_date")
    assert list(kept) == [
        (first.pk, date(2026, 12, 1), date(2028, 11, 21)),
        (second.pk, date(2029, 7, 31), date(2031, 12, 1)),
    ]
    assert RightToWorkEvidence.objects.count() == 0


def test_checks_that_a_school_of_the_trust_still_rests_on_stay_until_its_record_goes(
    schools: list[School],
) -> None:
    alder, birch = schools
    here = make_engagement(school=alder, end_date=LEFT)
    there = make_engagement(school=birch, person=here.person, end_date=LEFT)
    make_check(here, CheckType.IDENTITY)
    make_certificate(here)
    make_right_to_work(here, permission_end=date(2026, 12, 1))
    stranger = make_check(make_engagement(person=here.person), CheckType.IDENTITY)
    recorded_at(NOW)
    then = [(cell.state, cell.day) for cell in cells_of(there, NOW, NOW)]
    day = date(2032, 11, 22)
    destroy("personnel_file", alder, day)

    assert [(cell.state, cell.day) for cell in cells_of(there, NOW, moment_of(day))] == then
    assert (Check.objects.count(), RightToWorkEvidence.objects.count()) == (4, 0)
    destroy("personnel_file", birch, day)
    assert list(Check.objects.all()) == [stranger]


def test_view_of_a_day_says_how_many_can_no_longer_be_shown(schools: list[School]) -> None:
    alder, birch = schools
    for school, end in ((alder, LEFT), (alder, LEFT), (birch, LEFT), (alder, None)):
        make_engagement(school=school, end_date=end)
    recorded = NOW + timedelta(days=1)
    recorded_at(recorded)
    day = date(2032, 11, 22)
    destroy("personnel_file", alder, day)
    later = moment_of(date(2032, 12, 1))

    def gone(school: School, at: datetime | None) -> tuple[Gone, ...]:
        return get_central_record(school_id=school.pk, at=at, now=later).gone

    assert gone(alder, recorded) == (Gone(day, 2),)
    assert gone(alder, moment_of(day) - timedelta(seconds=1)) == (Gone(day, 2),)
    assert gone(alder, moment_of(day)) == ()
    assert gone(alder, recorded - timedelta(seconds=1)) == ()
    assert (gone(alder, None), gone(birch, recorded)) == ((), ())
    assert Gone(day, 2).words == (
        "2 people recorded by then cannot be shown any more: the staff records were destroyed on 22/11/2032, "
        "when the time to keep staff records was up."
    )
    assert Gone(day, 1).words.startswith(
        "1 person recorded by then cannot be shown any more: the staff record was"
    )
