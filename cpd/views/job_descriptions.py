"""The review of a job description with its postholder: planned, and held with both versions side by side."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from core.domain.permissions import Permission
from cpd.forms.job_descriptions import ConsultationForm, PlanReviewForm
from cpd.models import JobDescriptionReview
from cpd.selectors.job_descriptions import (
    compare,
    get_job_description,
    list_later_versions,
    list_versions_of_school,
)
from cpd.selectors.person_development import others_within_reach
from cpd.services.job_description_reviews import hold_job_description_review, plan_job_description_review
from cpd.views.person_development import PersonView


class JobDescriptionPlanView(PersonView):
    """By which job description somebody works, and when it is reviewed with them."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        engagement = self.get_other(pk)
        part = get_job_description(engagement)
        today = timezone.localdate()
        initial = {
            "version": str(part.version.pk) if part.version else "",
            "due_date": max(part.due_date, today) if part.due_date else None,
        }
        form = PlanReviewForm(versions=list_versions_of_school(engagement.school_id), initial=initial)
        return self.show_form(request, engagement, "job_description_plan", form)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        engagement = self.get_other(pk)
        form = PlanReviewForm(request.POST, versions=list_versions_of_school(engagement.school_id))
        if form.is_valid() and self.try_to(
            request,
            form,
            lambda: plan_job_description_review(
                engagement_id=pk,
                version_id=form.cleaned_data["version"],
                due_date=form.cleaned_data["due_date"],
                by=self.actor,
                now=timezone.now(),
            ),
            "The review is planned.",
        ):
            return self.back_to(pk)
        return self.show_form(request, engagement, "job_description_plan", form)


class JobDescriptionReviewView(PersonView):
    """Held: what the postholder said beside both versions, and the outcome."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        review = self.get_review(pk)
        versions = list_later_versions(review.version)
        initial = {"consulted_date": timezone.localdate()}
        return self.show_review(request, review, ConsultationForm(versions=versions, initial=initial))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        review = self.get_review(pk)
        form = ConsultationForm(request.POST, versions=list_later_versions(review.version))
        if form.is_valid() and self.try_to(
            request,
            form,
            lambda: hold_job_description_review(
                review_id=pk, consultation=form.consultation(), by=self.actor, now=timezone.now()
            ),
            "The review is recorded.",
        ):
            return self.back_to(review.engagement_id)
        return self.show_review(request, review, form)

    def show_review(
        self, request: HttpRequest, review: JobDescriptionReview, form: ConsultationForm
    ) -> HttpResponse:
        engagement = self.get_person(review.engagement_id)
        newest = next(iter(list_later_versions(review.version)), None)
        return self.show_form(
            request,
            engagement,
            "job_description_review",
            form,
            review=review,
            old=review.version,
            new=newest,
            changes=compare(review.version, newest) if newest else None,
            may_see_profiles=self.actor.holds(Permission.VIEW_JOB_PROFILES, engagement.school_id),
        )

    def get_review(self, pk: int) -> JobDescriptionReview:
        people = others_within_reach(self.actor, today=timezone.localdate())
        reviews = JobDescriptionReview.objects.filter(engagement__in=people, outcome="")
        return self.get_or_404(reviews.select_related("version"), pk=pk)
