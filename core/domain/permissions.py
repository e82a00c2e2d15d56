"""Who may do what: every permission and every role, declared once.

A role is held at a school, or at a trust and then at all its schools. Holding a permission is
never the whole answer: rows are filtered by ``visible_to(actor)`` and whether *now* allows an
action is a policy (``deny_…``) of the app that owns it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from core.domain.errors import Denial, DomainError


class Permission(StrEnum):
    MANAGE_PEOPLE = "manage_people"
    VIEW_JOB_PROFILES = "view_job_profiles"
    EDIT_JOB_PROFILES = "edit_job_profiles"
    VIEW_VACANCIES = "view_vacancies"
    EDIT_VACANCIES = "edit_vacancies"
    VIEW_APPLICANTS = "view_applicants"
    ENTER_APPLICATIONS = "enter_applications"
    SCORE_APPLICATIONS = "score_applications"
    VIEW_SCORES = "view_scores"
    UNSEAL_SCORES = "unseal_scores"
    AGREE_SCORES = "agree_scores"
    DECIDE_SHORTLIST = "decide_shortlist"
    RECORD_EVIDENCE = "record_evidence"
    DECIDE_APPOINTMENT = "decide_appointment"
    MAKE_OFFERS = "make_offers"
    VIEW_CENTRAL_RECORD = "view_central_record"
    VIEW_CHECKS = "view_checks"
    EDIT_STAFF_RECORDS = "edit_staff_records"
    RECORD_CHECKS = "record_checks"
    SIGN_EARLY_START = "sign_early_start"
    CONFIRM_START = "confirm_start"
    IMPORT_CENTRAL_RECORD = "import_central_record"
    EDIT_COMPLIANCE_POLICY = "edit_compliance_policy"
    MANAGE_RETENTION = "manage_retention"
    VIEW_DEVELOPMENT = "view_development"
    RECORD_DEVELOPMENT = "record_development"
    EDIT_DEVELOPMENT_RULES = "edit_development_rules"
    MANAGE_TEAM = "manage_team"
    MODERATE_APPRAISALS = "moderate_appraisals"
    KEEP_OWN_RECORD = "keep_own_record"
    ASK_RULES = "ask_rules"


class Role(StrEnum):
    HR_OFFICER = "hr_officer"
    HEADTEACHER = "headteacher"
    PANEL_MEMBER = "panel_member"
    LINE_MANAGER = "line_manager"
    STAFF_MEMBER = "staff_member"
    INSPECTOR = "inspector"
    TRUST_ADMINISTRATOR = "trust_administrator"


ROLE_LABELS: Mapping[Role, str] = {
    Role.HR_OFFICER: "HR officer",
    Role.HEADTEACHER: "Headteacher",
    Role.PANEL_MEMBER: "Panel member",
    Role.LINE_MANAGER: "Line manager",
    Role.STAFF_MEMBER: "Staff member",
    Role.INSPECTOR: "Inspector (read-only)",
    Role.TRUST_ADMINISTRATOR: "Trust administrator",
}

_P = Permission

_RUNS_RECRUITMENT = frozenset(
    {
        _P.VIEW_JOB_PROFILES,
        _P.EDIT_JOB_PROFILES,
        _P.VIEW_VACANCIES,
        _P.EDIT_VACANCIES,
        _P.VIEW_APPLICANTS,
        _P.ENTER_APPLICATIONS,
        _P.SCORE_APPLICATIONS,
        _P.VIEW_SCORES,
        _P.UNSEAL_SCORES,
        _P.AGREE_SCORES,
        _P.DECIDE_SHORTLIST,
        _P.RECORD_EVIDENCE,
        _P.MAKE_OFFERS,
        _P.ASK_RULES,
    }
)

_RUNS_CHECKS = frozenset(
    {
        _P.VIEW_CENTRAL_RECORD,
        _P.VIEW_CHECKS,
        _P.EDIT_STAFF_RECORDS,
        _P.RECORD_CHECKS,
        _P.CONFIRM_START,
        _P.IMPORT_CENTRAL_RECORD,
        _P.EDIT_COMPLIANCE_POLICY,
        _P.MANAGE_RETENTION,
    }
)

# Appraisal, training and the ELSA ledger of a whole school.
_RUNS_DEVELOPMENT = frozenset(
    {_P.VIEW_DEVELOPMENT, _P.RECORD_DEVELOPMENT, _P.EDIT_DEVELOPMENT_RULES, _P.KEEP_OWN_RECORD}
)

ROLES: Mapping[Role, frozenset[Permission]] = {
    Role.HR_OFFICER: _RUNS_RECRUITMENT | _RUNS_CHECKS | _RUNS_DEVELOPMENT,
    Role.HEADTEACHER: _RUNS_RECRUITMENT
    | _RUNS_CHECKS
    | _RUNS_DEVELOPMENT
    | {_P.DECIDE_APPOINTMENT, _P.SIGN_EARLY_START, _P.MANAGE_TEAM, _P.MODERATE_APPRAISALS},
    Role.PANEL_MEMBER: frozenset(
        {_P.SCORE_APPLICATIONS, _P.VIEW_SCORES, _P.AGREE_SCORES, _P.KEEP_OWN_RECORD, _P.ASK_RULES}
    ),
    Role.LINE_MANAGER: frozenset({_P.VIEW_JOB_PROFILES, _P.MANAGE_TEAM, _P.KEEP_OWN_RECORD, _P.ASK_RULES}),
    Role.STAFF_MEMBER: frozenset({_P.KEEP_OWN_RECORD, _P.ASK_RULES}),
    Role.INSPECTOR: frozenset({_P.VIEW_CENTRAL_RECORD, _P.ASK_RULES}),
    Role.TRUST_ADMINISTRATOR: frozenset(
        {
            _P.MANAGE_PEOPLE,
            _P.VIEW_JOB_PROFILES,
            _P.EDIT_JOB_PROFILES,
            _P.VIEW_VACANCIES,
            _P.VIEW_CENTRAL_RECORD,
            _P.EDIT_COMPLIANCE_POLICY,
            _P.EDIT_DEVELOPMENT_RULES,
            _P.ASK_RULES,
        }
    ),
}


@dataclass(frozen=True, slots=True)
class Actor:
    """The person behind a request and the roles they hold at each school, by school id."""

    user_id: int | None
    name: str = ""
    roles: Mapping[int, frozenset[Role]] = field(default_factory=dict)

    @property
    def acting_id(self) -> int:
        """Who does this, where somebody must stand by it. Raises ``DomainError`` where it is nobody."""
        if self.user_id is None:
            raise DomainError("not_signed_in", "Sign in first, then do this again.")
        return self.user_id

    def permissions_at(self, school_id: int) -> frozenset[Permission]:
        return frozenset().union(*(ROLES[role] for role in self.roles.get(school_id, ())))

    def holds(self, permission: Permission, school_id: int) -> bool:
        return permission in self.permissions_at(school_id)

    def holds_anywhere(self, permission: Permission) -> bool:
        return any(self.holds(permission, school_id) for school_id in self.roles)

    def schools_with(self, permission: Permission) -> frozenset[int]:
        return frozenset(school_id for school_id in self.roles if self.holds(permission, school_id))


NOBODY = Actor(user_id=None)


def deny_role(actor: Actor, permission: Permission, school_id: int) -> Denial | None:
    """Whether the actor's roles at the school allow this at all."""
    if actor.holds(permission, school_id):
        return None
    return Denial("not_permitted", "Your role at this school does not allow this.")
