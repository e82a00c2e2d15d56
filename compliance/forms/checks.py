"""The shape of one check as it is written down: each kind asks for what it needs and nothing else."""

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from django import forms

from compliance.domain.categories import CheckType
from compliance.domain.check_entry import CheckEntry, QualificationEntry
from compliance.domain.held_checks import Outcome
from compliance.enums import BarredListReason

DONE, REQUESTED = "done", "requested"
# What a check that is done always says; each kind adds its own.
NEEDED_OF_ALL = ("done_date", "outcome", "done_by")
FILE_HINT = (
    "PDF, Word, text or a photograph (JPEG or PNG), up to 20 MB. Of a photograph only the picture is kept."
)


class CheckForm(forms.Form):
    """What every check is asked: whether it is done, when, how it came out, and who saw it."""

    check: ClassVar[CheckType]
    accepts_file: ClassVar[bool] = False
    own: ClassVar[tuple[str, ...]] = ()
    own_when_done: ClassVar[bool] = False  # what only it asks is known once it is done
    needed: ClassVar[tuple[str, ...]] = ()
    labels: ClassVar[Mapping[str, str]] = {}
    hints: ClassVar[Mapping[str, str]] = {}

    state = forms.ChoiceField(
        label="What has happened",
        choices=[(DONE, "It is done"), (REQUESTED, "It is asked for, the answer is still to come")],
        widget=forms.RadioSelect,
        initial=DONE,
    )
    requested_date = forms.DateField(label="Asked for on", required=False)
    done_date = forms.DateField(
        label="Done on",
        required=False,
        help_text="The day somebody looked, never the date printed on the document. For example, 27/3/2027",
    )
    outcome = forms.ChoiceField(
        label="How it came out",
        choices=[("clear", "Satisfactory"), ("concern", "There is something to consider")],
        widget=forms.RadioSelect,
        required=False,
    )
    done_by = forms.CharField(label="Seen or done by", max_length=150, required=False)
    note = forms.CharField(
        label="Note",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="No details of offences or of health: they do not belong in this record.",
    )
    reason = forms.CharField(
        label="Why there is a new one",
        max_length=300,
        required=False,
        help_text="For example: renewed, corrected, checked again. What stood before is kept.",
    )

    def __init__(self, *args: Any, supersedes: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.accepts_file:
            self.fields["file"] = forms.FileField(label="The evidence", required=False, help_text=FILE_HINT)
        if not supersedes:
            del self.fields["reason"]
        is_asked = self["state"].value() == REQUESTED
        for name in ("requested_date",) if is_asked else (*NEEDED_OF_ALL, *self.needed, "reason"):
            if name in self.fields:
                self.fields[name].required = True
        for name, label in self.labels.items():
            self.fields[name].label = label
        for name, hint in self.hints.items():
            self.fields[name].help_text = hint

    def own_fields(self) -> list[forms.BoundField]:
        """What only this kind of check asks."""
        return [self[name] for name in self.own]

    def entry(self) -> CheckEntry:
        """The check as the service takes it."""
        data = self.cleaned_data
        return CheckEntry(
            check=self.check,
            is_done=data["state"] == DONE,
            requested_date=data["requested_date"],
            done_date=data["done_date"],
            outcome=Outcome(data["outcome"] or Outcome.PENDING),
            done_by=data["done_by"],
            note=data["note"],
            evidence_seen=data.get("evidence_seen", ""),
            recheck_date=data.get("recheck_date"),
            **self.parts(),
        )

    def parts(self) -> dict[str, Any]:
        """What a kind adds to its entry."""
        return {}

    @property
    def is_done(self) -> bool:
        done: bool = self.cleaned_data["state"] == DONE
        return done


def _seen(label: str, hint: str = "") -> forms.CharField:
    return forms.CharField(label=label, max_length=300, required=False, help_text=hint)


class IdentityForm(CheckForm):
    check = CheckType.IDENTITY
    accepts_file = True
    own = ("evidence_seen",)
    needed = ("evidence_seen",)
    evidence_seen = _seen(
        "What was seen",
        "For example: passport and council-tax bill. A birth certificate shows earlier names best.",
    )


class BarredListForm(CheckForm):
    check = CheckType.CHILDREN_BARRED_LIST
    own = ("permitted_reason",)
    permitted_reason = forms.ChoiceField(
        label="Why it is checked apart from a certificate",
        choices=BarredListReason.choices,
        widget=forms.RadioSelect,
        help_text="There are these two reasons and no others.",
    )

    def parts(self) -> dict[str, Any]:
        return {"permitted_reason": self.cleaned_data["permitted_reason"]}


class ProhibitionForm(CheckForm):
    check = CheckType.PROHIBITION_TEACHING
    own = ("evidence_seen",)
    evidence_seen = _seen("Where it was looked up", "For example: Check a teacher's record")


class SectionForm(CheckForm):
    check = CheckType.S128
    own = ("evidence_seen",)
    evidence_seen = _seen(
        "Where it was looked up",
        "The list of section 128 directions. It is not part of a DBS certificate without barred list.",
    )


class OverseasForm(CheckForm):
    check = CheckType.OVERSEAS
    accepts_file = True
    own = ("evidence_seen",)
    needed = ("evidence_seen",)
    evidence_seen = _seen(
        "Country, and what was obtained", "For example: France, certificate of good conduct"
    )


class QualificationForm(CheckForm):
    check = CheckType.QUALIFICATIONS
    accepts_file = True
    own = ("title", "awarding_body", "awarded", "demanded_by")
    needed = ("title",)
    labels = {"done_date": "Original seen on"}
    title = forms.CharField(
        label="What the certificate says", max_length=200, required=False, help_text="Title and level"
    )
    awarding_body = forms.CharField(label="Awarding body", max_length=200, required=False)
    awarded = forms.CharField(label="Awarded", max_length=10, required=False, help_text="Year, month or day")
    demanded_by = forms.CharField(
        label="What asks for it", max_length=500, required=False, help_text="The criterion or the rule"
    )

    def parts(self) -> dict[str, Any]:
        data = self.cleaned_data
        if data["state"] != DONE:
            return {"evidence_seen": data["title"] or data["demanded_by"]}
        names = ("title", "awarding_body", "awarded", "demanded_by")
        return {"qualification": QualificationEntry(**{name: data[name] for name in names})}


class ReferenceForm(CheckForm):
    check = CheckType.REFERENCES
    accepts_file = True
    own = ("evidence_seen",)
    needed = ("evidence_seen",)
    labels = {"done_date": "Verified on", "done_by": "Verified by"}
    hints = {"done_date": "The day its source and content were confirmed with the referee."}
    evidence_seen = _seen("Who gives it", "Name, position and school")


class GapsForm(CheckForm):
    check = CheckType.EMPLOYMENT_HISTORY_GAPS
    own = ()
    labels = {"done_date": "Gone through on", "done_by": "Gone through by"}


class OnlineSearchForm(CheckForm):
    check = CheckType.ONLINE_SEARCH
    labels = {"done_date": "Searched on", "done_by": "Searched by"}
    hints = {"done_by": "Best somebody who is not on the panel. The candidate is told beforehand."}


class DeclarationForm(CheckForm):
    check = CheckType.CRIMINAL_SELF_DECLARATION
    labels = {"done_date": "Received on", "done_by": "Read by"}
    hints = {
        "note": "Never what was declared, only whether there is something to consider. Ask for unspent "
        "convictions, and for others only where they are not protected."
    }


class MedicalForm(CheckForm):
    check = CheckType.MEDICAL_FITNESS
    labels = {"done_date": "Confirmed on", "done_by": "Confirmed by"}
    hints = {
        "note": "Only whether the person is fit for the post, with adjustments or without. No diagnoses."
    }


class ChildcareForm(CheckForm):
    check = CheckType.CHILDCARE_DISQUALIFICATION
    labels = {"done_date": "Declared on", "done_by": "Received by"}
    hints = {"note": "About the person only. Nothing is asked about others in the household."}


class AssuranceForm(CheckForm):
    """What an agency or training provider confirms in writing instead of a check of the school's own."""

    accepts_file = True
    own = ("evidence_seen",)
    needed = ("evidence_seen",)
    labels = {
        "state": "The confirmation",
        "requested_date": "Asked for on",
        "done_date": "Received on",
        "done_by": "Read by",
    }
    hints = {"done_date": "The day the letter or message came, never the date of the check in it."}
    evidence_seen = _seen("Who confirms it", "The agency or provider, and how: letter, message, portal")

    def __init__(self, *args: Any, check: CheckType, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.check = check  # type: ignore[misc]
        self.fields["state"].choices = [  # type: ignore[attr-defined]
            (DONE, "It has come"),
            (REQUESTED, "It is asked for, still to come"),
        ]

    def parts(self) -> dict[str, Any]:
        return {"is_assurance": True}


def initial_for(today: date, name: str) -> dict[str, Any]:
    """What a new entry starts from: today, seen by whoever writes it down."""
    return {"state": DONE, "done_date": today, "done_by": name}
