"""Appraisals and objectives over HTTP: the same selectors and services as the pages, the same visibility."""

from typing import Any

from django.db.models import Prefetch, QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.generics import ListAPIView, RetrieveAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from core.api.views import PermittedAPIView
from core.domain.permissions import Permission
from cpd.api.appraisal_serializers import (
    AppraisalSerializer,
    ObjectiveEntrySerializer,
    ObjectiveSerializer,
)
from cpd.models import Appraisal, Objective, ObjectiveRating
from cpd.selectors.appraisal_reading import visible_appraisals, visible_sides
from cpd.services.objectives import add_objective


class AppraisalsView(PermittedAPIView):
    """Appraisals the caller has a part in, each with the sides of reviews they may read."""

    permission = Permission.KEEP_OWN_RECORD
    serializer_class: Any = AppraisalSerializer

    def get_queryset(self) -> QuerySet[Appraisal]:
        ratings = Prefetch("ratings", ObjectiveRating.objects.order_by("pk"))
        sides = visible_sides(self.actor).order_by("pk").prefetch_related(ratings)
        found = visible_appraisals(self.actor).select_related("engagement__person", "cycle", "appraiser")
        return found.prefetch_related(Prefetch("sides", sides, to_attr="readable_sides")).order_by("pk")


class AppraisalListView(AppraisalsView, ListAPIView[Appraisal]):
    filterset_fields = ("cycle", "engagement", "state")


class AppraisalView(AppraisalsView, RetrieveAPIView[Appraisal]):
    pass


class ObjectivesView(PermittedAPIView):
    """Objectives of appraisals the caller has a part in."""

    permission = Permission.KEEP_OWN_RECORD
    serializer_class: Any = ObjectiveSerializer

    def get_queryset(self) -> QuerySet[Objective]:
        return Objective.objects.filter(appraisal__in=visible_appraisals(self.actor)).order_by("pk")


class ObjectiveListView(ObjectivesView, ListAPIView[Objective]):
    filterset_fields = ("appraisal", "appraisal__engagement")

    @extend_schema(
        summary="Add an objective", request=ObjectiveEntrySerializer, responses={201: ObjectiveSerializer}
    )
    def post(self, request: Request) -> Response:
        given = ObjectiveEntrySerializer(data=request.data)
        given.is_valid(raise_exception=True)
        entry = dict(given.validated_data)
        appraisal = get_object_or_404(visible_appraisals(self.actor), pk=entry.pop("appraisal"))
        objective = add_objective(appraisal=appraisal, **entry, by=self.actor, now=timezone.now())
        return Response(ObjectiveSerializer(objective).data, status=status.HTTP_201_CREATED)


class ObjectiveView(ObjectivesView, RetrieveAPIView[Objective]):
    pass
