"""References and certificates of one candidate, as one page shows them."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Prefetch

from recruitment.domain.references import find_referee_concerns
from recruitment.enums import ReferenceStatus
from recruitment.models import (
    Application,
    CertificateSighting,
    PanelMember,
    Referee,
    Reference,
    ReferenceAnswer,
    VacancyCriterion,
)


@dataclass(frozen=True, slots=True)
class RefereeRow:
    referee: Referee
    reference: Reference | None
    status: str
    status_label: str
    answers: tuple[ReferenceAnswer, ...]
    concerns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CertificateRow:
    criterion: VacancyCriterion
    sighting: CertificateSighting | None

    @property
    def status_label(self) -> str:
        if self.sighting is None:
            return "To be seen"
        return "Seen" if self.sighting.was_seen else "Not shown"


@dataclass(frozen=True, slots=True)
class Evidence:
    referees: tuple[RefereeRow, ...]
    certificates: tuple[CertificateRow, ...]
    reference_criteria: tuple[VacancyCriterion, ...]

    @property
    def references_outstanding(self) -> tuple[str, ...]:
        return tuple(
            row.referee.name
            for row in self.referees
            if row.status not in {ReferenceStatus.VERIFIED, ReferenceStatus.DECLINED}
        )

    @property
    def certificates_outstanding(self) -> tuple[str, ...]:
        return tuple(
            row.criterion.text
            for row in self.certificates
            if row.sighting is None or not row.sighting.was_seen
        )


def get_evidence(application: Application) -> Evidence:
    """What is asked for, received, verified and seen for an application (loaded with its person)."""
    criteria = list(VacancyCriterion.objects.filter(vacancy_id=application.vacancy_id).order_by("position"))
    sightings = {
        one.criterion_id: one
        for one in CertificateSighting.objects.filter(application=application).select_related("seen_by")
    }
    panel = set(
        PanelMember.objects.filter(stage__vacancy_id=application.vacancy_id).values_list(
            "user__email", flat=True
        )
    )
    return Evidence(
        referees=tuple(_referee_rows(application, panel)),
        certificates=tuple(
            CertificateRow(one, sightings.get(one.pk)) for one in criteria if "C" in one.evidence
        ),
        reference_criteria=tuple(one for one in criteria if "R" in one.evidence),
    )


def _referee_rows(application: Application, panel: Collection[str]) -> list[RefereeRow]:
    answers = Prefetch(
        "reference__answers", ReferenceAnswer.objects.select_related("criterion").order_by("pk")
    )
    referees = (
        application.referees.select_related("reference__verified_by", "reference__document")
        .prefetch_related(answers)
        .order_by("position", "pk")
    )
    rows = []
    for referee in referees:
        reference = getattr(referee, "reference", None)
        status = ReferenceStatus(reference.status if reference else ReferenceStatus.NOT_REQUESTED)
        rows.append(
            RefereeRow(
                referee=referee,
                reference=reference,
                status=status.value,
                status_label=status.label,
                answers=tuple(reference.answers.all()) if reference else (),
                concerns=find_referee_concerns(
                    email=referee.email, panel_emails=panel, candidate_email=application.person.email
                ),
            )
        )
    return rows
