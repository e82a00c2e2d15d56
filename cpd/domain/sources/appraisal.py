"""Where the rules of appraisal come from.

``verified`` is False where the provision was not seen, or where only a custom or the school's policy stands
behind it. The regulations of 2012 were read in a summary of a local authority, not in their own words.
"""

from datetime import date

from core.domain.sources import LegalSource

READ_ON = date(2026, 11, 22)

TEACHER_APPRAISAL = LegalSource(
    title="Education (School Teachers' Appraisal) (England) Regulations 2012",
    provision=(
        "Maintained schools: a policy, a yearly cycle and a written report for each teacher employed for a "
        "term or more; not for early-career teachers in induction, nor for those in capability procedures"
    ),
    kind="statute",
    url="https://egfl.org.uk/print/771",
    last_checked=READ_ON,
    verified=True,
)
HEAD_ADVISER = LegalSource(
    title="Education (School Teachers' Appraisal) (England) Regulations 2012",
    provision="The governing body of a maintained school appraises the head with an external adviser",
    kind="statute",
    url="https://egfl.org.uk/print/771",
    last_checked=READ_ON,
    verified=True,
)
PAY_RECOMMENDATION = LegalSource(
    title="Education (School Teachers' Appraisal) (England) Regulations 2012",
    provision=(
        "The report holds a recommendation on pay where that is relevant; pay related to performance is not "
        "compulsory since September 2024"
    ),
    kind="statute",
    url="https://egfl.org.uk/print/771",
    last_checked=READ_ON,
    verified=True,
)
SUPPORT_BEFORE_CAPABILITY = LegalSource(
    title="Department for Education: teacher appraisal and capability (July 2024)",
    provision="Support comes before capability procedures",
    kind="guidance",
    url="https://www.cooklawyers.co.uk/teacher-appraisals-update-what-you-need-to-know/",
    last_checked=READ_ON,
    verified=True,
)
OWN_POLICY = LegalSource(
    title="The school's own appraisal policy",
    provision="Academies and independent schools appraise by a policy of their own; no regulations bind them",
    kind="custom",
)
SUPPORT_STAFF_POLICY = LegalSource(
    title="Contract and the school's own policy",
    provision="No regulations speak of the appraisal of support staff",
    kind="custom",
)
CUSTOMARY_DATES = LegalSource(
    title="The school's own appraisal policy",
    provision=(
        "The year runs from September to August; teachers are reviewed by 31 October, the head by 31 "
        "December; mid-year between January and March; up to three objectives. A custom, not law"
    ),
    kind="custom",
)
EQUALITY = LegalSource(
    title="Equality Act 2010",
    provision=(
        "Maternity and disability: nobody is put at a disadvantage for a long absence; the rating is left out"
    ),
    kind="statute",
)
