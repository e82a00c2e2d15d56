"""What is known of a person when a check of theirs is written down."""

from collections.abc import Iterable, Mapping
from datetime import date

from compliance.domain.categories import CheckType
from compliance.domain.entry_review import Known, regulated_by
from compliance.domain.requirement import Requirement, strongest
from compliance.enums import CheckState
from compliance.models import Check, CompliancePolicy
from core.models import Engagement, Person


def get_known(
    person: Person,
    *,
    school_id: int,
    check: CheckType,
    requirements: Iterable[Mapping[CheckType, Requirement]],
    today: date,
) -> Known:
    """What the rules need to know of a person to judge an entry; three queries."""
    engagements = list(
        Engagement.objects.filter(person=person, school_id=school_id)
        .exclude(end_date__lt=today)
        .select_related("role")
        .order_by("pk")
    )
    worked = [one.role.worked_with_children_until for one in engagements if hasattr(one, "role")]
    policy = CompliancePolicy.objects.filter(school_id=school_id).first()
    is_repeat = (
        Check.objects.current()
        .filter(person=person, school_id=school_id, check_type=check, state=CheckState.DONE)
        .exists()
    )
    return Known(
        name=person.full_name,
        former_names=tuple(split_names(person.former_names)),
        birth_date=person.birth_date,
        start_date=min((one.start_date for one in engagements if one.start_date), default=None),
        worked_with_children_until=max((day for day in worked if day), default=None),
        regulated_activity=regulated_by(
            strongest(one[CheckType.CHILDREN_BARRED_LIST] for one in requirements)
        ),
        is_repeat=is_repeat,
        renewal_months=policy.dbs_renewal_months if policy else None,
    )


def split_names(names: str) -> Iterable[str]:
    """Former names written one after the other, parted by commas, semicolons or lines."""
    for part in names.replace(";", ",").replace("\n", ",").split(","):
        if part.strip():
            yield part.strip()
