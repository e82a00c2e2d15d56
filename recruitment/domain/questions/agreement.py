"""The topic ``agreement``: how far assessors agree beyond chance. The same on every day."""

from datetime import date

from core.domain.facts import Facts
from core.domain.sources import cite
from recruitment.domain.agreement import Method, measure_agreement
from recruitment.domain.questions.points import read_points, read_scale
from recruitment.domain.scoring import Key
from recruitment.domain.sources import KRIPPENDORFF_ALPHA, WEIGHTED_KAPPA

FIELDS = ("scale", "ratings")


def answer(facts: object, today: date) -> dict[str, object]:
    """How far the assessors of ``ratings`` agree; the facts are ``scale`` and ``ratings``.

    ``value`` and ``interval`` have four decimals. Raises ``DomainError`` for facts that cannot be.
    """
    given = Facts.read(facts, FIELDS)
    scale = read_scale(given.need("scale"))
    ratings: dict[Key, dict[Key, int | None]] = {
        assessor: {item: read_points(points, scale) for item, points in items.entries().items()}
        for assessor, items in given.need("ratings").entries().items()
    }
    found = measure_agreement(ratings)
    return {
        "method": found.method,
        "value": found.value,
        "computable": found.computable,
        "interval": list(found.interval) if found.interval else None,
        "label": found.label,
        "reason": found.reason,
        "sources": cite(
            KRIPPENDORFF_ALPHA, *([WEIGHTED_KAPPA] if found.method == Method.WEIGHTED_KAPPA else [])
        ),
    }
