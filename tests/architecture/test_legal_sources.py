"""A rule that speaks for the law says where that stands, and whether somebody has looked."""

import ast
import importlib
import inspect
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from core.domain.sources import LegalSource
from overview.rules import TOPICS
from tests.architecture.tree import ROOT, dotted, list_modules, parse

KINDS = ("statute", "guidance", "custom")


def sources_in(value: object) -> Iterator[LegalSource]:
    """The sources among a module's constants, in tuples, lists, sets and mappings too."""
    if isinstance(value, LegalSource):
        yield value
    elif isinstance(value, Mapping):
        yield from sources_in(list(value.values()))
    elif isinstance(value, tuple | list | set | frozenset):
        for item in value:
            yield from sources_in(item)


def list_sources() -> list[LegalSource]:
    names = [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in list_modules("domain")]
    modules = [importlib.import_module(name.removesuffix(".__init__")) for name in names]
    found = {source for module in modules for value in vars(module).values() for source in sources_in(value)}
    return sorted(found, key=lambda source: (source.title, source.provision))


def source_faults(source: LegalSource) -> list[str]:
    rules = {
        "has no title": not source.title.strip(),
        "has no provision": not source.provision.strip(),
        f"is of the unknown kind {source.kind}": source.kind not in KINDS,
        "was verified on no day": source.verified and source.last_checked is None,
        "was verified without an address": source.verified and source.kind != "custom" and not source.url,
        "has an address nobody can open": bool(source.url)
        and not str(source.url).startswith(("https://", "http://")),
        "ends before it begins": bool(
            source.in_force_from and source.in_force_until and source.in_force_until < source.in_force_from
        ),
    }
    return [fault for fault, is_so in rules.items() if is_so]


def test_every_source_is_whole() -> None:
    faults = {f"{source.title}, {source.provision}": source_faults(source) for source in list_sources()}

    assert {name: found for name, found in faults.items() if found} == {}


def test_sources_are_found_at_all() -> None:
    assert "statute" in {source.kind for source in list_sources()}


def cites(tree: ast.AST) -> bool:
    """Whether an answer is given its sources: a dictionary whose ``sources`` comes from ``cite(…)``."""
    return any(
        isinstance(key, ast.Constant)
        and key.value == "sources"
        and isinstance(value, ast.Call)
        and dotted(value.func) == "cite"
        and (value.args != [] or value.keywords != [])
        for node in ast.walk(tree)
        if isinstance(node, ast.Dict)
        for key, value in zip(node.keys, node.values, strict=True)
    )


@pytest.mark.parametrize("topic", TOPICS)
def test_every_rule_that_can_be_asked_cites_its_sources(topic: str) -> None:
    module = Path(inspect.getfile(TOPICS[topic]))

    assert cites(parse(module))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{'sources': cite(A)}", True),
        ("{'sources': cite(*FOUND)}", True),
        ("{'sources': cite()}", False),
        ("{'sources': []}", False),
        ("{'verdict': cite(A)}", False),
    ],
)
def test_cites_needs_a_source(source: str, expected: bool) -> None:
    assert cites(ast.parse(source)) is expected


SOUND = LegalSource(
    title="Equality Act 2010",
    provision="section 60",
    kind="statute",
    url="https://www.legislation.gov.uk/ukpga/2010/15/section/60",
    in_force_from=date(2010, 10, 1),
    last_checked=date(2026, 11, 22),
    verified=True,
)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (SOUND, []),
        (replace(SOUND, title=" "), ["has no title"]),
        (replace(SOUND, provision=""), ["has no provision"]),
        (replace(SOUND, kind="law"), ["is of the unknown kind law"]),
        (replace(SOUND, last_checked=None), ["was verified on no day"]),
        (replace(SOUND, url=None), ["was verified without an address"]),
        (replace(SOUND, url=None, verified=False), []),
        (replace(SOUND, url="gov.uk"), ["has an address nobody can open"]),
        (replace(SOUND, in_force_until=date(2010, 9, 30)), ["ends before it begins"]),
        (replace(SOUND, in_force_until=date(2010, 10, 1)), []),
    ],
)
def test_source_faults_are_seen(source: LegalSource, expected: list[str]) -> None:
    assert source_faults(source) == expected


def test_sources_in_looks_inside_collections() -> None:
    assert list(sources_in({"a": (SOUND, [SOUND]), "b": "text"})) == [SOUND, SOUND]
