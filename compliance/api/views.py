"""Compliance over HTTP: the same selectors and services as the pages, the same rights."""

from datetime import datetime

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import status
from rest_framework.generics import ListAPIView, RetrieveAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from compliance.api.serializers import (
    CentralRecordSerializer,
    CheckEntrySerializer,
    CheckSerializer,
    EngagementSerializer,
    PersonSerializer,
)
from compliance.models import Check
from compliance.selectors.api import list_checks, list_engagements, list_people
from compliance.selectors.central_record import get_central_record
from compliance.services.checks import record_check
from core.api.views import PermittedAPIView
from core.domain.facts import invalid
from core.domain.permissions import Permission
from core.models import Engagement, Person, School

# Nothing was written down before it, and the calendar of a time zone ends somewhere.
FIRST_YEAR = 1900


class PersonListView(PermittedAPIView, ListAPIView[Person]):
    """People with an engagement at a school whose checks the caller may see."""

    permission = Permission.VIEW_CHECKS
    serializer_class = PersonSerializer

    def get_queryset(self) -> QuerySet[Person]:
        return list_people(self.actor)


class PersonView(PermittedAPIView, RetrieveAPIView[Person]):
    permission = Permission.VIEW_CHECKS
    serializer_class = PersonSerializer

    def get_queryset(self) -> QuerySet[Person]:
        return list_people(self.actor)


class EngagementListView(PermittedAPIView, ListAPIView[Engagement]):
    permission = Permission.VIEW_CHECKS
    serializer_class = EngagementSerializer
    filterset_fields = ("school", "person")

    def get_queryset(self) -> QuerySet[Engagement]:
        return list_engagements(self.actor)


class EngagementView(PermittedAPIView, RetrieveAPIView[Engagement]):
    permission = Permission.VIEW_CHECKS
    serializer_class = EngagementSerializer

    def get_queryset(self) -> QuerySet[Engagement]:
        return list_engagements(self.actor)


class CheckListView(PermittedAPIView, ListAPIView[Check]):
    """Checks in force and superseded; a new one is posted, an old one is never changed."""

    permission = Permission.VIEW_CHECKS
    serializer_class = CheckSerializer
    filterset_fields = ("school", "person", "check_type", "state")

    def get_queryset(self) -> QuerySet[Check]:
        return list_checks(self.actor)

    @extend_schema(
        summary="Write down a check", request=CheckEntrySerializer, responses={201: CheckSerializer}
    )
    def post(self, request: Request) -> Response:
        given = CheckEntrySerializer(data=request.data)
        given.is_valid(raise_exception=True)
        person_id, school_id = given.validated_data["person"], given.validated_data["school"]
        engaged = list_engagements(self.actor).filter(person_id=person_id, school_id=school_id)
        if not engaged.exists():
            raise Http404
        self.require_at(school_id, Permission.RECORD_CHECKS)
        check = record_check(
            person_id=person_id,
            school_id=school_id,
            entry=given.as_entry(),
            supersedes_id=given.validated_data["supersedes"],
            reason=given.validated_data["reason"],
            by=self.actor,
            now=timezone.now(),
        )
        stored = list_checks(self.actor).get(pk=check.pk)
        return Response(CheckSerializer(stored).data, status=status.HTTP_201_CREATED)


class CheckView(PermittedAPIView, RetrieveAPIView[Check]):
    permission = Permission.VIEW_CHECKS
    serializer_class = CheckSerializer

    def get_queryset(self) -> QuerySet[Check]:
        return list_checks(self.actor)


class CentralRecordView(PermittedAPIView):
    """The single central record of a school, now or as it stood at a past moment.

    As on its page, with the people of its trust's own team where the caller may see their checks.
    """

    permission = Permission.VIEW_CHECKS
    serializer_class = CentralRecordSerializer
    queryset = School.objects.none()

    @extend_schema(
        summary="The single central record of a school",
        parameters=[
            OpenApiParameter(
                "as_at", datetime, description="A past moment, with its time zone; left out: now"
            )
        ],
    )
    def get(self, request: Request, pk: int) -> Response:
        school = get_object_or_404(School.objects.where(self.actor, self.permission), pk=pk)
        now = timezone.now()
        record = get_central_record(
            school_id=school.pk,
            at=read_moment(request.query_params.get("as_at", ""), now),
            now=now,
            teams=self.actor.schools_with(self.permission),
        )
        return Response(self.get_serializer(record).data)


def read_moment(text: str, now: datetime) -> datetime | None:
    """A past moment with its time zone; None where none was asked for. Raises ``DomainError`` otherwise."""
    if not text:
        return None
    try:
        moment = parse_datetime(text.replace(" ", "+"))
    except ValueError:
        moment = None
    if moment is None or timezone.is_naive(moment) or moment > now or moment.year < FIRST_YEAR:
        raise invalid("as_at", "Give a past moment with its time zone, such as 2026-09-01T09:00:00+01:00.")
    return moment
