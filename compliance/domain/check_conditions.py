"""What decides where the matrix of checks does not say yes or no outright: one small function a question.

Each is given the post and says what the check is for it. A fact that is not known never counts as *no*:
where it decides, the answer is that it depends, and on what.
"""

from collections.abc import Callable

from compliance.domain.requirement import POLICY, Post, Requirement, Status, depends

type Condition = Callable[[Post], Requirement]


def always(status: Status, reason: str) -> Condition:
    """The same for everybody in the cell."""

    def decide(post: Post) -> Requirement:
        return Requirement(status, reason)

    return decide


def policy_decides(reason: str) -> Condition:
    """Law and guidance leave it to the school's own policy or risk assessment."""

    def decide(post: Post) -> Requirement:
        return depends(reason, POLICY)

    return decide


def not_of_this_category(reason: str, *claims: str, but: str) -> Condition:
    """Not required of the category, with a word where a fact says that the person is of another one too."""

    def decide(post: Post) -> Requirement:
        claimed = any(getattr(post.facts, name) for name in claims)
        said = f"Not required of this category. But the person {but}: ask for that category as well."
        return Requirement(Status.NOT_REQUIRED, said if claimed else reason)

    return decide


# Right to work


def individual_contract_decides(post: Post) -> Requirement:
    """From 1 October 2026: a person engaged as an individual is checked, a business is not."""
    contract = post.facts.individual_contract
    if contract is None:
        return depends(
            "Since 1 October 2026 an individual sub-contractor or somebody on a worker's contract is "
            "checked, an ordinary contract between businesses is not: find out which this is.",
            "individual_contract",
        )
    if contract:
        return Requirement(
            Status.REQUIRED,
            "Engaged as an individual: since 1 October 2026 the right to work is checked beforehand.",
        )
    return Requirement(
        Status.NOT_REQUIRED,
        "An ordinary contract between businesses: the contractor checks its own people.",
    )


# Overseas, early years


def lived_abroad_decides(post: Post) -> Requirement:
    """Time abroad, as long as the school's policy says, asks for further checks."""
    abroad = post.facts.lived_abroad
    if abroad is None:
        return _abroad_unknown("lived_abroad")
    if abroad:
        return Requirement(
            Status.REQUIRED,
            "Has lived or worked abroad: make the further checks you judge right, and record them.",
        )
    return _not_abroad()


def lived_abroad_and_risk_decide(post: Post) -> Requirement:
    """Volunteers below the threshold: the risk assessment says whether time abroad matters."""
    abroad = post.facts.lived_abroad
    if abroad is None:
        return _abroad_unknown("lived_abroad", POLICY)
    if abroad:
        return depends(
            "Has lived or worked abroad: your written risk assessment decides on further checks.", POLICY
        )
    return _not_abroad()


def _abroad_unknown(*needs: str) -> Requirement:
    return depends(
        "Further checks are needed where somebody has lived or worked abroad for as long as your policy "
        "says: find out.",
        *needs,
    )


def _not_abroad() -> Requirement:
    return Requirement(Status.NOT_REQUIRED, "Has not lived or worked abroad.")


def young_children_decide(post: Post) -> Requirement:
    """Childcare disqualification: who provides or directly manages care for the youngest."""
    facts = post.facts
    if facts.early_years_or_wraparound or facts.manages_early_years:
        return Requirement(
            Status.REQUIRED,
            "Provides or directly manages early-years provision, or care under 8 outside school hours. Ask "
            "about the person only, never about others in their household.",
        )
    if missing := facts.unknown("early_years_or_wraparound", "manages_early_years"):
        return depends(
            "Needed by whoever provides or directly manages early-years provision or care under 8 outside "
            "school hours: find out.",
            *missing,
        )
    return Requirement(
        Status.NOT_REQUIRED,
        "Neither provides nor manages early-years provision or care under 8 outside school hours.",
    )
