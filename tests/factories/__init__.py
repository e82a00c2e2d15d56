"""Invented schools, people and records for tests. Each call makes a new one; name only what matters."""

from tests.factories.people import make_actor, make_person, make_school, make_trust, make_user
from tests.factories.recruitment import (
    CRITERIA,
    make_application,
    make_job_profile_version,
    make_panel_member,
    make_stage,
    make_vacancy,
)

__all__ = [
    "CRITERIA",
    "make_actor",
    "make_application",
    "make_job_profile_version",
    "make_panel_member",
    "make_person",
    "make_school",
    "make_stage",
    "make_trust",
    "make_user",
    "make_vacancy",
]
