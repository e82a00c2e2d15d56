"""Bullets that a PDF draws: browsers print a dot or a square before an item of a list, and no letter."""

from collections import defaultdict
from collections.abc import Sequence

from recruitment.readers.pdf_view import Letter, Thing

BULLET = "•"
_SMALLEST, _LARGEST = 1.0, 9.0  # points
_WHITE = (1.0, 1.0, 1.0)
_MOST = 1_000  # on a page; more are a drawing
_MOST_UNEVEN = 1.0  # points between width and height
_TALLEST = 36.0  # points: letters
_FARTHEST = 3.0  # from its text, in heights of the letters


def part_bullets(shapes: Sequence[Thing], letters: Sequence[Letter]) -> tuple[list[Thing], list[Letter]]:
    """The shapes that are no bullets, and a letter for each that is: one that stands close before a text."""
    others = [shape for shape in shapes if not _is_dot(shape)]
    dots = [shape for shape in shapes if _is_dot(shape)]
    if len(dots) > _MOST:
        return [*shapes], []
    lines: dict[int, list[Letter]] = defaultdict(list)
    for letter in letters if dots else ():
        lines[round(letter.bottom)].append(letter)
    bullets = []
    for dot in dots:
        text = _text_behind(dot, lines)
        if text is None:
            others.append(dot)
        else:
            bullets.append(text._replace(text=BULLET, x0=dot["x0"], x1=dot["x1"]))
    return others, bullets


def _is_dot(shape: Thing) -> bool:
    """Small, as high as wide, and filled with ink: what is only outlined is a box that nobody ticked."""
    if not shape["fill"] or shape["non_stroking_color"] in {None, _WHITE}:
        return False
    width, height = shape["width"], shape["height"]
    return _SMALLEST <= min(width, height) <= max(width, height) <= _LARGEST and (
        abs(width - height) <= _MOST_UNEVEN
    )


def _text_behind(shape: Thing, lines: dict[int, list[Letter]]) -> Letter | None:
    """The letter on the same line that follows a shape, where none stands right before it."""
    middle = (shape["top"] + shape["bottom"]) / 2
    found = [
        letter
        for bottom in range(round(middle), round(middle + _TALLEST))
        for letter in lines.get(bottom, ())
        if letter.top <= middle and letter.text.strip()
    ]
    behind = [letter for letter in found if letter.x0 >= shape["x1"]]
    nearest = min(behind, key=lambda letter: letter.x0, default=None)
    if nearest is None or nearest.x0 - shape["x1"] > _FARTHEST * nearest.size:
        return None
    is_glued = any(letter.x0 < shape["x0"] < letter.x1 + 1 for letter in found)
    return None if is_glued else nearest
