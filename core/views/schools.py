"""What a school says of itself on its public pages."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from core.domain.permissions import Permission
from core.forms import ContactForm
from core.models import School
from core.services.schools import set_contact
from core.views.base import PermittedView


class SchoolContactView(PermittedView):
    """How applicants reach the school, for those who run its vacancies."""

    permission = Permission.EDIT_VACANCIES

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        school = self.get_school(pk)
        initial = {
            "name": school.contact_name,
            "phone": school.contact_phone,
            "email": school.contact_email,
        }
        return self.show(request, school, ContactForm(initial=initial))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        school = self.get_school(pk)
        form = ContactForm(request.POST)
        if form.is_valid():
            set_contact(school_id=school.pk, **form.cleaned_data, by=self.actor, now=timezone.now())
            messages.success(request, "Saved. It stands on the public pages of every vacancy of this school.")
            return redirect("core:school-contact", pk=pk)
        return self.show(request, school, form, status=422)

    def get_school(self, pk: int) -> School:
        return self.get_or_404(School.objects.where(self.actor, Permission.EDIT_VACANCIES), pk=pk)

    def show(
        self, request: HttpRequest, school: School, form: ContactForm, status: int = 200
    ) -> HttpResponse:
        return render(request, "core/schools/contact.html", {"school": school, "form": form}, status=status)
