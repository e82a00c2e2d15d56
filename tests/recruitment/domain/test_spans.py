"""How long something lasted, in words."""

from datetime import date

import pytest

from recruitment.domain.spans import length_in_words, month_in_words, months_held, span_in_words

TODAY = date(2026, 11, 2)


@pytest.mark.parametrize(
    ("started", "ended", "months"),
    [
        ("2019-09", "2022-08", 36),
        ("2019-09", "2022-07", 35),
        ("2019-09", "2019-09", 1),
        ("2019-09-30", "2019-10-01", 2),
        ("2019-12", "2020-01", 2),
        ("2026-11", "", 1),
        ("2025-12", "", 12),
    ],
)
def test_months_held_counts_both_ends(started: str, ended: str, months: int) -> None:
    assert months_held(started, ended, TODAY) == months


@pytest.mark.parametrize(
    ("months", "words"),
    [
        (1, "1 month"),
        (11, "11 months"),
        (12, "1 year"),
        (13, "1 year 1 month"),
        (36, "3 years"),
        (0, ""),
        (-3, ""),
    ],
)
def test_length_in_words(months: int, words: str) -> None:
    assert length_in_words(months) == words


@pytest.mark.parametrize(
    ("started", "ended", "words"),
    [
        ("2019-09", "2022-08", "Sep 2019 to Aug 2022 (3 years)"),
        ("2024-01-15", "", "Jan 2024 to now (2 years 11 months)"),
        ("2022-08", "2019-09", "Aug 2022 to Sep 2019"),
    ],
)
def test_span_in_words(started: str, ended: str, words: str) -> None:
    assert span_in_words(started, ended, TODAY) == words


def test_month_in_words_of_a_day() -> None:
    assert month_in_words("2024-12-31") == "Dec 2024"
