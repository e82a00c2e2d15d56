"""The ranking in bare SQL: what a page could at best cost."""

from typing import Any

from django.db import connection

from recruitment.models import Stage

FROM_KEPT_RESULTS = """
    SELECT r.application_id, RANK() OVER (ORDER BY r.total_units DESC, r.essential_units DESC)
    FROM recruitment_stageresult r JOIN recruitment_application a ON a.id = r.application_id
    WHERE r.stage_id = %s AND r.is_complete AND r.gate = 'met' AND a.status <> 'withdrawn'
    ORDER BY r.total_units DESC, r.essential_units DESC, r.application_id
"""

FROM_EVERY_SCORE = """
    WITH cell AS (
        SELECT h.application_id, c.id, c.weight, c.requirement, COUNT(*) AS sheets, COUNT(s.points) AS given,
               SUM(s.points) AS points, MIN(s.points) AS least
        FROM recruitment_score s
        JOIN recruitment_scoresheet h ON h.id = s.sheet_id
        JOIN recruitment_panelmember m ON m.id = h.member_id
        JOIN recruitment_vacancycriterion c ON c.id = s.criterion_id
        WHERE m.stage_id = %s AND h.is_current AND h.status = 'submitted'
        GROUP BY h.application_id, c.id, c.weight, c.requirement
    ), total AS (
        SELECT application_id,
               SUM(weight * points * (720720 / given)) AS units,
               SUM(CASE WHEN requirement = 'essential' THEN weight * points * (720720 / given) ELSE 0 END)
                   AS essential,
               MIN(CASE WHEN given < sheets THEN 0
                        WHEN requirement = 'essential' AND least < %s THEN 0 ELSE 1 END) AS is_ranked
        FROM cell GROUP BY application_id
    )
    SELECT application_id, RANK() OVER (ORDER BY units DESC, essential DESC)
    FROM total WHERE is_ranked = 1 ORDER BY units DESC, essential DESC, application_id
"""


def rank_kept(stage: Stage) -> dict[int, int]:
    return _fetch(FROM_KEPT_RESULTS, [stage.pk])


def rank_every_score(stage: Stage) -> dict[int, int]:
    return _fetch(FROM_EVERY_SCORE, [stage.pk, stage.vacancy.essential_threshold])


def _fetch(statement: str, params: list[Any]) -> dict[int, int]:
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        return dict(cursor.fetchall())
