"""A stage with scores that tell the cases apart: a tie, a split essential, a missing score, an agreement."""

from core.domain.permissions import Role
from recruitment.models import Application, PanelMember, Stage
from recruitment.services.moderation import agree_points
from recruitment.services.unsealing import unseal_stage
from tests.factories import (
    make_actor,
    make_application,
    make_panel_member,
    make_person,
    make_stage,
    make_vacancy,
)
from tests.factories.people import NOW, make_user
from tests.factories.scoring import list_criteria, make_sheet

CRITERIA = (
    ("=Experience with primary-aged children", "essential", "A", 3),
    ("Knowledge of safeguarding", "essential", "A", 2),
    ("ELSA training", "desirable", "A", 1),
)
NAMES = ("Carys Beddoes", "Imran Sadiq", "Joy Okoro", "Piotr Zielinski", "Ana Duarte")


def make_scored_stage(*, sealed: bool = False) -> tuple[Stage, list[Application], list[PanelMember]]:
    vacancy = make_vacancy(criteria=CRITERIA, reference="LM-2026")
    stage = make_stage(vacancy)
    members = [
        make_panel_member(stage, make_user(Role.PANEL_MEMBER, school=vacancy.school, name=name))
        for name in ("Gwen Pritchard", "Tom Ellery")
    ]
    people = [make_person(given_name=name.split()[0], family_name=name.split()[1]) for name in NAMES]
    applications = [make_application(vacancy, person=person) for person in people]
    points = (
        ((3, 2, 1), (2, 2, 3)),
        ((2, 3, 2), (3, 2, 0)),
        ((0, 1, 3), (0, 2, 3)),
        ((1, 0, 2), (1, 2, 2)),
        ((2, 2, None), (3, 3, 1)),
    )
    for application, (first, second) in zip(applications, points, strict=True):
        make_sheet(members[0], application, first, notes={0: "=Ran a lunch club"})
        make_sheet(members[1], application, second)
    if not sealed:
        head = make_actor(Role.HEADTEACHER, school=vacancy.school)
        stage = unseal_stage(stage_id=stage.pk, by=head, now=NOW)
        agree_points(
            stage_id=stage.pk,
            application_id=applications[1].pk,
            criterion_id=list_criteria(stage)[2].pk,
            points=2,
            reason="The certificate was overlooked",
            by=head,
            now=NOW,
        )
    return stage, applications, members
