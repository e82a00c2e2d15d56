"""What a rule said, beside the field it is about."""

from django.forms import BaseForm

from core.domain.errors import DomainError


def add_fault(form: BaseForm, error: DomainError) -> None:
    """Show the error at its field where the form has one, else on top of the page."""
    form.add_error(error.field if error.field in form.fields else None, error.message)
