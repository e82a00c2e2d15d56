"""Labels of the form at the head of a job description, and the values beside them."""

import re

LABELS: tuple[tuple[str, str], ...] = (
    ("reports_to", r"reports? (?:in)?to|reporting (?:in)?to|line manage(?:r|d by)|immediate (?:supervisor|line manager)|managed by|supervised by"),
    ("responsible_to", r"responsible to|accountable to|directly responsible to"),
    ("title", r"(?:job|post|role|position) ?titles?|title of (?:the )?(?:post|job)|post(?:ition)? held|job (?:role|name)|name of post|"
              r"job description for (?:the )?post of|post|role|position|job|vacancy"),
    ("salary", r"(?:annual |starting |full time )?salary(?: ?range| ?scale| ?details)?|pay|rate of pay|remuneration|pay ?range|wage|actual salary"),
    ("grade", r"(?:pay |job |salary |post )?(?:grade|band)(?: ?/ ?(?:salary|scale|band|grade))?|pay ?scale|scale|grading|salary grade|pay band|spinal point"),
    ("hours", r"(?:working |weekly |contracted )?hours(?: ?/ ?week| per week| of work| of duty)?|hours (?:and|&) weeks|working (?:pattern|time)"),
    ("contract", r"contract(?: ?type| term| status)?|type of contract|tenure|duration|terms?|employment (?:type|status)|contract (?:length|period)"),
    ("model_number", r"(?:model|post|job|reference|ref|position|vacancy|je|jd)(?: ?(?:no|number|ref|reference|code|id))\.?|job evaluation code|post ref(?:erence)?"),
    ("employer", r"employer|school|academy|establishment|organisation|name of (?:school|employer)|school name|service|location|place of work|base"),
    ("purpose", r"(?:main |overall |core |job |key )?purpose(?: of (?:the |this )?(?:job|post|role|position))?|job (?:purpose|summary)|role purpose"),
    ("", r"department|directorate|division|section|faculty|team|staff managed(?: \(if any\))?|responsible for|supervis(?:es|ory responsibility)(?: for)?|"
         r"direct supervisory responsibility for|indirect supervisory responsibility for|(?:important )?functional relationships|internal|external|"
         r"liais(?:es|on) with|date(?: of \w+| prepared)?|specialty|holiday and sickness relief|special conditions|disclosure level|dbs(?: level)?|"
         r"jd (?:author|date)|prepared by|reviewed|version|closing date|start date|key (?:contacts|relationships)|supervision|line management(?: of)?|job family|allowances?"),
)  # fmt: skip
_ANY = "|".join(f"(?P<l{index}>{pattern})" for index, (_, pattern) in enumerate(LABELS))
_WITH_COLON = re.compile(
    rf"(?<![A-Za-z])(?:{_ANY})\s*(?:\([^()]{{0,40}}\))?\s*(?::\s*-?|\t|\s/(?=\s|$)|\s[–—]\s(?=\S))\s*",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"^(?:the )?(?:{_ANY})\s*(?:\([^()]{{0,30}}\))?\s*[:/-]*$", re.IGNORECASE)


def label_of(text: str) -> str | None:
    """The field that a whole cell or line labels: "" for a label of no field of ours, None for no label."""
    found = _ALONE.match(re.sub(r"\s+", " ", text).strip())
    return LABELS[_group(found)][0] if found else None


def label_values(text: str) -> list[tuple[str, str]]:
    """The labels on a line with the value after each: “Salary: £20,000 Hours: 30” gives two.

    A line that does not begin with a label gives none; an empty value is the empty text.
    """
    found = list(_WITH_COLON.finditer(text))
    if not found or found[0].start() > 0:
        return []
    pairs = []
    for index, place in enumerate(found):
        end = found[index + 1].start() if index + 1 < len(found) else len(text)
        pairs.append((LABELS[_group(place)][0], text[place.end() : end].strip(" /\t")))
    return pairs


def _group(found: re.Match[str]) -> int:
    return next(index for index in range(len(LABELS)) if found[f"l{index}"] is not None)
