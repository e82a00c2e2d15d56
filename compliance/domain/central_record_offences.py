"""Finds notes that may hold details of offences, which have no place in a central record.

Whatever may be one is set aside for a person to read, and its words are not repeated.
"""

import re

_OFFENCE = re.compile(
    r"\b(?:caution(?:s|ed)?|convict\w*|offen[cs]es?|offend\w*|shoplift\w*|theft|stole|stolen|robbery|"
    r"burglary|fraud|assault\w*|abh|gbh|affray|arrest\w*|charged with|criminal record|reprimand\w*|"
    r"final warning|drink[- ]?driv\w*|drunk|dangerous driving|possession of|drugs?|cannabis|probation|prison|"
    r"custod\w*|suspended sentence|court|magistrates?|bind ?over|spent|unspent|rehabilitation of offenders|"
    r"positive (?:dbs|crb|disclosure)|(?:dbs|crb) (?:has|with|shows?|had|showed) (?:content|trace|"
    r"information|entr\w+)|trace on (?:dbs|crb)|blemished|harass\w*|criminal damage|public order|"
    r"allegation\w*|police (?:investigation|matter|caution))\b",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"\b(?:no|nil|without|never|not|any|zero)\b(?:\W+(?:any|known|spent|unspent|previous|criminal|or|and|"
    r"cautions?|convictions?|offen[cs]es?|reprimands?|warnings?|final|been|content|trace|allegations?|"
    r"arrests?|records?|convicted|cautioned|charged))+",
    re.IGNORECASE,
)


def may_hold_offence(text: str) -> bool:
    """Whether a text may tell of an offence. That there was none is not such a detail."""
    return _OFFENCE.search(_NOTHING.sub(" ", text)) is not None
