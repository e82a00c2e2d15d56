"""Recruitment over HTTP: the same selectors and services as the pages, the same rights."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.generics import ListAPIView, RetrieveAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from core.api.views import PermittedAPIView
from core.domain.numbers import number_in
from core.domain.permissions import Permission
from recruitment.api.serializers import (
    ApplicationDetailSerializer,
    ApplicationSerializer,
    JobProfileDetailSerializer,
    JobProfileSerializer,
    OwnCandidateSerializer,
    OwnSheetSerializer,
    RankingSerializer,
    VacancyDetailSerializer,
    VacancySerializer,
)
from recruitment.domain.sheets import Answer
from recruitment.enums import StageKind
from recruitment.models import Application, JobProfile, Stage, Vacancy
from recruitment.selectors.api import (
    list_applications,
    list_job_profiles,
    list_vacancies,
    with_criteria_and_stages,
    with_evidence,
    with_versions,
)
from recruitment.selectors.my_panels import list_candidates, my_stages
from recruitment.selectors.ranking import PAGE_SIZE, list_ranked
from recruitment.selectors.sheets import SheetPage, get_sheet
from recruitment.selectors.stages import list_applications_of, stages_visible_to
from recruitment.services.scoring import save_scores, submit_sheet


class JobProfileListView(PermittedAPIView, ListAPIView[JobProfile]):
    permission = Permission.VIEW_JOB_PROFILES
    serializer_class = JobProfileSerializer

    def get_queryset(self) -> QuerySet[JobProfile]:
        return list_job_profiles(self.actor)


class JobProfileView(PermittedAPIView, RetrieveAPIView[JobProfile]):
    permission = Permission.VIEW_JOB_PROFILES
    serializer_class = JobProfileDetailSerializer

    def get_queryset(self) -> QuerySet[JobProfile]:
        return with_versions(list_job_profiles(self.actor))


class VacancyListView(PermittedAPIView, ListAPIView[Vacancy]):
    permission = Permission.VIEW_VACANCIES
    serializer_class = VacancySerializer
    filterset_fields = ("status",)

    def get_queryset(self) -> QuerySet[Vacancy]:
        return list_vacancies(self.actor)


class VacancyView(PermittedAPIView, RetrieveAPIView[Vacancy]):
    permission = Permission.VIEW_VACANCIES
    serializer_class = VacancyDetailSerializer

    def get_queryset(self) -> QuerySet[Vacancy]:
        return with_criteria_and_stages(list_vacancies(self.actor))


class ApplicationListView(PermittedAPIView, ListAPIView[Application]):
    permission = Permission.VIEW_APPLICANTS
    serializer_class = ApplicationSerializer
    filterset_fields = ("vacancy", "status")

    def get_queryset(self) -> QuerySet[Application]:
        return list_applications(self.actor)


class ApplicationView(PermittedAPIView, RetrieveAPIView[Application]):
    permission = Permission.VIEW_APPLICANTS
    serializer_class = ApplicationDetailSerializer

    def get_queryset(self) -> QuerySet[Application]:
        return with_evidence(list_applications(self.actor))


class RankingView(PermittedAPIView):
    """Candidates of an opened stage in their order, by code. 409 while scores are sealed."""

    permission = Permission.VIEW_SCORES
    serializer_class = RankingSerializer
    queryset = Stage.objects.none()

    @extend_schema(
        summary="The ranking of an opened stage",
        parameters=[
            OpenApiParameter("kind", str, OpenApiParameter.PATH, enum=StageKind.values),
            OpenApiParameter("page", int, description=f"Page of {PAGE_SIZE} candidates"),
        ],
    )
    def get(self, request: Request, pk: int, kind: str) -> Response:
        stage = get_object_or_404(stages_visible_to(self.actor), vacancy=pk, kind=kind)
        self.require_at(stage.vacancy.school_id)
        page = number_in(request.query_params.get("page", "")) or 1
        return Response(self.get_serializer(list_ranked(stage, page=page)).data)


class OwnStageView(PermittedAPIView):
    """What endpoints for a panel member's own sheets share: a stage on whose panel the actor sits."""

    permission = Permission.SCORE_APPLICATIONS
    queryset = Stage.objects.none()

    def get_stage(self, stage_id: int) -> Stage:
        stage = get_object_or_404(my_stages(self.actor), pk=stage_id)
        self.require_at(stage.vacancy.school_id)
        return stage

    def get_page(self, stage: Stage, code: str) -> SheetPage:
        assert self.actor.user_id is not None  # noqa: S101 (the permission asks for somebody signed in)
        page = get_sheet(stage, code, user_id=self.actor.user_id, today=timezone.localdate())
        if page is None:
            raise Http404
        return page

    def find_application_id(self, stage: Stage, code: str) -> int:
        return get_object_or_404(list_applications_of(stage), code=code).pk

    def represent(self, page: SheetPage) -> dict[str, Any]:
        return {
            "stage": page.stage.pk,
            "code": page.code,
            "status": page.sheet.status if page.sheet else "not_begun",
            "version": page.sheet.version if page.sheet else 1,
            "scores": [
                {
                    "criterion": row.criterion.pk,
                    "points": row.points,
                    "cannot_tell": row.cannot_tell,
                    "note": row.note,
                }
                for row in page.criteria
            ],
        }


class OwnCandidateListView(OwnStageView):
    """My candidates at a stage by code, with the state of my own sheet."""

    serializer_class = OwnCandidateSerializer

    @extend_schema(summary="My candidates at a stage", responses=OwnCandidateSerializer(many=True))
    def get(self, request: Request, stage_id: int) -> Response:
        assert self.actor.user_id is not None  # noqa: S101 (the permission asks for somebody signed in)
        found = list_candidates(self.get_stage(stage_id), self.actor.user_id)
        return Response([{"code": row.code, "status": row.state} for row in found.rows])


class OwnSheetView(OwnStageView):
    """My own sheet for one candidate. Nobody else's is reachable here, sealed or not."""

    serializer_class = OwnSheetSerializer

    @extend_schema(summary="My sheet for a candidate")
    def get(self, request: Request, stage_id: int, code: str) -> Response:
        return Response(self.represent(self.get_page(self.get_stage(stage_id), code)))

    @extend_schema(summary="Save scores on my sheet; criteria left out stay as they are")
    def put(self, request: Request, stage_id: int, code: str) -> Response:
        stage = self.get_stage(stage_id)
        given = self.get_serializer(data=request.data)
        given.is_valid(raise_exception=True)
        answers = [
            Answer(row["criterion"], row["points"], row["cannot_tell"], row["note"])
            for row in given.validated_data["scores"]
        ]
        save_scores(
            stage_id=stage.pk,
            application_id=self.find_application_id(stage, code),
            answers=answers,
            by=self.actor,
            now=timezone.now(),
        )
        return Response(self.represent(self.get_page(stage, code)))


class OwnSheetSubmitView(OwnStageView):
    """Submit my sheet for good."""

    serializer_class = OwnSheetSerializer

    @extend_schema(summary="Submit my sheet", request=None)
    def post(self, request: Request, stage_id: int, code: str) -> Response:
        stage = self.get_stage(stage_id)
        submit_sheet(
            stage_id=stage.pk,
            application_id=self.find_application_id(stage, code),
            by=self.actor,
            now=timezone.now(),
        )
        return Response(self.represent(self.get_page(stage, code)))
