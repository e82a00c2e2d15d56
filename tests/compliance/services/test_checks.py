"""Checks become evidence: added and superseded, never changed, never back-dated, never without a right."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from compliance.domain.categories import CheckType, WorkerCategory
from compliance.domain.check_entry import CertificateEntry, CheckEntry, QualificationEntry, RightToWorkEntry
from compliance.domain.held_checks import Outcome
from compliance.models import Check, UpdateServiceCheck
from compliance.services.checks import record_check, record_update_service, record_workbook_checks
from core.domain.errors import DomainError, NotAllowed
from core.domain.permissions import Role
from core.models import Engagement
from tests.factories import make_actor, make_school
from tests.factories.compliance import make_certificate, make_engagement
from tests.factories.dated import make_early_start
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db

TODAY = NOW.date()
IDENTITY = CheckEntry(
    CheckType.IDENTITY,
    is_done=True,
    done_date=date(2026, 10, 12),
    outcome=Outcome.CLEAR,
    done_by="Nia Owen",
    evidence_seen="Passport and council-tax bill",
)
CERTIFICATE = CheckEntry(
    CheckType.ENHANCED_DBS,
    is_done=True,
    requested_date=date(2026, 9, 20),
    done_date=date(2026, 10, 14),
    outcome=Outcome.CLEAR,
    done_by="Nia Owen",
    reference_number="0012 3456 7890",
    certificate=CertificateEntry(
        name="Rowan Ashdown", includes_barred_list=True, issued_date=date(2026, 10, 5)
    ),
)


@pytest.fixture
def engagement() -> Engagement:
    engagement = make_engagement(school=make_school(), start_date=date(2026, 11, 9))
    engagement.person.given_name, engagement.person.family_name = "Rowan", "Ashdown"
    engagement.person.save()
    return engagement


def record(
    engagement: Engagement, entry: CheckEntry, *, role: Role = Role.HR_OFFICER, **more: object
) -> Check:
    by = make_actor(role, school=engagement.school)
    given = {
        "person_id": engagement.person_id,
        "school_id": engagement.school_id,
        "entry": entry,
        "by": by,
        "now": NOW,
    }
    return record_check(**given | more)


def fault(engagement: Engagement, entry: CheckEntry, **more: object) -> tuple[str, str | None]:
    with pytest.raises(DomainError) as caught:
        record(engagement, entry, **more)
    return caught.value.code, caught.value.field


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


WORKBOOK = {"origin": "workbook"}
SEPARATE_LIST = replace(IDENTITY, check=CheckType.CHILDREN_BARRED_LIST)


def test_a_workbook_may_know_that_it_was_done_and_not_when(engagement: Engagement) -> None:
    check = record(engagement, replace(IDENTITY, done_date=None), **WORKBOOK)

    assert (check.state, check.done_date, check.is_date_missing) == ("done", None, True)
    assert fault(engagement, replace(IDENTITY, done_date=None), reason="again") == (
        "date_missing",
        "done_date",
    )


@pytest.mark.parametrize(
    "entry",
    [
        replace(CERTIFICATE, certificate=None),
        replace(IDENTITY, check=CheckType.RIGHT_TO_WORK),
        replace(IDENTITY, check=CheckType.QUALIFICATIONS),
    ],
    ids=lambda entry: entry.check.value,
)
def test_a_workbook_may_not_know_what_was_seen(engagement: Engagement, entry: CheckEntry) -> None:
    with pytest.raises(DomainError):
        record(engagement, entry)

    assert record(engagement, entry, **WORKBOOK).check_type == entry.check


def test_a_workbook_has_no_place_for_the_reason_of_a_separate_barred_list_check(
    engagement: Engagement,
) -> None:
    assert fault(engagement, SEPARATE_LIST) == ("reason_missing", None)
    assert record(engagement, SEPARATE_LIST, **WORKBOOK).permitted_reason == ""


def test_a_workbook_does_not_permit_what_must_not_be_checked() -> None:
    engagement = make_engagement(school=make_school(), category=WorkerCategory.VOLUNTEER_BELOW)

    assert fault(engagement, SEPARATE_LIST, **WORKBOOK)[0] == "not_permitted"
    assert fault(engagement, replace(IDENTITY, done_by=""), **WORKBOOK) == ("who_missing", "done_by")
    assert fault(engagement, replace(IDENTITY, done_date=TODAY + timedelta(days=1)), **WORKBOOK) == (
        "date_ahead",
        "done_date",
    )


@pytest.mark.parametrize("before", [0, 1])
def test_checks_of_a_workbook_are_written_as_one_by_one(engagement: Engagement, before: int) -> None:
    """Two referees stand side by side; a second identity check takes the place of what was asked for."""
    asked = CheckEntry(CheckType.IDENTITY, is_done=False, requested_date=date(2026, 10, 1))
    referee = replace(IDENTITY, check=CheckType.REFERENCES, done_date=None)
    entries = [asked, IDENTITY, CERTIFICATE, referee, replace(referee, evidence_seen="Omar Reid")]
    other = make_engagement(school=engagement.school, start_date=date(2026, 11, 9))
    by = make_actor(Role.HR_OFFICER, school=engagement.school)
    for some in (entries[:before], entries[before:]):
        written = record_workbook_checks(
            person_id=engagement.person_id, school_id=engagement.school_id, entries=some, by=by, now=NOW
        )
        assert [one.check_type for one in written] == [one.check.value for one in some]
    for entry in entries:
        record(other, entry, origin="workbook")
    assert facts_of(engagement) == facts_of(other)
    assert len(facts_of(other)) == 5


def facts_of(engagement: Engagement) -> list[tuple[object, ...]]:
    """What is on record of somebody, but for whose it is and who wrote it."""
    checks = Check.objects.filter(person_id=engagement.person_id).order_by("pk")
    return list(
        checks.values_list(
            "check_type",
            "state",
            "requested_date",
            "done_date",
            "is_date_missing",
            "reference_number",
            "evidence_seen",
            "origin",
            "reason",
            "superseded_at",
            "recorded_at",
            "supersedes__check_type",
            "certificate__name_on_certificate",
        )
    )


def test_a_clear_certificate_of_a_workbook_ends_an_early_start(engagement: Engagement) -> None:
    early_start = make_early_start(engagement, TODAY + timedelta(days=7))
    by = make_actor(Role.HR_OFFICER, school=engagement.school)
    ended = []
    for entry in (IDENTITY, CERTIFICATE):
        record_workbook_checks(
            person_id=engagement.person_id, school_id=engagement.school_id, entries=[entry], by=by, now=NOW
        )
        early_start.refresh_from_db()
        ended.append(early_start.ended_at)
    assert ended == [None, NOW]


def test_a_workbooks_checks_are_written_all_or_none(engagement: Engagement) -> None:
    by = make_actor(Role.HR_OFFICER, school=engagement.school)
    with pytest.raises(DomainError):
        record_workbook_checks(
            person_id=engagement.person_id,
            school_id=engagement.school_id,
            entries=[IDENTITY, replace(IDENTITY, done_date=TODAY + timedelta(days=1))],
            by=by,
            now=NOW,
        )
    assert Check.objects.count() == 0


def test_only_who_records_checks_takes_over_a_workbooks(engagement: Engagement) -> None:
    by = make_actor(Role.LINE_MANAGER, school=engagement.school)
    with pytest.raises(NotAllowed):
        record_workbook_checks(
            person_id=engagement.person_id, school_id=engagement.school_id, entries=[IDENTITY], by=by, now=NOW
        )
    assert Check.objects.count() == 0
