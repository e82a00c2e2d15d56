"""Who works at a school, as the law of checks tells people apart, and the checks there are."""

from collections.abc import Mapping
from enum import StrEnum


class WorkerCategory(StrEnum):
    TEACHER = "teacher"
    SUPPORT_STAFF = "support_staff"
    TA_ELSA = "ta_elsa"
    LEADER_MAINTAINED = "leader_maintained"
    LEADER_ACADEMY = "leader_academy"
    SUPPLY_AGENCY = "supply_agency"
    CONTRACTOR_RA = "contractor_ra"
    CONTRACTOR_REGULAR = "contractor_regular"
    CONTRACTOR_NONE = "contractor_none"
    VOLUNTEER_RA = "volunteer_ra"
    VOLUNTEER_BELOW = "volunteer_below"
    GOVERNOR_MAINTAINED = "governor_maintained"
    TRUSTEE_ACADEMY = "trustee_academy"
    TRAINEE_SALARIED = "trainee_salaried"
    TRAINEE_FEE = "trainee_fee"
    EY_WRAP = "ey_wrap"


CATEGORY_LABELS: Mapping[WorkerCategory, str] = {
    WorkerCategory.TEACHER: "Teacher, qualified or not, employed by the school or trust",
    WorkerCategory.SUPPORT_STAFF: "Support staff, paid: office, site, midday, catering",
    WorkerCategory.TA_ELSA: "Teaching assistant, HLTA, ELSA, learning mentor or home-link worker",
    WorkerCategory.LEADER_MAINTAINED: "Headteacher or leadership, maintained school",
    WorkerCategory.LEADER_ACADEMY: "Headteacher, leadership or management, academy or independent school",
    WorkerCategory.SUPPLY_AGENCY: "Supply or agency worker",
    WorkerCategory.CONTRACTOR_RA: "Contractor in regulated activity",
    WorkerCategory.CONTRACTOR_REGULAR: "Contractor with regular contact, not in regulated activity",
    WorkerCategory.CONTRACTOR_NONE: "Contractor without regular contact",
    WorkerCategory.VOLUNTEER_RA: "Volunteer who meets the threshold of regulated activity",
    WorkerCategory.VOLUNTEER_BELOW: "Volunteer below the threshold of regulated activity",
    WorkerCategory.GOVERNOR_MAINTAINED: "Governor, maintained school",
    WorkerCategory.TRUSTEE_ACADEMY: "Trustee, member or local governor with delegated powers, academy",
    WorkerCategory.TRAINEE_SALARIED: "Trainee teacher, salaried: employed by the school",
    WorkerCategory.TRAINEE_FEE: "Trainee teacher, fee-funded: the provider is responsible",
    WorkerCategory.EY_WRAP: "Early-years staff (to the end of reception) or wraparound care under 8",
}

# Whom the school itself employs, and whose checks are therefore its own to make.
EMPLOYED = frozenset(
    {
        WorkerCategory.TEACHER,
        WorkerCategory.SUPPORT_STAFF,
        WorkerCategory.TA_ELSA,
        WorkerCategory.LEADER_MAINTAINED,
        WorkerCategory.LEADER_ACADEMY,
        WorkerCategory.TRAINEE_SALARIED,
        WorkerCategory.EY_WRAP,
    }
)
CONTRACTORS = frozenset(
    {
        WorkerCategory.CONTRACTOR_RA,
        WorkerCategory.CONTRACTOR_REGULAR,
        WorkerCategory.CONTRACTOR_NONE,
    }
)
VOLUNTEERS = frozenset({WorkerCategory.VOLUNTEER_RA, WorkerCategory.VOLUNTEER_BELOW})
GOVERNANCE = frozenset({WorkerCategory.GOVERNOR_MAINTAINED, WorkerCategory.TRUSTEE_ACADEMY})
# Whose checks somebody else makes and confirms in writing.
VOUCHED_FOR = frozenset({WorkerCategory.SUPPLY_AGENCY, WorkerCategory.TRAINEE_FEE})


class CheckType(StrEnum):
    IDENTITY = "identity"
    ENHANCED_DBS = "enhanced_dbs"
    CHILDREN_BARRED_LIST = "children_barred_list"
    RIGHT_TO_WORK = "right_to_work"
    PROHIBITION_TEACHING = "prohibition_teaching"
    S128 = "s128"
    QUALIFICATIONS = "qualifications"
    OVERSEAS = "overseas"
    REFERENCES = "references"
    EMPLOYMENT_HISTORY_GAPS = "employment_history_gaps"
    ONLINE_SEARCH = "online_search"
    CRIMINAL_SELF_DECLARATION = "criminal_self_declaration"
    MEDICAL_FITNESS = "medical_fitness"
    CHILDCARE_DISQUALIFICATION = "childcare_disqualification"


CHECK_LABELS: Mapping[CheckType, str] = {
    CheckType.IDENTITY: "Identity",
    CheckType.ENHANCED_DBS: "Enhanced DBS certificate",
    CheckType.CHILDREN_BARRED_LIST: "Children's barred list",
    CheckType.RIGHT_TO_WORK: "Right to work",
    CheckType.PROHIBITION_TEACHING: "Prohibition from teaching",
    CheckType.S128: "Section 128 direction",
    CheckType.QUALIFICATIONS: "Qualifications",
    CheckType.OVERSEAS: "Further checks overseas",
    CheckType.REFERENCES: "References",
    CheckType.EMPLOYMENT_HISTORY_GAPS: "Gaps in the employment history",
    CheckType.ONLINE_SEARCH: "Online search",
    CheckType.CRIMINAL_SELF_DECLARATION: "Criminal record self-declaration",
    CheckType.MEDICAL_FITNESS: "Medical fitness",
    CheckType.CHILDCARE_DISQUALIFICATION: "Childcare disqualification",
}

# Of these a person has as many as there are certificates, referees and countries.
SEVERAL_AT_ONCE = (CheckType.QUALIFICATIONS, CheckType.REFERENCES, CheckType.OVERSEAS)
