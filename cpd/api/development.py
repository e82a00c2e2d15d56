"""Development needs over HTTP: the same reach and the same columns as the pages, the same services."""

from typing import Any

from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.generics import get_object_or_404
from rest_framework.request import Request
from rest_framework.response import Response

from core.api.views import PermittedAPIView
from core.domain.permissions import Permission
from core.models import Engagement
from cpd.domain import development as domain
from cpd.enums import NeedKind, NeedOrigin, NeedStatus
from cpd.selectors.needs import list_needs
from cpd.selectors.person_development import people_within_reach, reader_of
from cpd.services.needs import add_need, propose_needs


class StepSerializer(serializers.Serializer[Any]):
    id = serializers.IntegerField(source="pk")
    text = serializers.CharField()
    due_date = serializers.DateField()
    done_date = serializers.DateField(allow_null=True)


class NeedSerializer(serializers.Serializer[Any]):
    """What is not the reader's to see is an empty text: it was never read."""

    id = serializers.IntegerField(source="pk")
    kind = serializers.ChoiceField(choices=NeedKind.choices)
    text = serializers.CharField()
    origin = serializers.ChoiceField(choices=NeedOrigin.choices)
    origin_text = serializers.CharField()
    origin_requirement = serializers.CharField()
    origin_source = serializers.CharField()
    panel_note = serializers.CharField()
    status = serializers.ChoiceField(choices=NeedStatus.choices)
    target_date = serializers.DateField(allow_null=True)
    met_date = serializers.DateField(allow_null=True)
    evidence = serializers.CharField()
    steps = StepSerializer(many=True)


class NeedEntrySerializer(serializers.Serializer[Any]):
    kind = serializers.ChoiceField(choices=NeedKind.choices)
    text = serializers.CharField()
    target_date = serializers.DateField(allow_null=True, required=False, default=None)


class PersonNeedsAPIView(PermittedAPIView):
    """The needs of one person, by engagement."""

    permission = Permission.KEEP_OWN_RECORD
    serializer_class = NeedSerializer
    queryset = Engagement.objects.none()
    pagination_class = None

    @extend_schema(summary="The development needs of one person", responses=NeedSerializer(many=True))
    def get(self, request: Request, pk: int) -> Response:
        return self.answer(self.get_person(pk))

    @extend_schema(
        summary="Add a development need",
        request=NeedEntrySerializer,
        responses={201: NeedSerializer(many=True)},
    )
    def post(self, request: Request, pk: int) -> Response:
        engagement = self.get_person(pk)
        given = NeedEntrySerializer(data=request.data)
        given.is_valid(raise_exception=True)
        add_need(
            engagement_id=pk,
            kind=domain.NeedKind(given.validated_data["kind"]),
            text=given.validated_data["text"],
            target_date=given.validated_data["target_date"],
            by=self.actor,
            now=timezone.now(),
        )
        return self.answer(engagement, status.HTTP_201_CREATED)

    def get_person(self, pk: int) -> Any:
        return get_object_or_404(people_within_reach(self.actor, today=timezone.localdate()), pk=pk)

    def answer(self, engagement: Any, code: int = status.HTTP_200_OK) -> Response:
        rows = list_needs(engagement, reader_of(self.actor, engagement))
        return Response(NeedSerializer(rows, many=True).data, status=code)


class PersonNeedsProposeAPIView(PersonNeedsAPIView):
    """Asks what the appointment left to learn; nothing is proposed twice."""

    http_method_names = ("post", "options")

    @extend_schema(
        summary="Propose what the appointment left to learn",
        request=None,
        responses=NeedSerializer(many=True),
    )
    def post(self, request: Request, pk: int) -> Response:
        engagement = self.get_person(pk)
        propose_needs(engagement_id=pk, by=self.actor, now=timezone.now())
        return self.answer(engagement)
