"""What waits for whom, at the neighbours of every day."""

from datetime import date, timedelta

import pytest

from compliance.domain.kinds import PersonKind
from cpd.domain.people_waiting import PersonFacts, Turn, Wait, WaitKind, list_waits

TODAY = date(2026, 11, 28)


def facts(**change: object) -> PersonFacts:
    """Somebody long here for whom nothing waits."""
    settled: dict[str, object] = {
        "kind": PersonKind.SUPPORT,
        "start_date": date(2020, 9, 1),
        "has_manager": True,
        "is_head": False,
        "proposed_needs": 0,
        "next_step_date": None,
        "has_induction": True,
        "items_overdue": 0,
        "review_date": None,
        "probation_end": None,
        "job_description_date": None,
    }
    return PersonFacts(**settled | change)  # type: ignore[arg-type]


def days(number: int) -> date:
    return TODAY + timedelta(days=number)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, ()),
        ({"has_manager": False}, (Wait(WaitKind.NO_MANAGER, "No line manager", Turn.SCHOOL),)),
        ({"has_manager": False, "kind": PersonKind.VOLUNTEERS}, ()),
        ({"has_manager": False, "is_head": True}, ()),
        ({"has_manager": False, "kind": None}, ()),
        ({"proposed_needs": 1}, (Wait(WaitKind.NEEDS, "1 proposed need", Turn.MANAGER),)),
        ({"proposed_needs": 3}, (Wait(WaitKind.NEEDS, "3 proposed needs", Turn.MANAGER),)),
        ({"next_step_date": TODAY}, ()),
        (
            {"next_step_date": days(-1)},
            (Wait(WaitKind.STEP, "Step of a plan", Turn.MANAGER, days(-1), is_late=True),),
        ),
        ({"items_overdue": 1}, (Wait(WaitKind.INDUCTION, "1 induction item", Turn.MANAGER, is_late=True),)),
        (
            {"has_induction": False, "start_date": days(-90)},
            (Wait(WaitKind.INDUCTION, "Induction to begin", Turn.MANAGER, days(-90), is_late=True),),
        ),
        (
            {"has_induction": False, "start_date": TODAY},
            (Wait(WaitKind.INDUCTION, "Induction to begin", Turn.MANAGER, TODAY),),
        ),
        ({"has_induction": False, "start_date": days(-91)}, ()),
        ({"has_induction": False, "start_date": days(0), "kind": None}, ()),
        ({"has_induction": False, "start_date": None}, ()),
        ({"review_date": days(15)}, ()),
        ({"review_date": days(14)}, (Wait(WaitKind.PROBATION, "Probation review", Turn.MANAGER, days(14)),)),
        (
            {"review_date": days(-1), "probation_end": days(28)},
            (Wait(WaitKind.PROBATION, "Probation review", Turn.MANAGER, days(-1), is_late=True),),
        ),
        ({"probation_end": days(28)}, ()),
        (
            {"probation_end": days(27)},
            (Wait(WaitKind.PROBATION, "Probation to decide", Turn.MANAGER, days(27)),),
        ),
        (
            {"probation_end": days(-1)},
            (Wait(WaitKind.PROBATION, "Probation to decide", Turn.MANAGER, days(-1), is_late=True),),
        ),
        (
            {"probation_end": days(0)},
            (Wait(WaitKind.PROBATION, "Probation to decide", Turn.MANAGER, days(0)),),
        ),
        ({"job_description_date": days(31)}, ()),
        (
            {"job_description_date": days(30)},
            (Wait(WaitKind.JOB_DESCRIPTION, "Job description review", Turn.MANAGER, days(30)),),
        ),
    ],
)
def test_what_waits(change: dict[str, object], expected: tuple[Wait, ...]) -> None:
    assert list_waits(facts(**change), today=TODAY) == expected


def test_everything_at_once_stands_in_one_order() -> None:
    every = facts(
        has_manager=False,
        proposed_needs=2,
        next_step_date=days(-3),
        items_overdue=1,
        probation_end=days(1),
        job_description_date=TODAY,
    )
    assert [one.kind for one in list_waits(every, today=TODAY)] == list(WaitKind)
