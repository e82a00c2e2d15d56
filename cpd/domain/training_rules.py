"""The training there are rules for: how often, who says so, and who it is for. Months are calendar months.

``Basis`` is whose the *interval* is. Where law sets a duty but names no interval, the interval is policy; law
that asks for training and knows no expiry (safer recruitment, the SENCO's qualification) stays law.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from core.domain.sources import LegalSource
from cpd.domain.sources import training as sources


class Basis(StrEnum):
    STATUTORY = "statutory"
    GUIDANCE = "guidance"
    NETWORK_RULE = "network_rule"
    POLICY = "policy"


class CourseKey(StrEnum):
    KCSIE_READ = "kcsie_read"
    SAFEGUARDING_INDUCTION = "safeguarding_induction"
    SAFEGUARDING_UPDATE = "safeguarding_update"
    DSL = "dsl"
    EYFS_SAFEGUARDING = "eyfs_safeguarding"
    PREVENT_LEAD = "prevent_lead"
    PREVENT_ALL = "prevent_all"
    SAFER_RECRUITMENT = "safer_recruitment"
    PAEDIATRIC_FIRST_AID = "paediatric_first_aid"
    FAW = "faw"
    EFAW = "efaw"
    FIRE = "fire"
    FIRE_WARDEN = "fire_warden"
    FOOD_HYGIENE = "food_hygiene"
    PHYSICAL_INTERVENTION = "physical_intervention"
    DATA_PROTECTION = "data_protection"
    HEALTH_SAFETY = "health_safety"
    MANUAL_HANDLING = "manual_handling"
    ASBESTOS = "asbestos"
    MEDICINES = "medicines"
    EVC = "evc"
    MIDAS = "midas"
    SENCO_NPQ = "senco_npq"
    GOVERNOR_SAFEGUARDING = "governor_safeguarding"
    ELSA_INITIAL = "elsa_initial"
    ELSA_SUPERVISION = "elsa_supervision"
    ECT_INDUCTION = "ect_induction"


class Audience(StrEnum):
    """Whom law or guidance itself names. Where it is a matter of the role, the school says who."""

    STAFF = "staff"
    GOVERNORS = "governors"
    STAFF_AND_GOVERNORS = "staff_and_governors"
    EARLY_YEARS = "early_years"
    AS_THE_SCHOOL_SAYS = "as_the_school_says"


@dataclass(frozen=True, slots=True)
class CourseRule:
    """What is known of one kind of training.

    ``renewal_months`` None: nothing ends it. ``within_months`` of the appointment it is done, once.
    ``has_duty``: law asks for the training though the interval is policy. ``is_by_reading``: it consists in
    reading, so that signing what was read can count as it. Before ``interval_from`` nobody but
    the school set the interval.
    """

    key: CourseKey
    name: str
    who: str
    renewal_months: int | None
    basis: Basis
    source: LegalSource
    audience: Audience = Audience.AS_THE_SCHOOL_SAYS
    note: str = ""
    has_duty: bool = False
    within_months: int | None = None
    is_by_reading: bool = False
    interval_from: date | None = None
    more_sources: tuple[LegalSource, ...] = ()

    def basis_on(self, day: date) -> Basis:
        """Whose the interval is on a day."""
        if self.interval_from and day < self.interval_from:
            return Basis.POLICY
        return self.basis

    @property
    def sources(self) -> tuple[LegalSource, ...]:
        return (self.source, *self.more_sources)


_A, _B, _K = Audience, Basis, CourseKey
_DUTY: Any = {"basis": _B.POLICY, "has_duty": True, "more_sources": (sources.POLICY_INTERVAL,)}


def _custom(
    key: CourseKey,
    name: str,
    who: str,
    months: int,
    *,
    note: str = "",
    source: LegalSource = sources.POLICY_INTERVAL,
) -> CourseRule:
    """Training that only a school's policy asks for."""
    return CourseRule(key, name, who, months, _B.POLICY, source, note=note)


_SAFEGUARDING = (
    CourseRule(
        _K.KCSIE_READ,
        "Read and understand KCSIE Part one (or Annex A)",
        "All staff",
        12,
        _B.GUIDANCE,
        sources.KCSIE_READ,
        audience=_A.STAFF,
        note="Again with each new edition, normally on 1 September.",
        is_by_reading=True,
    ),
    CourseRule(
        _K.SAFEGUARDING_INDUCTION,
        "Safeguarding and child protection induction, with online safety",
        "All staff and governors",
        None,
        _B.GUIDANCE,
        sources.INDUCTION,
        audience=_A.STAFF_AND_GOVERNORS,
        note="Once, at induction.",
    ),
    CourseRule(
        _K.SAFEGUARDING_UPDATE,
        "Safeguarding update, with online safety",
        "All staff",
        12,
        _B.GUIDANCE,
        sources.ANNUAL_UPDATE,
        audience=_A.STAFF,
        note="At least once a year; how often the whole course is taken is the school's policy.",
    ),
    CourseRule(
        _K.DSL,
        "Designated safeguarding lead and deputy training",
        "Designated safeguarding lead and deputies",
        24,
        _B.GUIDANCE,
        sources.LEAD,
        note="Knowledge is refreshed at least every 12 months in between.",
    ),
    CourseRule(
        _K.EYFS_SAFEGUARDING,
        "Early years safeguarding training (EYFS Annex C)",
        "Early-years practitioners and the early-years lead",
        24,
        _B.STATUTORY,
        sources.EYFS_SAFEGUARDING,
        audience=_A.EARLY_YEARS,
        interval_from=date(2025, 9, 1),
        note="By law from 1 September 2025.",
    ),
    CourseRule(
        _K.PREVENT_LEAD,
        "Prevent training for the lead",
        "Designated safeguarding lead or Prevent lead",
        24,
        _B.GUIDANCE,
        sources.PREVENT_LEAD,
    ),
    CourseRule(
        _K.PREVENT_ALL,
        "Prevent awareness",
        "All staff",
        24,
        _B.POLICY,
        sources.PREVENT_AWARENESS,
        note="Good practice.",
    ),
    CourseRule(
        _K.SAFER_RECRUITMENT,
        "Safer recruitment training",
        "At least one member of each panel; every lone interviewer",
        None,
        _B.STATUTORY,
        sources.SAFER_RECRUITMENT,
        more_sources=(sources.SAFER_RECRUITMENT_REFRESH,),
        note="Law in maintained schools. No law ends it; 60 months is a common policy.",
    ),
    CourseRule(
        _K.GOVERNOR_SAFEGUARDING,
        "Safeguarding training for governors",
        "Governors and trustees",
        12,
        _B.GUIDANCE,
        sources.GOVERNORS,
        audience=_A.GOVERNORS,
        note="At induction, then regularly updated; 12 months is policy.",
    ),
)
_HEALTH_AND_SAFETY = (
    CourseRule(
        _K.PAEDIATRIC_FIRST_AID,
        "Paediatric first aid (full)",
        "Early years: one there and on outings; new level 2 and 3 staff who count in ratio",
        36,
        _B.STATUTORY,
        sources.PAEDIATRIC_FIRST_AID,
        note="The certificate is valid three years.",
    ),
    CourseRule(
        _K.FAW,
        "First aid at work",
        "By the school's assessment of needs",
        36,
        _B.GUIDANCE,
        sources.FIRST_AID_AT_WORK,
        note="A yearly refresher is advised, not asked for.",
    ),
    CourseRule(
        _K.EFAW,
        "Emergency first aid at work",
        "By the school's assessment of needs",
        36,
        _B.GUIDANCE,
        sources.FIRST_AID_AT_WORK,
    ),
    CourseRule(
        _K.FIRE,
        "Fire safety awareness",
        "All staff",
        12,
        source=sources.FIRE,
        audience=_A.STAFF,
        note="Law: on induction and periodically. 12 months is policy.",
        **_DUTY,
    ),
    _custom(_K.FIRE_WARDEN, "Fire warden", "Named by the school", 36),
    CourseRule(
        _K.FOOD_HYGIENE,
        "Food hygiene level 2",
        "Food handlers; early-years staff who prepare food",
        36,
        source=sources.FOOD,
        note="Law: training that fits the work. Three years is policy.",
        **_DUTY,
    ),
    _custom(
        _K.PHYSICAL_INTERVENTION,
        "Team Teach or similar",
        "By role",
        24,
        note="Providers' certificates last 12 to 24 months: record the expiry they print.",
        source=sources.PHYSICAL_INTERVENTION,
    ),
    _custom(
        _K.DATA_PROTECTION,
        "Data protection and cyber awareness",
        "All staff",
        12,
        note="Often a condition of the insurance.",
    ),
    CourseRule(
        _K.HEALTH_SAFETY,
        "Health and safety induction",
        "All staff",
        36,
        source=sources.HEALTH_AND_SAFETY,
        audience=_A.STAFF,
        note="Law: on induction and as needed. Three years is policy.",
        **_DUTY,
    ),
    _custom(_K.MANUAL_HANDLING, "Manual handling", "By role", 36),
    _custom(_K.ASBESTOS, "Asbestos awareness", "Site staff", 12),
    _custom(
        _K.MEDICINES,
        "Medicines, asthma, anaphylaxis, epilepsy",
        "By role",
        12,
        note="Whether the allergy duties of 2026 are in force has not been confirmed.",
    ),
    _custom(_K.EVC, "Educational visits co-ordinator", "The educational visits co-ordinator", 36),
    _custom(_K.MIDAS, "Minibus driver assessment", "Minibus drivers", 48),
)
_ROLES = (
    CourseRule(
        _K.SENCO_NPQ,
        "NPQ for SENCOs (or the award before it)",
        "The SENCO",
        None,
        _B.STATUTORY,
        sources.SENCO,
        within_months=36,
        note="Once, within 36 months of appointment as SENCO.",
    ),
    CourseRule(
        _K.ELSA_INITIAL,
        "ELSA initial training",
        "Nominated staff whom the school employs",
        None,
        _B.NETWORK_RULE,
        sources.ELSA_INITIAL,
        note="Six days (some providers: five), led by educational psychologists. Once.",
    ),
    CourseRule(
        _K.ELSA_SUPERVISION,
        "ELSA group supervision by an educational psychologist",
        "Practising ELSAs",
        None,
        _B.NETWORK_RULE,
        sources.ELSA_SUPERVISION,
        note="Six half-termly sessions a school year, at least four attended: counted in the ELSA ledger.",
    ),
    CourseRule(
        _K.ECT_INDUCTION,
        "Statutory induction of an early career teacher",
        "Early career teachers in relevant schools",
        None,
        _B.STATUTORY,
        sources.INDUCTION_OF_TEACHERS,
        note="Two school years full time, or as long as part-time work makes them.",
    ),
)
RULES: Mapping[CourseKey, CourseRule] = {
    rule.key: rule for rule in (*_SAFEGUARDING, *_HEALTH_AND_SAFETY, *_ROLES)
}
