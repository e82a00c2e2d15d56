"""The whole way of a vacancy, one step after the other: what comes next, and whose turn it is."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from recruitment.domain.vacancy_chain import ChainFacts, StageFacts, Turn, find_next_step, listed
from recruitment.domain.vacancy_links import build_chain

PANEL = StageFacts("preparing", 2)
DECIDED = StageFacts("decided", 2)
DRAFT = ChainFacts(
    status="draft",
    opens_date=date(2026, 11, 2),
    closes_date=date(2026, 11, 20),
    today=date(2026, 10, 26),
    criteria=9,
    stages={"application": PANEL, "interview": StageFacts()},
)
CLOSED = replace(DRAFT, status="closed", today=date(2026, 11, 23), applications=12)
INTERVIEWS = replace(CLOSED, shortlisted=4, stages={"application": DECIDED, "interview": PANEL})
DECIDING = replace(INTERVIEWS, stages={"application": DECIDED, "interview": DECIDED})


def with_stage(facts: ChainFacts, kind: str, status: str, *waiting: str) -> ChainFacts:
    return replace(facts, stages={**facts.stages, kind: StageFacts(status, 2, waiting)})


@pytest.mark.parametrize(
    ("facts", "key", "turn", "words"),
    [
        (replace(DRAFT, criteria=0), "criteria", Turn.OFFICE, "job profile"),
        (
            replace(DRAFT, stages={"application": StageFacts("preparing", 1)}),
            "shortlisting_panel",
            Turn.OFFICE,
            "at least two people",
        ),
        (DRAFT, "publish", Turn.OFFICE, "publish the vacancy"),
        (replace(DRAFT, status="published"), "applications", Turn.NOBODY, "open on 02/11/2026"),
        (
            replace(DRAFT, status="published", today=date(2026, 11, 1)),
            "applications",
            Turn.NOBODY,
            "open on 02/11/2026",
        ),
        (
            replace(DRAFT, status="published", today=date(2026, 11, 2)),
            "applications",
            Turn.CANDIDATES,
            "none has come in yet",
        ),
        (
            replace(DRAFT, status="published", today=date(2026, 11, 20), applications=1),
            "applications",
            Turn.CANDIDATES,
            "one has come in so far",
        ),
        (
            replace(DRAFT, status="published", today=date(2026, 11, 21), applications=12),
            "applications",
            Turn.OFFICE,
            "closing date has passed",
        ),
        (replace(CLOSED, applications=0), "applications", Turn.OFFICE, "Nobody has applied"),
        (CLOSED, "scoring", Turn.OFFICE, "Open scoring for shortlisting"),
        (
            with_stage(CLOSED, "application", "scoring", "Grace Adeyemi", "Tom Reid"),
            "scoring",
            Turn.PANEL,
            "Waiting for Grace Adeyemi and Tom Reid",
        ),
        (
            with_stage(replace(CLOSED, status="published"), "application", "scoring", "Tom Reid"),
            "scoring",
            Turn.PANEL,
            "Waiting for Tom Reid",
        ),
        (with_stage(CLOSED, "application", "scoring"), "scoring", Turn.OFFICE, "Everybody has finished"),
        (with_stage(CLOSED, "application", "unsealed"), "shortlist", Turn.OFFICE, "decide the shortlist"),
        (
            with_stage(CLOSED, "application", "decided"),
            "shortlist",
            Turn.OFFICE,
            "Nobody is on the shortlist",
        ),
        (
            replace(INTERVIEWS, stages={"application": DECIDED, "task": StageFacts()}),
            "task",
            Turn.OFFICE,
            "for the task panel",
        ),
        (with_stage(INTERVIEWS, "task", "preparing"), "task", Turn.OFFICE, "Open scoring for the task"),
        (
            with_stage(INTERVIEWS, "task", "unsealed"),
            "task",
            Turn.OFFICE,
            "decide the result of the task",
        ),
        (
            replace(INTERVIEWS, stages={"application": DECIDED}),
            "interview_panel",
            Turn.OFFICE,
            "for the interview panel",
        ),
        (
            replace(INTERVIEWS, references=8, references_verified=3),
            "evidence",
            Turn.OFFICE,
            "5 of 8 still to be verified",
        ),
        (
            replace(INTERVIEWS, references=8, references_verified=8),
            "interview",
            Turn.OFFICE,
            "Open scoring for the interviews",
        ),
        (with_stage(INTERVIEWS, "interview", "unsealed"), "appointment", Turn.HEAD, "decide the appointment"),
        (DECIDING, "appointment", Turn.HEAD, "Nobody is to be appointed"),
        (replace(DECIDING, decided_to_appoint=1), "offer", Turn.OFFICE, "Make the conditional offer"),
        (
            replace(DECIDING, decided_to_appoint=1, offer_status="made"),
            "offer",
            Turn.CANDIDATE,
            "has not answered yet",
        ),
        (
            replace(DECIDING, status="filled", offer_status="accepted", conditions=3, conditions_met=2),
            "offer",
            Turn.OFFICE,
            "conditions of the offer are still to be met",
        ),
        (
            replace(DECIDING, status="filled", offer_status="accepted", conditions=3, conditions_met=3),
            "offer",
            Turn.NOBODY,
            "every condition of the offer is met",
        ),
        (replace(CLOSED, status="not_filled"), "offer", Turn.NOBODY, "without an appointment"),
    ],
)
def test_find_next_step(facts: ChainFacts, key: str, turn: Turn, words: str) -> None:
    step = find_next_step(facts)

    assert (step.key, step.turn) == (key, turn)
    assert words in step.sentence


def test_the_next_step_is_the_current_link() -> None:
    for facts in (DRAFT, CLOSED, INTERVIEWS, replace(DECIDING, decided_to_appoint=1)):
        current = [link.key for link in build_chain(facts) if link.state == "current"]

        assert current == [find_next_step(facts).key]


@pytest.mark.parametrize("status", ["filled", "not_filled"])
def test_no_link_is_current_once_the_vacancy_has_ended(status: str) -> None:
    assert [link.key for link in build_chain(replace(CLOSED, status=status)) if link.state == "current"] == []


def states_of(facts: ChainFacts) -> dict[str, tuple[str, str]]:
    return {link.key: (link.status_label, link.state) for link in build_chain(facts)}


def test_build_chain_of_a_draft() -> None:
    assert states_of(DRAFT) == {
        "criteria": ("Can still change", "todo"),
        "shortlisting_panel": ("2 people", "done"),
        "publish": ("Draft", "current"),
        "applications": ("Not open yet", "todo"),
        "scoring": ("Not opened yet", "todo"),
        "shortlist": ("Not decided", "todo"),
        "interview_panel": ("Nobody yet", "todo"),
        "interview": ("Not opened yet", "todo"),
        "evidence": ("After the shortlist", "todo"),
        "appointment": ("Not decided", "todo"),
        "offer": ("Not made", "todo"),
    }


def test_build_chain_of_a_filled_post() -> None:
    facts = replace(
        with_stage(DECIDING, "task", "decided"),
        status="filled",
        references=8,
        references_verified=8,
        certificates=4,
        certificates_seen=4,
        decided_to_appoint=1,
        offer_status="accepted",
        conditions=5,
        conditions_met=5,
    )

    assert {state for _label, state in states_of(facts).values()} == {"done"}
    assert [link.hint for link in build_chain(facts) if link.key in {"evidence", "offer", "shortlist"}] == [
        "4 shortlisted",
        "8 of 8 references verified, 4 of 4 certificates recorded",
        "5 of 5 conditions met",
    ]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"today": date(2026, 11, 1)}, "Opens 02/11/2026"),
        ({"today": date(2026, 11, 2)}, "Open until 20/11/2026"),
        ({"today": date(2026, 11, 20)}, "Open until 20/11/2026"),
        ({"today": date(2026, 11, 21)}, "Closing date passed"),
        ({"status": "closed"}, "Closed"),
    ],
)
def test_build_chain_says_whether_applications_are_open(changes: dict[str, Any], expected: str) -> None:
    assert states_of(replace(DRAFT, **{"status": "published"} | changes))["applications"][0] == expected


def test_build_chain_counts_late_applications() -> None:
    links = {link.key: link for link in build_chain(replace(CLOSED, late=2))}

    assert links["applications"].hint == "12 applications received, 2 of them late"


@pytest.mark.parametrize(
    ("names", "expected"),
    [(("Ann",), "Ann"), (("Ann", "Bob"), "Ann and Bob"), (("A", "B", "C"), "A, B and C")],
)
def test_listed(names: tuple[str, ...], expected: str) -> None:
    assert listed(names) == expected
