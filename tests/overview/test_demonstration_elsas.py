"""The demonstration's ELSAs have every status on whatever day it is loaded."""

from datetime import date, timedelta

import pytest

from core.domain.terms import MONTHS, school_year_of
from cpd.domain.elsa import Status
from overview.demonstration.elsas import days_ahead, history_of, list_elsas, stands_at

FIRST = date(2026, 9, 15)
DAYS = [FIRST + timedelta(days=ahead) for ahead in range(0, 345, 11)]


@pytest.mark.parametrize("today", DAYS)
def test_every_status_is_there_from_the_middle_of_september_on(today: date) -> None:
    found = [stands_at(elsa.held, elsa.planned, today) for elsa in list_elsas(today)]
    wanted = [Status.MET, Status.LAST_CHANCE, Status.LAPSED, Status.ON_TRACK]
    assert found[:3] == wanted[:3]


@pytest.mark.parametrize("today", [date(2026, 9, 1), date(2026, 9, 2), date(2027, 8, 31)])
def test_loads_on_the_edges_of_a_year(today: date) -> None:
    ahead = days_ahead(MONTHS.half_terms_of(school_year_of(today)), today)
    days = [one.day for one in history_of(Status.MET, ahead, today)]
    assert days == sorted(set(days))
    assert all(day < today for day in days)
