"""What a rule said, beside the field it is about."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.forms import BaseForm

from core.domain.errors import DomainError


def add_fault(form: BaseForm, error: DomainError) -> None:
    """Show the error at its field where the form has one, else on top of the page."""
    form.add_error(error.field if error.field in form.fields else None, error.message)


@contextmanager
def faults_on(form: BaseForm) -> Iterator[None]:
    """``with faults_on(form):`` around a service and what follows its success.

    Where a rule says no, the form tells it and the page is shown again with what was typed.
    """
    try:
        yield
    except DomainError as error:
        add_fault(form, error)
