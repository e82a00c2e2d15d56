"""Every icon that is asked for exists."""

import re
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders

from core.templatetags.components.lists import STEP_ICONS
from core.templatetags.components.words import SPRITE, TONE_ICONS

NAMED = re.compile(r"\{%\s*icon name=\"([a-z0-9-]+)\"|\bicon=\"([a-z0-9-]+)\"")
IN_PYTHON = re.compile(r"svg\(\"([a-z0-9-]+)\"\)|icon: str = \"([a-z0-9-]+)\"")
BASE = Path(settings.BASE_DIR)


def symbols() -> set[str]:
    return set(re.findall(r'<symbol id="([^"]+)"', Path(finders.find(SPRITE)).read_text()))


def asked_for(pattern: re.Pattern[str], glob: str) -> set[str]:
    places = [path for app in ("core", "recruitment", "overview") for path in (BASE / app).glob(glob)]
    return {name for path in places for found in pattern.findall(path.read_text()) for name in found if name}


def test_icons_of_templates_exist() -> None:
    asked = asked_for(NAMED, "templates/**/*.html")

    assert "lock-fill" in asked
    assert asked - symbols() == set()


def test_icons_of_components_exist() -> None:
    asked = asked_for(IN_PYTHON, "templatetags/**/*.py")

    assert "chevron-right" in asked
    assert (asked | set(TONE_ICONS.values()) | set(STEP_ICONS.values())) - symbols() == set()
