"""Handing out a stored file: to be saved, never to be shown or run by the browser."""

from django.http import FileResponse, Http404, HttpResponseBase
from django.utils.csp import CSP

from core.documents.filenames import clean_filename
from core.documents.kinds import CONTENT_TYPES, Kind
from core.models import Document

CONTENT_POLICY = "sandbox; default-src 'none'; frame-ancestors 'none'"


def document_response(document: Document) -> HttpResponseBase:
    """The file as an attachment under its cleaned name. Who may have it is the caller's to ask."""
    kind = Kind(document.kind)
    try:
        file = document.file.open("rb")
    except FileNotFoundError as error:
        raise Http404("The file of this document is no longer there.") from error
    response = FileResponse(
        file,
        as_attachment=True,
        filename=clean_filename(document.original_name, kind),
        content_type=CONTENT_TYPES[kind],
    )
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers[str(CSP.HEADER_ENFORCE)] = CONTENT_POLICY
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    response.headers["Cache-Control"] = "private, no-store"
    return response
