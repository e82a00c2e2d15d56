"""The rows of the matrix about what recruitment finds out: qualifications, references and the like."""

from collections.abc import Mapping

from compliance.domain.categories import (
    CONTRACTORS,
    EMPLOYED,
    GOVERNANCE,
    VOLUNTEERS,
    VOUCHED_FOR,
    CheckType,
    WorkerCategory,
)
from compliance.domain.check_conditions import policy_decides
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
from compliance.domain.commencement import EARLY_YEARS_REFERENCES
from compliance.domain.sources import checks as sources

_W = WorkerCategory

_GUIDED = EMPLOYED | THRESHOLD
_SHORTLISTED = (sources.SHORTLISTED,)

RECRUITMENT: Mapping[CheckType, tuple[Rule, ...]] = {
    CheckType.QUALIFICATIONS: (
        Rule(
            only(_W.TEACHER, _W.LEADER_MAINTAINED, _W.TRAINEE_SALARIED, _W.EY_WRAP),
            required("See the originals of the qualifications the post requires."),
            (*PRE, sources.TEACHER_RECORD),
        ),
        Rule(
            only(_W.SUPPORT_STAFF, _W.TA_ELSA, _W.LEADER_ACADEMY, _W.CONTRACTOR_RA),
            policy_decides(
                "The school decides what the post requires: see the originals of whatever its person "
                "specification asks a certificate for."
            ),
            (*PRE, *BY_POLICY),
        ),
        Rule(VOUCHED_FOR, CONFIRMED, VOUCHED),
        Rule(
            GOVERNANCE | VOLUNTEERS | {_W.CONTRACTOR_REGULAR, _W.CONTRACTOR_NONE},
            not_required("This post requires no qualification by law or guidance."),
            PRE,
        ),
    ),
    CheckType.REFERENCES: (
        Rule(
            _GUIDED - {_W.EY_WRAP},
            should("Take references up directly, verify them and compare them with the form."),
            _SHORTLISTED,
        ),
        Rule(
            only(_W.EY_WRAP),
            should("Take references up directly, verify them and compare them with the form."),
            _SHORTLISTED,
            in_force_until=eve(EARLY_YEARS_REFERENCES),
        ),
        Rule(
            only(_W.EY_WRAP),
            required("Since 1 September 2025 the early-years framework makes a reference a must."),
            (sources.EARLY_YEARS_REFERENCES,),
            in_force_from=EARLY_YEARS_REFERENCES,
        ),
        Rule(BELOW, policy_decides("Your written risk assessment decides."), BY_RISK),
        Rule(VOUCHED_FOR, CONFIRMED, VOUCHED),
        Rule(CONTRACTORS | GOVERNANCE, NOT_EMPLOYED, _SHORTLISTED),
    ),
    CheckType.EMPLOYMENT_HISTORY_GAPS: (
        Rule(_GUIDED, should("Ask about every gap and record the explanation."), _SHORTLISTED),
        Rule(VOUCHED_FOR, CONFIRMED, VOUCHED),
        Rule(CONTRACTORS | GOVERNANCE | BELOW, NOT_EMPLOYED, _SHORTLISTED),
    ),
    CheckType.ONLINE_SEARCH: (
        Rule(
            EMPLOYED,
            should("Consider it for the shortlisted, tell them beforehand, and record who searched when."),
            (sources.ONLINE_SEARCH,),
        ),
        Rule(
            VOUCHED_FOR | GOVERNANCE | THRESHOLD,
            policy_decides("The policy of the school, agency or training provider decides."),
            (sources.ONLINE_SEARCH, *BY_POLICY),
        ),
        Rule(CONTRACTORS | BELOW, NOT_EMPLOYED, (sources.ONLINE_SEARCH,)),
    ),
    CheckType.CRIMINAL_SELF_DECLARATION: (
        Rule(
            EMPLOYED,
            should("Ask the shortlisted only, and not about matters the law protects."),
            _SHORTLISTED,
        ),
        Rule(
            GOVERNANCE,
            required("Governors and trustees declare that they are not disqualified."),
            (sources.GOVERNOR_DECLARATION,),
        ),
        Rule(VOUCHED_FOR, CONFIRMED, VOUCHED),
        Rule(VOLUNTEERS, policy_decides("Your policy decides."), (*BY_RISK, *BY_POLICY)),
        Rule(CONTRACTORS, NOT_YOURS, _SHORTLISTED),
    ),
    CheckType.MEDICAL_FITNESS: (
        Rule(
            EMPLOYED,
            required("Ask after the conditional offer, never before it."),
            (*PRE, sources.OFFER_FIRST),
        ),
        Rule(VOUCHED_FOR, CONFIRMED, VOUCHED),
        Rule(CONTRACTORS | VOLUNTEERS | GOVERNANCE, NOT_EMPLOYED, PRE),
    ),
}
