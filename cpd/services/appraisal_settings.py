"""What a school decides of appraisal for itself: its policy, and what its reviews ask."""

from datetime import datetime

from django.db import transaction

from core.domain.errors import DomainError, require
from core.domain.permissions import Actor, Permission, deny_role
from core.services.history import save_with_reason
from core.services.schools import lock_school
from cpd.models import AppraisalPolicy, AppraisalTemplate


@transaction.atomic
def set_policy(
    *,
    school_id: int,
    most_objectives: int,
    appeal_working_days: int,
    term_weeks: int,
    has_pay_recommendation: bool,
    by: Actor,
    now: datetime,
) -> AppraisalPolicy:
    """Write down what the school has decided of appraisal for itself."""
    require(deny_role(by, Permission.EDIT_DEVELOPMENT_RULES, school_id))
    lock_school(school_id)
    policy = AppraisalPolicy.objects.select_for_update().filter(school_id=school_id).first()
    policy = policy or AppraisalPolicy(school_id=school_id)
    policy.most_objectives = most_objectives
    policy.appeal_working_days = appeal_working_days
    policy.term_weeks = term_weeks
    policy.has_pay_recommendation = has_pay_recommendation
    save_with_reason(policy, by=by, reason="appraisal policy", now=now)
    return policy


@transaction.atomic
def save_template(*, template: AppraisalTemplate, by: Actor, now: datetime) -> AppraisalTemplate:
    """Store a new or changed template of a school. What was opened with it before keeps its objectives."""
    require(deny_role(by, Permission.EDIT_DEVELOPMENT_RULES, template.school_id))
    lock_school(template.school_id)
    namesakes = AppraisalTemplate.objects.filter(school_id=template.school_id, name=template.name)
    if namesakes.exclude(pk=template.pk).exists():
        raise DomainError("name_taken", "The school already has a template of this name.", "name")
    save_with_reason(template, by=by, reason="template saved", now=now)
    return template
