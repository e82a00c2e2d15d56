"""Checks become evidence: added and superseded, never changed, never back-dated, never without a right."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from compliance.domain.categories import CheckType, WorkerCategory
from compliance.domain.check_entry import CheckEntry, QualificationEntry, RightToWorkEntry
from compliance.domain.held_checks import Outcome
from compliance.models import Check, UpdateServiceCheck
from compliance.services.update_service import record_update_service
from core.domain.errors import DomainError, NotAllowed
from core.domain.permissions import Role
from core.models import Engagement
from tests.compliance.services.recording import CERTIFICATE, IDENTITY, fault, make_rowan, record
from tests.factories import make_actor, make_school
from tests.factories.compliance import make_certificate, make_engagement
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db

TODAY = NOW.date()


@pytest.fixture
def engagement() -> Engagement:
    return make_rowan()


def test_record_check_writes_who_saw_what_and_when(engagement: Engagement) -> None:
    check = record(engagement, IDENTITY)

    check.refresh_from_db()
    assert (check.state, check.done_date, check.done_by, check.evidence_seen, check.recorded_at) == (
        "done",
        date(2026, 10, 12),
        "Nia Owen",
        "Passport and council-tax bill",
        NOW,
    )


def test_record_check_remembers_the_edition_of_the_rules(engagement: Engagement) -> None:
    assert record(engagement, IDENTITY).edition == "Right to work: the wider scheme"


def test_record_check_asked_for_and_then_done_keeps_both(engagement: Engagement) -> None:
    asked = record(
        engagement, CheckEntry(CheckType.IDENTITY, is_done=False, requested_date=date(2026, 10, 1))
    )
    done = record(engagement, IDENTITY, now=NOW + timedelta(hours=1))

    asked.refresh_from_db()
    assert (asked.superseded_at, done.supersedes_id, done.requested_date, done.reason) == (
        NOW + timedelta(hours=1),
        asked.pk,
        date(2026, 10, 1),
        "Asked for before",
    )
    assert list(Check.objects.current()) == [done]


@pytest.mark.parametrize(
    ("done_date", "requested_date"),
    [(date(2026, 9, 30), None), (date(2026, 10, 1), date(2026, 10, 1))],
)
def test_record_check_done_before_it_was_asked_for_answers_no_request(
    engagement: Engagement, done_date: date, requested_date: date | None
) -> None:
    record(engagement, CheckEntry(CheckType.IDENTITY, is_done=False, requested_date=date(2026, 10, 1)))

    done = record(engagement, replace(IDENTITY, done_date=done_date), now=NOW + timedelta(hours=1))

    assert (done.done_date, done.requested_date) == (done_date, requested_date)


def test_record_check_again_needs_a_reason(engagement: Engagement) -> None:
    first = record(engagement, IDENTITY)
    later = replace(IDENTITY, done_date=date(2026, 10, 13))

    assert fault(engagement, later) == ("reason_missing", "reason")

    second = record(engagement, later, reason="The first was read off a copy", now=NOW + timedelta(minutes=1))
    first.refresh_from_db()
    assert (first.done_date, second.done_date) == (date(2026, 10, 12), date(2026, 10, 13))
    assert (first.superseded_at, second.reason) == (
        NOW + timedelta(minutes=1),
        "The first was read off a copy",
    )


def test_record_check_certificates_stand_beside_each_other(engagement: Engagement) -> None:
    seen = replace(
        IDENTITY, check=CheckType.QUALIFICATIONS, qualification=QualificationEntry("GCSE English, C")
    )
    first = record(engagement, seen)
    other = record(engagement, replace(seen, qualification=QualificationEntry("GCSE mathematics, 4")))

    assert list(Check.objects.current().order_by("pk")) == [first, other]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"done_date": TODAY}, None),
        ({"done_date": TODAY + timedelta(days=1)}, ("date_ahead", "done_date")),
        ({"done_date": None}, ("date_missing", "done_date")),
        ({"requested_date": date(2026, 10, 12)}, None),
        ({"requested_date": date(2026, 10, 13)}, ("dates_out_of_order", "done_date")),
        ({"done_by": " "}, ("who_missing", "done_by")),
        ({"outcome": Outcome.PENDING}, ("outcome_missing", "outcome")),
        ({"recheck_date": date(2026, 10, 13)}, None),
        ({"recheck_date": date(2026, 10, 12)}, ("dates_out_of_order", "recheck_date")),
    ],
)
def test_record_check_dates_and_words(
    engagement: Engagement, change: dict[str, object], expected: tuple[str, str] | None
) -> None:
    entry = replace(IDENTITY, **change)
    if expected is None:
        record(engagement, entry)
    else:
        assert fault(engagement, entry) == expected
    assert Check.objects.count() == (1 if expected is None else 0)


def test_record_check_certificate_number_is_kept_as_twelve_digits(engagement: Engagement) -> None:
    assert record(engagement, CERTIFICATE).reference_number == "001234567890"


@pytest.mark.parametrize("number", ["00123456789", "0012345678901", "00123456789O", ""])
def test_record_check_certificate_number_of_other_shape_is_refused(
    engagement: Engagement, number: str
) -> None:
    wrong = replace(CERTIFICATE, reference_number=number)

    assert fault(engagement, wrong) == ("wrong_digits", "reference_number")


def test_record_check_barred_list_alone_needs_one_of_two_reasons(engagement: Engagement) -> None:
    entry = replace(IDENTITY, check=CheckType.CHILDREN_BARRED_LIST)

    with pytest.raises(NotAllowed) as caught:
        record(engagement, entry)
    assert caught.value.code == "reason_missing"
    assert record(engagement, replace(entry, permitted_reason="pending")).permitted_reason == "pending"


def test_record_check_barred_list_of_a_governor_is_not_permitted() -> None:
    governor = make_engagement(category=WorkerCategory.TRUSTEE_ACADEMY)
    entry = replace(IDENTITY, check=CheckType.CHILDREN_BARRED_LIST, permitted_reason="pending")

    with pytest.raises(NotAllowed) as caught:
        record(governor, entry)
    assert caught.value.code == "not_permitted"
    assert Check.objects.count() == 0


def test_record_check_barred_list_is_permitted_in_one_of_two_roles() -> None:
    governor = make_engagement(category=WorkerCategory.TRUSTEE_ACADEMY)
    make_engagement(school=governor.school, person=governor.person, category=WorkerCategory.TEACHER)
    entry = replace(IDENTITY, check=CheckType.CHILDREN_BARRED_LIST, permitted_reason="pending")

    assert record(governor, entry).check_type == CheckType.CHILDREN_BARRED_LIST


@pytest.mark.parametrize(
    "check",
    [CheckType.IDENTITY, CheckType.ENHANCED_DBS, CheckType.CHILDREN_BARRED_LIST, CheckType.RIGHT_TO_WORK],
)
def test_record_check_takes_an_agencys_word_only_for_people_whom_it_sends(
    engagement: Engagement, check: CheckType
) -> None:
    by_letter = replace(IDENTITY, check=check, is_assurance=True)
    sent = make_engagement(category=WorkerCategory.SUPPLY_AGENCY)

    assert fault(engagement, by_letter) == ("assurance_not_enough", None)
    assert fault(make_engagement(category=None), by_letter) == ("assurance_not_enough", None)
    if check in {CheckType.ENHANCED_DBS, CheckType.CHILDREN_BARRED_LIST}:
        assert record(sent, by_letter).is_assurance


def test_record_check_of_two_roles_is_made_by_the_school_where_one_needs_it() -> None:
    sent = make_engagement(category=WorkerCategory.SUPPLY_AGENCY)
    by_letter = replace(IDENTITY, check=CheckType.ENHANCED_DBS, is_assurance=True)
    make_engagement(person=sent.person, school=sent.school, category=WorkerCategory.TEACHER)

    assert fault(sent, by_letter) == ("assurance_not_enough", None)


@pytest.mark.parametrize("field", ["done_by", "reference_number", "evidence_seen", "note"])
def test_record_check_keeps_no_offence_in_any_of_its_words(engagement: Engagement, field: str) -> None:
    told = replace(IDENTITY, **{field: "Convicted of theft in 2009"})

    assert fault(engagement, told) == ("offence_details", field)


def test_record_check_keeps_no_offence_in_the_reason_for_a_new_one(engagement: Engagement) -> None:
    record(engagement, IDENTITY)

    assert fault(engagement, IDENTITY, reason="Cautioned for theft") == ("offence_details", "reason")
    assert record(engagement, IDENTITY, reason="Read off a copy before").reason == "Read off a copy before"


def test_record_check_keeps_only_the_end_of_a_share_code(engagement: Engagement) -> None:
    shown = RightToWorkEntry(
        route="online",
        document="A-online",
        share_code="WAB12CD34",
        share_code_created=date(2026, 10, 1),
    )
    check = record(engagement, replace(IDENTITY, check=CheckType.RIGHT_TO_WORK, right_to_work=shown))

    assert check.right_to_work.share_code_ending == "D34"


@pytest.mark.parametrize("role", [Role.PANEL_MEMBER, Role.LINE_MANAGER, Role.INSPECTOR, Role.STAFF_MEMBER])
def test_record_check_is_for_those_who_may(engagement: Engagement, role: Role) -> None:
    assert fault(engagement, IDENTITY, role=role) == ("not_permitted", None)


def test_record_check_of_another_school_is_refused(engagement: Engagement) -> None:
    elsewhere = make_actor(Role.HR_OFFICER, school=make_school())

    assert fault(engagement, IDENTITY, by=elsewhere) == ("not_permitted", None)


def test_record_update_service_needs_consent(engagement: Engagement) -> None:
    check = make_certificate(engagement)
    by = make_actor(Role.HR_OFFICER, school=engagement.school)
    look = {"check_id": check.pk, "checked_date": date(2026, 10, 30), "result": "blank_no_new"}

    with pytest.raises(DomainError) as caught:
        record_update_service(**look, by=by, now=NOW)
    assert caught.value.code == "no_consent"

    check.certificate.update_service_consent_date = date(2026, 10, 30)
    check.certificate.save()
    record_update_service(**look, by=by, now=NOW)
    assert UpdateServiceCheck.objects.get().result == "blank_no_new"

    with pytest.raises(DomainError) as caught:
        record_update_service(**look | {"checked_date": date(2026, 10, 29)}, by=by, now=NOW)
    assert caught.value.code == "before_consent"
