"""What a rule said stands at its field, or on top where the form has no such field."""

import pytest
from django import forms

from core.domain.errors import DomainError
from core.views.faults import faults_on


class NameForm(forms.Form):
    name = forms.CharField()


@pytest.mark.parametrize(
    ("field", "errors"),
    [
        ("name", {"name": ["Say who."]}),
        ("weight", {"__all__": ["Say who."]}),
        (None, {"__all__": ["Say who."]}),
    ],
)
def test_a_rule_that_says_no_is_told_by_the_form(field: str | None, errors: dict[str, list[str]]) -> None:
    form, went_on = NameForm({"name": "Rowan"}), False

    with faults_on(form):
        if form.is_valid():
            raise DomainError("name_missing", "Say who.", field)
        went_on = True

    assert (form.errors, went_on) == (errors, False)


def test_nothing_is_told_where_no_rule_said_no() -> None:
    form = NameForm({"name": "Rowan"})

    with faults_on(form):
        pass

    assert form.errors == {}
