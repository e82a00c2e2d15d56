"""What a person is asked about a role, in words, and of which kind of worker."""

from collections.abc import Mapping
from dataclasses import dataclass

from compliance.domain.categories import (
    CONTRACTORS,
    GOVERNANCE,
    VOLUNTEERS,
    VOUCHED_FOR,
    WorkerCategory,
)

_W = WorkerCategory
_EVERYBODY = frozenset(_W)
_LEADERS = frozenset({_W.LEADER_MAINTAINED, _W.LEADER_ACADEMY})
_ASSISTING = frozenset({_W.SUPPORT_STAFF, _W.TA_ELSA})
_NO_CARE_OF_THE_YOUNGEST = frozenset(
    {_W.EY_WRAP, _W.SUPPLY_AGENCY, _W.CONTRACTOR_REGULAR, _W.CONTRACTOR_NONE}
)
# The law counts these outside regulated activity, personal care apart.
_OUTSIDE = GOVERNANCE | {_W.CONTRACTOR_REGULAR, _W.CONTRACTOR_NONE, _W.VOLUNTEER_BELOW}


@dataclass(frozen=True, slots=True)
class RoleQuestion:
    """One fact of ``RoleFacts`` as it is asked, and of whom; of all others it makes no difference."""

    question: str
    hint: str
    asked_of: frozenset[WorkerCategory]


ROLE_QUESTIONS: Mapping[str, RoleQuestion] = {
    "teaching_work": RoleQuestion(
        "Does this person do teaching work?",
        "Plans, delivers, assesses or reports on lessons without being directed by a teacher.",
        _ASSISTING | _LEADERS | {_W.EY_WRAP, _W.CONTRACTOR_RA, _W.VOLUNTEER_RA},
    ),
    "has_trn": RoleQuestion(
        "Does this person have a teacher reference number?",
        "Whoever has one can be looked up in the teacher's record.",
        _ASSISTING | _LEADERS,
    ),
    "management_role": RoleQuestion(
        "Does this person take part in managing the school?",
        "Leadership team, head of department, business manager. It matters at academies and independent "
        "schools.",
        frozenset({_W.TEACHER, _W.SUPPORT_STAFF, _W.SUPPLY_AGENCY, _W.EY_WRAP}),
    ),
    "governor": RoleQuestion(
        "Is this person also a governor or trustee?",
        "A staff governor, or a head who is a governor by office.",
        frozenset({_W.TEACHER, _W.LEADER_MAINTAINED, _W.SUPPORT_STAFF, _W.SUPPLY_AGENCY, _W.EY_WRAP}),
    ),
    "early_years_or_wraparound": RoleQuestion(
        "Do they look after children up to the end of reception, or under 8 outside school hours?",
        "Nursery, reception, breakfast club, after-school club.",
        _EVERYBODY - _NO_CARE_OF_THE_YOUNGEST,
    ),
    "manages_early_years": RoleQuestion(
        "Do they directly manage such care?",
        "The head of early years, the manager of the after-school club.",
        _EVERYBODY - _NO_CARE_OF_THE_YOUNGEST,
    ),
    "lived_abroad": RoleQuestion(
        "Has this person lived or worked abroad?",
        "For as long as your policy says, for example three months or more in the last five years.",
        _EVERYBODY - VOUCHED_FOR - {_W.CONTRACTOR_NONE},
    ),
    "individual_contract": RoleQuestion(
        "Is this person engaged as an individual?",
        "On a worker's contract or as a sole sub-contractor; no, where a business sends its own people.",
        CONTRACTORS,
    ),
    "supervised": RoleQuestion(
        "Is this person supervised by somebody in regulated activity?",
        "Regularly, day to day, and by somebody whose own checks are done.",
        VOLUNTEERS,
    ),
    "personal_care": RoleQuestion(
        "Do they give personal or health care to a child?",
        "Help with washing, toileting, eating or medicine. It is regulated activity even once.",
        _OUTSIDE | {_W.VOLUNTEER_RA},
    ),
}


def questions_for(category: WorkerCategory) -> dict[str, RoleQuestion]:
    """The questions that make a difference for a kind of worker, by the name of the fact, in order."""
    return {name: one for name, one in ROLE_QUESTIONS.items() if category in one.asked_of}
