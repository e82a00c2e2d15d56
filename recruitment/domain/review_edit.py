"""One press of a button on the review page: what was typed is kept first, then the action is tried."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from core.domain.errors import DomainError
from recruitment.domain.evidence_key import says_only_the_key, write_key
from recruitment.domain.profile_draft import ProfileDraft
from recruitment.domain.review import Answers, Draft, mark_of_line
from recruitment.domain.review_dismissals import dismiss, look_again
from recruitment.domain.row_actions import name_of_edit, parse_action, perform
from recruitment.domain.row_decisions import change_letter
from recruitment.domain.row_undo import Step, go_back, push, step_between
from recruitment.domain.rows import CUT_MARK, Correction, Rows, add_line, correct, find_row, list_kept, tidy


@dataclass(frozen=True, slots=True)
class Press:
    """What came with a press: the form as typed and the button's value (empty for saving alone).

    ``evidence_key`` holds the words typed for each letter; ``letters`` what one letter is to become. ``was``
    holds the marks of what the page showed when it was made, part by part.
    """

    profile: ProfileDraft | None = None
    corrections: Mapping[int, Correction] = field(default_factory=dict)
    action: str = ""
    answers: Answers | None = None
    evidence_key: Mapping[str, str] | None = None
    letters: tuple[str, str] = ("", "")
    was: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edited:
    """The draft after a press, the row to go on with, and why the action could not be done."""

    draft: Draft
    focus: int | None = None
    error: DomainError | None = None


def edit_draft(draft: Draft, press: Press) -> Edited:
    """Keep what was typed, then act. An action that cannot be done leaves the typed words kept."""
    rows = correct(draft.rows, press.corrections)
    steps = push(draft.steps, step_between("correcting rows", draft.rows, rows))
    typed = replace(
        draft,
        profile=press.profile or draft.profile,
        answers=press.answers or draft.answers,
        lists=write_key(draft.lists, press.evidence_key),
        rows=rows,
        steps=steps,
    )
    try:
        if press.action == "letter":
            return _change_letter(typed, *press.letters)
        if press.action.startswith("split:"):
            return _split(draft, press, typed)
        return _undo(typed, draft.steps or steps) if press.action == "undo" else _act(typed, press.action)
    except DomainError as error:
        return Edited(typed, error=error)


ONLY_SAVES = frozenset({"", "save", "mine", "theirs"})  # the last two choose what is saved


def _act(draft: Draft, action: str) -> Edited:
    name, _, rest = action.partition(":")
    if name in ONLY_SAVES:
        return Edited(draft)
    if name == "note":
        return _note(draft, rest)
    if name in {"dismiss", "undismiss"}:
        return Edited(dismiss(draft, rest) if name == "dismiss" else look_again(draft, rest))
    if name == "unread":
        return _use_unread(draft, rest)
    if name == "line":
        return _use_line(draft, rest)
    parsed = replace(parse_action(action), ticked=frozenset(draft.answers.ticked))
    after = perform(draft.rows, parsed)
    key = parsed.keys[0] if parsed.keys and name in _OF_A_ROW else None
    return Edited(_moved(draft, after, name_of_edit(parsed)), _focus(draft.rows, after, key))


_OF_A_ROW = frozenset({"split", "split-parts", "join", "drop", "restore", "add", "same", "checked"})


def _split(draft: Draft, press: Press, typed: Draft) -> Edited:
    """Cut a row at its mark. The mark belongs to the cut alone: no step leads back to words that carry it."""
    action = parse_action(press.action)
    key = action.keys[0]
    after = perform(typed.rows, action)
    before = _without_mark(draft.rows, key, like=draft.rows)
    whole = _without_mark(typed.rows, key, like=before)
    steps = push(draft.steps, step_between("correcting rows", before, whole))
    steps = push(steps, step_between(name_of_edit(action), whole, after))
    return Edited(replace(typed, rows=after, steps=steps), _focus(typed.rows, after, key))


def _without_mark(rows: Rows, key: int, *, like: Rows) -> Rows:
    """The row whole again: as it stands in ``like`` where only a mark, perhaps within a word, was put in."""
    row, model = find_row(rows, key), find_row(like, key)
    bare = replace(row, text=tidy(row.text.replace(CUT_MARK, " ")))
    if "".join(bare.text.split()) == "".join(model.text.split()):
        bare = replace(bare, text=model.text, check=model.check, accepted=model.accepted)
    return tuple(bare if other.key == key else other for other in rows)


def _change_letter(draft: Draft, letter: str, becomes: str) -> Edited:
    rows = change_letter(draft.rows, letter, becomes)
    return Edited(_moved(draft, rows, "changing a letter"))


def _moved(draft: Draft, after: Rows, label: str) -> Draft:
    return replace(draft, rows=after, steps=push(draft.steps, step_between(label, draft.rows, after)))


def _undo(typed: Draft, steps: tuple[Step, ...]) -> Edited:
    """Take back the step that the button named, not what was typed into other rows since."""
    if not steps:
        raise DomainError("nothing_to_undo", "There is nothing to undo.")
    rows = go_back(typed.rows, steps[-1])
    focus = next((row.key for row in steps[-1].rows if not row.is_left_out), None)
    return Edited(replace(typed, rows=rows, steps=steps[:-1]), focus)


def _note(draft: Draft, mark: str) -> Edited:
    if mark not in {mark_of_line(line) for line in draft.lines}:
        raise _no_such_line()
    return Edited(replace(draft, noted=tuple(dict.fromkeys((*draft.noted, mark)))))


def _use_unread(draft: Draft, number: str) -> Edited:
    if not (number.isascii() and number.isdigit() and int(number) < len(draft.unread)):
        raise _no_such_line()
    text = draft.unread[int(number)]
    return _with_line(draft, text, find_line(draft, text), int(number))


def _use_line(draft: Draft, mark: str) -> Edited:
    for line in draft.lines:
        if mark_of_line(line) == mark:
            cells = [tidy(cell) for cell in line.text.split(CUT_MARK)]
            unread = next(
                (number for number, text in list_unread(draft) if tidy(text) in tidy(line.text)), None
            )
            return _with_line(draft, max(cells, key=len), (line.page, line.line), unread)
    raise _no_such_line()


def _with_line(draft: Draft, text: str, place: tuple[int | None, int] | None, unread: int | None) -> Edited:
    rows = add_line(draft.rows, text, place, unread)
    return Edited(_moved(draft, rows, "making a row of a line"), _focus(draft.rows, rows, None))


def _no_such_line() -> DomainError:
    return DomainError("no_such_line", "This line is not in the list any more. Load the page again.")


def find_line(draft: Draft, text: str) -> tuple[int | None, int] | None:
    """Page and line where these words stand, else where they begin; nothing where they do neither."""
    wanted = tidy(text)
    begun: tuple[int | None, int] | None = None
    for line in draft.lines:
        words = tidy(line.text)
        if words and wanted in words:
            return line.page, line.line
        if begun is None and len(words) > 8 and wanted.startswith(words):
            begun = line.page, line.line
    return begun


def list_unread(draft: Draft) -> tuple[tuple[int, str], ...]:
    """The lines that the reader left unused and nobody has made a row of, with their numbers.

    A line that only explains letters was understood: nobody need look at it.
    """
    used = {row.unread for row in draft.rows}
    return tuple(
        (number, text)
        for number, text in enumerate(draft.unread)
        if number not in used and not says_only_the_key(text, draft.lists)
    )


def _focus(before: Rows, after: Rows, key: int | None) -> int | None:
    """The row to go on with: the new one, else the one acted on, else its neighbour."""
    known = {row.key for row in before}
    new = [row.key for row in after if row.key not in known]
    kept = [row.key for row in list_kept(after)]
    if key is None or (len(after) == len(before) + 1 and _is_empty(after, new)):
        return new[0] if new else None
    if key in kept:
        return key
    order = [row.key for row in after]
    later = [other for other in order[order.index(key) :] if other in kept]
    return later[0] if later else (kept[-1] if kept else None)


def _is_empty(rows: Rows, keys: list[int]) -> bool:
    return all(not row.text for row in rows if row.key in keys)
