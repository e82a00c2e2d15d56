"""The columns that tables of criteria share: wordings, marks, letters, evidence."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.recruitment.readers.generated_documents import wordings
from tests.recruitment.readers.generated_documents.evidence import EvidenceStyle
from tests.recruitment.readers.generated_documents.post import Post, TrueCriterion


@dataclass(frozen=True, slots=True)
class Column:
    """What stands in the head, how wide the column is, and what it says of a criterion."""

    head: str
    width: int
    write: Callable[[TrueCriterion], str]
    says_section: bool = False


def text_column(post: Post) -> Column:
    return Column(post.pick(wordings.TEXTS), 9, lambda item: item.text)


def mark_columns(post: Post) -> list[Column]:
    tick = post.pick(wordings.TICKS)
    place = post.rng.randint(0, len(wordings.ESSENTIAL))
    heads = (
        ("E", "D")
        if place == len(wordings.ESSENTIAL)
        else (wordings.ESSENTIAL[place], wordings.DESIRABLE[place])
    )
    return [
        Column(heads[0], 2, lambda item: tick if item.requirement == "essential" else ""),
        Column(heads[1], 2, lambda item: tick if item.requirement == "desirable" else ""),
    ]


def joint_column(post: Post) -> Column:
    words = post.rng.choice((("E", "D"), ("E", "D"), ("Essential", "Desirable"), ("essential", "desirable")))
    return Column(post.pick(wordings.JOINT), 2, lambda item: words[item.requirement != "essential"])


def evidence_columns(post: Post, style: EvidenceStyle) -> list[Column]:
    return (
        [Column(style.column_head(), 3, lambda item: style.write(item.evidence))] if post.chance(0.85) else []
    )
