"""What holds a start up next, in one sentence, and whose turn it is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from compliance.domain.categories import CheckType
from compliance.domain.clearance import Clearance
from compliance.domain.held_checks import HeldCheck, Outcome
from compliance.domain.requirement import POLICY, Requirement, Status


class Turn(StrEnum):
    US = "us"
    CANDIDATE = "candidate"
    THIRD_PARTY = "third_party"


TURN_LABELS: Mapping[Turn, str] = {
    Turn.US: "Our turn",
    Turn.CANDIDATE: "The candidate's turn",
    Turn.THIRD_PARTY: "Somebody else's turn",
}
# Who has to answer once a check is asked for; all others the school looks up itself.
_ANSWERS: Mapping[CheckType, Turn] = {
    CheckType.IDENTITY: Turn.CANDIDATE,
    CheckType.RIGHT_TO_WORK: Turn.CANDIDATE,
    CheckType.QUALIFICATIONS: Turn.CANDIDATE,
    CheckType.EMPLOYMENT_HISTORY_GAPS: Turn.CANDIDATE,
    CheckType.CRIMINAL_SELF_DECLARATION: Turn.CANDIDATE,
    CheckType.CHILDCARE_DISQUALIFICATION: Turn.CANDIDATE,
    CheckType.OVERSEAS: Turn.CANDIDATE,
    CheckType.ENHANCED_DBS: Turn.THIRD_PARTY,
    CheckType.REFERENCES: Turn.THIRD_PARTY,
    CheckType.MEDICAL_FITNESS: Turn.THIRD_PARTY,
}
# The whole answer of a check as it is asked of somebody or done by us, to stand after "Ask for" or alone.
_TO_DO: Mapping[CheckType, str] = {
    CheckType.IDENTITY: "Ask to see proof of identity, with earlier names",
    CheckType.ENHANCED_DBS: "Apply for the enhanced DBS certificate",
    CheckType.CHILDREN_BARRED_LIST: "Ask for the barred list with the DBS certificate",
    CheckType.RIGHT_TO_WORK: "Ask for proof of the right to work",
    CheckType.PROHIBITION_TEACHING: "Look up whether there is a prohibition from teaching",
    CheckType.S128: "Look up whether there is a section 128 direction",
    CheckType.QUALIFICATIONS: "Ask to see the original certificates",
    CheckType.OVERSEAS: "Ask for the further checks overseas",
    CheckType.REFERENCES: "Ask for the references",
    CheckType.EMPLOYMENT_HISTORY_GAPS: "Ask about the gaps in the employment history",
    CheckType.ONLINE_SEARCH: "Make the online search",
    CheckType.CRIMINAL_SELF_DECLARATION: "Ask for the self-declaration",
    CheckType.MEDICAL_FITNESS: "Ask for confirmation of medical fitness",
    CheckType.CHILDCARE_DISQUALIFICATION: "Ask for the childcare disqualification declaration",
}
_AWAITED: Mapping[CheckType, str] = {
    CheckType.IDENTITY: "proof of identity",
    CheckType.ENHANCED_DBS: "the DBS certificate",
    CheckType.CHILDREN_BARRED_LIST: "the answer on the barred list",
    CheckType.RIGHT_TO_WORK: "proof of the right to work",
    CheckType.PROHIBITION_TEACHING: "the answer on prohibition",
    CheckType.S128: "the answer on section 128",
    CheckType.QUALIFICATIONS: "the original certificates",
    CheckType.OVERSEAS: "the further checks overseas",
    CheckType.REFERENCES: "the references",
    CheckType.EMPLOYMENT_HISTORY_GAPS: "the explanation of gaps in the employment history",
    CheckType.ONLINE_SEARCH: "the online search",
    CheckType.CRIMINAL_SELF_DECLARATION: "the self-declaration",
    CheckType.MEDICAL_FITNESS: "confirmation of medical fitness",
    CheckType.CHILDCARE_DISQUALIFICATION: "the childcare disqualification declaration",
}
# What takes longest is begun first.
_LONGEST_FIRST = (
    CheckType.ENHANCED_DBS,
    CheckType.OVERSEAS,
    CheckType.REFERENCES,
    CheckType.MEDICAL_FITNESS,
    *(check for check in CheckType),
)


@dataclass(frozen=True, slots=True)
class NextStep:
    """One thing to do or to wait for.

    ``is_waiting``: it is asked for, and a reminder may be sent. ``is_about_role``: a fact of the role is
    missing, so the check itself cannot be judged yet.
    """

    check: CheckType
    turn: Turn
    sentence: str
    is_waiting: bool = False
    is_about_role: bool = False


def find_next_step(
    clearance: Clearance,
    requirements: Mapping[CheckType, Requirement],
    held: Mapping[CheckType, HeldCheck],
    *,
    today: date,
) -> NextStep | None:
    """What to do next about a start that is held up: our own turn first, then who was asked longest ago."""
    steps = [
        step_for(one.check, requirements[one.check], held.get(one.check), today=today)
        for one in clearance.blocking
    ]
    return min(steps, key=lambda step: _urgency(step, held), default=None)


def _urgency(step: NextStep, held: Mapping[CheckType, HeldCheck]) -> tuple[bool, date, int]:
    asked = held[step.check].requested_date if step.is_waiting else None
    return step.is_waiting, asked or date.max, _LONGEST_FIRST.index(step.check)


def step_for(check: CheckType, requirement: Requirement, held: HeldCheck | None, *, today: date) -> NextStep:
    """What is to be done about one check that is not done."""
    if held is None:
        return _to_begin(check, requirement)
    if held.is_done:
        return _to_settle(check, held)
    turn = Turn.THIRD_PARTY if requirement.status == Status.ASSURANCE else _ANSWERS.get(check, Turn.US)
    awaited = "the written confirmation" if requirement.status == Status.ASSURANCE else _AWAITED[check]
    who = f" from {held.evidence}" if check == CheckType.REFERENCES and held.evidence else ""
    return NextStep(
        check, turn, f"Waiting for {awaited}{who}{_since(held.requested_date, today)}.", is_waiting=True
    )


def _to_begin(check: CheckType, requirement: Requirement) -> NextStep:
    if requirement.status == Status.ASSURANCE:
        return NextStep(check, Turn.US, "Ask the agency or provider to confirm its checks in writing.")
    if requirement.status == Status.DEPENDS and set(requirement.needs) - {POLICY}:
        return NextStep(
            check, Turn.US, f"Find out more about the role. {requirement.reason}", is_about_role=True
        )
    return NextStep(check, Turn.US, f"{_TO_DO[check]}.")


def _to_settle(check: CheckType, held: HeldCheck) -> NextStep:
    if held.outcome == Outcome.CONCERN:
        return NextStep(
            check, Turn.US, f"Consider what came with {_AWAITED[check]}, and record what is decided."
        )
    if held.is_date_missing:
        return NextStep(
            check, Turn.US, f"Find the day on which {_AWAITED[check]} was seen: it is not written down."
        )
    return NextStep(check, Turn.US, f"Say how {_AWAITED[check]} came out.")


def _since(asked: date | None, today: date) -> str:
    if asked is None:
        return ""
    days = (today - asked).days
    if days <= 0:
        return ", asked for today"
    return f", asked for {days} day{'s' if days != 1 else ''} ago"


def list_waiting(steps: Iterable[NextStep], turn: Turn) -> list[NextStep]:
    """The steps that wait for one of them."""
    return [one for one in steps if one.is_waiting and one.turn == turn]
