"""The central record in bare SQL: what a page or a file could at best cost."""

from typing import Any

from django.db import connection

LINES = """
    SELECT e.id, p.family_name, p.given_name, e.job_title, e.start_date, r.category,
           c.check_type, c.state, c.done_date, c.done_by, c.reference_number, w.permission_end,
           d.includes_barred_list
    FROM core_engagement e
    JOIN core_person p ON p.id = e.person_id
    JOIN core_school s ON s.id = e.school_id
    LEFT JOIN compliance_engagementrole r ON r.engagement_id = e.id
    LEFT JOIN compliance_check c ON c.person_id = e.person_id AND c.superseded_at IS NULL
    LEFT JOIN compliance_dbscertificate d ON d.check_record_id = c.id
    LEFT JOIN compliance_righttoworkevidence w ON w.check_record_id = c.id
    WHERE (e.end_date IS NULL OR e.end_date >= %s) AND {where}
    ORDER BY p.family_name, p.given_name, e.id, c.id
"""


def fetch_school(school_id: int, day: str) -> list[Any]:
    return _fetch(LINES.format(where="e.school_id = %s"), [day, school_id])


def fetch_trust(trust_id: int, day: str) -> list[Any]:
    return _fetch(LINES.format(where="s.trust_id = %s"), [day, trust_id])


def _fetch(statement: str, params: list[Any]) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        return cursor.fetchall()
