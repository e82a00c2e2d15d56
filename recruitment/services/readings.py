"""A document under review: read it, correct it step by step, set it aside. Nothing else is saved here."""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import cast

from django.db import transaction

from core.documents.kinds import Kind
from core.documents.sandbox import run_limited
from core.domain.errors import DomainError, NotAllowed
from core.domain.permissions import Actor, Permission
from core.models import Document
from core.services.documents import Upload, store_document
from recruitment.domain.review import Draft
from recruitment.domain.review_edit import Press, edit_draft
from recruitment.domain.review_merge import Clash, Merged, merge_press, show_typed
from recruitment.domain.review_storage import StoredDraft, draft_from_json, draft_to_json
from recruitment.enums import ReadingStatus
from recruitment.models import DocumentReading, JobProfile
from recruitment.selectors.drafts import draft_of, draft_of_version, get_newest_version

READABLE = frozenset({Kind.DOCX, Kind.PDF, Kind.XLSX, Kind.HTML, Kind.TXT})
READ_FILE = "recruitment.readers.for_review:read_file"
READ_TEXT = "recruitment.readers.for_review:read_words"


@dataclass(frozen=True, slots=True)
class ReadingEdit:
    """What a press of a button led to. ``error`` says why its action could not be done.

    ``clashes`` are parts that another window changed too: there ``draft`` holds what was typed here, which is
    not saved. The page keeps the mark of each as it was sent, in ``open_marks``, until one of both is chosen.
    ``saved`` is what is on record where nothing of ``draft`` has been kept yet.
    """

    reading: DocumentReading
    draft: Draft
    focus: int | None = None
    error: DomainError | None = None
    was_changed_elsewhere: bool = False
    clashes: tuple[Clash, ...] = ()
    open_marks: Mapping[str, str] = field(default_factory=dict)
    saved: Draft | None = None


def start_reading(
    *,
    school_id: int,
    by: Actor,
    now: datetime,
    source_name: str,
    document: Document | None = None,
    text: str | None = None,
    revises: JobProfile | None = None,
) -> DocumentReading:
    """Read a stored document or pasted words for review; with neither, the newest version of ``revises``.

    The words are read in a limited child process. Raises ``DomainError`` where the document cannot be read
    or holds no words, and ``NotAllowed`` where the actor may not edit job profiles at the school.
    """
    require_editor(by=by, school_id=school_id)
    if revises is not None and revises.school_id != school_id:
        raise DomainError("other_school", "This job profile belongs to another school.")
    draft = _read(document, text, revises)
    return DocumentReading.objects.create(
        school_id=school_id,
        document=document,
        revises=revises,
        source_name=source_name[:200],
        created_at=now,
        created_by_id=by.acting_id,
        changed_at=now,
        **draft_to_json(draft),
    )


def read_upload(
    *, school_id: int, upload: Upload, by: Actor, now: datetime, revises: JobProfile | None = None
) -> DocumentReading:
    """Store a document and read it for review. One that cannot be read is not kept.

    Raises ``DomainError`` where the file is refused or cannot be read, ``NotAllowed`` as ``start_reading``.
    """
    require_editor(by=by, school_id=school_id)
    document = store_document(school_id=school_id, upload=upload, allowed=READABLE, by=by, now=now)
    try:
        return start_reading(
            school_id=school_id,
            by=by,
            now=now,
            source_name=document.original_name,
            document=document,
            revises=revises,
        )
    except DomainError:
        document.file.delete(save=False)
        document.delete()
        raise


def require_editor(*, by: Actor, school_id: int) -> None:
    """Raise ``NotAllowed`` unless the actor may edit job profiles at the school."""
    if not by.holds(Permission.EDIT_JOB_PROFILES, school_id):
        raise NotAllowed("not_permitted", "Your role at this school does not allow changing job profiles.")


def _read(document: Document | None, text: str | None, revises: JobProfile | None) -> Draft:
    if document is not None:
        stored = _read_document(document)
    elif text is not None:
        stored = run_limited(READ_TEXT, text)
    elif revises is not None:
        return draft_of_version(get_newest_version(revises))
    else:
        raise DomainError("nothing_to_read", "Choose a file, or paste the words of the document.")
    if not any(line["text"].strip() for line in stored["lines"]):
        raise DomainError(
            "no_words",
            "There are no words in this document; it may be a scan or a picture. Upload the Word document it "
            "was made from, or paste its words.",
        )
    return draft_from_json(stored)


def _read_document(document: Document) -> StoredDraft:
    """The child reads a copy on our own disk: the storage may be somewhere else."""
    with tempfile.TemporaryDirectory(prefix="reading-") as folder:
        path = Path(folder) / "document"
        with document.file.open("rb") as stored, path.open("wb") as copy:
            for chunk in stored.chunks():
                copy.write(chunk)
        return cast("StoredDraft", run_limited(READ_FILE, str(path), document.kind))


def start_revision(*, job_profile_id: int, by: Actor, now: datetime) -> DocumentReading:
    """The newest version's rows, open for the next version; the one already open where there is one."""
    profile = JobProfile.objects.select_related("school").get(pk=job_profile_id)
    require_editor(by=by, school_id=profile.school_id)
    with transaction.atomic():
        JobProfile.objects.select_for_update().get(pk=profile.pk)
        already = DocumentReading.objects.filter(revises=profile, status=ReadingStatus.OPEN, document=None)
        found = already.order_by("-changed_at", "-pk").first()
        if found is not None:
            return found
        version = get_newest_version(profile)
        return start_reading(
            school_id=profile.school_id,
            by=by,
            now=now,
            source_name=f"{version.title}, version {version.number}",
            revises=profile,
        )


def lock_open_reading(*, reading_id: int, by: Actor) -> DocumentReading:
    """The reading, locked for a change. Raises ``DomainError`` where it is closed or not the actor's."""
    reading = DocumentReading.objects.select_for_update().get(pk=reading_id)
    require_editor(by=by, school_id=reading.school_id)
    if reading.status != ReadingStatus.OPEN:
        word = "confirmed" if reading.status == ReadingStatus.CONFIRMED else "set aside"
        raise DomainError(
            "reading_closed", f"This document has already been {word}, so it cannot be changed."
        )
    return reading


@transaction.atomic
def edit_reading(
    *, reading_id: int, press: Press, by: Actor, now: datetime, seen_at: datetime | None = None
) -> ReadingEdit:
    """Keep what was typed and carry out the button that was pressed.

    What was typed is kept even where the action cannot be done; the answer then carries the error. Where the
    reading changed after ``seen_at``, somebody else (or another window) edits it too: what was typed is kept
    beside what was saved there, save where both changed the same, and the action is not carried out.
    """
    reading = lock_open_reading(reading_id=reading_id, by=by)
    is_stale = seen_at is not None and reading.changed_at > seen_at
    before = draft_of(reading)
    merged = merge_press(before, press)
    is_old = is_stale or bool(merged.clashes)
    edited = edit_draft(merged.draft, replace(merged.press, action="") if is_old else merged.press)
    if edited.draft != before:
        store_draft(reading=reading, draft=edited.draft, now=now)
    return _with_clashes(
        ReadingEdit(reading, edited.draft, edited.focus, edited.error, is_stale), press, merged
    )


def look_at_typed(*, reading: DocumentReading, press: Press) -> ReadingEdit:
    """What keeping a press would lead to, without keeping it: to be looked at once more before it is sent."""
    saved = draft_of(reading)
    merged = merge_press(saved, press)
    edited = edit_draft(merged.draft, replace(merged.press, action=""))
    return _with_clashes(ReadingEdit(reading, edited.draft, saved=saved), press, merged)


def _with_clashes(edit: ReadingEdit, press: Press, merged: Merged) -> ReadingEdit:
    return replace(
        edit,
        draft=show_typed(edit.draft, press, merged.clashes),
        clashes=merged.clashes,
        open_marks={clash.part: press.was[clash.part] for clash in merged.clashes},
    )


def store_draft(*, reading: DocumentReading, draft: Draft, now: datetime) -> None:
    """Write a draft into its reading."""
    stored = draft_to_json(draft)
    reading.profile, reading.rows, reading.undo_stack = (
        stored["profile"],
        stored["rows"],
        stored["undo_stack"],
    )
    reading.changed_at = now
    reading.save(update_fields=["profile", "rows", "undo_stack", "changed_at"])


@transaction.atomic
def discard_reading(*, reading_id: int, by: Actor, now: datetime) -> DocumentReading:
    """Set a reading aside without making a job profile of it; the document and its lines stay on record."""
    reading = lock_open_reading(reading_id=reading_id, by=by)
    reading.status = ReadingStatus.DISCARDED
    reading.changed_at = now
    reading.save(update_fields=["status", "changed_at"])
    return reading


@transaction.atomic
def take_up_reading(*, reading_id: int, press: Press, by: Actor, now: datetime) -> ReadingEdit:
    """Open what was set aside again, with what was typed on a page that had been open before.

    One that is open already stays so. Raises ``DomainError`` ``reading_closed`` where it was confirmed.
    """
    reading = DocumentReading.objects.select_for_update().get(pk=reading_id)
    require_editor(by=by, school_id=reading.school_id)
    if reading.status == ReadingStatus.DISCARDED:
        reading.status = ReadingStatus.OPEN
        reading.changed_at = now
        reading.save(update_fields=["status", "changed_at"])
    return edit_reading(reading_id=reading_id, press=replace(press, action=""), by=by, now=now)


@transaction.atomic
def carry_typed_over(*, reading_id: int, press: Press, by: Actor, now: datetime) -> ReadingEdit:
    """Keep what was typed into a document that was confirmed meanwhile in a draft of the next version.

    The rows of the draft have the keys they were confirmed with, so the marks of the old page tell what was
    typed; what reads otherwise there by now is a clash. Raises ``DomainError`` ``not_confirmed``.
    """
    reading = DocumentReading.objects.select_related("version").get(pk=reading_id)
    require_editor(by=by, school_id=reading.school_id)
    if reading.status != ReadingStatus.CONFIRMED:
        raise DomainError("not_confirmed", "This document is not confirmed: what you type here is kept here.")
    revision = start_revision(job_profile_id=reading.version.job_profile_id, by=by, now=now)
    kept = replace(press, action="", answers=None)
    return edit_reading(reading_id=revision.pk, press=kept, by=by, now=now)
