"""Which check whom concerns: the matrix as data, each rule with the days it is in force.

For every check, category and day exactly one rule holds. A rule without days holds throughout; bounds are
inclusive. A category keeps its own rule whatever kind of school is said to have it. *Not required* stays so
whatever is known of the person: somebody who also governs, manages or teaches is of another category for
that, and the reason says to ask for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from compliance.domain import check_conditions as conditions
from compliance.domain import regulated_conditions as regulated
from compliance.domain import teaching_conditions as teaching
from compliance.domain.categories import (
    CONTRACTORS,
    EMPLOYED,
    GOVERNANCE,
    VOLUNTEERS,
    VOUCHED_FOR,
    CheckType,
    WorkerCategory,
)
from compliance.domain.check_conditions import Condition, always, not_of_this_category, policy_decides
from compliance.domain.commencement import (
    EARLY_YEARS_REFERENCES,
    RIGHT_TO_WORK_WIDENS,
    SUPERVISION_COUNTS_NO_MORE,
)
from compliance.domain.requirement import Status
from compliance.domain.sources import checks as sources
from core.domain.sources import LegalSource

_W = WorkerCategory


@dataclass(frozen=True, slots=True)
class Rule:
    """What decides a check for some categories, while it is in force."""

    categories: frozenset[WorkerCategory]
    decide: Condition
    sources: tuple[LegalSource, ...]
    in_force_from: date | None = None
    in_force_until: date | None = None

    def holds_on(self, day: date) -> bool:
        began = self.in_force_from is None or self.in_force_from <= day
        return began and (self.in_force_until is None or day <= self.in_force_until)


def _eve(day: date) -> date:
    """The last day of what another rule follows."""
    return day - timedelta(days=1)


def _only(*categories: WorkerCategory) -> frozenset[WorkerCategory]:
    return frozenset(categories)


def _required(reason: str) -> Condition:
    return always(Status.REQUIRED, reason)


def _should(reason: str) -> Condition:
    return always(Status.SHOULD, reason)


def _not_required(reason: str) -> Condition:
    return always(Status.NOT_REQUIRED, reason)


_CONFIRMED = always(
    Status.ASSURANCE,
    "The agency or training provider makes this check and confirms it in writing; record the confirmation.",
)
_CONFIRMED_IF_TEACHING = always(
    Status.ASSURANCE,
    "For teaching work the agency or training provider makes this check and confirms it in writing; record "
    "the confirmation.",
)
_NOT_EMPLOYED = _not_required("Not an employee of the school: the law does not ask it of this post.")
_NOT_YOURS = _not_required("Not yours to make: the contractor answers for its own people.")
_NO_TEACHING = not_of_this_category(
    "This category does no teaching work.", "teaching_work", but="does teaching work"
)
_NEVER_SECTION_128 = not_of_this_category(
    "This category neither governs nor manages.",
    "governor",
    "management_role",
    but="governs or manages",
)
_RISK_ASSESSMENT = "Your written risk assessment decides. If you ask for one, then without the barred list."

_EMPLOYED_OR_REGULATED = EMPLOYED | {_W.CONTRACTOR_RA}
_TEACHERS = _only(_W.TEACHER, _W.TRAINEE_SALARIED)
_LEADERS = _only(_W.LEADER_MAINTAINED, _W.LEADER_ACADEMY)
_OUTSIDE_REGULATED = GOVERNANCE | {_W.CONTRACTOR_REGULAR, _W.CONTRACTOR_NONE, _W.VOLUNTEER_BELOW}
_THRESHOLD = _only(_W.VOLUNTEER_RA)
_BELOW = _only(_W.VOLUNTEER_BELOW)
_GUIDED = EMPLOYED | _THRESHOLD

_PRE = (sources.PRE_APPOINTMENT,)
_VOUCHED = (sources.WRITTEN_ASSURANCE, sources.PROVIDER_CONFIRMS)
_EXEMPTED = (sources.SUPERVISION_EXEMPTED,)
_EXEMPTION_ENDED = (sources.SUPERVISION_EXEMPTION_ENDS,)
_VOLUNTEERS = (sources.VOLUNTEER_RISK_ASSESSMENT,)
_SHORTLISTED = (sources.SHORTLISTED,)
_POLICY = (sources.SCHOOL_POLICY,)
_PROHIBITION = (sources.TEACHING_WORK, sources.TEACHER_RECORD)
_SECTION_128 = (sources.SECTION_128,)
_OVERSEAS = (sources.OVERSEAS, sources.PRE_APPOINTMENT)
_WIDENED = (sources.RIGHT_TO_WORK_WIDENED,)

MATRIX: Mapping[CheckType, tuple[Rule, ...]] = {
    CheckType.IDENTITY: (
        Rule(
            frozenset(_W) - _BELOW,
            _required("Check who the person is, with earlier names; on arrival, if others made the checks."),
            _PRE,
        ),
        Rule(_BELOW, _should("Identify the volunteer on arrival."), _VOLUNTEERS),
    ),
    CheckType.ENHANCED_DBS: (
        Rule(EMPLOYED, _required("Everybody a school employs needs an enhanced certificate."), _PRE),
        Rule(
            _only(_W.CONTRACTOR_RA, _W.CONTRACTOR_REGULAR),
            _required("Regular contact: the contractor's employer obtains it and assures you of it."),
            _PRE,
        ),
        Rule(
            GOVERNANCE,
            _required("An enhanced certificate, without the barred list for governance alone."),
            (sources.GOVERNORS_DBS,),
        ),
        Rule(VOUCHED_FOR, _CONFIRMED, _VOUCHED),
        Rule(
            _only(_W.CONTRACTOR_NONE),
            regulated.certificate_if_regulated(
                regulated.implies_unregulated,
                "No regular contact: consider a basic check, and supervise. Your policy decides.",
            ),
            _POLICY,
        ),
        Rule(
            _BELOW,
            regulated.certificate_if_regulated(regulated.implies_unregulated, _RISK_ASSESSMENT),
            _VOLUNTEERS,
        ),
        Rule(
            _THRESHOLD,
            regulated.certificate_if_regulated(
                regulated.implies_regulated_unless_supervised, _RISK_ASSESSMENT
            ),
            _VOLUNTEERS + _EXEMPTED,
            in_force_until=_eve(SUPERVISION_COUNTS_NO_MORE),
        ),
        Rule(
            _THRESHOLD,
            regulated.certificate_if_regulated(regulated.implies_regulated, _RISK_ASSESSMENT),
            _VOLUNTEERS + _EXEMPTION_ENDED,
            in_force_from=SUPERVISION_COUNTS_NO_MORE,
        ),
    ),
    CheckType.CHILDREN_BARRED_LIST: (
        Rule(_EMPLOYED_OR_REGULATED, regulated.barred_list(regulated.implies_regulated), _PRE),
        Rule(VOUCHED_FOR, regulated.barred_list_confirmed, _VOUCHED),
        Rule(_OUTSIDE_REGULATED, regulated.barred_list(regulated.implies_unregulated), _VOLUNTEERS),
        Rule(
            _THRESHOLD,
            regulated.barred_list(regulated.implies_regulated_unless_supervised),
            _EXEMPTED,
            in_force_until=_eve(SUPERVISION_COUNTS_NO_MORE),
        ),
        Rule(
            _THRESHOLD,
            regulated.barred_list(regulated.implies_regulated),
            _EXEMPTION_ENDED,
            in_force_from=SUPERVISION_COUNTS_NO_MORE,
        ),
    ),
    CheckType.RIGHT_TO_WORK: (
        Rule(EMPLOYED, _required("Check it before the first day."), (sources.RIGHT_TO_WORK_FIRST,)),
        Rule(
            _only(_W.SUPPLY_AGENCY),
            always(
                Status.ASSURANCE,
                "The agency checks it and confirms that in writing. Schools are advised to check it too.",
            ),
            (sources.WRITTEN_ASSURANCE, sources.RIGHT_TO_WORK_FIRST),
        ),
        Rule(
            CONTRACTORS,
            _not_required("Until 30 September 2026 only employees were checked."),
            (sources.RIGHT_TO_WORK_FIRST,),
            in_force_until=_eve(RIGHT_TO_WORK_WIDENS),
        ),
        Rule(
            CONTRACTORS,
            conditions.individual_contract_decides,
            _WIDENED,
            in_force_from=RIGHT_TO_WORK_WIDENS,
        ),
        Rule(
            _THRESHOLD,
            policy_decides(
                "Genuine volunteers are outside the scheme. Whether you look that a visa allows "
                "volunteering is your policy."
            ),
            (sources.VOLUNTEER_VISA, *_POLICY),
        ),
        Rule(
            _only(_W.TRUSTEE_ACADEMY),
            policy_decides(
                "The independent school standards list it for members of the proprietor. We have not seen "
                "the current text: let your policy decide."
            ),
            (sources.PROPRIETORS_RIGHT_TO_WORK, *_POLICY),
        ),
        Rule(
            _only(_W.VOLUNTEER_BELOW, _W.GOVERNOR_MAINTAINED),
            _NOT_EMPLOYED,
            (sources.VOLUNTEER_VISA,),
        ),
        Rule(
            _only(_W.TRAINEE_FEE),
            _not_required("The training provider's duty."),
            (sources.PROVIDER_CONFIRMS,),
        ),
    ),
    CheckType.PROHIBITION_TEACHING: (
        Rule(_TEACHERS, _required("Teachers do teaching work: look them up by name."), _PROHIBITION),
        Rule(
            _only(_W.SUPPORT_STAFF, _W.TA_ELSA),
            teaching.teaching_or_trn_decides,
            _PROHIBITION,
        ),
        Rule(_LEADERS, teaching.leader_teaching_decides, _PROHIBITION),
        Rule(VOUCHED_FOR, _CONFIRMED_IF_TEACHING, (*_VOUCHED, *_PROHIBITION)),
        Rule(_only(_W.CONTRACTOR_RA, _W.EY_WRAP), teaching.teaching_decides, _PROHIBITION),
        Rule(_THRESHOLD, teaching.unsupervised_teaching_decides, _PROHIBITION),
        Rule(_OUTSIDE_REGULATED, _NO_TEACHING, _PROHIBITION),
    ),
    CheckType.S128: (
        Rule(_only(_W.TEACHER), teaching.management_or_governor_decides, _SECTION_128),
        Rule(
            _only(_W.SUPPORT_STAFF, _W.SUPPLY_AGENCY, _W.EY_WRAP), teaching.management_decides, _SECTION_128
        ),
        Rule(_only(_W.LEADER_MAINTAINED), teaching.governor_decides, _SECTION_128),
        Rule(
            _only(_W.LEADER_ACADEMY),
            _required("Takes part in managing an academy or independent school."),
            _SECTION_128,
        ),
        Rule(
            GOVERNANCE,
            _required("Somebody under a section 128 direction may not govern a school."),
            _SECTION_128,
        ),
        Rule(
            CONTRACTORS | VOLUNTEERS | {_W.TA_ELSA, _W.TRAINEE_SALARIED, _W.TRAINEE_FEE},
            _NEVER_SECTION_128,
            _SECTION_128,
        ),
    ),
    CheckType.QUALIFICATIONS: (
        Rule(
            _only(_W.TEACHER, _W.LEADER_MAINTAINED, _W.TRAINEE_SALARIED, _W.EY_WRAP),
            _required("See the originals of the qualifications the post requires."),
            (*_PRE, sources.TEACHER_RECORD),
        ),
        Rule(
            _only(_W.SUPPORT_STAFF, _W.TA_ELSA, _W.LEADER_ACADEMY, _W.CONTRACTOR_RA),
            policy_decides(
                "The school decides what the post requires: see the originals of whatever its person "
                "specification asks a certificate for."
            ),
            (*_PRE, *_POLICY),
        ),
        Rule(VOUCHED_FOR, _CONFIRMED, _VOUCHED),
        Rule(
            GOVERNANCE | VOLUNTEERS | {_W.CONTRACTOR_REGULAR, _W.CONTRACTOR_NONE},
            _not_required("This post requires no qualification by law or guidance."),
            _PRE,
        ),
    ),
    CheckType.OVERSEAS: (
        Rule(
            frozenset(_W) - VOUCHED_FOR - _BELOW - {_W.CONTRACTOR_NONE},
            conditions.lived_abroad_decides,
            _OVERSEAS,
        ),
        Rule(_BELOW, conditions.lived_abroad_and_risk_decide, (*_OVERSEAS, *_VOLUNTEERS)),
        Rule(VOUCHED_FOR, _CONFIRMED, _VOUCHED),
        Rule(_only(_W.CONTRACTOR_NONE), _NOT_YOURS, _OVERSEAS),
    ),
    CheckType.REFERENCES: (
        Rule(
            _GUIDED - {_W.EY_WRAP},
            _should("Take references up directly, verify them and compare them with the form."),
            _SHORTLISTED,
        ),
        Rule(
            _only(_W.EY_WRAP),
            _should("Take references up directly, verify them and compare them with the form."),
            _SHORTLISTED,
            in_force_until=_eve(EARLY_YEARS_REFERENCES),
        ),
        Rule(
            _only(_W.EY_WRAP),
            _required("Since 1 September 2025 the early-years framework makes a reference a must."),
            (sources.EARLY_YEARS_REFERENCES,),
            in_force_from=EARLY_YEARS_REFERENCES,
        ),
        Rule(_BELOW, policy_decides("Your written risk assessment decides."), _VOLUNTEERS),
        Rule(VOUCHED_FOR, _CONFIRMED, _VOUCHED),
        Rule(CONTRACTORS | GOVERNANCE, _NOT_EMPLOYED, _SHORTLISTED),
    ),
    CheckType.EMPLOYMENT_HISTORY_GAPS: (
        Rule(_GUIDED, _should("Ask about every gap and record the explanation."), _SHORTLISTED),
        Rule(VOUCHED_FOR, _CONFIRMED, _VOUCHED),
        Rule(CONTRACTORS | GOVERNANCE | _BELOW, _NOT_EMPLOYED, _SHORTLISTED),
    ),
    CheckType.ONLINE_SEARCH: (
        Rule(
            EMPLOYED,
            _should("Consider it for the shortlisted, tell them beforehand, and record who searched when."),
            (sources.ONLINE_SEARCH,),
        ),
        Rule(
            VOUCHED_FOR | GOVERNANCE | _THRESHOLD,
            policy_decides("The policy of the school, agency or training provider decides."),
            (sources.ONLINE_SEARCH, *_POLICY),
        ),
        Rule(CONTRACTORS | _BELOW, _NOT_EMPLOYED, (sources.ONLINE_SEARCH,)),
    ),
    CheckType.CRIMINAL_SELF_DECLARATION: (
        Rule(
            EMPLOYED,
            _should("Ask the shortlisted only, and not about matters the law protects."),
            _SHORTLISTED,
        ),
        Rule(
            GOVERNANCE,
            _required("Governors and trustees declare that they are not disqualified."),
            (sources.GOVERNOR_DECLARATION,),
        ),
        Rule(VOUCHED_FOR, _CONFIRMED, _VOUCHED),
        Rule(VOLUNTEERS, policy_decides("Your policy decides."), (*_VOLUNTEERS, *_POLICY)),
        Rule(CONTRACTORS, _NOT_YOURS, _SHORTLISTED),
    ),
    CheckType.MEDICAL_FITNESS: (
        Rule(
            EMPLOYED,
            _required("Ask after the conditional offer, never before it."),
            (*_PRE, sources.OFFER_FIRST),
        ),
        Rule(VOUCHED_FOR, _CONFIRMED, _VOUCHED),
        Rule(CONTRACTORS | VOLUNTEERS | GOVERNANCE, _NOT_EMPLOYED, _PRE),
    ),
    CheckType.CHILDCARE_DISQUALIFICATION: (
        Rule(
            _only(_W.EY_WRAP),
            _required(
                "Early-years provision or care under 8 outside school hours. Ask about the person only, "
                "never about others in their household."
            ),
            (sources.CHILDCARE_DISQUALIFICATION,),
        ),
        Rule(_only(_W.SUPPLY_AGENCY), _CONFIRMED, (sources.CHILDCARE_DISQUALIFICATION, *_VOUCHED)),
        Rule(
            _only(_W.CONTRACTOR_REGULAR, _W.CONTRACTOR_NONE),
            not_of_this_category(
                "This category provides no care for the youngest, so do not ask.",
                "early_years_or_wraparound",
                "manages_early_years",
                but="provides or manages such care",
            ),
            (sources.CHILDCARE_DISQUALIFICATION,),
        ),
        Rule(
            frozenset(_W) - {_W.EY_WRAP, _W.SUPPLY_AGENCY, _W.CONTRACTOR_REGULAR, _W.CONTRACTOR_NONE},
            conditions.young_children_decide,
            (sources.CHILDCARE_DISQUALIFICATION,),
        ),
    ),
}
