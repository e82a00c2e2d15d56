"""A list of applicants out of a spreadsheet: read without keeping anything, then brought in whole or not."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import cast

from django.conf import settings
from django.db import transaction

from core.documents import guard, scanner
from core.documents.kinds import Kind
from core.documents.refusals import refuse
from core.documents.sandbox import run_limited
from core.domain.errors import DomainError, require
from core.domain.permissions import Actor, Permission, deny_role
from core.services.documents import Upload
from recruitment.domain.application_form import ApplicationData
from recruitment.enums import ApplicationChannel
from recruitment.models import Application, Vacancy
from recruitment.readers.application_list import ReadList
from recruitment.services.intake import open_intake

READ_LIST = "recruitment.readers.application_list:read_list"
ALLOWED = frozenset({Kind.XLSX})


@dataclass(frozen=True, slots=True)
class ImportRow:
    """Somebody on the list. ``line`` is where they stand in the sheet, to name them in an error."""

    line: str
    data: ApplicationData
    received_at: datetime


def read_application_list(*, vacancy: Vacancy, upload: Upload, by: Actor) -> ReadList:
    """What a workbook holds, to be shown and corrected. Neither the file nor what is in it is stored.

    Raises ``DomainError`` where the file is refused or has no list in it.
    """
    require(deny_role(by, Permission.ENTER_APPLICATIONS, vacancy.school_id))
    if (upload.size or 0) > guard.UPLOAD_BYTES:
        raise refuse("file_too_big")
    with tempfile.TemporaryDirectory(prefix="list-") as folder:
        path = Path(folder) / "upload.xlsx"
        with path.open("wb") as file:
            for chunk in upload.chunks():
                file.write(chunk)
        guard.identify(path, allowed=ALLOWED)
        scanner.scan(path, address=settings.CLAMD_ADDRESS)
        guard.inspect(path, name=upload.name or "", allowed=ALLOWED)
        return cast("ReadList", run_limited(READ_LIST, str(path)))


@transaction.atomic
def import_applications(
    *, vacancy: Vacancy, rows: Sequence[ImportRow], by: Actor, now: datetime
) -> list[Application]:
    """Record every row as an application, in the order of the list; where one cannot be, none is.

    Raises ``DomainError`` that names the line.
    """
    intake = open_intake(vacancy=vacancy, channel=ApplicationChannel.SPREADSHEET, by=by, now=now)
    received = []
    for row in rows:
        try:
            received.append(intake.receive(row.data, received_at=row.received_at))
        except DomainError as error:
            raise DomainError(error.code, f"Line {row.line}: {error.message}", error.field) from error
    return received
