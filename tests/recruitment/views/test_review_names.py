"""What things are called on the page on which a document is reviewed: rows, fields, letters, switches."""

import re
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from core.domain.permissions import Role
from core.models import School
from recruitment.models import DocumentReading
from recruitment.services.readings import start_reading
from tests.factories import make_actor, make_school, make_user
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db

WORDS = """Job title: Midday Supervisor
{command}

Person specification
Evidence key: A – Application form, I – Interview

Criterion\tEssential\tDesirable\tEvidence
{criterion}\tX\t\tA/I
Able to stay calm in a busy playground\tX\t\tI
"""


@pytest.fixture
def school() -> School:
    return make_school()


def page_of(
    client: Client, school: School, *, command: str = "", criterion: str = "Cares for children"
) -> str:
    client.force_login(make_user(Role.HR_OFFICER, school=school))
    words = WORDS.format(command=command, criterion=criterion)
    hr = make_actor(Role.HR_OFFICER, school=school)
    reading = start_reading(school_id=school.pk, by=hr, now=NOW, source_name="midday.txt", text=words)
    return client.get(reverse("recruitment:reading-review", args=[reading.pk])).content.decode()


def words_of(page: str, pattern: str) -> str:
    """What a reader sees and hears of the one element that the pattern finds."""
    [found] = re.findall(pattern, page, re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", "", found)).split())


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ("Responsible to: Headteacher", "Reports to (in the document: “Responsible to”)"),
        ("Line manager: Headteacher", "Reports to (in the document: “Line manager”)"),
        ("Reports to: Headteacher", "Reports to"),
        ("Responsible to: Headteacher\nReports to: Senior Supervisor", "Reports to"),
        ("", "Reports to"),
    ],
)
def test_whom_the_post_reports_to_is_named_as_in_the_document(
    client: Client, school: School, command: str, expected: str
) -> None:
    page = page_of(client, school, command=command)

    assert words_of(page, r'<label for="profile-reports_to">(.*?)</label>') == expected


def test_whom_the_post_reports_to_is_named_both_ways_where_the_document_has_no_word(
    client: Client, school: School
) -> None:
    page_of(client, school)
    reading = DocumentReading.objects.get()
    reading.profile["reports_to"] = "Headteacher"
    reading.save(update_fields=["profile"])
    page = client.get(reverse("recruitment:reading-review", args=[reading.pk])).content.decode()

    label = words_of(page, r'<label for="profile-reports_to">(.*?)</label>')
    assert label == "Reports to / responsible to"


@pytest.mark.parametrize(
    ("criterion", "expected"),
    [
        ("Cares for children", "Training"),
        ("Knowledge of play and experience of a playground", "Training for the whole row"),
        (
            "Knowledge of play and a first aid certificate, or willing to gain it",
            "Training for “a first aid certificate, or willing to gain it”",
        ),
    ],
)
def test_the_switch_for_training_says_what_it_stands_for(
    client: Client, school: School, criterion: str, expected: str
) -> None:
    row = page_of(client, school, criterion=criterion).split('id="row-1"')[1].split('id="row-2"')[0]

    assert words_of(row, r"<legend>(Training.*?)</legend>") == expected


def test_rows_have_one_name_and_the_key_is_told_once_for_all(client: Client, school: School) -> None:
    page = page_of(client, school)

    assert re.findall(r"[Cc]riterion \d|a criterion", page) == []
    assert "Row 2" in page
    assert words_of(page, r'<p class="letters-key letters-key-once"[^>]*>(.*?)</p>').startswith(
        "A Application form · C Certificate · I Interview"
    )
    assert page.count('aria-hidden="true"><span>A Application form</span>') == 2
