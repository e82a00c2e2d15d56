"""One number each: median time, queries, rows fetched, peak memory."""

import gc
import tracemalloc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median
from time import perf_counter
from typing import Any

from django.db import connection
from django.db.backends.utils import CursorWrapper

REPEATS = 15
REPEATS_OF_HEAVY_WORK = 5
HEAVY_MS = 300


@dataclass(frozen=True, slots=True)
class Cost:
    """What one piece of work costs. ``milliseconds`` is a median; the memory is Python's own, at its peak."""

    milliseconds: float
    queries: int
    rows: int
    peak_kib: int


@dataclass(slots=True)
class Counts:
    queries: int = 0
    rows: int = 0


def measure(works: Mapping[int, Callable[[], object]], *, repeats: int = REPEATS) -> dict[int, Cost]:
    """The cost of the same work at several sizes.

    Each is warmed up once, with queries and rows counted; then all are timed in turns, so that whatever else
    the machine does falls on every size alike; last the memory is watched.
    """
    counts, slowest = {}, 0.0
    for size, work in works.items():
        with counted() as counts[size]:
            slowest = max(slowest, timed(work))
    if slowest > HEAVY_MS:
        repeats = min(repeats, REPEATS_OF_HEAVY_WORK)
    times: dict[int, list[float]] = {size: [] for size in works}
    for _ in range(repeats):
        for size, work in works.items():
            times[size].append(timed(work))
    return {
        size: Cost(median(times[size]), counts[size].queries, counts[size].rows, peak_of(work))
        for size, work in works.items()
    }


def timed(work: Callable[[], object]) -> float:
    gc.collect()
    started = perf_counter()
    work()
    return (perf_counter() - started) * 1000


def peak_of(work: Callable[[], object]) -> int:
    gc.collect()
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1] // 1024
    finally:
        tracemalloc.stop()


@contextmanager
def counted() -> Iterator[Counts]:
    """Counts statements, and every row that leaves a cursor."""
    counts = Counts()

    def on_query(execute: Any, statement: str, params: Any, many: bool, context: Any) -> Any:
        counts.queries += 1
        return execute(statement, params, many, context)

    with connection.execute_wrapper(on_query), counting_cursors(counts):
        yield counts


@contextmanager
def counting_cursors(counts: Counts) -> Iterator[None]:
    def fetchone(self: CursorWrapper) -> Any:
        row = self.cursor.fetchone()
        counts.rows += row is not None
        return row

    def fetchmany(self: CursorWrapper, *size: int) -> Any:
        rows = self.cursor.fetchmany(*size)
        counts.rows += len(rows)
        return rows

    def fetchall(self: CursorWrapper) -> Any:
        rows = self.cursor.fetchall()
        counts.rows += len(rows)
        return rows

    ways = {"fetchone": fetchone, "fetchmany": fetchmany, "fetchall": fetchall}
    for name, way in ways.items():
        setattr(CursorWrapper, name, way)
    try:
        yield
    finally:
        for name in ways:
            delattr(CursorWrapper, name)
