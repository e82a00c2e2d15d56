"""What the wording of one criterion gives away. Each answer is about English, not about a document."""

import re

from recruitment.domain.criminal_records import bans_every_record
from recruitment.domain.several_activities import names_several_activities

_READY = (
    r"(?:willing|prepared|ready|commit|undertak|agree|able to (?:gain|obtain|complete|achieve)|"
    r"work(?:ing)? towards)"
)
_EITHER = re.compile(rf"\bor\b(?:(?!\band\b)[^.;]){{0,45}}?\b{_READY}", re.IGNORECASE)
_PROVIDED = re.compile(
    r"\b(?:can|will|may|could) (?:also |then )?be (?:provided|given|offered|arranged|supplied)\b"
    r"|\b(?:training|tuition) (?:is )?(?:provided|given|available|offered)\b",
    re.IGNORECASE,
)

_TRAITS = frozenset(
    [
        "adaptable",
        "adaptability",
        "ambitious",
        "approachable",
        "articulate",
        "assertive",
        "calm",
        "caring",
        "cheerful",
        "compassionate",
        "confident",
        "conscientious",
        "considerate",
        "cooperative",
        "courteous",
        "creative",
        "curious",
        "dedicated",
        "dependable",
        "determined",
        "diligent",
        "diplomatic",
        "discreet",
        "dynamic",
        "easy-going",
        "empathetic",
        "empathic",
        "empathy",
        "energetic",
        "energy",
        "enthusiasm",
        "enthusiastic",
        "fair",
        "firm",
        "flexible",
        "flexibility",
        "friendly",
        "fun",
        "hardworking",
        "hard-working",
        "helpful",
        "honest",
        "honesty",
        "imaginative",
        "independent",
        "innovative",
        "inspiring",
        "integrity",
        "kind",
        "logical",
        "loyal",
        "loyalty",
        "mature",
        "methodical",
        "motivated",
        "nurturing",
        "open-minded",
        "optimistic",
        "organised",
        "outgoing",
        "passionate",
        "patience",
        "patient",
        "personable",
        "polite",
        "positive",
        "pro-active",
        "proactive",
        "professional",
        "professionalism",
        "punctual",
        "punctuality",
        "reliable",
        "reliability",
        "resilience",
        "resilient",
        "resourceful",
        "responsible",
        "responsive",
        "respectful",
        "self-motivated",
        "sensitive",
        "sensitivity",
        "sincere",
        "solution-focused",
        "sympathetic",
        "tactful",
        "tenacious",
        "thorough",
        "thoughtful",
        "tolerant",
        "trustworthy",
        "understanding",
        "versatile",
        "warm",
        "warmth",
        "well-organised",
    ]
)
_TRAIT_FRAME = frozenset(
    [
        "a",
        "an",
        "and",
        "be",
        "being",
        "both",
        "is",
        "of",
        "the",
        "to",
        "with",
        "very",
        "highly",
        "person",
        "individual",
        "personality",
        "attitude",
        "approach",
        "manner",
        "nature",
        "good",
        "great",
        "strong",
        "sense",
        "humour",
        "self",
        "enthusiastic",
        "temperament",
        "outlook",
        "disposition",
        "under",
        "pressure",
    ]
)
_HEADS = re.compile(
    r"\b(?:abilit(?:y|ies)|able to|experience|knowledge|understanding|awareness|commitment|skills|training|"
    r"qualification|willingness|enthusiasm)\b",
    re.IGNORECASE,
)
_PARTS = re.compile(
    r";|\.\s+(?=[A-Z])|,?\s+and\s+|\s+as well as\s+|\s+plus\s+|\s+together with\s+", re.IGNORECASE
)
_OF_ITS_OWN = re.compile(
    rf";\s*(?:and\s+)?|\.\s+(?=[A-Z])|,?\s+(?:and|plus|as well as|together with)\s+"
    rf"(?=(?:(?:an?|the|good|full|current|valid|relevant)\s+){{0,2}}"
    rf"(?:{_HEADS.pattern}|(?:certificate|degree|diploma|NVQ|GCSE|level \d|(?:paediatric )?first aid|"
    rf"driving licence|licence)\b))",
    re.IGNORECASE,
)
_HEAD_ALONE = re.compile(rf"(?:[a-z]+ ){{0,2}}{_HEADS.pattern}", re.IGNORECASE)
_ENDED = re.compile(
    r"\breprimands?\b.{0,60}\bwarnings?\b|\bwarnings?\b.{0,60}\breprimands?\b", re.IGNORECASE | re.DOTALL
)
_NO_LONGER = re.compile(
    r"\b(?:no longer|not (?:be )?(?:automatically )?(?:disclosed|shown|included))\b", re.IGNORECASE
)


def is_trainable(text: str) -> bool:
    """Whether the wording lets a candidate meet it by being ready to learn.

    “Completed, or a willingness to undertake” and “can be provided” do; “willing to take part in
    training” does not (there is no either-or), nor does “or equivalent”.
    """
    return bool(_EITHER.search(text) or _PROVIDED.search(text))


def name_trainable(text: str) -> str:
    """Of a wording that asks for several things, the one that being ready to learn is enough for.

    Empty where it asks for one thing, or where the either-or stands in none or all of its parts.
    """
    parts = [part.strip(" ,;.") for part in _OF_ITS_OWN.split(text) if part.strip(" ,;.")]
    if any(_HEAD_ALONE.fullmatch(part) for part in parts):
        return ""  # “knowledge and understanding of …” asks for one thing
    chosen = [part for part in parts if is_trainable(part)]
    return "; ".join(chosen) if len(chosen) < len(parts) else ""


def is_trait_only(text: str) -> bool:
    """Whether the wording is nothing but names of qualities: “Enthusiastic”, “Professional and courteous”."""
    words = re.findall(r"[a-z]+(?:-[a-z]+)*", text.lower())
    if not words or len(words) > 10:
        return False
    traits = [word for word in words if word in _TRAITS]
    return bool(traits or "humour" in words) and all(
        word in _TRAITS or word in _TRAIT_FRAME for word in words
    )


def is_compound(text: str) -> bool:
    """Whether two parts of the wording could be met separately: each its own knowledge or activity."""
    parts = [part for part in _PARTS.split(text) if part and part.strip()]
    heads = [part for part in parts if _HEADS.search(" ".join(part.split()[:5]))]
    return (len(parts) > 1 and len(heads) > 1) or names_several_activities(text)


def mentions_ended_disclosure(text: str) -> bool:
    """Whether a notice promises the disclosure of reprimands and final warnings.

    “No convictions, reprimands or warnings” promises nothing: it is a criterion, and remarked on as one.
    """
    return bool(_ENDED.search(text)) and not _NO_LONGER.search(text) and not bans_every_record(text)
