"""The kinds of people a school keeps apart in its lists, one tab each."""

from collections.abc import Mapping
from enum import StrEnum

from compliance.domain.categories import CONTRACTORS, GOVERNANCE, VOLUNTEERS, WorkerCategory


class PersonKind(StrEnum):
    TEACHING = "teaching"
    SUPPORT = "support"
    AGENCY = "agency"
    GOVERNANCE = "governance"
    VOLUNTEERS = "volunteers"
    CONTRACTORS = "contractors"


KIND_LABELS: Mapping[PersonKind, str] = {
    PersonKind.TEACHING: "Teaching",
    PersonKind.SUPPORT: "Support",
    PersonKind.AGENCY: "Supply and agency",
    PersonKind.GOVERNANCE: "Governors and trustees",
    PersonKind.VOLUNTEERS: "Volunteers",
    PersonKind.CONTRACTORS: "Contractors",
}
_W = WorkerCategory
KIND_CATEGORIES: Mapping[PersonKind, frozenset[WorkerCategory]] = {
    PersonKind.TEACHING: frozenset(
        {_W.TEACHER, _W.LEADER_MAINTAINED, _W.LEADER_ACADEMY, _W.TRAINEE_SALARIED, _W.TRAINEE_FEE}
    ),
    PersonKind.SUPPORT: frozenset({_W.SUPPORT_STAFF, _W.TA_ELSA, _W.EY_WRAP}),
    PersonKind.AGENCY: frozenset({_W.SUPPLY_AGENCY}),
    PersonKind.GOVERNANCE: GOVERNANCE,
    PersonKind.VOLUNTEERS: VOLUNTEERS,
    PersonKind.CONTRACTORS: CONTRACTORS,
}
