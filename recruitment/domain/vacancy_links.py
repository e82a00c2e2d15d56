"""The links of a vacancy's chain, each with its state in words."""

from collections.abc import Iterator

from recruitment.domain.vacancy_chain import (
    ENDED,
    FEWEST_SCORERS,
    ChainFacts,
    ChainLink,
    LinkState,
    find_next_step,
)

_STAGE_WORDS = {
    "preparing": ("Not opened yet", "neutral"),
    "scoring": ("Sealed scoring", "waiting"),
    "unsealed": ("Scores open", "info"),
    "decided": ("Done", "good"),
}


def build_chain(facts: ChainFacts) -> tuple[ChainLink, ...]:
    """Every link in order, the one to do next marked as current."""
    current = "" if facts.status in ENDED else find_next_step(facts).key
    return tuple(
        ChainLink(
            key,
            label,
            LinkState.CURRENT if key == current else LinkState.DONE if tone == "good" else LinkState.TO_COME,
            status_label,
            tone,
            hint,
        )
        for key, label, status_label, tone, hint in _links(facts)
    )


type _Row = tuple[str, str, str, str, str]


def _links(facts: ChainFacts) -> Iterator[_Row]:
    yield _criteria(facts)
    yield _panel(facts, "application", "shortlisting_panel", "Shortlisting panel")
    yield _publish(facts)
    yield _applications(facts)
    yield _stage(facts, "application", "scoring", "Scoring for shortlisting")
    yield _shortlist(facts)
    if "task" in facts.stages:
        yield _stage(facts, "task", "task", "Task or presentation")
    yield _panel(facts, "interview", "interview_panel", "Interview panel")
    yield _stage(facts, "interview", "interview", "Scoring at interview")
    yield _evidence(facts)
    yield _appointment(facts)
    yield _offer(facts)


def _criteria(facts: ChainFacts) -> _Row:
    label = "Criteria and weights"
    if not facts.criteria:
        return "criteria", label, "No criteria yet", "warning", ""
    hint = _count(facts.criteria, "criterion", "criteria")
    if facts.status == "draft":
        return "criteria", label, "Can still change", "info", hint
    return "criteria", label, "Fixed", "good", f"{hint}, fixed when the vacancy was published"


def _panel(facts: ChainFacts, kind: str, key: str, label: str) -> _Row:
    members = facts.stage(kind).members
    if members < FEWEST_SCORERS:
        return key, label, "Nobody yet" if not members else "One person", "neutral", "Two people at least"
    return key, label, f"{members} people", "good", ""


def _publish(facts: ChainFacts) -> _Row:
    if facts.status == "draft":
        return "publish", "Publish", "Draft", "neutral", "Fixes criteria, weights and scale for good"
    return "publish", "Publish", "Published", "good", ""


def _applications(facts: ChainFacts) -> _Row:
    label = "Applications"
    hint = _count(facts.applications, "application", "applications") + " received"
    hint += f", {facts.late} of them late" if facts.late else ""
    if facts.status == "draft":
        return "applications", label, "Not open yet", "neutral", ""
    if facts.status != "published":
        return "applications", label, "Closed", "good", hint
    if facts.today < facts.opens_date:
        return "applications", label, f"Opens {facts.opens_date:%d/%m/%Y}", "waiting", ""
    if facts.today <= facts.closes_date:
        return "applications", label, f"Open until {facts.closes_date:%d/%m/%Y}", "info", hint
    return "applications", label, "Closing date passed", "warning", hint


def _stage(facts: ChainFacts, kind: str, key: str, label: str) -> _Row:
    stage = facts.stage(kind)
    words, tone = _STAGE_WORDS[stage.status]
    finished = stage.status == "scoring" and stage.members and not stage.waiting_for
    return key, label, words, tone, "Everybody has finished; the scores can be opened" if finished else ""


def _shortlist(facts: ChainFacts) -> _Row:
    if facts.shortlist_decided:
        return "shortlist", "Shortlist", "Decided", "good", f"{facts.shortlisted} shortlisted"
    return "shortlist", "Shortlist", "Not decided", "neutral", ""


def _evidence(facts: ChainFacts) -> _Row:
    label = "References and certificates"
    if not facts.shortlist_decided:
        return "evidence", label, "After the shortlist", "neutral", ""
    parts = []
    if facts.references:
        parts.append(f"{facts.references_verified} of {facts.references} references verified")
    if facts.certificates:
        parts.append(f"{facts.certificates_seen} of {facts.certificates} certificates recorded")
    hint = ", ".join(parts)
    if facts.references_verified < facts.references or facts.certificates_seen < facts.certificates:
        return "evidence", label, "Being gathered", "waiting", hint
    return "evidence", label, "Complete" if parts else "None needed", "good", hint


def _appointment(facts: ChainFacts) -> _Row:
    if facts.stage("interview").status != "decided":
        return "appointment", "Appointment", "Not decided", "neutral", ""
    if facts.decided_to_appoint:
        return "appointment", "Appointment", "Decided", "good", ""
    return "appointment", "Appointment", "Nobody appointed", "warning", ""


def _offer(facts: ChainFacts) -> _Row:
    words = {
        "": ("Not made", "neutral"),
        "made": ("Waiting for an answer", "waiting"),
        "accepted": ("Accepted", "good"),
        "declined": ("Declined", "warning"),
        "withdrawn": ("Withdrawn", "warning"),
    }
    label, tone = words[facts.offer_status]
    hint = f"{facts.conditions_met} of {facts.conditions} conditions met" if facts.conditions else ""
    return "offer", "Offer", label, tone, hint


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
