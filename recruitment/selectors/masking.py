"""What would name an anonymous candidate, asked for in one query and only to be hidden."""

from collections.abc import Callable
from typing import Any

from django.db.models import CharField, F, Model, QuerySet, Value

from recruitment.domain.masking import Telling, make_mask
from recruitment.models import Application, HistoryEntry, Qualification, Referee

NAMES, CONTACTS, PLACE, REFEREE = "names", "contacts", "place", "referee"


def mask_for(application_id: int) -> Callable[[str], str]:
    """A function that hides in a text what this candidate's form gives as names, places and contacts."""
    return make_mask(_read_telling(application_id))


def _read_telling(application_id: int) -> Telling:
    whose = {"application_id": application_id}
    application = Application.objects.filter(pk=application_id)
    found = _columns(
        application, NAMES, "person__given_name", "person__family_name", "person__former_names"
    ).union(
        _columns(application, CONTACTS, "person__email", "person__phone"),
        _columns(HistoryEntry.objects.filter(**whose), PLACE, "organisation"),
        _columns(Qualification.objects.filter(**whose), PLACE, "awarding_place"),
        _columns(Referee.objects.filter(**whose), REFEREE, "name", "organisation", "email", "phone"),
    )
    people: list[str] = []
    places: list[str] = []
    contacts: list[str] = []
    for kind, *values in found.order_by("telling", "first", "second", "third", "fourth"):
        if kind == NAMES:
            people += [" ".join(values[:2]), *values[:3]]
        elif kind == REFEREE:
            people.append(values[0])
            places.append(values[1])
            contacts += values[2:]
        else:
            (places if kind == PLACE else contacts).extend(values)
    return Telling(_given(people), _given(places), _given(contacts))


def _given(values: list[str]) -> tuple[str, ...]:
    return tuple(value.strip() for value in values if value.strip())


def _columns(rows: QuerySet[Any, Any] | QuerySet[Model], kind: str, *names: str) -> QuerySet[Any, Any]:
    """The kind and up to four columns of text, so that rows of different tables come as one list."""
    columns = [F(name) for name in names] + [Value("", CharField())] * (4 - len(names))
    fields = dict(zip(("first", "second", "third", "fourth"), columns, strict=True))
    told: QuerySet[Any, Any] = rows.order_by().annotate(telling=Value(kind, CharField()), **fields)
    return told.values_list("telling", *fields)
