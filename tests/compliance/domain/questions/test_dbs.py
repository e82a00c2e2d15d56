"""The topic ``dbs`` as another system asks it."""

from datetime import date
from typing import Any

import pytest

from compliance.domain.questions.dbs import answer
from core.domain.errors import DomainError

TODAY = date(2026, 11, 22)
CERTIFICATE: dict[str, object] = {
    "number": "0012 3456 7890",
    "issued_date": "2026-10-01",
    "level": "enhanced",
    "workforce": "child",
    "barred_list": True,
    "name": "ANNE CLARKE",
    "original_seen_date": "2026-10-12",
    "own_school": True,
    "copy_stored_date": "2026-10-12",
}
APPLICANT = {"name": "Anne Clarke", "former_names": [], "birth_date": "1990-04-02"}


def ask(today: date = TODAY, **facts: object) -> dict[str, Any]:
    given: dict[str, object] = {
        "category": "ta_elsa",
        "school_type": "academy",
        "applicant": APPLICANT,
        "start_date": "2026-11-23",
        "certificate": CERTIFICATE,
        "policy_renewal_months": 36,
    }
    return answer(given | facts, today)


def certificate(**changes: object) -> dict[str, object]:
    return CERTIFICATE | changes


def test_certificate_in_order_is_answered() -> None:
    given = ask()

    assert {key: value for key, value in given.items() if key != "sources"} == {
        "number": "001234567890",
        "outcome": "valid",
        "reason": "The certificate is in order: this school's own, or one with nothing newer.",
        "barred_list_check": "not_permitted",
        "barred_list_reason": "The list is checked by itself only for a start on a pending certificate, or "
        "by three months' continuity. Otherwise it comes with the certificate.",
        "problems": [],
        "warnings": [],
        "policy_due": "2029-10-01",
        "copy_destroy_by": "2027-04-12",
    }
    assert given["sources"] != []


@pytest.mark.parametrize("number", ["12345678901", "1234567890AB", "", "   ", "x" * 900])
def test_malformed_number_is_answered_not_refused(number: str) -> None:
    given = ask(certificate=certificate(number=number))

    assert (given["number"], given["outcome"]) == (None, "refused")
    assert given["problems"] == [
        {
            "code": "number_malformed",
            "reason": "A certificate number has twelve digits: copy it again from the original.",
        }
    ]


def test_pending_certificate_of_somebody_starting_tomorrow_needs_the_list_by_itself() -> None:
    given = ask(certificate=None, barred_list_check_reason="pending")

    assert (given["outcome"], given["barred_list_check"]) == ("new_check_required", "required")
    assert (given["number"], given["policy_due"], given["copy_destroy_by"]) == (None, None, None)


def test_continuity_is_asked_with_the_last_day_of_work() -> None:
    given = ask(certificate=None, worked_with_children_until="2026-08-23")

    assert (given["outcome"], given["barred_list_check"]) == ("valid_by_continuity", "required")


def test_update_service_of_which_nothing_is_known_was_not_asked() -> None:
    unknown = {"consent": None, "original_seen": None, "result": None, "checked_date": None}

    assert ask(update_service=unknown) == ask(update_service=None) == ask(update_service={}) == ask()


def test_update_service_is_read() -> None:
    update = {
        "consent": True,
        "original_seen": True,
        "result": "content_no_new",
        "checked_date": "2026-11-02",
    }
    given = ask(certificate=certificate(own_school=False), update_service=update)

    assert (given["outcome"], [one["code"] for one in given["warnings"]]) == (
        "valid",
        ["certificate_has_content"],
    )


def test_nothing_known_is_answered() -> None:
    given = answer({}, TODAY)

    assert (given["outcome"], given["barred_list_check"]) == ("new_check_required", "not_permitted")


def test_today_is_asked_where_no_day_is_given() -> None:
    young = APPLICANT | {"birth_date": "2010-11-22"}

    assert ask(applicant=young)["outcome"] == "valid"
    assert ask(date(2026, 11, 21), applicant=young)["outcome"] == "refused"
    assert ask(as_at="2026-11-21", applicant=young)["outcome"] == "refused"


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"category": "head"}, "category"),
        ({"school_type": "grammar"}, "school_type"),
        ({"regulated_activity": "yes"}, "regulated_activity"),
        ({"applicant": {"age": 15}}, "applicant.age"),
        ({"applicant": {"birth_date": "2026-11-23"}}, "applicant.birth_date"),
        ({"applicant": {"former_names": "Nowak"}}, "applicant.former_names"),
        ({"applicant": {"former_names": [None]}}, "applicant.former_names[0]"),
        ({"certificate": certificate(number=123456789012)}, "certificate.number"),
        ({"certificate": certificate(level="advanced")}, "certificate.level"),
        ({"certificate": certificate(workforce="children")}, "certificate.workforce"),
        ({"certificate": certificate(barred_list="yes")}, "certificate.barred_list"),
        ({"certificate": certificate(original_seen_date="2026-09-30")}, "certificate.original_seen_date"),
        ({"certificate": certificate(copy_stored_date="2026-09-30")}, "certificate.copy_stored_date"),
        ({"certificate": certificate(expiry="2029-10-01")}, "certificate.expiry"),
        ({"update_service": {"result": "clear"}}, "update_service.result"),
        ({"update_service": {"status": "clear"}}, "update_service.status"),
        ({"barred_list_check_reason": "hurry"}, "barred_list_check_reason"),
        ({"policy_renewal_months": 0}, "policy_renewal_months"),
        ({"start_date": "23/11/2026"}, "start_date"),
        ({"worked_with_children_until": "2026-08"}, "worked_with_children_until"),
        ({"name": "Anne Clarke"}, "name"),
    ],
)
def test_what_cannot_be_is_refused(facts: dict[str, object], field: str) -> None:
    with pytest.raises(DomainError) as caught:
        ask(**facts)

    assert (caught.value.code, caught.value.field) == ("invalid", field)
