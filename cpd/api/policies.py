"""Policies and their signatures over HTTP: the same rows as the pages, the same rights. To be read only."""

from django.db.models import Prefetch, QuerySet
from rest_framework import serializers
from rest_framework.generics import ListAPIView, RetrieveAPIView

from core.api.views import PermittedAPIView
from core.domain.permissions import Permission
from cpd.models import Policy, PolicySignature, PolicyVersion
from cpd.selectors.policies import visible_policies, visible_versions


class PolicyVersionSerializer(serializers.ModelSerializer[PolicyVersion]):
    """``kinds`` empty: everybody at the school reads it."""

    kinds = serializers.ListField(child=serializers.CharField(), read_only=True)

    class Meta:
        model = PolicyVersion
        fields = [
            "id",
            "edition",
            "in_force_from",
            "read_by",
            "kinds",
            "counts_as",
            "address",
            "text",
            "published_at",
        ]


class PolicySerializer(serializers.ModelSerializer[Policy]):
    school_name = serializers.CharField(source="school.name", read_only=True)
    versions = PolicyVersionSerializer(many=True, read_only=True)

    class Meta:
        model = Policy
        fields = ["id", "school", "school_name", "title", "basis", "withdrawn_at", "versions"]


class PolicySignatureSerializer(serializers.ModelSerializer[PolicySignature]):
    policy = serializers.IntegerField(source="version.policy_id", read_only=True)

    class Meta:
        model = PolicySignature
        fields = ["id", "policy", "version", "person", "name", "way", "signed_date", "seen_by", "recorded_at"]


class PolicyRows(PermittedAPIView):
    """Policies of the schools whose development the caller looks after, the newest edition first."""

    permission = Permission.VIEW_DEVELOPMENT
    serializer_class = PolicySerializer

    def get_queryset(self) -> QuerySet[Policy]:
        versions = PolicyVersion.objects.order_by("-in_force_from", "-pk")
        return (
            visible_policies(self.actor)
            .select_related("school")
            .prefetch_related(Prefetch("versions", versions))
            .order_by("title", "pk")
        )


class PolicyListView(PolicyRows, ListAPIView[Policy]):
    filterset_fields = ("school",)


class PolicyView(PolicyRows, RetrieveAPIView[Policy]):
    pass


class PolicySignatureListView(PermittedAPIView, ListAPIView[PolicySignature]):
    """Who has signed which edition; whoever is not in it has not."""

    permission = Permission.VIEW_DEVELOPMENT
    serializer_class = PolicySignatureSerializer
    filterset_fields = ("version", "version__policy", "person")

    def get_queryset(self) -> QuerySet[PolicySignature]:
        return (
            PolicySignature.objects.filter(version__in=visible_versions(self.actor))
            .select_related("version")
            .order_by("version_id", "name", "pk")
        )
