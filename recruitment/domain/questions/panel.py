"""The topic ``panel``: whether a panel may close its shortlist or interview."""

from datetime import date

from core.domain.facts import Fact, Facts
from core.domain.schools import SchoolType
from core.domain.sources import LegalSource, cite
from recruitment.domain import sources
from recruitment.domain.panel import (
    Member,
    PanelStage,
    PanelVerdict,
    Post,
    Role,
    Verdict,
    judge_panel,
)
from recruitment.domain.scoring import Key

FIELDS = ("as_at", "stage", "school_type", "post", "members", "policy_renewal_months", "applications")
MEMBER_FIELDS = ("name", "role", "safer_recruitment_date", "submitted", "conflicts")

_REASONS = {
    Verdict.ALLOWED: "Nothing stands in the way: the panel can go ahead.",
    Verdict.WARNING: "The panel can go ahead, with what the findings say in mind.",
    Verdict.BLOCKED: "The panel cannot go ahead until what the findings say is put right.",
}
_RULES: dict[PanelStage, tuple[LegalSource, ...]] = {
    PanelStage.SHORTLIST: (sources.TWO_SHORTLISTERS, sources.CONFLICT_OF_INTEREST),
    PanelStage.INTERVIEW: (sources.TRAINED_INTERVIEWER, sources.CONFLICT_OF_INTEREST),
}


def answer(facts: object, today: date) -> dict[str, object]:
    """Whether the panel of ``members`` may go ahead as at ``as_at`` or else today.

    Raises ``DomainError`` for facts that cannot be, such as a conflict with an unknown application.
    """
    given = Facts.read(facts, FIELDS)
    as_at, post, renewal = given.get("as_at"), given.get("post"), given.get("policy_renewal_months")
    stage = given.need("stage").one_of(PanelStage)
    judged = judge_panel(
        _read_members(given.need("members"), _read_applications(given.get("applications"))),
        stage=stage,
        school_type=_read_school_type(given, stage),
        post=post.one_of(Post) if post else None,
        as_at=as_at.day() if as_at else today,
        renewal_months=renewal.months() if renewal else None,
    )
    return _answer(judged, stage)


def _answer(judged: PanelVerdict, stage: PanelStage) -> dict[str, object]:
    return {
        "verdict": judged.verdict.name.lower(),
        "reason": _REASONS[judged.verdict],
        "findings": [{"code": one.code, "reason": one.reason} for one in judged.findings],
        "locked": [{"member": one.member, "application": one.application} for one in judged.locked],
        "sources": cite(*_RULES[stage], *(one.source for one in judged.findings)),
    }


def _read_school_type(facts: Facts, stage: PanelStage) -> SchoolType | None:
    """Needed only where the law depends on it: two people shortlist in every school."""
    given = facts.get("school_type")
    if stage == PanelStage.SHORTLIST and given is None:
        return None
    return facts.need("school_type").one_of(SchoolType)


def _read_applications(fact: Fact | None) -> frozenset[str] | None:
    return frozenset(item.text() for item in fact.items()) if fact else None


def _read_members(fact: Fact, applications: frozenset[str] | None) -> list[Member]:
    members: dict[str, Member] = {}
    for item in fact.items():
        facts = item.facts(MEMBER_FIELDS)
        name = facts.need("name").text()
        if name in members:
            facts.need("name").refuse("Somebody of this name is on the panel already: tell them apart.")
        members[name] = _read_member(name, facts, applications)
    return list(members.values())


def _read_member(name: str, facts: Facts, applications: frozenset[str] | None) -> Member:
    role, trained = facts.get("role"), facts.get("safer_recruitment_date")
    submitted, conflicts = facts.get("submitted"), facts.get("conflicts")
    known_role = role.one_of(Role) if role else Role.MEMBER
    return Member(
        name=name,
        role=known_role,
        is_governor=known_role == Role.GOVERNOR,
        safer_recruitment_date=trained.day() if trained else None,
        submitted=submitted.yes_or_no() if submitted else None,
        conflicts=_read_conflicts(conflicts, applications) if conflicts else frozenset(),
    )


def _read_conflicts(fact: Fact, applications: frozenset[str] | None) -> frozenset[Key]:
    conflicts: set[Key] = set()
    for item in fact.items():
        application = item.text()
        if applications is not None and application not in applications:
            item.refuse("This is not among the applications given.")
        conflicts.add(application)
    return frozenset(conflicts)
