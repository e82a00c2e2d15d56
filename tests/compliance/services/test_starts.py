"""Early starts signed, reviewed and ended; starts confirmed, and never while the verdict says no."""

from datetime import date, timedelta

import pytest

from compliance.domain.categories import CheckType, WorkerCategory
from compliance.domain.check_entry import CertificateEntry, CheckEntry
from compliance.domain.held_checks import Outcome
from compliance.models import EarlyStart, EarlyStartReview, StartConfirmation
from compliance.services.checks import record_check
from compliance.services.starts import (
    RiskAssessment,
    confirm_start,
    end_early_start,
    review_early_start,
    sign_early_start,
)
from core.domain.errors import DomainError
from core.domain.permissions import Role
from core.models import Engagement
from tests.factories import make_actor, make_school
from tests.factories.compliance import make_certificate, make_check, make_engagement
from tests.factories.dated import make_early_start
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db

TODAY = NOW.date()
FACTS = {
    "teaching_work": False,
    "has_trn": False,
    "lived_abroad": False,
    "early_years_or_wraparound": False,
    "manages_early_years": False,
}
ASSESSMENT = RiskAssessment(
    supervision_plan="Never alone with children",
    supervisor="Helen Marsh",
    risks="Low",
    review_date=TODAY + timedelta(days=14),
)
ALL_BUT_THE_CERTIFICATE = (CheckType.IDENTITY, CheckType.RIGHT_TO_WORK, CheckType.MEDICAL_FITNESS)


@pytest.fixture
def engagement() -> Engagement:
    """Somebody who starts today; every check that is a must is done, and the certificate applied for."""
    engagement = make_engagement(school=make_school(), start_date=TODAY, role=FACTS)
    for check in ALL_BUT_THE_CERTIFICATE:
        make_check(engagement, check)
    make_check(engagement, CheckType.CHILDREN_BARRED_LIST, permitted_reason="pending")
    make_check(
        engagement,
        CheckType.ENHANCED_DBS,
        state="requested",
        requested_date=date(2026, 10, 1),
        done_date=None,
        outcome="pending",
    )
    return engagement


def sign(engagement: Engagement, *, role: Role = Role.HEADTEACHER, **change: object) -> EarlyStart:
    by = make_actor(role, school=engagement.school)
    assessment = RiskAssessment(
        **{name: getattr(ASSESSMENT, name) for name in RiskAssessment.__dataclass_fields__} | change
    )
    return sign_early_start(engagement_id=engagement.pk, assessment=assessment, by=by, now=NOW)


def confirm(
    engagement: Engagement, started: date = TODAY, *, role: Role = Role.HR_OFFICER
) -> StartConfirmation:
    by = make_actor(role, school=engagement.school)
    return confirm_start(engagement_id=engagement.pk, started_date=started, by=by, now=NOW)


def code_of(error: pytest.ExceptionInfo[DomainError]) -> tuple[str, str | None]:
    return error.value.code, error.value.field


def test_sign_early_start_keeps_who_signed_what(engagement: Engagement) -> None:
    early_start = sign(engagement)

    assert (early_start.supervisor, early_start.signed_at, early_start.review_date) == (
        "Helen Marsh",
        NOW,
        date(2026, 11, 16),
    )


@pytest.mark.parametrize("field", ["supervision_plan", "supervisor", "risks"])
def test_sign_early_start_needs_every_word(engagement: Engagement, field: str) -> None:
    with pytest.raises(DomainError) as caught:
        sign(engagement, **{field: " "})
    assert code_of(caught) == ("words_missing", field)


@pytest.mark.parametrize(("days", "is_refused"), [(0, False), (-1, True)])
def test_sign_early_start_is_reviewed_after_it_begins(
    engagement: Engagement, days: int, is_refused: bool
) -> None:
    review = TODAY + timedelta(days=days)
    if is_refused:
        with pytest.raises(DomainError) as caught:
            sign(engagement, review_date=review)
        assert code_of(caught) == ("date_behind", "review_date")
    else:
        assert sign(engagement, review_date=review).review_date == review


@pytest.mark.parametrize("missing", [*ALL_BUT_THE_CERTIFICATE, CheckType.CHILDREN_BARRED_LIST])
def test_sign_early_start_while_another_check_is_missing_is_refused(
    engagement: Engagement, missing: CheckType
) -> None:
    engagement.person.checks.filter(check_type=missing).delete()

    with pytest.raises(DomainError) as caught:
        sign(engagement)
    assert (caught.value.code, EarlyStart.objects.count()) == ("not_possible", 0)


def test_sign_early_start_for_an_agency_worker_is_refused() -> None:
    worker = make_engagement(category=WorkerCategory.SUPPLY_AGENCY, start_date=TODAY)

    with pytest.raises(DomainError) as caught:
        sign(worker)
    assert caught.value.code == "not_possible"


def test_sign_early_start_twice_is_refused(engagement: Engagement) -> None:
    sign(engagement)

    with pytest.raises(DomainError) as caught:
        sign(engagement)
    assert caught.value.code == "early_start_running"


@pytest.mark.parametrize("role", [Role.HR_OFFICER, Role.TRUST_ADMINISTRATOR, Role.LINE_MANAGER])
def test_sign_early_start_is_for_the_head(engagement: Engagement, role: Role) -> None:
    with pytest.raises(DomainError) as caught:
        sign(engagement, role=role)
    assert caught.value.code == "not_permitted"


def test_review_early_start_moves_the_next_review(engagement: Engagement) -> None:
    early_start = sign(engagement)
    head = make_actor(Role.HEADTEACHER, school=engagement.school)
    review_early_start(
        early_start_id=early_start.pk,
        note="Still under supervision",
        next_review_date=TODAY + timedelta(days=1),
        by=head,
        now=NOW,
    )
    early_start.refresh_from_db()

    assert early_start.review_date == TODAY + timedelta(days=1)
    assert EarlyStartReview.objects.get().note == "Still under supervision"


@pytest.mark.parametrize(
    ("note", "days", "expected"),
    [(" ", 14, ("note_missing", "note")), ("Goes on", 0, ("date_behind", "next_review_date"))],
)
def test_review_early_start_needs_a_word_and_a_day_ahead(
    engagement: Engagement, note: str, days: int, expected: tuple[str, str]
) -> None:
    early_start = sign(engagement)
    head = make_actor(Role.HEADTEACHER, school=engagement.school)
    with pytest.raises(DomainError) as caught:
        review_early_start(
            early_start_id=early_start.pk,
            note=note,
            next_review_date=TODAY + timedelta(days=days),
            by=head,
            now=NOW,
        )
    assert (code_of(caught), EarlyStartReview.objects.count()) == (expected, 0)


def test_end_early_start_is_for_a_reason_and_once(engagement: Engagement) -> None:
    early_start = sign(engagement)
    head = make_actor(Role.HEADTEACHER, school=engagement.school)
    with pytest.raises(DomainError) as caught:
        end_early_start(early_start_id=early_start.pk, reason=" ", by=head, now=NOW)
    assert code_of(caught) == ("reason_missing", "reason")

    end_early_start(early_start_id=early_start.pk, reason="Does not start after all", by=head, now=NOW)
    with pytest.raises(DomainError) as caught:
        end_early_start(early_start_id=early_start.pk, reason="Again", by=head, now=NOW)
    assert caught.value.code == "early_start_ended"


def record_certificate(engagement: Engagement, outcome: Outcome) -> None:
    record_check(
        person_id=engagement.person_id,
        school_id=engagement.school_id,
        entry=CheckEntry(
            CheckType.ENHANCED_DBS,
            is_done=True,
            done_date=TODAY,
            outcome=outcome,
            done_by="Nia Owen",
            reference_number="001234567890",
            certificate=CertificateEntry(
                name=engagement.person.full_name, includes_barred_list=True, issued_date=TODAY
            ),
        ),
        by=make_actor(Role.HR_OFFICER, school=engagement.school),
        now=NOW,
    )


@pytest.mark.parametrize(
    ("outcome", "reason"), [(Outcome.CLEAR, "The certificate has arrived"), (Outcome.CONCERN, "")]
)
def test_a_clear_certificate_ends_an_early_start(
    engagement: Engagement, outcome: Outcome, reason: str
) -> None:
    early_start = sign(engagement)
    record_certificate(engagement, outcome)
    early_start.refresh_from_db()

    assert early_start.end_reason == reason


def test_confirm_start_keeps_the_edition(engagement: Engagement) -> None:
    record_certificate(engagement, Outcome.CLEAR)
    confirmation = confirm(engagement)

    assert (confirmation.started_date, confirmation.is_early_start, confirmation.edition) == (
        TODAY,
        False,
        "Right to work: the wider scheme",
    )


def test_confirm_start_while_the_verdict_says_no_is_refused(engagement: Engagement) -> None:
    with pytest.raises(DomainError) as caught:
        confirm(engagement)

    assert (caught.value.code, StartConfirmation.objects.count()) == ("not_clear", 0)


def test_confirm_start_under_an_early_start_is_one(engagement: Engagement) -> None:
    sign(engagement)

    assert confirm(engagement).is_early_start is True


@pytest.mark.parametrize(("days", "is_refused"), [(0, False), (-1, True)])
def test_confirm_start_after_a_missed_review_is_refused(
    engagement: Engagement, days: int, is_refused: bool
) -> None:
    make_early_start(engagement, TODAY + timedelta(days=days))
    if is_refused:
        with pytest.raises(DomainError) as caught:
            confirm(engagement)
        assert caught.value.code == "not_clear"
    else:
        assert confirm(engagement).is_early_start is True


def test_confirm_start_on_another_day_moves_the_first_day(engagement: Engagement) -> None:
    record_certificate(engagement, Outcome.CLEAR)
    confirm(engagement, TODAY - timedelta(days=3))
    engagement.refresh_from_db()

    assert engagement.start_date == TODAY - timedelta(days=3)


def test_confirm_start_after_the_recorded_last_day_is_refused(engagement: Engagement) -> None:
    engagement.person.checks.filter(state="requested").delete()
    make_certificate(engagement)
    engagement.start_date, engagement.end_date = TODAY - timedelta(days=9), TODAY - timedelta(days=1)
    engagement.save()

    with pytest.raises(DomainError) as caught:
        confirm(engagement)
    assert code_of(caught) == ("dates_out_of_order", "started_date")
    assert confirm(engagement, TODAY - timedelta(days=1)).started_date == TODAY - timedelta(days=1)


def test_confirm_start_ahead_and_twice_are_refused(engagement: Engagement) -> None:
    record_certificate(engagement, Outcome.CLEAR)
    with pytest.raises(DomainError) as caught:
        confirm(engagement, TODAY + timedelta(days=1))
    assert code_of(caught) == ("date_ahead", "started_date")

    confirm(engagement)
    with pytest.raises(DomainError) as caught:
        confirm(engagement)
    assert caught.value.code == "start_confirmed"


def test_confirm_start_without_a_role_is_refused() -> None:
    with pytest.raises(DomainError) as caught:
        confirm(make_engagement(category=None, start_date=TODAY))
    assert caught.value.code == "role_missing"


@pytest.mark.parametrize("role", [Role.TRUST_ADMINISTRATOR, Role.LINE_MANAGER, Role.INSPECTOR])
def test_confirm_start_is_for_those_who_may(engagement: Engagement, role: Role) -> None:
    record_certificate(engagement, Outcome.CLEAR)
    with pytest.raises(DomainError) as caught:
        confirm(engagement, role=role)
    assert caught.value.code == "not_permitted"
