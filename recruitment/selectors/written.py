"""A confirmed version as it is written into files."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.domain.permissions import Actor
from core.models import Document
from recruitment.domain.form_terms import USUAL_TERMS, FormTerms, terms_of_scale
from recruitment.domain.rows import sort_evidence
from recruitment.domain.written_specification import WrittenCriterion, WrittenSpecification, explain_letters
from recruitment.models import Criterion, JobProfileVersion, Vacancy
from recruitment.selectors.drafts import profile_of_version


def written_version(version: JobProfileVersion) -> WrittenSpecification:
    """Shape a version that came from ``version_pages``; asks the database nothing."""
    criteria: Sequence[Criterion] = version.person_specification.in_order  # type: ignore[attr-defined]
    key = version.person_specification.evidence_key
    return WrittenSpecification(
        profile=profile_of_version(version),
        number=version.number,
        key=explain_letters([one.evidence for one in criteria], key),
        criteria=tuple(
            WrittenCriterion(
                one.text, one.section, one.requirement, sort_evidence(one.evidence), one.is_trainable
            )
            for one in criteria
        ),
    )


@dataclass(frozen=True, slots=True)
class OwnSource:
    """The school's Word document that a version can be written into.

    ``older``: the number of the version that was read from it, where it is not the one to be written;
    ``other_name``: the file that this one was read from instead.
    """

    document: Document
    older: int | None = None
    other_name: str = ""


def find_own_source(version: JobProfileVersion) -> OwnSource | None:
    """The newest Word document that this version or one before it was read from."""
    versions = JobProfileVersion.objects.filter(
        job_profile_id=version.job_profile_id,
        number__lte=version.number,
        reading__document__kind="docx",
    )
    newest = versions.select_related("reading__document").order_by("-number", "-pk").first()
    if newest is None or newest.reading is None or newest.reading.document is None:
        return None
    if newest.pk == version.pk:
        return OwnSource(newest.reading.document)
    own = version.reading.document if version.reading else None
    return OwnSource(newest.reading.document, newest.number, own.original_name if own else "")


def form_terms_of(version: JobProfileVersion, actor: Actor) -> FormTerms:
    """How the newest vacancy of this version that the actor sees is scored; else the usual terms."""
    vacancies = Vacancy.objects.visible_to(actor).filter(job_profile_version=version)
    newest = vacancies.order_by("-created_at", "-pk").first()
    if newest is None:
        return USUAL_TERMS
    return terms_of_scale(
        newest.scale_min,
        newest.scale_max,
        tuple(newest.scale_labels),
        threshold=newest.essential_threshold,
        is_blind=newest.is_anonymous,
        reference=newest.reference,
    )
