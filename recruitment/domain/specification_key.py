"""The key to the letters of evidence: “A = Application form, I = Interview”, in the ways it is written."""

import re
from collections.abc import Mapping, Sequence

from recruitment.domain.remembering import remembered
from recruitment.domain.specification_evidence import methods_in, without_dots

_LONGEST_KEY_LINE = 14  # words
_NEXT_SENTENCE = re.compile(r"(?<=[a-z])\s+(?=[A-Z][a-z]+ [a-z])")
_CODE_AND_WORDS = re.compile(r"(?P<code>[A-Z]{1,4}) (?P<words>[A-Za-z][A-Za-z ()/-]{2,40})")
_CODE_AND_BRACKET = re.compile(r"(?<![\w&])(?P<code>[A-Z]{1,3}) \((?P<words>[a-z][a-z ]{2,40})\)")
_DASH_AND_CODE = re.compile(
    r"(?P<words>[A-Za-z][A-Za-z ]{2,40}(?:\([^()]{2,40}\))?)\s*[–—-]\s*(?P<code>[A-Z]{1,2})(?![A-Za-z])"
)
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
_FEWEST_LISTED = 3  # codes with commas between them
_CODE_FIRST = re.compile(
    r"(?:(?<![A-Za-z0-9])(?![A-Z][a-z]+-[a-z])\(?(?P<code>[A-Z]{1,4}|[A-Z][a-z]{1,4})\)?\s*(?:[=–—:-]|\s-\s)\s*"
    r"|(?<=[a-z])(?P<glued>[A-Z]{1,2})\s*=\s*"
    r"|(?<![A-Za-z0-9])[(\[](?P<bracketed>[A-Z]{1,3})[)\]]\s+)(?=[A-Za-z0-9(])"
)
_CODE_LAST = re.compile(
    r"(?P<words>[A-Za-z][A-Za-z /&-]{2,40}?)\s*[\(\[](?P<code>[A-Z]{1,4}|[A-Z][a-z]{1,4})[\)\]]"
)
_KEY_LINE = re.compile(r"\W*[A-Z]{1,4}(?:[a-z]{1,3})?\W*[=–—:\t-]\s*[A-Za-z]")
_NUMBERED = re.compile(r"(?<![\w.])(\d)\s*[=:–-]\s*([A-Za-z][A-Za-z /-]{2,40})")
_STAGE = re.compile(r"^\W*stage (?P<code>\d)\s*[=–—:-]\s*(?P<words>[A-Za-z][A-Za-z /]{2,40})", re.IGNORECASE)
_LOW = re.compile(r"(?<![A-Za-z])([a-z])\s*=\s*([A-Za-z][A-Za-z ()'’-]{2,60})")
_LETTERED = re.compile(r"\(([a-h])\)\s*([A-Za-z][A-Za-z /-]{2,40})")
# What stands between a code and its words in each of these; most lines of a document have none.
_SIGN = re.compile(r"[=–—:()\[\]●•·|;-]|,[^,]*,")
_DASH = re.compile("[–—-]")
# “AF application form  Int interview  PT practical test”, with nothing between codes and words.
_BESIDE = re.compile(r"(?P<code>[A-Z][A-Za-z]{0,3}) (?P<words>[a-z][a-z-]*(?: [a-z-]+){0,3})(?: |$)")


def parse_key(text: str) -> dict[str, str]:
    """The key in “A – Application form  I – Interview”, “A=ApplicationI =Interview” or “Interview (I)”.

    Only letters whose words name a method are kept, and only where there are two or more of them or
    the text is nothing but this one pair; so “E = Essential” never becomes a method.
    """
    return dict(_pairs_in(text))


@remembered
def _pairs_in(text: str) -> tuple[tuple[str, str], ...]:
    if beside := _pairs_beside(text):
        return tuple(beside.items())
    if not _SIGN.search(text):
        return ()
    text = without_dots(text)
    code_first = (_pairs_code_first(text), _pairs_by_dots(text), _pairs_in_brackets(text))
    readings = (max(code_first, key=len), max(_pairs_code_last(text), _pairs_behind_dashes(text), key=len))
    first, last = ({code: words for code, words in pairs.items() if methods_in(words)} for pairs in readings)
    methods = last if len(last) > len(first) else first or _pairs_in_order(text) or _pairs_low(text)
    return tuple(methods.items()) if len(methods) >= 2 or (methods and _is_single_pair(text)) else ()


def key_of_lines(texts: Sequence[str]) -> dict[str, str]:
    """A key with one code on each line, “A – application form”, wherever two such lines follow each other."""
    key: dict[str, str] = {}
    run: dict[str, str] = {}
    for text in (*texts, ""):
        pair = _pair_on_line(text)
        if pair and pair.keys() - run.keys():
            run |= pair
            continue
        key |= run if len(run) > 1 else {}
        run = dict(pair)
    return key


def is_key_line(text: str, key: Mapping[str, str]) -> bool:
    """Whether a line is one code of the key and its words."""
    pair = _pair_on_line(text)
    return bool(pair) and all(key.get(code) == words for code, words in pair.items())


def explains_code(text: str) -> bool:
    """Whether a line is one code and its words, “R – Reference”."""
    return bool(_pair_on_line(text))


def _pair_on_line(text: str) -> dict[str, str]:
    if (stage := _STAGE.match(text)) and methods_in(stage["words"]):
        return {stage["code"]: stage["words"].strip()}
    if len(text.split()) > _LONGEST_KEY_LINE or not _KEY_LINE.match(text):
        return {}
    pairs = _pairs_code_first(text)
    return pairs if len(pairs) == 1 and all(methods_in(words) for words in pairs.values()) else {}


def _pairs_in_order(text: str) -> dict[str, str]:
    """“1 = application form; 2 = interview”, or “(a) application form, (b) interview”, in order."""
    for pairs, signs in ((_NUMBERED.findall(text), "123456789"), (_LETTERED.findall(text), "abcdefgh")):
        in_order = [sign for sign, _ in pairs] == list(signs[: len(pairs)])
        known = sum(bool(methods_in(words)) for _, words in pairs)
        if known > 1 and in_order and known >= len(pairs) - 1:
            return {code: words.strip() for code, words in pairs}
    return {}


def _pairs_low(text: str) -> dict[str, str]:
    """“a = application, i = interview”, in small letters."""
    pairs = {code: words.strip() for code, words in _LOW.findall(text) if methods_in(words)}
    return pairs if len(pairs) > 1 else {}


def _is_single_pair(text: str) -> bool:
    return bool(re.fullmatch(r"\W*[A-Za-z]{1,3}\s*=\s*[A-Za-z][A-Za-z /-]{2,40}\W*", text))


def _pairs_code_first(text: str) -> dict[str, str]:
    places = list(_CODE_FIRST.finditer(text))
    pairs = {}
    for index, place in enumerate(places):
        end = places[index + 1].start() if index + 1 < len(places) else len(text)
        code = place["code"] or place["glued"] or place["bracketed"]
        told = re.split(r"[\n;.,]", text[place.end() : end])[0].rstrip(" ,;./|&")
        words = told.strip(" ,;.()/|&").removesuffix(" and").strip()
        if told.endswith(")") and "(" in words:  # “task (including lesson observation)”
            words += ")"
        if len(words) > 60:  # what follows the key on the same line is another sentence
            words = _NEXT_SENTENCE.split(words)[0]
        if words and len(words) <= 60 and _abbreviates(code, words):
            pairs[code] = words
    return pairs


def _pairs_by_dots(text: str) -> dict[str, str]:
    """“AF Application form ● SI Structured interview”: codes before their words, and nothing between.

    Commas may stand for the dots, where there are several.
    """
    told = text.rsplit(":", 1)[-1].strip(" .")
    for signs, fewest in ((r"[●•·|;]", 2), (r"[,;]", _FEWEST_LISTED)):
        parts = [part.strip() for part in re.split(signs, told)]
        found = [_CODE_AND_WORDS.fullmatch(part) for part in parts]
        if len(found) >= fewest and all(found):
            return {pair["code"]: pair["words"].strip() for pair in found if pair}
    return {}


def _pairs_in_brackets(text: str) -> dict[str, str]:
    """“A (application), I (interview), T (written test)”; not “a DBS (enhanced certificate)”."""
    pairs = {place["code"]: place["words"].strip() for place in _CODE_AND_BRACKET.finditer(text)}
    begins = {code: {word[:1].upper() for word in words.split()} for code, words in pairs.items()}
    return {code: words for code, words in pairs.items() if code[0] in begins[code]}


def _pairs_beside(text: str) -> dict[str, str]:
    """“AF application form Int interview Ref references”, where nothing else stands in the text."""
    found = list(_BESIDE.finditer(text)) if _BESIDE.match(text) else []
    whole = sum(len(pair[0]) for pair in found) == len(text)
    if len(found) < _FEWEST_LISTED or not whole:
        return {}
    pairs = {pair["code"]: pair["words"] for pair in found}
    named = all(methods_in(words) for words in pairs.values())
    begun = all(
        any(word.startswith(code[0].lower()) for word in words.split()) for code, words in pairs.items()
    )
    return pairs if named and begun else {}


def _pairs_behind_dashes(text: str) -> dict[str, str]:
    """“Application form - A Letter (with statement) - L Interview – I”."""
    pairs: dict[str, str] = {}
    if len(_DASH.findall(text)) < _FEWEST_LISTED:
        return pairs
    for place in _DASH_AND_CODE.finditer(text):
        words = _IN_BRACKETS.sub("", place["words"]).strip(" ,;:")
        if methods_in(words):
            pairs[place["code"]] = words
    return pairs if len(pairs) >= _FEWEST_LISTED else {}


def _abbreviates(code: str, words: str) -> bool:
    """“Ref” stands for references; “Stage: application” is no code and its meaning."""
    return (
        len(code) < 3 or code.isupper() or any(word[:1].lower() == code[0].lower() for word in words.split())
    )


def _pairs_code_last(text: str) -> dict[str, str]:
    if "(" not in text and "[" not in text:
        return {}
    return {place["code"]: place["words"].strip(" /&-") for place in _CODE_LAST.finditer(text)}
