"""Taking a confirmed version along: as Word in the school's layout or ours, as Excel, JSON or a form."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.contrib import messages
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from core.domain.permissions import Permission
from core.views.base import PermittedView
from recruitment.domain.form_terms import FormTerms
from recruitment.domain.written_specification import WrittenSpecification, as_json
from recruitment.exports.specification.document import build_document
from recruitment.exports.specification.forms import build_score_form, build_statement_form
from recruitment.exports.specification.own_document import Unsaid, build_own_document
from recruitment.exports.specification.workbook import build_workbook
from recruitment.models import JobProfileVersion
from recruitment.selectors.job_profiles import version_pages
from recruitment.selectors.written import OwnSource, find_own_source, form_terms_of, written_version
from recruitment.views.exports import XLSX, as_attachment

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
NOT_REWRITTEN = (
    "“{name}” cannot be written anew, because {reason} Take the Word document in our layout instead, or copy "
    "its rows into yours."
)
KEPT_SECONDS = 24 * 60 * 60


def build_json(written: WrittenSpecification) -> bytes:
    return json.dumps(as_json(written), ensure_ascii=False, indent=2).encode("utf-8")


@dataclass(frozen=True, slots=True)
class FileKind:
    """One kind of file that a version can be taken along as; a form also says how the panel scores."""

    title: str
    hint: str
    ending: str
    content_type: str
    build: Callable[..., bytes]
    icon: str
    is_form: bool = False

    def content(self, written: WrittenSpecification, terms: FormTerms) -> bytes:
        return self.build(written, terms) if self.is_form else self.build(written)


FILES: Mapping[str, FileKind] = {
    "word": FileKind(
        "Word document in our layout",
        "The post, its duties and the person specification, with its key. Appoint reads it back as it is.",
        "docx",
        DOCX,
        build_document,
        "file-earmark-word",
    ),
    "excel": FileKind(
        "Excel workbook",
        "One row for each criterion, with marks and letters; the post and its duties on sheets of their own. "
        "Appoint reads it back as it is, also with cells changed and rows added or sorted.",
        "xlsx",
        XLSX,
        build_workbook,
        "file-earmark-excel",
    ),
    "json": FileKind(
        "JSON for other systems",
        "In the shape in which Appoint prints what it reads.",
        "json",
        "application/json",
        build_json,
        "file-earmark-text",
    ),
    "score-form": FileKind(
        "Blank score form",
        "For a panel that scores by pen: each scored criterion with room for points and a note.",
        "docx",
        DOCX,
        build_score_form,
        "card-checklist",
        is_form=True,
    ),
    "statement-form": FileKind(
        "Blank supporting statement",
        "For candidates: a box under each criterion that the application form is to show.",
        "docx",
        DOCX,
        build_statement_form,
        "chat-left-text",
        is_form=True,
    ),
}


@dataclass(frozen=True, slots=True)
class OwnLayout:
    """Whether the school's document can be written anew; ``words`` say in which layout, or why not."""

    source: OwnSource
    is_possible: bool
    words: str
    unsaid: tuple[Unsaid, ...]

    @property
    def name(self) -> str:
        return self.source.document.original_name


def own_layout_of(version: JobProfileVersion) -> OwnLayout | None:
    """Tried once: neither a confirmed version nor a document that was uploaded ever changes."""
    source = find_own_source(version)
    if source is None:
        return None
    key = f"own-layout-2-{version.pk}-{source.document.pk}"
    known: tuple[bool, str, tuple[Unsaid, ...]] | None = cache.get(key)
    if known is None:
        own = build_own_document(source.document, written_version(version))
        known = own.content is not None, own.words, own.unsaid
        cache.set(key, known, KEPT_SECONDS)
    return OwnLayout(source, *known)


class VersionFilesView(PermittedView):
    """What a version can be taken along as."""

    permission = Permission.VIEW_JOB_PROFILES

    def get(self, request: HttpRequest, pk: int, number: int) -> HttpResponse:
        version = self.get_version(pk, number)
        context = {
            "version": version,
            "version_name": f"Version {version.number}",
            "caption": f"{version.title}, version {version.number}",
            "files": FILES,
            "own": own_layout_of(version),
        }
        return render(request, "recruitment/job_profiles/files.html", context)

    def get_version(self, pk: int, number: int) -> JobProfileVersion:
        return self.get_or_404(version_pages(self.actor), job_profile_id=pk, number=number)


class VersionFileView(VersionFilesView):
    def get(self, request: HttpRequest, pk: int, number: int, kind: str = "") -> HttpResponse:
        version = self.get_version(pk, number)
        if kind not in FILES:
            raise Http404
        file, written = FILES[kind], written_version(version)
        content = HttpResponse(
            file.content(written, form_terms_of(version, self.actor)), content_type=file.content_type
        )
        name = written.name if kind == "word" else f"{written.name} {file.title}"
        return as_attachment(content, name, file.ending)


class VersionOwnLayoutView(VersionFilesView):
    """The school's own document with its table rewritten, or why there is none."""

    def get(self, request: HttpRequest, pk: int, number: int) -> HttpResponse:
        version = self.get_version(pk, number)
        source = find_own_source(version)
        if source is None:
            raise Http404
        written = written_version(version)
        own = build_own_document(source.document, written)
        if own.content is None:
            name = source.document.original_name
            messages.error(request, NOT_REWRITTEN.format(name=name, reason=own.words))
            return redirect("recruitment:job-profile-files", pk=pk, number=number)
        return as_attachment(
            HttpResponse(own.content, content_type=DOCX), f"{written.name} own layout", "docx"
        )
