"""Which form writes down which check."""

from collections.abc import Mapping
from typing import Any

from compliance.domain.categories import CheckType
from compliance.domain.requirement import Requirement, Status
from compliance.forms import checks as forms
from compliance.forms.dbs import DbsForm
from compliance.forms.right_to_work import RightToWorkForm

FORMS: Mapping[CheckType, type[forms.CheckForm]] = {
    form.check: form
    for form in (
        forms.IdentityForm,
        DbsForm,
        forms.BarredListForm,
        RightToWorkForm,
        forms.ProhibitionForm,
        forms.SectionForm,
        forms.QualificationForm,
        forms.OverseasForm,
        forms.ReferenceForm,
        forms.GapsForm,
        forms.OnlineSearchForm,
        forms.DeclarationForm,
        forms.MedicalForm,
        forms.ChildcareForm,
    )
}


def is_vouched_for(requirement: Requirement | None) -> bool:
    """Whether somebody else makes the check and confirms it in writing."""
    return requirement is not None and requirement.status == Status.ASSURANCE


def form_for(
    check: CheckType, *args: Any, by_agency: bool, asks_for_names: bool = False, **kwargs: Any
) -> Any:
    """The form for a check: the school's own, or the agency's confirmation of it."""
    if by_agency:
        return forms.AssuranceForm(*args, check=check, **kwargs)
    if check == CheckType.ENHANCED_DBS:
        return DbsForm(*args, asks_for_names=asks_for_names, **kwargs)
    return FORMS[check](*args, **kwargs)
