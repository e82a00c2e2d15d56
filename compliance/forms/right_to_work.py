"""The shape of a check of the right to work: route, document, until when."""

from typing import Any

from django import forms

from compliance.domain.categories import CheckType
from compliance.domain.check_entry import RightToWorkEntry
from compliance.domain.right_to_work_documents import DOCUMENTS, DocumentList
from compliance.enums import RightToWorkRoute
from compliance.forms.checks import DONE, CheckForm

_LISTS = {
    DocumentList.A: "List A: for good",
    DocumentList.B1: "List B, group 1: until the permission ends",
    DocumentList.B2: "List B, group 2: for six months",
    None: "No evidence of a right to work",
}


def document_choices() -> list[tuple[str, Any]]:
    """The documents by their list, as groups of a select; what is no evidence stands last."""
    return [
        ("", "Choose what was shown"),
        *(
            (
                label,
                [
                    (key.value, f"{one.title[0].upper()}{one.title[1:]}")
                    for key, one in DOCUMENTS.items()
                    if one.list == of_list
                ],
            )
            for of_list, label in _LISTS.items()
        ),
    ]


class RightToWorkForm(CheckForm):
    check = CheckType.RIGHT_TO_WORK
    accepts_file = True
    own = (
        "route",
        "document",
        "document_expiry",
        "is_clipped",
        "permission_end",
        "pvn_date",
        "share_code",
        "share_code_created",
        "is_copy_kept",
    )
    own_when_done = True
    needed = ("route", "document")
    labels = {"done_date": "Checked on", "done_by": "Checked by"}

    route = forms.ChoiceField(
        label="How it was checked",
        choices=RightToWorkRoute.choices,
        widget=forms.RadioSelect,
        required=False,
    )
    document = forms.ChoiceField(label="What was shown", choices=document_choices, required=False)
    document_expiry = forms.DateField(label="The document expires on", required=False)
    is_clipped = forms.BooleanField(label="A corner of the passport is clipped", required=False)
    permission_end = forms.DateField(
        label="Permission to work ends on",
        required=False,
        help_text="For limited permission. For example, 27/3/2027",
    )
    pvn_date = forms.DateField(
        label="Date of the Positive Verification Notice",
        required=False,
        help_text="Where the Employer Checking Service answered. For example, 27/3/2027",
    )
    share_code = forms.CharField(
        label="Share code",
        max_length=20,
        required=False,
        help_text="Nine characters, beginning with W. Only its last three are kept.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    share_code_created = forms.DateField(label="The share code was created on", required=False)
    is_copy_kept = forms.BooleanField(
        label="A copy that cannot be altered is kept",
        required=False,
        help_text="Attach it below, or keep it on the personnel file.",
    )

    def parts(self) -> dict[str, Any]:
        data = self.cleaned_data
        if data["state"] != DONE:
            return {}
        taken = [name for name in self.own if name not in {"share_code", "is_copy_kept"}]
        return {
            "right_to_work": RightToWorkEntry(
                **{name: data[name] for name in taken},
                share_code="".join(data["share_code"].split()),
                is_copy_kept=data["is_copy_kept"] or data.get("file") is not None,
            )
        }
