"""Remarks on the wording of a confirmed version, as its page gives them."""

from typing import Any

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from core.api.views import PermittedAPIView
from core.domain.permissions import Permission
from recruitment.models import JobProfileVersion
from recruitment.selectors.job_profiles import version_pages
from recruitment.selectors.wording import QuestionOfVersion, get_wording_page


class BasisSerializer(serializers.Serializer[Any]):
    """What stands behind a remark; ``kind`` is statute, guidance or custom (good practice)."""

    kind = serializers.CharField()
    title = serializers.CharField()
    provision = serializers.CharField()
    url = serializers.CharField(allow_null=True)
    verified = serializers.BooleanField()


class RemarkSerializer(serializers.Serializer[Any]):
    """One thing to think about; ``criteria`` are the numbers of the criteria it is about, from 1.

    ``line`` is a line of the document where it is about one. ``reason`` and what follows say who left it as
    it is, and why.
    """

    code = serializers.CharField()
    name = serializers.CharField()
    message = serializers.CharField()
    quote = serializers.CharField()
    suggestion = serializers.CharField()
    criteria = serializers.ListField(child=serializers.IntegerField())
    line = serializers.IntegerField(allow_null=True)
    basis = BasisSerializer()
    is_left_as_it_is = serializers.BooleanField()
    reason = serializers.CharField()
    left_by = serializers.CharField()
    left_at = serializers.DateTimeField(allow_null=True)


class WordingView(PermittedAPIView):
    """Open remarks, those that law or guidance stands behind first, then those that were let stand."""

    permission = Permission.VIEW_JOB_PROFILES
    serializer_class = RemarkSerializer
    queryset = JobProfileVersion.objects.none()

    @extend_schema(
        summary="Remarks on the wording of a version",
        responses=RemarkSerializer(many=True),
    )
    def get(self, request: Request, pk: int, number: int) -> Response:
        version = get_object_or_404(version_pages(self.actor), job_profile_id=pk, number=number)
        page = get_wording_page(version)
        remarks = [represent(one) for one in (*page.by_law, *page.by_practice, *page.let_stand)]
        return Response(RemarkSerializer(remarks, many=True).data)


def represent(one: QuestionOfVersion) -> dict[str, Any]:
    question, left = one.question, one.dismissed
    remark = question.noticed.remark if question.noticed else None
    return {
        "code": question.code,
        "name": question.name,
        "message": remark.why if remark else question.message,
        "quote": remark.quote if remark else "",
        "suggestion": remark.suggestion if remark else "",
        "criteria": one.numbers,
        "line": question.source.line if question.source else None,
        "basis": question.basis,
        "is_left_as_it_is": left is not None,
        "reason": left.reason if left else "",
        "left_by": left.dismissed_by.name if left else "",
        "left_at": left.dismissed_at if left else None,
    }
