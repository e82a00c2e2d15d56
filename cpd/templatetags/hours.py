"""Hours and school years in words."""

from django import template

from cpd.domain.hours import to_hours, year_in_words

register = template.Library()


@register.filter
def in_hours(quarters: int | None) -> str:
    """Quarters of an hour as hours: 1.25; nothing where they are not known."""
    return "" if quarters is None else f"{to_hours(quarters):f}"


@register.filter
def in_school_year(year: int) -> str:
    """2026/27 for 2026."""
    return year_in_words(year)
