"""The lines and rectangles that a PDF page draws, by PDFium, described as pdfplumber looks for tables."""

import ctypes
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from core.documents.refusals import refuse
from recruitment.readers.pdf_density import DEEPEST
from recruitment.readers.pdf_view import Point, Thing, View

MOST_POINTS = 200_000  # on a page; a full one has 1,000

type _Colour = tuple[float, float, float]
type _Matrix = tuple[float, float, float, float, float, float]
_AS_IT_IS: _Matrix = (1, 0, 0, 1, 0, 0)
_MOST_SLANT = 0.3  # points over the whole of a line
_POINTS_OF_CURVE = 3  # two that pull at it, and its end
# Places that pdfplumber copies and nothing here reads.
_FROM_BELOW = {"y0": 0.0, "y1": 0.0, "doctop": 0.0}


def shapes_of(page: Any, view: View) -> dict[str, list[Thing]]:
    """What is drawn on the page, by its kind: line, rect, curve.

    Raises ``DomainError`` pdf_too_complex where it has more than ``MOST_POINTS`` points.
    """
    found: dict[str, list[Thing]] = {"line": [], "rect": [], "curve": []}
    points = 0
    for path, matrix in _paths(page):
        points += pdfium.FPDFPath_CountSegments(path)
        if points > MOST_POINTS:
            raise refuse("pdf_too_complex")
        filled, stroked = _paint_of(path)
        if not filled and not stroked:
            continue
        colour = _colour_of(path) if filled else None
        for outline in _outlines(path):
            shape = _shape([view.point(*_moved(point, matrix)) for point in outline], colour, filled=filled)
            found[shape["object_type"]].append(shape)
    return found


def _paths(
    page: Any, form: Any = None, matrix: _Matrix = _AS_IT_IS, depth: int = 0
) -> Iterator[tuple[Any, _Matrix]]:
    """The paths of a page, also in drawings placed on it, each with what moves it to where it stands."""
    if form is None:
        count, get, holder = pdfium.FPDFPage_CountObjects(page), pdfium.FPDFPage_GetObject, page
    else:
        count, get, holder = pdfium.FPDFFormObj_CountObjects(form), pdfium.FPDFFormObj_GetObject, form
    for index in range(count):
        thing = get(holder, index)
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield thing, _joined(_matrix_of(thing), matrix)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
            yield from _paths(page, thing, _joined(_matrix_of(thing), matrix), depth + 1)


def _matrix_of(thing: Any) -> _Matrix:
    found = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(thing, found)
    return found.a, found.b, found.c, found.d, found.e, found.f


def _joined(one: _Matrix, other: _Matrix) -> _Matrix:
    """First the one, then the other."""
    (a, b), (c, d) = _turned(one[:2], other), _turned(one[2:4], other)
    return a, b, c, d, *_moved(one[4:], other)


def _turned(point: Sequence[float], matrix: _Matrix) -> Point:
    x, y = point
    return x * matrix[0] + y * matrix[2], x * matrix[1] + y * matrix[3]


def _moved(point: Sequence[float], matrix: _Matrix) -> Point:
    x, y = _turned(point, matrix)
    return x + matrix[4], y + matrix[5]


def _paint_of(path: Any) -> tuple[bool, bool]:
    """Whether a path is filled, and whether its outline is drawn."""
    filled, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, filled, stroked)
    return filled.value != pdfium.FPDF_FILLMODE_NONE, bool(stroked.value)


def _colour_of(path: Any) -> _Colour | None:
    """Red, green and blue from 0 to 1; of a pattern, what PDFium puts in its place."""
    red, green, blue, cover = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFPageObj_GetFillColor(path, red, green, blue, cover):
        return None
    return red.value / 255, green.value / 255, blue.value / 255


def _outlines(path: Any) -> Iterator[list[Point]]:
    """The points of each part of a path; one that is closed ends where it begins, and curves are straight."""
    outline: list[Point] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    bends = 0
    for index in range(pdfium.FPDFPath_CountSegments(path)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_BEZIERTO:
            bends = (bends + 1) % _POINTS_OF_CURVE
            if bends:
                continue  # a point that only pulls at the curve
        elif kind == pdfium.FPDF_SEGMENT_MOVETO:
            if outline:
                yield outline
            outline = []
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        outline.append((x.value, y.value))
        if pdfium.FPDFPathSegment_GetClose(segment) and outline[-1] != outline[0]:
            outline.append(outline[0])
    if outline:
        yield outline


def _kind_of(points: Sequence[Point]) -> str:
    if len(points) == 2 or (len(points) == 3 and points[0] == points[2]):
        return "line" if _is_level_or_upright(points[0], points[1]) else "curve"
    closed = len(points) == 5 and points[0] == points[4]
    return "rect" if closed and all(_is_level_or_upright(*ends) for ends in pairwise(points)) else "curve"


def _is_level_or_upright(one: Point, other: Point) -> bool:
    return min(abs(one[0] - other[0]), abs(one[1] - other[1])) <= _MOST_SLANT


def _shape(points: Sequence[Point], colour: _Colour | None, *, filled: bool) -> Thing:
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    kind = _kind_of(points)
    if kind == "line" and bottom - top <= _MOST_SLANT:
        bottom = top
    elif kind == "line":
        right = left
    return {
        "object_type": kind,
        "pts": points,
        "fill": filled,
        "non_stroking_color": colour,
        "x0": left,
        "x1": right,
        "top": top,
        "bottom": bottom,
        "width": right - left,
        "height": bottom - top,
        **_FROM_BELOW,
    }
