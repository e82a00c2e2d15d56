"""The fields a school's own central record may have: what each holds and which check it belongs to."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class FieldKind(StrEnum):
    TEXT = "text"
    NAME = "name"
    DATE = "date"
    EXPIRY = "expiry"
    CERTIFICATE_NUMBER = "certificate_number"
    TEACHER_NUMBER = "teacher_number"
    YES_NO = "yes_no"


@dataclass(frozen=True, slots=True)
class Field:
    """One field. ``check`` names the check of the matrix it records, ``label`` is what a person calls it.

    ``core``: the guidance on the record asks for it. ``before_start``: it has to be dated before the start.
    """

    id: str
    label: str
    kind: FieldKind = FieldKind.TEXT
    check: str = ""
    core: bool = False
    before_start: bool = False

    @property
    def subject(self) -> str:
        return self.id.partition(".")[0]

    @property
    def holds_date(self) -> bool:
        return self.kind in {FieldKind.DATE, FieldKind.EXPIRY}


def _check(field_id: str, label: str, check: str) -> Field:
    """A date by which the guidance on the record wants a check shown, made before the start."""
    return Field(field_id, label, FieldKind.DATE, check, core=True, before_start=True)


def _date(field_id: str, label: str, check: str = "") -> Field:
    return Field(field_id, label, FieldKind.DATE, check)


_ALL = (
    Field("person.surname", "Surname", FieldKind.NAME),
    Field("person.forename", "Forename", FieldKind.NAME),
    Field("person.full_name", "Name", FieldKind.NAME),
    Field("person.known_as", "Known as", FieldKind.NAME),
    Field("person.former_names", "Former names", FieldKind.NAME),
    _date("person.dob", "Date of birth"),
    Field("person.address", "Address"),
    Field("person.employee_no", "Employee number"),
    Field("role.title", "Post"),
    Field("role.category", "Category"),
    _date("role.start_date", "Start date"),
    Field("role.leave_date", "Leaving date", FieldKind.EXPIRY),
    _check("identity.date", "Identity", "identity"),
    Field("identity.evidence", "Evidence of identity"),
    Field("identity.by", "Identity checked by"),
    _check("rtw.date", "Right to work", "right_to_work"),
    Field("rtw.evidence", "Right to work document"),
    Field("rtw.expiry", "Permission to work ends", FieldKind.EXPIRY),
    Field("rtw.by", "Right to work checked by"),
    Field("dbs.number", "DBS certificate number", FieldKind.CERTIFICATE_NUMBER, "enhanced_dbs"),
    _check("dbs.issue_date", "DBS certificate date", "enhanced_dbs"),
    Field("dbs.seen_date", "DBS certificate seen", FieldKind.DATE, before_start=True),
    Field("dbs.by", "DBS checked by"),
    Field("dbs.level", "DBS level"),
    Field("dbs.update_service", "On the Update Service", FieldKind.YES_NO),
    _date("dbs.status_check_date", "Update Service check"),
    _check("barred.date", "Children’s barred list", "children_barred_list"),
    Field("barred.by", "Barred list checked by"),
    _check("prohibition.date", "Prohibition from teaching", "prohibition_teaching"),
    Field("prohibition.by", "Prohibition checked by"),
    _check("s128.date", "Section 128", "s128"),
    Field("s128.by", "Section 128 checked by"),
    Field("overseas.required", "Lived or worked abroad", FieldKind.YES_NO),
    _check("overseas.date", "Overseas checks", "overseas"),
    _date("overseas.eea", "EEA sanctions check"),
    _check("qualification.date", "Qualifications seen", "qualifications"),
    Field("qualification.name", "Qualification"),
    Field("qualification.qts", "Qualified teacher status", FieldKind.YES_NO),
    Field("qualification.trn", "Teacher reference number", FieldKind.TEACHER_NUMBER),
    Field("qualification.induction", "Induction", FieldKind.YES_NO),
    Field("supply.agency", "Agency or employer"),
    _check("supply.confirmation_date", "Written confirmation", "supply_confirmation"),
    Field(
        "supply.dbs_provided",
        "DBS certificate provided",
        FieldKind.YES_NO,
        "supply_confirmation",
        core=True,
    ),
    Field("college.relevant_activity", "Relevant activity", FieldKind.YES_NO, core=True),
    Field("volunteer.supervised", "Supervised"),
    _date("references.first", "First reference", "references"),
    _date("references.second", "Second reference", "references"),
    _date("childcare_disqualification.date", "Childcare disqualification", "childcare_disqualification"),
    _date("online_search.date", "Online search", "online_search"),
    _date("gaps.date", "Gaps in employment", "employment_history_gaps"),
    _date("medical.date", "Medical fitness", "medical_fitness"),
    _date("training.safeguarding", "Safeguarding training"),
    _date("training.kcsie", "KCSIE read"),
    _date("training.prevent", "Prevent training"),
    _date("training.safer_recruitment", "Safer recruitment training"),
    Field("training.first_aid_expiry", "First aid certificate ends", FieldKind.EXPIRY),
    Field("meta.checked_by", "Checked by"),
    _date("meta.check_date", "Date checked"),
    _date("meta.risk_assessment", "Risk assessment"),
    Field("meta.notes", "Notes"),
)

FIELDS: Mapping[str, Field] = {field.id: field for field in _ALL}
NAME_FIELDS = ("person.surname", "person.forename", "person.full_name")
