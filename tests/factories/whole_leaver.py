"""Somebody who left, with something in every table a staff record can leave something in."""

from datetime import date

from compliance.domain.categories import CheckType
from compliance.models import (
    CentralRecordLook,
    EarlyStartReview,
    LegalHold,
    QualificationSeen,
    Snooze,
    StartConfirmation,
    UpdateServiceCheck,
)
from core.models import Engagement, School
from recruitment.models import Offer
from tests.factories.compliance import make_certificate, make_check, make_engagement
from tests.factories.dated import make_document, make_early_start, make_right_to_work
from tests.factories.people import NOW
from tests.factories.whole_application import make_ended_vacancy, make_whole_application
from tests.factories.whole_development import make_every_development

LEFT = date(2020, 8, 31)


def make_whole_leaver(school: School, word: str) -> Engagement:
    """Appointed from an application, checked, started early, left; ``word`` in every text about them."""
    application = make_whole_application(make_ended_vacancy(school=school), word, status="appointed")
    engagement = make_engagement(
        school=school,
        person=application.person,
        start_date=date(2016, 9, 1),
        end_date=LEFT,
        job_title=f"Teacher of {word}",
        role={"agency": f"{word} Supply"},
    )
    engagement.role.agency = f"{word} Supply Ltd"
    engagement.role.save()
    Offer.objects.create(
        application=application,
        status="accepted",
        salary=word,
        made_at=NOW,
        made_by=engagement.created_by,
        answered_at=NOW,
        engagement=engagement,
    )
    _checks(engagement, word)
    _start(engagement, word)
    _around(engagement, word)
    make_every_development(engagement, word)
    return engagement


def _checks(engagement: Engagement, word: str) -> None:
    school, by = engagement.school, engagement.created_by
    earlier = make_certificate(engagement, superseded_at=NOW, note=f"{word} first")
    scan = make_document(school, name=f"{word} dbs.pdf", body=f"%PDF dbs {word}".encode())
    check = make_certificate(
        engagement, supersedes=earlier, reason="Renewed", note=f"{word} spoke about it", document=scan
    )
    check.certificate.name_on_certificate = f"{word} {word}"
    check.certificate.save()
    UpdateServiceCheck.objects.create(
        certificate=check.certificate,
        checked_date=date(2017, 1, 1),
        result="blank_no_new",
        recorded_at=NOW,
        recorded_by=by,
    )
    passport = make_document(school, name=f"{word} passport.pdf", body=f"%PDF passport {word}".encode())
    shown = make_right_to_work(
        engagement, document=passport, reference_number=f"{word} 12", evidence_seen=word, note=word
    )
    shown.right_to_work.document = f"{word}_passport"
    shown.right_to_work.save()
    diploma = make_check(engagement, CheckType.QUALIFICATIONS)
    QualificationSeen.objects.create(check_record=diploma, title=f"{word} diploma")


def _start(engagement: Engagement, word: str) -> None:
    by = engagement.created_by
    early = make_early_start(engagement, date(2016, 9, 15))
    early.risks = f"{word} alone"
    early.save()
    early.ended_at, early.ended_by, early.end_reason = NOW, by, f"{word} cleared"
    early.save()
    EarlyStartReview.objects.create(
        early_start=early,
        reviewed_at=NOW,
        reviewed_by=by,
        note=f"{word} never alone",
        next_review_date=date(2016, 9, 29),
    )
    StartConfirmation.objects.create(
        engagement=engagement,
        started_date=date(2016, 9, 1),
        confirmed_at=NOW,
        confirmed_by=by,
        edition=f"2016 {word}",
    )


def _around(engagement: Engagement, word: str) -> None:
    school, by = engagement.school, engagement.created_by
    CentralRecordLook.objects.create(
        school=school, engagement=engagement, looked_at=NOW, looked_by=by, what=f"Line of {word}"
    )
    check = engagement.person.checks.filter(check_type=CheckType.RIGHT_TO_WORK).get()
    early = engagement.early_starts.get()
    for key in (f"check-{check.pk}", f"engagement-{engagement.pk}", f"early-start-{early.pk}"):
        Snooze.objects.create(
            rule="recheck",
            record_key=key,
            due_date=date(2017, 1, 1),
            school=school,
            until_date=date(2016, 12, 1),
            reason=f"{word} is abroad",
            snoozed_at=NOW,
            snoozed_by=by,
        )
    LegalHold.objects.create(
        school=school,
        person=engagement.person,
        reason=f"Claim of {word}",
        placed_at=NOW,
        placed_by=by,
        lifted_at=NOW,
        lifted_by=by,
        lift_reason=f"{word} withdrew it",
    )
