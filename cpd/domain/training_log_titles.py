"""What schools call training, and the columns of a training log."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from enum import StrEnum

from cpd.domain.training_rules import RULES, CourseKey

_K = CourseKey


class LogField(StrEnum):
    """What a column of a log holds."""

    NAME = "name"
    FORENAME = "forename"
    SURNAME = "surname"
    COURSE = "course"
    AWARDED = "awarded"
    EXPIRY = "expiry"
    PROVIDER = "provider"
    HOURS = "hours"
    COST = "cost"


FIELD_LABELS: Mapping[LogField, str] = {
    LogField.NAME: "Name",
    LogField.FORENAME: "First name",
    LogField.SURNAME: "Last name",
    LogField.COURSE: "Training",
    LogField.AWARDED: "Completed on",
    LogField.EXPIRY: "Last valid day",
    LogField.PROVIDER: "Provider",
    LogField.HOURS: "Hours",
    LogField.COST: "Cost",
}
_FIELDS: Mapping[LogField, tuple[str, ...]] = {
    LogField.NAME: (
        "name",
        "full name",
        "staff name",
        "name of staff",
        "staff member",
        "member of staff",
        "employee",
        "employee name",
        "staff",
        "delegate",
        "attendee",
        "who",
    ),
    LogField.FORENAME: ("forename", "first name", "given name", "forenames", "christian name", "known as"),
    LogField.SURNAME: ("surname", "last name", "family name"),
    LogField.COURSE: (
        "course",
        "course title",
        "course name",
        "training",
        "training course",
        "training title",
        "name of course",
        "title",
        "title of course",
        "qualification",
        "subject",
        "event",
        "activity",
        "topic",
    ),
    LogField.AWARDED: (
        "date",
        "date completed",
        "completed",
        "completed on",
        "completion date",
        "date of training",
        "training date",
        "date of course",
        "course date",
        "date attended",
        "attended",
        "date trained",
        "trained on",
        "award date",
        "date awarded",
        "date taken",
        "date achieved",
        "start date",
    ),
    LogField.EXPIRY: (
        "expiry",
        "expiry date",
        "expires",
        "expires on",
        "date of expiry",
        "expiration date",
        "valid until",
        "valid to",
        "certificate expiry",
        "exp date",
        "exp",
        "last valid day",
        "certificate valid until",
    ),
    LogField.PROVIDER: (
        "provider",
        "training provider",
        "provided by",
        "trainer",
        "delivered by",
        "organisation",
        "company",
        "run by",
        "facilitator",
        "venue provider",
    ),
    LogField.HOURS: (
        "hours",
        "no of hours",
        "number of hours",
        "cpd hours",
        "duration",
        "duration hours",
        "hrs",
    ),
    LogField.COST: ("cost", "price", "fee", "cost gbp", "course cost", "cost of course", "cost per person"),
}
_BY_TITLE = {title: field for field, titles in _FIELDS.items() for title in titles}
# The longest words that fit decide, so that a fire warden is none of fire safety.
_COURSES: Mapping[CourseKey, tuple[str, ...]] = {
    _K.KCSIE_READ: ("kcsie", "keeping children safe in education", "kcsie part one", "kcsie part 1"),
    _K.SAFEGUARDING_INDUCTION: ("safeguarding induction", "child protection induction"),
    _K.SAFEGUARDING_UPDATE: (
        "safeguarding",
        "safeguarding update",
        "child protection",
        "safeguarding level 1",
        "level 1 safeguarding",
        "annual safeguarding",
        "safeguarding training",
        "online safety",
    ),
    _K.DSL: (
        "dsl",
        "dsl training",
        "designated safeguarding lead",
        "safeguarding level 3",
        "level 3 safeguarding",
        "deputy designated safeguarding lead",
    ),
    _K.EYFS_SAFEGUARDING: ("eyfs safeguarding", "early years safeguarding", "annex c"),
    _K.PREVENT_LEAD: ("prevent lead",),
    _K.PREVENT_ALL: ("prevent", "prevent duty", "prevent awareness", "wrap"),
    _K.SAFER_RECRUITMENT: ("safer recruitment", "srt", "safer recruitment training"),
    _K.PAEDIATRIC_FIRST_AID: ("paediatric first aid", "pfa", "pediatric first aid", "paed first aid"),
    _K.FAW: ("first aid at work", "faw", "3 day first aid"),
    _K.EFAW: ("emergency first aid", "efaw", "emergency first aid at work", "1 day first aid"),
    _K.FIRE: ("fire safety", "fire awareness", "fire training", "fire safety awareness"),
    _K.FIRE_WARDEN: ("fire warden", "fire marshal", "fire marshall"),
    _K.FOOD_HYGIENE: ("food hygiene", "food safety", "level 2 food hygiene", "level 2 food safety"),
    _K.PHYSICAL_INTERVENTION: (
        "team teach",
        "physical intervention",
        "positive handling",
        "mapa",
        "restraint",
        "restrictive physical intervention",
    ),
    _K.DATA_PROTECTION: (
        "data protection",
        "gdpr",
        "cyber security",
        "cyber awareness",
        "information governance",
    ),
    _K.HEALTH_SAFETY: ("health and safety", "h and s", "health safety"),
    _K.MANUAL_HANDLING: ("manual handling", "moving and handling"),
    _K.ASBESTOS: ("asbestos", "asbestos awareness"),
    _K.MEDICINES: (
        "medicines",
        "administering medicines",
        "administration of medicines",
        "medication",
        "epipen",
        "epi pen",
        "anaphylaxis",
        "asthma",
        "epilepsy",
        "allergy",
        "auto injector",
    ),
    _K.EVC: (
        "evc",
        "educational visits",
        "educational visits coordinator",
        "educational visits co ordinator",
    ),
    _K.MIDAS: ("midas", "minibus", "minibus driver", "minibus training"),
    _K.SENCO_NPQ: (
        "senco npq",
        "npq for sencos",
        "npqsenco",
        "nasenco",
        "national award for sen",
        "npq senco",
    ),
    _K.GOVERNOR_SAFEGUARDING: ("governor safeguarding", "safeguarding for governors"),
    _K.ELSA_INITIAL: (
        "elsa",
        "elsa training",
        "elsa initial training",
        "emotional literacy support assistant",
    ),
    _K.ELSA_SUPERVISION: ("elsa supervision",),
    _K.ECT_INDUCTION: ("ect induction", "nqt induction", "early career teacher induction"),
}
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")
_SMALL_WORDS = frozenset(
    {"the", "a", "an", "of", "training", "course", "certificate", "refresher", "level", "date"}
)
# More words than these beyond a known title are another training.
_MOST_MORE_WORDS = 2


def plain(text: str) -> str:
    """Words in small letters without accents and signs: “H&S (annual)” is “h and s annual”."""
    kept = unicodedata.normalize("NFKD", text.casefold().replace("&", " and "))
    return _NOT_LETTERS.sub(" ", "".join(char for char in kept if not unicodedata.combining(char))).strip()


def field_of(heading: str) -> LogField | None:
    """What a heading says a column holds; None for one that says nothing of the kind."""
    return _BY_TITLE.get(re.sub(r" (?:dd mm yyyy|if known|if any|optional|gbp)$", "", plain(heading)))


def course_called(title: str, own: Iterable[tuple[str, str]] = ()) -> str | None:
    """The key of the course that a title means, or None where it is none of them for certain.

    ``own`` are courses by key and name, tried word for word first. “First aid” alone may be three courses.
    """
    words = plain(title)
    for key, name in own:
        if plain(name) == words:
            return key
    if words in _BY_NAME:
        return _BY_NAME[words]
    return _within(words)


def _within(words: str) -> CourseKey | None:
    """The course whose longest title is in the words, with little else beside it."""
    found = [
        (title, key)
        for title, key in _BY_NAME.items()
        if re.search(rf"(?<!\w){re.escape(title)}(?!\w)", words)
    ]
    if not found:
        return None
    longest = max(len(title) for title, _key in found)
    keys = {key for title, key in found if len(title) == longest}
    title = next(title for title, _key in found if len(title) == longest)
    more = [
        word for word in words.replace(title, " ").split() if word not in _SMALL_WORDS and not word.isdigit()
    ]
    return keys.pop() if len(keys) == 1 and len(more) <= _MOST_MORE_WORDS else None


_BY_NAME: Mapping[str, CourseKey] = {
    **{plain(rule.name): key for key, rule in RULES.items()},
    **{title: key for key, titles in _COURSES.items() for title in titles},
}
