"""The shape of the ELSA ledger's forms. About children they ask for numbers alone."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms

from cpd.domain.elsa_entries import SessionEntry
from cpd.enums import PRESET_CHOICES, ElsaTopic, JoinerRule, SupervisionKind, SupervisorKind
from cpd.forms.training_lists import FIRST_DAY, LAST_DAY
from cpd.models import ElsaProvider, ElsaRegistration, SupervisionSession
from cpd.services.elsa_records import CaseloadEntry
from cpd.services.elsa_registration import ProviderEntry, RegistrationEntry

HELD = {"attended": True, "missed": False, "planned": None}
NUMBERS_ALONE = "Give a number alone: no child is named here."
PROVIDER_FIELDS = tuple(ProviderEntry.__dataclass_fields__)
REGISTRATION_FIELDS = tuple(RegistrationEntry.__dataclass_fields__)


def reason_field() -> forms.CharField:
    return forms.CharField(
        label="Why it changes", max_length=300, help_text="A few words, kept with the record"
    )


class AsAtForm(forms.Form):
    """The day a page speaks of."""

    as_at = forms.DateField(label="On the day", required=False)

    def clean_as_at(self) -> date | None:
        day: date | None = self.cleaned_data["as_at"]
        if day is not None and not FIRST_DAY <= day <= LAST_DAY:
            raise forms.ValidationError("Choose a day between 1990 and 2100.")
        return day


class SessionForm(forms.Form):
    """One supervision session. What is not known is left empty; a session then does not count."""

    kind = forms.ChoiceField(
        label="Kind of supervision", choices=SupervisionKind.choices, widget=forms.RadioSelect
    )
    session_date = forms.DateField(label="Date")
    happened = forms.ChoiceField(
        label="Was it attended?",
        choices=[("attended", "Attended"), ("missed", "Not attended"), ("planned", "It is planned")],
        widget=forms.RadioSelect,
    )
    session_hours = forms.DecimalField(
        label="Hours it lasted",
        required=False,
        max_digits=4,
        decimal_places=2,
        help_text="Such as 2 or 2.5. Unknown, it does not count",
    )
    group_size = forms.IntegerField(
        label="People in the group",
        required=False,
        min_value=1,
        help_text="Without the supervisor",
    )
    supervisor_kind = forms.ChoiceField(
        label="Led by",
        required=False,
        choices=[("", "Not known"), *SupervisorKind.choices],
        help_text="Management supervision: leave this as it is",
    )
    supervisor_name = forms.CharField(label="Name of the supervisor", required=False, max_length=150)

    def entry(self) -> SessionEntry:
        given: dict[str, Any] = dict(self.cleaned_data)
        given.pop("reason", None)
        happened = given.pop("happened")
        return SessionEntry(**given, is_planned=happened == "planned", attended=HELD[happened])


class SessionCorrectionForm(SessionForm):
    """A session as it stands. A reason is asked for once it had been held."""

    reason = reason_field()

    def __init__(self, *args: Any, session: SupervisionSession) -> None:
        super().__init__(*args)
        own = {name: getattr(session, name) for name in SessionForm.base_fields if name != "happened"}
        held = "attended" if session.attended else "missed"
        self.initial = own if session.is_planned else own | {"happened": held}
        self.fields["reason"].required = not session.is_planned


class ReasonForm(forms.Form):
    reason = reason_field()


class TrainingDayForm(forms.Form):
    training_date = forms.DateField(label="Date")
    topic = forms.ChoiceField(label="Topic", choices=[("", "Choose"), *ElsaTopic.choices])
    attended = forms.TypedChoiceField(
        label="Was it attended?",
        choices=[("yes", "Attended"), ("no", "Not yet, or missed")],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )


def count_field(label: str) -> forms.IntegerField:
    return forms.IntegerField(
        label=label, min_value=0, max_value=9_999, error_messages={"invalid": NUMBERS_ALONE}
    )


class CaseloadForm(forms.Form):
    """Three numbers, and no place for a name."""

    children_one_to_one = count_field("Children seen one to one")
    children_in_groups = count_field("Children seen in groups")
    sessions_held = count_field("Sessions with children")

    def entry(self) -> CaseloadEntry:
        return CaseloadEntry(**self.cleaned_data)


class RegistrationForm(forms.Form):
    """What the provider is told. ``employment`` is asked only where the role is not described."""

    employment = forms.ChoiceField(
        label="Who employs them?",
        choices=[
            ("employed", "This school or its trust"),
            ("other", "Nobody here: self-employed, or sent"),
        ],
        widget=forms.RadioSelect,
    )
    provider = forms.ModelChoiceField(ElsaProvider.objects.none(), empty_label="Choose")
    nominated_by = forms.CharField(label="Nominated by", max_length=150)
    line_manager = forms.CharField(label="Line manager", max_length=150)
    weekly_minutes = forms.IntegerField(
        label="Minutes a week for the work",
        required=False,
        min_value=0,
        max_value=3_000,
        help_text="A day of work is about 360 minutes",
    )
    is_small_school = forms.BooleanField(
        label="The school has up to about 100 pupils",
        required=False,
        help_text="Half the time is then enough",
    )
    registration_number = forms.CharField(label="Registration number", required=False, max_length=40)
    registered_date = forms.DateField(label="Registered on", required=False)
    valid_until = forms.DateField(label="Registered until", required=False)
    reason = reason_field()

    def __init__(
        self,
        *args: Any,
        school_id: int,
        registration: ElsaRegistration | None,
        asks_employment: bool,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        provider = self.fields["provider"]
        assert isinstance(provider, forms.ModelChoiceField)  # noqa: S101 (for the type checker)
        provider.queryset = ElsaProvider.objects.filter(school_id=school_id).order_by("name", "pk")
        if not asks_employment:
            del self.fields["employment"]
        if registration is None:
            del self.fields["reason"]
        else:
            self.initial = {name: getattr(registration, name) for name in self.fields if name != "reason"}

    def entry(self) -> RegistrationEntry:
        given = {name: self.cleaned_data[name] for name in REGISTRATION_FIELDS if name != "provider_id"}
        return RegistrationEntry(provider_id=self.cleaned_data["provider"].pk, **given)

    @property
    def is_declared_employed(self) -> bool | None:
        """What was said of the employment; None where it was not asked."""
        said = self.cleaned_data.get("employment")
        return None if said is None else said == "employed"


class EndForm(forms.Form):
    ended_date = forms.DateField(label="Last day as an ELSA of the school")
    reason = reason_field()


def number_field(label: str, least: int, most: int, help_text: str = "") -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=least, max_value=most, help_text=help_text)


class ProviderForm(forms.Form):
    """A provider's rules; a preset only fills in the numbers."""

    name = forms.CharField(label="Name of the provider", max_length=150)
    preset = forms.ChoiceField(choices=PRESET_CHOICES, widget=forms.HiddenInput)
    training_days = number_field("Days of training", 1, 30)
    sessions_required = number_field("Sessions wanted in a year", 1, 52)
    sessions_offered = number_field("Sessions offered in a year", 1, 52)
    session_min_hours = forms.DecimalField(
        label="Hours a session lasts at the least",
        min_value=Decimal("0.25"),
        max_value=24,
        max_digits=4,
        decimal_places=2,
    )
    group_max = number_field("People in a group at the most", 1, 1_000)
    accepts_trainee_year_3 = forms.BooleanField(
        label="A trainee psychologist in the third year may lead it", required=False
    )
    joiner_rule = forms.ChoiceField(
        label="Whoever ends the training within the year owes",
        choices=JoinerRule.choices,
        widget=forms.RadioSelect,
        help_text="No rule of the network was found for this: ask the provider.",
    )
    certificate_after_sessions = forms.IntegerField(
        label="Sessions before the provider’s certificate", required=False, min_value=0, max_value=52
    )
    recommended_weekly_minutes = number_field(
        "Minutes a week recommended for the work", 0, 3_000, "A day of work is about 360 minutes"
    )
    checked_on = forms.DateField(
        label="Checked with the provider on", required=False, help_text="The day these numbers were confirmed"
    )
    reason = reason_field()

    def __init__(self, *args: Any, provider: ElsaProvider | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if provider is None:
            del self.fields["reason"]
        else:
            self.initial = {name: getattr(provider, name) for name in PROVIDER_FIELDS}

    def entry(self) -> ProviderEntry:
        return ProviderEntry(**{name: self.cleaned_data[name] for name in PROVIDER_FIELDS})
