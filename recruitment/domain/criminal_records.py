"""Wordings that shut out everybody with a criminal record, whatever it is."""

import re

_OF_CRIME = (
    r"(?:criminal|police)\ (?:(?:or|and|/)\ \w+\ )?(?:records?\b(?!\ checks?)|histor(?:y|ies)|past|background"
    r"|offen[cs]es?|convictions?|cautions?|charges?|proceedings|involvement)"
)
_RECORD = (
    rf"(?:{_OF_CRIME}|convictions?|convicted|cautions?|cautioned|reprimands?|bind[- ]?overs?|bound\ over"
    r"|(?:ex-?)?offenders?|offen[cs]es)"
)
_NONE = r"(?:no|not\ any|never|free\ (?:of|from)|without(?:\ any)?)"
# What may be missing all the same: “no experience of criminal records work is needed”.
_MISSING = r"(?:experience|knowledge|understanding|training|qualifications?|need|work|expertise)"
_NO_RECORD = re.compile(
    rf"""(?:^\W*(?:(?:must|should|to)\ )?(?:(?:have|has|hold|be|with)\ )?
        | \b(?:must|should|to|who|person|applicants?|candidates?)\ (?:have|has|hold|be)\ )
        {_NONE}\ (?:(?!{_MISSING}\b)\w+\ ){{0,3}}?{_RECORD}\b
    | \b(?:clean|clear|spotless|blank|unblemished|blameless)\ (?:criminal|police)\ (?:records?\b(?!\ checks?)
        |histor(?:y|ies))\b""",
    re.IGNORECASE | re.VERBOSE,
)
_LEAVES_ROOM = re.compile(
    r"\b(?:that|which|relevant|unspent|protected|filter\w*|bar(?:s|red|ring)?|prevent\w*|preclud\w*|"
    r"unsuitab\w+|incompatible)\b",
    re.IGNORECASE,
)
_SPENT_OR_NOT = re.compile(
    r"\b(?:spent\W+(?:(?:or|and)\W+)?unspent|unspent\W+(?:(?:or|and)\W+)?spent)\b", re.IGNORECASE
)


def asks_for_no_record(text: str) -> bool:
    """Whether the wording asks for a person without convictions, cautions or the like, some or any."""
    return bool(_NO_RECORD.search(text))


def bans_every_record(text: str) -> bool:
    """Whether the wording asks for a person without any conviction, caution or the like.

    “No convictions that make somebody unsuitable” is no blanket ban: it leaves room to judge.
    """
    plain = _SPENT_OR_NOT.sub("", text)
    return asks_for_no_record(text) and not _LEAVES_ROOM.search(plain)
