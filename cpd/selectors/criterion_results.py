"""How the criteria of a vacancy stood for the one who was appointed. Only what is unsealed is read."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from core.models import Engagement
from cpd.domain.development import CriterionResult, Standing
from recruitment.domain.scoring import STAGE_LETTERS, UNIT_BASE, Gate, judge, units_of
from recruitment.domain.scoring import Stage as StageName
from recruitment.domain.visibility import OPEN_TO_OTHERS
from recruitment.enums import DecisionOutcome, StageKind
from recruitment.models import (
    AgreedScore,
    Application,
    CertificateSighting,
    Decision,
    Offer,
    Stage,
    Vacancy,
    VacancyCriterion,
)
from recruitment.selectors.cells import GivenPoints, list_given

STAGES_IN_ORDER = (StageKind.APPLICATION, StageKind.TASK, StageKind.INTERVIEW)
POSITIVE = (DecisionOutcome.SHORTLISTED, DecisionOutcome.APPOINT)


@dataclass(frozen=True, slots=True)
class Assessment:
    """What one stage said of one criterion."""

    stage: Stage
    given: Sequence[GivenPoints]
    agreed: AgreedScore | None


@dataclass(frozen=True, slots=True)
class AppointmentResults:
    """The results by criterion, and why somebody was taken although an essential was not met."""

    results: tuple[CriterionResult, ...]
    override_reason: str


@dataclass(frozen=True, slots=True)
class _Facts:
    assessments: Mapping[int, Assessment]
    certificates_seen: Mapping[int, bool]
    reasons: Sequence[str] = field(default=())


def find_application(engagement: Engagement) -> Application | None:
    """The application that led to an engagement; None for whoever was here before or came otherwise."""
    offer = (
        Offer.objects.filter(engagement=engagement)
        .select_related("application__vacancy__job_profile_version")
        .first()
    )
    return offer.application if offer else None


def get_results(application: Application) -> AppointmentResults:
    """Every criterion as the last stage that assessed it left it; at most eight queries.

    References are left out on purpose: they were given in confidence, and a need is shown to the person.
    """
    vacancy = application.vacancy
    facts = _gather(application, vacancy)
    criteria = VacancyCriterion.objects.filter(vacancy=vacancy).order_by("position", "pk")
    return AppointmentResults(
        results=tuple(_result(one, vacancy, facts) for one in criteria),
        override_reason=" ".join(facts.reasons),
    )


def _gather(application: Application, vacancy: Vacancy) -> _Facts:
    rank = {kind: place for place, kind in enumerate(STAGES_IN_ORDER)}
    open_stages = Stage.objects.filter(vacancy=vacancy, status__in=OPEN_TO_OTHERS).order_by("pk")
    assessments: dict[int, Assessment] = {}
    for stage in sorted(open_stages, key=lambda one: rank[StageKind(one.kind)]):
        assessments |= _assessments_of(stage, application.pk)
    decisions = Decision.objects.filter(
        application=application, is_current=True, outcome__in=POSITIVE, stage__status__in=OPEN_TO_OTHERS
    ).order_by("pk")
    sightings = CertificateSighting.objects.filter(application=application).order_by("pk")
    return _Facts(
        assessments,
        dict(sightings.values_list("criterion_id", "was_seen")),
        list(dict.fromkeys(one.override_reason for one in decisions if one.override_reason)),
    )


def _assessments_of(stage: Stage, application_id: int) -> dict[int, Assessment]:
    """By criterion, leaving out those nobody could tell anything of: an earlier stage stands for them."""
    given: dict[int, Sequence[GivenPoints]] = defaultdict(list)
    for (_, criterion_id), points in list_given(stage, [application_id]).items():
        if any(one.points is not None for one in points):
            given[criterion_id] = points
    rows = AgreedScore.objects.filter(stage=stage, application=application_id).order_by("pk")
    agreed = {one.criterion_id: one for one in rows}
    return {key: Assessment(stage, given.get(key, ()), agreed.get(key)) for key in {*given, *agreed}}


def _result(criterion: VacancyCriterion, vacancy: Vacancy, facts: _Facts) -> CriterionResult:
    found = facts.assessments.get(criterion.pk)
    seen = facts.certificates_seen.get(criterion.pk)
    return CriterionResult(
        criterion_id=criterion.pk,
        text=criterion.text,
        requirement=criterion.requirement,
        is_trainable=criterion.is_trainable,
        standing=_standing(criterion, vacancy, found, was_seen=seen),
        is_complete=bool(seen) or (found is not None and _is_full(found, vacancy.scale_max)),
        panel_note=_note(found) if found else "",
        source=_source(vacancy, found.stage if found else None),
    )


def _standing(
    criterion: VacancyCriterion, vacancy: Vacancy, found: Assessment | None, *, was_seen: bool | None
) -> Standing:
    """An essential by the gate's own rule; a desirable by the mean against the same threshold."""
    if was_seen:
        return Standing.MET
    if found is None:
        only_certificate = not any(
            STAGE_LETTERS[StageName(kind)] & set(criterion.evidence) for kind in STAGES_IN_ORDER
        )
        return Standing.NOT_MET if was_seen is False and only_certificate else Standing.NOT_ASSESSED
    points = [one.points for one in found.given]
    agreed = found.agreed.points if found.agreed else None
    if criterion.is_essential:
        is_met = judge(points, agreed, vacancy.essential_threshold) == Gate.MET
    else:
        known = [given for given in points if given is not None]
        units = units_of(known, agreed, UNIT_BASE)
        is_met = units is not None and units >= vacancy.essential_threshold * UNIT_BASE
    return Standing.MET if is_met else Standing.NOT_MET


def _is_full(found: Assessment, highest: int) -> bool:
    if found.agreed is not None:
        return found.agreed.points == highest
    return bool(found.given) and all(one.points == highest for one in found.given)


def _note(found: Assessment) -> str:
    """What the panel wrote, a line for each. Points are not copied."""
    lines: Iterable[str] = (f"{one.scorer}: {one.note.strip()}" for one in found.given if one.note.strip())
    agreed = [f"Agreed by the panel: {found.agreed.reason.strip()}"] if found.agreed else []
    return "\n".join([*lines, *agreed])


def _source(vacancy: Vacancy, stage: Stage | None) -> str:
    where = f"Vacancy {vacancy.title}, reference {vacancy.reference}"
    return f"{where}, {stage.get_kind_display().lower()}" if stage else where
