"""What changed from one version of a job profile to the next."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from recruitment.domain.profile_draft import LONGEST, ProfileDraft
from recruitment.domain.rows import Row

ALIKE = 0.6  # share of letters in common from which a wording counts as the old one changed


class Kind(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class CriterionChange:
    """A criterion of the new version, of the old one, or both; ``fields`` names what differs."""

    kind: Kind
    before: Row | None
    after: Row | None
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FieldChange:
    """Something at the head of the profile that reads otherwise now."""

    name: str
    before: str
    after: str

    @property
    def label(self) -> str:
        return self.name.replace("_", " ").capitalize()


@dataclass(frozen=True, slots=True)
class VersionChanges:
    """Everything that differs between two versions."""

    criteria: tuple[CriterionChange, ...]
    fields: tuple[FieldChange, ...]
    duties_added: tuple[str, ...]
    duties_removed: tuple[str, ...]
    same_count: int


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
        elif fields := tuple(name for name in _FIELDS if getattr(before, name) != getattr(row, name)):
            changes.append(CriterionChange(Kind.CHANGED, before, row, fields))
    paired = {row.key for row in partners.values()}
    changes += [CriterionChange(Kind.REMOVED, row, None) for row in old_rows if row.key not in paired]
    old_duties, new_duties = ([duty.text for duty in profile.duties] for profile in (old, new))
    return VersionChanges(
        criteria=tuple(changes),
        fields=tuple(
            FieldChange(name, getattr(old, name), getattr(new, name))
            for name in (*LONGEST, "purpose")
            if getattr(old, name) != getattr(new, name)
        ),
        duties_added=tuple(text for text in new_duties if text not in old_duties),
        duties_removed=tuple(text for text in old_duties if text not in new_duties),
        same_count=len(new_rows) - sum(change.after is not None for change in changes),
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
