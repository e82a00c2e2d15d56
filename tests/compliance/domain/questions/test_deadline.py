"""The topic ``deadline`` as another system asks it."""

from datetime import date
from typing import Any

import pytest

from compliance.domain.questions.deadline import answer
from core.domain.errors import DomainError

TODAY = date(2026, 11, 22)


def ask(**changes: object) -> dict[str, Any]:
    facts = {"kind": "subject_access_request", "received_date": "2026-01-31", "extended": False}
    return answer(facts | changes, TODAY)


def test_request_received_on_31_january_is_due_at_the_end_of_february() -> None:
    given = ask()

    assert (given["due_date"], given["respond_by"], given["basis"]) == (
        "2026-02-28",
        "2026-03-02",
        "statutory",
    )
    assert [one["verified"] for one in given["sources"]] == [True, False, False]


@pytest.mark.parametrize(("extended", "due"), [(True, "2026-04-30"), (None, "2026-02-28")])
def test_extension_makes_it_three_months(extended: bool | None, due: str) -> None:
    assert ask(extended=extended)["due_date"] == due


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"kind": None}, "kind"),
        ({"kind": "complaint"}, "kind"),
        ({"received_date": None}, "received_date"),
        ({"received_date": "2026-01"}, "received_date"),
        ({"extended": 1}, "extended"),
        ({"as_at": "2026-01-31"}, "as_at"),
    ],
)
def test_facts_that_cannot_be_are_refused_in_their_place(changes: dict[str, object], field: str) -> None:
    with pytest.raises(DomainError) as caught:
        ask(**changes)

    assert (caught.value.code, caught.value.field) == ("invalid", field)
