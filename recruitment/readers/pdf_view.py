"""Where things stand on a PDF page as it is looked at: the right way up, from its upper left corner."""

from dataclasses import dataclass
from typing import Any, NamedTuple

type Thing = dict[str, Any]  # a line or rectangle under the names that pdfplumber has for its facts
Box = tuple[float, float, float, float]  # left, top, right, bottom
Point = tuple[float, float]


class Letter(NamedTuple):
    """A letter on the page as it is looked at, or several that follow each other, in points from its corner.

    ``runs`` is "up" or "down" where its line is seen to run so, else empty. A blank stands where what comes
    before it stands, and behind it in the list.
    """

    text: str
    font: str
    runs: str
    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def size(self) -> float:
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class View:
    """The visible part of a page in the file's own points, and the quarter turns it is shown at."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int = 0  # clockwise

    @property
    def size(self) -> Point:
        """Width and height as the page is looked at."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.turns % 2 else (width, height)

    def point(self, x: float, y: float) -> Point:
        match self.turns:
            case 1:
                return y - self.bottom, x - self.left
            case 2:
                return self.right - x, y - self.bottom
            case 3:
                return self.top - y, self.right - x
            case _:
                return x - self.left, self.top - y

    def box(self, one: Point, other: Point) -> Box:
        """The box between two opposite corners."""
        (x0, y0), (x1, y1) = self.point(*one), self.point(*other)
        if x0 > x1:
            x0, x1 = x1, x0
        return (x0, y0, x1, y1) if y0 < y1 else (x0, y1, x1, y0)

    def direction(self, right: float, up: float) -> Point:
        """A direction as it is looked at: how far to the right, how far up."""
        match self.turns:
            case 1:
                return up, -right
            case 2:
                return -right, -up
            case 3:
                return -up, right
            case _:
                return right, up
