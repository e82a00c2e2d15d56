"""How a document under review is kept between two requests: plain JSON there and back."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any, TypedDict, cast

from recruitment.domain.linter.dismissals import Dismissal
from recruitment.domain.person_specification import DocumentLine, Duty, Reading, is_trainable
from recruitment.domain.profile_draft import LONGEST, ProfileDraft, from_read_profile
from recruitment.domain.review import Answers, Draft, ListHead
from recruitment.domain.row_undo import Step
from recruitment.domain.rows import Row, Rows, sort_evidence


class StoredDraft(TypedDict):
    """The columns of a reading that hold a draft."""

    profile: dict[str, Any]
    rows: list[dict[str, Any]]
    undo_stack: list[dict[str, Any]]
    lines: list[dict[str, Any]]
    unread: list[str]


def draft_from_reading(reading: Reading) -> Draft:
    """What the reader found, ready for review. Either-or wording is proposed as trainable."""
    rows: list[Row] = []
    for group, specification in enumerate(reading.specifications):
        for criterion in specification.criteria:
            place = criterion.source
            rows.append(
                Row(
                    key=len(rows) + 1,
                    text=criterion.text,
                    section=criterion.section or "",
                    requirement=criterion.requirement,
                    evidence=sort_evidence(criterion.evidence),
                    is_trainable=is_trainable(criterion.text),
                    specification=group,
                    group=group,
                    page=place.page if place else None,
                    line=place.line if place else None,
                    check=criterion.check,
                )
            )
    heads = tuple(
        ListHead(specification.title or "", tuple(specification.evidence_key.items()))
        for specification in reading.specifications
    )
    return Draft(from_read_profile(reading.profile), heads, tuple(rows), reading.lines, reading.unread)


def draft_to_json(draft: Draft) -> StoredDraft:
    """The draft as the reading stores it, without the few characters that no database keeps."""
    stored: StoredDraft = {
        "profile": {
            **{name: getattr(draft.profile, name) for name in (*LONGEST, "purpose")},
            "duties": [asdict(duty) for duty in draft.profile.duties],
            "lists": [{"title": head.title, "evidence_key": dict(head.evidence_key)} for head in draft.lists],
            "noted": list(draft.noted),
            "answers": asdict(draft.answers),
            "dismissals": [asdict(one) for one in draft.dismissals],
        },
        "rows": [asdict(row) for row in draft.rows],
        "undo_stack": [
            {"label": step.label, "order": list(step.order), "rows": [asdict(row) for row in step.rows]}
            for step in draft.steps
        ],
        "lines": [asdict(line) for line in draft.lines],
        "unread": list(draft.unread),
    }
    return cast("StoredDraft", _storable(stored))


def _storable(value: object) -> object:
    """No NUL and no half of a surrogate pair in any text: PDF files and pasted words can hold them."""
    if isinstance(value, str):
        return value.replace("\0", "").encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, dict):
        return {_storable(name): _storable(held) for name, held in value.items()}
    if isinstance(value, list | tuple):
        return [_storable(held) for held in value]
    return value


def draft_from_json(stored: StoredDraft) -> Draft:
    """The draft that was stored."""
    profile = stored["profile"]
    return Draft(
        profile=ProfileDraft(
            **{name: profile.get(name, "") for name in (*LONGEST, "purpose")},
            duties=tuple(Duty(duty["section"], duty["text"]) for duty in profile.get("duties", ())),
        ),
        lists=tuple(
            ListHead(head["title"], tuple(head["evidence_key"].items())) for head in profile.get("lists", ())
        ),
        rows=rows_from_json(stored["rows"]),
        lines=tuple(DocumentLine(**line) for line in stored["lines"]),
        unread=tuple(stored["unread"]),
        noted=tuple(profile.get("noted", ())),
        answers=_answers(profile.get("answers", {})),
        dismissals=tuple(Dismissal(**one) for one in profile.get("dismissals", ())),
        steps=tuple(
            Step(step["label"], tuple(step["order"]), rows_from_json(step["rows"]))
            for step in stored["undo_stack"]
        ),
    )


def _answers(stored: Mapping[str, Any]) -> Answers:
    reasons = tuple((name, reason) for name, reason in stored.get("reasons", ()))
    ticked = tuple(stored.get("ticked", ()))
    return Answers(stored.get("review_date", ""), stored.get("next_version_of", ""), reasons, ticked)


def rows_from_json(stored: Iterable[Mapping[str, Any]]) -> Rows:
    """The rows that were stored."""
    return tuple(
        Row(**{**row, "check": tuple(row["check"]), "accepted": tuple(row["accepted"])}) for row in stored
    )
