"""One cell of a school's own central record, diagnosed by what its field holds."""

from collections.abc import Callable, Mapping

from compliance.domain.central_record_cells import Context, Diagnosis, Finding, RawCell, quarantined
from compliance.domain.central_record_dated import diagnose_date
from compliance.domain.central_record_fields import FieldKind
from compliance.domain.central_record_plain import (
    diagnose_certificate_number,
    diagnose_name,
    diagnose_teacher_number,
    diagnose_text,
    diagnose_yes_no,
)

_FORMULA = "This is a formula whose result is not in the file. Open the workbook, save it and try again."
_BY_KIND: Mapping[FieldKind, Callable[[RawCell, Context], Finding]] = {
    FieldKind.DATE: diagnose_date,
    FieldKind.EXPIRY: diagnose_date,
    FieldKind.CERTIFICATE_NUMBER: diagnose_certificate_number,
    FieldKind.TEACHER_NUMBER: diagnose_teacher_number,
    FieldKind.YES_NO: diagnose_yes_no,
    FieldKind.NAME: diagnose_name,
    FieldKind.TEXT: diagnose_text,
}


def diagnose_cell(cell: RawCell, context: Context) -> Finding:
    """What the cell says and what is wrong with it; offence details are set aside before anything is read."""
    if found := quarantined(cell, context):
        return found
    if cell.calculated:
        return Finding(None).as_(Diagnosis.UNREADABLE, _FORMULA)
    return _BY_KIND[context.field.kind](cell, context)
