"""What a person should look at: facts that most other wordings have, and wordings that may not be whole."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from recruitment.domain.person_specification import ReadCriterion
from recruitment.domain.specification_evidence import methods_in
from recruitment.readers.drafts import Context
from recruitment.readers.wording import starts_low

_OPEN_END = re.compile(
    r"(?<![;,])\s(?:the|an?|of|and|or|their|its|our|your|from|into|such as)$", re.IGNORECASE
)
_LONGEST_ABBREVIATION = 6  # letters
_LONGEST_NAME = 5  # words
_SAYS_NEED = re.compile(r"\b(?:essential|desirable)\b", re.IGNORECASE)
# “We will take up references before interview”: nothing of how a criterion is assessed.
_TAKEN_UP = re.compile(
    r"\b(?:tak\w+ up|request\w*|obtain\w*|seek\w*|follow\w* up) (?:\w+ ){0,2}references\b.*|"
    r"\breferences (?:will|may|are|must|need)(?: \w+){0,2} (?:taken up|requested|obtained|sought)\b.*",
    re.IGNORECASE,
)
_MARK_INSIDE = re.compile(r"[✓✔√☑☒]")


def doubt_all(finished: Sequence[ReadCriterion], context: Context) -> list[ReadCriterion]:
    """The criteria of a specification, each with what a person should check."""
    stated = _count_stated(finished)
    capitals = sum(not starts_low(one.text) for one in finished) * 5 >= len(finished) * 4
    shouted = sum(_is_shouted(one.text) for one in finished)
    made: list[ReadCriterion] = []
    contrasted = any(one.requirement == "desirable" for one in finished)
    for draft, criterion in zip(context.drafts, finished, strict=True):
        if (draft.only_expected and not contrasted) or (context.lost_sign and not criterion.requirement):
            criterion = _with_check(criterion, "requirement")
        if not draft.is_intact:
            criterion = _doubt_gap(criterion, stated)
        if context.lost_head and not stated.requirement:
            criterion = _with_check(criterion, "requirement")
        if _OPEN_END.search(criterion.text) or _MARK_INSIDE.search(criterion.text):
            criterion = _with_check(criterion, "text")
        if shouted < len(finished) / 3 and _is_shouted(criterion.text):  # the name of a section, perhaps
            criterion = _with_check(criterion, "text")
        if capitals and starts_low(criterion.text):  # the rest of the one above
            criterion = _with_check(criterion, "text")
            made[-1:] = [_with_check(one, "text") for one in made[-1:]]
        made.append(criterion)
    return _doubt_tail(made)


def _is_shouted(text: str) -> bool:
    """A few words in capitals; a lone one may be an abbreviation."""
    return text.isupper() and len(text) > _LONGEST_ABBREVIATION and len(text.split()) <= _LONGEST_NAME


def _doubt_tail(made: list[ReadCriterion]) -> list[ReadCriterion]:
    """Last wordings without a fact that the others have may stand below the table, and be no criteria."""
    tail = len(made)
    while tail and {"evidence", "requirement"} <= set(made[tail - 1].check) and not made[tail - 1].evidence:
        tail -= 1
    return [*made[:tail], *(_with_check(criterion, "text") for criterion in made[tail:])]


def _with_check(criterion: ReadCriterion, name: str) -> ReadCriterion:
    return replace(criterion, check=tuple(sorted({*criterion.check, name})))


def may_be_lost_head(text: str) -> bool:
    """Both words in one short line that no table took as its head: its columns are lost."""
    squeezed = re.sub(r"[^a-z]", "", text.lower())
    both = "essential" in squeezed and "desirable" in squeezed
    return both and len(text.split()) <= 10 and not text.rstrip().endswith(".")


@dataclass(frozen=True, slots=True)
class _Stated:
    """Whether most wordings of a specification say if they are essential, and how they are assessed."""

    requirement: bool
    evidence: bool


def _count_stated(finished: Sequence[ReadCriterion]) -> _Stated:
    return _Stated(
        sum(bool(one.requirement) for one in finished) * 4 >= len(finished) * 3,
        sum(bool(one.evidence) for one in finished) * 2 >= len(finished),
    )


def _doubt_gap(criterion: ReadCriterion, stated: _Stated) -> ReadCriterion:
    """Where a file keeps no cells, a wording without what most others have may have lost it."""
    check = set(criterion.check)
    if stated.requirement and criterion.requirement is None:
        check.add("requirement")
    if stated.evidence and not criterion.evidence:
        check.add("evidence")
    return replace(criterion, check=tuple(sorted(check)))


def doubt_what_all_lack(
    criteria: Sequence[ReadCriterion], key: Mapping[str, str], unread: Sequence[str]
) -> tuple[ReadCriterion, ...]:
    """Where no wording has a fact that the document speaks of, it was not understood, and all are doubtful.

    ``unread`` are the lines of the specification that were not used.
    """
    lacking: set[str] = set()
    if not any(one.requirement for one in criteria) and any(_SAYS_NEED.search(text) for text in unread):
        lacking.add("requirement")
    said = (*(_TAKEN_UP.sub(" ", text) for text in unread), " ".join(key.values()))
    told = any(len({"A", "I", "R"} & set(methods_in(text))) > 1 for text in said)
    if told and not any(one.evidence for one in criteria):
        lacking.add("evidence")
    return tuple(replace(one, check=tuple(sorted({*one.check, *lacking}))) for one in criteria)


def doubt_silence(context: Context) -> None:
    """Where others of its section say whether they are essential, one without a place for it is doubtful."""
    spoken = {draft.section for draft in context.drafts if draft.requirement}
    for draft in context.drafts:
        if (
            draft.requirement is None
            and draft.section in spoken
            and not draft.blank
            and not context.convention
        ):
            draft.check.add("requirement")
