"""Doors of the ELSA ledger: the school's, one ELSA's, sessions, providers, certificates."""

from django.urls import path

from cpd.views import elsa, elsa_registration, supervision

urlpatterns = [
    path("elsa/", elsa.LedgerView.as_view(), name="elsa-ledger"),
    path("elsa/people/<int:pk>/", elsa.ElsaDetailView.as_view(), name="elsa-person"),
    path(
        "elsa/people/<int:pk>/registration/",
        elsa_registration.RegistrationView.as_view(),
        name="elsa-registration",
    ),
    path("elsa/people/<int:pk>/end/", elsa_registration.EndView.as_view(), name="elsa-end"),
    path("elsa/people/<int:pk>/attest/", elsa_registration.AttestView.as_view(), name="elsa-attest"),
    path("elsa/people/<int:pk>/sessions/add/", supervision.SessionAddView.as_view(), name="supervision-add"),
    path(
        "elsa/people/<int:pk>/training/<int:number>/",
        supervision.TrainingDayView.as_view(),
        name="elsa-training-day",
    ),
    path(
        "elsa/people/<int:pk>/caseload/<slug:half_term>/",
        supervision.CaseloadView.as_view(),
        name="elsa-caseload",
    ),
    path(
        "supervision-sessions/<int:pk>/",
        supervision.SessionCorrectView.as_view(),
        name="supervision-correct",
    ),
    path(
        "supervision-sessions/<int:pk>/withdraw/",
        supervision.SessionWithdrawView.as_view(),
        name="supervision-withdraw",
    ),
    path(
        "elsa-attestations/<int:pk>/certificate.pdf",
        elsa_registration.CertificateView.as_view(),
        name="elsa-certificate",
    ),
    path("elsa/providers/", elsa_registration.ProviderListView.as_view(), name="elsa-provider-list"),
    path(
        "elsa/schools/<int:school_id>/providers/add/",
        elsa_registration.ProviderAddView.as_view(),
        name="elsa-provider-add",
    ),
    path(
        "elsa-providers/<int:pk>/",
        elsa_registration.ProviderChangeView.as_view(),
        name="elsa-provider-change",
    ),
]
