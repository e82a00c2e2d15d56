"""What must never stand among checks."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError

from compliance.domain.categories import CheckType
from compliance.models import (
    Check,
    DbsCertificate,
    QualificationSeen,
    RightToWorkEvidence,
    UpdateServiceCheck,
)
from core.models import Engagement
from tests.factories.compliance import make_certificate, make_check, make_engagement
from tests.factories.dated import make_document
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db

DAY = date(2026, 10, 12)
ASKED = {"state": "requested", "requested_date": DAY, "done_date": None, "outcome": "pending"}


@pytest.fixture
def engagement() -> Engagement:
    return make_engagement()


@pytest.mark.parametrize(
    "fields",
    [
        {},
        ASKED,
        {"done_date": None, "is_date_missing": True},
        {"requested_date": DAY, "done_date": DAY},
        {"superseded_at": NOW},
    ],
)
def test_a_check_that_can_be_is_kept(engagement: Engagement, fields: dict[str, Any]) -> None:
    assert make_check(engagement, CheckType.IDENTITY, **fields).pk


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        # Done neither on a day nor without one: which of the two is named first is the database's choice.
        ("check_state_known|check_done_on_a_day_or_date_missing", {"state": "lost"}),
        ("check_outcome_known", {"outcome": "fine"}),
        ("check_origin_known", {"origin": "hearsay"}),
        ("check_done_on_a_day_or_date_missing", {"done_date": None}),
        ("check_done_on_a_day_or_date_missing", {"is_date_missing": True}),
        ("check_done_on_a_day_or_date_missing", ASKED | {"done_date": DAY}),
        ("check_done_on_a_day_or_date_missing", ASKED | {"requested_date": None}),
        ("check_done_on_a_day_or_date_missing", ASKED | {"outcome": "clear"}),
        ("check_dates_in_order", {"requested_date": DAY, "done_date": DAY - timedelta(days=1)}),
        ("check_permitted_reason_for_barred_list", {"permitted_reason": "pending"}),
        ("check_evidence_destroyed_or_there", {"relied_on_until": DAY}),
        ("check_superseded_after_recorded", {"superseded_at": NOW - timedelta(seconds=1)}),
    ],
)
def test_a_check_that_cannot_be_is_refused(
    engagement: Engagement, constraint: str, fields: dict[str, Any]
) -> None:
    with pytest.raises(IntegrityError, match=constraint):
        make_check(engagement, CheckType.IDENTITY, **fields)


def test_a_kind_of_check_is_one_of_those_there_are(engagement: Engagement) -> None:
    with pytest.raises(IntegrityError, match="check_type_known"):
        make_check(engagement, "horoscope")  # type: ignore[arg-type]


def test_a_reason_for_the_barred_list_is_one_of_two(engagement: Engagement) -> None:
    make_check(engagement, CheckType.CHILDREN_BARRED_LIST, permitted_reason="three_month")
    with pytest.raises(IntegrityError, match="check_permitted_reason_for_barred_list"):
        make_check(engagement, CheckType.CHILDREN_BARRED_LIST, permitted_reason="to_be_sure")


def test_a_check_supersedes_for_a_reason(engagement: Engagement) -> None:
    first = make_check(engagement, CheckType.IDENTITY, superseded_at=NOW)
    with pytest.raises(IntegrityError, match="check_supersedes_for_a_reason"):
        make_check(engagement, CheckType.IDENTITY, supersedes=first)


def test_a_check_is_superseded_once(engagement: Engagement) -> None:
    first = make_check(engagement, CheckType.REFERENCES, superseded_at=NOW)
    make_check(engagement, CheckType.REFERENCES, supersedes=first, reason="Corrected")
    with pytest.raises(IntegrityError, match="supersedes"):
        make_check(engagement, CheckType.REFERENCES, supersedes=first, reason="Corrected again")


@pytest.mark.parametrize(
    ("check", "is_refused"),
    [
        (CheckType.IDENTITY, True),
        (CheckType.QUALIFICATIONS, False),
        (CheckType.REFERENCES, False),
        (CheckType.OVERSEAS, False),
    ],
)
def test_one_check_of_a_kind_stands_but_for_certificates_referees_and_countries(
    engagement: Engagement, check: CheckType, is_refused: bool
) -> None:
    make_check(engagement, check)
    if is_refused:
        with pytest.raises(IntegrityError, match=r"check_one_current|UNIQUE constraint failed"):
            make_check(engagement, check)
    else:
        make_check(engagement, check)
        assert Check.objects.current().count() == 2


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [("dbs_level_known", {"level": "super"}), ("dbs_workforce_known", {"workforce": "pirates"})],
)
def test_a_certificate_is_of_a_known_kind(
    engagement: Engagement, constraint: str, fields: dict[str, str]
) -> None:
    with pytest.raises(IntegrityError, match=constraint):
        DbsCertificate.objects.create(
            check_record=make_check(engagement, CheckType.ENHANCED_DBS),
            includes_barred_list=True,
            name_on_certificate="Rowan Ashdown",
            **fields,
        )


def test_a_look_at_the_update_service_has_a_known_result(engagement: Engagement) -> None:
    certificate = make_certificate(engagement).certificate
    with pytest.raises(IntegrityError, match="update_service_result_known"):
        UpdateServiceCheck.objects.create(
            certificate=certificate,
            checked_date=DAY,
            result="looks_fine",
            recorded_at=NOW,
            recorded_by=engagement.created_by,
        )


def test_the_right_to_work_is_checked_by_a_known_route(engagement: Engagement) -> None:
    check = make_check(engagement, CheckType.RIGHT_TO_WORK)
    with pytest.raises(IntegrityError, match="right_to_work_route_known"):
        RightToWorkEvidence.objects.create(check_record=check, route="by_ear", document="A1")


def test_a_certificate_seen_has_a_title(engagement: Engagement) -> None:
    check = make_check(engagement, CheckType.QUALIFICATIONS)
    with pytest.raises(IntegrityError, match="qualification_has_title"):
        QualificationSeen.objects.create(check_record=check, title="")


def test_evidence_is_destroyed_or_there(engagement: Engagement) -> None:
    copy = make_document(engagement.school)
    with pytest.raises(IntegrityError, match="check_evidence_destroyed_or_there"):
        make_check(engagement, CheckType.IDENTITY, document=copy, evidence_destroyed_date=DAY)
