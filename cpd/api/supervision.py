"""Supervision and ELSA standing over HTTP: the same selectors and services as the pages, the same rights."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers, status
from rest_framework.generics import ListAPIView, RetrieveAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from core.api.views import PermittedAPIView
from core.domain.facts import Fact
from core.domain.permissions import Permission
from core.domain.sources import cite
from cpd.domain.elsa_entries import SessionEntry
from cpd.enums import SupervisionKind, SupervisorKind
from cpd.models import ElsaRegistration, SupervisionSession
from cpd.selectors.elsa import ElsaLine, judge_registration, visible_registrations, with_ledger
from cpd.selectors.elsa_person import visible_sessions
from cpd.services.supervision import record_session


class SupervisionSerializer(serializers.ModelSerializer[SupervisionSession]):
    """One session. ``engagement`` is the ELSA's."""

    engagement = serializers.IntegerField(source="registration.engagement_id", read_only=True)
    person_name = serializers.CharField(source="registration.engagement.person.full_name", read_only=True)
    kind = serializers.ChoiceField(choices=SupervisionKind.choices, read_only=True)
    supervisor_kind = serializers.ChoiceField(
        choices=SupervisorKind.choices, read_only=True, allow_blank=True
    )

    class Meta:
        model = SupervisionSession
        fields = [
            "id",
            "engagement",
            "person_name",
            "kind",
            "session_date",
            "is_planned",
            "attended",
            "session_hours",
            "group_size",
            "supervisor_kind",
            "supervisor_name",
            "recorded_at",
        ]


class SupervisionEntrySerializer(serializers.Serializer[Any]):
    """A session to be written down, planned or held. Any other field, such as a child's name, is refused."""

    engagement = serializers.IntegerField(min_value=1)
    kind = serializers.ChoiceField(choices=SupervisionKind.choices, default=SupervisionKind.PSYCHOLOGIST)
    session_date = serializers.DateField()
    is_planned = serializers.BooleanField(default=False)
    attended = serializers.BooleanField(allow_null=True, default=None)
    session_hours = serializers.DecimalField(max_digits=4, decimal_places=2, allow_null=True, default=None)
    group_size = serializers.IntegerField(min_value=1, max_value=1_000, allow_null=True, default=None)
    supervisor_kind = serializers.ChoiceField(choices=SupervisorKind.choices, allow_blank=True, default="")
    supervisor_name = serializers.CharField(max_length=150, allow_blank=True, default="")

    def to_internal_value(self, data: Any) -> Any:
        unknown = sorted(set(data) - set(self.fields)) if isinstance(data, dict) else []
        if unknown:
            raise serializers.ValidationError(dict.fromkeys(unknown, "There is no such field here."))
        return super().to_internal_value(data)

    def as_entry(self) -> SessionEntry:
        """What was sent, as the service takes it."""
        given = dict(self.validated_data)
        given.pop("engagement")
        if given["is_planned"]:
            given["attended"] = None
        return SessionEntry(**given)


class ProblemSerializer(serializers.Serializer[Any]):
    date = serializers.DateField(source="day")
    code = serializers.CharField()
    reason = serializers.CharField()


class ElsaStatusSerializer(serializers.Serializer[Any]):
    """Where an ELSA stands on a day; ``remaining`` counts sessions planned and half terms still open."""

    engagement = serializers.IntegerField(source="engagement.pk")
    person_name = serializers.CharField(source="engagement.person.full_name")
    as_at = serializers.DateField(source="year.as_at")
    status = serializers.CharField()
    reason = serializers.CharField(source="year.standing.reason")
    warning = serializers.CharField()
    next_step = serializers.CharField()
    training_days_attended = serializers.IntegerField(source="year.days_attended")
    sessions_required = serializers.IntegerField(source="year.standing.required")
    counted = serializers.IntegerField(source="year.standing.counted")
    remaining = serializers.IntegerField(source="year.standing.remaining")
    planned = serializers.IntegerField(source="year.planned")
    problems = ProblemSerializer(source="year.standing.problems", many=True)
    sources = serializers.SerializerMethodField()

    def get_sources(self, line: ElsaLine) -> list[dict[str, Any]]:
        return [dict(source) for source in cite(*line.year.standing.sources)]


class SupervisionListView(PermittedAPIView, ListAPIView[SupervisionSession]):
    """Supervision of the ELSAs within the caller's reach, the caller's own included."""

    permission = Permission.KEEP_OWN_RECORD
    serializer_class = SupervisionSerializer
    filterset_fields = ("kind", "is_planned", "session_date")

    def get_queryset(self) -> QuerySet[SupervisionSession]:
        return visible_sessions(self.actor, today=timezone.localdate())

    @extend_schema(
        summary="Write down a supervision session, planned or held",
        request=SupervisionEntrySerializer,
        responses={201: SupervisionSerializer},
    )
    def post(self, request: Request) -> Response:
        given = SupervisionEntrySerializer(data=request.data)
        given.is_valid(raise_exception=True)
        registrations = visible_registrations(self.actor, today=timezone.localdate())
        registration = get_object_or_404(registrations, engagement_id=given.validated_data["engagement"])
        session = record_session(
            registration_id=registration.pk, entry=given.as_entry(), by=self.actor, now=timezone.now()
        )
        stored = self.get_queryset().get(pk=session.pk)
        return Response(SupervisionSerializer(stored).data, status=status.HTTP_201_CREATED)


class SupervisionView(PermittedAPIView, RetrieveAPIView[SupervisionSession]):
    permission = Permission.KEEP_OWN_RECORD
    serializer_class = SupervisionSerializer

    def get_queryset(self) -> QuerySet[SupervisionSession]:
        return visible_sessions(self.actor, today=timezone.localdate())


class ElsaStatusView(PermittedAPIView):
    """Where the ELSA of an engagement stands, today or on another day."""

    permission = Permission.KEEP_OWN_RECORD
    serializer_class = ElsaStatusSerializer
    queryset = ElsaRegistration.objects.none()

    @extend_schema(
        summary="Where an ELSA stands on a day",
        parameters=[OpenApiParameter("as_at", date, description="The day to judge by; left out: today")],
    )
    def get(self, request: Request, pk: int) -> Response:
        visible = with_ledger(visible_registrations(self.actor, today=timezone.localdate()))
        registration = get_object_or_404(visible, engagement_id=pk)
        line = judge_registration(registration, as_at=read_day(request.query_params.get("as_at", "")))
        return Response(self.get_serializer(line).data)


def read_day(text: str) -> date:
    """The day written YYYY-MM-DD; today where none was asked for. Raises ``DomainError`` otherwise."""
    return Fact(text, "as_at").day() if text else timezone.localdate()
