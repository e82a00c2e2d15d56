"""Where the remarks about person specifications come from.

``verified`` is True where somebody has read the provision or an account of it at the address given, and
False where it was written from memory. Only the addresses of legislation.gov.uk, gov.uk and
equalityhumanrights.com are official; the others are accounts of the rule by others.
"""

from datetime import date

from core.domain.sources import LegalSource

READ_ON = date(2026, 11, 28)
READ_LATER_ON = date(2026, 11, 29)
UNLOCK_READ_ON = date(2026, 11, 22)
DBS_GUIDE_READ_ON = date(2026, 11, 22)

GOOD_PRACTICE = LegalSource(
    title="Good practice in selection",
    provision="No law asks for it; it keeps scoring fair and decisions easy to explain",
    kind="custom",
)
SPECIFIC_CRITERIA = LegalSource(
    title="SOAS University of London: recruitment and selection",
    provision="Criteria are specific rather than general, and justified by the tasks of the job",
    kind="custom",
    url="https://www.soas.ac.uk/about/governance/policies-and-procedures/recruitment/recruitment-and-selection-supporting/human-1",
    last_checked=READ_ON,
    verified=True,
)

# Equality
INDIRECT_DISCRIMINATION = LegalSource(
    title="Equality Act 2010",
    provision=(
        "Section 19: a criterion that puts people who share a protected characteristic at a particular "
        "disadvantage is discriminatory unless it is a proportionate means of achieving a legitimate aim"
    ),
    kind="statute",
    url="https://legislation.gov.uk/ukpga/2010/15/section/19/2022-07-01/data.html",
    in_force_from=date(2010, 10, 1),
    last_checked=READ_ON,
    verified=True,
)
NATIONALITY = LegalSource(
    title="Equality Act 2010",
    provision="Section 9: race includes nationality, as well as colour and ethnic or national origins",
    kind="statute",
    url="https://centreforequalities.org.uk/equality-act-2010/protected-characteristics/race/?shared=email&msg=fail",
    in_force_from=date(2010, 10, 1),
    last_checked=READ_LATER_ON,
    verified=True,
    official_url="https://www.legislation.gov.uk/ukpga/2010/15/section/9",
)
PROTECTED_CHARACTERISTICS = LegalSource(
    title="Equality Act 2010",
    provision=(
        "Part 2, chapter 1: the protected characteristics, among them sex, marriage and civil partnership, "
        "and pregnancy and maternity"
    ),
    kind="statute",
    url="https://judiciary.shaw-online.com/equality-act-2010",
    in_force_from=date(2010, 10, 1),
    last_checked=READ_LATER_ON,
    verified=True,
    official_url="https://www.legislation.gov.uk/ukpga/2010/15/section/4",
)
OCCUPATIONAL_REQUIREMENT = LegalSource(
    title="Equality Act 2010",
    provision=(
        "Schedule 9, paragraph 1: to ask for a protected characteristic is allowed only where, given the "
        "nature or context of the work, it is an occupational requirement and a proportionate means of "
        "achieving a legitimate aim, which the employer has to show"
    ),
    kind="statute",
    url="https://legislation.gov.uk/ukpga/2010/15/schedule/9/paragraph/1/2010-10-01/data.html",
    in_force_from=date(2010, 10, 1),
    last_checked=READ_LATER_ON,
    verified=True,
)
PERSON_SPECIFICATION_GUIDE = LegalSource(
    title="Equality and Human Rights Commission: what a job involves and who could do it",
    provision="No stereotype and no requirement that the job does not justify; “youthful enthusiasm” is one",
    kind="guidance",
    url="http://equalityhumanrights.com/advice-and-guidance/guidance-for-employers/recruitment/information-about-what-the-job-involves-and-what-skills-qualities-and-experience-a-person-will-need-to-do-it/",
    last_checked=READ_ON,
    verified=True,
)
ADVERT_GUIDE = LegalSource(
    title="Equality and Human Rights Commission: discriminatory adverts, 2024",
    provision=(
        "No age limits, no “young and dynamic” or “mature person”, no language that the job does not need, "
        "no job title that names one sex"
    ),
    kind="guidance",
    url="https://sparqa.com/insights/new-ehrc-guidance-on-discriminatory-adverts-check-your-ads-comply",
    last_checked=READ_ON,
    verified=True,
)
YEARS_OF_EXPERIENCE = LegalSource(
    title="Acas guidance on age and recruitment",
    provision="References to age are avoided however indirect, a number of years’ experience among them",
    kind="guidance",
    url="https://ashtonslegal.co.uk/insights/legal-news/age-discrimination-and-recruitment",
    last_checked=READ_ON,
    verified=True,
)
NATIVE_LANGUAGE = LegalSource(
    title="Equality Act 2010",
    provision=(
        "Section 19, with race as a protected characteristic: asking for a native speaker puts people born "
        "elsewhere at a disadvantage, which has to be justified"
    ),
    kind="statute",
    url="https://www.kervinandbarnes.co.uk/update/native-english-requirement-in-job-advertisements/",
    in_force_from=date(2010, 10, 1),
    last_checked=READ_ON,
    verified=True,
    official_url="https://www.legislation.gov.uk/ukpga/2010/15/section/19",
)
DRIVING_LICENCE = LegalSource(
    title="Equality Act 2010",
    provision=(
        "Section 19, with disability as a protected characteristic: asking for a driving licence may put "
        "disabled people at a disadvantage, which has to be justified"
    ),
    kind="statute",
    url="https://lawscot.org.uk/members/journal/issues/vol-59-issue-08/driving-away-candidates",
    in_force_from=date(2010, 10, 1),
    last_checked=READ_ON,
    verified=True,
    official_url="https://www.legislation.gov.uk/ukpga/2010/15/section/19",
)
NAMED_CERTIFICATE = LegalSource(
    title="Discriminatory job adverts (PJH Law, solicitors)",
    provision="Most older applicants sat no GCSEs, so asking for GCSEs alone puts them at a disadvantage",
    kind="custom",
    url="http://www.pjhlaw.co.uk/blog/discriminatory-job-adverts/",
    last_checked=READ_ON,
    verified=True,
)
RELIGIOUS_CHARACTER = LegalSource(
    title="Equality Act 2010",
    provision=(
        "Schedule 22, paragraph 4: no breach of the Act is what the School Standards and Framework Act "
        "1998 allows at schools with a religious character, in section 60(4) and (5) for maintained "
        "schools, section 124A for academies and other independent schools, and section 124AA(5) to (7) "
        "for academies that were voluntary controlled or foundation schools"
    ),
    kind="statute",
    url="http://www.legislation.gov.uk/cy/ukpga/2010/15/schedule/22/paragraph/4/data.xht?view=snippet&wrap=true",
    in_force_from=date(2012, 10, 1),
    last_checked=READ_LATER_ON,
    verified=True,
)

# Disclosure of criminal records
ENDED_DISCLOSURE = LegalSource(
    title="Disclosure and Barring Service: filtering guide",
    provision="Reprimands, warnings and other youth cautions are no longer disclosed automatically",
    kind="guidance",
    url="https://www.gov.uk/government/publications/dbs-filtering-guidance/dbs-filtering-guide",
    in_force_from=date(2020, 11, 28),
    last_checked=DBS_GUIDE_READ_ON,
    verified=True,
)
PROTECTED_CONVICTIONS = LegalSource(
    title="Unlock: enhanced checks and the right question about criminal records",
    provision="A question about every conviction misleads: protected ones need not be disclosed",
    kind="guidance",
    url="https://recruit.unlock.org.uk/enhanced-dbs-checks-make-sure-get-questions-criminal-records-right/",
    last_checked=READ_ON,
    verified=True,
)
EXCEPTIONS_ORDER = LegalSource(
    title="Rehabilitation of Offenders Act 1974 (Exceptions) Order 1975",
    provision=(
        "Protected cautions and convictions need not be disclosed, and may not be relied on, also where a "
        "post is exempt from the Act"
    ),
    kind="statute",
    url="https://recruit.unlock.org.uk/asking-the-right-question/",
    last_checked=UNLOCK_READ_ON,
    verified=True,
    official_url="https://www.legislation.gov.uk/uksi/1975/1023",
)
DBS_REPLACED_CRB = LegalSource(
    title="Disclosure and Barring Service",
    provision="Took the place of the Criminal Records Bureau and the Independent Safeguarding Authority",
    kind="statute",
    url="https://www.lexology.com/library/detail.aspx?g=5d783f51-860f-4c4d-b730-3cc46e9604b2",
    in_force_from=date(2012, 12, 1),
    last_checked=READ_ON,
    verified=True,
)

# Terms that have been replaced
EARLY_CAREER_TEACHERS = LegalSource(
    title="Statutory induction of teachers in England",
    provision="Early career teacher took the place of newly qualified teacher",
    kind="guidance",
    url="https://schoolgovernors.thekeysupport.com/news/dfe-publishes-new-early-career-framework-guidance/",
    in_force_from=date(2021, 9, 1),
    last_checked=READ_ON,
    verified=True,
)
EHC_PLANS = LegalSource(
    title="Children and Families Act 2014",
    provision="Education, health and care plans took the place of statements of special educational needs",
    kind="statute",
    in_force_from=date(2014, 9, 1),
    official_url="https://www.legislation.gov.uk/ukpga/2014/6",
)
EQUALITY_ACT_REPLACED = LegalSource(
    title="Equality Act 2010, explanatory notes",
    provision="Replaces the earlier Acts on sex, race and disability discrimination",
    kind="statute",
    url="http://www.legislation.gov.uk./ukpga/2010/15/notes/division/3/2/2/7",
    in_force_from=date(2010, 10, 1),
    last_checked=READ_ON,
    verified=True,
)
DATA_PROTECTION_ACT = LegalSource(
    title="Data Protection Act 2018",
    provision="Took the place of the Data Protection Act 1998, with the UK GDPR",
    kind="statute",
    in_force_from=date(2018, 5, 25),
    official_url="https://www.legislation.gov.uk/ukpga/2018/12",
)
LOCAL_AUTHORITIES = LegalSource(
    title=(
        "Local Education Authorities and Children’s Services Authorities (Integration of Functions) Order "
        "2010"
    ),
    provision="Schedule 2: “local authority” for “local education authority” throughout the Education Acts",
    kind="statute",
    url="http://legislation.gov.uk/uksi/2010/1158/2010-05-05",
    in_force_from=date(2010, 5, 5),
    last_checked=READ_LATER_ON,
    verified=True,
)
SKILLS_TESTS_ENDED = LegalSource(
    title="Teachers’ Skills Test (England) (Miscellaneous Amendments) Regulations 2020",
    provision="Qualified teacher status no longer asks for the skills tests in English and mathematics",
    kind="statute",
    url="http://www.legislation.gov.uk/uksi/2020/476/made",
    in_force_from=date(2020, 6, 25),
    last_checked=READ_LATER_ON,
    verified=True,
)
UK_ENIC = LegalSource(
    title="UK ENIC",
    provision="Took the place of UK NARIC as the national centre for qualifications from other countries",
    kind="custom",
)
