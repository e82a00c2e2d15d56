"""Where it is said what changes when. What begins on an unconfirmed day is not verified."""

from datetime import date

from core.domain.sources import LegalSource

READ_ON = date(2026, 11, 22)

KCSIE_2025 = LegalSource(
    title="Keeping children safe in education, September 2025",
    provision="Part three, safer recruitment (account by Avvanz)",
    kind="guidance",
    url="https://www.avvanz.com/blog/kcsie-safeguarding-checklist",
    in_force_from=date(2025, 9, 1),
    last_checked=READ_ON,
    verified=True,
)
KCSIE_2026 = LegalSource(
    title="Keeping children safe in education, 2026",
    provision="Consulted on from February to 22 April 2026; the final text has not been seen",
    kind="guidance",
    url="https://safeguarding.network/blog/government-announces-keeping-children-safe-in-education-2026-consultation-copy-1771251040",
    last_checked=READ_ON,
)
CHILDRENS_WELLBEING_ACT = LegalSource(
    title="Children's Wellbeing and Schools Act 2026",
    provision="Section 78 and others: most of it begins when regulations say, which have not been seen",
    kind="statute",
    url="https://www.legislation.gov.uk/ukpga/2026/21/section/78/enacted",
    last_checked=READ_ON,
)
TRIBUNAL_TIME_LIMIT = LegalSource(
    title="Employment Rights Act 2025",
    provision="Time limit of tribunals from three to six months: accounts of its beginning differ",
    kind="statute",
    url="https://www.burtons-solicitors.com/blog/employment-rights-act-2025-updated-timeline-and-what-it-means",
    last_checked=READ_ON,
)
