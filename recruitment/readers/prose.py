"""Criteria written as sentences: “A first aid certificate would be an advantage.”"""

import re

from recruitment.domain.specification_evidence import evidence_of_all
from recruitment.domain.specification_requirement import requirement_of_lead, split_prose
from recruitment.readers.blocks import Line
from recruitment.readers.drafts import Context, Draft

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_ASKS = re.compile(
    r"^(?:(?:an?|the|some|good|strong|excellent|proven|recent|previous|earlier|basic|sound|effective|relevant|full|current|clean|valid)\s+)*"
    r"(?:ability|able|experience|knowledge|understanding|awareness|skills?|commitment|qualification|evidence|willing\w*|enthusias\w*|"
    r"qualified|trained|must|should|has|have|degree|gcse|nvq|driving|flexib\w*|reliab\w*|patien\w*|confiden\w*|competen\w*)\b",
    re.IGNORECASE,
)


_ADDRESSES = re.compile(r"^you(?:['’]ll| will)? (?:must|need|should|have to)\b", re.IGNORECASE)


def sentences_of(text: str) -> list[str]:
    """Sentences of a paragraph; a full stop inside “e.g.” ends none."""
    parts: list[str] = []
    for part in _SENTENCE.split(text):
        if parts and re.search(r"\b(?:e\.g|i\.e|etc|approx|no|st|mr|mrs|ms|dr)\.$", parts[-1], re.IGNORECASE):
            parts[-1] += " " + part
        elif part.strip():
            parts.append(part.strip())
    return parts


def _clauses_of(text: str) -> list[str]:
    """Sentences, cut at semicolons where each half asks for something: “A is essential; B is desirable.”"""
    made: list[str] = []
    for sentence in sentences_of(text):
        halves = [half.strip() for half in sentence.split(";")]
        asks = len(halves) > 1 and all(split_prose(half)[0] for half in halves)
        made.extend(halves if asks else [sentence])
    return made


def is_prose(text: str) -> bool:
    """Several sentences, of which one asks in prose (“… would be an advantage”), or many."""
    sentences = sentences_of(text)
    return len(sentences) >= 3 or (
        len(sentences) > 1 and any(split_prose(sentence)[0] for sentence in sentences)
    )


def read_sentences(line: Line, context: Context) -> None:
    """Sentences that ask for something become drafts to be looked at; the others stay unread.

    One that says how all of it is assessed, as the last of a paragraph may, speaks of its section.
    """
    for sentence in _clauses_of(line.text):
        if letters := evidence_of_all(sentence, context.key):
            context.assess_section(letters)
            continue
        requirement, what = split_prose(sentence)
        if requirement is None and _ADDRESSES.match(sentence):
            requirement = requirement_of_lead(" ".join(sentence.split()[:6]))
        if requirement or _ASKS.match(sentence) or _ADDRESSES.match(sentence):
            draft = Draft(
                what,
                line.source,
                context.section,
                requirement or context.requirement,
                context.section_evidence,
            )
            draft.check.add("text")
            context.drafts.append(draft)
        else:
            context.skip(sentence)
