"""The days by which policies are to be read, each with who says so."""

from collections.abc import Mapping

from compliance.domain.reminders import Basis, ReminderRule
from cpd.domain.sources.policies import PART_ONE_READ, SCHOOL_ASKS

STEPS = (14, 7, 0)
GUIDANCE_TO_READ = ReminderRule(
    "guidance_to_read", "Guidance to be read and signed", Basis.GUIDANCE, (PART_ONE_READ,), steps=STEPS
)
POLICY_TO_READ = ReminderRule(
    "policy_to_read", "Policy to be read and signed", Basis.POLICY, (SCHOOL_ASKS,), steps=STEPS
)
READING_RULES: Mapping[str, ReminderRule] = {rule.key: rule for rule in (GUIDANCE_TO_READ, POLICY_TO_READ)}
