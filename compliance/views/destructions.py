"""Destructions: what was proposed, exactly what goes, confirmed by a second person, kept as a record."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from compliance.domain.reminder_rules import DESTRUCTIONS
from compliance.enums import DestructionStatus
from compliance.models import DestructionBatch
from compliance.selectors.holds import list_destructions
from compliance.selectors.policy import get_months_at
from compliance.selectors.retention import months_by_policy
from compliance.services.retention import (
    cancel_destruction,
    confirm_destruction,
    deny_confirmation,
    preview_destruction,
)
from core.domain.errors import DomainError, NotAllowed
from core.domain.permissions import Permission
from core.domain.retention import PERIODS, Record
from core.views.base import PermittedView

ROWS_A_PAGE = 50


class DestructionView(PermittedView):
    """What the pages of destructions share."""

    permission = Permission.MANAGE_RETENTION

    def get_batch(self, pk: int) -> DestructionBatch:
        return self.get_or_404(list_destructions(self.actor), pk=pk)

    def months_by_policy(self, record: Record, batch: DestructionBatch) -> int | None:
        """By the policy of now; of what is settled by the one that held then."""
        if batch.settled_at is None:
            return months_by_policy(record, batch.school)
        return get_months_at(record, school_id=batch.school_id, at=batch.settled_at)

    def show(
        self,
        request: HttpRequest,
        batch: DestructionBatch,
        *,
        error: DomainError | None = None,
        status: int = 200,
    ) -> HttpResponse:
        is_open = batch.status == DestructionStatus.PROPOSED
        record = Record(batch.kind)
        context = {
            "batch": batch,
            "rule": DESTRUCTIONS[record],
            "period": PERIODS[record],
            "kept_months": PERIODS[record].under_policy(self.months_by_policy(record, batch)),
            "error": error,
        }
        if is_open:
            context |= {
                "preview": preview_destruction(batch=batch, today=timezone.localdate()),
                "denial": deny_confirmation(batch=batch, by=self.actor),
            }
        else:
            context["items"] = list(batch.items.order_by("destroy_after", "pk"))
        template = "preview" if is_open else "record"
        return render(request, f"compliance/retention/{template}.html", context, status=status)


class DestructionListView(DestructionView):
    def get(self, request: HttpRequest) -> HttpResponse:
        batches = Paginator(list_destructions(self.actor), ROWS_A_PAGE)
        context = {"page": batches.get_page(request.GET.get("page"))}
        return render(request, "compliance/retention/destructions.html", context)


class DestructionDetailView(DestructionView):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.show(request, self.get_batch(pk))


class DestructionConfirmView(DestructionView):
    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        batch = self.get_batch(pk)
        try:
            confirm_destruction(
                batch_id=batch.pk, by=self.actor, today=timezone.localdate(), now=timezone.now()
            )
        except NotAllowed:
            raise
        except DomainError as error:
            return self.show(request, batch, error=error, status=422)
        messages.success(request, "Destroyed. This page is the record of it.")
        return redirect("compliance:destruction-detail", pk=pk)


class DestructionCancelView(DestructionView):
    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        batch = self.get_batch(pk)
        cancel_destruction(batch_id=batch.pk, by=self.actor, now=timezone.now())
        messages.success(request, "Cancelled. Nothing was destroyed.")
        return redirect("compliance:retention-list")
