"""The invented trust, its schools and the people who sign in."""

from dataclasses import dataclass, field
from datetime import datetime

from django.contrib.auth.hashers import make_password

from core.domain.permissions import Actor, Role
from core.models import RoleAssignment, School, Trust, User
from core.selectors import get_actor

PASSWORD = "harbour-2026-demo"  # noqa: S105 (published on purpose: these accounts open only in a demonstration)

# name, e-mail, role, and what they are good for in the demonstration
ACCOUNTS = (
    ("Nia Owen", "nia.owen@millane.example", Role.HR_OFFICER, "runs the vacancies"),
    ("Helen Marsh", "helen.marsh@millane.example", Role.HEADTEACHER, "decides and appoints; chairs panels"),
    ("Tom Ellery", "tom.ellery@millane.example", Role.PANEL_MEMBER, "SENCO, scores; half-way through"),
    (
        "Gwen Pritchard",
        "gwen.pritchard@millane.example",
        Role.PANEL_MEMBER,
        "chairs the governors, scores; appraises the head",
    ),
    ("Samira Haddad", "samira.haddad@millane.example", Role.LINE_MANAGER, "pastoral lead"),
    ("Josie Lane", "josie.lane@millane.example", Role.STAFF_MEMBER, "teaching assistant"),
    ("Alan Brook", "alan.brook@inspection.example", Role.INSPECTOR, "visits, reads only"),
)
ADMINISTRATOR = ("David Okafor", "david.okafor@harbour.example")


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody the demonstration needs by name. Their roles are settled when it begins, and read once."""

    school: School
    other_school: School
    users: dict[str, User]
    actors: dict[str, Actor] = field(default_factory=dict)

    def actor(self, first_name: str) -> Actor:
        if first_name not in self.actors:
            self.actors[first_name] = get_actor(self.users[first_name])
        return self.actors[first_name]


def make_cast(now: datetime) -> Cast:
    """Trust, two schools and an account for every role."""
    trust = Trust.objects.create(name="Harbour Learning Trust")
    school = School.objects.create(
        trust=trust,
        name="Mill Lane Primary School",
        urn="990001",
        school_type="academy",
        phase="primary",
        has_early_years=True,
        town="Harbour",
        contact_name="The school office",
        contact_phone="01632 960123",
        contact_email="office@millane.example",
    )
    other_school = School.objects.create(
        trust=trust,
        name="Castle Hill High School",
        urn="990002",
        school_type="academy",
        phase="secondary",
        town="Harbour",
    )
    hashed = make_password(
        PASSWORD
    )  # once for all: hashing is slow on purpose, and the password is published
    users = {
        name.split()[0]: make_account(name, email, role, now, hashed=hashed, school=school)
        for name, email, role, _ in ACCOUNTS
    }
    users["David"] = make_account(*ADMINISTRATOR, Role.TRUST_ADMINISTRATOR, now, hashed=hashed, trust=trust)
    for name, role in (("Samira", Role.PANEL_MEMBER), ("Gwen", Role.LINE_MANAGER)):
        RoleAssignment.objects.create(user=users[name], role=role, school=school, granted_at=now)
    return Cast(school, other_school, users)


def make_account(
    name: str,
    email: str,
    role: Role,
    now: datetime,
    *,
    hashed: str,
    school: School | None = None,
    trust: Trust | None = None,
) -> User:
    user = User.objects.create(email=email, password=hashed, name=name, is_demonstration=True)
    RoleAssignment.objects.create(user=user, role=role, school=school, trust=trust, granted_at=now)
    return user
