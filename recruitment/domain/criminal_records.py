"""Wordings that shut out everybody with a criminal record, whatever it is."""

import re

_RECORD = r"(?:criminal|convictions?|cautions?|reprimands?|bind[- ]?overs?|bound\ over|police\ record)"

_NONE = r"(?:no|not\ any|never|free\ (?:of|from)|without(?:\ any)?)"
_NO_RECORD = re.compile(
    rf"""(?:^\W*(?:(?:must|should|to)\ )?(?:(?:have|has|hold|be|with)\ )?
        | \b(?:must|should|to|who|person|applicants?|candidates?)\ (?:have|has|hold|be)\ )
        {_NONE}\ (?:\w+\ ){{0,3}}?{_RECORD}\b""",
    re.IGNORECASE | re.VERBOSE,
)
_LEAVES_ROOM = re.compile(
    r"\b(?:that|which|relevant|unspent|protected|filter\w*|bar(?:s|red|ring)?|prevent\w*|preclud\w*|"
    r"unsuitab\w+|incompatible)\b",
    re.IGNORECASE,
)


def asks_for_no_record(text: str) -> bool:
    """Whether the wording asks for a person without convictions, cautions or the like, some or any."""
    return bool(_NO_RECORD.search(text))


def bans_every_record(text: str) -> bool:
    """Whether the wording asks for a person without any conviction, caution or the like.

    “No convictions that make somebody unsuitable” is no blanket ban: it leaves room to judge.
    """
    return asks_for_no_record(text) and not _LEAVES_ROOM.search(text)
