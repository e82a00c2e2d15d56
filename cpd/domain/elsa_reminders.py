"""The days of the ELSA ledger that people are reminded of. The network's rules, not law."""

from collections.abc import Mapping

from compliance.domain.reminders import Basis, ReminderRule
from cpd.domain.sources import elsa as sources

SESSION = ReminderRule(
    "elsa_session",
    "ELSA supervision session",
    Basis.GUIDANCE,
    (sources.SESSION_FORM,),
    steps=(14, 7, 0),
)
LAST_SESSIONS = ReminderRule(
    "elsa_last_sessions",
    "ELSA supervision not to be missed",
    Basis.GUIDANCE,
    (sources.SESSIONS_A_YEAR,),
    steps=(60, 30, 14, 7, 0),
)
REGISTRATION = ReminderRule(
    "elsa_registration", "ELSA registration to renew", Basis.GUIDANCE, (sources.PROVIDERS_OWN_RULES,)
)

ELSA_RULES: Mapping[str, ReminderRule] = {rule.key: rule for rule in (SESSION, LAST_SESSIONS, REGISTRATION)}
