"""Words of training on pages."""

from django import template
from django.utils.safestring import SafeString

from core.templatetags.components.words import status
from cpd.domain.training_matrix import BASIS_WORDS, STATE_LABELS, STATE_TONES, CellState
from cpd.domain.training_rules import Basis

register = template.Library()


@register.filter
def basis_word(basis: str) -> str:
    """Who says how often: Law, Guidance, Network, Policy."""
    return BASIS_WORDS[Basis(basis)]


@register.simple_tag
def training_state(*, state: str) -> SafeString:
    """The state of one training with its icon."""
    known = CellState(state)
    return status(label=STATE_LABELS[known], tone=STATE_TONES[known])
