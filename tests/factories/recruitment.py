"""Job profiles, vacancies, applications and panels, made directly in the database."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from core.domain.permissions import Role
from core.models import School, User
from recruitment.models import (
    Application,
    Criterion,
    Decision,
    JobProfile,
    JobProfileVersion,
    PanelMember,
    PersonSpecification,
    Stage,
    Vacancy,
    VacancyCriterion,
)
from tests.factories.people import NOW, make_person, make_school, make_user

# text, requirement, evidence, weight
CRITERIA = (
    ("Experience of working with primary-aged children", "essential", "AI", 3),
    ("Knowledge of safeguarding procedures", "essential", "AI", 2),
    ("Calm and solution-focused under pressure", "essential", "I", 1),
    ("ELSA training", "desirable", "AC", 1),
    ("Reliable and has good time keeping", "essential", "R", 1),
)


def make_job_profile_version(
    *, school: School | None = None, criteria: Sequence[tuple[str, str, str, int]] = CRITERIA, **fields: Any
) -> JobProfileVersion:
    school = school or make_school()
    author = make_user(Role.HR_OFFICER, school=school)
    profile = fields.pop("job_profile", None) or JobProfile.objects.create(
        school=school, title="Learning Mentor", created_at=NOW, created_by=author
    )
    defaults = {"number": 1, "title": "Learning Mentor", "confirmed_at": NOW, "confirmed_by": author}
    version = JobProfileVersion.objects.create(job_profile=profile, **defaults | fields)
    specification = PersonSpecification.objects.create(version=version)
    Criterion.objects.bulk_create(
        Criterion(
            specification=specification,
            position=position,
            text=text,
            requirement=requirement,
            evidence=evidence,
        )
        for position, (text, requirement, evidence, _weight) in enumerate(criteria, start=1)
    )
    return version


def make_vacancy(
    *,
    school: School | None = None,
    criteria: Sequence[tuple[str, str, str, int]] = CRITERIA,
    published: bool = True,
    **fields: Any,
) -> Vacancy:
    """A vacancy with criteria, an application and an interview stage; published unless told otherwise."""
    school = school or make_school()
    version = make_job_profile_version(school=school, criteria=criteria)
    author = version.confirmed_by
    defaults: dict[str, Any] = {
        "school": school,
        "job_profile_version": version,
        "title": "Learning Mentor",
        "reference": f"LM-{version.pk}",
        "opens_date": date(2026, 10, 1),
        "closes_date": date(2026, 10, 30),
        "scale_labels": ["Not shown", "Partly shown", "Shown", "Strongly shown"],
        "created_at": NOW,
        "created_by": author,
    }
    if published:
        defaults |= {
            "status": "published",
            "published_at": NOW,
            "published_by": author,
            "specification_hash": "0" * 64,
        }
    vacancy = Vacancy.objects.create(**defaults | fields)
    sources = version.person_specification.criteria.order_by("position")
    VacancyCriterion.objects.bulk_create(
        VacancyCriterion(
            vacancy=vacancy,
            criterion=source,
            position=source.position,
            section=source.section,
            text=source.text,
            requirement=source.requirement,
            evidence=source.evidence,
            weight=weight,
        )
        for source, (_text, _requirement, _evidence, weight) in zip(sources, criteria, strict=True)
    )
    for kind in ("application", "interview"):
        Stage.objects.create(vacancy=vacancy, kind=kind)
    return vacancy


def make_decision(stage: Stage, application: Application, outcome: str, **fields: Any) -> Decision:
    """What a headteacher decided about an application at a stage."""
    head = make_user(Role.HEADTEACHER, school=stage.vacancy.school)
    defaults = {"reason": "Clear examples", "decided_at": NOW, "decided_by": head}
    return Decision.objects.create(stage=stage, application=application, outcome=outcome, **defaults | fields)


def make_stage(vacancy: Vacancy, kind: str = "application", status: str = "scoring") -> Stage:
    """The vacancy's stage of this kind, brought to a status with moments and people that fit it."""
    stage = vacancy.stages.get(kind=kind)
    moments = {
        "scoring": ("opened",),
        "unsealed": ("opened", "unsealed"),
        "decided": ("opened", "unsealed", "decided"),
    }
    stage.status = status
    for word in moments.get(status, ()):
        setattr(stage, f"{word}_at", NOW)
        setattr(stage, f"{word}_by", vacancy.created_by)
    stage.save()
    return stage


def make_panel_member(stage: Stage, user: User | None = None, **fields: Any) -> PanelMember:
    user = user or make_user(Role.PANEL_MEMBER, school=stage.vacancy.school)
    defaults = {"role": "member", "added_at": NOW, "added_by": stage.vacancy.created_by}
    return PanelMember.objects.create(stage=stage, user=user, **defaults | fields)


def make_application(vacancy: Vacancy, **fields: Any) -> Application:
    number = vacancy.last_code_number = vacancy.last_code_number + 1
    Vacancy.objects.filter(pk=vacancy.pk).update(last_code_number=number)
    defaults = {
        "person": fields.pop("person", None) or make_person(),
        "code": f"C{number:02}",
        "channel": "paper",
        "received_at": NOW,
    }
    return Application.objects.create(vacancy=vacancy, **defaults | fields)
