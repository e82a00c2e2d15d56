"""Training over HTTP: the same selectors and services as the pages, the same rights."""

from datetime import date

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import status
from rest_framework.generics import ListAPIView, RetrieveAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from core.api.views import PermittedAPIView
from core.domain.dates import parse_day
from core.domain.facts import invalid
from core.domain.permissions import Permission
from core.models import School
from cpd.api.training_serializers import (
    CourseSerializer,
    TrainingEntrySerializer,
    TrainingMatrixSerializer,
    TrainingSerializer,
)
from cpd.models import Course, Training
from cpd.selectors.reach import within_reach
from cpd.selectors.training import get_matrix_for, list_training, schools_in_reach
from cpd.services.training import record_training


class CourseListView(PermittedAPIView, ListAPIView[Course]):
    """The courses there are rules for, and those that the caller's schools have added."""

    permission = Permission.KEEP_OWN_RECORD
    serializer_class = CourseSerializer

    def get_queryset(self) -> QuerySet[Course]:
        schools = self.actor.schools_with(Permission.KEEP_OWN_RECORD)
        return Course.objects.known_at(schools).order_by("name", "pk")


class TrainingListView(PermittedAPIView, ListAPIView[Training]):
    """Records of people within reach, withdrawn ones too; a new one is posted, none is ever changed."""

    permission = Permission.KEEP_OWN_RECORD
    serializer_class = TrainingSerializer
    filterset_fields = ("school", "person", "course")

    def get_queryset(self) -> QuerySet[Training]:
        return list_training(self.actor, today=timezone.localdate())

    @extend_schema(
        summary="Write down training", request=TrainingEntrySerializer, responses={201: TrainingSerializer}
    )
    def post(self, request: Request) -> Response:
        given = TrainingEntrySerializer(data=request.data)
        given.is_valid(raise_exception=True)
        reach = within_reach(self.actor, today=timezone.localdate())
        engagement = get_object_or_404(reach, pk=given.validated_data["engagement"])
        self.require_at(engagement.school_id, Permission.RECORD_DEVELOPMENT)
        training = record_training(
            engagement_id=engagement.pk, entry=given.as_entry(), by=self.actor, now=timezone.now()
        )
        stored = self.get_queryset().get(pk=training.pk)
        return Response(TrainingSerializer(stored).data, status=status.HTTP_201_CREATED)


class TrainingView(PermittedAPIView, RetrieveAPIView[Training]):
    permission = Permission.KEEP_OWN_RECORD
    serializer_class = TrainingSerializer

    def get_queryset(self) -> QuerySet[Training]:
        return list_training(self.actor, today=timezone.localdate())


class TrainingMatrixView(PermittedAPIView):
    """People by training at a school, as far as the caller may see them."""

    permission = Permission.KEEP_OWN_RECORD
    serializer_class = TrainingMatrixSerializer
    queryset = School.objects.none()

    @extend_schema(
        summary="The training matrix of a school",
        parameters=[OpenApiParameter("as_at", date, description="The day to judge by; left out: today")],
    )
    def get(self, request: Request, pk: int) -> Response:
        today = timezone.localdate()
        school = get_object_or_404(schools_in_reach(self.actor, today=today), pk=pk)
        as_at = read_day(request.query_params.get("as_at", ""), today)
        matrix = get_matrix_for(self.actor, school_id=school.pk, as_at=as_at, today=today)
        return Response(self.get_serializer(matrix).data)


def read_day(text: str, today: date) -> date:
    """The day asked for, or today. Raises ``DomainError`` for one that is none."""
    if not text:
        return today
    try:
        return parse_day(text)
    except ValueError as error:
        raise invalid("as_at", "Give a day written YYYY-MM-DD, such as 2027-03-27.") from error
