"""Where the rules on what must not be written down of a check come from."""

from core.domain.sources import LegalSource

OFFENCE_DETAILS = LegalSource(
    title="UK GDPR and Data Protection Act 2018",
    provision=(
        "Article 10 and schedule 1: details of offences are not kept in a record of checks; the fact, the "
        "result and the decision are"
    ),
    kind="statute",
)
HEALTH_DETAILS = LegalSource(
    title="UK GDPR",
    provision="Article 9: a record that says whether somebody is fit for a post holds no health details",
    kind="statute",
)
