"""Takes what would name an anonymous candidate out of the candidate's own words.

Hidden is what the form says elsewhere: names, employers, places of study, referees, and any e-mail
address or telephone number. Words that tell who somebody is without being one of these stay, and the
pages say so.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

HIDDEN = "[hidden]"

# Words that name a kind of place or of work. Alone they tell nothing, and at the end of a name people leave
# them out: "Oakhill Primary" for Oakhill Primary School, and plain "Oakhill".
_GENERIC_WORDS = """
a academy agency and association at borough business care carer catholic ce centre children children's
church city club college community company council county day district education employed england family
federation first for foundation freelance group high home hospital in infant infants junior juniors
limited local ltd maternity middle multi n/a nhs none nursery of own parent plc playgroup pre-school
preparatory preschool primary rc school schools secondary self self-employed service services sixth form
special studies supply the travel trust unemployed university unpaid various village voluntary volunteer
work
"""
_GENERIC = frozenset(_GENERIC_WORDS.split())
_TITLE_WORDS = "mr mrs ms miss mx dr rev revd reverend prof professor sir dame"
_TITLES = frozenset(_TITLE_WORDS.split())
_EMAIL = r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+"
_TELEPHONE = r"(?:\+44|\b0)(?:[\s()-]*\d){9,10}\b"


@dataclass(frozen=True, slots=True)
class Telling:
    """What is known of a candidate that would name them: names of people, names of places, contacts."""

    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()


def make_mask(telling: Telling) -> Callable[[str], str]:
    """A function that puts ``[hidden]`` for every telling word of a text.

    One word alone is hidden where it is written as a name, with a capital; several words however they
    are written.
    """
    known = {
        words.casefold(): words
        for words in (*_people(telling.people), *_places(telling.places), *telling.contacts)
        if len(words) > 1
    }
    longest_first = sorted(known.values(), key=lambda words: (-len(words), words))
    alternatives = "|".join([_EMAIL, _TELEPHONE, *map(_pattern, longest_first)])
    found = re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE)

    def hide(match: re.Match[str]) -> str:
        words = match.group()
        is_one_small_word = words.isalpha() and not words[0].isupper()
        return words if is_one_small_word else HIDDEN

    return lambda text: _join(found.sub(hide, text))


def _pattern(words: str) -> str:
    """Matches the words with any space between them and either apostrophe."""
    parts = (re.sub("['’]", "['’]", re.escape(part)) for part in words.split())
    return r"\s+".join(parts)


def _people(names: Iterable[str]) -> Iterator[str]:
    """A full name without its title, and each of its parts."""
    for name in names:
        words = [word for word in name.split(",")[0].split() if word.casefold().strip(".") not in _TITLES]
        yield " ".join(words)
        yield from (word for word in words if word.strip(".").isalpha() or "-" in word or "’" in word)


def _places(names: Iterable[str]) -> Iterator[str]:
    """A place’s name as given, and shorter by the general words at its end; none that is general alone."""
    for name in names:
        whole = re.sub(r"\(.*?\)", " ", name)
        for given in {whole, whole.split(",")[0]}:
            words = given.replace(",", " , ").split()
            if words and words[0].casefold() == "the":
                words = words[1:]
            if not any(_is_distinctive(word) for word in words):
                continue
            yield " ".join(words).replace(" ,", ",")
            while _is_general(words[-1]):
                words = words[:-1]
                yield " ".join(words).replace(" ,", ",")


def _is_general(word: str) -> bool:
    return word.casefold().strip(".,").replace("’", "'") in _GENERIC or word == ","


def _is_distinctive(word: str) -> bool:
    return len(word) > 2 and not _is_general(word)


def _join(text: str) -> str:
    """Neighbouring marks as one: how many words a name has tells something too."""
    mark = re.escape(HIDDEN)
    return re.sub(rf"{mark}(?:[\s,]+{mark})+", HIDDEN, text)
