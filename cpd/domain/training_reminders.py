"""The days on which training ends, as kinds of days to be reminded of."""

from collections.abc import Mapping

from compliance.domain.reminders import Basis as ReminderBasis
from compliance.domain.reminders import ReminderRule
from cpd.domain.sources import training as sources
from cpd.domain.training_rules import Basis

BY_LAW = ReminderRule(
    "training_law",
    "Training that law wants renewed",
    ReminderBasis.LAW,
    (sources.EYFS_SAFEGUARDING, sources.PAEDIATRIC_FIRST_AID, sources.SENCO),
)
BY_GUIDANCE = ReminderRule(
    "training_guidance",
    "Training that guidance wants renewed",
    ReminderBasis.GUIDANCE,
    (sources.ANNUAL_UPDATE, sources.LEAD, sources.GOVERNORS, sources.FIRST_AID_AT_WORK),
)
BY_POLICY = ReminderRule(
    "training_policy",
    "Training that the school's policy renews",
    ReminderBasis.POLICY,
    (sources.POLICY_INTERVAL,),
)
RULE_OF: Mapping[Basis, ReminderRule] = {
    Basis.STATUTORY: BY_LAW,
    Basis.GUIDANCE: BY_GUIDANCE,
    Basis.NETWORK_RULE: BY_GUIDANCE,
    Basis.POLICY: BY_POLICY,
}
TRAINING_RULES: Mapping[str, ReminderRule] = {rule.key: rule for rule in (BY_LAW, BY_GUIDANCE, BY_POLICY)}
