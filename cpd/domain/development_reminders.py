"""The days of induction, probation, plans and job descriptions that people are reminded of."""

from collections.abc import Mapping

from compliance.domain.reminders import Basis, ReminderRule
from cpd.domain.sources import development as sources

INDUCTION = ReminderRule(
    "induction",
    "Induction to finish",
    Basis.POLICY,
    (sources.SCHOOL_INDUCTION, sources.SAFEGUARDING_INDUCTION, sources.FIRE_SAFETY),
    steps=(7, 0),
)
PROBATION_REVIEW = ReminderRule(
    "probation_review", "Probation review", Basis.POLICY, (sources.PROBATION,), steps=(14, 7, 0)
)
PROBATION_END = ReminderRule(
    "probation_end", "End of probation to decide", Basis.POLICY, (sources.PROBATION,), steps=(28, 14, 7, 0)
)
DEVELOPMENT_STEP = ReminderRule(
    "development_step",
    "Step of a development plan",
    Basis.POLICY,
    (sources.DEVELOPMENT_PLAN, sources.ELSA_TRAINING),
    steps=(14, 0),
)
JOB_DESCRIPTION_REVIEW = ReminderRule(
    "job_description_review",
    "Review of a job description",
    Basis.POLICY,
    (sources.JOB_DESCRIPTION_REVIEW,),
    steps=(30, 14, 0),
)
DEVELOPMENT_RULES: Mapping[str, ReminderRule] = {
    rule.key: rule
    for rule in (INDUCTION, PROBATION_REVIEW, PROBATION_END, DEVELOPMENT_STEP, JOB_DESCRIPTION_REVIEW)
}
