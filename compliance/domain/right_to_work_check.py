"""A check of somebody's right to work as it was made: what was looked at, how and when."""

from dataclasses import dataclass
from datetime import date

from compliance.domain.right_to_work_documents import (
    CLIPPED_REFUSED_FROM,
    DOCUMENTS,
    DocumentId,
    DocumentList,
    RightToWorkDocument,
    Route,
)
from core.domain.dates import add_months

VERIFICATION_MONTHS = 6


@dataclass(frozen=True, slots=True)
class RightToWorkCheck:
    """The facts of a check; None is not known, and never no.

    ``permission_end`` is the last day of limited permission, and of a vignette. ``pvn_date`` is the date
    of the Positive Verification Notice of the Employer Checking Service.
    """

    document_id: DocumentId | None = None
    document_expiry: date | None = None
    route: Route | None = None
    original_seen: bool | None = None
    clipped: bool | None = None
    checked_date: date | None = None
    start_date: date | None = None
    permission_end: date | None = None
    pvn_date: date | None = None
    share_code: str | None = None
    share_code_created: date | None = None

    @property
    def document(self) -> RightToWorkDocument | None:
        return DOCUMENTS[self.document_id] if self.document_id else None

    @property
    def list(self) -> DocumentList | None:
        return self.document.list if self.document else None

    @property
    def made_on(self) -> date | None:
        """The day the check was complete: where it rests on a verification notice, not before that came."""
        if self.list == DocumentList.B2 and self.pvn_date:
            return max(self.pvn_date, self.checked_date or self.pvn_date)
        return self.checked_date

    @property
    def excuse_from(self) -> date | None:
        """The start, or the check where there is no start."""
        return self.start_date or self.made_on

    @property
    def limit(self) -> date | None:
        """The last day a check of list B carries, by the close of which it is followed up; None without one.

        Months of a notice are counted from its date: 31 August gives 28 February.
        """
        if self.list == DocumentList.B1:
            return self.permission_end
        if self.list == DocumentList.B2 and self.pvn_date:
            return add_months(self.pvn_date, VERIFICATION_MONTHS)
        return None

    def is_refused_as_clipped(self, on: date) -> bool:
        """Whether a cut corner takes the document off its list, for a check on that day."""
        if self.document is None or not self.document.refused_when_clipped:
            return False
        return self.clipped is True and on >= CLIPPED_REFUSED_FROM
