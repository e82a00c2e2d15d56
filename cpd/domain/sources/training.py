"""Where the rules of training come from.

``verified`` is False where a rule was written from memory. Most addresses are accounts by others than the
publisher of the rule; the statute or guidance itself is named in the title.
"""

from datetime import date

from core.domain.sources import LegalSource

READ_ON = date(2026, 11, 22)
_UPDATE = (
    "https://www.siimagonline.co.uk/effectiveness-of-leadership-and-management/safeguarding/item/"
    "151529-q-we-have-followed-the-advice-that-the-safeguarding-lead-should-be-trained-every-two-years-"
    "and-other-members-of-staff-every-three-years-does-this-still-apply"
)
_BY_ROLE = (
    "https://schoolleaders.thekeysupport.com/pupils-and-parents/safeguarding/managing-safeguarding/"
    "child-protection-training-guidance/"
)
_FIRST_AID_AT_WORK = "https://demo.wstraining.co.uk/news/624c352763f78c0016a94c2d"
_KCSIE = "Keeping children safe in education"


def _read(title: str, provision: str, kind: str, url: str, in_force: date | None = None) -> LegalSource:
    return LegalSource(
        title, provision, kind, url=url, in_force_from=in_force, last_checked=READ_ON, verified=True
    )


PRINTED_EXPIRY = LegalSource(
    "The certificate", "An expiry that the certificate prints is kept before any reckoned one", "custom"
)
POLICY_INTERVAL = LegalSource(
    "School policy", "No law and no guidance sets this interval: the school chooses it", "custom"
)
KCSIE_READ = LegalSource(
    _KCSIE, "Staff read Part one, or Annex A, again with each edition, normally each September", "guidance"
)
INDUCTION = _read(_KCSIE, "Safeguarding training at induction, online safety included", "guidance", _BY_ROLE)
ANNUAL_UPDATE = _read(
    _KCSIE,
    "Safeguarding updates, online safety included, as needed and at least once a year; how often the whole "
    "course is taken is local policy",
    "guidance",
    _UPDATE,
)
LEAD = _read(
    _KCSIE,
    "The designated safeguarding lead and deputies: training every two years, knowledge refreshed at least "
    "once a year",
    "guidance",
    _UPDATE,
)
EYFS_SAFEGUARDING = _read(
    "Statutory framework for the early years foundation stage",
    "Annex C: safeguarding training renewed every two years",
    "statute",
    "https://www.devon.gov.uk/eycs/safeguarding-special-are-you-ready-for-eyfs-reforms-that-take-effect-"
    "from-1st-september-2025",
    date(2025, 9, 1),
)
PREVENT_LEAD = LegalSource("Prevent duty guidance", "Training of the lead every two years", "guidance")
PREVENT_AWARENESS = _read(
    "Safeguarding training by role", "Prevent awareness of all staff is good practice", "custom", _BY_ROLE
)
SAFER_RECRUITMENT = _read(
    "School Staffing (England) Regulations 2009",
    "Regulation 9: a lone interviewer, or somebody on the panel, has completed safer-recruitment training "
    "(maintained schools and pupil referral units)",
    "statute",
    "https://csapps.norfolk.gov.uk/csshared/ecourier2/misheet.asp?misheetid=17073",
)
SAFER_RECRUITMENT_REFRESH = _read(
    "Safeguarding in Schools: how often safer-recruitment training should be refreshed",
    "No law sets an interval: a renewal is the school's own policy, 60 months unless it says otherwise",
    "custom",
    "https://support.safeguardinginschools.co.uk/article/7-how-often-should-safer-recruitment-training-be-"
    "refreshed",
)
PAEDIATRIC_FIRST_AID = _read(
    "Statutory framework for the early years foundation stage",
    "Somebody with a full paediatric first aid certificate is there and on outings; it is valid three years",
    "statute",
    "https://cesafety.co.uk/news/long-first-aid-training-certificate-last/",
)
FIRST_AID_AT_WORK = _read(
    "Health and Safety Executive, guidance L74 on the First Aid Regulations",
    "Certificates are valid three years, a yearly refresher is advised; once lapsed one is no first aider",
    "guidance",
    _FIRST_AID_AT_WORK,
)
FIRE = LegalSource(
    "Regulatory Reform (Fire Safety) Order 2005",
    "Training on induction and repeated periodically; law names no interval",
    "statute",
)
FOOD = LegalSource(
    "Food hygiene law", "Food handlers are trained for their work; law names no interval", "statute"
)
HEALTH_AND_SAFETY = LegalSource(
    "Health and safety at work law", "Training on induction and as needed; law names no interval", "statute"
)
PHYSICAL_INTERVENTION = LegalSource(
    "Providers of physical intervention training",
    "Certificates are valid 12 to 24 months, as they print",
    "custom",
)
SENCO = LegalSource(
    "Mandatory qualification for SENCOs",
    "The NPQ for SENCOs, or the award before it, within three years of appointment",
    "statute",
)
GOVERNORS = _read(
    _KCSIE,
    "Governors and trustees: safeguarding training at induction, then regularly updated; every 12 months is "
    "policy",
    "guidance",
    "https://hrforschools.org.uk/news/article/6/kcsie-and-revised-safer-recruitment-policy",
)
ELSA_INITIAL = _read(
    "ELSA Network",
    "Six days of initial training led by educational psychologists, for staff employed by a school; some "
    "providers hold five",
    "custom",
    "https://www.elsanetwork.org/about/faq/",
)
ELSA_SUPERVISION = _read(
    "ELSA Network, as quoted by a provider",
    "Supervision each half-term, at least four of six in a year",
    "custom",
    "https://psychology360.co.uk/elsa-supervision",
)
INDUCTION_OF_TEACHERS = _read(
    "Induction for early career teachers (England)",
    "Two school years full time, in a relevant school",
    "statute",
    "https://ecf-service-manual.education.gov.uk/policy/induction-for-early-career-teachers",
)
