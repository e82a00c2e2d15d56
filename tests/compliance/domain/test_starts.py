"""Who may start, who may start early, and when that is looked at again."""

from datetime import date

import pytest

from compliance.domain.categories import CheckType
from compliance.domain.clearance import Clearance, Obstacle, Verdict
from compliance.domain.starts import (
    check_review_date,
    check_started_date,
    deny_confirmation,
    deny_early_start,
)
from core.domain.errors import DomainError

TODAY = date(2026, 11, 2)


def verdict(verdict: Verdict) -> Clearance:
    obstacles = () if verdict == Verdict.CLEAR else (Obstacle(CheckType.IDENTITY, "Identity: not done."),)
    return Clearance(verdict, "As the rules say.", obstacles, (), (), ())


@pytest.mark.parametrize(
    ("planned", "is_running", "code"),
    [
        (verdict(Verdict.EARLY_START_ONLY), False, None),
        (verdict(Verdict.EARLY_START_ONLY), True, "early_start_running"),
        (verdict(Verdict.CLEAR), False, "no_need"),
        (verdict(Verdict.DO_NOT_START), False, "not_possible"),
        (None, False, "role_missing"),
    ],
)
def test_deny_early_start(planned: Clearance | None, is_running: bool, code: str | None) -> None:
    denial = deny_early_start(planned, is_running=is_running)

    assert (denial.code if denial else None) == code


@pytest.mark.parametrize(
    ("clearance", "is_confirmed", "code"),
    [
        (verdict(Verdict.CLEAR), False, None),
        (verdict(Verdict.EARLY_START_ONLY), False, None),
        (verdict(Verdict.DO_NOT_START), False, "not_clear"),
        (verdict(Verdict.CLEAR), True, "start_confirmed"),
        (None, False, "role_missing"),
    ],
)
def test_deny_confirmation(clearance: Clearance | None, is_confirmed: bool, code: str | None) -> None:
    denial = deny_confirmation(clearance, is_confirmed=is_confirmed)

    assert (denial.code if denial else None) == code


def test_deny_confirmation_says_what_stands_in_the_way() -> None:
    denial = deny_confirmation(verdict(Verdict.DO_NOT_START), is_confirmed=False)

    assert denial is not None
    assert denial.message == "Do not start. As the rules say. Identity: not done."


@pytest.mark.parametrize(("day", "is_refused"), [(TODAY, False), (date(2026, 11, 1), True)])
def test_a_review_comes_when_the_early_start_has_begun(day: date, is_refused: bool) -> None:
    if is_refused:
        with pytest.raises(DomainError):
            check_review_date(day, first_day=TODAY)
    else:
        check_review_date(day, first_day=TODAY)


@pytest.mark.parametrize(("day", "is_refused"), [(TODAY, False), (date(2026, 11, 3), True)])
def test_a_start_is_confirmed_when_it_has_come(day: date, is_refused: bool) -> None:
    if is_refused:
        with pytest.raises(DomainError):
            check_started_date(day, today=TODAY, last_day=None)
    else:
        check_started_date(day, today=TODAY, last_day=None)


@pytest.mark.parametrize(("last_day", "is_refused"), [(date(2026, 11, 1), True), (TODAY, False)])
def test_start_is_not_confirmed_after_the_last_day(last_day: date, is_refused: bool) -> None:
    if is_refused:
        with pytest.raises(DomainError) as caught:
            check_started_date(TODAY, today=TODAY, last_day=last_day)
        assert (caught.value.code, caught.value.field) == ("dates_out_of_order", "started_date")
    else:
        check_started_date(TODAY, today=TODAY, last_day=last_day)
