"""What is kept of somebody's appraisals goes with their personnel file, drafts and files too."""

from datetime import date

import pytest
from django.core.files.base import ContentFile

from compliance.models import Snooze
from core.models import Document
from core.selectors import get_actor
from core.services.erasure import erase
from core.services.history import save_with_reason
from cpd.models import Appeal, Appraisal, AppraisalEvent, AppraisalExclusion, ReviewSide
from cpd.services.erasure import plan_development_erasure
from tests.factories.appraisals import make_appraisal, make_objective, make_side
from tests.factories.everywhere import files_holding, tables_holding
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db


def leave_everywhere(appraisal: Appraisal, word: str) -> None:
    """The word in every text an appraisal can hold, in history as well."""
    by, actor = appraisal.appraiser, get_actor(appraisal.appraiser)
    document = Document(
        school=appraisal.engagement.school,
        kind="txt",
        original_name=f"{word}.txt",
        size_bytes=1,
        sha256="0" * 64,
        uploaded_at=NOW,
    )
    document.file.save("upload", ContentFile(word.encode()))
    objective = make_objective(appraisal, word, success_measures=word, origin=word)
    objective.evidence.create(text=word, seen_date=NOW.date(), document=document, added_at=NOW, added_by=by)
    objective.text = "Changed"
    save_with_reason(objective, by=actor, reason=word)
    final = make_side(appraisal, is_shared=True, text=word, development_needs=word, overall_rating="met")
    final.ratings.create(objective=objective, rating="met")
    make_side(appraisal, side="self", text=f"Draft {word}")
    appraisal.signatures.create(signed_as="appraiser", signed_at=NOW, signed_by=by, comment=word)
    Appeal.objects.create(appraisal=appraisal, reason=word, made_at=NOW, made_by=by)
    AppraisalEvent.objects.create(
        appraisal=appraisal, kind="opened", to_state="planned", at=NOW, by=by, reason=word
    )
    AppraisalExclusion.objects.create(
        engagement=appraisal.engagement,
        ground="capability",
        valid_from=date(2026, 9, 1),
        recorded_at=NOW,
        recorded_by=by,
    )


def test_everything_goes_and_nobody_elses() -> None:
    leaver, colleague = make_appraisal(), make_appraisal()
    leave_everywhere(leaver, "Quayside")
    leave_everywhere(colleague, "Whimbrel")
    engagement = leaver.engagement

    erase(erasure=plan_development_erasure(school_id=engagement.school_id, person_ids=[engagement.person_id]))

    assert tables_holding("Quayside") == []
    assert Appraisal.history.filter(engagement=engagement).count() == 0
    assert AppraisalExclusion.history.filter(engagement=engagement).count() == 0
    assert list(Appraisal.objects.all()) == [colleague]
    assert ReviewSide.objects.count() == 2
    assert len(files_holding("Whimbrel")) == 1


def test_what_was_put_off_about_it_goes_too() -> None:
    appraisal = make_appraisal()
    engagement, by = appraisal.engagement, appraisal.appraiser
    for key in (f"appraisal-{appraisal.pk}", "appraisal-999999"):
        Snooze.objects.create(
            rule="appraisal_objectives",
            record_key=key,
            school=engagement.school,
            due_date=date(2026, 10, 31),
            until_date=date(2026, 11, 30),
            reason="Half-term",
            snoozed_at=NOW,
            snoozed_by=by,
        )
    erase(erasure=plan_development_erasure(school_id=engagement.school_id, person_ids=[engagement.person_id]))
    assert list(Snooze.objects.values_list("record_key", flat=True)) == ["appraisal-999999"]
