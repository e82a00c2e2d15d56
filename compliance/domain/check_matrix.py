"""Which check whom concerns: the matrix as data, each rule with the days it is in force.

For every check, category and day exactly one rule holds. A rule without days holds throughout; bounds are
inclusive. A category keeps its own rule whatever kind of school is said to have it. *Not required* stays so
whatever is known of the person: somebody who also governs, manages or teaches is of another category for
that, and the reason says to ask for it.
"""

from collections.abc import Mapping

from compliance.domain.categories import CheckType
from compliance.domain.check_rule import Rule
from compliance.domain.recruitment_rules import RECRUITMENT
from compliance.domain.vetting_rules import VETTING

MATRIX: Mapping[CheckType, tuple[Rule, ...]] = {**VETTING, **RECRUITMENT}
