"""The training matrix in bare SQL: what a page or a file could at best cost."""

from typing import Any

from django.db import connection

LINES = """
    SELECT e.id, p.family_name, p.given_name, e.job_title, r.category, t.course_id, t.awarded_date,
           t.printed_expiry
    FROM core_engagement e
    JOIN core_person p ON p.id = e.person_id
    JOIN core_school s ON s.id = e.school_id
    LEFT JOIN compliance_engagementrole r ON r.engagement_id = e.id
    LEFT JOIN cpd_training t ON t.person_id = e.person_id AND t.withdrawn_at IS NULL
        AND t.confirmed_at IS NOT NULL AND t.awarded_date <= %s
    WHERE (e.start_date IS NULL OR e.start_date <= %s) AND (e.end_date IS NULL OR e.end_date >= %s)
        AND {where}
    ORDER BY p.family_name, p.given_name, e.id
"""


def fetch_school(school_id: int, day: str) -> list[Any]:
    return _fetch("e.school_id = %s", day, school_id)


def fetch_trust(trust_id: int, day: str) -> list[Any]:
    return _fetch("s.trust_id = %s", day, trust_id)


def _fetch(where: str, day: str, key: int) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(LINES.format(where=where), [day, day, day, key])
        return cursor.fetchall()
