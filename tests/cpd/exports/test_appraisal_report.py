"""The written report: tagged, what is shared in it, no draft, pay only where the policy uses it."""

from datetime import datetime
from io import BytesIO

import pytest
from pypdf import PdfReader

from core.selectors import get_actor
from cpd.exports.appraisal_report import build_report
from cpd.models import Appraisal, AppraisalPolicy
from cpd.selectors.appraisal_reading import visible_appraisals
from cpd.selectors.appraisals import get_appraisal_page, with_card_facts
from tests.factories import make_school
from tests.factories.appraisals import make_appraisal, make_objective, make_side
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db


def words_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def report_for_appraiser(appraisal: Appraisal, now: datetime = NOW) -> bytes:
    actor = get_actor(appraisal.appraiser)
    found = with_card_facts(visible_appraisals(actor)).get(pk=appraisal.pk)
    return build_report(get_appraisal_page(found, actor), now=now)


@pytest.mark.parametrize("has_pay", [True, False])
def test_report_holds_performance_needs_and_pay_by_policy(has_pay: bool) -> None:
    school = make_school()
    AppraisalPolicy.objects.create(school=school, has_pay_recommendation=has_pay)
    appraisal = make_appraisal(school=school, state="signed")
    objective = make_objective(appraisal, "Lead the phonics group # three times a week")
    final = make_side(
        appraisal,
        is_shared=True,
        text="A good year.\n\nThe group *read* more.",
        overall_rating="exceeded",
        development_needs="First aid\nMakaton",
        pay_recommendation="Move up one point",
    )
    final.ratings.create(objective=objective, rating="partly_met")
    appraisal.signatures.create(
        signed_as="appraiser", signed_at=NOW, signed_by=appraisal.appraiser, comment="Thank you"
    )
    pdf = report_for_appraiser(appraisal)
    words = words_of(pdf)
    root = PdfReader(BytesIO(pdf)).trailer["/Root"]
    assert bool(root["/MarkInfo"]["/Marked"])
    for one in (
        appraisal.engagement.person.full_name,
        "Lead the phonics group # three times a week",
        "Partly met",
        "A good year.",
        "The group *read* more.",
        "Exceeded",
        "First aid",
        "Makaton",
        "Thank you",
    ):
        assert one in words
    assert ("Move up one point" in words) == has_pay


def test_report_prints_no_draft_not_even_ones_own() -> None:
    appraisal = make_appraisal(state="mid_year_reviewed")
    make_side(appraisal, "mid_year", is_shared=True, text="Shared in February")
    make_side(appraisal, text="Half a thought", development_needs="Perhaps", overall_rating="not_met")
    words = words_of(report_for_appraiser(appraisal))
    assert "Shared in February" in words
    assert [one in words for one in ("Half a thought", "Perhaps", "Not met")] == [False] * 3
