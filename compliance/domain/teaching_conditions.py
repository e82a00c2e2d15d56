"""What the matrix of checks asks about teaching, management and governing.

A fact that is not known never counts as *no*: where it decides, the answer depends on it.
"""

from compliance.domain.requirement import Post, Requirement, Status, depends
from core.domain.schools import INDEPENDENT_IN_LAW


def teaching_decides(post: Post) -> Requirement:
    """Prohibition follows teaching work, not the title."""
    teaching = post.facts.teaching_work
    if teaching is None:
        return depends(
            "Needed by whoever does teaching work: find out whether this post plans, delivers, assesses and "
            "reports without direction.",
            "teaching_work",
        )
    return _teaches() if teaching else _does_not_teach()


def teaching_or_trn_decides(post: Post) -> Requirement:
    """Support staff: the law asks it of teaching work, good practice of whoever has a reference number."""
    facts = post.facts
    if facts.teaching_work:
        return _teaches()
    if missing := facts.unknown("teaching_work", "has_trn"):
        return depends(
            "Needed by whoever does teaching work, and good practice for whoever holds a teacher reference "
            "number: find out.",
            *missing,
        )
    if facts.has_trn:
        return Requirement(
            Status.SHOULD,
            "No teaching work, but a teacher reference number: it is good practice to look the person up.",
        )
    return _does_not_teach()


def leader_teaching_decides(post: Post) -> Requirement:
    """Leaders: who teaches or is a qualified teacher (a reference number tells) must be checked."""
    facts = post.facts
    if facts.teaching_work:
        return _teaches()
    if facts.has_trn:
        return Requirement(
            Status.REQUIRED, "A leader with a teacher reference number is checked for a prohibition."
        )
    if missing := facts.unknown("teaching_work", "has_trn"):
        return depends(
            "Needed by a leader who does teaching work or is a qualified teacher: find out.", *missing
        )
    return Requirement(
        Status.SHOULD, "Neither teaching work nor a teacher reference number: good practice for any leader."
    )


def unsupervised_teaching_decides(post: Post) -> Requirement:
    """Volunteers: only where they teach and nobody supervises them."""
    facts = post.facts
    if facts.teaching_work is False or facts.supervised:
        return Requirement(
            Status.NOT_REQUIRED, "Needed only by a volunteer who does teaching work unsupervised."
        )
    if missing := facts.unknown("teaching_work", "supervised"):
        return depends("Needed by a volunteer who does teaching work unsupervised: find out.", *missing)
    return _teaches()


def _teaches() -> Requirement:
    return Requirement(Status.REQUIRED, "Teaching work: nobody prohibited from teaching may do it.")


def _does_not_teach() -> Requirement:
    return Requirement(Status.NOT_REQUIRED, "No teaching work, which is what a prohibition is about.")


def management_decides(post: Post) -> Requirement:
    """Academies and independent schools: whoever takes part in management, and any governor."""
    return _section_128(post, asks_governor=False)


def management_or_governor_decides(post: Post) -> Requirement:
    """As ``management_decides``, for those who often are staff governors: not known is not no."""
    return _section_128(post, asks_governor=True)


def governor_decides(post: Post) -> Requirement:
    """Leaders of maintained schools: a head normally is a governor by office, others may be elected."""
    governor = post.facts.governor
    if governor is None:
        return depends(
            "Needed by a leader who is also a governor, as a head normally is by office: find out.",
            "governor",
        )
    return _is_governor() if governor else _neither_manages_nor_governs()


def _section_128(post: Post, *, asks_governor: bool) -> Requirement:
    """Management counts in academies and independent schools only; being a governor counts anywhere."""
    facts = post.facts
    in_law = None if post.school_type is None else post.school_type in INDEPENDENT_IN_LAW
    if facts.governor:
        return _is_governor()
    if in_law and facts.management_role:
        return Requirement(
            Status.REQUIRED,
            "Takes part in managing an academy or independent school; the title does not matter.",
        )
    missing: list[str] = []
    if in_law is not False and facts.management_role is not False:
        missing += ["school_type"] if in_law is None else []
        missing += facts.unknown("management_role")
    if asks_governor:
        missing += facts.unknown("governor")
    if missing:
        return depends(
            "Needed by whoever takes part in managing an academy or independent school, and by governors: "
            "find out.",
            *missing,
        )
    return _neither_manages_nor_governs()


def _is_governor() -> Requirement:
    return Requirement(
        Status.REQUIRED, "A governor as well: somebody under a section 128 direction may not be one."
    )


def _neither_manages_nor_governs() -> Requirement:
    return Requirement(
        Status.NOT_REQUIRED,
        "Neither a governor nor a manager of an academy or independent school.",
    )
