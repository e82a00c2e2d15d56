"""Who asks for policies to be read and signed."""

from core.domain.sources import LegalSource

PART_ONE_READ = LegalSource(
    title="Keeping children safe in education",
    provision="Staff who work directly with children read at least Part one of each edition",
    kind="guidance",
)
SIGNED_EVIDENCE = LegalSource(
    title="Inspection custom",
    provision="A school shows that each edition was read by a dated signature of every reader",
    kind="custom",
)
SCHOOL_ASKS = LegalSource(
    title="School policy",
    provision="The school has chosen who reads this policy and by when: no law sets the day",
    kind="custom",
)
