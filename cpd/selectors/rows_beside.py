"""Rows of another table read beside each row of a query, in the same query.

``prefetch_related`` asks once more for each table. Where a page joins many tables that adds up, and a few
columns of the other rows are all that is wanted: the database gathers them into one JSON list.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import DEFAULT_DB_ALIAS
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import FETCH_RAISE, Aggregate, Func, JSONField, Model, OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONArray
from django.db.models.sql.compiler import SQLCompiler

type Found = Sequence[Sequence[Any]] | None


class _Gathered(Aggregate):
    """One JSON list of the values of all rows, in no order."""

    function = "JSON_GROUP_ARRAY"
    output_field = JSONField()

    def as_postgresql(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **context: Any
    ) -> tuple[str, Any]:
        return self.as_sql(compiler, connection, function="JSONB_AGG", **context)


class _Values(JSONArray):
    """The values of one row. Django would ask SQLite first, once a thread, whether it knows JSON: it does."""

    def as_sqlite(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **context: Any
    ) -> tuple[str, Any]:
        return Func.as_sql(self, compiler, connection, **context)


@dataclass(frozen=True, slots=True)
class Beside[M: Model]:
    """Some columns of a model, read beside the rows that ``key`` points at.

    The instances know their primary key and these columns alone: asking for another raises.
    """

    model: type[M]
    key: str
    columns: tuple[str, ...]

    @property
    def _fields(self) -> list[Any]:
        fields = self.model._meta.concrete_fields
        return [one for one in fields if one.primary_key or one.attname in self.columns]

    def of(self, rows: QuerySet[M], outer: str = "pk") -> Subquery:
        """To annotate a query with: those of the rows that belong to each of its own, or to its ``outer``."""
        names = [one.attname for one in self._fields]
        theirs = rows.filter(**{self.key: OuterRef(outer)}).order_by().values(self.key)
        return Subquery(theirs.annotate(gathered=_Gathered(_Values(*names))).values("gathered"))

    def read(self, found: Found) -> list[M]:
        """The instances out of what the annotation brought, by primary key."""
        fields = self._fields
        names = [one.attname for one in fields]
        made = [
            self.model.from_db(
                DEFAULT_DB_ALIAS,
                names,
                [one.to_python(value) for one, value in zip(fields, values, strict=True)],
                fetch_mode=FETCH_RAISE,
            )
            for values in found or ()
        ]
        return sorted(made, key=lambda one: one.pk)
