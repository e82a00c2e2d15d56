"""The suite makes its tables from the models, which is quick; a school's are made by the migrations."""

import os
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from django.conf import settings

TABLES = "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
INDEXES = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
HISTORY_OF_MIGRATIONS = "django_migrations"
BY_MIGRATIONS = "import django; django.setup(); from django.core.management import call_command as call\n"
FROM_MODELS = (
    BY_MIGRATIONS + "from django.apps import apps; from django.conf import settings\n"
    "settings.MIGRATION_MODULES = {app.label: None for app in apps.get_app_configs()}\n"
)

type Schema = tuple[dict[str, list[str]], list[tuple[str, str]]]


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


def schema_made(folder: Path, preparation: str) -> Schema:
    """Tables and indexes of a database that a program of its own has made in the folder."""
    folder.mkdir()
    environment = {**os.environ, "APPOINT_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "config.settings"}
    environment.pop("DATABASE_URL", None)
    program = preparation + "call('migrate', run_syncdb=True, verbosity=0)"
    subprocess.run(  # noqa: S603
        [sys.executable, "-c", program], check=True, env=environment, cwd=settings.BASE_DIR
    )
    with closing(sqlite3.connect(next(folder.glob("*.sqlite3")))) as made:
        tables = dict(made.execute(TABLES).fetchall())
        indexes = sorted(made.execute(INDEXES).fetchall())
    tables.pop(HISTORY_OF_MIGRATIONS, None)
    return {name: parts_of(statement) for name, statement in tables.items()}, indexes


def test_migrations_make_the_tables_of_the_models(tmp_path: Path) -> None:
    migrated = schema_made(tmp_path / "migrated", BY_MIGRATIONS)

    assert len(migrated[0]) > 100
    assert migrated == schema_made(tmp_path / "models", FROM_MODELS)
