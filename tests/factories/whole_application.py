"""An application with something in every table it can leave something in, all of it naming the candidate."""

from datetime import date

from recruitment.models import (
    AgreedScore,
    Application,
    ApplicationDocument,
    ApplicationDraft,
    CertificateSighting,
    Decision,
    HistoryEntry,
    Offer,
    OfferCondition,
    Qualification,
    RecruitmentEvent,
    Referee,
    Reference,
    ReferenceAnswer,
    StageResult,
    Statement,
    Vacancy,
)
from tests.factories.dated import make_document
from tests.factories.people import NOW, make_person
from tests.factories.recruitment import make_application, make_panel_member, make_stage, make_vacancy
from tests.factories.scoring import make_sheet


def make_ended_vacancy(**fields: object) -> Vacancy:
    """A vacancy that ended without an appointment, and the event that says when."""
    vacancy = make_vacancy(**{"status": "not_filled"} | fields)
    RecruitmentEvent.objects.create(
        vacancy=vacancy,
        kind="vacancy_ended",
        from_status="closed",
        to_status="not_filled",
        at=NOW,
        by=vacancy.created_by,
    )
    return vacancy


def make_whole_application(vacancy: Vacancy, word: str, **fields: object) -> Application:
    """Not shortlisted, with ``word`` in every text that is about the candidate."""
    person = make_person(
        given_name=word, family_name=word, address=f"1 {word} Lane", email=f"{word}@example.org"
    )
    person.former_names = f"{word} before"
    person.save()
    application = make_application(
        vacancy,
        person=person,
        **{"status": "not_shortlisted", "relationship_details": word, "gap_explanation": word} | fields,
    )
    application.interview_adjustments = f"{word} needs a ramp"
    application.save()
    _form(application, word)
    _references(application, word)
    _panel(application, word)
    return application


def _form(application: Application, word: str) -> None:
    vacancy = application.vacancy
    Qualification.objects.create(application=application, position=1, title=f"{word} diploma")
    Qualification.objects.create(application=application, position=2, title=f"{word} degree").delete()
    HistoryEntry.objects.create(
        application=application, position=1, kind="employment", organisation=word, started="2020-01"
    )
    Statement.objects.create(application=application, text=f"I am {word}")
    document = make_document(vacancy.school, name=f"{word}.pdf", body=f"%PDF {word}".encode())
    ApplicationDocument.objects.create(application=application, document=document)
    ApplicationDraft.objects.create(
        vacancy=vacancy, answers={"sent": application.pk}, created_at=NOW, changed_at=NOW
    )


def _references(application: Application, word: str) -> None:
    vacancy = application.vacancy
    criterion = vacancy.criteria.order_by("pk").first()
    referee = Referee.objects.create(application=application, position=1, name=f"Friend of {word}")
    reference = Reference.objects.create(
        referee=referee,
        note=f"{word} was on time",
        document=make_document(
            vacancy.school, name=f"reference {word}.pdf", body=f"%PDF ref {word}".encode()
        ),
    )
    reference.note = f"{word} was always on time"
    reference.save()
    ReferenceAnswer.objects.create(
        reference=reference, criterion=criterion, confirmation="confirmed", note=word
    )
    CertificateSighting.objects.create(
        application=application,
        criterion=criterion,
        was_seen=True,
        seen_date=date(2026, 10, 1),
        seen_by=vacancy.created_by,
        title=f"{word} certificate",
        recorded_at=NOW,
    )


def _panel(application: Application, word: str) -> None:
    vacancy = application.vacancy
    stage = vacancy.stages.get(kind="application")
    if stage.status == "draft" or not stage.opened_at:
        stage = make_stage(vacancy, "application", "decided")
    criterion = vacancy.criteria.order_by("pk").first()
    member = stage.members.order_by("pk").first() or make_panel_member(stage)
    make_sheet(member, application, (1,), notes={0: f"{word} wrote well"}, reason=f"{word} again", version=2)
    AgreedScore.objects.create(
        stage=stage,
        application=application,
        criterion=criterion,
        points=1,
        reason=f"{word} agreed",
        agreed_at=NOW,
        agreed_by=vacancy.created_by,
    )
    StageResult.objects.create(
        stage=stage, application=application, is_complete=True, gate="met", cells=[word]
    )
    Decision.objects.create(
        stage=stage,
        application=application,
        outcome="not_shortlisted",
        reason=f"{word} met fewer",
        decided_at=NOW,
        decided_by=vacancy.created_by,
    )
    RecruitmentEvent.objects.create(
        vacancy=vacancy,
        application=application,
        kind="decision_made",
        at=NOW,
        by=vacancy.created_by,
        reason=f"{word} told",
    )
    offer = Offer.objects.create(
        application=application,
        status="declined",
        salary=f"{word} scale",
        made_at=NOW,
        made_by=vacancy.created_by,
        answered_at=NOW,
    )
    OfferCondition.objects.create(offer=offer, position=1, text=f"{word} references")
