"""POST /api/v1/rules/<topic>/: the facts in the body, the rule's answer back."""

from django.utils import timezone
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import status
from rest_framework.exceptions import ParseError
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from core.domain.facts import invalid
from core.domain.permissions import Permission
from overview.rules import TOPICS, answer_all, get_rule


class EscapedJSONRenderer(JSONRenderer):
    """JSON in plain ASCII, as the command prints it: an answer may repeat half a character it was sent."""

    ensure_ascii = True


class RuleView(APIView):
    permission = Permission.ASK_RULES
    renderer_classes = (EscapedJSONRenderer,)

    @extend_schema(
        summary="Ask a rule",
        description="Facts in, an answer with its reasons and sources out. Nothing is stored. A list of "
        "facts is answered with a list, in order; one bad among them makes it a 400, the rest is answered.",
        parameters=[OpenApiParameter("topic", str, OpenApiParameter.PATH, enum=list(TOPICS))],
        request=OpenApiTypes.OBJECT,
        responses={200: OpenApiTypes.OBJECT, 400: OpenApiTypes.OBJECT},
    )
    def post(self, request: Request, topic: str) -> Response:
        rule = get_rule(topic)
        answers, is_good = answer_all(rule, read_facts(request), timezone.localdate())
        return Response(answers, status=status.HTTP_200_OK if is_good else status.HTTP_400_BAD_REQUEST)


def read_facts(request: Request) -> object:
    """The JSON of the body. Raises ``DomainError`` where it cannot be read, as the command does."""
    try:
        return request.data
    except ParseError as error:
        raise invalid(None, f"This is not JSON: {error.detail}.") from error
    except RecursionError as error:
        raise invalid(None, "These facts are nested too deeply to be read.") from error
