"""Two versions to be looked at side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from core.domain.permissions import Actor
from recruitment.domain.rows import Row
from recruitment.domain.version_changes import VersionChanges, compare_versions
from recruitment.models import Criterion, JobProfile, JobProfileVersion
from recruitment.selectors.drafts import profile_of_version, row_of


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs, with what each side is called at length and in short."""

    changes: VersionChanges
    old_name: str
    new_name: str
    caption: str
    old_short: str = "First"
    new_short: str = "Second"
    added_words: str = "Only in the second"
    removed_words: str = "Only in the first"
    changed_words: str = "Alike, not the same"

    @property
    def summary(self) -> str:
        """How many criteria are what, as in “3 the same, 2 changed, 1 added.”"""
        changes = self.changes
        counts = (
            (changes.same_count, "the same"),
            (changes.changed_count, self.changed_words),
            (changes.added_count, self.added_words),
            (changes.removed_count, self.removed_words),
        )
        said = [f"{count} {words[0].lower()}{words[1:]}" for count, words in counts if count]
        return f"Criteria: {'; '.join(said)}." if said else "There are no criteria."


def list_versions_to_compare(actor: Actor) -> QuerySet[JobProfileVersion]:
    """Every version the actor may see, by profile, the newest first; only what a choice shows."""
    return (
        JobProfileVersion.objects.filter(job_profile__in=JobProfile.objects.visible_to(actor))
        .select_related("job_profile__school")
        .only("number", "title", "model_number", "job_profile__title", "job_profile__school__name")
        .order_by("job_profile__title", "job_profile_id", "-number", "pk")
    )


def compare(old: JobProfileVersion, new: JobProfileVersion) -> Comparison:
    """Shape two versions that came from ``version_pages``; asks the database nothing."""
    changes = compare_versions(profile_of_version(old), _rows(old), profile_of_version(new), _rows(new))
    if old.job_profile_id == new.job_profile_id:
        before, after = f"Version {old.number}", f"Version {new.number}"
        caption = f"{new.job_profile.title}, version {old.number} to version {new.number}"
        return Comparison(changes, before, after, caption, before, after, "Added", "Taken out", "Changed")
    first, second = (f"{one.title}, version {one.number}" for one in (old, new))
    return Comparison(changes, first, second, f"{first}, beside {second}")


def _rows(version: JobProfileVersion) -> list[Row]:
    criteria: Sequence[Criterion] = version.person_specification.in_order  # type: ignore[attr-defined]
    return [row_of(criterion, criterion.position) for criterion in criteria]
