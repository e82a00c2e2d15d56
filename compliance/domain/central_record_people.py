"""Which kind of person a row is about: by its sheet or section, else by the post; for somebody to confirm."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from compliance.domain.categories import WorkerCategory
from compliance.domain.requirement import RoleFacts
from core.domain.schools import INDEPENDENT_IN_LAW, SchoolType

# As sections and sheets are called. The first that fits wins, so the special ones stand before the general.
_SECTIONS: Mapping[str, str] = {
    "leavers": r"\bleavers?\b|\barchive\w*\b|\bleft\b|\bex[- ]staff\b|\bformer staff\b|\bno longer\b",
    "supply": r"\bsupply\b|\bagency\b|\bagencies\b|\bcover (?:teachers|staff)\b",
    "governors": r"\bgovern\w*|\bgovs?\b|\btrustees?\b|\bmembers\b|\bproprietors?\b|\bdirectors\b|\blgb\b|"
    r"\blocal advisory\b|\baab\b",
    "volunteers": r"\bvolunt\w*|\bvols?\b|\bpta\b|\bhelpers?\b|\bptfa\b|\bfriends of\b",
    "peripatetic": r"\bperi\w*|\bvisiting (?:\w+ )?(?:teachers?|tutors?|staff)\b|\bmusic (?:service|"
    r"teachers?|tutors?|tuition)\b|\binstrumental\b",
    "contractors": r"\bcontract(?:or|ed|s)\w*|\bthird part(?:y|ies)\b|\bexternal\b|\bvisitors?\b|"
    r"\bnon[- ]contracted\b|\bcoaches\b|\bclubs?\b|\boutside (?:agencies|providers)\b|\bproviders?\b|"
    r"\bother professionals\b",
    "trainees": r"\btrainees?\b|\bstudents?\b|\bitt\b|\bscitt\b|\bpgce\b|\bplacements?\b|\bschool direct\b",
    "trust": r"^\W*(?:trust|central)\W*$|\bcentral (?:team|staff|services)\b|\btrust (?:staff|central|"
    r"team|employees)\b|\bmat (?:staff|central|team)\b|\bhead office\b",
    "support": r"\bsupport\b|\bassociate\b|\bnon[- ]?teach\w*|\bteaching assistants?\b|\bTAs?\b|"
    r"\bmidday\w*|\blunchtime\b|\blsas?\b|\badmin\w*|\boffice\b|\bsite\b|\bpremises\b|\bcater\w*|\bkitchen\b|"
    r"\bclean\w*|\bcaretak\w*|\bmdsas?\b",
    "teaching": r"\bteach(?:ing|ers?)\b|\bteaching staff\b|\bqts\b|\bslt\b|\bleadership\b|\bsenior "
    r"leaders?\b|\bects?\b",
}
# As posts are called.
_POSTS: Mapping[str, str] = {
    "support_first": r"clerk to (?:the )?gov|governance (?:clerk|professional)|teaching assist|"
    r"teacher'?s'? assist|volunteer co-?ordinat|supply (?:admin|co-?ord)|cover supervisor|\bhlta\b|"
    r"student (?:support|services|welfare)|trainee (?:ta|teaching assist|admin)|apprentice|"
    r"contracts? (?:officer|manager)",
    "governors": r"\bgovernor\b|\btrustee\b|\bproprietor\b|\bmember of (?:the )?trust\b|^(?:foundation |"
    r"trust )?member\b|\bchair of (?:the )?(?:board|gov|trust)",
    "volunteers": r"\bvolunt\w*|\bpta\b|\bptfa\b|\bparent help\w*|\breading help\w*|\bhelper\b|\bhears? "
    r"readers?\b",
    "peripatetic": r"\bperi(?:patetic)?\b|\bvisiting (?:\w+ )?(?:teacher|tutor|music)|\b(?:music|piano|"
    r"guitar|violin|strings?|brass|woodwind|drum|instrumental|singing) (?:service|tutor|tuition|instructor)",
    "supply": r"\bsupply\b|\bagency\b",
    "trainees": r"\btrainee\b|\bstudent teacher\b|\bpgce\b|\bschool direct\b|\bscitt\b|\bitt\b|\bplacement\b",
    "contractors": r"\bcontract(?:or|ed|s)?\b|\b(?:sports?|football|dance|gym\w*|swimming|pe) coach\b|"
    r"\bwindow clean|\bengineer\b|\bself[- ]employed\b",
    "trust": r"\bchief (?:executive|financ|operat)\w*|\bceo\b|\bcfo\b|\bcoo\b|\btrust (?:\w+ )?(?:lead|"
    r"manager|director|officer|hr|finance|improvement)|\bdirector of (?:education|school improvement|"
    r"operations|finance)\b",
    "teaching": r"\bteach(?:er|ing)\b|\bhead ?teacher\b|\bprincipal\b|^(?:acting |interim |executive |"
    r"co-?)?head\b|\b(?:deputy|assistant|vice|asst\.?|dep\.?)[- ]?(?:head\w*|principal)|\bsenco?\b|"
    r"\bsendco?\b|\bect\b|\bnqt\b|\bhead of (?:year|school|dep\w*|[a-z]+)|\b(?:phase|key stage|ks\d|year|"
    r"eyfs|subject|english|maths?) (?:lead\w*|co-?ord\w*|leader)\b|\blecturer\b|\bdht\b|\baht\b|\bht\b|"
    r"\bcover teacher\b",
}
_TEACHING_ASSISTANT = re.compile(
    r"teaching assist|\bta\b|\bhlta\b|\belsa\b|\blsa\b|learning (?:support|mentor)|home[- ]?(?:link|school)|"
    r"1:1|one to one|\bmentor\b|\bsen assist|classroom assist|pastoral",
    re.IGNORECASE,
)
_LEADER = re.compile(
    r"\bhead ?teacher\b|\bprincipal\b|^(?:acting |interim |executive |co-?)?head\b|\b(?:deputy|assistant|"
    r"vice|asst\.?|dep\.?)[- ]?(?:head|principal)|\bslt\b|\bhead of (?!year \d)|\bleadership\b|"
    r"\bchief (?:executive|financ|operat)|\bc[efo]o\b|\bdirector of\b|\bdht\b|\baht\b|\bht\b",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"(?<!deputy )(?<!assistant )(?<!asst )(?<!dep )\bhead ?teacher\b|"
    r"(?<!vice )(?<!deputy )(?<!assistant )\bprincipal\b|^(?:acting |interim |executive |co-?)?head$|^ht\b",
    re.IGNORECASE,
)
_EARLY_YEARS = re.compile(
    r"\bnursery\b|\bearly years\b|\beyfs\b|\beyp\b|\bbreakfast club\b|\bafter[- ]?school\b|\bwrap ?around\b|"
    r"\bplay ?worker\b|\bpre[- ]?school\b",
    re.IGNORECASE,
)
_SELDOM = re.compile(
    r"\boccasional\w*|\bone[- ]off\b|\btrips?\b|\bonce\b|\btermly\b|\bad[- ]hoc\b|\bevents? only\b|"
    r"\bannual\w*|\byearly\b|\bfairs?\b|\bquarterly\b|\bbelow (?:the )?threshold\b|"
    r"\bnot in (?:reg\w* activity|ra)\b|\bnot reg\w* activity\b|\bsports day\b|\bno regular\b",
    re.IGNORECASE,
)
_OFTEN = re.compile(
    r"\bweekly\b|\bdaily\b|\bregular\w*|\bevery\b|\b(?:mon|tue|wed|thu|fri)\w*\b|\btwice\b|\bmornings?\b|"
    r"\bper week\b|\bin reg\w* activity\b|\bovernight\b|\bresidential\b|\bin class\b|\breads?\b|\breaders?\b|"
    r"\breading\b",
    re.IGNORECASE,
)
_NO_CONTACT = re.compile(
    r"\bno contact\b|\bout of hours\b|\bholidays? only\b|\bescorted\b|\bdelivery\b", re.IGNORECASE
)
_BOTH_KINDS = re.compile(r"\bteach\w*\b.*(?:\band\b|&|\+|/).*\bsupport\b", re.IGNORECASE)
_SALARIED = re.compile(r"\bsalaried\b|\bemployed\b|\bteach first\b|\bapprentice\w*", re.IGNORECASE)
_GOVERNS = re.compile(r"\bstaff governor\b|\balso (?:a )?governor\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RowWords:
    """What a row says of its person: post, the school's own category, notes and supervision, each as text."""

    role: str = ""
    category: str = ""
    notes: str = ""
    supervised: str = ""
    lived_abroad: bool | None = None
    regulated_activity: bool | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """The category proposed for a row and what the matrix of checks is asked with.

    Several worker categories: somebody who leads and teaches owes what either owes.
    """

    category: str
    workers: tuple[WorkerCategory, ...]
    facts: RoleFacts


def section_category(text: str) -> str | None:
    """The category that a sheet, a label row or a category column names; None where it names none, or two."""
    named = [name for name, words in _SECTIONS.items() if re.search(words, text, re.IGNORECASE)]
    if {"governors", "volunteers"} <= set(named):
        return None
    if named[:2] == ["support", "teaching"] and re.search(
        r"\bteach\w*\b.*(?:\band\b|&|\+|/).*\bsupport\b", text, re.IGNORECASE
    ):
        return None
    return named[0] if named else None


def post_category(role: str) -> str | None:
    """The category that a post implies; None where it says nothing known."""
    for name, words in _POSTS.items():
        if re.search(words, role.replace("’", "'"), re.IGNORECASE):
            return "support" if name == "support_first" else name
    return None


def propose_place(words: RowWords, *, section: str | None, sheet: str | None, school: SchoolType) -> Place:
    """The nearest label counts: the row's own category, then the section, the sheet, then the post."""
    said = section_category(words.category) if words.category else None
    category = said or section or sheet or post_category(words.role) or "support"
    kind = category if category != "leavers" else (post_category(words.role) or "support")
    return Place(category, _workers(kind, words, school), _facts(words, school))


def _workers(kind: str, words: RowWords, school: SchoolType) -> tuple[WorkerCategory, ...]:
    independent = school in INDEPENDENT_IN_LAW
    leads = WorkerCategory.LEADER_ACADEMY if independent else WorkerCategory.LEADER_MAINTAINED
    if kind == "teaching":
        teacher = (WorkerCategory.TEACHER,)
        return (*teacher, leads) if _LEADER.search(words.role) else teacher
    if kind in {"support", "trust"}:
        return (leads,) if _LEADER.search(words.role) else (_support(words.role),)
    if kind == "governors":
        return (WorkerCategory.TRUSTEE_ACADEMY if independent else WorkerCategory.GOVERNOR_MAINTAINED,)
    if kind == "volunteers":
        return (WorkerCategory.VOLUNTEER_BELOW if _is_seldom(words) else WorkerCategory.VOLUNTEER_RA,)
    if kind == "trainees":
        paid = _SALARIED.search(f"{words.role} {words.category} {words.notes}")
        return (WorkerCategory.TRAINEE_SALARIED if paid else WorkerCategory.TRAINEE_FEE,)
    return (WorkerCategory.SUPPLY_AGENCY if kind == "supply" else _contractor(kind, words),)


def _support(role: str) -> WorkerCategory:
    if _EARLY_YEARS.search(role):
        return WorkerCategory.EY_WRAP
    return WorkerCategory.TA_ELSA if _TEACHING_ASSISTANT.search(role) else WorkerCategory.SUPPORT_STAFF


def _contractor(kind: str, words: RowWords) -> WorkerCategory:
    said = f"{words.role} {words.notes}"
    if kind == "contractors" and _NO_CONTACT.search(said):
        return WorkerCategory.CONTRACTOR_NONE
    if kind == "contractors" and _is_seldom(words):
        return WorkerCategory.CONTRACTOR_REGULAR
    return WorkerCategory.CONTRACTOR_RA


def _is_seldom(words: RowWords) -> bool:
    """Whether what is said puts the person below the threshold. Silence does not."""
    if words.regulated_activity is not None:
        return not words.regulated_activity
    said = f"{words.role} {words.category} {words.notes} {words.supervised}"
    return bool(_SELDOM.search(said)) and not _OFTEN.search(said.replace("not in reg", ""))


def _facts(words: RowWords, school: SchoolType) -> RoleFacts:
    """Only what the row says; the rest stays unknown. A head of a maintained school governs by office."""
    head = bool(_HEAD.search(words.role))
    governs = True if _GOVERNS.search(f"{words.role} {words.notes}") else None
    if head and school not in INDEPENDENT_IN_LAW:
        governs = True
    governor_in_class = re.search(r"\bgovernor\b", words.role, re.IGNORECASE) and _OFTEN.search(words.notes)
    return RoleFacts(
        management_role=True if _LEADER.search(words.role) else None,
        governor=governs,
        early_years_or_wraparound=True if _EARLY_YEARS.search(words.role) else None,
        lived_abroad=words.lived_abroad,
        regulated_activity=True if governor_in_class else words.regulated_activity,
        supervised=_supervised(words.supervised),
    )


def _supervised(text: str) -> bool | None:
    plain = text.strip().lower()
    if plain.startswith(("unsup", "not sup", "u")) or plain in {"n", "no"}:
        return False
    return True if plain.startswith("s") or plain in {"y", "yes"} else None
