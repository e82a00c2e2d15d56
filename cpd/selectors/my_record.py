"""Somebody's own record: their posts, training, hours, and what they added themselves."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from core.domain.terms import Term, school_year_of
from core.models import Engagement
from cpd.domain.hours import Attended, Hours, add_up
from cpd.domain.training_matrix import CellState
from cpd.enums import TrainingOrigin
from cpd.models import Training
from cpd.selectors.training import CourseStory, PersonTraining, get_person_training

ORDER = tuple(CellState)


@dataclass(frozen=True, slots=True)
class MyTraining:
    """One post of the reader with what is asked there, the most pressing first, and what they added."""

    engagement: Engagement
    asked: tuple[CourseStory, ...]
    added: tuple[Training, ...]
    hours: Hours
    year: int

    @property
    def terms(self) -> list[tuple[Term, int]]:
        """Each term of the year with its hours, in quarters."""
        terms = self.engagement.school.terms.terms_of(self.year)
        return list(zip(terms, self.hours.by_term, strict=True))


def get_my_training(engagement: Engagement, *, today: date) -> MyTraining:
    """The training of one's own post, found by ``list_own_posts``."""
    page = get_person_training(engagement, as_at=today)
    year = school_year_of(today)
    return MyTraining(
        engagement=engagement,
        asked=tuple(sorted(_asked(page), key=_urgency)),
        added=tuple(
            one for one in page.records if one.origin == TrainingOrigin.SELF and one.confirmed_at is None
        ),
        hours=add_up(as_attended(page.records), year, engagement.school.terms),
        year=year,
    )


def as_attended(records: Sequence[Training]) -> list[Attended]:
    """What counts towards hours: whatever has not been withdrawn, confirmed or still waiting."""
    return [
        Attended(one.awarded_date, one.quarter_hours, one.confirmed_at is not None)
        for one in records
        if one.withdrawn_at is None
    ]


def _asked(page: PersonTraining) -> list[CourseStory]:
    return [one for one in page.courses if one.cell.why is not None]


def _urgency(story: CourseStory) -> tuple[int, date, str]:
    """Worst first, then what ends soonest."""
    return ORDER.index(story.cell.state), story.cell.due_date or date.max, story.column.name
