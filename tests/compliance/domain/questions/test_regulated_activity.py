"""The topic ``regulated-activity`` as another system asks it."""

from datetime import date
from typing import Any

import pytest

from compliance.domain.questions.regulated_activity import answer
from core.domain.errors import DomainError

TODAY = date(2026, 11, 22)
READER: dict[str, object] = {
    "role": "volunteer",
    "activity": "supervision",
    "supervised": True,
    "pattern": "weekly",
    "attendance": [{"date": "2026-09-08", "setting": "Ash Lane Primary", "overnight": False}],
}


def ask(today: date = TODAY, **facts: object) -> dict[str, Any]:
    return answer(READER | facts, today)


def without_sources(given: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in given.items() if key != "sources"}


def test_supervised_reader_is_answered() -> None:
    assert without_sources(ask(as_at="2026-09-08")) == {
        "regulated_activity": True,
        "since": "2026-09-08",
        "barred_list": "required",
        "reason": "Work with children every week is regulated activity. Since 1 September 2026 supervision "
        "makes no difference.",
        "needs": [],
    }
    assert without_sources(ask(as_at="2026-06-09")) == {
        "regulated_activity": False,
        "since": None,
        "barred_list": "not_permitted",
        "reason": "Until 31 August 2026 supervision takes unpaid people out of regulated activity. From "
        "1 September 2026 it no longer does: test again then.",
        "needs": [],
    }


def test_what_is_not_known_is_named() -> None:
    given = ask(as_at="2026-08-31", supervised=None)

    assert (given["regulated_activity"], given["barred_list"], given["needs"]) == (None, None, ["supervised"])
    assert given["sources"] != []


def test_today_is_asked_where_no_day_is_given() -> None:
    assert ask(date(2026, 6, 9)) == ask(as_at="2026-06-09")
    assert ask() == ask(as_at="2026-11-22")


def test_days_at_several_settings_count_together_and_each_day_once() -> None:
    four = [{"date": f"2026-10-0{day}", "setting": f"School {day}"} for day in (1, 2, 3, 4)]
    same = [{"date": "2026-10-01", "setting": f"School {n}"} for n in range(4)]

    assert ask(pattern=None, attendance=four)["since"] == "2026-10-04"
    assert ask(pattern=None, attendance=same)["regulated_activity"] is False


def test_night_may_be_unknown_and_is_then_not_claimed() -> None:
    night = {"date": "2026-11-14"}

    assert ask(pattern=None, attendance=[night | {"overnight": None}])["regulated_activity"] is False
    assert ask(pattern=None, attendance=[night | {"overnight": True}])["since"] == "2026-11-14"


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"role": "parent"}, "role"),
        ({"activity": "reading"}, "activity"),
        ({"pattern": "monthly"}, "pattern"),
        ({"supervised": "yes"}, "supervised"),
        ({"personal_care": 0}, "personal_care"),
        ({"attendance": {}}, "attendance"),
        ({"attendance": [{"date": None}]}, "attendance[0].date"),
        ({"attendance": [{"date": "2026-11"}]}, "attendance[0].date"),
        ({"attendance": [{"date": "2026-11-14", "overnight": "no"}]}, "attendance[0].overnight"),
        ({"attendance": [{"date": "2026-11-14", "setting": " "}]}, "attendance[0].setting"),
        ({"attendance": [{"day": "2026-11-14"}]}, "attendance[0].day"),
        ({"as_at": "today"}, "as_at"),
        ({"category": "teacher"}, "category"),
    ],
)
def test_what_cannot_be_read_is_refused(facts: dict[str, object], field: str) -> None:
    with pytest.raises(DomainError) as caught:
        ask(**facts)

    assert (caught.value.code, caught.value.field) == ("invalid", field)
