"""Training written down, confirmed and withdrawn."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from core.domain.errors import DomainError, NotAllowed
from core.domain.permissions import Actor, Role
from core.models import Document, Engagement, School
from core.selectors import get_actor
from cpd.domain.training_entry import TrainingEntry
from cpd.models import Training
from cpd.services.training import (
    add_own_training,
    confirm_training,
    record_for_many,
    record_training,
    withdraw_training,
)
from tests.core.documents.builders import pdf
from tests.factories import make_actor, make_school, make_user
from tests.factories.compliance import make_engagement
from tests.factories.people import NOW
from tests.factories.training import make_course, make_training

pytestmark = pytest.mark.django_db
AWARDED = date(2026, 9, 4)


@pytest.fixture
def school() -> School:
    return make_school()


@pytest.fixture
def hr(school: School) -> Actor:
    return make_actor(Role.HR_OFFICER, school=school)


@pytest.fixture
def entry() -> TrainingEntry:
    return TrainingEntry(AWARDED, make_course("fire").pk, provider=" Red Kite ", quarter_hours=4)


def test_recorded_training_counts_at_once(school: School, hr: Actor, entry: TrainingEntry) -> None:
    engagement = make_engagement(school=school)

    training = record_training(engagement_id=engagement.pk, entry=entry, by=hr, now=NOW)

    assert (training.person, training.school, training.provider) == (engagement.person, school, "Red Kite")
    assert list(Training.objects.confirmed()) == [training]
    assert training.history.get().history_change_reason == "recorded"


@pytest.mark.parametrize("role", [Role.LINE_MANAGER, Role.STAFF_MEMBER, Role.TRUST_ADMINISTRATOR])
def test_role_too_low_records_nothing(school: School, entry: TrainingEntry, role: Role) -> None:
    engagement = make_engagement(school=school)

    with pytest.raises(NotAllowed):
        record_training(engagement_id=engagement.pk, entry=entry, by=make_actor(role, school=school), now=NOW)

    assert not Training.objects.exists()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"awarded_date": date(2026, 11, 3)}, "awarded_date"),
        ({"awarded_date": date(1949, 12, 31)}, "awarded_date"),
        ({"printed_expiry": date(2026, 9, 3)}, "printed_expiry"),
        ({"printed_expiry": date(2077, 9, 4)}, "printed_expiry"),
        ({"title": "Fire"}, "course"),
        ({"course_id": None}, "course"),
        ({"course_id": 0}, "course"),
        ({"quarter_hours": 0}, "hours"),
        ({"quarter_hours": 8001}, "hours"),
        ({"cost_pence": 10_000_001}, "cost"),
    ],
)
def test_training_that_cannot_be_is_refused_in_its_place(
    school: School, hr: Actor, entry: TrainingEntry, changes: dict[str, Any], field: str
) -> None:
    engagement = make_engagement(school=school)

    with pytest.raises(DomainError) as caught:
        record_training(engagement_id=engagement.pk, entry=replace(entry, **changes), by=hr, now=NOW)

    assert caught.value.field == field


@pytest.mark.parametrize(
    "changes",
    [{"awarded_date": date(2026, 11, 2)}, {"printed_expiry": AWARDED}, {"quarter_hours": 8000}],
)
def test_neighbours_of_what_cannot_be_are_accepted(
    school: School, hr: Actor, entry: TrainingEntry, changes: dict[str, Any]
) -> None:
    engagement = make_engagement(school=school)

    record_training(engagement_id=engagement.pk, entry=replace(entry, **changes), by=hr, now=NOW)

    assert Training.objects.count() == 1


def test_course_of_another_school_is_unknown(school: School, hr: Actor, entry: TrainingEntry) -> None:
    from cpd.models import Course

    other = Course.objects.create(name="Forest school", school=make_school())

    with pytest.raises(DomainError) as caught:
        record_training(
            engagement_id=make_engagement(school=school).pk,
            entry=replace(entry, course_id=other.pk),
            by=hr,
            now=NOW,
        )

    assert caught.value.code == "course_unknown"


def test_same_training_of_the_same_day_is_refused(school: School, hr: Actor, entry: TrainingEntry) -> None:
    engagement = make_engagement(school=school)
    record_training(engagement_id=engagement.pk, entry=entry, by=hr, now=NOW)

    with pytest.raises(DomainError) as caught:
        record_training(engagement_id=engagement.pk, entry=entry, by=hr, now=NOW)

    assert (caught.value.code, caught.value.field) == ("recorded_already", "awarded_date")


def test_certificate_is_stored_with_the_training(school: School, hr: Actor, entry: TrainingEntry) -> None:
    upload = SimpleUploadedFile("fire.pdf", pdf())

    training = record_training(
        engagement_id=make_engagement(school=school).pk, entry=entry, upload=upload, by=hr, now=NOW
    )

    assert training.certificate is not None
    assert training.certificate.original_name == "fire.pdf"


def test_certificate_of_another_kind_is_refused_and_nothing_kept(
    school: School, hr: Actor, entry: TrainingEntry
) -> None:
    upload = SimpleUploadedFile("fire.exe", b"MZ\0\0 program")

    with pytest.raises(DomainError) as caught:
        record_training(
            engagement_id=make_engagement(school=school).pk, entry=entry, upload=upload, by=hr, now=NOW
        )

    assert caught.value.field == "file"
    assert (Training.objects.count(), Document.objects.count()) == (0, 0)


def test_many_are_recorded_at_once_and_who_has_it_is_named(
    school: School, hr: Actor, entry: TrainingEntry
) -> None:
    people = [make_engagement(school=school) for _ in range(3)]
    record_training(engagement_id=people[0].pk, entry=entry, by=hr, now=NOW)

    done = record_for_many(
        school_id=school.pk, engagement_ids=[one.pk for one in people], entry=entry, by=hr, now=NOW
    )

    assert (done.recorded, done.known) == (2, (people[0].person.full_name,))
    assert Training.objects.confirmed().count() == 3
    assert {one.history.count() for one in Training.objects.all()} == {1}


def test_person_with_two_posts_is_recorded_once(school: School, hr: Actor, entry: TrainingEntry) -> None:
    first = make_engagement(school=school)
    second = make_engagement(school=school, person=first.person)

    done = record_for_many(
        school_id=school.pk, engagement_ids=[first.pk, second.pk], entry=entry, by=hr, now=NOW
    )

    assert done.recorded == 1


def test_many_of_another_school_are_refused_and_nobody_recorded(
    school: School, hr: Actor, entry: TrainingEntry
) -> None:
    here, stranger = make_engagement(school=school), make_engagement()

    with pytest.raises(DomainError) as caught:
        record_for_many(
            school_id=school.pk, engagement_ids=[here.pk, stranger.pk], entry=entry, by=hr, now=NOW
        )

    assert caught.value.field == "people"
    assert not Training.objects.exists()


def test_nobody_ticked_is_said(school: School, hr: Actor, entry: TrainingEntry) -> None:
    with pytest.raises(DomainError) as caught:
        record_for_many(school_id=school.pk, engagement_ids=[], entry=entry, by=hr, now=NOW)

    assert caught.value.code == "nobody_chosen"


@pytest.fixture
def own(school: School) -> Engagement:
    engagement = make_engagement(school=school)
    engagement.person.user = make_user(Role.STAFF_MEMBER, school=school)
    engagement.person.save()
    return engagement


def test_what_somebody_adds_themselves_waits_until_it_is_confirmed(
    own: Engagement, hr: Actor, entry: TrainingEntry
) -> None:
    by = get_actor(own.person.user)

    training = add_own_training(engagement_id=own.pk, entry=entry, by=by, now=NOW)
    before = Training.objects.confirmed().count()
    confirm_training(training_id=training.pk, by=hr, now=NOW)

    assert (before, Training.objects.confirmed().count()) == (0, 1)


def test_nobody_adds_to_the_record_of_somebody_else(own: Engagement, entry: TrainingEntry) -> None:
    colleague = make_engagement(school=own.school)

    with pytest.raises(DomainError) as caught:
        add_own_training(engagement_id=colleague.pk, entry=entry, by=get_actor(own.person.user), now=NOW)

    assert caught.value.code == "not_own"


def test_own_addition_is_confirmed_by_somebody_else(school: School, entry: TrainingEntry) -> None:
    engagement = make_engagement(school=school)
    engagement.person.user = make_user(Role.HR_OFFICER, school=school)
    engagement.person.save()
    by = get_actor(engagement.person.user)
    training = add_own_training(engagement_id=engagement.pk, entry=entry, by=by, now=NOW)

    with pytest.raises(DomainError) as caught:
        confirm_training(training_id=training.pk, by=by, now=NOW)

    assert caught.value.code == "own_record"


@pytest.fixture
def own_of_hr(school: School) -> Engagement:
    engagement = make_engagement(school=school)
    engagement.person.user = make_user(Role.HR_OFFICER, school=school)
    engagement.person.save()
    return engagement


def test_what_hr_records_about_themselves_waits_for_somebody_else(
    own_of_hr: Engagement, hr: Actor, entry: TrainingEntry
) -> None:
    by = get_actor(own_of_hr.person.user)

    training = record_training(engagement_id=own_of_hr.pk, entry=entry, by=by, now=NOW)
    with pytest.raises(DomainError) as caught:
        confirm_training(training_id=training.pk, by=by, now=NOW)
    before = (training.origin, training.confirmed_at, training.confirmed_by_id)
    confirm_training(training_id=training.pk, by=hr, now=NOW)

    assert (caught.value.code, before) == ("own_record", ("self", None, None))
    assert Training.objects.confirmed().count() == 1


def test_hr_among_many_waits_and_the_others_count(
    school: School, own_of_hr: Engagement, entry: TrainingEntry
) -> None:
    colleague = make_engagement(school=school)
    done = record_for_many(
        school_id=school.pk,
        engagement_ids=[own_of_hr.pk, colleague.pk],
        entry=entry,
        by=get_actor(own_of_hr.person.user),
        now=NOW,
    )

    assert (done.recorded, done.own_waits) == (2, True)
    assert list(Training.objects.confirmed().values_list("person", flat=True)) == [colleague.person_id]


def test_nobody_confirms_what_a_colleague_wrote_down_about_them(
    own_of_hr: Engagement, entry: TrainingEntry
) -> None:
    training = make_training(
        own_of_hr, None, title="Makaton", origin="self", confirmed_at=None, confirmed_by=None
    )

    with pytest.raises(DomainError) as caught:
        confirm_training(training_id=training.pk, by=get_actor(own_of_hr.person.user), now=NOW)

    assert caught.value.code == "own_record"


def test_withdrawn_training_counts_no_more_and_can_be_recorded_anew(
    school: School, hr: Actor, entry: TrainingEntry
) -> None:
    engagement = make_engagement(school=school)
    training = record_training(engagement_id=engagement.pk, entry=entry, by=hr, now=NOW)

    withdraw_training(training_id=training.pk, reason=" Wrong person ", by=hr, now=NOW)
    record_training(engagement_id=engagement.pk, entry=entry, by=hr, now=NOW)

    training.refresh_from_db()
    assert training.withdrawn_reason == "Wrong person"
    assert Training.objects.confirmed().count() == 1


def test_training_is_withdrawn_for_a_reason_and_once(school: School, hr: Actor, entry: TrainingEntry) -> None:
    training = record_training(engagement_id=make_engagement(school=school).pk, entry=entry, by=hr, now=NOW)
    with pytest.raises(DomainError) as blank:
        withdraw_training(training_id=training.pk, reason=" ", by=hr, now=NOW)
    withdraw_training(training_id=training.pk, reason="Wrong", by=hr, now=NOW)
    with pytest.raises(DomainError) as again:
        withdraw_training(training_id=training.pk, reason="Wrong", by=hr, now=NOW)

    assert (blank.value.code, again.value.code) == ("reason_missing", "withdrawn_already")
