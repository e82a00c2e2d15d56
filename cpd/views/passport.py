"""The CPD passport of one person: their own to take along, and for the school's office to hand out."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.text import slugify

from core.domain.permissions import Permission
from core.views.base import PermittedView
from cpd.exports.passport import build_passport
from cpd.selectors.passport import get_passport, visible_passports
from recruitment.views.exports import pdf_response


class PassportView(PermittedView):
    """By the number of a post; somebody else's is not there."""

    permission = Permission.KEEP_OWN_RECORD

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        engagement = self.get_or_404(visible_passports(self.actor), pk=pk)
        passport = get_passport(engagement, today=timezone.localdate())
        pdf = build_passport(passport, now=timezone.now())
        return pdf_response(pdf, f"cpd-passport-{slugify(engagement.person.full_name)}")
