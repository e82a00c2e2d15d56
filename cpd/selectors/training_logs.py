"""What would come of a training log: each line held against the people, the courses and what is on record."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Q, QuerySet

from compliance.domain.names import is_name_of
from core.domain.permissions import Actor, Permission
from core.models import Engagement, Person
from cpd.domain.training_entry import TrainingEntry
from cpd.domain.training_log import LogLine, ReadLine, TrainingLogReading, read_line
from cpd.domain.training_log_titles import course_called
from cpd.models import Course, Training, TrainingLog
from cpd.selectors.courses import list_courses

NOBODY = "Nobody of this name works here."
SEVERAL = "Several people of this name work here. Record it by hand for the right one."
ON_RECORD = "On record already."
NO_COURSE = "Which training it was is missing."


class LineState(StrEnum):
    """What would come of a line."""

    NEW = "new"
    KNOWN = "known"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class PlannedLine:
    """One line with what it would become. ``title`` is set where it is none of the courses."""

    line: LogLine
    read: ReadLine
    state: LineState
    why: str
    person: Person | None = None
    course: Course | None = None
    title: str = ""

    def entry(self) -> TrainingEntry:
        """What is written down."""
        course_id = self.course.pk if self.course else None
        return self.read.entry(course_id=course_id, title=self.title, provider=self.line.provider[:200])


@dataclass(frozen=True, slots=True)
class LogPlan:
    """Every line of a log in its order."""

    lines: tuple[PlannedLine, ...]

    def of_state(self, state: str) -> list[PlannedLine]:
        return [line for line in self.lines if line.state == state]


type Key = tuple[int, int | None, str, date]


@dataclass(slots=True)
class _Known:
    """What lines are held against."""

    people: "_People"
    courses: "_Courses"
    on_record: set[Key]


def visible_logs(actor: Actor) -> QuerySet[TrainingLog]:
    """Logs of the schools where the actor records training."""
    return TrainingLog.objects.filter(school_id__in=actor.schools_with(Permission.RECORD_DEVELOPMENT))


def list_logs(school_id: int) -> list[TrainingLog]:
    """The logs of a school without what was read of them, the latest first."""
    logs = TrainingLog.objects.filter(school_id=school_id).defer("reading")
    return list(logs.select_related("created_by").order_by("-created_at", "-pk")[:50])


def plan_log(reading: TrainingLogReading, *, school_id: int, today: date) -> LogPlan:
    """What would come in, what is on record already, and what cannot and why; three queries.

    A second line of the same training on the same day is known by then: nothing comes in twice.
    """
    known = _Known(_People(school_id, today), _Courses(school_id, today), _on_record(school_id))
    return LogPlan(tuple(_plan(line, known, today) for line in reading.lines))


def _plan(line: LogLine, known: _Known, today: date) -> PlannedLine:
    read = read_line(line, today=today)
    person, problem = known.people.find(line.name)
    course, title = known.courses.find(line.course)
    problems = [*([problem] if problem else []), *([] if course or title else [NO_COURSE]), *read.problems]
    if problems or person is None or read.awarded_date is None:
        return PlannedLine(line, read, LineState.PROBLEM, " ".join(problems), person, course, title)
    key = (person.pk, course.pk if course else None, title, read.awarded_date)
    if key in known.on_record:
        return PlannedLine(line, read, LineState.KNOWN, ON_RECORD, person, course, title)
    known.on_record.add(key)
    return PlannedLine(line, read, LineState.NEW, "", person, course, title)


def _on_record(school_id: int) -> set[Key]:
    standing = Training.objects.standing().filter(school_id=school_id)
    return set(standing.order_by().values_list("person_id", "course_id", "title", "awarded_date"))


class _People:
    """Who works at a school, by name."""

    def __init__(self, school_id: int, today: date) -> None:
        here = Engagement.objects.filter(Q(end_date=None) | Q(end_date__gte=today), school_id=school_id)
        engagements = here.select_related("person").order_by("pk")
        self.people = list({one.person_id: one.person for one in engagements}.values())
        self.found: dict[str, tuple[Person | None, str]] = {}

    def find(self, name: str) -> tuple[Person | None, str]:
        """The one person of a name, or why there is none."""
        if name not in self.found:
            self.found[name] = self._look_for(name)
        return self.found[name]

    def _look_for(self, name: str) -> tuple[Person | None, str]:
        wanted = name.casefold()
        exact = [one for one in self.people if one.full_name.casefold() == wanted]
        named = exact or [one for one in self.people if is_name_of(name, one.full_name, _former(one))]
        if len(named) == 1:
            return named[0], ""
        return None, SEVERAL if named else NOBODY


def _former(person: Person) -> Sequence[str]:
    return [name.strip() for name in person.former_names.split(",") if name.strip()]


class _Courses:
    """The courses of a school, by what people call them."""

    def __init__(self, school_id: int, today: date) -> None:
        courses = list_courses(school_id, today=today)
        self.own = [(str(course.pk), course.name) for course in courses]
        self.by_key: Mapping[str, Course] = {course.key: course for course in courses if course.key} | {
            str(course.pk): course for course in courses
        }
        self.found: dict[str, tuple[Course | None, str]] = defaultdict(lambda: (None, ""))

    def find(self, title: str) -> tuple[Course | None, str]:
        """The course, else the words as a title of its own."""
        words = " ".join(title.split())[:200]
        if words and words not in self.found:
            course = self.by_key.get(course_called(words, self.own) or "")
            self.found[words] = (course, "" if course else words)
        return self.found[words]
