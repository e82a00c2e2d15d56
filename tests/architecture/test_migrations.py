"""The suite makes its tables from the models, which is quick; a school's are made by the migrations.

``make lint`` holds that both say the same, and the build server runs the tests that ask PostgreSQL on tables
made by the migrations. Neither would see a migration that changes tables behind Django's back: none may.
"""

import ast

from tests.architecture.tree import APPS, ROOT, dotted, name_of, parse

BEHIND_THE_STATE = {"RunSQL", "SeparateDatabaseAndState"}


def changes_unseen(tree: ast.Module) -> set[str]:
    """What of a migration the models cannot tell: its own SQL, or tables changed by a function."""
    names = {dotted(node) for node in ast.walk(tree) if isinstance(node, ast.Attribute | ast.Name)}
    return {name for name in names if name.split(".")[-1] in BEHIND_THE_STATE or "schema_editor." in name}


def test_no_migration_changes_tables_behind_the_models() -> None:
    migrations = [path for app in APPS for path in sorted((ROOT / app).glob("migrations/0*.py"))]

    assert len(migrations) >= len(APPS) - 1  # overview has no tables
    assert {name_of(path): found for path in migrations if (found := changes_unseen(parse(path)))} == {}


def test_a_migration_with_its_own_sql_is_seen() -> None:
    source = "operations = [migrations.RunSQL('x')]\ndef f(apps, schema_editor): schema_editor.execute('x')"

    assert changes_unseen(ast.parse(source)) == {"migrations.RunSQL", "schema_editor.execute"}
