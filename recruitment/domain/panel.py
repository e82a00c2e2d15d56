"""Whether a panel may close its shortlist or interview, and for whom its scores are locked.

What the law demands of a school blocks; what guidance or the school's own policy asks warns. Somebody
with a conflict of interest is left out of the count for that application: their scores on it are locked
until they are replaced, and kept.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

from core.domain.dates import add_months
from core.domain.schools import SchoolType
from core.domain.sources import LegalSource
from recruitment.domain import sources
from recruitment.domain.scoring import Key

FEWEST_SHORTLISTERS = 2
FEWEST_GOVERNORS_FOR_A_HEAD = 3


class PanelStage(StrEnum):
    SHORTLIST = "shortlist"
    INTERVIEW = "interview"


class Post(StrEnum):
    HEAD = "head"
    DEPUTY = "deputy"
    OTHER = "other"


class Role(StrEnum):
    CHAIR = "chair"
    MEMBER = "member"
    GOVERNOR = "governor"
    ADVISER = "adviser"


class Verdict(IntEnum):
    """In rising order of gravity."""

    ALLOWED = 0
    WARNING = 1
    BLOCKED = 2


@dataclass(frozen=True, slots=True)
class Member:
    """One person on the panel. ``submitted`` is None where it is not known.

    ``is_governor`` stands apart from the role, for a governor may chair. An adviser attends and
    advises; they are not one of those who interview.
    """

    name: Key
    role: Role
    is_governor: bool = False
    safer_recruitment_date: date | None = None
    submitted: bool | None = None
    conflicts: frozenset[Key] = frozenset()

    @property
    def interviews(self) -> bool:
        return self.role != Role.ADVISER

    def is_trained(self, as_at: date) -> bool:
        """Whether safer-recruitment training is recorded and lies behind them on that day."""
        return self.safer_recruitment_date is not None and self.safer_recruitment_date <= as_at

    def is_lapsed(self, as_at: date, renewal_months: int | None) -> bool:
        """Whether the school's policy, not the law, holds the training to be out of date.

        It lasts through the day before the same day ``renewal_months`` later.
        """
        if self.safer_recruitment_date is None or renewal_months is None:
            return False
        return as_at >= add_months(self.safer_recruitment_date, renewal_months)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to put right. ``verdict`` is how grave it is on its own."""

    code: str
    reason: str
    verdict: Verdict
    source: LegalSource


@dataclass(frozen=True, slots=True)
class Lock:
    """A member's scores on an application, which count for nothing until the member is replaced."""

    member: Key
    application: Key


@dataclass(frozen=True, slots=True)
class PanelVerdict:
    verdict: Verdict
    findings: tuple[Finding, ...]
    locked: tuple[Lock, ...]


def judge_panel(
    members: Sequence[Member],
    *,
    stage: PanelStage,
    school_type: SchoolType | None,
    post: Post | None,
    as_at: date,
    renewal_months: int | None = None,
) -> PanelVerdict:
    """Judge a panel as it stands on a day; the gravest findings come first.

    A shortlist closes once two people have submitted, for every application without the ones in
    conflict with it. At an interview somebody must have completed safer-recruitment training: by law
    in maintained schools and pupil referral units, by guidance elsewhere (``school_type`` matters there
    alone). ``renewal_months`` is the school's policy, None for none. A ``post`` that is None is not known.
    """
    locked = tuple(Lock(member.name, one) for member in members for one in sorted(member.conflicts, key=str))
    findings = [_conflict(lock) for lock in locked]
    if stage == PanelStage.SHORTLIST:
        findings += _shortlist_findings(members, locked)
    else:
        findings += _interview_findings(members, locked, school_type, as_at, renewal_months)
        findings += _governor_findings(members, school_type, post)
    findings.sort(key=lambda finding: -finding.verdict)
    return PanelVerdict(findings[0].verdict if findings else Verdict.ALLOWED, tuple(findings), locked)


def _conflict(lock: Lock) -> Finding:
    return Finding(
        "conflict_of_interest",
        f"{lock.member} has declared a conflict of interest with application {lock.application}. Their "
        "scores on it are locked and kept on the record; somebody else takes their place for it.",
        Verdict.WARNING,
        sources.CONFLICT_OF_INTEREST,
    )


def _without_conflict(members: Iterable[Member], application: Key) -> list[Member]:
    return [member for member in members if application not in member.conflicts]


def _in_conflict(locked: Iterable[Lock]) -> list[Key]:
    """The applications somebody is in conflict with, each once: only for these does the panel differ."""
    return list(dict.fromkeys(lock.application for lock in locked))


def _shortlist_findings(members: Sequence[Member], locked: Sequence[Lock]) -> list[Finding]:
    submitted = [member for member in members if member.submitted]
    if len(submitted) < FEWEST_SHORTLISTERS:
        return [_too_few_shortlisters(f"{_SCORERS[len(submitted)]} has submitted scores.")]
    findings = []
    for application in _in_conflict(locked):
        left = _without_conflict(submitted, application)
        if len(left) < FEWEST_SHORTLISTERS:
            scorers = _SCORERS[len(left)].lower()
            said = f"For application {application}, {scorers} without a conflict has submitted scores."
            findings.append(_too_few_shortlisters(said))
    return findings


_SCORERS = ("Nobody", "One person")


def _too_few_shortlisters(said: str) -> Finding:
    return Finding(
        "too_few_shortlisters",
        f"{said} Two people at least shortlist: the list stays open until a second one has submitted.",
        Verdict.BLOCKED,
        sources.TWO_SHORTLISTERS,
    )


def _interview_findings(
    members: Sequence[Member],
    locked: Sequence[Lock],
    school_type: SchoolType | None,
    as_at: date,
    renewal_months: int | None,
) -> list[Finding]:
    interviewers = [member for member in members if member.interviews]
    if not interviewers:
        return [_NO_INTERVIEWER]
    findings = []
    if len(interviewers) == 1:
        findings.append(_lone_interviewer(interviewers[0]))
    trained = [member for member in interviewers if member.is_trained(as_at)]
    if not trained:
        return [*findings, _untrained(interviewers, school_type, as_at)]
    for application in _in_conflict(locked):
        if not _without_conflict(trained, application):
            left = _without_conflict(interviewers, application)
            findings.append(_untrained(left, school_type, as_at, application))
    if renewal_months is not None and all(member.is_lapsed(as_at, renewal_months) for member in trained):
        findings.append(_lapsed(trained, renewal_months))
    return findings


_NO_INTERVIEWER = Finding(
    "no_interviewer",
    "Nobody on this panel interviews: an adviser only advises. Add a chair or a member.",
    Verdict.BLOCKED,
    sources.TRAINED_INTERVIEWER,
)


def _lone_interviewer(member: Member) -> Finding:
    return Finding(
        "lone_interviewer",
        f"{member.name} would interview alone. That is possible for somebody trained, but two people "
        "see and remember more: add a second interviewer if you can.",
        Verdict.WARNING,
        sources.TRAINED_INTERVIEWER,
    )


def _untrained(
    interviewers: Sequence[Member],
    school_type: SchoolType | None,
    as_at: date,
    application: Key | None = None,
) -> Finding:
    by_law = school_type in {SchoolType.MAINTAINED, SchoolType.PRU}
    duty = (
        "By law one interviewer at least, advisers not counted, must have completed it."
        if by_law
        else "Every school should have one trained interviewer at least, advisers not counted."
    )
    where = "" if application is None else f"For application {application}: "
    return Finding(
        "no_trained_interviewer",
        f"{where}{_who_is_untrained(interviewers, as_at)} {duty} Add somebody trained, or record the date "
        "of their training.",
        Verdict.BLOCKED if by_law or not interviewers else Verdict.WARNING,
        sources.TRAINED_INTERVIEWER,
    )


def _who_is_untrained(interviewers: Sequence[Member], as_at: date) -> str:
    without = [str(one.name) for one in interviewers if one.safer_recruitment_date is None]
    later = [
        str(one.name) for one in interviewers if one.safer_recruitment_date and not one.is_trained(as_at)
    ]
    said = []
    if without:
        said.append(
            f"No safer-recruitment training is recorded for {_listed(without)}, which counts as not trained."
        )
    if later:
        said.append(f"The safer-recruitment training of {_listed(later)} comes after this day.")
    return " ".join(said) or "Nobody is left to interview."


def _lapsed(trained: Sequence[Member], renewal_months: int) -> Finding:
    return Finding(
        "training_lapsed_by_policy",
        f"The safer-recruitment training of {_listed([str(one.name) for one in trained])} is older than the "
        f"{renewal_months} months of the school's own policy. The law sets no expiry, so the panel may go "
        "ahead; plan a refresher.",
        Verdict.WARNING,
        sources.NO_EXPIRY_OF_TRAINING,
    )


def _governor_findings(
    members: Sequence[Member], school_type: SchoolType | None, post: Post | None
) -> list[Finding]:
    governors = sum(member.is_governor for member in members)
    if school_type != SchoolType.MAINTAINED or governors >= FEWEST_GOVERNORS_FOR_A_HEAD or post == Post.OTHER:
        return []
    counted = f"This panel has {governors or 'no'} governor{'s' * (governors != 1)}."
    if post is None:
        return [
            Finding(
                "post_not_known",
                f"{counted} If the post is a headship or deputy headship it needs three at least.",
                Verdict.ALLOWED,
                sources.GOVERNORS_FOR_HEADSHIP,
            )
        ]
    return [
        Finding(
            "too_few_governors",
            f"{counted} For a head or deputy of a maintained school it needs three at least; if the chair is "
            "a governor, record that too.",
            Verdict.BLOCKED,
            sources.GOVERNORS_FOR_HEADSHIP,
        )
    ]


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
