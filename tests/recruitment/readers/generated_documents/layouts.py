"""A whole document: header form, purpose, duties, specification and boilerplate, in one of many orders."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from tests.recruitment.readers.generated_documents import wordings
from tests.recruitment.readers.generated_documents.assessed_layouts import ASSESSED_LAYOUTS
from tests.recruitment.readers.generated_documents.cell_layouts import CELL_LAYOUTS
from tests.recruitment.readers.generated_documents.head_layouts import HEAD_LAYOUTS
from tests.recruitment.readers.generated_documents.list_layouts import LIST_LAYOUTS
from tests.recruitment.readers.generated_documents.lost_layouts import LOST_LAYOUTS
from tests.recruitment.readers.generated_documents.page import (
    Box,
    Element,
    Grid,
    PageBreak,
    Paragraph,
    box,
    grid,
)
from tests.recruitment.readers.generated_documents.pasted_layouts import PASTED_LAYOUTS
from tests.recruitment.readers.generated_documents.post import Post, TrueCriterion, random_post
from tests.recruitment.readers.generated_documents.sentence_layouts import SENTENCE_LAYOUTS
from tests.recruitment.readers.generated_documents.specification import Specification
from tests.recruitment.readers.generated_documents.table_layouts import TABLE_LAYOUTS
from tests.recruitment.readers.generated_documents.wordy_layouts import WORDY_LAYOUTS


@dataclass(frozen=True, slots=True)
class Document:
    """The elements of a document, and what a careful person reads in it.

    ``survives`` is false where a plain text of it loses what the layout says.
    """

    seed: int
    layout: str
    elements: tuple[Element, ...]
    criteria: tuple[TrueCriterion, ...]
    profile: dict[str, str]
    duties: tuple[str, ...]
    survives: bool
    in_text: tuple[TrueCriterion, ...] | None = None

    def as_text(self) -> "Document":
        """The same document with what is true of its plain text."""
        return replace(self, criteria=self.in_text) if self.in_text is not None else self


_LAYOUTS: dict[str, Callable[[Post], Specification]] = {
    **TABLE_LAYOUTS,
    **CELL_LAYOUTS,
    **LIST_LAYOUTS,
    **HEAD_LAYOUTS,
    **SENTENCE_LAYOUTS,
    **ASSESSED_LAYOUTS,
    **WORDY_LAYOUTS,
    **PASTED_LAYOUTS,
    **LOST_LAYOUTS,
}


def write_document(seed: int, layout: str | None = None) -> Document:
    """The document of a seed; the layout is drawn too unless it is named."""
    post = random_post(seed)
    name = layout or post.pick(sorted(_LAYOUTS))
    specification = _LAYOUTS[name](post)
    heading = _heading(post.pick(wordings.SPECIFICATION_HEADINGS).format(title=post.title), post)
    form, profile = _form(post)
    lead = [Paragraph(post.pick(wordings.INTRODUCTIONS))] if post.chance(0.3) else []
    described = [*_purpose(post), *_duties(post)] if post.chance(0.8) else []
    parts: list[Element] = [*form, *described]
    if post.chance(0.4) and described:
        parts.append(PageBreak())
    parts += [heading, *lead, *specification.elements]
    parts += [Paragraph(text) for text in post.rng.sample(wordings.BOILERPLATE, post.rng.randint(0, 2))]
    return Document(
        seed,
        name,
        tuple(parts),
        specification.criteria,
        profile,
        tuple(text for _, text in post.duties) if described else (),
        specification.survives,
        specification.in_text,
    )


def layout_names() -> list[str]:
    return sorted(_LAYOUTS)


def _heading(text: str, post: Post) -> Paragraph:
    return Paragraph(text, heading=1) if post.chance(0.5) else Paragraph(text, bold=True)


def _form(post: Post) -> tuple[list[Element], dict[str, str]]:
    """The header form, and the fields it states."""
    fields = {"title": post.title, "employer": post.employer, **post.values}
    stated = {name: fields[name] for name in fields if name in {"title", "employer"} or post.chance(0.75)}
    labelled = [(post.pick(wordings.LABELS[name]), value) for name, value in stated.items()]
    opening: list[Element] = [
        _heading(post.pick(("Job description", "JOB DESCRIPTION", "Role profile")), post)
    ]
    ways = (_form_lines, _form_table, _form_wide_table)
    opening += post.rng.choice(ways)(labelled)
    return opening, stated


def _form_lines(labelled: list[tuple[str, str]]) -> list[Element]:
    return [Paragraph(f"{label}: {value}") for label, value in labelled]


def _form_table(labelled: list[tuple[str, str]]) -> list[Element]:
    return [grid([[box(f"{label}:", bold=True), box(value)] for label, value in labelled], (3, 7))]


def _form_wide_table(labelled: list[tuple[str, str]]) -> list[Element]:
    """Two labels beside each other in one row."""
    cells: list[Box] = [made for label, value in labelled for made in (box(label), box(value))]
    cells += [box(), box()] * (len(labelled) % 2)
    return [grid([cells[index : index + 4] for index in range(0, len(cells), 4)], (2, 3, 2, 3))]


def _purpose(post: Post) -> list[Element]:
    return [_heading(post.pick(wordings.PURPOSE_HEADINGS), post), Paragraph(post.purpose)]


def _duties(post: Post) -> list[Element]:
    elements: list[Element] = [_heading(post.pick(wordings.DUTY_HEADINGS), post)]
    if post.chance(0.15) and post.duties[0][0] is None:
        rows = [[box(str(place)), box(text)] for place, (_, text) in enumerate(post.duties, 1)]
        return [*elements, Grid(tuple(map(tuple, rows)), (1, 12))]
    marker = post.pick(("bullet", "bullet", "number"))
    section = None
    for name, text in post.duties:
        if name and name != section:
            elements.append(Paragraph(name, bold=True))
            section = name
        elements.append(Paragraph(text, marker=marker))
    return elements
