"""Who somebody is: taken on once, corrected with a reason, a former name added on evidence."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from compliance.selectors.people import find_known_people, list_people_within
from compliance.services.engagements import RoleEntry, create_person, engage
from core.domain.errors import DomainError, NotAllowed, require
from core.domain.permissions import Actor, Permission, deny_role
from core.domain.school_time import day_of
from core.models import Engagement, Person
from core.services.history import save_with_reason

FORMER_NAMES_LENGTH = 200


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """What somebody writes down of a person."""

    given_name: str
    family_name: str
    former_names: str = ""
    birth_date: date | None = None
    email: str = ""


@transaction.atomic
def take_on(
    *,
    person: PersonEntry,
    known_id: int | None,
    is_somebody_else: bool = False,
    school_id: int,
    job_title: str,
    start_date: date | None,
    end_date: date | None,
    role: RoleEntry,
    by: Actor,
    now: datetime,
    reason: str = "taken on to the staff record",
) -> Engagement:
    """Put somebody on the staff record: a person known already (``known_id``), or a new one.

    What is known of a person is filled in, not changed. Raises ``DomainError`` ``known_already`` where
    somebody alike is known and nobody has said that this is somebody else.
    """
    require(deny_role(by, Permission.EDIT_STAFF_RECORDS, school_id))
    if known_id is not None:
        found = _fill_in(known_id, person, by=by, now=now)
    elif not is_somebody_else and _is_known(by, person):
        raise DomainError(
            "known_already",
            "Somebody like this is known already. Say whether it is the same person.",
            "known",
        )
    else:
        found = create_person(
            school_id=school_id,
            given_name=person.given_name,
            family_name=person.family_name,
            former_names=person.former_names,
            birth_date=person.birth_date,
            email=person.email,
            by=by,
            now=now,
        )
    return engage(
        person_id=found.pk,
        school_id=school_id,
        job_title=job_title,
        start_date=start_date,
        end_date=end_date,
        role=role,
        by=by,
        now=now,
        reason=reason,
    )


def _is_known(by: Actor, person: PersonEntry) -> bool:
    return bool(
        find_known_people(
            by,
            given_name=person.given_name,
            family_name=person.family_name,
            birth_date=person.birth_date,
            email=person.email,
        )
    )


def _fill_in(known_id: int, entry: PersonEntry, *, by: Actor, now: datetime) -> Person:
    """The known person, with what was not known of them until now."""
    person = list_people_within(by).filter(pk=known_id).first()
    if person is None:
        raise DomainError("person_unknown", "This person is not known here. Choose again.", "known")
    missing = [
        name
        for name in ("former_names", "birth_date", "email")
        if getattr(entry, name) and not getattr(person, name)
    ]
    for name in missing:
        setattr(person, name, getattr(entry, name))
    if missing:
        save_with_reason(person, by=by, reason="filled in when taken on", update_fields=missing, now=now)
    return person


@transaction.atomic
def change_person(*, person_id: int, entry: PersonEntry, reason: str, by: Actor, now: datetime) -> Person:
    """Correct a name, the date of birth or the e-mail address, for a reason; history keeps what was."""
    person = Person.objects.select_for_update().get(pk=person_id)
    _require_staff(person, by)
    if not reason.strip():
        raise DomainError("reason_missing", "Say in a few words why this changes.", "reason")
    for field, value in (("given_name", entry.given_name), ("family_name", entry.family_name)):
        if not value.strip():
            raise DomainError("name_missing", "Give the first and the last name.", field)
    if entry.birth_date and entry.birth_date >= day_of(now):
        raise DomainError("date_ahead", "The date of birth lies in the past.", "birth_date")
    person.given_name, person.family_name = entry.given_name.strip(), entry.family_name.strip()
    person.former_names, person.email = entry.former_names.strip(), entry.email.strip()
    person.birth_date = entry.birth_date
    save_with_reason(person, by=by, reason=reason, now=now)
    return person


@transaction.atomic
def add_former_name(*, person_id: int, name: str, evidence: str, by: Actor, now: datetime) -> Person:
    """Add a name the person had before, on the evidence of what was seen; it then counts on certificates."""
    person = Person.objects.select_for_update().get(pk=person_id)
    _require_staff(person, by)
    if not evidence.strip():
        raise DomainError(
            "evidence_missing",
            "Say what shows the change of name, such as a marriage certificate or a deed poll.",
            "name_evidence",
        )
    names = "; ".join(part for part in (person.former_names, name.strip()) if part)
    if len(names) > FORMER_NAMES_LENGTH:
        raise DomainError("too_many_names", "There is no room for another former name.", "name_evidence")
    person.former_names = names
    save_with_reason(
        person,
        by=by,
        reason=f"former name, shown by {evidence.strip()}",
        update_fields=["former_names"],
        now=now,
    )
    return person


def _require_staff(person: Person, by: Actor) -> None:
    """The actor keeps the staff record at a school where the person works or worked."""
    schools = by.schools_with(Permission.EDIT_STAFF_RECORDS)
    if not Engagement.objects.filter(person=person, school__in=schools).exists():
        raise NotAllowed("not_permitted", "Your role at this school does not allow this.")
