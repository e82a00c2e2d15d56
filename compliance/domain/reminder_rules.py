"""The days compliance reminds of, each with who says so."""

from collections.abc import Mapping

from compliance.domain.reminders import Basis, ReminderRule
from compliance.domain.sources import reminders as sources
from compliance.domain.sources.right_to_work import FOLLOW_UP
from core.domain.retention import PERIODS, Record

RIGHT_TO_WORK = ReminderRule(
    "right_to_work",
    "Right-to-work follow-up",
    Basis.LAW,
    (sources.EXCUSE_ENDS, FOLLOW_UP),
    steps=(90, 60, 28, 14, 7, 0),
)
FIXED_TERM_END = ReminderRule("fixed_term_end", "End of a fixed term", Basis.POLICY, (sources.CONTRACT_ENDS,))
EARLY_START_REVIEW = ReminderRule(
    "early_start_review", "Early-start review", Basis.GUIDANCE, (sources.EARLY_START,)
)
DBS_RENEWAL = ReminderRule(
    "dbs_renewal", "DBS renewal by the school's policy", Basis.POLICY, (sources.DBS_HAS_NO_EXPIRY,)
)
RECHECK = ReminderRule(
    "recheck", "Check to repeat by the school's policy", Basis.POLICY, (sources.RECHECK_BY_POLICY,)
)


def _destruction(key: str, title: str, record: Record) -> ReminderRule:
    period = PERIODS[record]
    return ReminderRule(key, title, Basis(period.basis.value), period.sources)


DESTRUCTIONS: Mapping[Record, ReminderRule] = {
    Record.DBS_COPY: _destruction("destroy_dbs_copy", "DBS copy to destroy", Record.DBS_COPY),
    Record.RIGHT_TO_WORK: _destruction(
        "destroy_right_to_work", "Right-to-work evidence to destroy", Record.RIGHT_TO_WORK
    ),
    Record.UNSUCCESSFUL_APPLICATION: _destruction(
        "destroy_applications", "Applications to destroy", Record.UNSUCCESSFUL_APPLICATION
    ),
    Record.PERSONNEL_FILE: _destruction(
        "destroy_personnel_file", "Leaver's record to destroy", Record.PERSONNEL_FILE
    ),
}

RULES: Mapping[str, ReminderRule] = {
    rule.key: rule
    for rule in (
        RIGHT_TO_WORK,
        EARLY_START_REVIEW,
        FIXED_TERM_END,
        DBS_RENEWAL,
        RECHECK,
        *DESTRUCTIONS.values(),
    )
}
