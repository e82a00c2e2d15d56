"""Where the deadlines of data protection come from."""

from datetime import date

from core.domain.sources import LegalSource

READ_ON = date(2026, 11, 22)

SUBJECT_ACCESS_REQUEST = LegalSource(
    title="UK GDPR, with the Data (Use and Access) Act 2025",
    provision="Article 12: an answer within one month of the request; two months more where it is complex",
    kind="statute",
    url="https://www.crosslandsolicitors.com/site/media/hr-hub/data-use-and-access-act-2025",
    last_checked=READ_ON,
    verified=True,
)
NEXT_WORKING_DAY = LegalSource(
    title="Information Commissioner: right of access",
    provision="Where the month ends on a weekend or a bank holiday, there is time until the next working day",
    kind="guidance",
)
