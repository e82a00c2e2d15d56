"""POST /api/v1/rules/<topic>/: the facts in the body, the rule's answer back."""

from django.utils import timezone
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from core.domain.facts import invalid
from core.domain.permissions import Permission
from overview.rules import TOPICS, get_rule


class RuleView(APIView):
    permission = Permission.ASK_RULES

    @extend_schema(
        summary="Ask a rule",
        description="Facts in, an answer with its reasons and sources out. Nothing is stored.",
        parameters=[OpenApiParameter("topic", str, OpenApiParameter.PATH, enum=list(TOPICS))],
        request=OpenApiTypes.OBJECT,
        responses={200: OpenApiTypes.OBJECT, 400: OpenApiTypes.OBJECT},
    )
    def post(self, request: Request, topic: str) -> Response:
        rule = get_rule(topic)
        try:
            facts = request.data
        except RecursionError as error:
            raise invalid(None, "These facts are nested too deeply to be read.") from error
        return Response(rule(facts, timezone.localdate()))
