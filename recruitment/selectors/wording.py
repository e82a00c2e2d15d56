"""What there is to think about in the wording of a confirmed version."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from recruitment.domain.review import Draft, Question, list_questions
from recruitment.domain.rows import list_kept
from recruitment.models import Criterion, DismissedRemark, JobProfileVersion
from recruitment.selectors.drafts import draft_for_findings, is_open, words_of_question


@dataclass(frozen=True, slots=True)
class QuestionOfVersion:
    """A question with the numbers of the criteria it is about; ``dismissed`` where it was let stand."""

    question: Question
    numbers: tuple[int, ...]
    dismissed: DismissedRemark | None = None


@dataclass(frozen=True, slots=True)
class WordingPage:
    """Open questions, those that law or guidance stands behind first, and what was let stand."""

    by_law: tuple[QuestionOfVersion, ...]
    by_practice: tuple[QuestionOfVersion, ...]
    let_stand: tuple[QuestionOfVersion, ...]

    @property
    def open_count(self) -> int:
        return len(self.by_law) + len(self.by_practice)


def get_wording_page(version: JobProfileVersion) -> WordingPage:
    """Shape a version that came from ``version_pages``; asks the database nothing."""
    criteria: Sequence[Criterion] = version.person_specification.in_order  # type: ignore[attr-defined]
    draft = draft_for_findings(version, criteria)
    numbers = {row.key: number for number, row in enumerate(list_kept(draft.rows), start=1)}
    given = {(one.code, one.words): one for one in version.dismissed_remarks.all()}
    views = [_view(question, draft, numbers, given) for question in list_questions(draft)]
    unsettled = [one for one in views if is_open(one.question, draft)]
    return WordingPage(
        by_law=tuple(one for one in unsettled if one.question.rests_on_law),
        by_practice=tuple(one for one in unsettled if not one.question.rests_on_law),
        let_stand=tuple(one for one in views if one.dismissed),
    )


def _view(
    question: Question,
    draft: Draft,
    numbers: Mapping[int, int],
    given: Mapping[tuple[str, str], DismissedRemark],
) -> QuestionOfVersion:
    dismissed = given.get((question.code, words_of_question(question, draft)))
    return QuestionOfVersion(question, tuple(numbers[key] for key in question.keys), dismissed)
