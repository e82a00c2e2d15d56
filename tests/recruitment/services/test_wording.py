"""Letting a remark about a confirmed version stand: with a reason, on record, and only once."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from core.domain.errors import DomainError, NotAllowed
from core.domain.permissions import Actor, Role
from core.models import School
from recruitment.domain.review import Answers, Weight, list_questions
from recruitment.domain.review_edit import Press
from recruitment.models import DismissedRemark, DocumentReading, JobProfileVersion
from recruitment.selectors.drafts import draft_of
from recruitment.selectors.job_profiles import get_version_page, version_pages
from recruitment.services.job_profiles import confirm_reading
from recruitment.services.readings import edit_reading, start_revision
from recruitment.services.wording import let_remark_stand, look_at_remark_again
from tests.factories import make_actor, make_job_profile_version, make_school
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db

CRITERIA = (
    ("Car owner", "essential", "A", 1),
    ("Knows simple repairs", "desirable", "AI", 1),
    ("Car owner", "essential", "A", 1),
)
ANCHOR = "question-driving-demand-1"
TWO_THINGS = "Able to drive a minibus and to speak Welsh and to manage a budget"
REASON = "The three sites have no bus between them"


@pytest.fixture
def school() -> School:
    return make_school()


@pytest.fixture
def hr(school: School) -> Actor:
    return make_actor(Role.HR_OFFICER, school=school)


@pytest.fixture
def version(school: School) -> JobProfileVersion:
    return make_job_profile_version(school=school, criteria=CRITERIA)


def let_stand(version: JobProfileVersion, by: Actor, **changes: str) -> DismissedRemark:
    given = {"anchor": ANCHOR, "reason": REASON} | changes
    return let_remark_stand(version_id=version.pk, by=by, now=NOW, **given)


def test_a_remark_stands_with_reason_name_and_day(version: JobProfileVersion, hr: Actor) -> None:
    dismissed = let_stand(version, hr, reason=f" {REASON} ")

    assert (dismissed.code, dismissed.words, dismissed.reason) == ("driving_demand", "Car owner", REASON)
    assert (dismissed.dismissed_by_id, dismissed.dismissed_at) == (hr.user_id, NOW)
    assert dismissed.history.get().history_change_reason == REASON


def test_the_same_wording_met_twice_is_let_stand_at_once(version: JobProfileVersion, hr: Actor) -> None:
    let_stand(version, hr)

    with pytest.raises(DomainError) as refused:
        let_stand(version, hr, anchor="question-driving-demand-3")
    assert refused.value.code == "already_let_stand"


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"reason": " "}, "reason_missing", "reason"),
        ({"reason": "x" * 501}, "reason_too_long", "reason"),
        ({"anchor": "question-driving-demand-2"}, "no_such_remark", None),
        ({"anchor": "question-no-evidence"}, "no_such_remark", None),
    ],
)
def test_what_cannot_be_let_stand(
    version: JobProfileVersion, hr: Actor, changes: dict[str, str], code: str, field: str | None
) -> None:
    with pytest.raises(DomainError) as refused:
        let_stand(version, hr, **changes)

    assert (refused.value.code, refused.value.field) == (code, field)
    assert DismissedRemark.objects.count() == 0


def test_those_who_may_not_edit_decide_nothing(version: JobProfileVersion, hr: Actor, school: School) -> None:
    manager = make_actor(Role.LINE_MANAGER, school=school)
    dismissed = let_stand(version, hr)

    with pytest.raises(NotAllowed):
        let_stand(version, manager)
    with pytest.raises(NotAllowed):
        look_at_remark_again(dismissed_id=dismissed.pk, by=manager, now=NOW)
    assert DismissedRemark.objects.count() == 1


def test_looking_again_keeps_who_let_it_stand_in_the_history(version: JobProfileVersion, hr: Actor) -> None:
    dismissed = let_stand(version, hr)

    look_at_remark_again(dismissed_id=dismissed.pk, by=hr, now=NOW + timedelta(days=1))

    assert DismissedRemark.objects.count() == 0
    lines = DismissedRemark.history.order_by("history_date")
    assert [(line.history_type, line.reason) for line in lines] == [("+", REASON), ("-", REASON)]
    assert let_stand(version, hr).reason == REASON


def test_the_next_version_knows_what_was_let_stand(version: JobProfileVersion, hr: Actor) -> None:
    let_stand(version, hr)

    reading = start_revision(job_profile_id=version.job_profile_id, by=hr, now=NOW)

    assert [one.reason for one in draft_of(reading).dismissals] == [REASON]
    edit_reading(reading_id=reading.pk, press=Press(action="keep-both:1:3"), by=hr, now=NOW)
    confirmed = confirm_reading(
        reading_id=reading.pk, review_date=(NOW + timedelta(days=300)).date(), by=hr, now=NOW
    )
    assert [(one.code, one.reason) for one in confirmed.dismissed_remarks.all()] == [
        ("driving_demand", REASON)
    ]


def test_what_was_let_stand_at_the_review_stays_so(version: JobProfileVersion, hr: Actor) -> None:
    reading = start_revision(job_profile_id=version.job_profile_id, by=hr, now=NOW)
    typed = Answers(reasons=((ANCHOR, REASON),))
    edit_reading(
        reading_id=reading.pk, press=Press(action=f"dismiss:{ANCHOR}", answers=typed), by=hr, now=NOW
    )
    edit_reading(reading_id=reading.pk, press=Press(action="keep:1:3"), by=hr, now=NOW)

    confirmed = confirm_reading(
        reading_id=reading.pk, review_date=(NOW + timedelta(days=300)).date(), by=hr, now=NOW
    )

    [dismissed] = confirmed.dismissed_remarks.all()
    assert (dismissed.reason, dismissed.dismissed_by_id) == (REASON, hr.user_id)
    assert DocumentReading.objects.get().status == "confirmed"


@pytest.mark.parametrize(
    ("texts", "anchor", "known_by"),
    [
        (
            ["Car owner", "Plans", "Car owner"],
            "question-duplicate-1-3",
            ("duplicate", "Car owner / Car owner"),
        ),
        (["Plans"] * 3, "question-duplicate-1-and-2", ("duplicate", "Plans / Plans / Plans")),
        ([f"{TWO_THINGS}."], "question-compound-1", ("compound", TWO_THINGS)),
    ],
)
def test_a_finding_of_the_reader_stands_with_a_reason_and_is_not_asked_again(
    school: School, hr: Actor, texts: list[str], anchor: str, known_by: tuple[str, str]
) -> None:
    criteria = [(text, "essential", "AI", 1) for text in texts]
    version = make_job_profile_version(school=school, criteria=criteria)

    dismissed = let_stand(version, hr, anchor=anchor)

    assert (dismissed.code, dismissed.words, dismissed.reason) == (*known_by, REASON)
    with pytest.raises(DomainError) as refused:
        let_stand(version, hr, anchor=anchor)
    assert refused.value.code == "already_let_stand"
    reading = start_revision(job_profile_id=version.job_profile_id, by=hr, now=NOW)
    weights = {one.anchor: one.weight for one in list_questions(draft_of(reading))}
    assert weights[anchor] == Weight.SETTLED


def test_a_notice_that_is_out_of_date_stands_for_this_version_only(school: School, hr: Actor) -> None:
    version = make_job_profile_version(
        school=school,
        criteria=[("Discloses cautions, reprimands or final warnings", "essential", "D", 1), *CRITERIA[1:2]],
    )

    dismissed = let_stand(version, hr, anchor="question-outdated-disclosure-0-1")

    assert (dismissed.code, dismissed.words) == (
        "outdated_disclosure",
        "Discloses cautions, reprimands or final warnings",
    )
    shown = version_pages(hr).get(pk=version.pk)
    assert "outdated_disclosure" not in {one.code for one in get_version_page(shown, today=NOW.date()).notes}
    reading = start_revision(job_profile_id=version.job_profile_id, by=hr, now=NOW)
    weights = {one.code: one.weight for one in list_questions(draft_of(reading))}
    assert weights["outdated_disclosure"] == Weight.MAY


@pytest.mark.parametrize("broken", [{"reason": ""}, {"code": "driving_demand", "words": "Car owner"}])
def test_the_database_refuses_what_must_not_be(
    version: JobProfileVersion, hr: Actor, broken: dict[str, str]
) -> None:
    let_stand(version, hr)
    fields = {"code": "age_wording", "words": "Young", "reason": "Because"} | broken

    with pytest.raises(IntegrityError), transaction.atomic():
        DismissedRemark.objects.create(
            version=version, dismissed_at=NOW, dismissed_by_id=hr.user_id, **fields
        )
