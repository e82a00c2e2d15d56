"""What providers of ELSA training ask for, as a school would first enter it. Numbers differ and change.

A preset only fills in a form: what the school confirms with its provider is what counts.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from core.domain.sources import LegalSource
from cpd.domain.sources import elsa as sources

# A day of work, where somebody speaks of "one day a week".
DAY_MINUTES = 360


class Preset(StrEnum):
    NETWORK = "network"
    LARGER_GROUPS = "larger_groups"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class PresetRules:
    """``doubt`` says which of the numbers nobody has seen written by the provider."""

    label: str
    training_days: int
    sessions_required: int
    sessions_offered: int
    session_min_hours: Decimal
    group_max: int
    accepts_trainee_year_3: bool
    certificate_after_sessions: int
    recommended_weekly_minutes: int
    sources: tuple[LegalSource, ...]
    doubt: str = ""


PRESETS: Mapping[Preset, PresetRules] = {
    Preset.NETWORK: PresetRules(
        label="The network’s usual rules",
        training_days=6,
        sessions_required=4,
        sessions_offered=6,
        session_min_hours=Decimal(2),
        group_max=8,
        accepts_trainee_year_3=True,
        certificate_after_sessions=4,
        recommended_weekly_minutes=DAY_MINUTES,
        sources=(
            sources.TRAINING_DAYS,
            sources.SESSION_FORM,
            sources.SESSIONS_A_YEAR,
            sources.CERTIFICATE_AFTER,
            sources.TIME_A_WEEK,
        ),
    ),
    Preset.LARGER_GROUPS: PresetRules(
        label="Five days and larger groups, as in Southampton",
        training_days=5,
        sessions_required=6,
        sessions_offered=6,
        session_min_hours=Decimal(2),
        group_max=12,
        accepts_trainee_year_3=True,
        certificate_after_sessions=4,
        recommended_weekly_minutes=DAY_MINUTES // 2,
        sources=(sources.LARGER_GROUPS, sources.PROVIDERS_OWN_RULES),
        doubt=(
            "That each of its six credits is one session, the two hours, and whether a trainee psychologist "
            "may lead are not confirmed: ask the provider."
        ),
    ),
    Preset.OWN: PresetRules(
        label="Other rules",
        training_days=6,
        sessions_required=4,
        sessions_offered=6,
        session_min_hours=Decimal(2),
        group_max=8,
        accepts_trainee_year_3=True,
        certificate_after_sessions=4,
        recommended_weekly_minutes=DAY_MINUTES,
        sources=(sources.PROVIDERS_OWN_RULES,),
        doubt="These numbers are the network’s until you change them: ask the provider.",
    ),
}
