"""Case 19: no question of the application form asks about health, and adjustments are asked about."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from recruitment.domain.pre_offer_questions import deny_question
from recruitment.forms.application_list import ListRow
from recruitment.forms.applications import (
    CircumstancesForm,
    DeclarationForm,
    EducationForm,
    GapForm,
    HistoryRow,
    PersonForm,
    QualificationRow,
    RefereeRow,
)

FORMS = (
    PersonForm,
    EducationForm,
    QualificationRow,
    HistoryRow,
    GapForm,
    RefereeRow,
    CircumstancesForm,
    DeclarationForm,
    ListRow,
)
TEMPLATES = Path(settings.BASE_DIR) / "recruitment" / "templates" / "recruitment"
ASKED_IN_PAGES = re.compile(r'\b(?:label|hint)="([^"{]+)"')


def questions_of_forms() -> Iterator[str]:
    for form in FORMS:
        made = (
            form(strict=True)
            if form.__init__ is not form.__base__.__init__ and form is not ListRow
            else form()
        )
        for field in made.fields.values():
            yield str(field.label)
            yield str(field.help_text)


def questions_of_pages() -> Iterator[str]:
    for folder in ("public", "applications"):
        for path in sorted((TEMPLATES / folder).glob("*.html")):
            yield from ASKED_IN_PAGES.findall(path.read_text(encoding="utf-8"))


def test_no_question_of_the_form_is_about_health() -> None:
    denied = [text for text in {*questions_of_forms(), *questions_of_pages()} if deny_question(text)]

    assert denied == []


def test_the_questions_are_found_at_all() -> None:
    asked = {*questions_of_forms(), *questions_of_pages()}

    assert "Do you need any adjustments for the interview or a task?" in asked
    assert "When did you leave full-time education?" in asked


@pytest.mark.parametrize("text", ["How many days were you off sick last year?", "Do you have a disability?"])
def test_a_question_about_health_would_be_denied(text: str) -> None:
    denial = deny_question(text)

    assert denial is not None
    assert denial.code == "health_question_before_offer"


@pytest.mark.parametrize("name", ["convict", "criminal", "caution", "offence"])
def test_nothing_criminal_is_asked_before_shortlisting(name: str) -> None:
    assert [text for text in {*questions_of_forms(), *questions_of_pages()} if name in text.lower()] == []
