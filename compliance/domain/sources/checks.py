"""Where the rules about checks before a start come from."""

from datetime import date

from core.domain.sources import LegalSource

READ_ON = date(2026, 11, 22)
_KCSIE = "Keeping children safe in education"

# What every appointment needs
PRE_APPOINTMENT = LegalSource(
    title=_KCSIE,
    provision=(
        "Part three, before appointment: identity with earlier names, enhanced DBS certificate, barred list, "
        "right to work, fitness, qualifications, overseas checks"
    ),
    kind="guidance",
    url="https://user-s7hizqk.cld.bz/1-General-Information/95",
    last_checked=READ_ON,
    verified=True,
)
SHORTLISTED = LegalSource(
    title=_KCSIE,
    provision=(
        "Part three, shortlisting: self-declaration of the shortlisted only, gaps and references explored"
    ),
    kind="guidance",
    url="https://user-s7hizqk.cld.bz/1-General-Information/92",
    last_checked=READ_ON,
    verified=True,
)
ONLINE_SEARCH = LegalSource(
    title="KCSIE 2025: part three summarised",
    provision="An online search of the shortlisted is to be considered, and they are told beforehand",
    kind="guidance",
    url="https://www.avvanz.com/blog/kcsie-safeguarding-checklist",
    last_checked=READ_ON,
    verified=True,
)
WRITTEN_ASSURANCE = LegalSource(
    title=_KCSIE,
    provision=(
        "Single central record: written confirmation by the agency or third party that the checks are made, "
        "and identity on arrival"
    ),
    kind="guidance",
    url="https://user-s7hizqk.cld.bz/1-General-Information/108",
    last_checked=READ_ON,
    verified=True,
)
PROVIDER_CONFIRMS = LegalSource(
    title=_KCSIE,
    provision="Fee-funded trainees: the training provider makes the checks and confirms them in writing",
    kind="guidance",
)
OFFER_FIRST = LegalSource(
    title="Equality Act 2010",
    provision="Section 60: health and fitness are asked about after a conditional offer, not before",
    kind="statute",
    url="https://www.stammeringlaw.org.uk/employment/recruitment-promotion/pre-employment-enquiries/",
    last_checked=READ_ON,
    verified=True,
)

# Volunteers, contractors and governors
VOLUNTEER_RISK_ASSESSMENT = LegalSource(
    title=_KCSIE,
    provision=(
        "Volunteers not in regulated activity: a written risk assessment decides, and their barred-list "
        "information must not be asked for"
    ),
    kind="guidance",
    url="https://user-s7hizqk.cld.bz/1-General-Information/114",
    last_checked=READ_ON,
    verified=True,
)
GOVERNORS_DBS = LegalSource(
    title="Buckinghamshire: DBS checks for governors",
    provision="An enhanced certificate without barred list; governance alone is not regulated activity",
    kind="guidance",
    url="https://schoolsweb.buckinghamshire.gov.uk/hr-zone/dbs-and-safeguarding/dbs-criminal-record-checks/dbs-for-governors",
    last_checked=READ_ON,
    verified=True,
)
GOVERNOR_DECLARATION = LegalSource(
    title="School Governance (Constitution) (England) Regulations 2012 and articles of association",
    provision="Governors and trustees declare that they are not disqualified",
    kind="statute",
)
SUPERVISION_EXEMPTION_ENDS = LegalSource(
    title="Crime and Policing Act 2026",
    provision=(
        "Supervision no longer takes work with children out of regulated activity: a supervised volunteer "
        "who meets the test needs the barred list (account by Norfolk County Council)"
    ),
    kind="statute",
    url="https://www.schools.norfolk.gov.uk/article/79341/Regulated-activity-Removal-of-the-supervision-exemption-comes-into-force-1-September-2026",
    in_force_from=date(2026, 9, 1),
    last_checked=READ_ON,
    verified=True,
)
SUPERVISION_EXEMPTED = LegalSource(
    title="Safeguarding Vulnerable Groups Act 2006, schedule 4, before the Crime and Policing Act 2026",
    provision="A supervised volunteer was not in regulated activity, personal care apart",
    kind="statute",
    url="https://user-s7hizqk.cld.bz/1-General-Information/114",
    in_force_until=date(2026, 8, 31),
    last_checked=READ_ON,
    verified=True,
)

# Right to work
RIGHT_TO_WORK_FIRST = LegalSource(
    title="Stone King: right-to-work checks in schools",
    provision="The check is made before the first day; schools are advised to check agency staff themselves",
    kind="guidance",
    url="https://quickreads.stoneking.co.uk/post/102mtzg/right-to-work-checks-in-schools-common-errors-and-how-to-avoid-them",
    last_checked=READ_ON,
    verified=True,
)
RIGHT_TO_WORK_WIDENED = LegalSource(
    title="Border Security, Asylum and Immigration Act 2025",
    provision=(
        "Section 48: worker's contracts and individual sub-contractors come into the scheme, ordinary "
        "business-to-business contracts do not (account by Howes Percival)"
    ),
    kind="statute",
    url="https://www.howespercival.com/articles/right-to-work-checks-are-expanding-from-1-october-2026-what-employers-contractors-and-labour-users-need-to-do-now/",
    in_force_from=date(2026, 10, 1),
    last_checked=READ_ON,
    verified=True,
)
VOLUNTEER_VISA = LegalSource(
    title="Home Office guidance on volunteering",
    provision="Genuine volunteers are outside the scheme; some visas do not allow volunteering",
    kind="guidance",
)
PROPRIETORS_RIGHT_TO_WORK = LegalSource(
    title="Education (Independent School Standards) Regulations 2014",
    provision="Part 4 lists the right to work among the checks of a proprietor's members",
    kind="statute",
)

# Teaching and management
TEACHER_RECORD = LegalSource(
    title="GOV.UK: check a teacher's record",
    provision="Qualified status, induction and prohibition; section 128 and the barred list are separate",
    kind="guidance",
    url="https://gov.uk/guidance/teacher-status-checks-information-for-employers",
    last_checked=READ_ON,
    verified=True,
)
TEACHING_WORK = LegalSource(
    title="Buckinghamshire: Teaching Regulation Agency checks",
    provision=(
        "Prohibition follows teaching work (planning, delivering, assessing, reporting) not done under a "
        "teacher's direction, whatever the title"
    ),
    kind="guidance",
    url="https://schoolsweb.buckinghamshire.gov.uk/hr-zone/dbs-and-safeguarding/single-central-record-guide/teaching-regulation-agency-checks",
    last_checked=READ_ON,
    verified=True,
)
SECTION_128 = LegalSource(
    title="Education and Skills Act 2008",
    provision=(
        "Section 128 directions: managers, trustees and governors with delegated powers of academies and "
        "independent schools, and governors of maintained schools"
    ),
    kind="statute",
    url="https://user-s7hizqk.cld.bz/1-General-Information/105",
    last_checked=READ_ON,
    verified=True,
)

# Overseas and early years
OVERSEAS = LegalSource(
    title="CEFM: overseas checks on staff",
    provision="Who has lived or worked abroad has the same checks and further ones as the school thinks fit",
    kind="guidance",
    url="https://cefm.co.uk/2022/10/19/overseas-checks-on-staff/",
    last_checked=READ_ON,
    verified=True,
)
EARLY_YEARS_REFERENCES = LegalSource(
    title="Early years foundation stage statutory framework, 2025",
    provision="A reference must be obtained before somebody starts (account by Portsmouth City Council)",
    kind="statute",
    url="https://content.govdelivery.com/accounts/UKPORTSMOUTH/bulletins/3f081cd",
    in_force_from=date(2025, 9, 1),
    last_checked=READ_ON,
    verified=True,
)
CHILDCARE_DISQUALIFICATION = LegalSource(
    title="GOV.UK: disqualification under the Childcare Act 2006",
    provision=(
        "Staff who provide, or directly manage, early-years provision or care under 8 outside school hours"
    ),
    kind="statute",
    url="http://www.gov.uk/government/publications/disqualification-under-the-childcare-act-2006/disqualification-under-the-childcare-act-2006",
    last_checked=READ_ON,
    verified=True,
)
SCHOOL_POLICY = LegalSource(
    title="School policy",
    provision="Where the law leaves it open, the school decides, and writes its decision down",
    kind="custom",
)
