"""One document open in two windows: what each changed is kept, and what both changed is asked about.

Each page carries marks of what it showed, part by part: a row, a field of the post, a letter of the key.
They tell what was typed here from what only stands here because the page is older than the list.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace

from recruitment.domain.evidence_key import USUAL_MEANINGS, joined_key, meaning_of
from recruitment.domain.profile_draft import LONGEST, ProfileDraft
from recruitment.domain.review import Answers, Draft
from recruitment.domain.review_edit import Press, edit_draft
from recruitment.domain.row_undo import push, step_between
from recruitment.domain.rows import EVIDENCE_LETTERS, Correction, Row, list_kept, sort_evidence, tidy

_FIELDS = (*LONGEST, "purpose")


@dataclass(frozen=True, slots=True)
class Clash:
    """A part that both windows changed: its words here, and those that are saved; ``row`` its key, if any."""

    part: str
    here: str
    there: str
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Merged:
    """The draft to keep the press in, the press without what the other window changed, and what both did."""

    draft: Draft
    press: Press
    clashes: tuple[Clash, ...] = ()


def marks_of(draft: Draft, shown: Answers | None = None) -> dict[str, str]:
    """A mark of each part of a draft as a page shows it: the same words, the same mark.

    ``shown`` are the answers where the page proposes some that nobody has given yet.
    """
    kept = {f"row-{row.key}" for row in list_kept(draft.rows)}
    parts = _parts_of(draft)
    on_page = {part: words for part, words in parts.items() if part in kept or not part.startswith("row-")}
    answers = _parts_of_answers(shown or draft.answers)
    return {part: _mark(words) for part, words in {**on_page, **answers}.items()}


def merge_press(draft: Draft, press: Press) -> Merged:
    """Part what was typed here from what another window saved since the page was made.

    Of what both changed the saved words stay, until the press says ``mine:…`` or ``theirs:…`` of the part (or
    of ``all``). A part without a mark counts as typed here. A row that was taken away there and changed here
    comes back. Of the answers, which are asked for again at the end, the last one typed stays.
    """
    draft = _bring_back(draft, press)
    saved, typed = _parts_of(draft), _parts_typed(press)
    choice, _, about = press.action.partition(":")
    theirs, clashing = set(), []
    for part, words in typed.items():
        was, there = press.was.get(part), saved.get(part, words)
        is_chosen = about in {part, "all"}
        if was is None or words == there or _mark(there) == was or (choice == "mine" and is_chosen):
            continue
        theirs.add(part)
        if _mark(words) != was and not (choice == "theirs" and is_chosen):
            clashing.append(_clash(draft, press, part))
    mine = _narrow(draft, press, lambda part: part not in theirs)
    return Merged(draft, replace(mine, answers=_merge_answers(draft.answers, press)), tuple(clashing))


def show_typed(draft: Draft, press: Press, clashes: tuple[Clash, ...]) -> Draft:
    """The draft as the page shows it while clashes are open: there the boxes hold what was typed here."""
    open_parts = {clash.part for clash in clashes}
    return edit_draft(draft, replace(_narrow(draft, press, open_parts.__contains__), action="")).draft


def list_typed(saved: Draft, typed: Draft) -> tuple[Clash, ...]:
    """What a draft says otherwise than the one on record, part by part in the order of the page."""
    before = _parts_of(saved)
    return tuple(
        Clash(part, words, before.get(part, ""), int(part[4:]) if part.startswith("row-") else None)
        for part, words in _parts_of(typed).items()
        if words != before.get(part, "")
    )


def _bring_back(draft: Draft, press: Press) -> Draft:
    known = {row.key for row in draft.rows}
    gone = [
        Row(key, tidy(given.text), tidy(given.section), given.requirement, sort_evidence(given.evidence))
        for key, given in press.corrections.items()
        if key not in known and tidy(given.text) and _is_changed(press, key)
    ]
    group = draft.rows[-1].group if draft.rows else 0
    rows = (*draft.rows, *(replace(row, group=group, specification=group) for row in gone))
    step = step_between("bringing a row back", draft.rows, rows)
    return replace(draft, rows=rows, steps=push(draft.steps, step))


def _is_changed(press: Press, key: int) -> bool:
    was = press.was.get(f"row-{key}")
    return was is not None and was != _mark(_words_of_row(press.corrections[key]))


def _parts_of(draft: Draft) -> dict[str, str]:
    key = joined_key(draft.lists)
    return {
        **{f"row-{row.key}": _words_of_row(row) for row in draft.rows},
        **_parts_of_profile(draft.profile),
        **{f"key-{letter}": tidy(meaning_of(letter, key)) for letter in EVIDENCE_LETTERS},
    }


def _parts_typed(press: Press) -> dict[str, str]:
    return {
        **{f"row-{key}": _words_of_row(given) for key, given in press.corrections.items()},
        **(_parts_of_profile(press.profile) if press.profile else {}),
        **{
            f"key-{letter}": tidy(words) or USUAL_MEANINGS[letter]
            for letter, words in (press.evidence_key or {}).items()
        },
    }


def _parts_of_profile(profile: ProfileDraft) -> dict[str, str]:
    duties = "; ".join(tidy(f"{duty.section or ''} {duty.text}") for duty in profile.duties)
    return {**{f"profile-{name}": tidy(getattr(profile, name)) for name in _FIELDS}, "duties": duties}


def _parts_of_answers(answers: Answers) -> dict[str, str]:
    return {
        "review_date": answers.review_date,
        "next_version_of": answers.next_version_of,
        "ticked": " ".join(str(key) for key in answers.ticked),
        **{f"reason-{anchor}": words for anchor, words in answers.reasons},
    }


def _merge_answers(saved: Answers, press: Press) -> Answers | None:
    """Each answer as it was changed here, else as it is saved; what the page proposed is taken as given."""
    if press.answers is None or not saved.review_date:
        return press.answers
    here, there = _parts_of_answers(press.answers), _parts_of_answers(saved)
    parts = {
        part: here.get(part, "") if _mark(here.get(part, "")) != press.was.get(part, _mark("")) else words
        for part, words in {**dict.fromkeys(here, ""), **there}.items()
    }
    reasons = [(part, words) for part, words in sorted(parts.items()) if part.startswith("reason-") and words]
    return Answers(
        parts["review_date"],
        parts["next_version_of"],
        tuple((part.removeprefix("reason-"), words) for part, words in reasons),
        tuple(int(key) for key in parts["ticked"].split()),
    )


def _words_of_row(row: Row | Correction) -> str:
    """All that a row says, as somebody would read it out."""
    words = [
        f"“{tidy(row.text)}”",
        row.requirement or "neither essential nor desirable",
        " ".join(sort_evidence(row.evidence)) or "no letter",
        *(["can be trained"] if row.is_trainable else []),
        *([f"section “{tidy(row.section)}”"] if tidy(row.section) else []),
    ]
    return ", ".join(words)


def _mark(words: str) -> str:
    return hashlib.blake2s(words.encode("utf-8", "replace"), digest_size=6).hexdigest()


def _clash(draft: Draft, press: Press, part: str) -> Clash:
    name, _, key = part.partition("-")
    row = int(key) if name == "row" else None
    return Clash(part, _parts_typed(press)[part], _parts_of(draft)[part], row)


def _narrow(draft: Draft, press: Press, is_mine: Callable[[str], bool]) -> Press:
    """The press with only some of its parts; the others stand as the draft has them."""
    profile = press.profile
    if profile:
        others = [name for name in _FIELDS if not is_mine(f"profile-{name}")]
        profile = replace(profile, **{name: getattr(draft.profile, name) for name in others})
        profile = profile if is_mine("duties") else replace(profile, duties=draft.profile.duties)
    key = press.evidence_key
    return replace(
        press,
        profile=profile,
        corrections={row: given for row, given in press.corrections.items() if is_mine(f"row-{row}")},
        evidence_key=None if key is None else {one: key[one] for one in key if is_mine(f"key-{one}")},
    )
