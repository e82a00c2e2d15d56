"""What one block sets is unknown in the next: there "Cancel" would lead nowhere, or submit the form."""

from pathlib import Path

import pytest
from django.template.loader import get_template

from tests.architecture.template_scopes import find_unknown_names
from tests.architecture.test_templates import TEMPLATES
from tests.architecture.tree import name_of

BACK = '{% url "x" as back %}'
USED = '{% button label="Cancel" href=back %}'


def source_of(name: str) -> str:
    return get_template(name).template.source  # type: ignore[attr-defined,no-any-return]


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_a_name_is_used_where_it_is_known(path: Path) -> None:
    name = "/".join(path.parts[path.parts.index("templates") + 1 :])

    assert find_unknown_names(name, source_of) == []


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (f"{{% block a %}}{BACK}{{% endblock %}}{{% block b %}}{USED}{{% endblock %}}", ["back"]),
        (f"{{% block a %}}{BACK}{{% endblock %}}{{% block b %}}{BACK}{USED}{{% endblock %}}", []),
        (f"{{% block a %}}{BACK}{{% block b %}}{USED}{{% endblock %}}{{% endblock %}}", []),
        (f"{{% block a %}}{USED}{BACK}{{% endblock %}}", ["back"]),
        (f"{{% if one %}}{BACK}{{% endif %}}{USED}", []),
        (f"{{% for one in all %}}{BACK}{{% endfor %}}{USED}", ["back"]),
        (f"{BACK}{{% partialdef form %}}{USED}{{% endpartialdef %}}", ["back"]),
        (f"{BACK}{{% for one in all %}}{USED}{{% endfor %}}", []),
        ("{% block a %}{% sum as n %}{% endblock %}{% block b %}{{ n.x|add:1 }}{% endblock %}", ["n"]),
        ("{% block a %}{% with n=1 m=2 %}{{ n }}{{ m }}{% endwith %}{% endblock %}{{ back }}", []),
        (f"{{% block a %}}{BACK}{{% endblock %}}{{% block b %}}{{{{ back.title }}}}{{% endblock %}}", []),
        (f'{{% block a %}}{BACK}{{% endblock %}}{{% tag "back" back=one|back %}}', []),
        (f"{BACK}{{% comment %}}{{% block %}}{{% endcomment %}}{USED}", []),
        (f'{{% block a %}}{BACK}{{% endblock %}}{{% include "part.html" %}}', ["back"]),
        (f'{BACK}{{% include "part.html" %}}', []),
        (f'{BACK}{{% include "part.html" only %}}', ["back"]),
        (f'{{% include "part.html" with back="/" %}}{{% block a %}}{BACK}{{% endblock %}}', []),
        (f'{{% extends "base.html" %}}{{% block last %}}{USED}{{% endblock %}}', []),
        (f'{{% extends "base.html" %}}{{% block content %}}{USED}{{% endblock %}}', ["back"]),
        (f'{{% extends "base.html" %}}{{% block crumbs %}}{{% endblock %}}{USED}', []),
    ],
)
def test_unknown_names_are_seen(page: str, expected: list[str]) -> None:
    templates = {
        "page.html": page,
        "part.html": USED,
        "base.html": (
            f"{{% block crumbs %}}{BACK}{{% block last %}}{{% endblock %}}{{% endblock %}}"
            "{% block content %}{% endblock %}"
        ),
    }

    assert find_unknown_names("page.html", templates.__getitem__) == expected
