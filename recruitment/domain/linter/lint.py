"""All remarks about a list of criteria and the document it stands in."""

from collections.abc import Iterator, Mapping, Sequence

from core.domain.sources import LegalSource
from recruitment.domain.linter.assessment import remarks_on_assessment
from recruitment.domain.linter.dated_terms import lint_lines, remarks_on_terms
from recruitment.domain.linter.remarks import LintedCriterion, Remark
from recruitment.domain.linter.sources import ENDED_DISCLOSURE, GOOD_PRACTICE, SPECIFIC_CRITERIA
from recruitment.domain.linter.wording_risk import BETWEEN_QUOTES
from recruitment.domain.linter.wording_risks import WORDING_RISKS
from recruitment.domain.sources import ESSENTIALS_FIRST

__all__ = ["BASIS", "NAMES", "lint_criteria", "lint_lines"]

# What stands behind the findings of the reader (``find_problems``, ``find_outdated_wording``).
BASIS: Mapping[str, LegalSource] = {
    "contradiction": ESSENTIALS_FIRST,
    "duplicate": GOOD_PRACTICE,
    "compound": GOOD_PRACTICE,
    "either_or": GOOD_PRACTICE,
    "untestable": SPECIFIC_CRITERIA,
    "no_evidence": GOOD_PRACTICE,
    "no_requirement": ESSENTIALS_FIRST,
    "two_lists": GOOD_PRACTICE,
    "outdated_disclosure": ENDED_DISCLOSURE,
}
# What they are called.
NAMES: Mapping[str, str] = {
    "contradiction": "Essential here, desirable there",
    "duplicate": "Asked for twice",
    "compound": "Two things in one",
    "either_or": "Either-or wording",
    "untestable": "Hard to show",
    "no_evidence": "Evidence not stated",
    "no_requirement": "Essential or desirable not stated",
    "two_lists": "Two person specifications",
    "outdated_disclosure": "Outdated wording on disclosure",
}


def lint_criteria(criteria: Sequence[LintedCriterion]) -> tuple[Remark, ...]:
    """Remarks on wording and assessment in the order of the criteria, then those on the whole list.

    They add to the findings of ``find_problems`` and repeat none of them. Positions count from 0. The same
    criteria always give the same remarks; criteria without words are passed over.
    """
    remarks = [*_on_wordings(criteria), *remarks_on_assessment(criteria)]
    last = len(criteria)
    return tuple(sorted(remarks, key=lambda remark: remark.criteria[0] if remark.criteria else last))


def _on_wordings(criteria: Sequence[LintedCriterion]) -> Iterator[Remark]:
    for place, criterion in enumerate(criteria):
        for risk in WORDING_RISKS:
            found = risk.find_all(criterion.text)
            if found and not (risk.may_be_checked and set(criterion.evidence) == {"D"}):
                why = risk.why_for(criterion.requirement)
                quote = BETWEEN_QUOTES.join(found)
                yield Remark(risk.code, risk.name, why, risk.suggestion, risk.source, quote, (place,))
        yield from remarks_on_terms(criterion.text, criteria=(place,))
