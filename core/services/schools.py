"""Writes about a school itself."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from core.domain.errors import require
from core.domain.permissions import Actor, Permission, deny_role
from core.domain.terms import SchoolTerms, Span, check_half_terms
from core.models import School
from core.services.history import save_with_reason


def lock_school(school_id: int) -> School:
    """Hold a school until the transaction ends: whatever is there once a school is then added one by one."""
    return School.objects.select_for_update().get(pk=school_id)


@transaction.atomic
def set_contact(*, school_id: int, name: str, phone: str, email: str, by: Actor, now: datetime) -> School:
    """Say how applicants reach the school; it stands on its public pages. Anything may be left empty."""
    require(deny_role(by, Permission.EDIT_VACANCIES, school_id))
    school = lock_school(school_id)
    school.contact_name, school.contact_phone, school.contact_email = name.strip(), phone.strip(), email
    save_with_reason(school, by=by, reason="contact for applicants", now=now)
    return school


@transaction.atomic
def set_half_terms(*, school_id: int, year: int, spans: Sequence[Span], by: Actor, now: datetime) -> School:
    """Write down a school's half terms of the school year that begins in a year; none goes back to months.

    Raises ``DomainError`` for dates that cannot be (``core.domain.terms.check_half_terms``).
    """
    require(deny_role(by, Permission.EDIT_COMPLIANCE_POLICY, school_id))
    if spans:
        check_half_terms(year, spans)
    school = lock_school(school_id)
    own = {one: held for one, held in school.terms.own.items() if one != year}
    school.term_dates = SchoolTerms(own | ({year: list(spans)} if spans else {})).store()
    save_with_reason(school, by=by, reason=f"half terms of {year}", update_fields=["term_dates"], now=now)
    return school
