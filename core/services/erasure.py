"""Taking records out for good: rows, every line of their history, and the files kept with them.

An app says *what* goes as an ``Erasure``; here it is counted beforehand and taken out. Both go by the same
parts, so that what was shown is what goes.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models import Count, IntegerField, Model, Q, QuerySet, Value
from django.db.models.deletion import ProtectedError

from core.domain.errors import DomainError
from core.models import Document, Person

PEOPLE = "Names and ways to reach people"


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of one table that go, with all their history. ``where`` speaks of the table's own columns.

    So it finds the lines of history too, of rows that are gone already as well.
    """

    label: str
    model: type[Model]
    where: Q


@dataclass(frozen=True, slots=True)
class Blanks:
    """Rows that stay, with some of their fields emptied, in their history too. Without label uncounted."""

    label: str
    model: type[Model]
    where: Q
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Erasure:
    """What goes, in an order in which nothing is left hanging.

    Of ``person_ids`` those go too whom nothing else refers to and who do not sign in.
    """

    parts: Sequence[Rows | Blanks]
    documents: QuerySet[Document]
    person_ids: frozenset[int]


@dataclass(frozen=True, slots=True)
class Counted:
    """How many rows of a kind go, and how many earlier lines of them."""

    label: str
    rows: int
    history: int


@dataclass(frozen=True, slots=True)
class Preview:
    """Exactly what an erasure takes out."""

    counts: Sequence[Counted]
    files: Sequence[str]
    people: frozenset[int]


@dataclass(slots=True)
class Erased:
    """What really went: rows with their history and blanked rows, files, people no longer known."""

    rows: int = 0
    files: int = 0
    people: int = 0


@dataclass(slots=True)
class _Found:
    """The keys of what goes, collected before anything does."""

    part: Rows | Blanks
    rows: list[object] = field(default_factory=list)
    history: list[object] = field(default_factory=list)


def preview_erasure(*, erasure: Erasure) -> Preview:
    """What would go. Three queries, however much that is."""
    people = _no_longer_known(erasure)
    counts = _counts([*erasure.parts, *_people_parts(people)])
    names = erasure.documents.order_by("original_name", "pk").values_list("original_name", flat=True)
    return Preview(counts, list(names), people)


@transaction.atomic
def erase(*, erasure: Erasure) -> Erased:
    """Take everything out, or nothing where something else still refers to it (``DomainError``).

    Stored files go once the rows are gone for certain.
    """
    people = _no_longer_known(erasure)
    found = [_find(part) for part in (*erasure.parts, *_people_parts(people))]
    documents = list(erasure.documents.order_by("pk"))
    try:
        for one in found:
            _take_out(one)
        Document.objects.filter(pk__in=[document.pk for document in documents]).delete()
    except ProtectedError as error:
        raise DomainError(
            "still_referred_to",
            "Something else in Appoint still refers to one of these records, so nothing was destroyed. "
            "Cancel this and tell whoever looks after Appoint.",
        ) from error
    for one in found:  # last, because taking a row out writes a line of history of its own
        _forget(one)
    for document in documents:
        transaction.on_commit(partial(document.file.storage.delete, str(document.file.name)))
    rows = sum(len(one.rows) + len(one.history) for one in found if one.part.label)
    return Erased(rows + len(documents), len(documents), len(people))


def known_ids(*, model: type[Model], where: Q, column: str) -> Q:
    """A condition on another table: its ``column`` holds the key of such a row, or of one that once was."""
    live = Q(**{f"{column}__in": model._base_manager.filter(where).values("pk")})
    if not _has_history(model):
        return live
    return live | Q(**{f"{column}__in": _history(model).filter(where).values("id")})


def _has_history(model: type[Model]) -> bool:
    return hasattr(model, "history")


def _history(model: type[Model]) -> QuerySet[Model]:
    return model.history.model._base_manager.all()  # type: ignore[attr-defined, no-any-return]


def _people_parts(people: frozenset[int]) -> list[Rows]:
    return [Rows(PEOPLE, Person, Q(id__in=people))] if people else []


def _find(part: Rows | Blanks) -> _Found:
    rows = list(part.model._base_manager.filter(part.where).order_by("pk").values_list("pk", flat=True))
    found = _Found(part, rows)
    if _has_history(part.model):
        of_rows = Q(id__in=rows) | part.where
        lines = _history(part.model).filter(of_rows).order_by("pk")
        found.history = list(lines.values_list("pk", flat=True))
    return found


def _take_out(found: _Found) -> None:
    rows = found.part.model._base_manager.filter(pk__in=found.rows)
    if isinstance(found.part, Blanks):
        rows.update(**found.part.values)
    else:
        rows.delete()


def _forget(found: _Found) -> None:
    if not _has_history(found.part.model):
        return
    if isinstance(found.part, Blanks):
        _history(found.part.model).filter(pk__in=found.history).update(**found.part.values)
    else:
        _history(found.part.model).filter(Q(pk__in=found.history) | Q(id__in=found.rows)).delete()


def _counts(parts: Sequence[Rows | Blanks]) -> list[Counted]:
    """Every part counted by one query; parts of one label together."""
    numbers: dict[int, int] = {}
    queries = list(_count_queries(parts))
    if queries:
        numbers = dict(queries[0].union(*queries[1:], all=True))
    together: dict[str, list[int]] = {}
    for place, part in enumerate(parts):
        if part.label:
            sums = together.setdefault(part.label, [0, 0])
            sums[0] += numbers.get(2 * place, 0)
            sums[1] += numbers.get(2 * place + 1, 0)
    return [Counted(label, rows, lines) for label, (rows, lines) in together.items() if rows or lines]


def _count_queries(parts: Sequence[Rows | Blanks]) -> Iterator[QuerySet[Any, Any]]:
    for place, part in enumerate(parts):
        yield _count(part.model._base_manager.filter(part.where), 2 * place)
        if _has_history(part.model):
            yield _count(_history(part.model).filter(part.where), 2 * place + 1)


def _count(rows: QuerySet[Model], number: int) -> QuerySet[Any, Any]:
    marked: QuerySet[Any, Any] = rows.order_by().values(part=Value(number, output_field=IntegerField()))
    counted: QuerySet[Any, Any] = marked.annotate(number=Count("pk"))
    return counted.values_list("part", "number")


def _no_longer_known(erasure: Erasure) -> frozenset[int]:
    """Those of the people who do not sign in and to whom nothing refers but what goes."""
    if not erasure.person_ids:
        return frozenset()
    queries: list[QuerySet[Any, Any]] = [
        Person.objects.filter(pk__in=erasure.person_ids, user__isnull=False).order_by().values_list("pk")
    ]
    for model, column in _tables_about_people():
        rows = model._base_manager.filter(**{f"{column}__in": erasure.person_ids})
        for part in erasure.parts:
            if isinstance(part, Rows) and part.model is model:
                rows = rows.exclude(part.where)
        queries.append(rows.order_by().values_list(f"{column}_id"))
    wanted = {number for (number,) in queries[0].union(*queries[1:])}
    return erasure.person_ids - wanted


def _tables_about_people() -> Iterator[tuple[type[Model], str]]:
    """Every table of every app that refers to a person, but for histories, which go with their rows."""
    for relation in Person._meta.get_fields(include_hidden=True):
        is_reference = relation.auto_created and (relation.one_to_many or relation.one_to_one)
        if is_reference and not hasattr(relation.related_model, "instance_type"):
            yield relation.related_model, relation.field.name  # type: ignore[misc, union-attr]
