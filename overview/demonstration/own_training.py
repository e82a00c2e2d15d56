"""Training that people of the invented school added to their own record: waiting, confirmed, declined."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from core.domain.school_time import day_of
from core.models import Engagement
from cpd.domain.training_entry import TrainingEntry
from cpd.models import Training
from cpd.services.training import add_own_training, confirm_training, withdraw_training
from overview.demonstration.people import Cast

PROGRAMME = (
    "Talking about feelings in Key Stage 1\n\n"
    "Harbour Educational Psychology, Wednesday evening, 16:00 to 18:30\n"
    "Attended by Josie Lane, Mill Lane Primary School\n"
)
DOUBLE = "This is the staff meeting of that day, which is recorded for everybody already."


@dataclass(frozen=True, slots=True)
class Added:
    """What somebody wrote down the day after, so many days ago."""

    first_name: str
    title: str
    provider: str
    days_ago: int
    quarters: int


FEELINGS = Added("Josie", "Talking about feelings in Key Stage 1", "Harbour Educational Psychology", 10, 10)
PHONICS = Added("Josie", "Phonics refresher, Phases 3 and 4", "Harbour Reading Network", 160, 12)
MEETING = Added("Josie", "Staff meeting on behaviour", "Mill Lane", 60, 4)
LOSS = Added("Samira", "Bereavement in school: supporting a class", "Lighthouse Counselling", 25, 24)


def make_own_training(cast: Cast, now: datetime) -> None:
    """Josie has added three: one waits, one is confirmed, one was declined. Samira waits for one."""
    nia = cast.actor("Nia")
    add(cast, FEELINGS, now, SimpleUploadedFile("feelings-programme.txt", PROGRAMME.encode()))
    add(cast, LOSS, now)
    phonics, meeting = add(cast, PHONICS, now), add(cast, MEETING, now)
    confirm_training(training_id=phonics.pk, by=nia, now=now - timedelta(days=150))
    withdraw_training(training_id=meeting.pk, reason=DOUBLE, by=nia, now=now - timedelta(days=50))


def add(cast: Cast, one: Added, now: datetime, file: SimpleUploadedFile | None = None) -> Training:
    post = Engagement.objects.get(person__user=cast.users[one.first_name], school=cast.school)
    entry = TrainingEntry(
        day_of(now) - timedelta(days=one.days_ago),
        title=one.title,
        provider=one.provider,
        quarter_hours=one.quarters,
    )
    return add_own_training(
        engagement_id=post.pk,
        entry=entry,
        upload=file,
        by=cast.actor(one.first_name),
        now=now - timedelta(days=one.days_ago - 1),
    )
