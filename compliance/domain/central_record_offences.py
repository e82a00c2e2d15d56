"""Finds notes that may hold details of offences, which have no place in a central record.

Whatever may be one is set aside for a person to read, and its words are not repeated.
"""

import re

_OFFENCE = re.compile(
    r"\b(?:caution(?:s|ed)?|convict\w*|offen[cs]es?|offend\w*|shoplift\w*|theft|stole|stolen|robbery|burglary|fraud|"
    r"assault\w*|abh|gbh|affray|arrest\w*|charged with|criminal record|reprimand\w*|final warning|"
    r"drink[- ]?driv\w*|"
    r"drunk|dangerous driving|possession of|drugs?|cannabis|probation|prison|custod\w*|suspended sentence|"
    r"court|"
    r"magistrates?|bind ?over|spent|unspent|rehabilitation of offenders|positive (?:dbs|crb|disclosure)|"
    r"(?:dbs|crb) (?:has|with|"
    r"shows?|had|showed) (?:content|trace|information|entr\w+)|trace on (?:dbs|crb)|blemished|harass\w*|"
    r"criminal damage|"
    r"public order|allegation\w*|police (?:investigation|matter|caution))\b",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"\b(?:no|nil|without|never|not|any|zero)\b(?:\W+(?:any|known|spent|unspent|previous|criminal|or|and|cautions?|convictions?|offen[cs]es?|"
    r"reprimands?|warnings?|final|been|content|trace|allegations?|arrests?|records?|convicted|cautioned|charged))+",
    re.IGNORECASE,
)


def may_hold_offence(text: str) -> bool:
    """Whether a text may tell of an offence. That there was none is not such a detail."""
    return _OFFENCE.search(_NOTHING.sub(" ", text)) is not None
