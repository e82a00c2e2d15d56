"""Words that tell of an offence, for whatever is typed here and whatever a school's own workbook holds.

One rule in two degrees. What plainly is a detail is refused where somebody types it. A workbook is read by
nobody beforehand, so there a mere hint is enough to set the cell aside, and its words are not repeated. That
there was none is no such detail, and words are matched, not understood.
"""

import re

_CLAUSES = re.compile(r"[.;!?\n]+|,?\s+but\s+", re.IGNORECASE)
_NONE = r"no|nil|none|zero|without|never|not|neither"
_OF_WHAT = (
    r"any|been|known|previous|relevant|criminal|unspent|spent|final|convictions?|convicted|cautions?|cautioned|"
    r"offen[cs]es?|reprimands?|warnings?|arrests?|arrested|charged|allegations?|content|trace|records?|or|and|"
    r"nor|of|an?|for|to|declared|disclosed"
)
_NOTHING = re.compile(rf"\b(?:{_NONE})\b(?:\W+(?:{_OF_WHAT})\b)+", re.IGNORECASE)
_ANY = re.compile(rf"\bany\b(?:\W+(?:{_OF_WHAT})\b)+", re.IGNORECASE)
_PLAIN = re.compile(
    r"\b(?:convicted|conviction (?:for|of|in)|cautioned|caution (?:for|in)|police caution|reprimand(?:ed)?|"
    r"arrested|offen[cs]es? (?:of|in|against)|committed an offen[cs]e|sentenced to|imprisoned|"
    r"shoplifting|theft|burglary|robbery|assault(?:ed)?|abh|gbh|affray|criminal damage|drink[- ]driving|"
    r"drunk and disorderly|possession of (?:drugs|cannabis|a class|an offensive)|fined £|community order)\b",
    re.IGNORECASE,
)
_HINT = re.compile(
    r"\b(?:caution(?:s|ed)?|convict\w*|offen[cs]es?|offend\w*|shoplift\w*|stole|stolen|fraud|assault\w*|"
    r"arrest\w*|charged with|criminal record|reprimand\w*|final warning|drink[- ]?driv\w*|drunk|"
    r"dangerous driving|possession of|drugs?|cannabis|probation|prison|custod\w*|suspended sentence|court|"
    r"magistrates?|bind ?over|spent|unspent|rehabilitation of offenders|positive (?:dbs|crb|disclosure)|"
    r"(?:dbs|crb) (?:has|with|shows?|had|showed) (?:content|trace|information|entr\w+)|"
    r"trace on (?:dbs|crb)|blemished|harass\w*|public order|allegation\w*|"
    r"police (?:investigation|matter|caution))\b",
    re.IGNORECASE,
)


def without_denials(text: str) -> str:
    """The text without the words that say there was nothing."""
    return _NOTHING.sub(" ", text)


def tells_offence(text: str) -> bool:
    """Whether a text plainly tells of an offence, clause by clause: *no convictions, but a caution for …*."""
    return any(_PLAIN.search(without_denials(clause)) for clause in _CLAUSES.split(text))


def may_tell_offence(text: str) -> bool:
    """Whether a text tells of an offence or hints at one. The bare question after any is no hint."""
    return tells_offence(text) or _HINT.search(_ANY.sub(" ", without_denials(text))) is not None
