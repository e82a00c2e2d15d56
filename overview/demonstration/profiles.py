"""Sample documents, read by the reader and confirmed as job profiles."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile

from overview.demonstration.people import Cast
from recruitment.domain.review import Draft
from recruitment.domain.row_decisions import leave_out_group, list_groups, mark_trainable
from recruitment.domain.rows import Correction, correct, list_kept
from recruitment.models import DocumentReading, JobProfileVersion
from recruitment.selectors.drafts import draft_of
from recruitment.services.job_profiles import confirm_reading
from recruitment.services.readings import read_upload, store_draft
from recruitment.services.wording import let_remark_stand

FIXTURES = Path(settings.BASE_DIR) / "fixtures"


def read_document(cast: Cast, name: str, now: datetime, folder: str = "documents") -> DocumentReading:
    """Read a sample document for review, as if Nia had just dropped it on the page."""
    upload = SimpleUploadedFile(name, (FIXTURES / folder / name).read_bytes())
    return read_upload(school_id=cast.school.pk, upload=upload, by=cast.actor("Nia"), now=now)


def make_learning_mentor(cast: Cast, now: datetime) -> JobProfileVersion:
    """The model profile as it was read, its either/or criterion trainable and one remark let stand."""
    reading = read_document(cast, "learning-mentor-elsa.docx", now)
    draft = draft_of(reading)
    willing = [row.key for row in draft.rows if "willingness to undertake" in row.text]
    version = confirm(cast, reading, replace(draft, rows=mark_trainable(draft.rows, willing)), now)
    let_remark_stand(
        version_id=version.pk,
        anchor="question-too-many-essentials",
        reason="The council's model: its essentials stay as they are until the governors review it in May",
        by=cast.actor("Nia"),
        now=now,
    )
    return version


def make_home_link_worker(cast: Cast, now: datetime) -> JobProfileVersion:
    """The document with two lists: the table is kept, and ELSA training becomes essential but trainable."""
    reading = read_document(cast, "elsa-home-link-worker.docx", now)
    draft = draft_of(reading)
    rows = leave_out_group(draft.rows, list_groups(draft.rows)[0])
    elsa = next(row for row in list_kept(rows) if row.text.startswith("ELSA training"))
    wording = "ELSA qualification, or ELSA training started"
    rows = correct(rows, {elsa.key: Correction(wording, elsa.section, "essential", "AC", is_trainable=True)})
    first_aid = [row.key for row in list_kept(rows) if row.text.startswith("Paediatric first aid")]
    return confirm(cast, reading, replace(draft, rows=mark_trainable(rows, first_aid)), now)


def make_school_administrator(cast: Cast, now: datetime) -> JobProfileVersion:
    """An office post, some of whose criteria only a task can show."""
    reading = read_document(cast, "school-administrator.txt", now, "demonstration")
    return confirm(cast, reading, draft_of(reading), now)


def confirm(cast: Cast, reading: DocumentReading, draft: Draft, now: datetime) -> JobProfileVersion:
    store_draft(reading=reading, draft=draft, now=now)
    return confirm_reading(
        reading_id=reading.pk,
        review_date=(now + timedelta(days=300)).date(),
        by=cast.actor("Nia"),
        now=now,
    )
