"""What the matrix of checks asks about regulated activity: the barred list and the enhanced certificate."""

from collections.abc import Callable

from compliance.domain.check_conditions import Condition
from compliance.domain.requirement import POLICY, Post, Requirement, RoleFacts, Status, depends

type Implied = Callable[[RoleFacts], bool | None]


def implies_regulated(facts: RoleFacts) -> bool | None:
    """A category that is in regulated activity by what it is."""
    return True


def implies_unregulated(facts: RoleFacts) -> bool | None:
    """A category that is outside regulated activity by what it is."""
    return False


def implies_regulated_unless_supervised(facts: RoleFacts) -> bool | None:
    """As the law stood until 31 August 2026."""
    return None if facts.supervised is None else not facts.supervised


def in_regulated_activity(facts: RoleFacts, implied: Implied) -> bool | None:
    """Whether the post is in regulated activity, or None where that is not known.

    What the school decided outweighs all else; then personal care, which is regulated however rare and
    whoever watches; then what the category implies.
    """
    if facts.regulated_activity is not None:
        return facts.regulated_activity
    return True if facts.personal_care else implied(facts)


_SUPERVISION_DECIDES = (
    "Until 31 August 2026 supervision took a volunteer out of regulated activity: find out whether this one "
    "is supervised."
)


def barred_list(implied: Implied) -> Condition:
    """Asked for in regulated activity, and by no means outside it."""

    def decide(post: Post) -> Requirement:
        regulated = in_regulated_activity(post.facts, implied)
        if regulated is None:
            return depends(_SUPERVISION_DECIDES, "supervised")
        if regulated:
            return Requirement(
                Status.REQUIRED,
                "This is regulated activity with children. The barred list normally comes with the enhanced "
                "certificate: ask for both together.",
            )
        return Requirement(
            Status.NOT_PERMITTED,
            "This is not regulated activity with children, so the barred list must not be asked for.",
        )

    return decide


def barred_list_confirmed(post: Post) -> Requirement:
    """The agency's or provider's to make, in regulated activity."""
    if in_regulated_activity(post.facts, implies_regulated):
        return Requirement(
            Status.ASSURANCE,
            "The agency or training provider checks the barred list and confirms that in writing; record it.",
        )
    return Requirement(
        Status.NOT_PERMITTED,
        "This is not regulated activity with children, so nobody may ask for the barred list.",
    )


def certificate_if_regulated(implied: Implied, otherwise: str) -> Condition:
    """An enhanced certificate in regulated activity; outside it the policy, as ``otherwise`` says."""

    def decide(post: Post) -> Requirement:
        regulated = in_regulated_activity(post.facts, implied)
        if regulated is None:
            return depends(_SUPERVISION_DECIDES, "supervised")
        if regulated:
            return Requirement(
                Status.REQUIRED,
                "This is regulated activity with children: an enhanced certificate with the barred list.",
            )
        return depends(otherwise, POLICY)

    return decide
