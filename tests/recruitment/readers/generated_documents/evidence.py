"""How a document writes the evidence of a criterion, and where it explains its letters."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tests.recruitment.readers.generated_documents import wordings
from tests.recruitment.readers.generated_documents.page import Paragraph
from tests.recruitment.readers.generated_documents.post import Code, Post

# Codes that people read without a key.
_PLAIN = {"A", "I", "R", "T", "C", "P", "O", "AF", "App", "Int", "Ref"}


@dataclass(frozen=True, slots=True)
class EvidenceStyle:
    """``key`` is where the key stands: top, bottom, head (of the column) or nowhere."""

    codes: tuple[Code, ...]
    in_words: bool
    joiner: str
    key: str
    sign: str
    lead: str
    head: str

    def write(self, letters: Sequence[str]) -> str:
        chosen = [code for code in self.codes if code.letter in letters]
        if self.in_words:
            return self.joiner.join(
                code.words if place == 0 or self.joiner != " and " else code.words.lower()
                for place, code in enumerate(chosen)
            )
        return self.joiner.join(code.code for code in chosen)

    def key_text(self) -> str:
        return "  ".join(f"{code.code}{self.sign}{code.words}" for code in self.codes)

    def column_head(self) -> str:
        if self.key == "head" and not self.in_words:
            return f"{self.head} ({', '.join(f'{code.code}{self.sign}{code.words}' for code in self.codes)})"
        return self.head

    def note(self, place: str) -> list[Paragraph]:
        """The key as a paragraph, where it stands at this place."""
        if self.in_words or self.key != place:
            return []
        return [Paragraph(self.lead + self.key_text())]


def evidence_style(post: Post) -> EvidenceStyle:
    in_words = post.chance(0.25)
    glues = len({len(code.code) for code in post.codes}) == 1 and len(post.codes[0].code) == 1
    joiners = (
        (" and ", ", ", " / ", "/", " & ")
        if in_words
        else ("/", ", ", " ", "; ", " & ", *([""] if glues else []))
    )
    needs_key = not all(code.code in _PLAIN for code in post.codes)
    places = ("top", "bottom", "head", *([] if needs_key else ["nowhere"]))
    return EvidenceStyle(
        codes=post.codes,
        in_words=in_words,
        joiner=post.pick(joiners),
        key=post.pick(places),
        sign=post.pick((" = ", "=", " – ", ": ", " - ")),
        lead=post.pick(wordings.KEY_LEADS),
        head=post.pick(wordings.EVIDENCE),
    )


def lettered_style(post: Post, *joiners: str) -> EvidenceStyle:
    """Letters for brackets behind a wording: short words in their place would read as part of it."""
    style = evidence_style(post)
    worded = any(len(code.code) > 2 for code in style.codes)
    codes = tuple(replace(code, code=code.letter) for code in style.codes) if worded else style.codes
    key = "top" if style.key == "head" else style.key
    return replace(style, codes=codes, in_words=False, joiner=post.pick(joiners), key=key)


def in_a_sentence(codes: Sequence[Code], letters: Sequence[str]) -> str:
    """“application form, interview and references”."""
    words = [code.words.lower() for code in codes if code.letter in letters]
    return " and ".join([*([", ".join(words[:-1])] if words[:-1] else []), words[-1]])
