"""Where the test of regulated activity with children comes from."""

from datetime import date

from core.domain.sources import LegalSource

READ_ON = date(2026, 11, 22)

TEST = LegalSource(
    title="Safeguarding Vulnerable Groups Act 2006, schedule 4",
    provision=(
        "Teaching, care, supervision, advice, driving, or work with contact in a school: frequently, on more "
        "than three days in any 30, or overnight (account by North Lincolnshire)"
    ),
    kind="statute",
    url="https://nlhealthyme.co.uk/dfe-new-rules-on-volunteer-dbs-requirements",
    last_checked=READ_ON,
    verified=True,
)
PERSONAL_CARE = LegalSource(
    title="Keeping children safe in education",
    provision="Personal and health care is regulated however rare, and whether supervised or not",
    kind="guidance",
    url="https://user-s7hizqk.cld.bz/1-General-Information/114",
    last_checked=READ_ON,
    verified=True,
)
PAID_STAFF = LegalSource(
    title="EPM: what regulated activity in schools is",
    provision="Whoever is paid to work regularly in a school with contact is in it, whatever the job",
    kind="guidance",
    url="https://epm.co.uk/resources/safer-recruitment/what-is-regulated-activity-in-schools?hsLang=en-gb",
    last_checked=READ_ON,
    verified=True,
)
CONTRACTORS = LegalSource(
    title="Safeguarding Vulnerable Groups Act 2006, schedule 4",
    provision=(
        "Work with contact under a contract for occasional or temporary services, other than teaching, care "
        "and the like, is not regulated"
    ),
    kind="statute",
)
