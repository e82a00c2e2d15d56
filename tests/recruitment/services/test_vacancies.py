from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from core.domain.errors import DomainError, NotAllowed
from core.domain.permissions import Actor, Role
from recruitment.domain.vacancy_terms import VacancyTerms
from recruitment.models import JobProfileVersion, Vacancy, VacancyCriterion
from recruitment.selectors.vacancies import terms_of
from recruitment.services.vacancies import (
    close_vacancy,
    create_vacancy,
    end_vacancy,
    publish_vacancy,
    reopen_vacancy,
    set_weights,
    update_vacancy,
    use_job_profile_version,
    verify_freeze,
)
from tests.factories import make_actor, make_job_profile_version, make_school

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
TERMS = VacancyTerms(
    title="Learning Mentor",
    reference="LM-26-01",
    opens_date=date(2026, 11, 2),
    closes_date=date(2026, 11, 20),
    scale_labels=("Not shown", "Partly shown ", "Shown", "Strongly shown"),
)


@pytest.fixture
def version() -> JobProfileVersion:
    return make_job_profile_version()


@pytest.fixture
def officer(version: JobProfileVersion) -> Actor:
    return make_actor(Role.HR_OFFICER, school=version.job_profile.school)


@pytest.fixture
def draft(version: JobProfileVersion, officer: Actor) -> Vacancy:
    return create_vacancy(job_profile_version=version, terms=TERMS, by=officer, now=NOW)


@pytest.fixture
def published(draft: Vacancy, officer: Actor) -> Vacancy:
    return publish_vacancy(vacancy=draft, by=officer, now=NOW)


def kinds_of(vacancy: Vacancy) -> list[str]:
    return list(vacancy.events.order_by("pk").values_list("kind", flat=True))


def test_create_vacancy_copies_the_criteria_and_makes_the_stages(
    version: JobProfileVersion, draft: Vacancy
) -> None:
    sources = version.person_specification.criteria.order_by("position")

    assert list(
        draft.criteria.order_by("position").values_list("criterion_id", "text", "evidence", "weight")
    ) == [(source.pk, source.text, source.evidence, 1) for source in sources]
    assert list(draft.stages.order_by("pk").values_list("kind", "status")) == [
        ("application", "preparing"),
        ("interview", "preparing"),
    ]
    assert draft.school_id == version.job_profile.school_id
    assert draft.scale_labels == ["Not shown", "Partly shown", "Shown", "Strongly shown"]
    assert kinds_of(draft) == ["vacancy_created"]


def test_create_vacancy_with_a_criterion_assessed_by_presentation_has_a_task_stage() -> None:
    version = make_job_profile_version(criteria=[("Explains a topic to a class", "essential", "AP", 1)])
    officer = make_actor(Role.HR_OFFICER, school=version.job_profile.school)

    vacancy = create_vacancy(job_profile_version=version, terms=TERMS, by=officer, now=NOW)

    assert list(vacancy.stages.order_by("pk").values_list("kind", flat=True)) == [
        "application",
        "task",
        "interview",
    ]


@pytest.mark.parametrize("role", [Role.PANEL_MEMBER, Role.LINE_MANAGER, Role.TRUST_ADMINISTRATOR])
def test_create_vacancy_is_not_for_every_role(version: JobProfileVersion, role: Role) -> None:
    actor = make_actor(role, school=version.job_profile.school)

    with pytest.raises(NotAllowed) as raised:
        create_vacancy(job_profile_version=version, terms=TERMS, by=actor, now=NOW)

    assert raised.value.code == "not_permitted"


def test_create_vacancy_at_another_school_is_denied(version: JobProfileVersion) -> None:
    stranger = make_actor(Role.HR_OFFICER, school=make_school())

    with pytest.raises(NotAllowed):
        create_vacancy(job_profile_version=version, terms=TERMS, by=stranger, now=NOW)


def test_create_vacancy_with_a_reference_taken_says_so(
    version: JobProfileVersion, officer: Actor, draft: Vacancy
) -> None:
    with pytest.raises(DomainError) as raised:
        create_vacancy(job_profile_version=version, terms=TERMS, by=officer, now=NOW)

    assert (raised.value.code, raised.value.field) == ("reference_taken", "reference")
    assert Vacancy.objects.count() == 1


def test_create_vacancy_with_the_reference_of_another_school_is_fine(draft: Vacancy) -> None:
    version = make_job_profile_version()
    officer = make_actor(Role.HR_OFFICER, school=version.job_profile.school)

    vacancy = create_vacancy(job_profile_version=version, terms=TERMS, by=officer, now=NOW)

    assert vacancy.reference == draft.reference


def test_create_vacancy_refuses_terms_that_do_not_hold_together(
    version: JobProfileVersion, officer: Actor
) -> None:
    terms = replace(TERMS, closes_date=date(2026, 11, 1))

    with pytest.raises(DomainError) as raised:
        create_vacancy(job_profile_version=version, terms=terms, by=officer, now=NOW)

    assert raised.value.field == "closes_date"


def test_update_vacancy_saves_a_draft_without_an_event(draft: Vacancy, officer: Actor) -> None:
    terms = replace(TERMS, scale_max=2, scale_labels=("No", "Partly", "Yes"), essential_threshold=2)

    vacancy = update_vacancy(vacancy=draft, terms=terms, by=officer, now=NOW)

    assert (vacancy.scale_max, vacancy.scale_labels, vacancy.essential_threshold) == (
        2,
        ["No", "Partly", "Yes"],
        2,
    )
    assert kinds_of(vacancy) == ["vacancy_created"]


def test_update_vacancy_after_publication_moves_the_closing_date_with_an_event(
    published: Vacancy, officer: Actor
) -> None:
    terms = replace(TERMS, closes_date=date(2026, 11, 27))

    vacancy = update_vacancy(vacancy=published, terms=terms, by=officer, now=NOW, reason="Half-term")

    event = vacancy.events.order_by("-pk").first()
    assert vacancy.closes_date == date(2026, 11, 27)
    assert (event.kind, event.reason) == ("vacancy_changed", "Closes for applications changed: Half-term")


def test_update_vacancy_with_nothing_changed_writes_nothing(published: Vacancy, officer: Actor) -> None:
    before = published.history.count()

    update_vacancy(vacancy=published, terms=TERMS, by=officer, now=NOW)

    assert published.history.count() == before
    assert kinds_of(published) == ["vacancy_created", "vacancy_published"]


@pytest.mark.parametrize(
    "changes",
    [
        {"scale_max": 2, "scale_labels": ("No", "Partly", "Yes")},
        {"scale_labels": ("Not shown", "Partly shown", "Well shown", "Strongly shown")},
        {"essential_threshold": 2},
        {"is_anonymous": False},
        {"statement_per_criterion": False},
    ],
)
def test_update_vacancy_after_publication_leaves_what_is_frozen(
    published: Vacancy, officer: Actor, changes: dict[str, Any]
) -> None:
    before = Vacancy.objects.values().get(pk=published.pk)

    with pytest.raises(NotAllowed) as raised:
        update_vacancy(vacancy=published, terms=replace(TERMS, **changes), by=officer, now=NOW)

    assert raised.value.code == "frozen"
    assert Vacancy.objects.values().get(pk=published.pk) == before


def test_use_job_profile_version_takes_its_criteria_into_a_draft(draft: Vacancy, officer: Actor) -> None:
    other = make_job_profile_version(
        school=draft.school, criteria=[("Teaches a lesson", "essential", "AO", 1)]
    )

    vacancy = use_job_profile_version(vacancy=draft, job_profile_version=other, by=officer, now=NOW)

    assert list(vacancy.criteria.values_list("text", flat=True)) == ["Teaches a lesson"]
    assert set(vacancy.stages.values_list("kind", flat=True)) == {"application", "task", "interview"}


def test_use_job_profile_version_after_publication_is_denied(published: Vacancy, officer: Actor) -> None:
    """Case 13: a criterion cannot be added after the advert."""
    other = make_job_profile_version(school=published.school)
    before = list(published.criteria.order_by("pk").values())

    with pytest.raises(NotAllowed) as raised:
        use_job_profile_version(vacancy=published, job_profile_version=other, by=officer, now=NOW)

    assert raised.value.code == "frozen"
    assert list(published.criteria.order_by("pk").values()) == before


def test_use_job_profile_version_of_another_school_is_refused(draft: Vacancy, officer: Actor) -> None:
    with pytest.raises(DomainError) as raised:
        use_job_profile_version(
            vacancy=draft, job_profile_version=make_job_profile_version(), by=officer, now=NOW
        )

    assert raised.value.code == "another_school"


def test_set_weights_of_a_draft(draft: Vacancy, officer: Actor) -> None:
    first, second, *_rest = draft.criteria.order_by("position")

    set_weights(vacancy=draft, weights={first.pk: 10, second.pk: 2}, by=officer, now=NOW)

    assert list(draft.criteria.order_by("position").values_list("weight", flat=True)) == [10, 2, 1, 1, 1]
    assert kinds_of(draft) == ["vacancy_created", "vacancy_changed"]


@pytest.mark.parametrize("weight", [-1, 0, 11])
def test_set_weights_off_the_range_is_refused(draft: Vacancy, officer: Actor, weight: int) -> None:
    first = draft.criteria.order_by("position").first()

    with pytest.raises(DomainError) as raised:
        set_weights(vacancy=draft, weights={first.pk: weight}, by=officer, now=NOW)

    assert (raised.value.code, raised.value.field) == ("weight_out_of_range", f"weight_{first.pk}")


def test_set_weights_after_publication_is_denied(published: Vacancy, officer: Actor) -> None:
    """Case 14: a weight cannot be edited once people may have applied."""
    first = published.criteria.order_by("position").first()

    with pytest.raises(NotAllowed) as raised:
        set_weights(vacancy=published, weights={first.pk: 2}, by=officer, now=NOW)

    assert raised.value.code == "frozen"
    assert set(published.criteria.values_list("weight", flat=True)) == {1}


def test_set_weights_of_another_vacancy_is_refused(draft: Vacancy, officer: Actor) -> None:
    elsewhere = VacancyCriterion.objects.order_by("-pk").first().pk + 1

    with pytest.raises(DomainError) as raised:
        set_weights(vacancy=draft, weights={elsewhere: 2}, by=officer, now=NOW)

    assert raised.value.code == "unknown_criterion"


def test_publish_vacancy_freezes_it(published: Vacancy, officer: Actor) -> None:
    assert (published.status, published.published_at, published.published_by_id) == (
        "published",
        NOW,
        officer.user_id,
    )
    assert verify_freeze(vacancy=published)
    assert kinds_of(published) == ["vacancy_created", "vacancy_published"]


@pytest.mark.parametrize(
    ("day", "expected"), [(20, None), (21, "closing_date_past")], ids=["closing day", "day after"]
)
def test_publish_vacancy_up_to_its_closing_day(
    draft: Vacancy, officer: Actor, day: int, expected: str | None
) -> None:
    now = datetime(2026, 11, day, 12, 0, tzinfo=UTC)

    try:
        publish_vacancy(vacancy=draft, by=officer, now=now)
        code = None
    except NotAllowed as error:
        code = error.code

    assert code == expected


def test_publish_vacancy_twice_is_denied(published: Vacancy, officer: Actor) -> None:
    with pytest.raises(NotAllowed) as raised:
        publish_vacancy(vacancy=published, by=officer, now=NOW + timedelta(days=1))

    assert raised.value.code == "already_published"


def test_publish_vacancy_needs_the_right_role(draft: Vacancy) -> None:
    member = make_actor(Role.PANEL_MEMBER, school=draft.school)

    with pytest.raises(DomainError) as raised:
        publish_vacancy(vacancy=draft, by=member, now=NOW)

    assert raised.value.code == "not_permitted"


def test_verify_freeze_of_a_draft_is_false(draft: Vacancy) -> None:
    assert not verify_freeze(vacancy=draft)


@pytest.mark.parametrize(
    "change", [{"text": "Something else"}, {"weight": 9}, {"evidence": "R"}, {"is_trainable": True}]
)
def test_verify_freeze_notices_a_row_changed_behind_its_back(
    published: Vacancy, change: dict[str, Any]
) -> None:
    VacancyCriterion.objects.filter(vacancy=published, position=1).update(**change)

    assert not verify_freeze(vacancy=published)


def test_verify_freeze_is_not_disturbed_by_the_job_profile(published: Vacancy) -> None:
    published.job_profile_version.person_specification.criteria.update(text="Reworded in the profile")

    assert verify_freeze(vacancy=published)


def test_close_and_reopen_vacancy(published: Vacancy, officer: Actor) -> None:
    closed = close_vacancy(vacancy=published, by=officer, now=NOW)
    reopened = reopen_vacancy(
        vacancy=closed, by=officer, now=NOW, reason="Few applications", closes_date=date(2026, 11, 27)
    )

    assert (reopened.status, reopened.closes_date) == ("published", date(2026, 11, 27))
    assert kinds_of(published)[2:] == ["vacancy_closed", "vacancy_reopened"]
    assert verify_freeze(vacancy=reopened)


@pytest.mark.parametrize(
    ("reason", "closes", "expected"),
    [(" ", date(2026, 11, 27), "reason_missing"), ("Few", date(2026, 11, 1), "closing_date_past")],
)
def test_reopen_vacancy_needs_a_reason_and_a_day_to_come(
    published: Vacancy, officer: Actor, reason: str, closes: date, expected: str
) -> None:
    closed = close_vacancy(vacancy=published, by=officer, now=NOW)

    with pytest.raises(DomainError) as raised:
        reopen_vacancy(vacancy=closed, by=officer, now=NOW, reason=reason, closes_date=closes)

    assert raised.value.code == expected


def test_reopen_vacancy_before_it_opens_says_so(published: Vacancy, officer: Actor) -> None:
    later = replace(terms_of(published), opens_date=date(2026, 11, 9))
    update_vacancy(vacancy=published, terms=later, by=officer, now=NOW)
    closed = close_vacancy(vacancy=published, by=officer, now=NOW)

    with pytest.raises(DomainError) as raised:
        reopen_vacancy(vacancy=closed, by=officer, now=NOW, reason="Too soon", closes_date=date(2026, 11, 8))

    assert raised.value.code == "closes_before_opening"


def test_reopen_vacancy_until_the_day_of_the_interviews_says_so(published: Vacancy, officer: Actor) -> None:
    set_day = replace(terms_of(published), interview_date=date(2026, 11, 27))
    update_vacancy(vacancy=published, terms=set_day, by=officer, now=NOW)
    closed = close_vacancy(vacancy=published, by=officer, now=NOW)

    with pytest.raises(DomainError) as raised:
        reopen_vacancy(vacancy=closed, by=officer, now=NOW, reason="Few", closes_date=date(2026, 11, 27))

    assert raised.value.code == "closes_after_interviews"


def test_end_vacancy_keeps_the_reason(published: Vacancy, officer: Actor) -> None:
    ended = end_vacancy(vacancy=published, by=officer, now=NOW, reason="Nobody applied")

    assert ended.status == "not_filled"
    assert ended.events.order_by("-pk").first().reason == "Nobody applied"


def test_end_vacancy_of_a_draft_is_impossible(draft: Vacancy, officer: Actor) -> None:
    with pytest.raises(DomainError) as raised:
        end_vacancy(vacancy=draft, by=officer, now=NOW, reason="Not needed")

    assert raised.value.code == "impossible_move"
