"""How much of a document the reader got right: the figures that the reader is held to."""

import difflib
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field

from recruitment.domain.person_specification import ReadCriterion, Reading
from tests.recruitment.readers.generated_documents.layouts import Document

_ALIKE = 0.86


@dataclass(slots=True)
class Figures:
    """Counts over documents; ``wrong`` says what was not right, for people."""

    counts: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def add(self, other: "Figures") -> None:
        self.counts.update(other.counts)
        self.wrong += other.wrong

    def _share(self, part: str, whole: str) -> float:
        return self.counts[part] / self.counts[whole] if self.counts[whole] else 1.0

    @property
    def full(self) -> float:
        """F1 of the criteria whose wording, requirement and evidence are all right."""
        return 2 * self.counts["full"] / max(self.counts["found"] + self.counts["true"], 1)

    @property
    def section(self) -> float:
        return self._share("section", "matched")

    @property
    def profile(self) -> float:
        return self._share("profile", "profile_true")

    @property
    def duties(self) -> float:
        return 2 * self.counts["duties"] / max(self.counts["duties_found"] + self.counts["duties_true"], 1)

    @property
    def silent(self) -> float:
        """Wrong or missing without a flag, for each 100 true criteria."""
        return 100 * self._share("silent", "true")

    @property
    def needless(self) -> float:
        """Right and flagged all the same, for each 100 true criteria."""
        return 100 * self._share("needless", "true")

    def __str__(self) -> str:
        return (
            f"full {self.full:.3f}  section {self.section:.3f}  profile {self.profile:.3f}  "
            f"duties {self.duties:.3f}  "
            f"silent {self.silent:.2f}  needless {self.needless:.2f}  ({self.counts['true']} criteria)"
        )


def measure(reading: Reading, truth: Document) -> Figures:
    figures = Figures()
    _measure_criteria(reading, truth, figures)
    _measure_profile(reading, truth, figures)
    _measure_duties(reading, truth, figures)
    return figures


def fold(text: str | None) -> str:
    """A wording as a reader of the page would compare it."""
    text = unicodedata.normalize("NFKC", text or "").replace("’", "'").replace("–", "-")
    return re.sub(r"\s+", " ", text).strip().lower().strip(" .;:,-*•")


def likeness(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if abs(len(one) - len(other)) > 0.3 * max(len(one), len(other), 1):
        return 0.0
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()


def pair(found: list[str], true: list[str]) -> list[tuple[int, int]]:
    """Each found wording with the true one it is, best first, each used once."""
    places = {text: place for place, text in enumerate(true)}
    pairs = [(place, places.pop(text)) for place, text in enumerate(found) if text in places]
    left_found = [place for place in range(len(found)) if place not in {one for one, _ in pairs}]
    scored = sorted(
        ((likeness(found[one], true[other]), one, other) for one in left_found for other in places.values()),
        reverse=True,
    )
    for score, one, other in scored:
        taken = {a for a, _ in pairs}, {b for _, b in pairs}
        if score >= _ALIKE and one not in taken[0] and other not in taken[1]:
            pairs.append((one, other))
    return pairs


def _measure_criteria(reading: Reading, truth: Document, figures: Figures) -> None:
    found, true = reading.criteria, truth.criteria
    pairs = pair([fold(item.text) for item in found], [fold(item.text) for item in true])
    counts = figures.counts
    counts.update({"found": len(found), "true": len(true), "matched": len(pairs)})
    for one, other in pairs:
        _measure_facts(found[one], truth, other, figures)
    unread = fold(" ".join(reading.unread))
    for place in set(range(len(true))) - {other for _, other in pairs}:
        silent = fold(true[place].text) not in unread
        counts["silent"] += silent
        figures.wrong.append(f"{'SILENT ' * silent}missed: {true[place].text}")
    for place in set(range(len(found))) - {one for one, _ in pairs}:
        silent = "text" not in found[place].check
        counts["silent"] += silent
        figures.wrong.append(f"{'SILENT ' * silent}extra: {found[place].text}")


def _measure_facts(found: ReadCriterion, truth: Document, place: int, figures: Figures) -> None:
    true = truth.criteria[place]
    bad = set()
    if found.requirement != true.requirement:
        bad.add("requirement")
    if set(found.evidence) != set(true.evidence):
        bad.add("evidence")
    same = likeness(fold(found.section), fold(true.section)) >= 0.8
    figures.counts["section"] += same
    figures.counts["full"] += not bad
    figures.counts["needless"] += not bad and bool(found.check)
    silent = bool(bad) and not bad <= set(found.check)
    figures.counts["silent"] += silent
    if bad or not same:
        said = f"{found.section!r}, {found.requirement}, {''.join(found.evidence)}, check {found.check}"
        want = f"{true.section!r}, {true.requirement}, {''.join(true.evidence)}"
        figures.wrong.append(
            f"{'SILENT ' * silent}{'/'.join(sorted(bad)) or 'section'}: {true.text[:60]}: {said}; not {want}"
        )


def _measure_profile(reading: Reading, truth: Document, figures: Figures) -> None:
    for name, value in truth.profile.items():
        got = getattr(reading.profile, name)
        right = likeness(fold(got), fold(value)) >= 0.85
        figures.counts["profile"] += right
        figures.counts["profile_true"] += 1
        if not right:
            figures.wrong.append(f"profile {name}: {got!r}, not {value!r}")


def _measure_duties(reading: Reading, truth: Document, figures: Figures) -> None:
    if not truth.duties:
        return
    found, true = [fold(duty.text) for duty in reading.profile.duties], [fold(text) for text in truth.duties]
    pairs = pair(found, true)
    figures.counts.update({"duties": len(pairs), "duties_found": len(found), "duties_true": len(true)})
    figures.wrong += [
        f"duty missed: {true[p]}" for p in set(range(len(true))) - {other for _, other in pairs}
    ]
    figures.wrong += [f"duty extra: {found[p]}" for p in set(range(len(found))) - {one for one, _ in pairs}]
