"""Courses of a school: how often, of whom, and courses of its own."""

from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from core.domain.permissions import Permission
from core.models import School
from core.views.base import PermittedView
from core.views.faults import faults_on
from cpd.forms.training import CourseForm, PolicyForm, ReasonForm, RequirementForm, first_values
from cpd.models import Course, TrainingRequirement
from cpd.selectors.courses import (
    CourseLine,
    get_course_line,
    list_course_groups,
    list_courses,
    list_people_at,
    whom_in_words,
)
from cpd.services.courses import add_course, ask_for_training, end_requirement, set_course_policy


class CourseRulesView(PermittedView):
    """What pages share on which a school decides about courses."""

    permission = Permission.EDIT_DEVELOPMENT_RULES

    def get_school(self, pk: int) -> School:
        return self.get_or_404(School.objects.where(self.actor, Permission.EDIT_DEVELOPMENT_RULES), pk=pk)

    def sees_people(self, school_id: int) -> bool:
        """A trust administrator sets rules for groups, and is shown nobody by name."""
        return self.actor.holds(Permission.VIEW_DEVELOPMENT, school_id)


class CourseListView(CourseRulesView):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        school, sees_people = self.get_school(pk), self.sees_people(pk)
        groups = list_course_groups(pk, today=timezone.localdate(), with_names=sees_people)
        context = {"school": school, "groups": groups, "sees_people": sees_people}
        return render(request, "cpd/training/courses.html", context)


class CoursePolicyView(CourseRulesView):
    def get(self, request: HttpRequest, pk: int, course_id: int) -> HttpResponse:
        school, course = self.get_course(pk, course_id)
        line = self.get_line(school, course)
        first = {"renewal_months": line.policy.renewal_months} if line.policy else {}
        return self.show(request, school, course, PolicyForm(initial=first))

    def post(self, request: HttpRequest, pk: int, course_id: int) -> HttpResponse:
        school, course = self.get_course(pk, course_id)
        form = PolicyForm(request.POST)
        if form.is_valid():
            with faults_on(form):
                set_course_policy(
                    school_id=pk,
                    course_id=course_id,
                    **form.cleaned_data,
                    by=self.actor,
                    now=timezone.now(),
                )
                messages.success(request, f"How often {course.name} is renewed is decided.")
                return redirect("cpd:course-list", pk=pk)
        return self.show(request, school, course, form, status=422)

    def get_line(self, school: School, course: Course) -> CourseLine:
        with_names = self.sees_people(school.pk)
        return get_course_line(school.pk, course, today=timezone.localdate(), with_names=with_names)

    def get_course(self, pk: int, course_id: int) -> tuple[School, Course]:
        school = self.get_school(pk)
        return school, self.get_or_404(Course.objects.known_at([pk]), pk=course_id)

    def show(
        self, request: HttpRequest, school: School, course: Course, form: PolicyForm, status: int = 200
    ) -> HttpResponse:
        context = {
            "school": school,
            "course": course,
            "line": self.get_line(school, course),
            "form": form,
        }
        return render(request, "cpd/training/policy.html", context, status=status)


class CourseAddView(CourseRulesView):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.show(request, self.get_school(pk), CourseForm())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        school, form = self.get_school(pk), CourseForm(request.POST)
        if form.is_valid():
            with faults_on(form):
                course = add_course(school_id=pk, **form.cleaned_data, by=self.actor, now=timezone.now())
                messages.success(request, f"{course.name} is one of the school's courses.")
                return redirect("cpd:course-list", pk=pk)
        return self.show(request, school, form, status=422)

    def show(self, request: HttpRequest, school: School, form: CourseForm, status: int = 200) -> HttpResponse:
        return render(
            request, "cpd/training/course_add.html", {"school": school, "form": form}, status=status
        )


class RequirementAddView(CourseRulesView):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        first = first_values(timezone.localdate()) | {"course": request.GET.get("course")}
        return self.show(request, self.get_school(pk), self.form(pk, initial=first))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        school, form = self.get_school(pk), self.form(pk, request.POST)
        if form.is_valid():
            with faults_on(form):
                asked = ask_for_training(
                    school_id=pk, requirement=form.requirement(), by=self.actor, now=timezone.now()
                )
                messages.success(request, f"{asked.course.name} is asked of: {whom_in_words(asked)}.")
                return redirect("cpd:course-list", pk=pk)
        return self.show(request, school, form, status=422)

    def form(self, pk: int, *args: Any, **kwargs: Any) -> RequirementForm:
        today = timezone.localdate()
        return RequirementForm(
            *args,
            courses=list_courses(pk, today=today),
            people=list_people_at(pk, today=today) if self.sees_people(pk) else None,
            **kwargs,
        )

    def show(
        self, request: HttpRequest, school: School, form: RequirementForm, status: int = 200
    ) -> HttpResponse:
        context = {"school": school, "form": form}
        return render(request, "cpd/training/requirement_add.html", context, status=status)


class RequirementEndView(CourseRulesView):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.show(request, self.get_requirement(pk), ReasonForm())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        asked, form = self.get_requirement(pk), ReasonForm(request.POST)
        if form.is_valid():
            with faults_on(form):
                end_requirement(
                    requirement_id=pk,
                    reason=form.cleaned_data["reason"],
                    by=self.actor,
                    now=timezone.now(),
                )
                messages.success(request, f"{asked.course.name} is asked of them no more.")
                return redirect("cpd:course-list", pk=asked.school_id)
        return self.show(request, asked, form, status=422)

    def get_requirement(self, pk: int) -> TrainingRequirement:
        schools = self.actor.schools_with(Permission.EDIT_DEVELOPMENT_RULES)
        seen = Q(engagement=None) | Q(school_id__in=self.actor.schools_with(Permission.VIEW_DEVELOPMENT))
        asked = TrainingRequirement.objects.filter(seen, school_id__in=schools, valid_until=None)
        return self.get_or_404(asked.select_related("course", "school", "engagement__person"), pk=pk)

    def show(
        self, request: HttpRequest, asked: TrainingRequirement, form: ReasonForm, status: int = 200
    ) -> HttpResponse:
        context = {"asked": asked, "whom": whom_in_words(asked), "form": form}
        return render(request, "cpd/training/requirement_end.html", context, status=status)
