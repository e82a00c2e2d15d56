"""The days appraisal reminds of. All are the school's own; law sets none of them."""

from collections.abc import Mapping

from compliance.domain.reminders import Basis, ReminderRule
from cpd.domain.appraisal_states import State
from cpd.domain.sources.appraisal import CUSTOMARY_DATES, TEACHER_APPRAISAL

_SOURCES = (CUSTOMARY_DATES, TEACHER_APPRAISAL)
STEPS = (30, 14, 7, 0)

OBJECTIVES = ReminderRule("appraisal_objectives", "Objectives to agree", Basis.POLICY, _SOURCES, steps=STEPS)
MID_YEAR = ReminderRule("appraisal_mid_year", "Mid-year review", Basis.POLICY, _SOURCES, steps=STEPS)
FINAL = ReminderRule("appraisal_final", "Final appraisal review", Basis.POLICY, _SOURCES, steps=STEPS)
APPEAL = ReminderRule(
    "appraisal_appeal", "Appraisal appeal to decide", Basis.POLICY, (CUSTOMARY_DATES,), steps=(7, 0)
)

# What is waited for in each state; whatever is not here waits for no day.
RULE_OF_STATE: Mapping[State, ReminderRule] = {
    State.PLANNED: OBJECTIVES,
    State.OBJECTIVES_AGREED: MID_YEAR,
    State.MID_YEAR_REVIEWED: FINAL,
    State.FINAL_DRAFTED: FINAL,
    State.APPEALED: APPEAL,
}
TITLES: Mapping[State, str] = {
    State.PLANNED: "Agree the objectives of the appraisal",
    State.OBJECTIVES_AGREED: "Hold the mid-year review",
    State.MID_YEAR_REVIEWED: "Write and share the final review",
    State.FINAL_DRAFTED: "Sign the final review",
    State.APPEALED: "Decide the appeal",
}
APPRAISAL_RULES: Mapping[str, ReminderRule] = {
    rule.key: rule for rule in (OBJECTIVES, MID_YEAR, FINAL, APPEAL)
}
