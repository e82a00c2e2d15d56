"""Small things inside a line: icons, pills, badges, points, dates. Plain strings, because lists use many."""

from collections.abc import Iterable
from datetime import date, datetime
from fractions import Fraction
from functools import cache

from django.templatetags.static import static
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString

from core.templatetags.components.registry import register

SPRITE = "vendor/bootstrap-icons-1.13.2/icons.svg"

TONE_ICONS = {
    "neutral": "circle",
    "info": "info-circle-fill",
    "good": "check-circle-fill",
    "warning": "exclamation-triangle-fill",
    "danger": "exclamation-octagon-fill",
    "waiting": "hourglass-split",
}

# Django's message levels and Bootstrap's names for the same things.
TONE_ALIASES = {"success": "good", "error": "danger", "debug": "info", "": "neutral"}

EVIDENCE_WORDS = {
    "A": "application",
    "I": "interview",
    "R": "reference",
    "C": "certificate",
    "T": "task or test",
    "P": "presentation",
    "O": "observation",
    "D": "checks",
}


def known_tone(name: str) -> str:
    """The tone's own name; a name nobody knows is a mistake in the template."""
    tone = TONE_ALIASES.get(name, name)
    if tone not in TONE_ICONS:
        raise ValueError(f"unknown tone {name!r}: use one of {', '.join(TONE_ICONS)}")
    return tone


@cache
def svg(name: str) -> SafeString:
    """The icon as decoration: the words beside it carry the meaning."""
    return format_html(
        '<svg class="icon" aria-hidden="true"><use href="{}#{}"></use></svg>', static(SPRITE), name
    )


def hidden_words(text: str) -> SafeString:
    return format_html('<span class="visually-hidden">{}</span>', text)


@register.simple_tag
def icon(*, name: str, label: str = "") -> SafeString:
    """An icon of the sprite. With ``label`` it speaks; without it is decoration."""
    return svg(name) + hidden_words(label) if label else svg(name)


@register.simple_tag
def status(*, label: str, tone: str = "neutral", icon: str = "") -> SafeString:
    """A pill: icon, word, colour. Put together without ``format_html``, because lists hold hundreds."""
    tone = known_tone(tone)
    mark = svg(icon or TONE_ICONS[tone])
    return SafeString(f'<span class="pill pill-{tone}">{mark}{conditional_escape(label)}</span>')


@register.simple_tag
def requirement_badge(*, requirement: str) -> SafeString:
    """E on solid blue for essential, D outlined for desirable."""
    if requirement == "essential":
        return format_html('<span class="requirement requirement-e">E{}</span>', hidden_words("ssential"))
    return format_html('<span class="requirement requirement-d">D{}</span>', hidden_words("esirable"))


@register.simple_tag
def evidence_letters(*, letters: Iterable[str]) -> SafeString:
    """``A/I`` for the eye, "application, interview" for a screen reader."""
    found = list(letters)
    if not found:
        return hidden_words("evidence not stated")
    words = ", ".join(EVIDENCE_WORDS.get(letter, letter) for letter in found)
    return format_html(
        '<span class="evidence"><span aria-hidden="true">{}</span>{}</span>',
        "/".join(found),
        hidden_words(f"evidence: {words}"),
    )


def score_class(*, points: int | Fraction | None, lowest: int, highest: int) -> str:
    """The class of a grid cell or chip: s0 (least) to s3, or to s4 where a scale has five points or more.

    ``None`` is not scored (``sn``) and never the lowest. Half points are allowed (a median of 1 and 2).
    """
    if points is None:
        return "sn"
    span = highest - lowest
    above = points - lowest
    if above <= 0:
        return "s0"
    if above >= span:
        return "s4" if span > 3 else "s3"
    if span <= 3:
        return "s2" if 5 * above >= 3 * span else "s1"
    if 4 * above >= 3 * span:
        return "s3"
    return "s2" if 2 * above >= span else "s1"


@register.simple_tag
def score_chip(*, points: object, label: str = "", tone: str) -> SafeString:
    """Points with their words. ``tone`` is what ``score_class`` names: s0 … s4, sn, su, sr."""
    chip = format_html('<span class="score {}">{}</span>', tone, points)
    return format_html("{} {}", chip, label) if label else chip


@register.filter(expects_localtime=True)
def uk_date(value: date | datetime | None) -> str:
    """dd/mm/yyyy, or nothing where there is no date."""
    return value.strftime("%d/%m/%Y") if value else ""


@register.filter(expects_localtime=True)
def uk_datetime(value: datetime | None) -> str:
    """dd/mm/yyyy at hh:mm in local time, or nothing."""
    return value.strftime("%d/%m/%Y at %H:%M") if value else ""
