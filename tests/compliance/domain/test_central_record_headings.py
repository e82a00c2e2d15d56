"""What headings mean, alone, under group titles and beside their neighbours."""

import pytest

from compliance.domain.central_record_aliases import ALIASES
from compliance.domain.central_record_cells import Legacy
from compliance.domain.central_record_fields import FIELDS
from compliance.domain.central_record_headings import is_heading_like, plain_heading, read_heading


def test_every_alias_leads_to_a_field_and_is_written_plainly() -> None:
    assert {alias: field for alias, field in ALIASES.items() if field not in FIELDS} == {}
    assert {alias for alias in ALIASES if plain_heading(alias) != alias} == set()


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("SURNAME", "person.surname"),
        ("First Name(s)", "person.forename"),
        ("Name of Trustee", "person.full_name"),
        ("D.O.B.", "person.dob"),
        ("Date commenced", "role.start_date"),
        ("ID seen (doc/date/initials)", "identity.date"),
        ("Date ID checked", "identity.date"),
        ("DBS certificate number (12 digits)", "dbs.number"),
        ("CRB No", "dbs.number"),
        ("Children’s Barred List", "barred.date"),
        ("S.128", "s128.date"),
        ("Prohibition from management (s128)", "s128.date"),
        ("Teacher Services (prohibition, QTS)", "prohibition.date"),
        ("Lived abroad Y/N", "overseas.required"),
        ("Overseas checks required?", "overseas.required"),
        ("Quals seen", "qualification.date"),
        ("Teacher no.", "qualification.trn"),
        ("Reference 2 rec'd", "references.second"),
        ("KCSIE Sept 2026", "training.kcsie"),
        ("Comments", "meta.notes"),
        ("Checked by", "meta.checked_by"),
        ("Date", "meta.check_date"),
        ("Key fob", None),
    ],
)
def test_a_heading_alone(title: str, field: str | None) -> None:
    assert (read_heading([title]).field, read_heading([title]).sure) == (field, True)


@pytest.mark.parametrize(
    ("path", "field"),
    [
        (["Identity", "Evidence"], "identity.evidence"),
        (["Identity", "Date"], "identity.date"),
        (["CHECKS", "Identity", "By"], "identity.by"),
        (["DBS", "No."], "dbs.number"),
        (["DBS", "Date of issue"], "dbs.issue_date"),
        (["DBS", "Date seen"], "dbs.seen_date"),
        (["DBS", "Type"], "dbs.level"),
        (["Right to work in UK", "Expiry"], "rtw.expiry"),
        (["Overseas", "Required?"], "overseas.required"),
        (["Overseas", "Date"], "overseas.date"),
        (["References", "1"], "references.first"),
        (["References", "2"], "references.second"),
        (["STAFF DETAILS", "Name"], "person.full_name"),
        (["Training", "Safeguarding"], "training.safeguarding"),
        (["Section 128", "Date checked"], "s128.date"),
    ],
)
def test_a_general_heading_takes_its_subject_from_the_nearest_group(path: list[str], field: str) -> None:
    assert read_heading(path).field == field


@pytest.mark.parametrize(
    ("path", "marks"),
    [
        (["Right to work in UK", "Y/N"], "rtw.date"),
        (["Section 128", "Required Y/N"], "s128.date"),
        (["Barred list", "Req'd?"], "barred.date"),
        (["Right to work Y/N"], "rtw.date"),
    ],
)
def test_a_column_of_ticks_marks_the_date_beside_it(path: list[str], marks: str) -> None:
    heading = read_heading(path)

    assert (heading.field, heading.marks) == (None, marks)


@pytest.mark.parametrize(
    ("left", "title", "field", "sure"),
    [
        ("ID check", "Date", "identity.date", False),
        ("ID check", "Checked by", "identity.by", False),
        ("DBS no.", "Date seen", "dbs.seen_date", False),
        ("Medical", "Checked by", "meta.checked_by", True),
        ("Surname", "Date", "meta.check_date", True),
        ("ID check", "Comments", "meta.notes", True),
    ],
)
def test_without_a_group_the_column_to_the_left_counts(left: str, title: str, field: str, sure: bool) -> None:
    heading = read_heading([title], left=read_heading([left]))

    assert (heading.field, heading.sure) == (field, sure)


def test_a_mistyped_heading_is_taken_but_not_for_sure() -> None:
    heading = read_heading(["Rigth to work"])

    assert (heading.field, heading.sure) == ("rtw.date", False)


@pytest.mark.parametrize(
    ("title", "legacy"),
    [
        ("List 99", Legacy.LIST_99),
        ("ISA", Legacy.LIST_99),
        ("List 99 / Barred list", None),
        ("EEA sanctions", Legacy.EEA),
        ("Barred list", None),
    ],
)
def test_headings_of_older_checks_are_known(title: str, legacy: Legacy | None) -> None:
    assert read_heading([title]).legacy is legacy


@pytest.mark.parametrize(
    ("text", "like"),
    [("Surname", True), ("Date", True), ("DBS Disclosure", True), ("Jane Ball", False), ("", False)],
)
def test_what_could_stand_above_a_column(text: str, like: bool) -> None:
    assert is_heading_like(text) is like


@pytest.mark.parametrize(
    "title",
    ["DBS due", "Date DBS applied for", "DBS workforce", "Ref 1 requested", "Safeguarding training due",
     "Prohibition - outcome", "Proof of address", "Email address", "Probation end date", "ID badge no."],
)  # fmt: skip
def test_what_is_near_a_check_is_not_taken_for_it(title: str) -> None:
    assert read_heading([title]).field is None


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("Start date (dd/mm/yy)", "role.start_date"),
        ("Post (job title)", "role.title"),
        ("Surname / Family name", "person.surname"),
        ("Has the person lived/worked abroad?", "overseas.required"),
        ("TRA check (QTS, prohibition, s128)", "prohibition.date"),
        ("Enhanced DBS with barred list", "dbs.issue_date"),
        ("RTW expiry (if applicable)", "rtw.expiry"),
        ("Reference 1 date received", "references.first"),
        ("Online searches completed (date)", "online_search.date"),
        ("Date left employment", "role.leave_date"),
    ],
)
def test_a_heading_with_more_words_around_it(title: str, field: str) -> None:
    assert read_heading([title]).field == field
