"""What differs between two versions, of one job profile or of two."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from recruitment.domain.criteria_pairs import in_order_of_both, pair_texts
from recruitment.domain.profile_draft import LONGEST, ProfileDraft
from recruitment.domain.rows import Row
from recruitment.domain.word_changes import Piece, word_changes


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

    @property
    def requirement_change(self) -> str:
        """“Essential → Desirable”; empty where both say the same, or one says nothing."""
        said = [one.requirement for one in (self.before, self.after) if one and one.requirement]
        return " → ".join(need.capitalize() for need in said) if len(set(said)) > 1 else ""


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
class DutyChange:
    """A duty of the old version, the new one, or both; an empty text where it has none."""

    before: str
    after: str

    @property
    def kind(self) -> Kind:
        if self.before and self.after:
            return Kind.SAME if self.before == self.after else Kind.CHANGED
        return Kind.REMOVED if self.before else Kind.ADDED

    @property
    def words(self) -> tuple[Piece, ...]:
        """Its wording in pieces: what went, what came, what stayed."""
        return word_changes(self.before, self.after)


@dataclass(frozen=True, slots=True)
class VersionChanges:
    """Two versions side by side; ``every_criterion`` and ``every_duty`` hold what is the same, too."""

    every_criterion: tuple[CriterionChange, ...]
    fields: tuple[FieldChange, ...]
    every_duty: tuple[DutyChange, ...]

    @property
    def criteria(self) -> tuple[CriterionChange, ...]:
        """The criteria that differ."""
        return tuple(one for one in self.every_criterion if one.kind != Kind.SAME)

    @property
    def duties(self) -> tuple[DutyChange, ...]:
        """The duties that differ."""
        return tuple(one for one in self.every_duty if one.kind != Kind.SAME)

    @property
    def same_count(self) -> int:
        return self._count(Kind.SAME)

    @property
    def changed_count(self) -> int:
        return self._count(Kind.CHANGED)

    @property
    def added_count(self) -> int:
        return self._count(Kind.ADDED)

    @property
    def removed_count(self) -> int:
        return self._count(Kind.REMOVED)

    def _count(self, kind: Kind) -> int:
        return sum(one.kind == kind for one in self.every_criterion)


_FIELDS = ("text", "section", "requirement", "evidence", "is_trainable")


def compare_versions(
    old: ProfileDraft, old_rows: Sequence[Row], new: ProfileDraft, new_rows: Sequence[Row]
) -> VersionChanges:
    """The differences in the order of the new version; what was taken out stands where it was."""
    partners = pair_texts([row.text for row in old_rows], [row.text for row in new_rows])
    pairs = in_order_of_both(old_rows, new_rows, partners)
    duties = pair_texts([duty.text for duty in old.duties], [duty.text for duty in new.duties])
    return VersionChanges(
        every_criterion=tuple(_change(before, after) for before, after in pairs),
        fields=tuple(
            FieldChange(name, getattr(old, name), getattr(new, name))
            for name in (*LONGEST, "purpose")
            if getattr(old, name) != getattr(new, name)
        ),
        every_duty=tuple(
            DutyChange(before.text if before else "", after.text if after else "")
            for before, after in in_order_of_both(old.duties, new.duties, duties)
        ),
    )


def say_the_same(
    old: ProfileDraft, old_rows: Sequence[Row], new: ProfileDraft, new_rows: Sequence[Row]
) -> bool:
    """Whether two versions read the same from the first word to the last, the order included."""
    return old == new and [_content(row) for row in old_rows] == [_content(row) for row in new_rows]


def _content(row: Row) -> tuple[object, ...]:
    return tuple(getattr(row, name) for name in _FIELDS)


def _change(before: Row | None, after: Row | None) -> CriterionChange:
    if before is None or after is None:
        return CriterionChange(Kind.ADDED if before is None else Kind.REMOVED, before, after)
    fields = tuple(name for name in _FIELDS if getattr(before, name) != getattr(after, name))
    return CriterionChange(Kind.CHANGED if fields else Kind.SAME, before, after, fields)
