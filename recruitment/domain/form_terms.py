"""What the blank forms of a specification say of the scoring: the points, their words, and names or codes."""

from dataclasses import dataclass

from recruitment.domain.scales import DEFAULT_SCALE


@dataclass(frozen=True, slots=True)
class FormTerms:
    """How a panel scores. ``reference`` names the vacancy it is taken from; empty for the usual scale."""

    points: tuple[tuple[int, str], ...]
    threshold: int
    is_blind: bool = True
    reference: str = ""

    @property
    def candidate_label(self) -> str:
        """A code where the panel does not see names, else a name."""
        return "Candidate’s code" if self.is_blind else "Candidate"

    @property
    def points_in_words(self) -> str:
        """As in: 0 = No evidence, 1 = Mentioned only."""
        return ", ".join(f"{points} = {words}" if words else str(points) for points, words in self.points)

    @property
    def threshold_in_words(self) -> str:
        return f"An essential criterion is met from {self.threshold} {_points(self.threshold)} on."

    @property
    def origin_in_words(self) -> str:
        if self.reference:
            return f"This is the scale of vacancy {self.reference}."
        return "This is the usual scale; if your panel has agreed on another, write it here instead."


USUAL_TERMS = FormTerms(
    tuple(DEFAULT_SCALE.words_by_points.items()), DEFAULT_SCALE.essential_threshold, is_blind=True
)


def terms_of_scale(
    lowest: int, highest: int, labels: tuple[str, ...], *, threshold: int, is_blind: bool, reference: str
) -> FormTerms:
    """The terms of a vacancy; a point without a label has its number alone."""
    words = [*labels, *[""] * (highest - lowest + 1)]
    points = tuple((number, words[number - lowest].strip()) for number in range(lowest, highest + 1))
    return FormTerms(points, threshold, is_blind, reference)


def _points(count: int) -> str:
    return "point" if count == 1 else "points"
