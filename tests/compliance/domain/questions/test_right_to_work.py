"""The topic ``right-to-work`` as another system asks it."""

from datetime import date
from typing import Any

import pytest

from compliance.domain.questions.right_to_work import FIELDS, answer
from core.domain.errors import DomainError

TODAY = date(2026, 11, 22)
PASSPORT = {
    "document": "A1",
    "document_expiry": "2019-05-01",
    "route": "manual",
    "original_seen": True,
    "clipped": False,
    "checked_date": "2026-08-24",
    "start_date": "2026-09-01",
    "engagement": "employee",
}
ONLINE = {
    "document": "B1-online",
    "route": "online",
    "checked_date": "2026-08-24",
    "start_date": "2026-09-01",
    "permission_end": "2028-02-29",
    "share_code": "W12345678",
    "share_code_created": "2026-08-20",
    "engagement": "employee",
}


def ask(facts: dict[str, Any], **changes: object) -> dict[str, Any]:
    return answer(facts | changes, TODAY)


def codes(given: dict[str, Any]) -> list[str]:
    return [problem["code"] for problem in given["problems"]]


def test_permission_is_answered_whole() -> None:
    given = ask(ONLINE, left_date="2027-08-31")

    assert {key: value for key, value in given.items() if key not in {"sources", "reason"}} == {
        "in_scope": True,
        "accepted": True,
        "list": "B1",
        "problems": [],
        "needs": [],
        "excuse_from": "2026-09-01",
        "excuse_until": "2028-02-29",
        "excuse_now": True,
        "follow_up_due": "2028-02-29",
        "follow_up_target": "2028-02-29",
        "destroy_after": "2029-08-31",
    }
    assert [source["in_force_from"] for source in given["sources"]][:2] == ["2026-10-01", None]


def test_expired_british_passport_is_on_list_a_and_a_clipped_one_refused() -> None:
    expired, clipped = ask(PASSPORT), ask(PASSPORT, clipped=True)

    assert (expired["accepted"], expired["list"], codes(expired)) == (True, "A", [])
    assert (clipped["accepted"], clipped["list"], codes(clipped)) == (False, None, ["clipped"])


def test_physical_permit_is_refused_and_a_code_asked_for() -> None:
    given = ask(PASSPORT, document="biometric_residence_permit")

    assert (given["accepted"], codes(given)) == (False, ["document_not_acceptable"])
    assert "Ask for a share code and check online." in given["problems"][0]["reason"]


@pytest.mark.parametrize("code", ["S12345678", "W1234567"])
def test_share_code_of_another_kind_or_length_is_answered_not_refused(code: str) -> None:
    given = ask(ONLINE, share_code=code)

    assert (given["accepted"], codes(given)) == (False, ["share_code_malformed"])


@pytest.mark.parametrize(
    ("checked", "accepted"), [("2026-11-29", True), ("2026-11-30", True), ("2026-12-01", False)]
)
def test_share_code_created_on_1_september_is_unusable_after_30_november(
    checked: str, accepted: bool
) -> None:
    given = ask(ONLINE, share_code_created="2026-09-01", checked_date=checked, start_date=None)

    assert given["accepted"] is accepted


def test_british_passport_online_is_the_wrong_method() -> None:
    given = ask(PASSPORT, route="online", share_code="W12345678", share_code_created="2026-08-20")

    assert (given["accepted"], codes(given)) == (False, ["wrong_route"])


def test_left_on_31_august_is_destroyed_from_31_august_two_years_on() -> None:
    given = ask({}, left_date="2026-08-31")

    assert given["destroy_after"] == "2028-08-31"
    assert given["sources"][-1]["url"] == "https://hrzone.com/?p=61769"


@pytest.mark.parametrize(("as_at", "now"), [("2026-08-31", False), ("2026-09-01", True), (None, True)])
def test_excuse_is_answered_as_at_the_day_or_else_today(as_at: str | None, now: bool) -> None:
    assert ask(PASSPORT, as_at=as_at)["excuse_now"] is now


def test_nothing_known_is_answered_with_what_is_missing() -> None:
    given = ask({})

    assert (given["in_scope"], given["accepted"], given["list"], given["excuse_now"]) == (
        None,
        None,
        None,
        None,
    )
    assert given["needs"] == ["engagement", "document", "route", "checked_date"]


def test_null_is_the_same_as_absent() -> None:
    assert ask(dict.fromkeys(FIELDS)) == ask({})


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"document": "A9"}, "document"),
        ({"document": "a1"}, "document"),
        ({"route": "post"}, "route"),
        ({"engagement": "volunteer"}, "engagement"),
        ({"original_seen": "yes"}, "original_seen"),
        ({"clipped": 0}, "clipped"),
        ({"employed": "true"}, "employed"),
        ({"in_time_application": 1}, "in_time_application"),
        ({"checked_date": "24/08/2026"}, "checked_date"),
        ({"start_date": "2026-09-31"}, "start_date"),
        ({"document_expiry": "2019-05"}, "document_expiry"),
        ({"permission_end": 20280229}, "permission_end"),
        ({"pvn_date": "soon"}, "pvn_date"),
        ({"share_code": 12345678}, "share_code"),
        ({"share_code": " "}, "share_code"),
        ({"share_code_created": "today"}, "share_code_created"),
        ({"left_date": "2026-08-31"}, "left_date"),
        ({"as_at": ""}, "as_at"),
        ({"nationality": "British"}, "nationality"),
    ],
)
def test_facts_that_cannot_be_are_refused_in_their_place(changes: dict[str, object], field: str) -> None:
    with pytest.raises(DomainError) as caught:
        ask(PASSPORT, **changes)

    assert (caught.value.code, caught.value.field) == ("invalid", field)


@pytest.mark.parametrize("left", ["2026-09-01", "2026-09-02"])
def test_leaving_on_or_after_the_start_is_answered(left: str) -> None:
    assert ask(PASSPORT, left_date=left)["destroy_after"] == left.replace("2026", "2028")
