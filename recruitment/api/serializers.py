"""The shape of recruitment's JSON. Fields are named one by one: what is not here does not leave."""

from rest_framework import serializers

from recruitment.models import (
    Application,
    Criterion,
    HistoryEntry,
    JobProfile,
    JobProfileVersion,
    Qualification,
    Stage,
    Statement,
    Vacancy,
    VacancyCriterion,
)


class EvidenceLettersField(serializers.ReadOnlyField):
    """Letters of the evidence key, stored as one word, given as a list."""

    def to_representation(self, value: str) -> list[str]:
        return list(value)


class CriterionSerializer(serializers.ModelSerializer[Criterion]):
    evidence = EvidenceLettersField()

    class Meta:
        model = Criterion
        fields = ["id", "position", "section", "text", "requirement", "evidence", "is_trainable"]


class JobProfileSerializer(serializers.ModelSerializer[JobProfile]):
    school = serializers.CharField(source="school.name", read_only=True)
    versions = serializers.IntegerField(source="version_count", read_only=True)

    class Meta:
        model = JobProfile
        fields = ["id", "title", "school", "versions"]


class JobProfileVersionSerializer(serializers.ModelSerializer[JobProfileVersion]):
    criteria = CriterionSerializer(source="person_specification.in_order", many=True, read_only=True)

    class Meta:
        model = JobProfileVersion
        fields = [
            "number",
            "title",
            "employer",
            "grade",
            "salary",
            "hours",
            "contract",
            "responsible_to",
            "reports_to",
            "purpose",
            "duties",
            "review_date",
            "confirmed_at",
            "criteria",
        ]


class JobProfileDetailSerializer(JobProfileSerializer):
    editions = JobProfileVersionSerializer(source="newest_first", many=True, read_only=True)

    class Meta(JobProfileSerializer.Meta):
        fields = [*JobProfileSerializer.Meta.fields, "editions"]


class VacancyCriterionSerializer(serializers.ModelSerializer[VacancyCriterion]):
    evidence = EvidenceLettersField()

    class Meta:
        model = VacancyCriterion
        fields = ["id", "position", "section", "text", "requirement", "evidence", "is_trainable", "weight"]


class StageSerializer(serializers.ModelSerializer[Stage]):
    class Meta:
        model = Stage
        fields = ["id", "kind", "status", "opened_at", "unsealed_at", "decided_at"]


class VacancySerializer(serializers.ModelSerializer[Vacancy]):
    school = serializers.CharField(source="school.name", read_only=True)

    class Meta:
        model = Vacancy
        fields = [
            "id",
            "title",
            "reference",
            "school",
            "status",
            "contract_type",
            "opens_date",
            "closes_date",
            "interview_date",
            "is_anonymous",
        ]


class VacancyDetailSerializer(VacancySerializer):
    criteria = VacancyCriterionSerializer(source="criteria_in_order", many=True, read_only=True)
    stages = StageSerializer(source="stages_in_order", many=True, read_only=True)

    class Meta(VacancySerializer.Meta):
        fields = [
            *VacancySerializer.Meta.fields,
            "summary",
            "hours",
            "salary",
            "start_date",
            "end_date",
            "scale_min",
            "scale_max",
            "scale_labels",
            "essential_threshold",
            "shortlist_size",
            "specification_hash",
            "criteria",
            "stages",
        ]


class ApplicationSerializer(serializers.ModelSerializer[Application]):
    """For those who look after applicants: never given to a panel."""

    name = serializers.CharField(source="person.full_name", read_only=True)

    class Meta:
        model = Application
        fields = ["id", "vacancy", "code", "name", "status", "channel", "received_at", "is_late"]


class QualificationSerializer(serializers.ModelSerializer[Qualification]):
    class Meta:
        model = Qualification
        fields = ["title", "subject", "grade", "awarding_place", "awarded"]


class HistoryEntrySerializer(serializers.ModelSerializer[HistoryEntry]):
    class Meta:
        model = HistoryEntry
        fields = ["kind", "organisation", "job_title", "started", "ended", "duties", "reason_for_leaving"]


class StatementSerializer(serializers.ModelSerializer[Statement]):
    class Meta:
        model = Statement
        fields = ["criterion", "text"]


class ApplicationDetailSerializer(ApplicationSerializer):
    email = serializers.CharField(source="person.email", read_only=True)
    phone = serializers.CharField(source="person.phone", read_only=True)
    qualifications = QualificationSerializer(many=True, read_only=True)
    history_entries = HistoryEntrySerializer(many=True, read_only=True)
    statements = StatementSerializer(many=True, read_only=True)

    class Meta(ApplicationSerializer.Meta):
        fields = [
            *ApplicationSerializer.Meta.fields,
            "email",
            "phone",
            "gap_explanation",
            "qualifications",
            "history_entries",
            "statements",
        ]


class AnswerSerializer(serializers.Serializer[object]):
    """One score of my own. Points empty and ``cannot_tell`` false: not scored."""

    criterion = serializers.IntegerField()
    points = serializers.IntegerField(allow_null=True, default=None)
    cannot_tell = serializers.BooleanField(default=False)
    note = serializers.CharField(allow_blank=True, default="")


class OwnSheetSerializer(serializers.Serializer[object]):
    """My own sheet for one candidate; nobody else's is ever in this answer."""

    stage = serializers.IntegerField(read_only=True)
    code = serializers.CharField(read_only=True)
    status = serializers.CharField(read_only=True)
    version = serializers.IntegerField(read_only=True)
    scores = AnswerSerializer(many=True)


class OwnCandidateSerializer(serializers.Serializer[object]):
    code = serializers.CharField()
    status = serializers.CharField()


class RankedRowSerializer(serializers.Serializer[object]):
    """One candidate of an opened stage, by code."""

    code = serializers.CharField()
    status = serializers.CharField()
    complete = serializers.BooleanField(source="is_complete")
    gate = serializers.CharField()
    failing = serializers.ListField(child=serializers.IntegerField())
    essentials_met = serializers.IntegerField()
    essential_percent = serializers.FloatField(allow_null=True)
    desirable_percent = serializers.FloatField(allow_null=True)
    total_percent = serializers.FloatField(allow_null=True)
    rank = serializers.IntegerField(allow_null=True)


class RankingSerializer(serializers.Serializer[object]):
    count = serializers.IntegerField()
    results = RankedRowSerializer(source="rows", many=True)
