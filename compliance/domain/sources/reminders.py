"""Where the dates come from that people are reminded of."""

from datetime import date

from core.domain.sources import LegalSource

READ_ON = date(2026, 11, 22)

EXCUSE_ENDS = LegalSource(
    title="Immigration, Asylum and Nationality Act 2006",
    provision="Sections 15 and 21: the excuse of a time-limited check ends with the permission it shows",
    kind="statute",
)
CONTRACT_ENDS = LegalSource(
    title="The contract",
    provision="A fixed term ends on the day that was agreed; the school decides in time what follows",
    kind="custom",
)
EARLY_START = LegalSource(
    title="Keeping children safe in education",
    provision=(
        "Starting before the certificate: the separate barred-list check, supervision, and a risk assessment "
        "that is reviewed until it arrives; how often is custom"
    ),
    kind="guidance",
    url="https://online.flipbuilder.com/ruih/lrev/files/basic-html/page26.html",
    last_checked=READ_ON,
    verified=True,
)
DBS_HAS_NO_EXPIRY = LegalSource(
    title="School policy",
    provision="No law gives a DBS certificate an end: renewing it after some years is the school's choice",
    kind="custom",
)
RECHECK_BY_POLICY = LegalSource(
    title="School policy",
    provision="No law asks for this check again: the school has set the day itself",
    kind="custom",
)
