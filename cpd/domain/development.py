"""From criterion to development: what an appointed person still has to learn, and what becomes of it.

Nothing here decides about anybody. It proposes; a line manager or HR accepts, plans or drops with a reason.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from core.domain.errors import Denial


class Standing(StrEnum):
    """How one criterion stood when the person was appointed."""

    MET = "met"
    NOT_MET = "not_met"
    NOT_ASSESSED = "not_assessed"


class NeedKind(StrEnum):
    OBJECTIVE = "objective"
    TRAINING = "training"


class NeedOrigin(StrEnum):
    TRAINABLE = "trainable"
    ESSENTIAL_WITH_DEVELOPMENT = "essential_with_development"
    DESIRABLE_NOT_MET = "desirable_not_met"
    FINAL_REVIEW = "final_review"
    ADDED = "added"


class NeedStatus(StrEnum):
    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    PLANNED = "planned"
    MET = "met"
    DROPPED = "dropped"


# What may follow what. Whatever was dropped may be taken up again; what is met stays met.
MOVES: Mapping[NeedStatus, frozenset[NeedStatus]] = {
    NeedStatus.PROPOSED: frozenset({NeedStatus.ACCEPTED, NeedStatus.DROPPED}),
    NeedStatus.ACCEPTED: frozenset({NeedStatus.PLANNED, NeedStatus.MET, NeedStatus.DROPPED}),
    NeedStatus.PLANNED: frozenset({NeedStatus.PLANNED, NeedStatus.MET, NeedStatus.DROPPED}),
    NeedStatus.MET: frozenset(),
    NeedStatus.DROPPED: frozenset({NeedStatus.ACCEPTED}),
}
OPEN = frozenset({NeedStatus.PROPOSED, NeedStatus.ACCEPTED, NeedStatus.PLANNED})

_MOVE_WORDS: Mapping[NeedStatus, str] = {
    NeedStatus.PROPOSED: "proposed again",
    NeedStatus.ACCEPTED: "accepted",
    NeedStatus.PLANNED: "planned",
    NeedStatus.MET: "marked as met",
    NeedStatus.DROPPED: "dropped",
}
_STATUS_WORDS: Mapping[NeedStatus, str] = {
    NeedStatus.PROPOSED: "still only proposed: accept it first",
    NeedStatus.ACCEPTED: "accepted already",
    NeedStatus.PLANNED: "planned already",
    NeedStatus.MET: "met already",
    NeedStatus.DROPPED: "dropped: take it up again first",
}


@dataclass(frozen=True, slots=True)
class CriterionResult:
    """One criterion of the vacancy somebody came from, as it stood when they were appointed.

    ``is_complete`` where the thing itself was shown, not readiness for it: the certificate was seen, or
    everybody gave the highest points. ``panel_note`` is what the panel wrote, for manager and HR alone.
    """

    criterion_id: int
    text: str
    requirement: str
    is_trainable: bool
    standing: Standing
    is_complete: bool = False
    panel_note: str = ""
    source: str = ""

    @property
    def is_essential(self) -> bool:
        return self.requirement == "essential"


@dataclass(frozen=True, slots=True)
class ProposedNeed:
    """A first objective or training need, with its words and where it comes from."""

    kind: NeedKind
    text: str
    origin: NeedOrigin
    origin_key: str
    origin_text: str
    origin_requirement: str
    origin_source: str
    panel_note: str


def propose_needs(
    results: Iterable[CriterionResult], *, override_reason: str = ""
) -> tuple[ProposedNeed, ...]:
    """What waits for somebody who was appointed, in the order of the criteria.

    A trainable criterion is proposed until the thing itself was shown: being ready to train meets it for the
    appointment, and the training is what was promised then. An essential that was not met is proposed with
    the reason for appointing all the same, and so is every desirable that was assessed and not met. What
    nobody could assess is no need: *cannot tell* is never *not met*.
    """
    return tuple(
        _as_need(one, origin, override_reason) for one in results if (origin := origin_of(one)) is not None
    )


def origin_of(result: CriterionResult) -> NeedOrigin | None:
    """Why a criterion becomes a need; None where it becomes none."""
    if result.is_complete:
        return None
    if result.is_trainable:
        return NeedOrigin.TRAINABLE
    if result.standing != Standing.NOT_MET:
        return None
    return NeedOrigin.ESSENTIAL_WITH_DEVELOPMENT if result.is_essential else NeedOrigin.DESIRABLE_NOT_MET


def _as_need(result: CriterionResult, origin: NeedOrigin, override_reason: str) -> ProposedNeed:
    kind = NeedKind.TRAINING if result.is_trainable or names_training(result.text) else NeedKind.OBJECTIVE
    note = result.panel_note
    if result.is_essential and result.standing == Standing.NOT_MET and override_reason:
        note = "\n".join(part for part in (note, f"Appointed all the same: {override_reason}") if part)
    return ProposedNeed(
        kind=kind,
        text=word_need(result.text, kind),
        origin=origin,
        origin_key=f"criterion-{result.criterion_id}",
        origin_text=result.text,
        origin_requirement=result.requirement,
        origin_source=result.source,
        panel_note=note,
    )


_TRAINING = re.compile(
    r"\b(?:train(?:ing|ed)|qualifications?|certificates?|first aid|courses?|accredit\w+|diploma|gcse|nvq)\b",
    re.IGNORECASE,
)
_EITHER = re.compile(
    r"\b(?:willing(?:ness)?|ready|readiness|prepared|commitment)\s+to\s+"
    r"(?:undertake|complete|do|attend|work towards|take part in|gain|obtain)\b,?\s*(?P<thing>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_PROVIDED = re.compile(
    r"^(?P<thing>.+?)\s*(?:[,(:–-]\s*)?(?:\bis\b\s*)?(?:desirable\s*)?(?:\bbut\b\s*)?"
    r"\b(?:can|will|may)\s+be\s+(?:provided|given)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_STARTED = re.compile(
    r"^(?:to have\s+)?(?:completed|an?)?\s*(?P<thing>.+?)\s+or\s+(?:have\s+)?started\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_ELSA = re.compile(r"\bELSA\b|\bemotional literacy support\b", re.IGNORECASE)


def names_training(text: str) -> bool:
    """Whether a criterion speaks of training or a qualification rather than of experience or a quality."""
    return bool(_TRAINING.search(text))


def is_elsa_training(text: str) -> bool:
    """Whether it is training as an ELSA that is wanted, which has six days and supervision of its own."""
    return bool(_ELSA.search(text))


def word_need(text: str, kind: NeedKind) -> str:
    """A first wording of the need: what is to be done, in the criterion's own words.

    “Completed, or a willingness to undertake, ELSA training” is “Complete ELSA training”. A person may reword
    it on accepting; the criterion's own words are kept beside it.
    """
    words = " ".join(text.split()).rstrip(".")
    if kind == NeedKind.OBJECTIVE:
        return f"Work towards: {words}"
    for pattern in (_EITHER, _PROVIDED, _STARTED):
        if (found := pattern.match(words) or pattern.search(words)) and found["thing"].strip(" ,"):
            words = found["thing"].strip(" ,")
            break
    return f"Complete: {words}"


def word_review_need(line: str, *, review_key: str, source: str) -> ProposedNeed:
    """A line of a final review as a training need, known by the review and its words."""
    words = " ".join(line.split())
    digest = hashlib.sha256(words.casefold().encode()).hexdigest()[:16]
    return ProposedNeed(
        kind=NeedKind.TRAINING,
        text=words,
        origin=NeedOrigin.FINAL_REVIEW,
        origin_key=f"{review_key}-{digest}",
        origin_text="",
        origin_requirement="",
        origin_source=source,
        panel_note="",
    )


def deny_move(status: NeedStatus, target: NeedStatus) -> Denial | None:
    """Whether a need that stands like this may become that."""
    if target in MOVES[status]:
        return None
    return Denial(
        "need_not_there", f"This need cannot be {_MOVE_WORDS[target]}: it is {_STATUS_WORDS[status]}."
    )


def deny_deciding_for_oneself(*, is_own: bool) -> Denial | None:
    """Nobody decides about their own development, induction or probation: somebody else does."""
    if not is_own:
        return None
    return Denial("own_record", "This is about you. Your line manager or HR decides it.")


def deny_carrying(*, kind: NeedKind, status: NeedStatus, is_carried: bool) -> Denial | None:
    """Whether a need may become an objective of an appraisal: accepted as one, and not there yet."""
    if kind != NeedKind.OBJECTIVE or status not in {NeedStatus.ACCEPTED, NeedStatus.PLANNED}:
        return Denial("no_objective", "Accept it as an objective first.")
    if is_carried:
        return Denial("carried_already", "It is an objective of the appraisal already.")
    return None


class Reader(StrEnum):
    """What somebody is to the person whose development they read. Being the person comes before any role."""

    PERSON = "person"
    MANAGER = "manager"
    SCHOOL = "school"


_SHOWN_TO_ALL = (
    "pk",
    "kind",
    "text",
    "origin",
    "origin_text",
    "origin_requirement",
    "status",
    "target_date",
    "met_date",
    "evidence",
    "proposed_at",
    "objective",
)
_SHOWN_TO_OTHERS = (*_SHOWN_TO_ALL, "origin_source", "panel_note", "reason", "decided_at", "decided_by__name")
# The columns of a need each reader's queries may select: the panel wrote its notes for the school.
NEED_COLUMNS: Mapping[Reader, tuple[str, ...]] = {
    Reader.PERSON: _SHOWN_TO_ALL,
    Reader.MANAGER: _SHOWN_TO_OTHERS,
    Reader.SCHOOL: _SHOWN_TO_OTHERS,
}
