"""Where the retention periods come from.

``verified`` is False where the provision was written from memory and not seen, or where only a custom
or the school's own choice stands behind it.
"""

from datetime import date

from core.domain.sources import LegalSource

READ_ON = date(2026, 11, 22)

CLAIMS_TIME_LIMIT = LegalSource(
    title="Acas early conciliation",
    provision=(
        "Conciliation lasts up to 12 weeks; with the time limit for a claim it can outlast the six months "
        "for which unsuccessful applications used to be kept"
    ),
    kind="guidance",
    url="https://kea-hr.co.uk/acas-early-conciliation-period-extended-to-12-weeks",
    in_force_from=date(2025, 12, 1),
    last_checked=READ_ON,
    verified=True,
)
SCHOOL_POLICY = LegalSource(
    title="School policy",
    provision="No law names a period: the school sets one and keeps to it",
    kind="custom",
)
DBS_COPY = LegalSource(
    title="Keeping children safe in education",
    provision="A copy of a DBS certificate is kept no longer than six months",
    kind="guidance",
    url="https://issuu.com./fsedesign/docs/keeping_children_safe_in_education_2022/s/16737496",
    last_checked=READ_ON,
    verified=True,
)
RIGHT_TO_WORK_COPY = LegalSource(
    title="Home Office: employer's guide to right to work checks",
    provision="Evidence of the check is kept during employment and for two years after, then destroyed",
    kind="guidance",
    url="https://hrzone.com/?p=61769",
    last_checked=READ_ON,
    verified=True,
)
PERSONNEL_FILE = LegalSource(
    title="IRMS toolkits for schools and academies",
    provision="Personnel files and appraisals: six years after employment ends",
    kind="custom",
    url="https://www.devon.gov.uk/support-schools-settings/school-effectiveness/governance/gov-guidance-policy-and-tools/retention-guidelines/",
)
ALLEGATION = LegalSource(
    title="Keeping children safe in education",
    provision=(
        "Part four: allegations, unless false or malicious, are kept until normal pension age, or for ten "
        "years where that is longer"
    ),
    kind="guidance",
)
REMOVE_ON_LEAVING = LegalSource(
    title="Keeping children safe in education",
    provision="Single central record: a person is removed when they no longer work at the school",
    kind="guidance",
    url="https://user-s7hizqk.cld.bz/1-General-Information/108",
    last_checked=READ_ON,
    verified=True,
)
