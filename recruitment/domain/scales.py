"""The scales a school can choose from, with words for each point."""

from collections.abc import Mapping
from dataclasses import dataclass

from core.domain.sources import LegalSource
from recruitment.domain.scoring import Scale
from recruitment.domain.sources import (
    APPOINTABLE_FROM_THREE,
    CIVIL_SERVICE_SCALE,
    FROM_NOUGHT_TO_FOUR,
    SCORE_ALONE_THEN_AGREE,
    SHORTLISTING_MATRIX,
)


@dataclass(frozen=True, slots=True)
class ScalePreset:
    """A scale ready to use: ``words`` names its points from the lowest to the highest.

    ``essential_threshold`` is the fewest points at which an essential is usually held to be met.
    """

    key: str
    words: tuple[str, ...]
    min_points: int
    essential_threshold: int
    source: LegalSource

    @property
    def max_points(self) -> int:
        return self.min_points + len(self.words) - 1

    @property
    def scale(self) -> Scale:
        return Scale(self.min_points, self.max_points)

    @property
    def words_by_points(self) -> Mapping[int, str]:
        return dict(enumerate(self.words, start=self.min_points))

    @property
    def label(self) -> str:
        return f"{self.min_points} to {self.max_points}: {self.words[0].lower()} to {self.words[-1].lower()}"


DEFAULT_SCALE = ScalePreset(
    key="0-3",
    words=("No evidence", "Mentioned only", "Brief example", "In-depth example tied to the job"),
    min_points=0,
    essential_threshold=1,
    source=SHORTLISTING_MATRIX,
)

SCALE_PRESETS: Mapping[str, ScalePreset] = {
    preset.key: preset
    for preset in (
        DEFAULT_SCALE,
        ScalePreset(
            key="0-2",
            words=("Not met", "Partly met", "Fully met"),
            min_points=0,
            essential_threshold=1,
            source=SCORE_ALONE_THEN_AGREE,
        ),
        ScalePreset(
            key="0-4",
            words=("No evidence", "Weak", "Partly meets", "Meets", "Exceeds"),
            min_points=0,
            essential_threshold=2,
            source=FROM_NOUGHT_TO_FOUR,
        ),
        ScalePreset(
            key="0-5",
            words=("No evidence", "Poor", "Partly meets", "Meets", "Good", "Excellent"),
            min_points=0,
            essential_threshold=3,
            source=APPOINTABLE_FROM_THREE,
        ),
        ScalePreset(
            key="1-7",
            words=(
                "Not demonstrated",
                "Minimal demonstration",
                "Moderate demonstration",
                "Acceptable demonstration",
                "Good demonstration",
                "Strong demonstration",
                "Outstanding demonstration",
            ),
            min_points=1,
            essential_threshold=4,
            source=CIVIL_SERVICE_SCALE,
        ),
    )
}
