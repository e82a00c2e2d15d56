"""Tables whose outer rules are not drawn: cut by the page of a browser, or open at their sides by design.

A cell is found by the rules around it. Where a rule ends at nothing beside another that goes as far, and a
third joins the two, the one that would close the cell is added.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

type Edge = dict[str, Any]

_REACH = 3.0  # points: as far apart pdfplumber takes the ends of rules for one
_MOST = 400  # edges on a page, four times those of a full table; the time grows with their square
_UPRIGHT, _LEVEL = "v", "h"
# Where an edge begins and ends along itself, and where it stands across.
_ALONG = {_UPRIGHT: ("top", "bottom", "x0"), _LEVEL: ("x0", "x1", "top")}


def closing_edges(edges: Sequence[Edge]) -> list[Edge]:
    """The edges that would close cells that are open at one side."""
    if len(edges) > _MOST:
        return []
    upright = [edge for edge in edges if edge["orientation"] == _UPRIGHT]
    level = [edge for edge in edges if edge["orientation"] == _LEVEL]
    return [*_closing(_UPRIGHT, upright, level), *_closing(_LEVEL, level, upright)]


def _closing(kind: str, edges: Sequence[Edge], across: Sequence[Edge]) -> Iterator[Edge]:
    begin, end, place = _ALONG[kind]
    for side in (begin, end):
        for edge in edges:
            at = edge[side]
            if any(_crosses(other, edge[place], at) for other in across):
                continue
            there = [own for own in edges if own[begin] - _REACH <= at <= own[end] + _REACH]
            for one, other in _neighbours(edge, there, place):
                if any(_joins(joint, one, other) for joint in across):
                    yield _edge(kind, one[place], other[place], at)


def _crosses(edge: Edge, along: float, across: float) -> bool:
    """Whether an edge reaches a point: so far along itself, and at this height across."""
    begin, end, place = _ALONG[edge["orientation"]]
    return abs(edge[place] - across) <= _REACH and edge[begin] - _REACH <= along <= edge[end] + _REACH


def _neighbours(edge: Edge, there: Iterable[Edge], place: str) -> Iterator[tuple[Edge, Edge]]:
    """The edge with the nearest of the others on either side of it."""
    sides = sorted(there, key=lambda own: float(own[place]))
    before = [own for own in sides if own[place] < edge[place] - _REACH]
    behind = [own for own in sides if own[place] > edge[place] + _REACH]
    if before:
        yield before[-1], edge
    if behind:
        yield edge, behind[0]


def _joins(joint: Edge, one: Edge, other: Edge) -> bool:
    """Whether an edge runs from the one to the other."""
    begin, end, place = _ALONG[one["orientation"]]
    at = joint[_ALONG[joint["orientation"]][2]]
    return all(
        edge[begin] - _REACH <= at <= edge[end] + _REACH and _crosses(joint, edge[place], at)
        for edge in (one, other)
    )


def _edge(between: str, start: float, stop: float, at: float) -> Edge:
    """An edge between two others of one kind, as pdfplumber describes it."""
    x0, top, x1, bottom = (start, at, stop, at) if between == _UPRIGHT else (at, start, at, stop)
    return {
        "object_type": "line",
        "orientation": _LEVEL if between == _UPRIGHT else _UPRIGHT,
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "width": x1 - x0,
        "height": bottom - top,
        "doctop": top,
    }
