"""What stands in a cell beside its date: the document seen, who saw it, the country it is from."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_DOCUMENT = re.compile(
    r"\b(?:p(?:ass)?/?ports?|pp|driv\w+ lic\w*|d/?l|licen[cs]e|birth cert\w*|b/?c|marriage cert\w*|"
    r"adoption cert\w*|bank (?:statement|stmt)|utility bill|council tax|payslip|p45|p60|ni (?:card|letter|"
    r"no\.?|number)|brp|brc|e-?visa|visa|share code|settled status|euss|pvn|photo(?:card)?(?: id)?|id card|"
    r"photo id|certificates?|certs?|degree|pgce|b\.?ed|b\.?a|b\.?sc|m\.?a|nvq\w*|cache|diploma|gcse\w*|"
    r"a levels?|hlta|npqh?|npqsl|good conduct|police (?:cert\w*|clearance)|"
    r"letter of (?:professional standing|assurance|confirmation)|letter|email|e-mail|reference|print ?out|"
    r"screen ?shot|british|irish|uk citizen|enhanced)\b",
    re.IGNORECASE,
)
# Short capitals that name a thing, not a person.
_NOT_INITIALS = frozenset(
    {
        "DL", "PP", "BC", "NI", "UK", "EU", "EEA", "BRP", "BRC", "DBS", "CRB", "QTS", "TRA", "TRN", "ID",
        "RTW", "NA", "NK", "ISA", "DOB", "EXP", "RA", "SCR", "HR", "PVN", "GTC", "NVQ", "BA", "BSC", "MA",
        "BED", "FA", "KS", "EY", "SEN", "TA", "HLTA", "ECT", "NQT", "SLT", "DSL", "PGCE", "NPQ", "NPQH",
        "GCSE", "OK", "TBC", "CV", "PDF", "US", "USA", "UAE", "NZ", "SA", "OF", "NO",
    }
)  # fmt: skip
_WHO = re.compile(
    r"(?:^|[\s,;/(\-–])(?:(?:checked|seen|verified|by)\W+)*(?P<who>[A-Z]{2,3}|[A-Z]\.[A-Z]\.?|"
    r"[A-Z]\.?\s?[A-Z][a-z]+(?:-[A-Z][a-z]+)?)\W*$"
)
_BRACKETS = re.compile(r"\(([^()]{3,40})\)")
_FILLERS = (
    r"(?:seen|sighted|checked|check|verified|received|rec'?d|orig(?:inal)?s?|exp\w*|valid (?:to|until)|until|"
    r"issued|on|dated?|by|y|yes|x|done|✓|✔|☑|√|[-–—,;:/.&+()])"
)
_EDGES = re.compile(rf"^(?:\W*\b{_FILLERS}\b|\W)+|(?:\b{_FILLERS}\b\W*|[^\w)])+$", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Beside:
    """The words around a date; each empty where there is none."""

    evidence: str = ""
    by: str = ""
    country: str = ""

    def as_parts(self, subject: str) -> Mapping[str, str]:
        """By field id of the subject: ``identity.evidence``, ``identity.by``."""
        named = {"evidence": self.evidence, "by": self.by, "country": self.country}
        return {f"{subject}.{name}": text for name, text in named.items() if text}


def names_document(text: str) -> bool:
    """Whether a text names something that is seen when a check is made."""
    return _DOCUMENT.search(text) is not None


def read_beside(text: str, *, with_country: bool = False) -> Beside:
    """The document, the initials and the country in what is left of a cell without its dates."""
    rest = " ".join(text.split())
    country = ""
    if with_country and (found := _BRACKETS.search(rest)):
        country, rest = found[1].strip(), f"{rest[: found.start()]} {rest[found.end() :]}"
    by = ""
    if (found := _WHO.search(rest)) and found["who"].upper() not in _NOT_INITIALS:
        by, rest = found["who"], rest[: found.start("who")]
    rest = _EDGES.sub("", " ".join(rest.split())).strip()
    return Beside(rest if _LETTERS.search(rest) else "", by, country)
