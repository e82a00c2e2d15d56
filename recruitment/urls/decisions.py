"""From the shortlist to the appointment: decisions, references, certificates, offers."""

from django.urls import path

from recruitment.views import decisions, evidence, offers

urlpatterns = [
    path("vacancies/<int:pk>/<str:kind>/decide/", decisions.StageDecideView.as_view(), name="stage-decide"),
    path(
        "vacancies/<int:pk>/<str:kind>/guaranteed-limit/",
        decisions.GuaranteedLimitView.as_view(),
        name="stage-guaranteed-limit",
    ),
    path("applications/<int:pk>/evidence/", evidence.EvidenceView.as_view(), name="application-evidence"),
    path(
        "applications/<int:pk>/references/<int:referee_pk>/<str:step>/",
        evidence.ReferenceStepView.as_view(),
        name="reference-step",
    ),
    path(
        "applications/<int:pk>/references/<int:referee_pk>/file",
        evidence.ReferenceFileView.as_view(),
        name="reference-file",
    ),
    path(
        "applications/<int:pk>/certificates/<int:criterion_pk>/",
        evidence.CertificateView.as_view(),
        name="certificate-record",
    ),
    path("applications/<int:pk>/offer/", offers.OfferCreateView.as_view(), name="offer-create"),
    path("offers/<int:pk>/", offers.OfferDetailView.as_view(), name="offer-detail"),
    path("offers/<int:pk>/answer/", offers.OfferAnswerView.as_view(), name="offer-answer"),
    path("offers/<int:pk>/reopen/", offers.OfferReopenView.as_view(), name="offer-reopen"),
    path(
        "offers/<int:pk>/conditions/<int:condition_pk>/",
        offers.ConditionSettleView.as_view(),
        name="condition-settle",
    ),
]
