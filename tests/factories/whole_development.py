"""Something in every table in which development keeps something of one person."""

from datetime import date
from decimal import Decimal

from compliance.models import Snooze
from core.models import Engagement
from core.services.history import save_with_reason
from cpd.enums import SupervisionKind
from cpd.models import (
    Appeal,
    Appraisal,
    AppraisalEvent,
    AppraisalExclusion,
    ElsaAttestation,
    ElsaCaseload,
)
from tests.factories.appraisals import make_appraisal, make_cycle, make_objective, make_side
from tests.factories.dated import make_document
from tests.factories.development import make_need, make_whole_development
from tests.factories.elsa import make_elsa, make_planned, make_session
from tests.factories.people import NOW, make_actor
from tests.factories.policies import make_policy, make_signature, make_version
from tests.factories.training import make_course, make_requirement, make_training

LONG_AGO = date(2018, 9, 3)
BEGINNING = date(2018, 9, 1)


def make_every_development(engagement: Engagement, word: str) -> None:
    """Needs to appraisal, training, ELSA and policies, with ``word`` in every text about them."""
    make_whole_development(engagement, word)
    _appraisal(engagement, word)
    _training(engagement, word)
    _elsa(engagement, word)
    _put_off(engagement, word)


def _appraisal(engagement: Engagement, word: str) -> None:
    by = engagement.created_by
    appraisal = make_appraisal(
        engagement=engagement, cycle=make_cycle(school=engagement.school), appraiser=by, state="appealed"
    )
    objective = make_objective(appraisal, word, success_measures=word, origin=word)
    make_need(engagement, "accepted", kind="objective", text=word, objective=objective)
    file = make_document(engagement.school, name=f"{word} plan.txt", body=f"Plan of {word}".encode())
    objective.evidence.create(text=word, seen_date=LONG_AGO, document=file, added_at=NOW, added_by=by)
    final = make_side(appraisal, is_shared=True, text=word, development_needs=word, overall_rating="met")
    final.ratings.create(objective=objective, rating="met")
    make_side(appraisal, side="self", text=f"Draft of {word}")
    appraisal.signatures.create(signed_as="appraiser", signed_at=NOW, signed_by=by, comment=word)
    Appeal.objects.create(appraisal=appraisal, reason=word, made_at=NOW, made_by=by)
    AppraisalEvent.objects.create(
        appraisal=appraisal, kind="opened", to_state="planned", at=NOW, by=by, reason=word
    )
    AppraisalExclusion.objects.create(
        engagement=engagement,
        ground="capability",
        valid_from=LONG_AGO,
        valid_until=LONG_AGO,
        recorded_at=NOW,
        recorded_by=by,
    )


def _training(engagement: Engagement, word: str) -> None:
    school = engagement.school
    scan = make_document(school, name=f"{word} first aid.pdf", body=f"%PDF first aid {word}".encode())
    course = make_course("faw")
    training = make_training(engagement, course, provider=f"{word} First Aid", certificate=scan)
    need = make_need(engagement, "met", text=word, evidence=word)
    need.training = training
    need.save()
    make_requirement(course, school, required_of="person", engagement=engagement, reason=f"{word} is first")
    version = make_version(make_policy(school=school, title=f"Code {engagement.pk}"))
    make_signature(version, engagement.person)


def _elsa(engagement: Engagement, word: str) -> None:
    by = engagement.created_by
    elsa = make_elsa(engagement=engagement, line_manager=word, registration_number=word)
    make_session(elsa, LONG_AGO, supervisor_name=f"Dr {word}")
    make_session(
        elsa,
        LONG_AGO,
        kind=SupervisionKind.MANAGEMENT,
        supervisor_kind="",
        supervisor_name=word,
        session_hours=Decimal(1),
    )
    make_planned(elsa, date(2018, 11, 5), supervisor_name=word)
    ElsaCaseload.objects.create(
        registration=elsa,
        half_term_first=BEGINNING,
        children_one_to_one=1,
        children_in_groups=1,
        sessions_held=1,
    )
    ElsaAttestation.objects.create(
        registration=elsa, as_at=LONG_AGO, facts={"name": word}, attested_at=NOW, attested_by=by
    )


def _put_off(engagement: Engagement, word: str) -> None:
    """Every day of theirs that the calendar knows was put off once, with a reason that names them."""
    for key in _calendar_keys(engagement):
        Snooze.objects.create(
            rule="induction",
            record_key=key,
            due_date=date(2019, 1, 1),
            school=engagement.school,
            until_date=date(2018, 12, 1),
            reason=f"{word} is abroad",
            snoozed_at=NOW,
            snoozed_by=engagement.created_by,
        )


def _calendar_keys(engagement: Engagement) -> list[str]:
    probation, elsa = engagement.probation, engagement.elsa
    steps = [step.pk for need in engagement.development_needs.all() for step in need.steps.all()]
    return [
        f"induction-{engagement.induction.pk}",
        f"probation-{probation.pk}",
        f"probation-review-{probation.reviews.get().pk}",
        *(f"development-step-{pk}" for pk in (*steps, _step_that_gave_way(engagement))),
        *(f"job-description-review-{one.pk}" for one in engagement.job_description_reviews.all()),
        f"job-description-of-{engagement.pk}",
        *(f"appraisal-{one.pk}" for one in Appraisal.objects.filter(engagement=engagement)),
        f"elsa-{elsa.pk}",
        *(f"supervision-{session.pk}" for session in elsa.sessions.all()),
    ]


def _step_that_gave_way(engagement: Engagement) -> int:
    """The key of a step of a plan that was made anew since."""
    need = engagement.development_needs.order_by("pk")[0]
    step = need.steps.model(need=need, position=9, text="Given up", due_date=LONG_AGO)
    save_with_reason(step, by=make_actor(school=engagement.school), reason="planned", now=NOW)
    pk: int = step.pk
    step.delete()
    return pk
