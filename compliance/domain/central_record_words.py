"""The words of a cell that is not a date: done, not required, unknown, under way, of older days, or nothing.

Only what the cell says is told; whether that will do for this person is decided in ``central_record_cells``.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Saying(StrEnum):
    EMPTY = "empty"
    DONE = "done"
    NOT_DONE = "not_done"
    NOT_REQUIRED = "not_required"
    UNKNOWN = "unknown"
    IN_PROGRESS = "in_progress"
    LEGACY = "legacy"
    WITH_CERTIFICATE = "with_certificate"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Said:
    """What a text says; for *not required* also the reason it gives, empty where it gives none."""

    saying: Saying
    reason: str = ""


TICKS = "✓✔☑√✅🗸"
CROSSES = "✗✘❌✕✖☐☒"
_DONE_WORDS = (
    r"y|yes|x|done|seen|complete|completed|checked|received|rec(?:'?d)?|clear(?:ed)?|verified|confirmed|"
    r"passed|ok(?:ay)?|satisfactory|true|sighted|viewed|obtained|held|all seen|both seen|in place|returned"
)
_DONE = re.compile(rf"(?:[{TICKS}]|\b(?:{_DONE_WORDS})\b)", re.IGNORECASE)
_DONE_ALONE = re.compile(
    rf"(?:[{TICKS}]+|(?:{_DONE_WORDS}))(?:\W+(?:{_DONE_WORDS}|[{TICKS}]))*\W*", re.IGNORECASE
)
# What a check found, which says that it was made.
_FOUND_NOTHING = re.compile(
    r"^\W*(?:no (?:match\w*|trace|restrictions?|prohibitions?|sanctions?|results?|concerns?|issues?)|"
    r"none (?:found|recorded)|not (?:barred|prohibited|listed|found)|nothing (?:found|disclosed|recorded)|"
    r"satis\w*)\b",
    re.IGNORECASE,
)
_NOT_DONE = re.compile(
    rf"(?:[{CROSSES}]+|n|no|false|none seen|not (?:yet )?(?:done|seen|received|checked|held|returned|"
    rf"complete|"
    r"completed|obtained|started)|missing|outstanding|incomplete)\W*",
    re.IGNORECASE,
)
_MARK_NOT_REQUIRED = re.compile(
    r"^\W*(?:n\s?[/\\.]?\s?a\b\.?|n\s?[/\\.]\s?r\b\.?|n\.?b\.?a\b|nr\b|nil\b|none\b|exempt\b|"
    r"not? (?:longer )?(?:app(?:licable|l|lic)?|req(?:uired|'d|d|uire)?|needed|necessary|relevant)\b\.?)",
    re.IGNORECASE,
)
_DASHES = re.compile(r"^\s*[-–—−_/\\.~]+\s*(?![\d.])")
_NEVER_A_REASON = re.compile(
    r"\W*(?:n\s?/?\s?a|none|nil|yet|for (?:this|role|post)|see (?:notes?|file|comments?)|as per \w+|\?+)\W*",
    re.IGNORECASE,
)
# A whole sentence of this kind is a reason by itself, without N/A in front.
_REASON_ALONE = re.compile(
    r"^\W*(?:(?:is |are )?not (?:a |an |in |on |the )?(?:teach|qualified teach|manage|manag|reg\b|regulated|"
    r"ra\b|lived|worked|been|overseas|abroad|leadership|slt\b|employ|yet 16|under)|no (?:teaching|overseas|"
    r"time (?:overseas|abroad)|lone|contact|unsupervised)|never (?:lived|worked)|"
    r"(?:always )?lived in (?:the )?uk|uk (?:only|resident|based)|(?:governor|support staff|volunteer|"
    r"non[- ]teaching|non[- ]teacher)(?: only| role| staff)?\W*$|pre[- ]dates? |before (?:check|"
    r"requirement))",
    re.IGNORECASE,
)
_UNKNOWN = re.compile(
    r"^\W*(?:n\s?[/\\.]?\s?k\b|not known|unknown|not sure|don'?t know|no record|no info\w*|unsure|\?+)",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:see|in|on|per|ask|check)\s+(?:the\s+|his\s+|her\s+|their\s+|hr\s+|personnel\s+|staff\s+|"
    r"old\s+)*(?:file|files|folder|form|hr|notes?|comments?|above|below|old scr|system|sims|arbor|bromcom|"
    r"letter)\b|^\W*as (?:above|per|below)\b|\bditto\b",
    re.IGNORECASE,
)
_IN_PROGRESS = re.compile(
    r"\b(?:tbc|tba|t\.b\.c\.?|pending|applied|application sent|apply\w*|await\w*|waiting|chas(?:ed|ing|e)|"
    r"in (?:progress|process|hand)|on ?going|underway|under way|requested|ordered|to follow|"
    r"to be (?:confirmed|done|checked|completed|arranged|advised)|sent|submitted|booked|w/f)\b",
    re.IGNORECASE,
)
_ARRIVED = re.compile(
    r"\b(?:received|rec'?d|seen|clear(?:ed)?|returned|arrived|issued|(?<!be )checked)\b", re.IGNORECASE
)
_LEGACY = re.compile(
    r"\b(?:pre[-\s]*(?:(?:19\d\d|200\d|201[0-3])|crb|dbs|isa|employment|scr|kcsie)|(?:before|"
    r"prior to) (?:19\d\d|200\d)|list[-\s]?99|police check|poca|isa (?:reg\w*|check|barr\w*|list)|isa$|"
    r"eea (?:check|sanction\w*|restrict\w*))|^\W*isa\b",
    re.IGNORECASE,
)
_WITH_CERTIFICATE = re.compile(
    r"\b(?:with|as|on|in|see|per|part of|incl?(?:uded)?(?: (?:in|with|on))?|via|through|same as|"
    r"covered by)\W+(?:the\s+)?(?:enh\w*\s+)?(?:dbs|crb|disclosure|certificate|cert)\b|^\W*(?:y|yes|"
    r"✓)?\W*(?:enhanced )?(?:dbs|crb)\W*$|^\W*(?:included|incl?\.?)\W*$",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\W\d_]{2,}")


def read_words(text: str) -> Said:
    """What a cell's text says where it holds no date that counts."""
    plain = " ".join(text.replace("_x000D_", " ").split())
    if not plain:
        return Said(Saying.EMPTY)
    saying = next((saying for saying, fits in _IN_ORDER if fits(plain)), Saying.OTHER)
    return Said(saying, _reason_given(plain) if saying is Saying.NOT_REQUIRED else "")


def says_under_way(text: str) -> bool:
    """Whether something was applied for or is awaited, and nothing says that it came."""
    return bool(_IN_PROGRESS.search(text)) and not _ARRIVED.search(text)


def says_legacy(text: str) -> bool:
    """Whether a text names a check of older days, such as List 99."""
    return bool(_LEGACY.search(text))


def reason_in(text: str) -> str:
    """The reason a text gives, such as the note on a cell; empty where it gives none."""
    reason = text.strip(" \t\r\n-–—−:;,.()[]/")
    if not _LETTERS.search(reason) or _NEVER_A_REASON.fullmatch(reason):
        return ""
    return "" if _UNKNOWN.match(reason) or _ELSEWHERE.search(reason) else reason


def _is_not_required(plain: str) -> bool:
    return any(pattern.match(plain) for pattern in (_MARK_NOT_REQUIRED, _DASHES, _REASON_ALONE))


def _reason_given(plain: str) -> str:
    """The reason that follows the mark, or one that stands alone."""
    mark = _MARK_NOT_REQUIRED.match(plain) or _DASHES.match(plain)
    return reason_in(plain[mark.end() :] if mark else plain)


# The first that fits decides: *not known* before *not required*, *awaiting certificate* before *certificate*.
_IN_ORDER: tuple[tuple[Saying, Callable[[str], object]], ...] = (
    (Saying.UNKNOWN, _UNKNOWN.match),
    (Saying.DONE, _FOUND_NOTHING.match),
    (Saying.NOT_DONE, _NOT_DONE.fullmatch),
    (Saying.IN_PROGRESS, says_under_way),
    (Saying.NOT_REQUIRED, _is_not_required),
    (Saying.WITH_CERTIFICATE, _WITH_CERTIFICATE.search),
    (Saying.LEGACY, _LEGACY.search),
    (Saying.DONE, _DONE_ALONE.fullmatch),
    (Saying.UNKNOWN, _ELSEWHERE.search),
    (Saying.DONE, _DONE.search),
)
