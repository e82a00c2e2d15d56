"""The decision record of a vacancy as PDF: what was decided, by whom, when and why."""

from datetime import datetime
from pathlib import Path

from core.domain.school_time import SCHOOL_TIME
from core.pdf import render_pdf
from recruitment.models import Vacancy
from recruitment.selectors.decision_record import get_decision_record

TEMPLATE = Path(__file__).parent / "templates" / "decision_record.typ"


def build_decision_record(vacancy: Vacancy, *, now: datetime) -> bytes:
    """The record as it stands at ``now``; sealed scores are not in it."""
    printed = f"{now.astimezone(SCHOOL_TIME):%d/%m/%Y %H:%M}"
    return render_pdf(TEMPLATE, get_decision_record(vacancy) | {"printed": printed}, now=now)
