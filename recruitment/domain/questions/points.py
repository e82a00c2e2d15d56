"""Reads a scale, and points that lie on it."""

from core.domain.facts import Fact
from recruitment.domain.scoring import Scale


def read_scale(fact: Fact) -> Scale:
    """A scale that rises from a lowest point of nought or more."""
    bounds = fact.facts(("min", "max"))
    scale = Scale(bounds.need("min").whole_number(least=0), bounds.need("max").whole_number())
    if scale.max_points <= scale.min_points:
        bounds.need("max").refuse(f"A scale rises: its highest must be more than {scale.min_points}.")
    return scale


def read_points(fact: Fact, scale: Scale) -> int | None:
    """Points on the scale, or None where they are null: not known."""
    if fact.value is None:
        return None
    return fact.whole_number(least=scale.min_points, most=scale.max_points)
