"""Random layouts: which columns a sheet has, in which order, under headings how deep."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from tests.compliance.record_workbooks.headings import FLAT, GROUPS, SUPER_GROUPS, UNDER
from tests.compliance.record_workbooks.people import CHECKS

CORE = {"qualification": "qualification.date", "supply": "supply.confirmation_date"}
HAS_EVIDENCE = {"identity", "rtw"}
HAS_INITIALS = {"identity", "rtw", "dbs", "barred", "prohibition", "s128"}


@dataclass(frozen=True)
class ColumnSpec:
    """A column: its titles from the outermost inwards, its field; ``marks``: the date a Y/N column is for."""

    titles: tuple[str, ...]
    field: str | None
    marks: str = ""
    asks_whether_needed: bool = False


@dataclass(frozen=True)
class Layout:
    """How one sheet is laid out."""

    columns: tuple[ColumnSpec, ...]
    depth: int
    swapped_field: str = ""
    month_first_field: str = ""
    merged: bool = True
    from_the_top: bool = False


def date_field(check: str) -> str:
    return "dbs.issue_date" if check == "dbs" else CORE.get(check, f"{check}.date")


def invent_layout(random: Random, categories: Sequence[str], *, depth: int) -> Layout:
    """A layout for the people of these categories; ``depth`` rows of headings, from one to three."""
    checks = list(dict.fromkeys(check for category in categories for check in CHECKS[category]))
    random.shuffle(checks)
    blocks = [_block(random, check, grouped=depth > 1) for check in checks]
    if "teaching" in categories:
        blocks.append([_flat(random, "qualification.trn")])
    blocks.append([_flat(random, "overseas.required"), _flat(random, "overseas.date")])
    last = ("overseas.eea", "training.safeguarding", "meta.notes", "unknown")
    tail = [[_flat(random, name)] for name in last if random.random() < 0.5]
    columns = [
        *_personal(random, categories),
        *(column for block in blocks for column in block),
        *(column for block in tail for column in block),
    ]
    if depth == 3:
        columns = _under_super_groups(columns)
    fields = [column.field for column in columns if column.field and column.field.endswith(".date")]
    swapped = random.choice(fields) if random.random() < 0.25 else ""
    month_first = random.choice(fields) if random.random() < 0.15 else ""
    return Layout(
        tuple(columns),
        depth,
        str(swapped),
        str(month_first if month_first != swapped else ""),
        merged=(merged := random.random() < 0.7),
        from_the_top=merged and random.random() < 0.5,
    )


def _personal(random: Random, categories: Sequence[str]) -> list[ColumnSpec]:
    if random.random() < 0.5:
        names = [_flat(random, "person.surname"), _flat(random, "person.forename")]
        names += [_flat(random, "person.former_names")] if random.random() < 0.5 else []
        if random.random() < 0.3:
            names[0], names[1] = names[1], names[0]
    else:
        names = [_flat(random, "person.full_name")]
    rest = [_flat(random, name) for name in ("person.dob", "role.title", "role.start_date")]
    rest += [_flat(random, "role.leave_date")] if random.random() < 0.3 else []
    random.shuffle(rest)
    agency = [_flat(random, "supply.agency")] if "supply" in categories else []
    return [*names, *rest, *agency]


def _flat(random: Random, field: str) -> ColumnSpec:
    return ColumnSpec((random.choice(FLAT[field]),), None if field == "unknown" else field)


def _block(random: Random, check: str, *, grouped: bool) -> list[ColumnSpec]:
    """The columns of one check: a lone date, or a group of two to four."""
    if not grouped or check not in GROUPS or random.random() < 0.2:
        number = [_flat(random, "dbs.number")] if check == "dbs" else []
        return [*number, _flat(random, date_field(check))]
    group = random.choice(GROUPS[check])
    columns = []
    if check == "dbs":
        columns.append(_under(random, group, "number", "dbs.number"))
        columns.append(_under(random, group, "issue", "dbs.issue_date"))
    else:
        if random.random() < 0.3:
            columns.append(ColumnSpec((group, random.choice(UNDER["marks"])), None, date_field(check)))
        elif check in {"s128", "prohibition"} and random.random() < 0.3:
            asks = random.choice(UNDER["required"])
            columns.append(ColumnSpec((group, asks), None, date_field(check), asks_whether_needed=True))
        elif check in HAS_EVIDENCE and random.random() < 0.5:
            columns.append(_under(random, group, "evidence", f"{check}.evidence"))
        columns.append(_under(random, group, "date", date_field(check)))
    if check in HAS_INITIALS and random.random() < 0.5:
        columns.append(_under(random, group, "by", f"{check}.by"))
    return columns


def _under(random: Random, group: str, what: str, field: str) -> ColumnSpec:
    return ColumnSpec((group, random.choice(UNDER[what])), field)


def _under_super_groups(columns: Sequence[ColumnSpec]) -> list[ColumnSpec]:
    """A third row above: whose details these are."""
    placed = []
    for column in columns:
        personal = (column.field or "").startswith(("person.", "role."))
        title = SUPER_GROUPS[0] if personal else SUPER_GROUPS[1]
        placed.append(replace(column, titles=(title, *column.titles)))
    return placed
