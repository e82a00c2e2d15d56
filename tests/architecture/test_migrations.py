"""The suite makes its tables from the models, which is quick; a school's are made by the migrations."""

import os
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

TABLES = "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
INDEXES = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
HISTORY_OF_MIGRATIONS = "django_migrations"


def parts_of(statement: str) -> list[str]:
    """Columns and constraints of a ``CREATE TABLE``, in no order: a later migration adds at the end."""
    depth, parts = 0, [""]
    for sign in statement[statement.index("(") + 1 : statement.rindex(")")]:
        depth += (sign == "(") - (sign == ")")
        if sign == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += sign
    return sorted(re.sub(r"\s+", " ", part).strip() for part in parts)


def schema_of(rows: list[tuple[str, str]]) -> dict[str, list[str]]:
    return {name: parts_of(statement) for name, statement in rows if name != HISTORY_OF_MIGRATIONS}


@pytest.mark.skipif(connection.vendor != "sqlite", reason="with CI set, PostgreSQL's are made by migrations")
@pytest.mark.django_db
def test_migrations_make_the_tables_of_the_models(tmp_path: Path) -> None:
    environment = {**os.environ, "APPOINT_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "config.settings"}
    manage = [sys.executable, str(Path(settings.BASE_DIR) / "manage.py"), "migrate", "--verbosity", "0"]
    subprocess.run(manage, check=True, env=environment)  # noqa: S603
    migrated = sqlite3.connect(next(tmp_path.glob("*.sqlite3")))
    with connection.cursor() as cursor:
        from_models = schema_of(cursor.execute(TABLES).fetchall())
        indexes = sorted(cursor.execute(INDEXES).fetchall())

    assert schema_of(migrated.execute(TABLES).fetchall()) == from_models
    assert sorted(migrated.execute(INDEXES).fetchall()) == indexes
    migrated.close()
