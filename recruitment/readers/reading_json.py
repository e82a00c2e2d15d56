"""A reading as JSON and back, in the shape that the command prints."""

from dataclasses import asdict
from typing import Any

from recruitment.domain.person_specification import (
    DocumentLine,
    Duty,
    Finding,
    ReadCriterion,
    Reading,
    ReadProfile,
    ReadSpecification,
    SourceLine,
)


def reading_to_json(reading: Reading) -> dict[str, Any]:
    """The reading as plain JSON values; positions of findings count from 1."""
    return {
        "profile": {**asdict(reading.profile), "duties": [asdict(duty) for duty in reading.profile.duties]},
        "specifications": [_specification_to_json(part) for part in reading.specifications],
        "unread": list(reading.unread),
        "findings": [_finding_to_json(finding) for finding in reading.findings],
        "lines": [asdict(line) for line in reading.lines],
    }


def reading_from_json(data: dict[str, Any]) -> Reading:
    """The reading that ``reading_to_json`` wrote. Raises KeyError or TypeError for anything else."""
    profile = {**data["profile"], "duties": tuple(Duty(**duty) for duty in data["profile"]["duties"])}
    return Reading(
        profile=ReadProfile(**profile),
        specifications=tuple(_specification_from_json(part) for part in data["specifications"]),
        unread=tuple(data["unread"]),
        findings=tuple(_finding_from_json(finding) for finding in data["findings"]),
        lines=tuple(DocumentLine(**line) for line in data.get("lines", [])),
    )


def _specification_to_json(part: ReadSpecification) -> dict[str, Any]:
    return {
        "title": part.title,
        "evidence_key": dict(part.evidence_key),
        "criteria": [
            {**asdict(criterion), "evidence": list(criterion.evidence), "check": list(criterion.check)}
            for criterion in part.criteria
        ],
    }


def _specification_from_json(data: dict[str, Any]) -> ReadSpecification:
    criteria = tuple(
        ReadCriterion(
            **{
                **criterion,
                "evidence": tuple(criterion["evidence"]),
                "check": tuple(criterion["check"]),
                "source": _source_from_json(criterion["source"]),
            }
        )
        for criterion in data["criteria"]
    )
    return ReadSpecification(data["title"], dict(data["evidence_key"]), criteria)


def _finding_to_json(finding: Finding) -> dict[str, Any]:
    found: dict[str, Any] = {
        "code": finding.code,
        "message": finding.message,
        "criteria": [position + 1 for position in finding.criteria],
    }
    if finding.source is not None:
        found["source"] = asdict(finding.source)
    return found


def _finding_from_json(data: dict[str, Any]) -> Finding:
    positions = tuple(position - 1 for position in data["criteria"])
    return Finding(data["code"], data["message"], positions, _source_from_json(data.get("source")))


def _source_from_json(data: dict[str, Any] | None) -> SourceLine | None:
    return SourceLine(**data) if data else None
