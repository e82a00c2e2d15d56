"""Doors of recruitment, in the order of the work: document, vacancy, applications, scores, decision."""

from recruitment.urls import applications, decisions, exports, job_profiles, public, scoring, vacancies

app_name = "recruitment"

urlpatterns = [
    *job_profiles.urlpatterns,
    *vacancies.urlpatterns,
    *applications.urlpatterns,
    *scoring.urlpatterns,
    *decisions.urlpatterns,
    *exports.urlpatterns,
    *public.urlpatterns,
]
