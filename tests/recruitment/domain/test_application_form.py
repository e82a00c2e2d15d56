from dataclasses import replace
from datetime import date

import pytest

from core.domain.errors import DomainError
from recruitment.domain.application_form import (
    ApplicationData,
    HistoryData,
    PersonData,
    StatementData,
    check_application,
    check_history_entry,
    check_partial_date,
    deny_applying_online,
    deny_changing_evidence,
    deny_entering,
    find_history_gaps,
    is_late,
)

DATA = ApplicationData(person=PersonData("Priya", "Nair"))
JOB = HistoryData("employment", "2019-09", "2022-08", "Elm Grove School", "Teaching assistant")


def field_of(data: ApplicationData) -> str | None:
    try:
        check_application(data, criterion_ids={7, 8})
    except DomainError as error:
        return error.field
    return None


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (DATA, None),
        (replace(DATA, person=PersonData(" ", "Nair")), "given_name"),
        (replace(DATA, person=PersonData("Priya", "")), "given_name"),
        (replace(DATA, education_ended="2015-07"), None),
        (replace(DATA, education_ended="July 2015"), "education_ended"),
        (replace(DATA, history=(JOB,)), None),
        (replace(DATA, history=(replace(JOB, started=""),)), "started"),
        (replace(DATA, statements=(StatementData("a", 7), StatementData("b", 8), StatementData("c"))), None),
        (replace(DATA, statements=(StatementData("a", 7), StatementData("b", 7))), "statements"),
        (replace(DATA, statements=(StatementData("a"), StatementData("b"))), "statements"),
        (replace(DATA, statements=(StatementData("a", 9),)), "statements"),
    ],
)
def test_check_application(data: ApplicationData, expected: str | None) -> None:
    assert field_of(data) == expected


@pytest.mark.parametrize(
    ("started", "ended", "expected"),
    [
        ("2019-09", "", None),
        ("2019-09", "2019-09", None),
        ("2019-09-15", "2019-09", None),
        ("2019-09", "2019-08", "ended"),
        ("2019-09-15", "2019-09-15", None),
        ("2019-09-15", "2019-09-14", "ended"),
        ("", "2019-09", "started"),
        ("2019-13", "", "started"),
        ("2019-09", "2019-02-30", "ended"),
    ],
)
def test_check_history_entry(started: str, ended: str, expected: str | None) -> None:
    try:
        check_history_entry(replace(JOB, started=started, ended=ended))
        field = None
    except DomainError as error:
        field = error.field

    assert field == expected


@pytest.mark.parametrize("text", ["", "1930-01", "2024-09", "2024-02-29"])
def test_check_partial_date_takes_likely_days_and_months(text: str) -> None:
    check_partial_date(text, "started")


@pytest.mark.parametrize("text", ["1929-12", "0024-09", "2023-02-29", "2024", "09/2024", "2024-9", "soon"])
def test_check_partial_date_refuses_the_rest(text: str) -> None:
    with pytest.raises(DomainError) as raised:
        check_partial_date(text, "started")

    assert (raised.value.code, raised.value.field) == ("not_a_date", "started")


@pytest.mark.parametrize(("day", "expected"), [(19, False), (20, False), (21, True)])
def test_is_late_from_the_day_after_closing(day: int, expected: bool) -> None:
    assert is_late(received_date=date(2026, 11, day), closes_date=date(2026, 11, 20)) is expected


@pytest.mark.parametrize(
    ("status", "today", "expected"),
    [
        ("published", date(2026, 11, 1), "not_open_yet"),
        ("published", date(2026, 11, 2), None),
        ("published", date(2026, 11, 20), None),
        ("published", date(2026, 11, 21), "closed"),
        ("closed", date(2026, 11, 10), "closed"),
        ("draft", date(2026, 11, 10), "not_published"),
        ("filled", date(2026, 11, 10), "vacancy_ended"),
        ("not_filled", date(2026, 11, 10), "vacancy_ended"),
    ],
)
def test_deny_applying_online(status: str, today: date, expected: str | None) -> None:
    denial = deny_applying_online(
        status=status,
        shortlisting_status="scoring",
        opens_date=date(2026, 11, 2),
        closes_date=date(2026, 11, 20),
        today=today,
    )

    assert (denial and denial.code) == expected


@pytest.mark.parametrize(
    ("shortlisting_status", "expected"),
    [("preparing", None), ("scoring", None), ("unsealed", "closed"), ("decided", "closed")],
)
def test_deny_applying_online_once_scores_are_opened(shortlisting_status: str, expected: str | None) -> None:
    day = date(2026, 11, 10)
    denial = deny_applying_online(
        status="published",
        shortlisting_status=shortlisting_status,
        opens_date=day,
        closes_date=day,
        today=day,
    )

    assert (denial and denial.code) == expected


@pytest.mark.parametrize(
    ("vacancy_status", "shortlisting_status", "expected"),
    [
        ("published", "preparing", None),
        ("closed", "preparing", None),
        ("closed", "scoring", None),
        ("closed", "unsealed", "scores_open"),
        ("closed", "decided", "scores_open"),
        ("draft", "preparing", "vacancy_not_running"),
        ("filled", "decided", "vacancy_not_running"),
        ("not_filled", "preparing", "vacancy_not_running"),
    ],
)
def test_deny_entering(vacancy_status: str, shortlisting_status: str, expected: str | None) -> None:
    denial = deny_entering(vacancy_status=vacancy_status, shortlisting_status=shortlisting_status)

    assert (denial and denial.code) == expected


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("preparing", None),
        ("scoring", "scoring_open"),
        ("unsealed", "scoring_open"),
        ("decided", "scoring_open"),
    ],
)
def test_deny_changing_evidence(status: str, expected: str | None) -> None:
    denial = deny_changing_evidence(status)

    assert (denial and denial.code) == expected


def test_find_history_gaps_looks_up_to_the_day_of_receipt() -> None:
    history = [HistoryData("employment", "2019-09-01", "2022-08-31")]

    gaps = find_history_gaps(history, education_ended="2019-07-31", until=date(2022, 10, 15))

    assert [(gap.from_date, gap.to_date) for gap in gaps] == [
        (date(2019, 8, 1), date(2019, 8, 31)),
        (date(2022, 9, 1), date(2022, 10, 15)),
    ]
