"""A certificate by itself: its number, level, name and sight, the policy and a copy of it."""

from dataclasses import replace
from datetime import date

import pytest

from compliance.domain.dbs import (
    CheckReason,
    Outcome,
    SeparateCheck,
)
from compliance.domain.dbs_certificate import Applicant, Certificate, Level, Workforce, normalise_number
from tests.compliance.domain.dbs_case import (
    ANNE,
    CURRENT,
    OTHERS,
    OWN,
    RECENT,
    judge,
    problems,
    warnings,
)


def test_own_certificate_in_order_is_valid_for_good() -> None:
    old = replace(OWN, issued_date=date(2012, 1, 9), original_seen_date=date(2012, 1, 16))

    for certificate in (OWN, old):
        judged = judge(certificate=certificate)
        assert (judged.outcome, judged.problems, judged.warnings) == (Outcome.VALID, (), ())
        assert judged.barred_list_check == SeparateCheck.NOT_PERMITTED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("001234567890", "001234567890"),
        ("0012 3456 7890", "001234567890"),
        (" 001234567890\t", "001234567890"),
        ("00123456789", None),
        ("0012345678901", None),
        ("00123456789O", None),
        ("0012-3456-7890", None),
        ("٠٠١٢٣٤٥٦٧٨٩٠", None),
        ("", None),
    ],
)
def test_number_has_twelve_digits_and_blanks_do_not_count(text: str, expected: str | None) -> None:
    judged = judge(certificate=replace(OWN, number=text))

    assert normalise_number(text) == judged.number == expected
    assert judged.outcome == (Outcome.REFUSED if expected is None else Outcome.VALID)
    assert problems(judged) == ([] if expected else ["number_malformed"])


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"number": None}, "number_malformed"),
        ({"level": Level.BASIC}, "wrong_level"),
        ({"level": Level.STANDARD}, "wrong_level"),
        ({"level": None}, "wrong_level"),
        ({"workforce": Workforce.ADULT}, "wrong_workforce"),
        ({"workforce": None}, "wrong_workforce"),
        ({"barred_list": False}, "barred_list_missing"),
        ({"barred_list": None}, "barred_list_missing"),
        ({"name": "Ann Clark"}, "name_mismatch"),
        ({"original_seen_date": None}, "original_not_seen"),
    ],
)
@pytest.mark.parametrize("certificate", [OWN, OTHERS])
def test_certificate_with_a_fault_or_an_unknown_is_refused(
    certificate: Certificate, changes: dict[str, object], problem: str
) -> None:
    judged = judge(certificate=replace(certificate, **changes), update_check=CURRENT)

    assert (judged.outcome, problems(judged)) == (Outcome.REFUSED, [problem])


def test_certificate_for_both_workforces_is_valid() -> None:
    assert judge(certificate=replace(OWN, workforce=Workforce.CHILD_AND_ADULT)).outcome == Outcome.VALID


def test_former_name_on_the_certificate_counts() -> None:
    applicant = replace(ANNE, name="Anne Nowak", former_names=("Anne Clarke",))

    assert judge(applicant=applicant).outcome == Outcome.VALID
    assert problems(judge(applicant=replace(applicant, former_names=()))) == ["name_mismatch"]


@pytest.mark.parametrize("changes", [{"applicant": Applicant()}, {"certificate": replace(OWN, name=None)}])
def test_names_not_compared_are_never_silently_accepted(changes: dict[str, object]) -> None:
    judged = judge(**changes)

    assert (judged.outcome, warnings(judged)) == (Outcome.VALID, ["name_not_compared"])


@pytest.mark.parametrize(
    ("seen", "expected"), [(date(2026, 11, 23), []), (date(2026, 11, 24), ["seen_after_start"])]
)
def test_original_seen_after_the_start_is_a_warning(seen: date, expected: list[str]) -> None:
    judged = judge(certificate=replace(OWN, original_seen_date=seen))

    assert (judged.outcome, warnings(judged)) == (Outcome.VALID, expected)


@pytest.mark.parametrize(
    ("birth", "outcome"),
    [
        (date(2010, 11, 22), Outcome.VALID),
        (date(2010, 11, 23), Outcome.REFUSED),
        (date(2011, 11, 22), Outcome.REFUSED),
        (None, Outcome.VALID),
    ],
)
def test_nobody_under_16_is_checked(birth: date | None, outcome: Outcome) -> None:
    judged = judge(applicant=replace(ANNE, birth_date=birth))

    assert judged.outcome == outcome
    assert problems(judged) == (["under_16"] if outcome == Outcome.REFUSED else [])


@pytest.mark.parametrize("certificate", [None, OWN])
@pytest.mark.parametrize("worked_until", [None, RECENT])
def test_under_16_is_refused_with_or_without_a_certificate(
    certificate: Certificate | None, worked_until: date | None
) -> None:
    young = replace(ANNE, birth_date=date(2011, 6, 1))
    judged = judge(
        applicant=young,
        certificate=certificate,
        worked_until=worked_until,
        check_reason=CheckReason.PENDING,
    )

    assert (judged.outcome, judged.barred_list_check) == (Outcome.REFUSED, SeparateCheck.NOT_PERMITTED)


@pytest.mark.parametrize(
    ("as_at", "said"), [(date(2029, 2, 27), []), (date(2029, 2, 28), ["policy_renewal_due"])]
)
def test_policy_renews_and_the_law_does_not(as_at: date, said: list[str]) -> None:
    issued = replace(OWN, issued_date=date(2024, 2, 29))
    judged = judge(as_at=as_at, certificate=issued, renewal_months=60)

    assert (judged.outcome, judged.policy_due, warnings(judged)) == (Outcome.VALID, date(2029, 2, 28), said)


def test_policy_due_needs_a_policy_and_a_day_of_issue() -> None:
    assert judge().policy_due is None
    assert judge(renewal_months=36, certificate=replace(OWN, issued_date=None)).policy_due is None
    assert judge(renewal_months=36, certificate=None).policy_due is None


@pytest.mark.parametrize(
    ("as_at", "said"), [(date(2027, 2, 28), []), (date(2027, 3, 1), ["copy_kept_too_long"])]
)
def test_copy_is_destroyed_within_six_months(as_at: date, said: list[str]) -> None:
    stored = replace(OWN, copy_stored_date=date(2026, 8, 31))
    judged = judge(as_at=as_at, certificate=stored)

    assert (judged.copy_destroy_by, warnings(judged)) == (date(2027, 2, 28), said)
    assert judge().copy_destroy_by is None
