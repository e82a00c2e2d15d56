"""Doors of appraisal: cycles, one appraisal with its reviews, objectives, policy and templates."""

from django.urls import path

from cpd.views import appraisal_acts, appraisal_cycles, appraisal_settings, appraisals, objectives, reviews

urlpatterns = [
    path("appraisals/", appraisals.AppraisalListView.as_view(), name="appraisal-list"),
    path("appraisals/cycles/", appraisal_cycles.CycleListView.as_view(), name="appraisal-cycle-list"),
    path("appraisals/cycles/add/", appraisal_cycles.CycleAddView.as_view(), name="appraisal-cycle-add"),
    path(
        "appraisals/cycles/<int:pk>/",
        appraisal_cycles.CycleDetailView.as_view(),
        name="appraisal-cycle-detail",
    ),
    path(
        "appraisals/cycles/<int:pk>/open/",
        appraisal_cycles.CycleOpenView.as_view(),
        name="appraisal-cycle-open",
    ),
    path(
        "appraisals/cycles/<int:pk>/moderation/",
        appraisal_cycles.ModerationView.as_view(),
        name="appraisal-moderation",
    ),
    path(
        "appraisals/templates/",
        appraisal_settings.TemplateListView.as_view(),
        name="appraisal-template-list",
    ),
    path(
        "appraisals/templates/add/",
        appraisal_settings.TemplateEditView.as_view(),
        name="appraisal-template-add",
    ),
    path(
        "appraisals/templates/<int:pk>/",
        appraisal_settings.TemplateEditView.as_view(),
        name="appraisal-template-edit",
    ),
    path(
        "appraisals/schools/<int:pk>/policy/",
        appraisal_settings.PolicyView.as_view(),
        name="appraisal-policy",
    ),
    path("appraisals/people/<int:pk>/", appraisals.PersonAppraisalsView.as_view(), name="appraisal-person"),
    path(
        "appraisals/people/<int:pk>/out/",
        appraisal_settings.ExclusionAddView.as_view(),
        name="appraisal-exclusion-add",
    ),
    path(
        "appraisals/exclusions/<int:pk>/end/",
        appraisal_settings.ExclusionEndView.as_view(),
        name="appraisal-exclusion-end",
    ),
    path("appraisals/<int:pk>/", appraisals.AppraisalDetailView.as_view(), name="appraisal-detail"),
    path("appraisals/<int:pk>/report.pdf", appraisals.AppraisalReportView.as_view(), name="appraisal-report"),
    path(
        "appraisals/<int:pk>/moves/<slug:event>/",
        appraisal_acts.AppraisalMoveView.as_view(),
        name="appraisal-move",
    ),
    path(
        "appraisals/<int:pk>/appraiser/",
        appraisal_acts.AppraiserChangeView.as_view(),
        name="appraisal-appraiser",
    ),
    path("appraisals/<int:pk>/sign/", appraisal_acts.SignView.as_view(), name="appraisal-sign"),
    path("appraisals/<int:pk>/appeal/", appraisal_acts.AppealView.as_view(), name="appraisal-appeal"),
    path(
        "appraisals/<int:pk>/appeal/decide/",
        appraisal_acts.AppealDecideView.as_view(),
        name="appraisal-appeal-decide",
    ),
    path("appraisals/<int:pk>/objectives/add/", objectives.ObjectiveAddView.as_view(), name="objective-add"),
    path("appraisals/<int:pk>/reviews/<slug:phase>/", reviews.ReviewEditView.as_view(), name="review-edit"),
    path(
        "appraisals/<int:pk>/reviews/<slug:phase>/autosave/",
        reviews.ReviewAutosaveView.as_view(),
        name="review-autosave",
    ),
    path("objectives/<int:pk>/", objectives.ObjectiveChangeView.as_view(), name="objective-edit"),
    path("objectives/<int:pk>/remove/", objectives.ObjectiveRemoveView.as_view(), name="objective-remove"),
    path("objectives/<int:pk>/evidence/", objectives.EvidenceAddView.as_view(), name="objective-evidence"),
    path("objectives/evidence/<int:pk>/file", objectives.EvidenceFileView.as_view(), name="objective-file"),
]
