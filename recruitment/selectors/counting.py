"""Counting what hangs on a row without joining it: joins multiply each other, and every row pays for them."""

from typing import Any

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce


def count_of(rows: QuerySet[Any], path: str) -> Combinable:
    """How many of ``rows`` lead by ``path`` to the row at hand: to annotate a query about the latter with."""
    counted = rows.filter(**{path: OuterRef("pk")}).order_by().values(path).annotate(n=Count("pk"))
    return Coalesce(Subquery(counted.values("n"), output_field=IntegerField()), Value(0))
