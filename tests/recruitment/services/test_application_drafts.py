from datetime import UTC, datetime, timedelta

import pytest

from core.domain.errors import DomainError, NotAllowed
from recruitment.domain.application_form import ApplicationData, PersonData
from recruitment.models import Application, ApplicationDraft, Vacancy
from recruitment.services.application_drafts import (
    MOST_CHARACTERS,
    discard_draft,
    is_sent,
    purge_drafts,
    save_answers,
    start_draft,
    submit_draft,
    typed_on,
)
from tests.factories import make_stage, make_vacancy

pytestmark = pytest.mark.django_db

# The vacancies made here open on 1 and close on 30 October 2026.
NOW = datetime(2026, 10, 20, 9, 30, tzinfo=UTC)
AFTER = datetime(2026, 10, 31, 0, 0, tzinfo=UTC)
DATA = ApplicationData(person=PersonData("Maya", "Okafor", "maya@example.org"))
TYPED = {"person-given_name": ["Maya"], "person-email": ["not an address"]}


@pytest.fixture
def vacancy() -> Vacancy:
    return make_vacancy()


@pytest.fixture
def draft(vacancy: Vacancy) -> ApplicationDraft:
    return start_draft(vacancy=vacancy, now=NOW)


def stored(draft: ApplicationDraft) -> ApplicationDraft:
    return ApplicationDraft.objects.get(pk=draft.pk)


def test_start_draft_has_an_address_nobody_guesses(vacancy: Vacancy, draft: ApplicationDraft) -> None:
    other = start_draft(vacancy=vacancy, now=NOW)

    assert len(draft.token) == 32
    assert draft.token != other.token


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (datetime(2026, 9, 30, 22, 59, tzinfo=UTC), "not_open_yet"),
        (datetime(2026, 10, 30, 23, 59, tzinfo=UTC), None),
        (AFTER, "closed"),
    ],
)
def test_start_draft_only_while_the_form_is_open(
    vacancy: Vacancy, now: datetime, expected: str | None
) -> None:
    try:
        start_draft(vacancy=vacancy, now=now)
        code = None
    except NotAllowed as error:
        code = error.code

    assert code == expected


def test_form_is_not_sent_once_the_shortlisting_scores_are_opened(
    vacancy: Vacancy, draft: ApplicationDraft
) -> None:
    make_stage(vacancy, "application", "unsealed")

    with pytest.raises(NotAllowed) as raised:
        submit_draft(draft=draft, data=DATA, now=NOW)

    assert (raised.value.code, Application.objects.count()) == ("closed", 0)


def test_save_answers_keeps_what_is_wrong_too(draft: ApplicationDraft) -> None:
    save_answers(draft=draft, step="about-you", typed=TYPED, now=NOW + timedelta(minutes=5))
    save_answers(draft=draft, step="education", typed={"education-education_ended": ["soon"]}, now=NOW)

    assert typed_on(draft=stored(draft), step="about-you") == TYPED
    assert typed_on(draft=stored(draft), step="education") == {"education-education_ended": ["soon"]}
    assert typed_on(draft=stored(draft), step="referees") == {}


def test_save_answers_replaces_the_step(draft: ApplicationDraft) -> None:
    save_answers(draft=draft, step="about-you", typed=TYPED, now=NOW)
    save_answers(draft=draft, step="about-you", typed={"person-given_name": ["May"]}, now=NOW)

    assert typed_on(draft=stored(draft), step="about-you") == {"person-given_name": ["May"]}


@pytest.mark.parametrize(("length", "expected"), [(MOST_CHARACTERS, None), (MOST_CHARACTERS + 1, "too_long")])
def test_save_answers_up_to_a_limit(draft: ApplicationDraft, length: int, expected: str | None) -> None:
    try:
        save_answers(draft=draft, step="statement", typed={"statements-general": ["x" * length]}, now=NOW)
        code = None
    except DomainError as error:
        code = error.code

    assert code == expected
    assert bool(typed_on(draft=stored(draft), step="statement")) is (expected is None)


def test_submit_draft_twice_gives_one_application(draft: ApplicationDraft) -> None:
    save_answers(draft=draft, step="about-you", typed=TYPED, now=NOW)

    first = submit_draft(draft=draft, data=DATA, now=NOW)
    second = submit_draft(draft=draft, data=DATA, now=NOW)

    assert first.pk == second.pk
    assert list(Application.objects.values_list("channel", "person__family_name", "entered_by")) == [
        ("online", "Okafor", None)
    ]
    assert first.events.get().by is None


def test_submit_draft_keeps_nothing_twice(draft: ApplicationDraft) -> None:
    save_answers(draft=draft, step="about-you", typed=TYPED, now=NOW)
    application = submit_draft(draft=draft, data=DATA, now=NOW)

    assert stored(draft).answers == {"sent": application.pk}
    assert is_sent(draft=stored(draft))


def test_submit_draft_after_closing_is_denied_and_keeps_the_answers(draft: ApplicationDraft) -> None:
    save_answers(draft=draft, step="about-you", typed=TYPED, now=NOW)

    with pytest.raises(NotAllowed) as raised:
        submit_draft(draft=draft, data=DATA, now=AFTER)

    assert raised.value.code == "closed"
    assert typed_on(draft=stored(draft), step="about-you") == TYPED


def test_a_draft_that_was_sent_changes_no_more(draft: ApplicationDraft) -> None:
    submit_draft(draft=draft, data=DATA, now=NOW)
    before = stored(draft).answers

    save_answers(draft=draft, step="about-you", typed=TYPED, now=NOW)
    discard_draft(draft=draft)

    assert stored(draft).answers == before


def test_discard_draft_deletes_what_was_typed(draft: ApplicationDraft) -> None:
    save_answers(draft=draft, step="about-you", typed=TYPED, now=NOW)

    discard_draft(draft=draft)

    assert not ApplicationDraft.objects.exists()


def purge(now: datetime, *, dry_run: bool = False) -> tuple[int, int]:
    purged = purge_drafts(untouched_days=5, closed_days=30, now=now, dry_run=dry_run)
    return purged.untouched, purged.closed


@pytest.mark.parametrize(
    ("age", "expected", "left"),
    [
        (timedelta(days=5), (1, 0), 0),
        (timedelta(days=5) - timedelta(seconds=1), (0, 0), 1),
    ],
)
def test_purge_drafts_takes_those_untouched_for_whole_days(
    draft: ApplicationDraft, age: timedelta, expected: tuple[int, int], left: int
) -> None:
    save_answers(draft=draft, step="about-you", typed=TYPED, now=NOW + timedelta(hours=3))

    assert purge(NOW + timedelta(hours=3) + age) == expected
    assert ApplicationDraft.objects.count() == left


@pytest.mark.parametrize(
    ("now", "expected", "left"),
    [
        (datetime(2026, 11, 30, 0, 0, tzinfo=UTC), (0, 1), 0),
        (datetime(2026, 11, 29, 23, 59, tzinfo=UTC), (0, 0), 1),
    ],
)
def test_purge_drafts_takes_those_of_vacancies_closed_for_whole_days(
    draft: ApplicationDraft, now: datetime, expected: tuple[int, int], left: int
) -> None:
    """The form takes answers after closing too, so a form can be fresh and of no use to anybody."""
    save_answers(draft=draft, step="about-you", typed=TYPED, now=now)

    assert purge(now) == expected
    assert ApplicationDraft.objects.count() == left


def test_purge_drafts_leaves_what_was_sent(vacancy: Vacancy, draft: ApplicationDraft) -> None:
    application = submit_draft(draft=draft, data=DATA, now=NOW)
    start_draft(vacancy=vacancy, now=NOW)

    assert purge(NOW + timedelta(days=365)) == (1, 0)
    assert [one.answers for one in ApplicationDraft.objects.all()] == [{"sent": application.pk}]
    assert Application.objects.count() == 1


def test_purge_drafts_dry_only_counts(draft: ApplicationDraft) -> None:
    later = NOW + timedelta(days=365)

    assert (purge(later, dry_run=True), ApplicationDraft.objects.count()) == ((1, 0), 1)
    assert (purge(later), ApplicationDraft.objects.count()) == ((1, 0), 0)
    assert (purge(later), ApplicationDraft.objects.count()) == ((0, 0), 0)
