"""Anonymous means not asked for: nothing that names a candidate is in any page or file of a panel."""

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core.domain.permissions import Role
from core.models import Document
from recruitment.models import (
    Application,
    ApplicationDocument,
    HistoryEntry,
    PanelMember,
    Qualification,
    Referee,
    Stage,
    Statement,
)
from recruitment.services.unsealing import unseal_stage
from tests.factories import (
    make_actor,
    make_application,
    make_panel_member,
    make_person,
    make_stage,
    make_vacancy,
)
from tests.factories.people import NOW
from tests.factories.scoring import list_criteria, make_sheet

pytestmark = pytest.mark.django_db

TELLING = (
    "Philippa",
    "Quartermaine",
    "Featherstonehaugh",
    "pq@candidates.example",
    "07700 900461",
    "Larkspur Cottage",
    "Hollowdene Infant School",
    "University of Wealdshire",
    "Abernethy-Coles",
    "abernethy@hollowdene.example",
    "quartermaine-form.pdf",
    "ramp at the door",
    "cousin of the caretaker",
)

# What may be read, so that the pages are proved to show the evidence and not merely nothing.
EVIDENCE = ("I ran a nurture group in Year 4", "Diploma in childcare", "Nursery assistant", "Sep 2019")


@pytest.fixture
def stage() -> Stage:
    """A stage in scoring with one candidate about whom everything is known."""
    vacancy = make_vacancy()
    stage = make_stage(vacancy)
    for _ in range(2):
        make_panel_member(stage)
    person = make_person(
        given_name="Philippa",
        family_name="Quartermaine",
        former_names="Featherstonehaugh",
        email="pq@candidates.example",
        phone="07700 900461",
        address="Larkspur Cottage, Mill Lane",
    )
    application = make_application(
        vacancy,
        person=person,
        interview_adjustments="A ramp at the door",
        wants_guaranteed_interview=True,
        is_related_to_school=True,
        relationship_details="She is a cousin of the caretaker",
    )
    describe(application)
    return stage


def describe(application: Application) -> None:
    first = application.vacancy.criteria.order_by("position").first()
    Statement.objects.create(
        application=application,
        criterion=first,
        text="I ran a nurture group in Year 4 at Hollowdene Infant School. Mrs Abernethy-Coles can tell you. "
        "Philippa Quartermaine, pq@candidates.example",
    )
    Qualification.objects.create(
        application=application,
        position=1,
        title="Diploma in childcare (University of Wealdshire)",
        awarding_place="University of Wealdshire",
        awarded="2014-07",
    )
    HistoryEntry.objects.create(
        application=application,
        position=1,
        kind="employment",
        organisation="Hollowdene Infant School",
        job_title="Nursery assistant",
        started="2019-09",
        duties="Whatever a day in Hollowdene asks for",
        reason_for_leaving="Moved on from University of Wealdshire",
    )
    Referee.objects.create(
        application=application, position=1, name="Mrs Abernethy-Coles", email="abernethy@hollowdene.example"
    )
    document = Document.objects.create(
        school=application.vacancy.school,
        kind="pdf",
        original_name="quartermaine-form.pdf",
        file=ContentFile(b"%PDF-1.7", name="x"),
        size_bytes=8,
        sha256="0" * 64,
        uploaded_at=NOW,
    )
    ApplicationDocument.objects.create(application=application, document=document)


def open_scores(stage: Stage) -> Stage:
    application = Application.objects.get()
    for member in stage.members.all():
        make_sheet(member, application, [1, 3, 2], notes={0: "Says little of the setting"})
    return unseal_stage(
        stage_id=stage.pk, by=make_actor(Role.HR_OFFICER, school=stage.vacancy.school), now=NOW
    )


def panel_pages(stage: Stage) -> list[str]:
    of_vacancy = {"pk": stage.vacancy_id, "kind": stage.kind}
    of_stage = {"stage_id": stage.pk}
    pages = [
        reverse("recruitment:panel-list"),
        reverse("recruitment:sheet-list", kwargs=of_stage),
        reverse("recruitment:sheet-edit", kwargs=of_stage | {"code": "C01"}),
        reverse("recruitment:stage-status", kwargs=of_vacancy),
        *(
            reverse(f"recruitment:{name}", kwargs=of_vacancy)
            for name in ("ranked-list", "scoring-grid", "discussion")
        ),
        reverse("recruitment:cell-detail", kwargs=of_vacancy | {"code": "C01"}),
    ]
    return [*pages, *(f"{page}?names=1" for page in pages)]


def files(stage: Stage) -> list[str]:
    of_vacancy = {"pk": stage.vacancy_id, "kind": stage.kind}
    return [reverse(f"recruitment:{name}", kwargs=of_vacancy) for name in ("grid-workbook", "score-list")]


def read_all(pages: list[str], member: PanelMember) -> dict[str, str]:
    client = Client()
    client.force_login(member.user)
    found = {}
    for page in pages:
        response = client.get(page, follow=True)
        content = b"".join(response) if response.streaming else response.content
        found[page] = content.decode("utf-8", errors="replace")
    return found


@pytest.mark.parametrize("is_open", [False, True])
def test_no_page_of_a_panel_names_a_candidate(stage: Stage, is_open: bool) -> None:
    member = stage.members.order_by("pk").first()
    assert member is not None
    if is_open:
        open_scores(stage)

    pages = read_all([*panel_pages(stage), *files(stage)], member)

    assert {page: [word for word in TELLING if word in text] for page, text in pages.items()} == {
        page: [] for page in pages
    }
    sheet = pages[reverse("recruitment:sheet-edit", kwargs={"stage_id": stage.pk, "code": "C01"})]
    assert [word for word in EVIDENCE if word not in sheet] == []


@pytest.mark.parametrize("is_open", [False, True])
def test_the_candidates_own_words_read_hidden_where_they_would_tell(stage: Stage, is_open: bool) -> None:
    member = stage.members.order_by("pk").first()
    assert member is not None
    if is_open:
        open_scores(stage)
    client = Client()
    client.force_login(member.user)
    address = reverse("recruitment:sheet-edit", kwargs={"stage_id": stage.pk, "code": "C01"})

    sheet = client.get(address).content.decode()

    assert [
        words
        for words in (
            "Year 4 at [hidden]. Mrs [hidden] can tell you. [hidden]<",
            "Whatever a day in [hidden] asks for",
            "Moved on from [hidden]",
            "Diploma in childcare ([hidden])",
            "it reads [hidden]. Other words may still tell",
        )
        if words not in sheet
    ] == []


def test_what_must_not_be_shown_is_not_asked_of_the_database(stage: Stage) -> None:
    member = stage.members.order_by("pk").first()
    assert member is not None
    open_scores(stage)

    with CaptureQueriesContext(connection) as asked:
        read_all(panel_pages(stage), member)

    columns = (
        "family_name",
        "given_name",
        "organisation",
        "awarding_place",
        "interview_adjustments",
        "original_name",
    )
    # One query asks for names, only so that they are hidden in the candidate's own words.
    statements = [query["sql"] for query in asked.captured_queries if " UNION " not in query["sql"]]
    assert [column for column in columns if any(f'"{column}"' in sql for sql in statements)] == []


def test_the_same_pages_name_candidates_once_the_shortlist_is_decided(stage: Stage) -> None:
    """Proof that the tests above look where names would be."""
    member = stage.members.order_by("pk").first()
    assert member is not None
    open_scores(stage)
    make_stage(stage.vacancy, status="decided")

    pages = read_all(panel_pages(stage), member)

    sheet = pages[reverse("recruitment:sheet-edit", kwargs={"stage_id": stage.pk, "code": "C01"})]
    grid = pages[reverse("recruitment:scoring-grid", kwargs={"pk": stage.vacancy_id, "kind": stage.kind})]
    assert [
        word
        for word in ("Philippa Quartermaine", "Hollowdene Infant School", "University of Wealdshire")
        if word not in sheet
    ] == []
    assert "Philippa Quartermaine" in grid
    assert [
        word
        for word in ("07700 900461", "abernethy@hollowdene.example", "ramp at the door")
        if word in sheet + grid
    ] == []


def test_a_vacancy_that_is_not_anonymous_shows_names_from_the_start() -> None:
    vacancy = make_vacancy(is_anonymous=False)
    stage = make_stage(vacancy)
    member = make_panel_member(stage)
    application = make_application(vacancy)
    client = Client()
    client.force_login(member.user)

    listed = client.get(reverse("recruitment:sheet-list", kwargs={"stage_id": stage.pk})).content.decode()

    assert application.person.full_name in listed
    assert len(list_criteria(stage)) == 3


@pytest.mark.parametrize(
    ("status", "explanation", "expected"),
    [
        (
            "decided",
            "I looked after my father",
            ["Gaps to ask about", "9 months", "I looked after my father"],
        ),
        ("decided", "", ["Gaps to ask about", "9 months", "The candidate gives no explanation."]),
        ("scoring", "I looked after my father", []),
    ],
)
def test_gaps_stand_on_a_sheet_once_names_are_known(
    stage: Stage, status: str, explanation: str, expected: list[str]
) -> None:
    member = stage.members.order_by("pk").first()
    assert member is not None
    application = Application.objects.get()
    Application.objects.update(education_ended="2018-12", gap_explanation=explanation)
    if status == "decided":
        application.status = "shortlisted"
        application.save()
        make_stage(stage.vacancy, status="decided")
        interview = make_stage(stage.vacancy, kind="interview")
        member = make_panel_member(interview, member.user)
    Application.objects.update(education_ended="2018-12", gap_explanation=explanation)
    address = reverse("recruitment:sheet-edit", kwargs={"stage_id": member.stage_id, "code": "C01"})

    page = read_all([address], member)[address]

    words = (
        "Gaps to ask about",
        "9 months",
        "I looked after my father",
        "The candidate gives no explanation.",
    )
    assert [word for word in words if word in page] == expected
