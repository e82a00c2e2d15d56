"""The topic ``panel`` as another system asks it."""

from datetime import date
from typing import Any

import pytest

from core.domain.errors import DomainError
from recruitment.domain.questions.panel import answer

TODAY = date(2026, 11, 22)
CHAIR = {"name": "Amara Okafor", "role": "chair", "safer_recruitment_date": "2019-05-01", "submitted": True}
MEMBER = {"name": "Siân Pryce", "role": "member", "safer_recruitment_date": None, "submitted": True}
GOVERNOR = {"name": "Jonas Lindqvist", "role": "governor", "submitted": False}


def facts(**changes: object) -> dict[str, object]:
    return {
        "as_at": "2026-11-22",
        "stage": "interview",
        "school_type": "maintained",
        "post": "other",
        "members": [CHAIR, MEMBER, GOVERNOR],
        "policy_renewal_months": None,
        "applications": ["C01", "C07"],
    } | changes


def ask(**changes: object) -> dict[str, Any]:
    return answer(facts(**changes), TODAY)


def test_panel_of_three_with_one_trained_is_allowed_without_a_policy() -> None:
    given = ask()

    assert {key: value for key, value in given.items() if key != "sources"} == {
        "verdict": "allowed",
        "reason": "Nothing stands in the way: the panel can go ahead.",
        "findings": [],
        "locked": [],
    }


def test_panel_beyond_the_schools_policy_is_warned_and_cites_that_no_law_sets_it() -> None:
    given = ask(policy_renewal_months=60)

    assert (given["verdict"], [one["code"] for one in given["findings"]]) == (
        "warning",
        ["training_lapsed_by_policy"],
    )
    assert (
        given["sources"][-1]["provision"] == "No law sets an interval; a renewal is the school's own policy"
    )


def test_panel_of_one_untrained_is_blocked() -> None:
    given = ask(members=[MEMBER])

    assert (given["verdict"], given["findings"][0]["code"]) == ("blocked", "no_trained_interviewer")
    assert given["reason"] == "The panel cannot go ahead until what the findings say is put right."


@pytest.mark.parametrize(("submitted", "verdict"), [(False, "blocked"), (None, "blocked"), (True, "allowed")])
def test_shortlist_waits_for_a_second_scorer(submitted: bool | None, verdict: str) -> None:
    given = ask(stage="shortlist", members=[CHAIR, MEMBER | {"submitted": submitted}])

    assert given["verdict"] == verdict


def test_shortlist_asks_for_no_type_of_school() -> None:
    assert ask(stage="shortlist", school_type=None)["verdict"] == "allowed"


def test_conflict_locks_scores_and_says_so() -> None:
    given = ask(members=[CHAIR, MEMBER | {"conflicts": ["C07"]}, GOVERNOR])

    assert given["locked"] == [{"member": "Siân Pryce", "application": "C07"}]
    assert (given["verdict"], given["findings"]) == (
        "warning",
        [
            {
                "code": "conflict_of_interest",
                "reason": "Siân Pryce has declared a conflict of interest with application C07. Their "
                "scores on it are locked and kept on the record; somebody else takes their place for it.",
            }
        ],
    )


def test_conflict_is_believed_where_no_applications_are_given() -> None:
    given = ask(applications=None, members=[CHAIR, MEMBER | {"conflicts": ["C99"]}])

    assert given["locked"] == [{"member": "Siân Pryce", "application": "C99"}]


@pytest.mark.parametrize(("as_at", "verdict"), [("2024-04-30", "allowed"), ("2024-05-01", "warning")])
def test_panel_is_judged_as_at_the_day(as_at: str, verdict: str) -> None:
    assert ask(as_at=as_at, policy_renewal_months=60)["verdict"] == verdict


def test_panel_is_judged_today_where_no_day_is_given() -> None:
    member = CHAIR | {"safer_recruitment_date": "2026-11-22"}

    assert ask(as_at=None, members=[member, MEMBER])["verdict"] == "allowed"
    assert answer(facts(as_at=None, members=[member, MEMBER]), date(2026, 11, 21))["verdict"] == "blocked"


def test_governors_are_counted_by_their_role_for_a_head() -> None:
    three = [GOVERNOR | {"name": f"Governor {n}"} for n in range(3)]

    assert ask(post="head", members=[CHAIR, *three])["verdict"] == "allowed"
    assert ask(post="head", members=[CHAIR, *three[:2]])["verdict"] == "blocked"


def test_member_may_be_known_by_name_alone() -> None:
    assert ask(members=[CHAIR, {"name": "Noor Haddad"}])["verdict"] == "allowed"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"stage": "sift"}, "stage"),
        ({"stage": None}, "stage"),
        ({"school_type": None}, "school_type"),
        ({"school_type": "grammar"}, "school_type"),
        ({"stage": "shortlist", "school_type": "grammar"}, "school_type"),
        ({"post": "caretaker"}, "post"),
        ({"as_at": "22/11/2026"}, "as_at"),
        ({"members": None}, "members"),
        ({"members": [CHAIR, CHAIR]}, "members[1].name"),
        ({"members": [CHAIR | {"name": None}]}, "members[0].name"),
        ({"members": [CHAIR | {"role": "clerk"}]}, "members[0].role"),
        ({"members": [CHAIR | {"safer_recruitment_date": "2019-05"}]}, "members[0].safer_recruitment_date"),
        ({"members": [CHAIR | {"submitted": "yes"}]}, "members[0].submitted"),
        ({"members": [CHAIR | {"conflicts": "C07"}]}, "members[0].conflicts"),
        ({"members": [CHAIR | {"conflicts": ["C01", "C99"]}]}, "members[0].conflicts[1]"),
        ({"members": [CHAIR | {"trained": True}]}, "members[0].trained"),
        ({"policy_renewal_months": 0}, "policy_renewal_months"),
        ({"policy_renewal_months": -60}, "policy_renewal_months"),
        ({"policy_renewal_months": 60.5}, "policy_renewal_months"),
        ({"applications": "C01"}, "applications"),
        ({"scores": []}, "scores"),
    ],
)
def test_panel_refuses_what_cannot_be(changes: dict[str, object], field: str) -> None:
    with pytest.raises(DomainError) as caught:
        ask(**changes)

    assert (caught.value.code, caught.value.field) == ("invalid", field)
