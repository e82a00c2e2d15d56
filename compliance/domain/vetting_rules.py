"""The rows of the matrix about who somebody is and what bars them: whom they concern, and since when."""

from collections.abc import Mapping

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
from compliance.domain.check_conditions import always, not_of_this_category, policy_decides
from compliance.domain.check_rule import (
    BELOW,
    BY_POLICY,
    BY_RISK,
    CONFIRMED,
    NOT_EMPLOYED,
    NOT_YOURS,
    PRE,
    THRESHOLD,
    VOUCHED,
    Rule,
    eve,
    not_required,
    only,
    required,
    should,
)
from compliance.domain.commencement import (
    RIGHT_TO_WORK_WIDENS,
    SUPERVISION_COUNTS_NO_MORE,
)
from compliance.domain.requirement import Status
from compliance.domain.sources import checks as sources

_W = WorkerCategory
_CONFIRMED_IF_TEACHING = always(
    Status.ASSURANCE,
    "For teaching work the agency or training provider makes this check and confirms it in writing; record "
    "the confirmation.",
)
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
_TEACHERS = only(_W.TEACHER, _W.TRAINEE_SALARIED)
_LEADERS = only(_W.LEADER_MAINTAINED, _W.LEADER_ACADEMY)
_OUTSIDE_REGULATED = GOVERNANCE | {_W.CONTRACTOR_REGULAR, _W.CONTRACTOR_NONE, _W.VOLUNTEER_BELOW}

_EXEMPTED = (sources.SUPERVISION_EXEMPTED,)
_EXEMPTION_ENDED = (sources.SUPERVISION_EXEMPTION_ENDS,)
_PROHIBITION = (sources.TEACHING_WORK, sources.TEACHER_RECORD)
_SECTION_128 = (sources.SECTION_128,)
_OVERSEAS = (sources.OVERSEAS, sources.PRE_APPOINTMENT)
_WIDENED = (sources.RIGHT_TO_WORK_WIDENED,)

VETTING: Mapping[CheckType, tuple[Rule, ...]] = {
    CheckType.IDENTITY: (
        Rule(
            frozenset(_W) - BELOW,
            required("Check who the person is, with earlier names; on arrival, if others made the checks."),
            PRE,
        ),
        Rule(BELOW, should("Identify the volunteer on arrival."), BY_RISK),
    ),
    CheckType.ENHANCED_DBS: (
        Rule(EMPLOYED, required("Everybody a school employs needs an enhanced certificate."), PRE),
        Rule(
            only(_W.CONTRACTOR_RA, _W.CONTRACTOR_REGULAR),
            required("Regular contact: the contractor's employer obtains it and assures you of it."),
            PRE,
        ),
        Rule(
            GOVERNANCE,
            required("An enhanced certificate, without the barred list for governance alone."),
            (sources.GOVERNORS_DBS,),
        ),
        Rule(VOUCHED_FOR, CONFIRMED, VOUCHED),
        Rule(
            only(_W.CONTRACTOR_NONE),
            regulated.certificate_if_regulated(
                regulated.implies_unregulated,
                "No regular contact: consider a basic check, and supervise. Your policy decides.",
            ),
            BY_POLICY,
        ),
        Rule(
            BELOW,
            regulated.certificate_if_regulated(regulated.implies_unregulated, _RISK_ASSESSMENT),
            BY_RISK,
        ),
        Rule(
            THRESHOLD,
            regulated.certificate_if_regulated(
                regulated.implies_regulated_unless_supervised, _RISK_ASSESSMENT
            ),
            BY_RISK + _EXEMPTED,
            in_force_until=eve(SUPERVISION_COUNTS_NO_MORE),
        ),
        Rule(
            THRESHOLD,
            regulated.certificate_if_regulated(regulated.implies_regulated, _RISK_ASSESSMENT),
            BY_RISK + _EXEMPTION_ENDED,
            in_force_from=SUPERVISION_COUNTS_NO_MORE,
        ),
    ),
    CheckType.CHILDREN_BARRED_LIST: (
        Rule(_EMPLOYED_OR_REGULATED, regulated.barred_list(regulated.implies_regulated), PRE),
        Rule(VOUCHED_FOR, regulated.barred_list_confirmed, VOUCHED),
        Rule(_OUTSIDE_REGULATED, regulated.barred_list(regulated.implies_unregulated), BY_RISK),
        Rule(
            THRESHOLD,
            regulated.barred_list(regulated.implies_regulated_unless_supervised),
            _EXEMPTED,
            in_force_until=eve(SUPERVISION_COUNTS_NO_MORE),
        ),
        Rule(
            THRESHOLD,
            regulated.barred_list(regulated.implies_regulated),
            _EXEMPTION_ENDED,
            in_force_from=SUPERVISION_COUNTS_NO_MORE,
        ),
    ),
    CheckType.RIGHT_TO_WORK: (
        Rule(EMPLOYED, required("Check it before the first day."), (sources.RIGHT_TO_WORK_FIRST,)),
        Rule(
            only(_W.SUPPLY_AGENCY),
            always(
                Status.ASSURANCE,
                "The agency checks it and confirms that in writing. Schools are advised to check it too.",
            ),
            (sources.WRITTEN_ASSURANCE, sources.RIGHT_TO_WORK_FIRST),
        ),
        Rule(
            CONTRACTORS,
            not_required("Until 30 September 2026 only employees were checked."),
            (sources.RIGHT_TO_WORK_FIRST,),
            in_force_until=eve(RIGHT_TO_WORK_WIDENS),
        ),
        Rule(
            CONTRACTORS,
            conditions.individual_contract_decides,
            _WIDENED,
            in_force_from=RIGHT_TO_WORK_WIDENS,
        ),
        Rule(
            THRESHOLD,
            policy_decides(
                "Genuine volunteers are outside the scheme. Whether you look that a visa allows "
                "volunteering is your policy."
            ),
            (sources.VOLUNTEER_VISA, *BY_POLICY),
        ),
        Rule(
            only(_W.TRUSTEE_ACADEMY),
            policy_decides(
                "The independent school standards list it for members of the proprietor. We have not seen "
                "the current text: let your policy decide."
            ),
            (sources.PROPRIETORS_RIGHT_TO_WORK, *BY_POLICY),
        ),
        Rule(
            only(_W.VOLUNTEER_BELOW, _W.GOVERNOR_MAINTAINED),
            NOT_EMPLOYED,
            (sources.VOLUNTEER_VISA,),
        ),
        Rule(
            only(_W.TRAINEE_FEE),
            not_required("The training provider's duty."),
            (sources.PROVIDER_CONFIRMS,),
        ),
    ),
    CheckType.PROHIBITION_TEACHING: (
        Rule(_TEACHERS, required("Teachers do teaching work: look them up by name."), _PROHIBITION),
        Rule(
            only(_W.SUPPORT_STAFF, _W.TA_ELSA),
            teaching.teaching_or_trn_decides,
            _PROHIBITION,
        ),
        Rule(_LEADERS, teaching.leader_teaching_decides, _PROHIBITION),
        Rule(VOUCHED_FOR, _CONFIRMED_IF_TEACHING, (*VOUCHED, *_PROHIBITION)),
        Rule(only(_W.CONTRACTOR_RA, _W.EY_WRAP), teaching.teaching_decides, _PROHIBITION),
        Rule(THRESHOLD, teaching.unsupervised_teaching_decides, _PROHIBITION),
        Rule(_OUTSIDE_REGULATED, _NO_TEACHING, _PROHIBITION),
    ),
    CheckType.S128: (
        Rule(only(_W.TEACHER), teaching.management_or_governor_decides, _SECTION_128),
        Rule(only(_W.SUPPORT_STAFF, _W.SUPPLY_AGENCY, _W.EY_WRAP), teaching.management_decides, _SECTION_128),
        Rule(only(_W.LEADER_MAINTAINED), teaching.governor_decides, _SECTION_128),
        Rule(
            only(_W.LEADER_ACADEMY),
            required("Takes part in managing an academy or independent school."),
            _SECTION_128,
        ),
        Rule(
            GOVERNANCE,
            required("Somebody under a section 128 direction may not govern a school."),
            _SECTION_128,
        ),
        Rule(
            CONTRACTORS | VOLUNTEERS | {_W.TA_ELSA, _W.TRAINEE_SALARIED, _W.TRAINEE_FEE},
            _NEVER_SECTION_128,
            _SECTION_128,
        ),
    ),
    CheckType.OVERSEAS: (
        Rule(
            frozenset(_W) - VOUCHED_FOR - BELOW - {_W.CONTRACTOR_NONE},
            conditions.lived_abroad_decides,
            _OVERSEAS,
        ),
        Rule(BELOW, conditions.lived_abroad_and_risk_decide, (*_OVERSEAS, *BY_RISK)),
        Rule(VOUCHED_FOR, CONFIRMED, VOUCHED),
        Rule(only(_W.CONTRACTOR_NONE), NOT_YOURS, _OVERSEAS),
    ),
    CheckType.CHILDCARE_DISQUALIFICATION: (
        Rule(
            only(_W.EY_WRAP),
            required(
                "Early-years provision or care under 8 outside school hours. Ask about the person only, "
                "never about others in their household."
            ),
            (sources.CHILDCARE_DISQUALIFICATION,),
        ),
        Rule(only(_W.SUPPLY_AGENCY), CONFIRMED, (sources.CHILDCARE_DISQUALIFICATION, *VOUCHED)),
        Rule(
            only(_W.CONTRACTOR_REGULAR, _W.CONTRACTOR_NONE),
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
