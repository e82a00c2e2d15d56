"""The topic ``elsa-status``: strict facts in, the whole answer out."""

from datetime import date
from typing import Any

import pytest

from core.domain.errors import DomainError
from cpd.domain.questions.elsa_status import answer

TODAY = date(2026, 11, 28)
SESSION: dict[str, Any] = {
    "date": "2026-10-06",
    "attended": True,
    "hours": 2,
    "group_size": 8,
    "supervisor": "educational_psychologist",
}
FACTS: dict[str, Any] = {
    "as_at": "2027-03-01",
    "employment": "employed",
    "training_days": 6,
    "sessions": [SESSION, SESSION | {"date": "2026-12-01", "hours": 1.5}],
    "planned": ["2027-03-01", "2027-04-20", "2027-06-08"],
}


def test_answer_is_whole() -> None:
    said = answer(FACTS, TODAY)
    assert {name: said[name] for name in said if name != "sources"} == {
        "status": "lapsed",
        "reason": "1 of the 4 sessions wanted this year counts; 3 more needed, 2 left: "
        "the year can no longer be met.",
        "counted": 1,
        "remaining": 2,
        "problems": [
            {
                "date": "2026-12-01",
                "code": "too_short",
                "reason": "It lasted 1.5 hours; a session counts from 2 hours on.",
            }
        ],
        "needs": [],
    }


def test_self_employed_elsa_cannot_be_registered() -> None:
    said = answer({"employment": "self_employed"}, TODAY)
    assert (said["status"], said["reason"]) == (
        "not_eligible",
        "An ELSA is employed by the school: somebody self-employed cannot be registered.",
    )


@pytest.mark.parametrize(
    ("as_at", "year_start", "counted"),
    [
        ("2027-03-01", None, 1),
        ("2027-08-31", None, 1),
        ("2027-09-01", None, 0),
        ("2027-09-01", "2026-09-01", 1),
        ("2026-10-05", None, 0),
        ("2026-10-06", None, 1),
        ("2027-03-01", "2026-10-06", 1),
        ("2027-03-01", "2026-10-07", 0),
    ],
)
def test_year_is_the_school_year_of_the_day_unless_given(
    as_at: str, year_start: str | None, counted: int
) -> None:
    said = answer(FACTS | {"as_at": as_at, "year_start": year_start}, TODAY)
    assert said["counted"] == counted


def test_today_is_the_day_where_none_is_given() -> None:
    said = answer(FACTS | {"as_at": None}, TODAY)
    assert (said["status"], said["remaining"]) == ("last_chance", 3)


@pytest.mark.parametrize(
    ("rules", "status"),
    [
        ({"sessions_required": 1}, "met"),
        ({"sessions_required": 2}, "on_track"),
        ({"sessions_required": 3}, "last_chance"),
        ({"sessions_required": 3, "session_min_hours": 1.5}, "on_track"),
        ({"training_days": 7}, "trainee"),
        ({"sessions_required": None}, "lapsed"),
        ({"sessions_required": 1, "group_max": 7}, "on_track"),
    ],
)
def test_rules_of_the_provider_override(rules: dict[str, Any], status: str) -> None:
    assert answer(FACTS | {"rules": rules}, TODAY)["status"] == status


def test_own_rules_are_cited_as_unverified() -> None:
    def unverified(rules: dict[str, Any] | None) -> list[str]:
        sources: Any = answer(FACTS | {"rules": rules}, TODAY)["sources"]
        return [one["title"] for one in sources if not one["verified"]]

    assert (unverified(None), unverified({"group_max": 12})) == ([], ["The provider's own rules"])


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"employment": "agency"}, "employment"),
        ({"training_days": -1}, "training_days"),
        ({"training_days": 5.5}, "training_days"),
        ({"as_at": "1/3/2027"}, "as_at"),
        ({"planned": ["soon"]}, "planned[0]"),
        ({"sessions": [{"hours": 2}]}, "sessions[0].date"),
        ({"sessions": [SESSION, SESSION | {"hours": -0.5}]}, "sessions[1].hours"),
        ({"sessions": [SESSION | {"hours": 25}]}, "sessions[0].hours"),
        ({"sessions": [SESSION | {"group_size": 0}]}, "sessions[0].group_size"),
        ({"sessions": [SESSION | {"attended": "yes"}]}, "sessions[0].attended"),
        ({"sessions": [SESSION | {"supervisor": "headteacher"}]}, "sessions[0].supervisor"),
        ({"sessions": [SESSION | {"pupil": "A"}]}, "sessions[0].pupil"),
        ({"rules": {"group_min": 1}}, "rules.group_min"),
        ({"rules": {"sessions_required": -1}}, "rules.sessions_required"),
        ({"rules": {"trainee_year_3": 1}}, "rules.trainee_year_3"),
    ],
)
def test_what_cannot_be_is_refused_at_its_place(change: dict[str, Any], field: str) -> None:
    with pytest.raises(DomainError) as caught:
        answer(FACTS | change, TODAY)
    assert (caught.value.code, caught.value.field) == ("invalid", field)
