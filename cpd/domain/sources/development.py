"""Where the days of induction, probation and the review of a job description come from."""

from core.domain.sources import LegalSource

SAFEGUARDING_INDUCTION = LegalSource(
    title="Keeping children safe in education",
    provision="Staff are told at induction how the school keeps children safe, and read Part one",
    kind="guidance",
)
FIRE_SAFETY = LegalSource(
    title="Regulatory Reform (Fire Safety) Order 2005",
    provision="Safety training when somebody is first employed; how often again is the school's choice",
    kind="statute",
)
SCHOOL_INDUCTION = LegalSource(
    title="The school's own induction",
    provision="What is shown and read in the first weeks, and by when, is the school's choice",
    kind="custom",
)
PROBATION = LegalSource(
    title="The contract",
    provision="Probation, its length and its reviews are what the contract and the school's policy say",
    kind="custom",
)
JOB_DESCRIPTION_REVIEW = LegalSource(
    title="The job description",
    provision=(
        "It may be reviewed with the postholder after a year, and the postholder is consulted about changes"
    ),
    kind="custom",
)
DEVELOPMENT_PLAN = LegalSource(
    title="The plan agreed with the person",
    provision="The days are those that line manager and person agreed",
    kind="custom",
)
ELSA_TRAINING = LegalSource(
    title="ELSA Network",
    provision="Six days of training led by educational psychologists, then supervision; providers differ",
    kind="custom",
)
