"""The CPD passport of one person as PDF, to take along."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

from core.domain.school_time import SCHOOL_TIME
from core.models import Engagement
from core.pdf import render_pdf
from cpd.domain.hours import to_hours
from cpd.selectors.elsa import ElsaLine
from cpd.selectors.passport import Passport, PassportTraining

TEMPLATE = Path(__file__).parent / "templates" / "passport.typ"


def build_passport(passport: Passport, *, now: datetime) -> bytes:
    """The passport as it stands at ``now``. No ratings, checks or health are in it."""
    return render_pdf(TEMPLATE, get_facts(passport, now=now), now=now)


def get_facts(passport: Passport, *, now: datetime) -> dict[str, Any]:
    """What the page says, in its words."""
    printed = now.astimezone(SCHOOL_TIME)
    person, school = passport.engagement.person, passport.engagement.school
    return {
        "title": f"CPD passport: {person.full_name}",
        "name": person.full_name,
        "school": school.name,
        "issued": f"{printed:%d/%m/%Y}",
        "posts": [_post(one) for one in passport.posts],
        "training": [_training(one, printed.date()) for one in passport.training],
        "hours": f"{to_hours(passport.quarters):f}" if passport.quarters else "",
        "elsa": [_elsa(one, printed.date()) for one in passport.elsa],
        "policies": [
            {
                "title": one.version.policy.title,
                "edition": one.version.edition,
                "signed": f"{one.signed_date:%d/%m/%Y}",
            }
            for one in passport.signatures
        ],
    }


def _post(post: Engagement) -> dict[str, str]:
    until = f"{post.end_date:%d/%m/%Y}" if post.end_date else "today"
    return {
        "title": post.job_title,
        "school": post.school.name,
        "span": f"{post.start_date:%d/%m/%Y} to {until}",
    }


def _elsa(line: ElsaLine, today: date) -> list[list[str]]:
    """The facts of one registration, label by label; what is not recorded is left out."""
    row, provider = line.registration, line.provider
    attended = sum(day.attended for day in row.days.all())
    facts = [
        ["School", row.engagement.school.name],
        ["Provider", provider.name],
        [f"Standing on {today:%d/%m/%Y}", line.word],
        ["Training days attended", f"{attended} of {provider.training_days}"],
        ["Registration number", row.registration_number],
        ["Registered until", f"{row.valid_until:%d/%m/%Y}" if row.valid_until else ""],
    ]
    return [fact for fact in facts if fact[1]]


def _training(one: PassportTraining, today: date) -> dict[str, str]:
    ends = f"{one.valid_until:%d/%m/%Y}" if one.valid_until else "no end"
    return {
        "day": f"{one.training.awarded_date:%d/%m/%Y}",
        "name": one.name,
        "provider": one.training.provider,
        "hours": one.hours,
        "until": f"{ends} (past)" if one.valid_until and one.valid_until < today else ends,
    }
