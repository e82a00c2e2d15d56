"""The days on which the law our rules follow begins to differ. What has no confirmed day is not here."""

from datetime import date

# A reference must be obtained before somebody starts in early years.
EARLY_YEARS_REFERENCES = date(2025, 9, 1)
# Supervision no longer takes unpaid people out of regulated activity.
SUPERVISION_COUNTS_NO_MORE = date(2026, 9, 1)
# Worker's contracts and individual sub-contractors come into the right-to-work scheme.
RIGHT_TO_WORK_WIDENS = date(2026, 10, 1)
