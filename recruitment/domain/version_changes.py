"""What differs between two versions, of one job profile or of two."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from recruitment.domain.profile_draft import LONGEST, ProfileDraft
from recruitment.domain.rows import Row
from recruitment.domain.word_changes import Piece, word_changes

ALIKE = 0.6  # share of letters in common from which a wording counts as the old one changed


class Kind(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class CriterionChange:
    """A criterion of the new version, of the old one, or both; ``fields`` names what differs."""

    kind: Kind
    before: Row | None
    after: Row | None
    fields: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[Piece, ...]:
        """Its wording in pieces: what went, what came, what stayed."""
        before, after = (one.text if one else "" for one in (self.before, self.after))
        return word_changes(before, after)


@dataclass(frozen=True, slots=True)
class FieldChange:
    """Something at the head of the profile that reads otherwise now."""

    name: str
    before: str
    after: str

    @property
    def label(self) -> str:
        return self.name.replace("_", " ").capitalize()

    @property
    def words(self) -> tuple[Piece, ...]:
        """What it says in pieces: what went, what came, what stayed."""
        return word_changes(self.before, self.after)


@dataclass(frozen=True, slots=True)
class VersionChanges:
    """Two versions side by side; ``every_criterion`` holds those that are the same, too."""

    every_criterion: tuple[CriterionChange, ...]
    fields: tuple[FieldChange, ...]
    duties_added: tuple[str, ...]
    duties_removed: tuple[str, ...]

    @property
    def criteria(self) -> tuple[CriterionChange, ...]:
        """The criteria that differ."""
        return tuple(one for one in self.every_criterion if one.kind != Kind.SAME)

    @property
    def same_count(self) -> int:
        return len(self.every_criterion) - len(self.criteria)


_FIELDS = ("text", "section", "requirement", "evidence", "is_trainable")


def compare_versions(
    old: ProfileDraft, old_rows: Sequence[Row], new: ProfileDraft, new_rows: Sequence[Row]
) -> VersionChanges:
    """The differences, criteria in the order of the new version with those taken out at the end."""
    partners = _pair(old_rows, new_rows)
    changes: list[CriterionChange] = []
    for row in new_rows:
        before = partners.get(row.key)
        if before is None:
            changes.append(CriterionChange(Kind.ADDED, None, row))
        else:
            fields = tuple(name for name in _FIELDS if getattr(before, name) != getattr(row, name))
            changes.append(CriterionChange(Kind.CHANGED if fields else Kind.SAME, before, row, fields))
    paired = {row.key for row in partners.values()}
    changes += [CriterionChange(Kind.REMOVED, row, None) for row in old_rows if row.key not in paired]
    old_duties, new_duties = ([duty.text for duty in profile.duties] for profile in (old, new))
    return VersionChanges(
        every_criterion=tuple(changes),
        fields=tuple(
            FieldChange(name, getattr(old, name), getattr(new, name))
            for name in (*LONGEST, "purpose")
            if getattr(old, name) != getattr(new, name)
        ),
        duties_added=tuple(text for text in new_duties if text not in old_duties),
        duties_removed=tuple(text for text in old_duties if text not in new_duties),
    )


def _pair(old_rows: Sequence[Row], new_rows: Sequence[Row]) -> dict[int, Row]:
    """By key of a new row, the old row it comes from: the one with the same words, else the most alike."""
    free = list(old_rows)
    partners: dict[int, Row] = {}
    for row in new_rows:
        same = next((one for one in free if one.text == row.text), None)
        if same is not None:
            partners[row.key] = same
            free.remove(same)
    for row in new_rows:
        if row.key not in partners and free:
            best = max(free, key=lambda one: _likeness(one.text, row.text))
            if _likeness(best.text, row.text) >= ALIKE:
                partners[row.key] = best
                free.remove(best)
    return partners


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.casefold(), other.casefold(), autojunk=False).ratio()
