"""How far somebody has come with a school: applied, shortlisted, engaged."""

from compliance.domain.check_timing import Standing
from core.models import Engagement
from recruitment.enums import ApplicationStatus
from recruitment.models import Application

SHORTLISTED = (
    ApplicationStatus.SHORTLISTED,
    ApplicationStatus.OFFERED,
    ApplicationStatus.APPOINTED,
    ApplicationStatus.NOT_APPOINTED,
)


def get_standing(*, person_id: int, school_id: int) -> Standing:
    """The furthest somebody has come at a school; who is not known there counts as an applicant."""
    if Engagement.objects.filter(person_id=person_id, school_id=school_id).exists():
        return Standing.ENGAGED
    shortlisted = Application.objects.filter(
        person_id=person_id, vacancy__school_id=school_id, status__in=SHORTLISTED
    )
    return Standing.SHORTLISTED if shortlisted.exists() else Standing.APPLIED
