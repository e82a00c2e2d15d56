"""The handbook keeps up with the code: words, settings, generated pages, decisions."""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command

from tests.architecture.tree import APPS, ROOT

DOCS = ROOT / "docs"
READS_A_SETTING = re.compile(
    r"""(?:environ\.get|environ\[|is_on|getenv|config)\(?\s*["']([A-Z][A-Z_]+)["']"""
)
READ_BY_A_PART = {"DATABASE_URL"}  # dj-database-url reads it
LINK = re.compile(r"\]\((?!https?://|#)([^)#\s]+)(?:#[^)]*)?\)")
TITLE_OF_A_DECISION = re.compile(
    r"\A# \d{4}\. \S.*\n\n(?:.*\n)*?## Context\n(?:.*\n)*?## Decision\n(?:.*\n)*?## Consequences\n"
)


def words_of(table: str) -> set[str]:
    """What stands in code marks at the beginning of a row or an entry."""
    return set(re.findall(r"^(?:\| |- )\**`([^`]+)`", table, flags=re.MULTILINE))


def test_every_setting_read_is_described() -> None:
    read = set(READS_A_SETTING.findall((ROOT / "config" / "settings.py").read_text())) | READ_BY_A_PART

    assert read - words_of((DOCS / "configuration.md").read_text()) == set()


def test_every_setting_described_is_read() -> None:
    read = set(READS_A_SETTING.findall((ROOT / "config" / "settings.py").read_text())) | READ_BY_A_PART

    assert words_of((DOCS / "configuration.md").read_text()) - read == set()


def test_every_model_has_its_word_in_the_glossary() -> None:
    models = {model.__name__ for app in APPS for model in apps.get_app_config(app).get_models()}
    bases = {name for name in models if not name.startswith("Historical")}

    assert bases - words_of((DOCS / "glossary.md").read_text()) == set()


def test_generated_pages_are_fresh(tmp_path: Path) -> None:
    call_command("build_docs", output=str(tmp_path))
    built = {path.relative_to(tmp_path): path.read_text() for path in tmp_path.rglob("*") if path.is_file()}
    kept = DOCS / "generated"

    assert built != {}
    assert {path.relative_to(kept): path.read_text() for path in kept.rglob("*") if path.is_file()} == built


@pytest.mark.parametrize("path", sorted((DOCS / "adr").glob("[0-9]*.md")), ids=lambda path: path.stem)
def test_a_decision_says_why_and_what_follows(path: Path) -> None:
    assert TITLE_OF_A_DECISION.match(path.read_text()) is not None


def test_decisions_are_numbered_in_a_row() -> None:
    numbers = [int(path.stem[:4]) for path in sorted((DOCS / "adr").glob("[0-9]*.md"))]

    assert numbers == list(range(1, len(numbers) + 1))
    assert numbers != []


@pytest.mark.parametrize(
    "path", [*ROOT.glob("*.md"), *sorted(DOCS.rglob("*.md"))], ids=lambda path: path.name
)
def test_links_lead_somewhere(path: Path) -> None:
    broken = [target for target in LINK.findall(path.read_text()) if not (path.parent / target).exists()]

    assert broken == []


def test_settings_are_found_in_code() -> None:
    source = "os.environ.get('A_ONE')\nis_on(\"B_TWO\")\nos.environ[\"C_THREE\"]\nget('D')\n"

    assert READS_A_SETTING.findall(source) == ["A_ONE", "B_TWO", "C_THREE"]
