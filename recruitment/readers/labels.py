"""Labels of the form at the head of a job description, and the values beside them."""

import re

from recruitment.domain.remembering import remembered

# Each field with the wordings of its label; "" gathers labels of no field of ours.
_WORDINGS: dict[str, tuple[str, ...]] = {
    "reports_to": (
        r"(?:you will )?reports? (?:in)?to",
        r"reporting (?:in)?to",
        r"line manage(?:r|d by)",
        r"immediate (?:supervisor|line manager)",
        r"managed by",
        r"supervised by",
    ),
    "responsible_to": (r"(?:posts? )?(?:directly )?responsible to", r"accountable to"),
    "title": (
        r"(?:job|post|role|position) ?titles?(?: and number)?|job vacancy(?=\s*:)",
        r"title of (?:the )?(?:post|job)|designation",
        r"post(?:ition)? held",
        r"job (?:role|name)",
        r"name of post",
        r"job description for (?:the )?post of",
        r"post|role|position|job|vacancy",
    ),
    "bare_title": (r"title",),
    "salary": (
        r"(?:annual |starting |full time |actual )?salary(?: ?range| ?scale| ?details)?",
        r"pay(?: ?range)?|rate of pay|hourly rate|remuneration|wage|grade (?:and|&) salary",
    ),
    "grade": (
        (
            r"(?:(?:pay|job|salary|post|trust|school|council|staff|present|current) )?(?:grade|band)"
            r"(?: ?/ ?(?:salary|scale|band|grade))?"
        ),
        r"pay ?scale|(?:njc |leadership )?scale|grading|spinal point",
    ),
    "hours": (
        r"(?:working |weekly |contract(?:ed)? )?hours(?: ?/ ?week| per week| of work| of duty)?",
        r"hours (?:and|&) weeks|weeks (?:and|&) hours",
        r"working (?:pattern|time)",
    ),
    "contract": (
        r"contract(?: ?type| term| status| length| period)?",
        r"type of contract|tenure|duration|terms?",
        r"employment (?:type|status)",
    ),
    "model_number": (
        r"(?:model|post|job|ref(?:erence)?|position|vacancy|je|jd) ?(?:no|number|reference|ref|code|id)\.?",
        r"job evaluation code",
    ),
    "employer": (r"employer|name of employer",),
    "school": (r"school|academy|establishment|organisation|name of school|school name",),
    "place": (r"service|location|place of work|base",),
    "purpose": (
        r"(?:main |overall |core |job |key |role )?purpose(?: of (?:the |this )?(?:job|post|role|position))?",
        r"job summary",
    ),
    "": (
        r"school ?/ ?(?:service|department)",
        r"department|directorate|division|section|faculty|team|specialty|job family|allowances?",
        r"staff managed(?: \(if any\))?|responsible for|line management(?: of)?|supervis(?:es|ion)",
        r"(?:direct|indirect) reports",
        r"(?:direct |indirect )?supervisory responsibility(?: for)?",
        r"(?:important )?functional relationships|internal|external|liais(?:es|on) with",
        r"key (?:contacts|relationships)",
        r"date(?: of \w+| prepared)?|jd (?:author|date)|prepared by|reviewed|version|closing date",
        r"start(?:ing)?(?: date)?",
        r"holiday and sickness relief|special conditions|disclosure level|dbs(?: level)?",
    ),
}
LABELS = tuple((name, "|".join(wordings)) for name, wordings in _WORDINGS.items())
_ANY = "|".join(f"(?P<l{index}>{pattern})" for index, (_, pattern) in enumerate(LABELS))
_WITH_COLON = re.compile(
    rf"(?<![A-Za-z])(?:{_ANY})\s*(?:\([^()]{{0,40}}\))?\s*(?::\s*-?|\t|\s/(?=\s|$)|\s[–—]\s(?=\S))\s*",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"^(?:the )?(?:{_ANY})\s*(?:\([^()]{{0,30}}\))?\s*[:/-]*$", re.IGNORECASE)


def _last_language(text: str) -> str:
    """“Swydd / Post: …” without its first language, where the second is a label of ours."""
    first, slash, rest = text.partition(" / ")
    if (
        slash
        and ":" not in first
        and len(first.split()) <= 4
        and _WITH_COLON.match(rest)
        and not _WITH_COLON.match(f"{first}:")
    ):
        return rest
    return text


@remembered
def label_of(text: str) -> str | None:
    """The field that a whole cell or line labels: "" for a label of no field of ours, None for no label."""
    bare = re.sub(r"\s+", " ", text).strip()
    first, _, rest = bare.partition(" / ")
    found = _ALONE.match(_last_language(bare))
    if not found and len(first.split()) <= 4:  # “Cyflogwr / Employer”
        found = _ALONE.match(rest)
    return LABELS[_group(found)][0] if found else None


def label_values(text: str) -> list[tuple[str, str]]:
    """The labels on a line with the value after each: “Salary: £20,000 Hours: 30” gives two.

    A line that does not begin with a label gives none; an empty value is the empty text.
    """
    text = _last_language(text)
    if not _WITH_COLON.match(text):
        return []
    found = list(_WITH_COLON.finditer(text))
    pairs = []
    for index, place in enumerate(found):
        end = found[index + 1].start() if index + 1 < len(found) else len(text)
        pairs.append((LABELS[_group(place)][0], text[place.end() : end].strip(" /\t")))
    return pairs


def label_with_colon(text: str) -> str:
    """“Job Title <tab> Caretaker <tab> Grade <tab> 4” with colons behind the labels; other texts as they are.

    Three spaces or more are as good as a tab.
    """
    chunks = [chunk for chunk in re.split(r"\s*\t\s*|\s{3,}", text.strip()) if chunk]
    if len(chunks) < 2 or ":" in chunks[0] or label_of(chunks[0]) is None:
        return text
    parts: list[str] = []
    for place, chunk in enumerate(chunks):
        is_label = (
            label_of(chunk) is not None and place + 1 < len(chunks) and label_of(chunks[place + 1]) is None
        )
        parts.append(f"{chunk.rstrip(' :')}:" if is_label else chunk)
    return " ".join(parts)


def _group(found: re.Match[str]) -> int:
    return next(index for index in range(len(LABELS)) if found[f"l{index}"] is not None)
