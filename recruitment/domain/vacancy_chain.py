"""Where a vacancy stands on its way from criteria to offer: every link, and the one thing to do next."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

FEWEST_SCORERS = 2
ENDED = frozenset({"filled", "not_filled"})


class Turn(StrEnum):
    """Whose turn it is."""

    OFFICE = "HR or the headteacher"
    PANEL = "The panel"
    HEAD = "The headteacher"
    CANDIDATE = "The candidate"
    CANDIDATES = "Candidates"
    NOBODY = "Nobody"


class LinkState(StrEnum):
    TO_COME = "todo"
    CURRENT = "current"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class StageFacts:
    """A stage: its status, who sits on its panel, and who has not finished yet."""

    status: str = "preparing"
    members: int = 0
    waiting_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChainFacts:
    """What the chain is judged by. ``stages`` is keyed by kind; a vacancy without a task has no such key."""

    status: str
    opens_date: date
    closes_date: date
    today: date
    criteria: int
    stages: Mapping[str, StageFacts] = field(default_factory=dict)
    applications: int = 0
    late: int = 0
    shortlisted: int = 0
    references: int = 0
    references_verified: int = 0
    certificates: int = 0
    certificates_seen: int = 0
    decided_to_appoint: int = 0
    offer_status: str = ""
    conditions: int = 0
    conditions_met: int = 0

    def stage(self, kind: str) -> StageFacts:
        return self.stages.get(kind, StageFacts())

    @property
    def shortlist_decided(self) -> bool:
        return self.stage("application").status == "decided"


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One link. ``key`` names it for the page that adds the addresses."""

    key: str
    label: str
    state: LinkState
    status_label: str
    tone: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class NextStep:
    """The one thing to do now, in a sentence, at the link it belongs to."""

    key: str
    sentence: str
    turn: Turn


def find_next_step(facts: ChainFacts) -> NextStep:
    """The first thing that stands in the way of the next."""
    for steps in (_before_applications, _while_open, _shortlisting, _interviewing, _appointing):
        for step in steps(facts):
            return step
    return NextStep("offer", "Nothing is left to do here.", Turn.NOBODY)


def _before_applications(facts: ChainFacts) -> Iterator[NextStep]:
    if facts.status == "filled" and facts.conditions_met < facts.conditions:
        yield NextStep(
            "offer", "The post is filled. Some conditions of the offer are still to be met.", Turn.OFFICE
        )
    elif facts.status == "filled":
        yield NextStep("offer", "The post is filled and every condition of the offer is met.", Turn.NOBODY)
    if facts.status == "not_filled":
        yield NextStep("offer", "This vacancy has ended without an appointment.", Turn.NOBODY)
    if not facts.criteria:
        yield NextStep("criteria", "Choose a job profile that has a person specification.", Turn.OFFICE)
    if facts.stage("application").members < FEWEST_SCORERS and not facts.shortlist_decided:
        yield NextStep(
            "shortlisting_panel", "Name at least two people for the shortlisting panel.", Turn.OFFICE
        )
    if facts.status == "draft":
        yield NextStep("publish", "Check the weights and the terms, then publish the vacancy.", Turn.OFFICE)


def _while_open(facts: ChainFacts) -> Iterator[NextStep]:
    if facts.status != "published" or facts.stage("application").status != "preparing":
        return
    if facts.today < facts.opens_date:
        yield NextStep("applications", f"Applications open on {_uk(facts.opens_date)}.", Turn.NOBODY)
    elif facts.today <= facts.closes_date:
        so_far = {0: "none has come in yet", 1: "one has come in so far"}.get(
            facts.applications, f"{facts.applications} have come in so far"
        )
        yield NextStep(
            "applications",
            f"Applications are open until the end of {_uk(facts.closes_date)}; {so_far}.",
            Turn.CANDIDATES,
        )
    else:
        yield NextStep(
            "applications", "The closing date has passed. Close the vacancy to applications.", Turn.OFFICE
        )


def _shortlisting(facts: ChainFacts) -> Iterator[NextStep]:
    if not facts.applications:
        yield NextStep(
            "applications",
            "Nobody has applied. Reopen the vacancy with a later closing date, or end it.",
            Turn.OFFICE,
        )
    yield from _scoring_steps(facts, "application", "scoring", "shortlist", "shortlist")
    if not facts.shortlisted and not facts.offer_status:
        yield NextStep(
            "shortlist",
            "Nobody is on the shortlist. Reopen the vacancy, or end it without an appointment.",
            Turn.OFFICE,
        )
    if "task" in facts.stages:
        yield from _panel_step(facts, "task", "task", "task")
        yield from _scoring_steps(facts, "task", "task", "task", "result of the task")


def _interviewing(facts: ChainFacts) -> Iterator[NextStep]:
    yield from _panel_step(facts, "interview", "interview_panel", "interview")
    interview = facts.stage("interview")
    if interview.status == "preparing" and facts.references_verified < facts.references:
        outstanding = facts.references - facts.references_verified
        yield NextStep(
            "evidence",
            f"Gather the references of the shortlisted, {outstanding} of {facts.references} still to be "
            "verified, then open scoring for the interviews.",
            Turn.OFFICE,
        )
    yield from _scoring_steps(facts, "interview", "interview", "appointment", "appointment")


def _appointing(facts: ChainFacts) -> Iterator[NextStep]:
    if facts.offer_status == "made":
        yield NextStep("offer", "The offer is made; the candidate has not answered yet.", Turn.CANDIDATE)
    elif facts.decided_to_appoint:
        yield NextStep("offer", "Make the conditional offer to the candidate chosen.", Turn.OFFICE)
    else:
        yield NextStep(
            "appointment",
            "Nobody is to be appointed. Decide again, or end the vacancy without an appointment.",
            Turn.HEAD,
        )


def _panel_step(facts: ChainFacts, kind: str, key: str, name: str) -> Iterator[NextStep]:
    if facts.stage(kind).members < FEWEST_SCORERS:
        yield NextStep(key, f"Name at least two people for the {name} panel.", Turn.OFFICE)


def _scoring_steps(
    facts: ChainFacts, kind: str, scoring_key: str, decision_key: str, decision: str
) -> Iterator[NextStep]:
    stage = facts.stage(kind)
    name = {"application": "shortlisting", "task": "the task", "interview": "the interviews"}[kind]
    if stage.status == "preparing":
        yield NextStep(scoring_key, f"Open scoring for {name}.", Turn.OFFICE)
    elif stage.status == "scoring" and stage.waiting_for:
        yield NextStep(
            scoring_key,
            f"Waiting for {listed(stage.waiting_for)} to finish scoring. Everything stays sealed until then.",
            Turn.PANEL,
        )
    elif stage.status == "scoring":
        yield NextStep(scoring_key, "Everybody has finished scoring. Open the scores.", Turn.OFFICE)
    elif stage.status == "unsealed":
        yield NextStep(
            decision_key,
            f"Settle what the panel still differs on, if anything, then decide the {decision}.",
            Turn.HEAD if kind == "interview" else Turn.OFFICE,
        )


def listed(names: tuple[str, ...]) -> str:
    """Names as a sentence lists them: Ann, Bob and Cy."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _uk(day: date) -> str:
    return day.strftime("%d/%m/%Y")
