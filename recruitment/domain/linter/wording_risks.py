"""Every wording that risks unfairness, in the order in which a criterion is searched for them."""

from recruitment.domain.linter.wording_risk import WordingRisk
from recruitment.domain.linter.wordings_on_demands import DEMANDS
from recruitment.domain.linter.wordings_on_origin import ORIGIN
from recruitment.domain.linter.wordings_on_papers import PAPERS
from recruitment.domain.linter.wordings_on_people import PEOPLE

__all__ = ["WORDING_RISKS", "WordingRisk"]

WORDING_RISKS: tuple[WordingRisk, ...] = (*PEOPLE, *ORIGIN, *DEMANDS, *PAPERS)
