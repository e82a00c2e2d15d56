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
    LOCAL_AUTHORITIES,
    PROTECTED_CONVICTIONS,
    SKILLS_TESTS_ENDED,
    UK_ENIC,
)
from recruitment.domain.person_specification import SourceLine


@dataclass(frozen=True, slots=True)
class DatedTerm:
    """A term that is no longer the right one, what to write now, and since when.

    ``now`` is empty where nothing took its place: the thing itself has ended.
    """

    code: str
    pattern: re.Pattern[str]
    now: str
    source: LegalSource

    def why(self, words: str) -> str:
        since = f" since {self.source.in_force_from:%d/%m/%Y}" if self.source.in_force_from else ""
        ended = "has been replaced" if self.now else "has not been asked for"
        return f"“{words}” {ended}{since}. Candidates may take the document for old."

    @property
    def suggestion(self) -> str:
        return f"Write “{self.now}”, where that is what is meant." if self.now else "Leave it out."


DATED_TERMS: tuple[DatedTerm, ...] = (
    DatedTerm(
        "dated_crb", re.compile(r"\bCRB\b|\bCriminal Records Bureau\b"), "DBS certificate", DBS_REPLACED_CRB
    ),
    DatedTerm(
        "dated_isa",
        re.compile(
            r"\bIndependent Safeguarding Authority\b|"
            r"\bISA(?=[ -](?:checks?|checked|regist|barred|barring|vetting|clear|safeguarding|scheme))|"
            r"\b(?:CRB|DBS|[Vv]etting|[Bb]arr(?:ed|ing))\b(?: \w+){0,2} ?[/&,]? ?(?:and |or )?(?:the )?ISA\b|"
            r"\bISA(?= ?(?:/|and|or|&) ?(?:CRB|DBS)\b)"
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
    DatedTerm(
        "dated_lea",
        re.compile(
            r"\b[Ll]ocal [Ee]ducation(?:al)? [Aa]uthorit(?:y|ies)\b|"
            r"\bLEAs?\b(?! (?:VALLEY|ROAD|GREEN|BRIDGE|PARK|STREET|LANE|MANOR))"
        ),
        "local authority",
        LOCAL_AUTHORITIES,
    ),
    DatedTerm(
        "dated_skills_test",
        re.compile(
            r"\b(?:QTS|[Pp]rofessional) [Ss]kills? [Tt]ests?\b|\b[Ss]kills [Tt]ests? for (?:QTS|ITT)\b"
        ),
        "",
        SKILLS_TESTS_ENDED,
    ),
    DatedTerm("dated_naric", re.compile(r"\b(?:UK[ -])?NARIC\b"), "UK ENIC", UK_ENIC),
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
            yield Remark(
                code=term.code,
                name="A term that has been replaced" if term.now else "Something that has ended",
                why=term.why(found.group()),
                suggestion=term.suggestion,
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
