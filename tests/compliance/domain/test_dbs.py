"""What speaks for a person beside the certificate: the Update Service, continuity, the separate check."""

from dataclasses import replace
from datetime import date

import pytest

from compliance.domain.categories import WorkerCategory
from compliance.domain.dbs import (
    CheckReason,
    Outcome,
    SeparateCheck,
    UpdateResult,
)
from compliance.domain.dbs_certificate import Certificate, Workforce
from tests.compliance.domain.dbs_case import (
    CURRENT,
    LONG_AGO,
    OTHERS,
    OWN,
    RECENT,
    judge,
    problems,
    warnings,
)


@pytest.mark.parametrize(
    ("result", "outcome", "said"),
    [
        (UpdateResult.BLANK_NO_NEW, Outcome.VALID, []),
        (UpdateResult.CONTENT_NO_NEW, Outcome.VALID, ["certificate_has_content"]),
        (UpdateResult.NO_LONGER_CURRENT, Outcome.NEW_CHECK_REQUIRED, []),
        (UpdateResult.NOT_FOUND, Outcome.NEW_CHECK_REQUIRED, ["update_not_found"]),
        (None, Outcome.NEW_CHECK_REQUIRED, []),
    ],
)
def test_result_of_the_update_service_decides_on_anothers_certificate(
    result: UpdateResult | None, outcome: Outcome, said: list[str]
) -> None:
    judged = judge(certificate=OTHERS, update_check=replace(CURRENT, result=result))

    assert (judged.outcome, warnings(judged)) == (outcome, said)


@pytest.mark.parametrize(
    ("result", "outcome"),
    [
        (UpdateResult.BLANK_NO_NEW, Outcome.VALID),
        (UpdateResult.NOT_FOUND, Outcome.VALID),
        (UpdateResult.NO_LONGER_CURRENT, Outcome.NEW_CHECK_REQUIRED),
        (None, Outcome.VALID),
    ],
)
def test_own_certificate_falls_only_by_news(result: UpdateResult | None, outcome: Outcome) -> None:
    assert judge(update_check=replace(CURRENT, result=result)).outcome == outcome


@pytest.mark.parametrize("worked_until", [None, RECENT])
def test_certificate_no_longer_current_is_not_relied_on_whatever_else(worked_until: date | None) -> None:
    update = replace(CURRENT, result=UpdateResult.NO_LONGER_CURRENT)
    judged = judge(certificate=OTHERS, update_check=update, worked_until=worked_until)

    assert (judged.outcome, problems(judged)) == (Outcome.NEW_CHECK_REQUIRED, ["no_longer_current"])


@pytest.mark.parametrize("consent", [False, None])
def test_update_check_without_consent_is_blocked(consent: bool | None) -> None:
    judged = judge(certificate=OTHERS, update_check=replace(CURRENT, consent=consent))

    assert (judged.outcome, problems(judged)) == (Outcome.REFUSED, ["update_without_consent"])


@pytest.mark.parametrize(
    ("original_seen", "seen_date", "expected"),
    [
        (False, date(2026, 10, 12), ["update_without_original"]),
        (None, date(2026, 10, 12), []),
        (None, date(2026, 11, 2), []),
        (None, date(2026, 11, 3), ["update_without_original"]),
        (True, date(2026, 11, 3), []),
        (None, None, ["update_without_original", "original_not_seen"]),
    ],
)
def test_update_check_needs_the_original_seen_first(
    original_seen: bool | None, seen_date: date | None, expected: list[str]
) -> None:
    judged = judge(
        certificate=replace(OTHERS, original_seen_date=seen_date),
        update_check=replace(CURRENT, original_seen=original_seen),
    )

    assert problems(judged) == expected


# Continuity and the separate barred-list check


@pytest.mark.parametrize("certificate", [None, OTHERS, replace(OTHERS, original_seen_date=None)])
@pytest.mark.parametrize(
    ("worked_until", "start", "outcome"),
    [
        (date(2026, 8, 22), date(2026, 11, 22), Outcome.VALID_BY_CONTINUITY),
        (date(2026, 8, 22), date(2026, 11, 23), Outcome.NEW_CHECK_REQUIRED),
        (date(2026, 8, 31), date(2026, 11, 30), Outcome.VALID_BY_CONTINUITY),
        (date(2026, 8, 31), date(2026, 12, 1), Outcome.NEW_CHECK_REQUIRED),
        (date(2026, 12, 18), date(2026, 11, 23), Outcome.VALID_BY_CONTINUITY),
    ],
)
def test_continuity_lasts_three_months_to_the_day(
    certificate: Certificate | None, worked_until: date, start: date, outcome: Outcome
) -> None:
    seen = replace(certificate, original_seen_date=date(2026, 10, 12)) if certificate else None
    given = certificate if outcome == Outcome.VALID_BY_CONTINUITY else seen

    judged = judge(certificate=given, worked_until=worked_until, start_date=start)

    assert judged.outcome == outcome
    assert judged.barred_list_check == (
        SeparateCheck.REQUIRED if outcome == Outcome.VALID_BY_CONTINUITY else SeparateCheck.NOT_PERMITTED
    )


@pytest.mark.parametrize(
    ("worked_until", "start_date", "problem"),
    [
        (RECENT, None, "start_not_known"),
        (None, None, "no_certificate"),
        (LONG_AGO, date(2026, 11, 23), "no_certificate"),
    ],
)
def test_continuity_rests_on_the_day_of_the_start(
    worked_until: date | None, start_date: date | None, problem: str
) -> None:
    judged = judge(certificate=None, worked_until=worked_until, start_date=start_date)

    assert (judged.outcome, problems(judged)) == (Outcome.NEW_CHECK_REQUIRED, [problem])


def test_faulty_certificate_is_refused_even_with_continuity() -> None:
    adult = replace(OTHERS, workforce=Workforce.ADULT)

    assert judge(certificate=adult, worked_until=RECENT).outcome == Outcome.REFUSED


@pytest.mark.parametrize(
    ("certificate", "problem"),
    [
        (None, "no_certificate"),
        (OTHERS, "not_portable"),
        (replace(OWN, own_school=None), "origin_not_known"),
    ],
)
def test_without_anything_to_rely_on_a_new_check_is_required(
    certificate: Certificate | None, problem: str
) -> None:
    judged = judge(certificate=certificate)

    assert (judged.outcome, problems(judged)) == (Outcome.NEW_CHECK_REQUIRED, [problem])


@pytest.mark.parametrize(
    ("certificate", "worked_until", "reason", "expected"),
    [
        (None, None, CheckReason.PENDING, SeparateCheck.REQUIRED),
        (None, None, CheckReason.THREE_MONTH, SeparateCheck.NOT_PERMITTED),
        (None, None, None, SeparateCheck.NOT_PERMITTED),
        (None, LONG_AGO, CheckReason.THREE_MONTH, SeparateCheck.NOT_PERMITTED),
        (None, RECENT, CheckReason.THREE_MONTH, SeparateCheck.REQUIRED),
        (None, RECENT, CheckReason.PENDING, SeparateCheck.REQUIRED),
        (None, RECENT, None, SeparateCheck.REQUIRED),
        (OWN, None, CheckReason.PENDING, SeparateCheck.PERMITTED),
        (OWN, None, CheckReason.THREE_MONTH, SeparateCheck.NOT_PERMITTED),
        (OWN, LONG_AGO, CheckReason.THREE_MONTH, SeparateCheck.NOT_PERMITTED),
        (OWN, RECENT, CheckReason.THREE_MONTH, SeparateCheck.PERMITTED),
        (OWN, RECENT, None, SeparateCheck.NOT_PERMITTED),
        (OWN, None, None, SeparateCheck.NOT_PERMITTED),
    ],
)
def test_list_is_checked_by_itself_for_two_reasons_only(
    certificate: Certificate | None,
    worked_until: date | None,
    reason: CheckReason | None,
    expected: SeparateCheck,
) -> None:
    judged = judge(certificate=certificate, worked_until=worked_until, check_reason=reason)

    assert judged.barred_list_check == expected
    blocked = expected == SeparateCheck.NOT_PERMITTED and reason is not None
    assert ("barred_list_check_not_permitted" in problems(judged)) is blocked


@pytest.mark.parametrize("reason", [None, *CheckReason])
@pytest.mark.parametrize("worked_until", [None, RECENT])
@pytest.mark.parametrize(
    "category",
    [WorkerCategory.GOVERNOR_MAINTAINED, WorkerCategory.VOLUNTEER_BELOW, WorkerCategory.CONTRACTOR_REGULAR],
)
def test_list_is_never_checked_outside_regulated_activity(
    category: WorkerCategory, worked_until: date | None, reason: CheckReason | None
) -> None:
    judged = judge(category=category, certificate=None, worked_until=worked_until, check_reason=reason)

    assert judged.barred_list_check == SeparateCheck.NOT_PERMITTED


def test_governor_who_reads_weekly_needs_the_barred_list_and_governor_only_must_not_have_it() -> None:
    governor = WorkerCategory.GOVERNOR_MAINTAINED
    without = replace(OWN, barred_list=False)

    asked = judge(category=governor)
    assert (asked.outcome, warnings(asked)) == (Outcome.VALID, ["barred_list_not_permitted"])
    assert warnings(judge(category=governor, certificate=without)) == []
    assert judge(category=governor, regulated_activity=True).outcome == Outcome.VALID
    assert problems(judge(category=governor, regulated_activity=True, certificate=without)) == [
        "barred_list_missing"
    ]


def test_list_another_asked_for_rightly_is_no_fault_of_this_school() -> None:
    judged = judge(category=WorkerCategory.GOVERNOR_MAINTAINED, certificate=OTHERS, update_check=CURRENT)

    assert (judged.outcome, judged.warnings) == (Outcome.VALID, ())


@pytest.mark.parametrize(
    ("as_at", "start", "barred_list", "expected"),
    [
        (date(2026, 8, 20), date(2026, 8, 31), False, ["regulated_activity_not_known"]),
        (date(2026, 8, 20), date(2026, 9, 1), False, ["barred_list_missing"]),
        (date(2026, 8, 20), date(2026, 8, 31), True, []),
        (date(2026, 9, 1), date(2026, 8, 31), False, ["barred_list_missing"]),
    ],
)
def test_rules_of_a_later_start_decide_what_it_needs(
    as_at: date, start: date, barred_list: bool, expected: list[str]
) -> None:
    judged = judge(
        as_at=as_at,
        start_date=start,
        category=WorkerCategory.VOLUNTEER_RA,
        certificate=replace(OWN, barred_list=barred_list),
    )

    assert problems(judged) == expected


def test_without_a_category_regulated_activity_is_not_known_unless_said() -> None:
    without = replace(OWN, barred_list=False)

    assert problems(judge(category=None, certificate=without)) == ["regulated_activity_not_known"]
    assert judge(category=None).outcome == Outcome.VALID
    assert judge(category=None, certificate=without, regulated_activity=False).outcome == Outcome.VALID
    pending = {"category": None, "certificate": None, "check_reason": CheckReason.PENDING}
    reasons = [judge(regulated_activity=known, **pending).barred_list_reason for known in (None, False)]
    assert judge(**pending).barred_list_check == SeparateCheck.NOT_PERMITTED
    assert reasons == [
        "Whether this is regulated activity is not known: decide that before anybody asks for the list.",
        "This is not regulated activity, so nobody may ask for the list.",
    ]


@pytest.mark.parametrize("changes", [{}, {"certificate": None}, {"regulated_activity": False}])
def test_every_answer_says_why_and_cites(changes: dict[str, object]) -> None:
    judged = judge(**changes)

    assert (judged.reason == "", judged.barred_list_reason == "", judged.sources == ()) == (False,) * 3
    assert [one.reason for one in (*judged.problems, *judged.warnings) if not one.reason] == []
