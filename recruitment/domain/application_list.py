"""The headings of schools' own lists of applicants, and what each stands for here."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

# A heading is compared in lower case, without what stands in brackets and without marks.
HEADINGS: dict[str, tuple[str, ...]] = {
    "given_name": ("first name", "first names", "forename", "forenames", "forename s", "given name"),
    "family_name": ("surname", "last name", "family name"),
    "full_name": ("name", "full name", "candidate", "candidate name", "applicant", "applicant name"),
    "former_names": (
        "previous names",
        "previous name",
        "former names",
        "former name",
        "maiden name",
        "maiden name or previous names",
        "details of any previous surnames",
        "have you ever used any other names",
    ),
    "email": ("email", "e mail", "email address", "e mail address", "email addresses"),
    "phone": (
        "phone",
        "phone number",
        "telephone",
        "telephone number",
        "telephone numbers",
        "tel",
        "mobile",
        "mobile number",
        "mobile telephone",
        "contact number",
        "daytime telephone number",
    ),
    "address": (
        "address",
        "home address",
        "postal address",
        "address in full",
        "address 1",
        "street address",
        "building and street",
        "correspondence address",
    ),
    "town": ("town", "city", "town or city"),
    "postcode": ("postcode", "post code"),
    "received_date": (
        "received",
        "date received",
        "received on",
        "application received",
        "date of application",
        "application date",
        "date applied",
        "submitted",
        "date submitted",
    ),
    "organisation": (
        "current employer",
        "present employer",
        "current most recent employer",
        "present or most recent employment",
        "present employment",
        "employer",
        "school or other organisation",
    ),
    "job_title": (
        "job title",
        "current post",
        "current position",
        "current most recent job title",
        "position",
    ),
    "started": (
        "date started in post",
        "date started current post",
        "date started",
        "date of commencement",
        "started",
        "in post since",
    ),
    "qualification": (
        "qualification",
        "qualifications",
        "highest qualification",
        "qualifications gained",
        "qualification s with grade s",
    ),
    "statement": (
        "statement",
        "personal statement",
        "supporting statement",
        "statement in support",
        "relevant experience",
        "letter of application",
    ),
    "interview_adjustments": (
        "adjustments",
        "special requirements at interview",
        "do you require any adjustments",
        "ask for support",
    ),
}
# What a selection must not know, or not yet: such columns are passed over without being read.
_NOT_FOR_SELECTION = re.compile(
    r"\b(dob|birth|age|gender|sex|ethnic\w*|race|religio\w*|faith|belief|marital|orientation|nationality|"
    r"disab\w*|health|sick\w*|absence\w*|medical|pregnan\w*|convict\w*|criminal|offen[cd]\w*|caution\w*|dbs|"
    r"disclosure|barred|national insurance|ni number|next of kin|photo\w*|monitoring)\b"
)
FEWEST_HEADINGS = 2
_BY_HEADING = {alias: field for field, aliases in HEADINGS.items() for alias in aliases}


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of a list hold, by their place; the headings of those not brought in."""

    fields: dict[int, str]
    unknown: tuple[str, ...]
    not_for_selection: tuple[str, ...]

    @property
    def has_name(self) -> bool:
        held = set(self.fields.values())
        return "full_name" in held or {"given_name", "family_name"} <= held


def find_columns(headings: Sequence[str]) -> Columns:
    """Match headings to fields. The first column of a kind counts; a second is passed over."""
    fields: dict[int, str] = {}
    unknown, withheld = [], []
    for place, heading in enumerate(headings):
        plain = plain_heading(heading)
        field = _BY_HEADING.get(plain)
        if not plain:
            continue
        if _NOT_FOR_SELECTION.search(plain):
            withheld.append(heading.strip())
        elif field and field not in fields.values():
            fields[place] = field
        else:
            unknown.append(heading.strip())
    return Columns(fields, tuple(unknown), tuple(withheld))


def plain_heading(heading: str) -> str:
    """A heading without brackets, marks, case and stray blanks: ``E-mail  (home)`` is ``e mail``."""
    without_brackets = re.sub(r"\([^)]*\)", " ", heading.lower())
    return " ".join(re.findall(r"[^\W_]+", without_brackets))


def split_name(name: str) -> tuple[str, str]:
    """First and last name out of one cell: ``SMITH, Jane`` or ``Jane Smith``. One word is the last name."""
    last, comma, first = (part.strip() for part in name.partition(","))
    if comma:
        return first, _as_written(last)
    words = name.split()
    return (" ".join(words[:-1]), words[-1]) if words else ("", "")


def _as_written(name: str) -> str:
    """A name in capitals, as lists have it, in the case people write it; any other stays as it is."""
    return name.title() if name.isupper() else name
