"""The topic ``ranking``: where applications stand at one stage, and what the panel should talk about.

The answer is the same on every day.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from core.domain.facts import Fact, Facts
from core.domain.sources import cite
from recruitment.domain.discussion import Discussion, list_discussions
from recruitment.domain.questions.points import read_points, read_scale
from recruitment.domain.scoring import (
    EVIDENCE_LETTERS,
    ApplicationResult,
    Criterion,
    Gate,
    Key,
    Requirement,
    Scale,
    Sheet,
    Stage,
    percent_one_decimal,
    rank,
    score_stage,
    split_by_stage,
)
from recruitment.domain.sources import (
    ESSENTIALS_FIRST,
    RECONCILE_DIFFERENCES,
    SCORE_ALONE_THEN_AGREE,
    SHORTLISTING_MATRIX,
)

FIELDS = ("stage", "scale", "essential_threshold", "criteria", "sheets", "agreed")

type Agreed = Mapping[Key, Mapping[Key, int | None]]


@dataclass(frozen=True, slots=True)
class _Question:
    stage: Stage
    scale: Scale
    threshold: int
    criteria: tuple[Criterion, ...]
    sheets: tuple[Sheet, ...]
    agreed: Agreed


def answer(facts: object, today: date) -> dict[str, object]:
    """Every application with its gate, percents, rank and reason, and what to discuss.

    Percents have one decimal, half away from zero. Raises ``DomainError`` for facts that cannot be.
    """
    question = _read(facts)
    criteria, not_assessable = split_by_stage(question.criteria, question.stage)
    asked = (criteria, question.threshold, question.sheets, question.agreed)
    results = score_stage(criteria, question.scale, *asked[1:])
    ranks = rank(results)
    return {
        "applications": [_application(key, result, ranks.get(key)) for key, result in results.items()],
        "discuss": [_discussion(one) for one in list_discussions(*asked, results)],
        "not_assessable": [criterion.id for criterion in not_assessable],
        "sources": cite(ESSENTIALS_FIRST, SCORE_ALONE_THEN_AGREE, SHORTLISTING_MATRIX, RECONCILE_DIFFERENCES),
    }


def _read(value: object) -> _Question:
    facts = Facts.read(value, FIELDS)
    scale = read_scale(facts.need("scale"))
    criteria = _read_criteria(facts.need("criteria"))
    known = frozenset(str(criterion.id) for criterion in criteria)
    agreed = facts.get("agreed")
    return _Question(
        stage=facts.need("stage").one_of(Stage),
        scale=scale,
        threshold=facts.need("essential_threshold").whole_number(
            least=scale.min_points, most=scale.max_points
        ),
        criteria=criteria,
        sheets=_read_sheets(facts.need("sheets"), scale, known),
        agreed=_read_agreed(agreed, scale, known) if agreed else {},
    )


def _read_criteria(fact: Fact) -> tuple[Criterion, ...]:
    criteria: dict[str, Criterion] = {}
    for item in fact.items():
        facts = item.facts(("id", "requirement", "weight", "evidence"))
        name = facts.need("id").text()
        if name in criteria:
            facts.need("id").refuse("Another criterion has this id already.")
        criteria[name] = Criterion(
            id=name,
            requirement=facts.need("requirement").one_of(Requirement),
            weight=facts.need("weight").whole_number(least=0),
            evidence=_read_evidence(facts.need("evidence")),
        )
    return tuple(criteria.values())


def _read_evidence(fact: Fact) -> frozenset[str]:
    """The letters as a list, or in one text as the criteria of a vacancy hold them: ``"AI"``."""
    if isinstance(fact.value, str):
        return frozenset(_read_letter(Fact(letter, fact.path)) for letter in fact.value)
    return frozenset(_read_letter(letter) for letter in fact.items())


def _read_letter(fact: Fact) -> str:
    if (letter := fact.text()) not in EVIDENCE_LETTERS:
        fact.refuse(f"This must be one of: {', '.join(sorted(EVIDENCE_LETTERS))}.")
    return letter


def _read_sheets(fact: Fact, scale: Scale, known: frozenset[str]) -> tuple[Sheet, ...]:
    sheets: dict[tuple[str, str], Sheet] = {}
    for item in fact.items():
        facts = item.facts(("assessor", "application", "submitted", "scores"))
        key = facts.need("assessor").text(), facts.need("application").text()
        if key in sheets:
            item.refuse("This assessor has a sheet for this application already.")
        sheets[key] = Sheet(
            *key, facts.need("submitted").yes_or_no(), _read_scores(facts.need("scores"), scale, known)
        )
    return tuple(sheets.values())


def _read_agreed(fact: Fact, scale: Scale, known: frozenset[str]) -> Agreed:
    return {
        application: _read_scores(scores, scale, known)
        for application, scores in fact.entries().items()
        if scores.value is not None
    }


def _read_scores(fact: Fact, scale: Scale, known: frozenset[str]) -> dict[Key, int | None]:
    scores: dict[Key, int | None] = {}
    for criterion, points in fact.entries().items():
        if criterion not in known:
            points.refuse("There is no criterion with this id.")
        scores[criterion] = read_points(points, scale)
    return scores


def _application(key: Key, result: ApplicationResult, place: int | None) -> dict[str, object]:
    return {
        "application": key,
        "complete": result.complete,
        "gate": result.gate,
        "failing": list(result.failing),
        "essential_percent": percent_one_decimal(result.essential),
        "desirable_percent": percent_one_decimal(result.desirable),
        "total_percent": percent_one_decimal(result.total),
        "rank": place,
        "reason": _reason(result),
    }


def _reason(result: ApplicationResult) -> str:
    """Why the gate stands as it does, and what is missing before the application is complete."""
    divided = [key for key in result.undecided if key not in result.unscored]
    said = []
    if result.gate == Gate.NOT_MET:
        said.append(f"Not met, so not ranked: {_listed(result.failing)}.")
    elif result.gate == Gate.MET:
        said.append("Every essential criterion of this stage is met.")
    if not result.submitted_sheets:
        said.append("Nobody has submitted a sheet yet.")
    elif result.unscored:
        said.append(f"Without points from somebody: {_listed(result.unscored)}. Score it or agree points.")
    if divided:
        said.append(f"The panel is divided on whether this is met: {_listed(divided)}. Agree points.")
    return " ".join(said)


def _listed(criteria: tuple[Key, ...] | list[Key]) -> str:
    return ", ".join(str(criterion) for criterion in criteria)


def _discussion(one: Discussion) -> dict[str, object]:
    return {
        "application": one.application,
        "criterion": one.criterion,
        "spread": one.spread,
        "reason": one.reason,
    }
