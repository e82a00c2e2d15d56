"""The rings of an ELSA's year: a mark and a word for each half term, whatever the colours do."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from core.templatetags.components.words import hidden_words, svg
from cpd.domain.elsa_rings import Ring, RingState

register = template.Library()

# The word, and the icon inside the ring.
MARKS = {
    RingState.COUNTS: ("Counts", "check-lg"),
    RingState.DOES_NOT_COUNT: ("Does not count", "x-lg"),
    RingState.TO_CONFIRM: ("Took place?", "question-circle"),
    RingState.PLANNED: ("Planned", "calendar-event"),
    RingState.OPEN: ("To plan", "plus-lg"),
    RingState.NOT_OFFERED: ("No more offered", "slash-circle"),
    RingState.MISSED: ("None held", "dash-lg"),
}


@register.simple_tag
def ring_mark(*, ring: Ring) -> SafeString:
    """The ring alone; what it says is spoken with its half term."""
    word, icon = MARKS[ring.state]
    return format_html(
        '<span class="ring ring-{}">{}{}</span>',
        ring.state.replace("_", "-"),
        svg(icon),
        hidden_words(f"{ring.period.label}: {word}"),
    )


@register.simple_tag
def ring_word(*, ring: Ring) -> str:
    """What the ring says."""
    return MARKS[ring.state][0]


@register.inclusion_tag("cpd/elsa/_legend.html")
def ring_legend() -> dict[str, object]:
    """Every mark with its word."""
    return {
        "marks": [
            {"state": state.replace("_", "-"), "word": word, "icon": icon}
            for state, (word, icon) in MARKS.items()
        ]
    }
