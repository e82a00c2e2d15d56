"""Names and notices that have been replaced, as data, and how a line is searched for them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from core.domain.sources import LegalSource
from recruitment.domain.linter.remarks import Remark, shorten
from recruitment.domain.linter.sources import (
    DATA_PROTECTION_ACT,
    DBS_REPLACED_CRB,
    EARLY_CAREER_TEACHERS,
    EHC_PLANS,
    EQUALITY_ACT_REPLACED,
    PROTECTED_CONVICTIONS,
)
from recruitment.domain.person_specification import SourceLine


@dataclass(frozen=True, slots=True)
class DatedTerm:
    """A term that is no longer the right one, what to write now, and since when."""

    code: str
    pattern: re.Pattern[str]
    now: str
    source: LegalSource


DATED_TERMS: tuple[DatedTerm, ...] = (
    DatedTerm(
        "dated_crb", re.compile(r"\bCRB\b|\bCriminal Records Bureau\b"), "DBS certificate", DBS_REPLACED_CRB
    ),
    DatedTerm(
        "dated_isa",
        re.compile(
            r"\bIndependent Safeguarding Authority\b|\bISA (?:check|registration|registered|barred)\b"
        ),
        "DBS barred list",
        DBS_REPLACED_CRB,
    ),
    DatedTerm("dated_list_99", re.compile(r"\bList 99\b"), "children’s barred list", DBS_REPLACED_CRB),
    DatedTerm(
        "dated_nqt",
        re.compile(r"\bNQTs?\b|\b[Nn]ewly [Qq]ualified [Tt]eachers?\b"),
        "early career teacher (ECT)",
        EARLY_CAREER_TEACHERS,
    ),
    DatedTerm(
        "dated_statement",
        re.compile(
            r"\b[Ss]tatemented\b|\b[Ss]tatements? of (?:[Ss]pecial|SEN)\b|\bSEN [Ss]tatements?\b|"
            r"\b(?:pupils|children|students) with [Ss]tatements\b"
        ),
        "education, health and care plan (EHC plan)",
        EHC_PLANS,
    ),
    DatedTerm(
        "dated_equality_act",
        re.compile(r"\b(?:Disability|Sex) Discrimination Act\b|\bRace Relations Act\b|\bDDA\b"),
        "Equality Act 2010",
        EQUALITY_ACT_REPLACED,
    ),
    DatedTerm(
        "dated_data_protection",
        re.compile(r"\bData Protection Act,? \(?(?:1984|1998)\b"),
        "Data Protection Act 2018 and the UK GDPR",
        DATA_PROTECTION_ACT,
    ),
)

_EVERY_CONVICTION = re.compile(
    r"\b(?:all|any|every)\b.{0,60}\b(?:convictions?|cautions?|bind[- ]?overs?)\b.{0,160}"
    r"\b(?:including|even|whether or not|regardless|as well as)\b.{0,60}\bspent\b"
    r"|\bspent\b.{0,20}\bconvictions?\b.{0,60}\bmust be (?:declared|disclosed)\b",
    re.IGNORECASE | re.DOTALL,
)
_FILTERED = re.compile(r"\bprotected\b|\bfilter", re.IGNORECASE)


def remarks_on_terms(
    text: str, *, criteria: tuple[int, ...] = (), line: SourceLine | None = None
) -> Iterator[Remark]:
    """A remark for each term in the text that has been replaced, with the day since when."""
    for term in DATED_TERMS:
        if found := term.pattern.search(text):
            since = f" since {term.source.in_force_from:%d/%m/%Y}" if term.source.in_force_from else ""
            yield Remark(
                code=term.code,
                name="A term that has been replaced",
                why=f"“{found.group()}” has been replaced{since}. Candidates may take the document for old.",
                suggestion=f"Write “{term.now}”, where that is what is meant.",
                source=term.source,
                quote=shorten(text),
                criteria=criteria,
                line=line,
            )


def remarks_on_convictions(text: str, *, line: SourceLine) -> Iterator[Remark]:
    """A notice that asks for every conviction, spent ones too, and does not except protected ones."""
    if _EVERY_CONVICTION.search(text) and not _FILTERED.search(text):
        yield Remark(
            code="every_conviction",
            name="Every conviction asked for",
            why="Protected convictions and cautions need not be disclosed, also where a post is exempt from "
            "the Rehabilitation of Offenders Act. A notice that asks for all of them asks for too much.",
            suggestion="Except those that are protected under the Exceptions Order, and say where candidates "
            "can find out which these are.",
            source=PROTECTED_CONVICTIONS,
            quote=shorten(text),
            line=line,
        )


def lint_lines(lines: Iterable[tuple[SourceLine, str]]) -> tuple[Remark, ...]:
    """What is out of date in the lines of a document that are no criteria, in their order.

    A term is remarked on where it first stands; the rest of the document will say it again.
    """
    remarks: list[Remark] = []
    seen: set[str] = set()
    for place, text in lines:
        for remark in (*remarks_on_terms(text, line=place), *remarks_on_convictions(text, line=place)):
            if remark.code not in seen:
                seen.add(remark.code)
                remarks.append(remark)
    return tuple(remarks)
