"""What a heading announces: which part of a job document begins, or which section of criteria."""

import re
from enum import StrEnum

from recruitment.domain.heading_spelling import as_meant
from recruitment.domain.remembering import remembered
from recruitment.domain.specification_requirement import split_heading


class Part(StrEnum):
    SPECIFICATION = "specification"
    DUTIES = "duties"
    PURPOSE = "purpose"
    OTHER = "other"


_CANDIDATE = r"\b(?:successful|ideal) (?:candidate|applicant)s? (?:will|should|must|would)\b"
_SPECIFICATION = re.compile(
    r"\bperson(?:nel|al)?\s*(?:/\s*job\s*)?(?:specification|spec\b|profile)|"
    r"\bselection criteria\b|\bcandidate (?:specification|profile)|"
    r"\bjob specification\b|\bemployee specification|\bspecification (?:criteria|of requirements)|"
    r"\bskills specification|\b(?:skills|selection|criteria|recruitment|requirements) matrix\b|"
    rf"{_CANDIDATE}|"
    r"\bwe(?: are|[’\']re)? looking for\b|"
    r"\b(?:what|who) (?:are we|we are|we['’]re) looking for|\bshort-?listing criteria|"
    r"\bcriteria for (?:the )?(?:post|role|selection|appointment)\b",
    re.IGNORECASE,
)
_DESCRIPTION = re.compile(
    r"\b(?:job|role|post)\s*(?:description|profile|outline)|\bmodel job\b", re.IGNORECASE
)
_DUTIES = re.compile(
    r"\bduties\b|\bduty\b(?! (?:officer|manager|nurse|doctor|solicitor|social|supervisor))|"
    r"\bresponsibilit(?:y|ies)\b|\baccountabilit(?:y|ies)\b|\b(?:main|key|"
    r"specific|principal|core) "
    r"(?:tasks|activities|functions|areas of work|objectives|deliverables|outputs|expectations)\b|"
    r"\bmain tasks\b|\brole requirements\b",
    re.IGNORECASE,
)
# Headings in plain speech; inside a specification the same words name one of its sections.
_SPOKEN: tuple[tuple[Part, re.Pattern[str]], ...] = (
    (
        Part.SPECIFICATION,
        re.compile(
            r"^(?:about you|what the (?:person|candidate|post ?holder) needs|"
            r"who (?:we want|we need|you are|are you)|the (?:ideal )?person|"
            r"what (?:you(?:['’]ll| will)? (?:need|bring|have)|we need from you)|"
            r"is this you|could this be you)\W*$",
            re.IGNORECASE,
        ),
    ),
    (
        Part.DUTIES,
        re.compile(
            r"^(?:what (?:you(?:['’]ll| will)? (?:do|be doing|be responsible for)|"
            r"the (?:job|role|post) (?:involves|does|is))|"
            r"your (?:role|job|day|work)|"
            r"(?:the|your) (?:tasks|work|job))\W*$",
            re.IGNORECASE,
        ),
    ),
    (
        Part.PURPOSE,
        re.compile(
            r"^(?:about the (?:role|job|post|position)|the (?:role|job|post) in brief|"
            r"why (?:the|this) (?:role|job|post) exists)\W*$",
            re.IGNORECASE,
        ),
    ),
    (
        Part.OTHER,
        re.compile(r"^(?:about (?:us|our \w+)|why (?:join|work for) us.*|how to apply.*)\W*$", re.IGNORECASE),
    ),
)
_PURPOSE = re.compile(
    r"\b(?:purpose|summary|overview|aims?|objectives?|scope|context)\b.*\b(?:job|post|role|position)\b|"
    r"\b(?:job|post|role|position) (?:purpose|summary|overview|context|content)\b|^(?:main |"
    r"overall |core )?purpose\b|^overview$",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"^(?:(?:what |in return,? )?we (?:can |will |also )?offer.*|remuneration.*|why .{0,20}\bus|"
    r"(?:how to apply|applications|(?:the )?application (?:process|procedure)|applying)(?: for .*)?|"
    r"(?:the )?(?:selection|recruitment|interview)s? (?:timetable|timeline|process|procedure|"
    r"arrangements|day|dates)|"
    r"(?:key|closing|important|interview) dates?|(?:recruitment )?time(?:table|line)|interviews|"
    r"notes?|general notes?|notice|keeping (?:children|pupils|students) safe|"
    r"safeguarding(?: statement| notice| commitment)?|disclosure.*|"
    r"equal(?:ity|ities)?(?: (?:opportunities|and diversity|act).*)?|equal opportunities.*|"
    r"data protection.*|health (?:and|&) safety|job hazard analysis|"
    r"terms (?:and|&) conditions.*|conditions of (?:service|employment)|how to apply.*|"
    r"review(?: of.*| arrangements)?|signature.*|"
    r"signed.*|agreement|additional information|further information|about (?:the|our) (?:school|"
    r"trust|academy|college|nursery|university|council)|"
    r"(?-i:About (?:[A-Z][\w’'.-]* ){1,6}(?:School|College|Academy|Trust|Nursery))|"
    r"(?:our |staff |employee )?benefits.*|our (?:values|vision|school|trust)|"
    r"organi[sz]ational arrangements|reporting arrangements|applicant requirements|"
    r"working for (?:us|our organi[sz]ation)|"
    r"(?:employer )?(?:certification|accreditation)s?\b.* badges|documents? to download|supporting documents|"
    r"further details(?: or | / |/)informal visits.*|certificate of sponsorship|uk registration|"
    r"employer(?:['’]s)? details|contact (?:us|details)|apply (?:now|online)(?: now)?|"
    r"(?:making )?(?:problems|decisions)(?: and (?:problems|decisions))?|organi[sz]ation(?:al)? chart|"
    r"job context|"
    r"job evaluation(?: (?:information|scheme|profile|factors|score|number|reference).*)?|"
    r"physical conditions|staff managed.*|supervision(?: received.*)?|"
    r"working (?:conditions|environment|relationships)|dimensions|"
    r"rehabilitation of offenders.*|declaration|important (?:note|information).*)\W*$",
    re.IGNORECASE,
)
_CORE = re.compile(
    r"\b(?:qualifications?|experience|skills?|knowledge|abilit(?:y|ies)|aptitudes?|attributes?|"
    r"qualities|attainments?|education|"
    r"competenc(?:y|ies|e|es)|characteristics|disposition|circumstances|training|understanding|"
    r"attitudes?|requirements?|factors|"
    r"values|behaviours?|commitments?|achievements?|motivation|personality|eligibility|expertise|"
    r"interests|practicalities|character|other|"
    r"cymwysterau|profiad|gwybodaeth|sgiliau|galluoedd|dealltwriaeth|rhinweddau|nodweddion|hyfforddiant|addysg|"
    r"gofynion|arall|accreditations?)\b",  # in Wales, beside the English or alone
    re.IGNORECASE,
)
_WEAK_CORE = re.compile(
    r"\b(?:development|leadership|management|communication|safeguarding|equality|teamwork|relationships|"
    r"supervision)\b",
    re.IGNORECASE,
)
_ALONG = re.compile(
    r"\b(?:and|or|of|the|to|for|in|with|a|an|other|additional|additonal|special|specialist|"
    r"specific|relevant|general|personal|"
    r"professional|practical|physical|technical|interpersonal|inter|social|management|managerial|"
    r"leadership|communication|faith|"
    r"teaching|learning|work|working|job|related|key|core|essential|desirable|academic|"
    r"educational|vocational|formal|previous|"
    r"development|school|child|children|people|ict|it|equality|diversity|equal|opportunities|"
    r"safeguarding|health|fitness|"
    r"language|welsh|clinical|organisational|administrative|intellectual|aptitude|miscellaneous|further|"
    r"approach|style|orientation|mental|"
    r"emotional|team|individual|circumstance|wider|level|attainment|subject|curriculum|practice|"
    r"practise|applied|appearance|"
    r"commitment|impact|religious|catholic|christian|church|post|role|required|minimum|attitude|"
    r"section|part|criteria|strategic|your|personol|proffesiynol|iaith|gymraeg|ac|eraill|"
    r"[a-z]|[ivx]+|\d+)\b",
    re.IGNORECASE,
)
# Sections in plain speech.
_SPOKEN_SECTION = re.compile(
    r"^(?:what you(?:['’]ll| will)? (?:know|can do|have done|bring|are like)|who you are|about you|"
    r"how you (?:work|think)|question \d+: .{3,60}|(?:your )?track record|"
    r"qualifications and awards|particular requirements|"
    r"values and beliefs|any (?:other|additional) (?:factors|requirements|information))\W*$",
    re.IGNORECASE,
)
_LETTERED = re.compile(r"^\s*(?:[\[(]?[A-Za-z0-9]{1,3}[\].)]\s+|[A-Z]\s+(?=[A-Z])(?!Level))")
_NO_LAST_WORD = frozenset({"of", "in", "to", "for", "with", "the", "and", "or"})
# The second line of “knowledge of the National | Curriculum and of safeguarding”.
_GOES_ON = re.compile(r"\band of [a-z]")
_STARTS_LIKE_CRITERION = re.compile(
    r"^(?:(?:an?|the|some|good|strong|excellent|proven|recent|previous|basic|sound|effective|"
    r"relevant|successful|thorough)\s+)*"
    r"(?:experience|knowledge|understanding|awareness|ability|skills?|commitment|qualification|"
    r"evidence|competence)\s+"
    r"(?:of|in|to|with|at|on|working|that|as)\b|^(?:able|has|have|can|must|to|willing|is|be|will|"
    r"committed|good at)\b",
    re.IGNORECASE,
)


@remembered
def part_of(text: str) -> Part | None:
    """The part of the document that a heading begins, or None.

    A heading that names both the description and the specification is the title of the whole.
    """
    if is_document_title(text):
        return None
    bare = as_meant(text.strip(" :*"))
    if _SPECIFICATION.search(bare):
        return Part.SPECIFICATION
    if _PURPOSE.search(bare) and len(bare.split()) <= 9:
        return Part.PURPOSE
    if _DUTIES.search(bare):
        return Part.DUTIES
    return Part.OTHER if _OTHER.match(bare) else None


_KEY_DUTIES = re.compile(
    r"^\W*(?:key|main|specific|principal|core|general) (?:duties|responsibilities|tasks|accountabilities)\b"
    r"(?:\W+\w+){0,5}\W*$",
    re.IGNORECASE,
)
_DUTIES_FIRST = re.compile(
    r"^\W*(?:\w+[\s,/&]+){0,3}?(?:duty|duties|responsibilit\w+|accountabilit\w+|tasks|activities)\b(?:\W+\w+){0,5}\W*$",
    re.IGNORECASE,
)


def heads_duties(text: str) -> bool:
    """“Main duties and responsibilities”; not “Understands duties under COSHH and RIDDOR”."""
    return bool(_DUTIES_FIRST.match(as_meant(text))) and not re.match(
        r"^\W*(?:under\w+|know\w*|aware\w*|able|experience|carr\w+|willing\w*)\b", text, re.IGNORECASE
    )


def begins_part(text: str) -> bool:
    """Whether a line of text heads a part; “Knowledge of the duties of parents” only speaks of them."""
    part = part_of(text)
    return part is not None and (part is not Part.DUTIES or heads_duties(text))


def lists_duties(text: str) -> bool:
    """“Key responsibilities of the role”, by its plural; “Responsibility for people” may be a criterion’s."""
    return bool(_KEY_DUTIES.match(text))


def spoken_part_of(text: str) -> Part | None:
    """The part that a heading such as “About you” or “What you will do” begins, outside a specification."""
    bare = text.strip(" :*")
    return next((part for part, pattern in _SPOKEN if pattern.match(bare)), None)


def is_document_title(text: str) -> bool:
    """“Caretaker – Job Description and Person Specification”."""
    return bool(_DESCRIPTION.search(text) and _SPECIFICATION.search(text))


def names_specification(text: str) -> bool:
    return bool(_SPECIFICATION.search(as_meant(text)))


def speaks_of_candidate(text: str) -> bool:
    """“The successful candidate will be able to:”, a sentence over a list and no title."""
    return bool(re.search(_CANDIDATE, text, re.IGNORECASE))


def names_description(text: str) -> bool:
    return bool(_DESCRIPTION.search(text))


def without_part_names(text: str) -> str:
    """What a title says beside “person specification” and “job description”."""
    rest = _SPECIFICATION.sub(" \x00 ", text)
    return _DESCRIPTION.sub(" \x00 ", rest)


def starts_like_criterion(text: str) -> bool:
    """“Ability to …”, “Some experience of …” with a capital, as a wording of its own begins."""
    return text[:1].isupper() and bool(_STARTS_LIKE_CRITERION.match(text))


@remembered
def is_section_name(text: str) -> bool:
    """Whether a short line is built from the usual names of groups of criteria.

    “Professional knowledge, skills and abilities” is; “Knowledge of the curriculum” begins like a
    criterion and is not.
    """
    text = as_meant(text)
    if _SPOKEN_SECTION.match(text):
        return True
    bare = _LETTERED.sub("", text).strip(" :*.–—-")
    words = re.findall(r"[A-Za-z]+", bare)
    if (
        not words
        or len(words) > 10
        or words[0].lower() in {"a", "an"}
        or text.rstrip().endswith((".", ";", ",", "?"))
        or words[-1].lower() in _NO_LAST_WORD
    ):
        return False
    if _STARTS_LIKE_CRITERION.match(bare) or _GOES_ON.search(bare):
        return False
    left = re.findall(r"[A-Za-z]+", _ALONG.sub(" ", _CORE.sub(" ", bare)))
    if not _CORE.search(bare):
        return bool(_WEAK_CORE.search(bare)) and not left and bare[:1].isupper() and len(words) <= 5
    return len(left) * 5 <= len(words) and not (
        len(words) > 1 and left and left[0] == words[0] and words[0].islower()
    )


def names_several_groups(text: str) -> bool:
    """A heading such as “Experience, Qualifications & Skills”, which begins a specification by itself."""
    bare = text.strip(" :*")
    return (
        is_section_name(bare)
        and len({word.lower() for word in _CORE.findall(bare)} - {"requirements", "other"}) >= 2
    )


def is_requirement_heading(text: str) -> bool:
    """“Essential criteria:” or “Desirable Qualifications and Experience”."""
    requirement, rest = split_heading(text)
    if requirement is None or text.rstrip().endswith("."):
        return False
    return not rest or is_section_name(rest)
