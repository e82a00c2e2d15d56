"""The shape of an enhanced DBS certificate, and of a look at the Update Service."""

from typing import Any

from django import forms

from compliance.domain.categories import CheckType
from compliance.domain.check_entry import CertificateEntry
from compliance.enums import DbsLevel, DbsWorkforce, UpdateServiceResult
from compliance.forms.checks import DONE, CheckForm

YES_NO = [("yes", "Yes"), ("no", "No")]


def _yes_no(label: str, **kwargs: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        choices=YES_NO,
        coerce=lambda value: value == "yes",
        empty_value=None,
        widget=forms.RadioSelect,
        required=False,
        **kwargs,
    )


class DbsForm(CheckForm):
    """The certificate as it was shown. ``asks_for_names``: the name on it was another, so say why."""

    check = CheckType.ENHANCED_DBS
    own = (
        "reference_number",
        "issued_date",
        "name_on_certificate",
        "level",
        "workforce",
        "includes_barred_list",
        "is_own",
        "update_service_consent_date",
        "status_checked_date",
        "status_result",
        "recheck_date",
    )
    own_when_done = True
    needed = ("reference_number", "issued_date", "name_on_certificate", "includes_barred_list", "is_own")
    labels = {"done_date": "Original seen on", "requested_date": "Applied for on", "done_by": "Seen by"}

    reference_number = forms.CharField(
        label="Certificate number", max_length=60, required=False, help_text="12 digits"
    )
    issued_date = forms.DateField(label="Issued on", required=False)
    name_on_certificate = forms.CharField(
        label="Name on the certificate", max_length=200, required=False, help_text="As it is printed there"
    )
    level = forms.ChoiceField(choices=DbsLevel.choices, initial=DbsLevel.ENHANCED)
    workforce = forms.ChoiceField(choices=DbsWorkforce.choices, initial=DbsWorkforce.CHILD)
    includes_barred_list = _yes_no(
        "Does it include the children's barred list?",
        help_text="Under “Other relevant information” the certificate says whether the list was checked.",
    )
    is_own = _yes_no("Did this school or trust apply for it?", initial="yes")
    update_service_consent_date = forms.DateField(
        label="Consent to the Update Service given on",
        required=False,
        help_text="Only where the person has joined it. For example, 27/3/2027",
    )
    status_checked_date = forms.DateField(label="Update Service looked up on", required=False)
    status_result = forms.ChoiceField(
        label="What the Update Service said",
        choices=[("", "Not looked up"), *UpdateServiceResult.choices],
        required=False,
        help_text="Needed for a certificate that another organisation applied for.",
    )
    recheck_date = forms.DateField(
        label="To be renewed by",
        required=False,
        help_text="The law sets no expiry. Leave it empty to follow your school's policy, if there is one.",
    )
    name_evidence = forms.CharField(
        label="What shows that it is a former name of the person",
        max_length=80,
        required=False,
        help_text="For example: marriage certificate. The name is then added to the former names. If it is "
        "not a former name, apply for a new certificate.",
    )

    def __init__(self, *args: Any, asks_for_names: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not asks_for_names:
            del self.fields["name_evidence"]
        self.asks_for_names = asks_for_names

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("status_result") and not data.get("status_checked_date"):
            self.add_error("status_checked_date", "Say on which day the Update Service was looked up.")
        return data

    def parts(self) -> dict[str, Any]:
        data = self.cleaned_data
        if data["state"] != DONE:
            return {}
        return {
            "reference_number": data["reference_number"],
            "certificate": CertificateEntry(
                name=data["name_on_certificate"],
                includes_barred_list=bool(data["includes_barred_list"]),
                issued_date=data["issued_date"],
                level=data["level"],
                workforce=data["workforce"],
                is_own=bool(data["is_own"]),
                update_service_consent_date=data["update_service_consent_date"],
                status_checked_date=data["status_checked_date"],
                status_result=data["status_result"],
            ),
        }


class UpdateServiceForm(forms.Form):
    """One look at the Update Service, with the holder's consent."""

    checked_date = forms.DateField(label="Looked up on")
    result = forms.ChoiceField(
        label="What it said", choices=UpdateServiceResult.choices, widget=forms.RadioSelect
    )
