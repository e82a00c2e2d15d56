"""The shape of a role: the questions its kind of worker is asked, each yes, no or not known."""

from datetime import date
from typing import Any

from django import forms

from compliance.domain.categories import CONTRACTORS, VOUCHED_FOR, WorkerCategory
from compliance.domain.regulated_activity import RegulatedActivity
from compliance.domain.regulated_proposals import propose_regulated_activity
from compliance.domain.requirement import RoleFacts
from compliance.domain.role_questions import questions_for
from compliance.models import EngagementRole
from compliance.selectors.requirements import facts_of
from compliance.services.engagements import RoleEntry

KNOWN = {"yes": True, "no": False, "": None}
WORDS = {known: word for word, known in KNOWN.items()}
YES_NO_UNKNOWN = [("yes", "Yes"), ("no", "No"), ("", "Not known")]


def known_choice(value: str) -> bool | None:
    return KNOWN[value]


class KnownField(forms.TypedChoiceField):
    """Yes, no or not known. Left alone it is not known, so nobody has to answer."""

    def validate(self, value: Any) -> None:
        if value:
            super().validate(value)


class RoleForm(forms.Form):
    """Asks what makes a difference for the kind of worker; of everything else it keeps what was known."""

    def __init__(
        self, *args: Any, category: WorkerCategory, kept: EngagementRole | None = None, **kwargs: Any
    ) -> None:
        kwargs["initial"] = initial_of(kept)
        super().__init__(*args, **kwargs)
        self.category, self.kept = category, kept
        self.questions = questions_for(category)
        for name, one in self.questions.items():
            self.fields[name] = _asked(one.question, one.hint, YES_NO_UNKNOWN)
        if category in VOUCHED_FOR | CONTRACTORS:
            self.fields["agency"] = forms.CharField(
                label="Agency, contractor or training provider", max_length=200, required=False
            )
        self.fields["regulated_activity"] = _asked(
            "Has the school decided whether this is regulated activity?",
            "Without a decision the kind of worker decides. Somebody outside regulated activity must not be "
            "checked against the barred list.",
            [
                ("yes", "Yes: it is regulated activity"),
                ("no", "Yes: it is not regulated activity"),
                ("", "No decision: the kind of worker decides"),
            ],
        )
        self.fields["regulated_activity_basis"] = forms.CharField(
            label="Why it is or is not",
            required=False,
            widget=forms.Textarea(attrs={"rows": 2}),
            help_text="What the person does, how often, with whom. Needed where there is a decision.",
        )
        self.fields["worked_with_children_until"] = forms.DateField(
            label="Last day of regular work with children in another school or college",
            required=False,
            help_text="If within three months before the first day here, a new DBS certificate may not be "
            "needed.",
        )

    def proposal(self, today: date) -> RegulatedActivity:
        """What the rule says of regulated activity, by the kind of worker and what was known until now."""
        facts = facts_of(self.kept) if self.kept else RoleFacts()
        return propose_regulated_activity(self.category, facts, as_at=today)

    def question_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.questions]

    def role(self) -> RoleEntry:
        facts = {
            name: self.cleaned_data[name] if name in self.cleaned_data else getattr(self.kept, name, None)
            for name in RoleFacts.__dataclass_fields__
        }
        return RoleEntry(
            category=self.category,
            facts=RoleFacts(**facts),
            regulated_activity_basis=self.cleaned_data["regulated_activity_basis"],
            agency=self.cleaned_data.get("agency", ""),
            worked_with_children_until=self.cleaned_data["worked_with_children_until"],
        )


def _asked(label: str, hint: str, choices: list[tuple[str, str]]) -> KnownField:
    return KnownField(
        label=label,
        help_text=hint,
        choices=choices,
        coerce=known_choice,
        empty_value=None,
        initial="",
        widget=forms.RadioSelect,
    )


def initial_of(role: EngagementRole | None) -> dict[str, Any]:
    """What is known of a role, as the form's radios and fields hold it."""
    if role is None:
        return {}
    facts = {name: WORDS[getattr(role, name)] for name in RoleFacts.__dataclass_fields__}
    return facts | {
        "regulated_activity_basis": role.regulated_activity_basis,
        "agency": role.agency,
        "worked_with_children_until": role.worked_with_children_until,
    }
