"""Upload and review in the browser without scripts: every press is a plain post that loses nothing."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse

from core.domain.permissions import Role
from core.models import School
from recruitment.domain.rows import list_kept
from recruitment.models import DocumentReading, JobProfile, JobProfileVersion
from recruitment.selectors.drafts import draft_of
from recruitment.services.readings import start_reading
from tests.factories import make_actor, make_job_profile_version, make_school, make_user
from tests.factories.people import NOW
from tests.recruitment.views import review_form
from tests.recruitment.views.review_form import UPLOAD, WORDS, address_of, fields_of, texts_of

pytestmark = pytest.mark.django_db

school, reading, hr = review_form.school, review_form.reading, review_form.hr


def test_the_page_links_lines_and_rows_both_ways(hr: Client, reading: DocumentReading) -> None:
    page = hr.get(address_of(reading)).content.decode()
    line = draft_of(reading).rows[0].line

    assert [f'href="#line-0-{line}"' in page, f'id="line-0-{line}"' in page] == [True, True]
    assert ['href="#row-1"' in page, 'id="row-1"' in page] == [True, True]


@pytest.mark.parametrize(
    ("action", "expected", "place"),
    [
        ("drop:2", ["Experience of caring for children", "Paediatric first aid certificate"], "#row-3"),
        ("add:3", [*["Experience of caring for children", "Able to stay calm in a busy playground"],
                   "Paediatric first aid certificate", ""], "#row-4"),
        ("join:1", ["Experience of caring for children Able to stay calm in a busy playground",
                    "Paediatric first aid certificate"], "#row-1"),
    ],
)  # fmt: skip
def test_a_press_acts_and_leads_to_the_row_to_go_on_with(
    hr: Client, reading: DocumentReading, action: str, expected: list[str], place: str
) -> None:
    answer = hr.post(address_of(reading), fields_of(reading, action=action))

    assert answer.headers["Location"] == address_of(reading) + place
    assert texts_of(reading) == expected


def test_splitting_by_a_typed_mark_and_undoing_it(hr: Client, reading: DocumentReading) -> None:
    typed = {"row-2-text": "Able to stay calm | in a busy playground"}

    hr.post(address_of(reading), fields_of(reading, action="split:2", **typed))
    assert texts_of(reading)[1:3] == ["Able to stay calm", "in a busy playground"]

    hr.post(address_of(reading), fields_of(reading, action="undo"))
    assert texts_of(reading)[1] == "Able to stay calm in a busy playground"
    assert draft_of(reading).steps == ()


def test_everything_typed_is_saved_by_every_press(hr: Client, reading: DocumentReading) -> None:
    typed = {
        "profile-title": "Lunch Supervisor",
        "row-1-text": "Experience of minding children",
        "row-3-evidence": ["A", "C"],
        "review_date": "soon",
    }

    hr.post(address_of(reading), fields_of(reading, action="drop:2", **typed))

    reading.refresh_from_db()
    page = hr.get(address_of(reading)).content.decode()
    assert (reading.profile["title"], reading.rows[0]["text"], reading.rows[2]["evidence"]) == (
        "Lunch Supervisor",
        "Experience of minding children",
        "AC",
    )
    assert 'value="soon"' in page


def test_a_press_that_cannot_be_done_says_why_at_its_field_and_keeps_the_words(
    hr: Client, reading: DocumentReading
) -> None:
    answer = hr.post(
        address_of(reading), fields_of(reading, action="split:1", **{"row-1-text": "Child care"})
    )
    page = answer.content.decode()

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert 'href="#row-1-text">Type a | where this row should be cut in two' in page
    assert 'aria-describedby="row-1-text-error"' in page
    assert texts_of(reading)[0] == "Child care"


ALIKE = """Person specification

Criterion\tEssential\tDesirable\tEvidence
Experience of caring for young children\tX\t\tA
Some experience of caring for young children\tX\t\tI
Experience caring for young children in school\tX\t\tI
"""


def test_rows_that_ask_for_the_same_are_settled_by_ticks(hr: Client, school: School) -> None:
    by = make_actor(Role.HR_OFFICER, school=school)
    reading = start_reading(school_id=school.pk, by=by, now=NOW, source_name="alike.txt", text=ALIKE)

    none = hr.post(address_of(reading), fields_of(reading, action="keep-ticked:1:2:3"))
    saved = hr.post(address_of(reading), fields_of(reading, **{"action": "save", "keep-row": ["3"]}))
    page = hr.get(address_of(reading)).content.decode()
    done = hr.post(
        address_of(reading), fields_of(reading, **{"action": "keep-ticked:1:2:3", "keep-row": ["1", "3"]})
    )

    assert none.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert 'id="keep-row-1-error"' in none.content.decode()
    assert [saved.status_code, done.status_code] == [HTTPStatus.FOUND] * 2
    assert page.count('name="keep-row"') == 3
    assert 'value="3" id="keep-row-3" checked' in page
    reading.refresh_from_db()
    assert [row.key for row in list_kept(draft_of(reading).rows)] == [1, 3]


def test_a_document_without_a_specification_offers_its_lines(hr: Client, school: School) -> None:
    words = "Job title: School Cook\n\nDuties\n- Cook lunch\n- Keep the kitchen clean\n"
    hr.post(UPLOAD, {"school": school.pk, "text": words})
    reading = DocumentReading.objects.get()
    page = hr.get(address_of(reading)).content.decode()
    line = next(line for line in reading.lines if line["text"].endswith("Keep the kitchen clean"))
    assert "No criterion was found in this document" in page
    assert f'<a href="{UPLOAD}#id_text">Paste the person specification</a>' in page

    hr.post(address_of(reading), fields_of(reading, action=f"line:0-{line['line']}"))

    assert texts_of(reading) == ["Keep the kitchen clean"]


def test_a_script_gets_the_part_of_the_page_that_changed(hr: Client, reading: DocumentReading) -> None:
    answer = hr.post(address_of(reading), fields_of(reading, action="drop:2"), headers={"HX-Request": "true"})
    part = answer.content.decode()

    assert answer.status_code == HTTPStatus.OK
    assert ["<html" in part, 'id="review" data-focus-on="row-3"' in part] == [False, True]


@pytest.mark.parametrize("seen", ["", "yesterday", "2026-13-45T99:00:00Z", "2026-11-02T09:30:00"])
def test_a_page_that_does_not_say_when_it_was_made_is_taken_as_new(
    hr: Client, reading: DocumentReading, seen: str
) -> None:
    hr.post(address_of(reading), fields_of(reading, action="drop:2", seen=seen))

    assert len(texts_of(reading)) == 2


def test_confirming_makes_the_profile_and_shows_it(hr: Client, reading: DocumentReading) -> None:
    answer = hr.post(address_of(reading), fields_of(reading, action="confirm"))

    version = JobProfileVersion.objects.get()
    shown = reverse("recruitment:job-profile-version", args=[version.job_profile_id, 1])
    assert answer.headers["Location"] == shown
    assert f"{version.review_date:%d/%m/%Y}" == "01/09/2099"
    assert hr.get(address_of(reading)).headers["Location"] == shown


def test_confirming_takes_what_was_just_typed(hr: Client, reading: DocumentReading) -> None:
    hr.post(address_of(reading), fields_of(reading, action="confirm", **{"row-1-text": "Child care"}))

    criteria = JobProfileVersion.objects.get().person_specification.criteria
    assert criteria.order_by("position")[0].text == "Child care"


def test_confirming_too_early_names_every_field(hr: Client, reading: DocumentReading) -> None:
    fields = fields_of(reading, action="confirm", review_date="in a year", **{"row-2-evidence": []})
    del fields["row-1-requirement"]

    page = hr.post(address_of(reading), fields).content.decode()

    for field in ("row-1-requirement", "row-2-evidence", "review_date"):
        assert f'<a href="#{field}">' in page
        assert f'id="{field}"' in page
    assert "Enter a real date, such as 27/3/2027." in page
    assert 'value="in a year"' in page
    assert JobProfile.objects.count() == 0


def test_confirming_twice_makes_one_profile(hr: Client, reading: DocumentReading) -> None:
    fields = fields_of(reading, action="confirm")
    hr.post(address_of(reading), fields)

    answer = hr.post(address_of(reading), fields, follow=True)

    assert JobProfileVersion.objects.count() == 1
    assert "This document has already been confirmed, by " in answer.content.decode()


def test_a_document_is_kept_as_the_next_version_of_a_chosen_profile(
    hr: Client, reading: DocumentReading, school: School
) -> None:
    first = make_job_profile_version(school=school)

    hr.post(address_of(reading), fields_of(reading, action="confirm", next_version_of=first.job_profile_id))

    assert list(first.job_profile.versions.order_by("number").values_list("title", flat=True)) == [
        "Learning Mentor",
        "Midday Supervisor",
    ]


@pytest.mark.parametrize(("title", "is_said"), [("midday supervisor", True), ("Lunch Supervisor", False)])
def test_a_title_the_school_has_already_is_pointed_out(
    hr: Client, reading: DocumentReading, school: School, title: str, is_said: bool
) -> None:
    version = make_job_profile_version(school=school)
    JobProfile.objects.filter(pk=version.job_profile_id).update(title=title)

    page = hr.get(address_of(reading)).content.decode()

    assert ("There is already a job profile called “Midday Supervisor”." in page) is is_said
    assert (f'<option value="{version.job_profile_id}" selected ' in page) is is_said


@pytest.mark.parametrize(("title", "is_ready"), [("Midday Supervisor", True), (" ", False)])
def test_a_missing_title_stands_in_the_way_of_confirming(
    hr: Client, reading: DocumentReading, title: str, is_ready: bool
) -> None:
    hr.post(address_of(reading), fields_of(reading, action="save", **{"profile-title": title}))

    page = hr.get(address_of(reading)).content.decode()

    assert ("Nothing stands in the way of confirming." in page) is is_ready
    assert ("1 thing to settle first" in page) is not is_ready


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({"row-2-text": ""}, "row-2-text", "Row 2: type its words, or leave the row out."),
        ({"review_date": "in a year"}, "review_date", "Enter a real date, such as 27/3/2027."),
        ({"review_date": "1/9/2020"}, "review_date", "The review date must be later than today."),
        ({"profile-grade": "G" * 101}, "profile-grade", "Grade: shorten this to 100 characters or fewer."),
    ],
)
def test_whatever_would_stop_confirming_is_counted_and_linked_before(
    hr: Client, reading: DocumentReading, typed: dict[str, str], field: str, words: str
) -> None:
    hr.post(address_of(reading), fields_of(reading, **{"action": "save", **typed}))
    saved = hr.get(address_of(reading)).content.decode()
    refused = hr.post(address_of(reading), fields_of(reading, **{"action": "confirm", **typed}))

    for page in (saved, refused.content.decode()):
        assert f'<li><a href="#{field}">{words}</a></li>' in page
        assert '<a href="#questions">1 to settle</a>' in page
        assert f'data-stops="{field}"' in page
        assert ["none left to check" in page, "Nothing stands in the way" in page] == [False, False]
    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def test_another_schools_profile_cannot_be_chosen(hr: Client, reading: DocumentReading) -> None:
    theirs = make_job_profile_version()

    hr.post(address_of(reading), fields_of(reading, action="confirm", next_version_of=theirs.job_profile_id))

    assert theirs.job_profile.versions.count() == 1


def test_setting_aside_closes_the_reading(hr: Client, reading: DocumentReading) -> None:
    discard = reverse("recruitment:reading-discard", args=[reading.pk])

    answer = hr.post(discard, follow=True)

    reading.refresh_from_db()
    assert reading.status == "discarded"
    assert "“midday.txt” was set aside." in answer.content.decode()
    assert "cannot be changed" in hr.post(discard, follow=True).content.decode()


def test_pasted_words_have_no_original(hr: Client, reading: DocumentReading) -> None:
    original = reverse("recruitment:reading-document", args=[reading.pk])

    assert hr.get(original).status_code == HTTPStatus.NOT_FOUND


def doors(reading: DocumentReading) -> Iterator[tuple[str, str]]:
    yield "get", UPLOAD
    yield "post", UPLOAD
    yield "get", address_of(reading)
    yield "post", address_of(reading)
    yield "post", reverse("recruitment:reading-discard", args=[reading.pk])


@pytest.mark.parametrize("role", [Role.LINE_MANAGER, Role.PANEL_MEMBER, Role.STAFF_MEMBER, Role.INSPECTOR])
def test_a_role_too_low_is_refused(client: Client, reading: DocumentReading, role: Role) -> None:
    client.force_login(make_user(role, school=reading.school))

    statuses = {getattr(client, method)(door).status_code for method, door in doors(reading)}
    assert statuses == {HTTPStatus.FORBIDDEN}


def test_a_stranger_finds_nothing(client: Client, reading: DocumentReading) -> None:
    client.force_login(make_user(Role.HR_OFFICER, school=make_school()))

    statuses = {
        getattr(client, method)(door).status_code for method, door in doors(reading) if door != UPLOAD
    }
    original = client.get(reverse("recruitment:reading-document", args=[reading.pk]))
    assert (statuses, original.status_code) == ({HTTPStatus.NOT_FOUND}, HTTPStatus.NOT_FOUND)


def test_rows_that_are_all_left_out_are_not_taken_for_a_document_without_any(
    hr: Client, reading: DocumentReading
) -> None:
    for key in (1, 2, 3):
        hr.post(address_of(reading), fields_of(reading, action=f"drop:{key}"))

    page = hr.get(address_of(reading)).content.decode()

    assert ["No rows are left" in page, "No criterion was found" in page] == [True, False]


def test_signed_out_people_are_sent_to_sign_in(client: Client, reading: DocumentReading) -> None:
    for method, door in doors(reading):
        assert getattr(client, method)(door).headers["Location"] == f"/account/login/?next={door}"


@pytest.mark.parametrize("count", [1, 3])
def test_the_review_asks_as_much_for_many_rows_as_for_one(
    hr: Client, school: School, assert_queries: Callable[[int], AbstractContextManager[object]], count: int
) -> None:
    rows = "".join(f"Knowledge of subject {number}\tX\t\tA/I\n" for number in range(count))
    words = f"{WORDS.partition('Experience of caring')[0]}{rows}"
    by = make_actor(Role.HR_OFFICER, school=school)
    reading = start_reading(school_id=school.pk, by=by, now=NOW, source_name="a", text=words)
    assert len(draft_of(reading).rows) == count

    with assert_queries(6):
        hr.get(address_of(reading))
