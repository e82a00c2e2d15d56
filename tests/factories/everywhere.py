"""Looks for words in every table there is, histories and other people's tables too, and among the files."""

from pathlib import Path

from django.apps import apps
from django.conf import settings


def tables_holding(words: str) -> list[str]:
    """The tables of which any row holds the words in any column, whatever its type."""
    return sorted(
        model._meta.label
        for model in apps.get_models(include_auto_created=True)
        if any(
            words in str(value) for row in model._base_manager.order_by("pk").values_list() for value in row
        )
    )


def files_holding(words: str) -> list[str]:
    """The stored files that hold the words."""
    root = Path(settings.MEDIA_ROOT)
    files = [path for path in root.rglob("*") if path.is_file()] if root.exists() else []
    return sorted(path.name for path in files if words.encode() in path.read_bytes())
