"""Doors of development at large: people, their managers, needs, induction, probation, job description."""

from django.urls import path

from cpd.views import (
    development,
    induction,
    job_descriptions,
    line_managers,
    needs,
    person_development,
    settings,
)

urlpatterns = [
    path("development/", development.DevelopmentView.as_view(), name="development"),
    path("development/settings/", settings.SettingsView.as_view(), name="development-settings"),
    path("development/line-managers/", line_managers.LineManagersView.as_view(), name="line-managers"),
    path(
        "development/line-management/<int:pk>/end/",
        line_managers.LineManagementEndView.as_view(),
        name="line-management-end",
    ),
    path(
        "development/people/<int:pk>/",
        person_development.PersonDevelopmentView.as_view(),
        name="person-development",
    ),
    path("development/people/<int:pk>/propose/", needs.NeedsProposeView.as_view(), name="needs-propose"),
    path("development/people/<int:pk>/needs/add/", needs.NeedAddView.as_view(), name="need-add"),
    path("development/needs/<int:pk>/accept/", needs.NeedAcceptView.as_view(), name="need-accept"),
    path("development/needs/<int:pk>/appraisal/", needs.NeedCarryView.as_view(), name="need-carry"),
    path("development/needs/<int:pk>/plan/", needs.NeedPlanView.as_view(), name="need-plan"),
    path("development/needs/<int:pk>/meet/", needs.NeedMeetView.as_view(), name="need-meet"),
    path("development/needs/<int:pk>/drop/", needs.NeedDropView.as_view(), name="need-drop"),
    path("development/steps/<int:pk>/done/", needs.StepDoneView.as_view(), name="step-done"),
    path(
        "development/induction/",
        induction.InductionTemplateListView.as_view(),
        name="induction-template-list",
    ),
    path(
        "development/induction/<int:school_id>/<slug:kind>/",
        induction.InductionTemplateView.as_view(),
        name="induction-template",
    ),
    path(
        "development/people/<int:pk>/induction/begin/",
        induction.InductionBeginView.as_view(),
        name="induction-begin",
    ),
    path(
        "development/induction-items/<int:pk>/", induction.InductionItemView.as_view(), name="induction-item"
    ),
    path(
        "development/induction-items/<int:pk>/reopen/",
        induction.InductionItemReopenView.as_view(),
        name="induction-item-reopen",
    ),
    path(
        "development/probation-reviews/<int:pk>/",
        induction.ProbationReviewView.as_view(),
        name="probation-review",
    ),
    path(
        "development/probations/<int:pk>/decide/",
        induction.ProbationDecideView.as_view(),
        name="probation-decide",
    ),
    path(
        "development/people/<int:pk>/job-description/",
        job_descriptions.JobDescriptionPlanView.as_view(),
        name="job-description-plan",
    ),
    path(
        "development/job-description-reviews/<int:pk>/",
        job_descriptions.JobDescriptionReviewView.as_view(),
        name="job-description-review",
    ),
]
