"""The everyday name of the colour behind a cell, as a note would call it."""

import colorsys
import re

_HUES = (
    (18, "red"),
    (40, "orange"),
    (70, "yellow"),
    (170, "green"),
    (260, "blue"),
    (330, "purple"),
    (361, "red"),
)
_GREY = 0.08  # less saturation than this has no colour


def colour_name(fill: str | None) -> str:
    """The name of a fill such as “C6EFCE”; nothing for none, white and words that Word uses instead."""
    if not fill or not re.fullmatch(r"[0-9A-Fa-f]{6}", fill):
        return ""
    return name_of_rgb(*(int(fill[place : place + 2], 16) / 255 for place in (0, 2, 4)))


def name_of_rgb(red: float, green: float, blue: float) -> str:
    """The name of a colour of light, each part from 0 to 1; nothing for white."""
    hue, saturation, value = colorsys.rgb_to_hsv(red, green, blue)
    if saturation < _GREY:
        return "" if value == 1 else "grey"
    return next(name for edge, name in _HUES if hue * 360 < edge)
