"""The shape of compliance's JSON. Fields are named one by one: what is not here does not leave."""

from typing import Any

from rest_framework import serializers

from compliance.domain.categories import CheckType
from compliance.domain.central_record import COLUMNS
from compliance.domain.check_entry import CertificateEntry, CheckEntry, QualificationEntry, RightToWorkEntry
from compliance.domain.held_checks import Outcome
from compliance.enums import (
    CHECK_CHOICES,
    BarredListReason,
    CheckOutcome,
    DbsLevel,
    DbsWorkforce,
    RightToWorkRoute,
)
from compliance.models import Check, DbsCertificate, EngagementRole, QualificationSeen, RightToWorkEvidence
from compliance.selectors.central_record import SchoolRecord
from compliance.selectors.requirements import FACTS
from core.models import Engagement, Person


class RoleSerializer(serializers.ModelSerializer[EngagementRole]):
    class Meta:
        model = EngagementRole
        fields = ["category", *FACTS, "regulated_activity_basis", "agency"]


class EngagementSerializer(serializers.ModelSerializer[Engagement]):
    person_name = serializers.CharField(source="person.full_name", read_only=True)
    school_name = serializers.CharField(source="school.name", read_only=True)
    role = RoleSerializer(read_only=True, allow_null=True)

    class Meta:
        model = Engagement
        fields = [
            "id",
            "person",
            "person_name",
            "school",
            "school_name",
            "job_title",
            "start_date",
            "end_date",
            "role",
        ]


class PersonSerializer(serializers.ModelSerializer[Person]):
    class Meta:
        model = Person
        fields = ["id", "given_name", "family_name", "former_names"]


class CertificateSerializer(serializers.ModelSerializer[DbsCertificate]):
    class Meta:
        model = DbsCertificate
        fields = [
            "issued_date",
            "level",
            "workforce",
            "includes_barred_list",
            "name_on_certificate",
            "is_own",
            "update_service_consent_date",
        ]


class RightToWorkSerializer(serializers.ModelSerializer[RightToWorkEvidence]):
    class Meta:
        model = RightToWorkEvidence
        fields = ["route", "document", "document_expiry", "permission_end", "pvn_date", "is_copy_kept"]


class QualificationSerializer(serializers.ModelSerializer[QualificationSeen]):
    class Meta:
        model = QualificationSeen
        fields = ["title", "awarding_body", "awarded", "demanded_by"]


class CheckSerializer(serializers.ModelSerializer[Check]):
    """One check as it stands. Notes stay on the page, where the reader sees what they are about."""

    check_type = serializers.ChoiceField(choices=CHECK_CHOICES, read_only=True)
    certificate = CertificateSerializer(read_only=True, allow_null=True)
    right_to_work = RightToWorkSerializer(read_only=True, allow_null=True)
    qualification = QualificationSerializer(read_only=True, allow_null=True)

    class Meta:
        model = Check
        fields = [
            "id",
            "person",
            "school",
            "check_type",
            "state",
            "requested_date",
            "done_date",
            "is_date_missing",
            "outcome",
            "done_by",
            "is_assurance",
            "reference_number",
            "evidence_seen",
            "permitted_reason",
            "recheck_date",
            "origin",
            "edition",
            "supersedes",
            "reason",
            "recorded_at",
            "superseded_at",
            "evidence_destroyed_date",
            "relied_on_until",
            "certificate",
            "right_to_work",
            "qualification",
        ]


class CertificateEntrySerializer(serializers.Serializer[Any]):
    name = serializers.CharField(max_length=200)
    includes_barred_list = serializers.BooleanField()
    issued_date = serializers.DateField()
    level = serializers.ChoiceField(choices=DbsLevel.choices, default=DbsLevel.ENHANCED)
    workforce = serializers.ChoiceField(choices=DbsWorkforce.choices, default=DbsWorkforce.CHILD)
    is_own = serializers.BooleanField(default=True)
    update_service_consent_date = serializers.DateField(allow_null=True, default=None)


class RightToWorkEntrySerializer(serializers.Serializer[Any]):
    """Of a share code only the last characters are kept."""

    route = serializers.ChoiceField(choices=RightToWorkRoute.choices)
    document = serializers.CharField(max_length=60)
    document_expiry = serializers.DateField(allow_null=True, default=None)
    is_clipped = serializers.BooleanField(default=False)
    permission_end = serializers.DateField(allow_null=True, default=None)
    pvn_date = serializers.DateField(allow_null=True, default=None)
    share_code = serializers.CharField(max_length=20, allow_blank=True, default="", write_only=True)
    share_code_created = serializers.DateField(allow_null=True, default=None)
    is_copy_kept = serializers.BooleanField(default=False)


class QualificationEntrySerializer(serializers.Serializer[Any]):
    title = serializers.CharField(max_length=200)
    awarding_body = serializers.CharField(max_length=200, allow_blank=True, default="")
    awarded = serializers.CharField(max_length=10, allow_blank=True, default="")
    demanded_by = serializers.CharField(max_length=500, allow_blank=True, default="")


class CheckEntrySerializer(serializers.Serializer[Any]):
    """A check to be written down: asked for, or done by somebody on a day with an outcome."""

    person = serializers.IntegerField(min_value=1)
    school = serializers.IntegerField(min_value=1)
    check_type = serializers.ChoiceField(choices=CHECK_CHOICES)
    is_done = serializers.BooleanField()
    requested_date = serializers.DateField(allow_null=True, default=None)
    done_date = serializers.DateField(allow_null=True, default=None)
    outcome = serializers.ChoiceField(choices=CheckOutcome.choices, default=CheckOutcome.PENDING)
    done_by = serializers.CharField(max_length=150, allow_blank=True, default="")
    is_assurance = serializers.BooleanField(default=False)
    reference_number = serializers.CharField(max_length=60, allow_blank=True, default="")
    evidence_seen = serializers.CharField(max_length=300, allow_blank=True, default="")
    permitted_reason = serializers.ChoiceField(choices=BarredListReason.choices, allow_blank=True, default="")
    recheck_date = serializers.DateField(allow_null=True, default=None)
    note = serializers.CharField(allow_blank=True, default="", write_only=True)
    supersedes = serializers.IntegerField(min_value=1, allow_null=True, default=None)
    reason = serializers.CharField(max_length=300, allow_blank=True, default="")
    certificate = CertificateEntrySerializer(allow_null=True, default=None)
    right_to_work = RightToWorkEntrySerializer(allow_null=True, default=None)
    qualification = QualificationEntrySerializer(allow_null=True, default=None)

    def as_entry(self) -> CheckEntry:
        """What was sent, as the service takes it."""
        given = dict(self.validated_data)
        for name in ("person", "school", "supersedes", "reason"):
            given.pop(name)
        parts = {
            "certificate": CertificateEntry,
            "right_to_work": RightToWorkEntry,
            "qualification": QualificationEntry,
        }
        made = {name: kind(**given.pop(name)) for name, kind in parts.items() if given[name]}
        for name in parts:
            given.pop(name, None)
        return CheckEntry(
            check=CheckType(given.pop("check_type")),
            outcome=Outcome(given.pop("outcome")),
            **given,
            **made,
        )


class CellSerializer(serializers.Serializer[Any]):
    """One cell of the record: its state in a word, the day worth showing, and the rule behind it."""

    check = serializers.CharField()
    state = serializers.CharField()
    day = serializers.DateField(allow_null=True)
    is_late = serializers.BooleanField()
    rule = serializers.CharField()


class LineSerializer(serializers.Serializer[Any]):
    engagement = serializers.IntegerField()
    person = serializers.IntegerField()
    name = serializers.CharField()
    job_title = serializers.CharField()
    kind = serializers.CharField()
    start_date = serializers.DateField(allow_null=True)
    end_date = serializers.DateField(allow_null=True)
    cells = CellSerializer(many=True)


class GoneSerializer(serializers.Serializer[Any]):
    """People recorded by the moment asked for whose staff records have been destroyed since."""

    destroyed_date = serializers.DateField()
    people = serializers.IntegerField()


class CentralRecordSerializer(serializers.Serializer[Any]):
    school = serializers.CharField()
    urn = serializers.CharField(allow_blank=True)
    day = serializers.DateField()
    lines = LineSerializer(many=True)
    gone = GoneSerializer(many=True)

    def to_representation(self, instance: SchoolRecord) -> dict[str, Any]:
        return {
            "school": instance.school.name,
            "urn": instance.school.urn,
            "day": instance.day.isoformat(),
            "lines": [
                {
                    "engagement": line.engaged.engagement_id,
                    "person": line.engaged.person_id,
                    "name": f"{line.engaged.given_name} {line.engaged.family_name}",
                    "job_title": line.engaged.job_title,
                    "kind": line.kind,
                    "start_date": line.engaged.start_date,
                    "end_date": line.engaged.end_date,
                    "cells": [
                        {
                            "check": column.check,
                            "state": cell.state,
                            "day": cell.day,
                            "is_late": cell.is_late,
                            "rule": cell.requirement.reason,
                        }
                        for column, cell in zip(COLUMNS, line.cells, strict=True)
                    ],
                }
                for line in instance.lines
            ],
            "gone": GoneSerializer(instance.gone, many=True).data,
        }
