"""What would be brought in of a workbook: people, posts and checks, and what not with the reason."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from compliance.domain.categories import CATEGORY_LABELS, WorkerCategory
from compliance.domain.central_record_reading import CentralRecordReading, ReadPerson
from compliance.domain.check_entry import CheckEntry
from compliance.domain.requirement import RoleFacts
from compliance.domain.workbook_checks import read_checks
from compliance.domain.workbook_choices import NEW, PersonChoice, WorkbookChoices, cell_key, person_key
from compliance.domain.workbook_rows import Skipped, WorkbookRow, rows_of
from core.domain.schools import SchoolType

LEADERS = frozenset({WorkerCategory.LEADER_MAINTAINED, WorkerCategory.LEADER_ACADEMY})
_TRUTH: Mapping[str, bool] = {"yes": True, "no": False}


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody known already. ``posts``: job title and first day of each engagement at this school."""

    id: int
    given_name: str
    family_name: str
    former_names: str = ""
    birth_date: date | None = None
    posts: tuple[tuple[str, date | None], ...] = ()

    @property
    def name(self) -> str:
        return f"{self.given_name} {self.family_name}"


@dataclass(frozen=True, slots=True)
class PlannedPerson:
    """One row as it would be brought in.

    ``candidates`` may be the same person; ``known`` is the one it was taken for. ``first`` is the key of the
    row on which the same person stands first. ``why_not`` says what has to be settled before it comes in.
    """

    row: ReadPerson
    choice: PersonChoice
    given_name: str
    family_name: str
    former_names: str
    birth_date: date | None
    worker: WorkerCategory | None
    job_title: str
    start_date: date | None
    end_date: date | None
    date_note: str
    agency: str
    facts: RoleFacts
    entries: tuple[CheckEntry, ...]
    skipped: tuple[Skipped, ...]
    candidates: tuple[Known, ...]
    known: Known | None
    first: str = ""
    why_not: str = ""

    @property
    def key(self) -> str:
        return person_key(self.row)

    @property
    def place(self) -> str:
        return f"{self.row.sheet}, row {self.row.row}"

    @property
    def is_asked(self) -> bool:
        """Whether somebody has to say if this is a person known already."""
        return bool(self.candidates) and self.known is None and self.choice.known != NEW


def plan_import(
    reading: CentralRecordReading,
    choices: WorkbookChoices,
    *,
    known: Iterable[Known],
    school: SchoolType,
    as_at: date,
) -> list[PlannedPerson]:
    """Every row of the workbook as it would be brought in, in its order."""
    repaired = frozenset(cell_key(cell) for cell in choices.repairs_in(reading))
    by_name = _by_name(known)
    keys = {f"{one.sheet}, row {one.row}": person_key(one) for one in reading.people}
    return [
        _plan(row, choices.of(row.person), by_name, keys=keys, school=school, as_at=as_at)
        for row in rows_of(reading.people, reading.cells, repaired).values()
    ]


def _plan(
    row: WorkbookRow,
    choice: PersonChoice,
    by_name: Mapping[tuple[str, str], list[Known]],
    *,
    keys: Mapping[str, str],
    school: SchoolType,
    as_at: date,
) -> PlannedPerson:
    given, family = row.names
    birth, title = row.day("person.dob"), row.person.role.strip()
    start, end = row.day("role.start_date"), row.day("role.leave_date")
    worker = _worker(row, choice)
    candidates = _candidates(by_name, given, family, birth)
    first = keys.get(row.person.same_as, "")
    checks = read_checks(row, category=worker, school=school, as_at=as_at) if worker else None
    found = _same(candidates, choice, birth, title)
    return PlannedPerson(
        row=row.person,
        choice=choice,
        given_name=given[:100],
        family_name=family[:100],
        former_names=row.value("person.former_names")[:200],
        birth_date=birth if birth and birth < as_at else None,
        worker=worker,
        job_title=(title or _title_of(worker))[:200],
        start_date=start,
        end_date=end,
        date_note=_date_note(row, start),
        agency=row.value("supply.agency")[:200],
        facts=_facts(row),
        entries=checks.entries if checks else (),
        skipped=checks.skipped if checks else tuple(row.skipped()),
        candidates=() if first else candidates,
        known=None if first else found,
        first=first,
        why_not=_why_not(row, given, worker, start, end)
        or ("" if first or not candidates or found or choice.known == NEW else _ASK),
    )


_ASK = "Somebody of this name is known already. Say whether it is the same person."


def _why_not(
    row: WorkbookRow, given: str, worker: WorkerCategory | None, start: date | None, end: date | None
) -> str:
    if not given:
        return "Only one name is written. Write first and last name in the workbook."
    if row.person.leaver and end is None:
        return "Has left, and the workbook does not say on which day. Write the whole leaving date there."
    if start and end and end < start:
        return "The leaving date is before the start date. Look up which of them is right."
    if worker is None:
        return "Say what kind of worker this is."
    return ""


def _worker(row: WorkbookRow, choice: PersonChoice) -> WorkerCategory | None:
    """As chosen, else as proposed: of somebody who leads and teaches that they lead, which asks for more."""
    proposed = sorted(row.person.workers, key=lambda one: one not in LEADERS)
    name = choice.worker or next(iter(proposed), "")
    return WorkerCategory(name) if name in set(WorkerCategory) else None


def _title_of(worker: WorkerCategory | None) -> str:
    """What to call a post that the workbook does not name."""
    return CATEGORY_LABELS[worker].partition(",")[0] if worker else ""


def _facts(row: WorkbookRow) -> RoleFacts:
    supervised = row.value("volunteer.supervised").lower()
    return RoleFacts(
        lived_abroad=_TRUTH.get(row.value("overseas.required")),
        has_trn=True if row.digits("qualification.trn") else None,
        supervised={"supervised": True, "yes": True, "unsupervised": False, "no": False}.get(supervised),
    )


def _date_note(row: WorkbookRow, start: date | None) -> str:
    """What the workbook has of a first day that is not a whole date."""
    said = row.person.start_date
    if start or not said:
        return ""
    year, _, rest = said.partition("-")
    month = rest.partition("-")[0]
    return f"The workbook has only {f'{month}/{year}' if month else year} as the first day"


def _by_name(known: Iterable[Known]) -> Mapping[tuple[str, str], list[Known]]:
    found: dict[tuple[str, str], list[Known]] = {}
    for one in known:
        families = [one.family_name, *one.former_names.replace(";", ",").split(",")]
        for family in {name.strip().casefold() for name in families if name.strip()}:
            found.setdefault((one.given_name.strip().casefold(), family), []).append(one)
    return found


def _candidates(
    by_name: Mapping[tuple[str, str], list[Known]], given: str, family: str, birth: date | None
) -> tuple[Known, ...]:
    """Who may be the same person: the same name, and no birth date that differs."""
    alike = by_name.get((given.strip().casefold(), family.strip().casefold()), [])
    return tuple(one for one in alike if not (birth and one.birth_date and birth != one.birth_date))


def _same(
    candidates: tuple[Known, ...], choice: PersonChoice, birth: date | None, title: str
) -> Known | None:
    """Whom the row is about: as chosen; else the one with this birth date; else the one at this school."""
    if choice.known:
        return next((one for one in candidates if str(one.id) == choice.known), None)
    for some in (
        [one for one in candidates if birth and one.birth_date == birth],
        [one for one in candidates if one.posts],
        [one for one in candidates if any(post.casefold() == title.casefold() for post, _ in one.posts)],
    ):
        if len(some) == 1:
            return some[0]
    return None
