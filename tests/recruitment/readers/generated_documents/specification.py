"""A specification as a layout writes it."""

from dataclasses import dataclass

from tests.recruitment.readers.generated_documents.page import Element
from tests.recruitment.readers.generated_documents.post import TrueCriterion


@dataclass(frozen=True, slots=True)
class Specification:
    """Its elements, and what they say; ``survives`` as for the document.

    ``in_text``: what they say where a text has lost their looks, if that is less.
    """

    elements: tuple[Element, ...]
    criteria: tuple[TrueCriterion, ...]
    survives: bool = True
    in_text: tuple[TrueCriterion, ...] | None = None
