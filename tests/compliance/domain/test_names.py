"""Whose name is on a document."""

import pytest

from compliance.domain.names import is_name_of


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Anne Clarke", "Anne Clarke"),
        ("ANNE CLARKE", "Anne Clarke"),
        ("  Anne   Clarke ", "Anne Clarke"),
        ("Sian Pryce", "Siân Pryce"),
        ("Lukasz Zolty", "Łukasz Żółty"),
        ("Soren Oberg", "Søren Öberg"),
        ("Anne Clarke", "Anne Louise Clarke"),
        ("Anne Louise Mary Clarke", "Anne Mary Clarke"),
        ("Anne Louise Mary Clarke", "Anne Louise Clarke"),
        ("Aoife OBrien", "Aoife O’Brien"),
        ("Anna Smith‑Jones", "Anna Smith-Jones"),
        ("Anna Smith Jones", "Anna Smith-Jones"),
        ("Pele", "Pelé"),
    ],
)
def test_same_person(written: str, name: str) -> None:
    assert is_name_of(written, name) is True
    assert is_name_of(name, written) is True


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Ann Clark", "Anne Clarke"),
        ("Ann Clarke", "Anne Clarke"),
        ("Anne Clark", "Anne Clarke"),
        ("Clarke Anne", "Anne Clarke"),
        ("Anne Louise Clarke", "Anne Mary Clarke"),
        ("Anne Mary Louise Clarke", "Anne Louise Mary Clarke"),
        ("Anna Jones", "Anna Smith-Jones"),
        ("Clarke", "Anne Clarke"),
        ("Anne", "Anne Clarke"),
        ("...", "..."),
    ],
)
def test_another_person(written: str, name: str) -> None:
    assert is_name_of(written, name) is False
    assert is_name_of(name, written) is False


@pytest.mark.parametrize(
    ("written", "former", "expected"),
    [
        ("Anne Nowak", ("Anne Nowak",), True),
        ("Anne Nowak", ("Nowak",), True),
        ("Anne Louise Nowak", ("Nowak",), True),
        ("ANNE NOVÁK", ("Novak",), True),
        ("Anne Nowak", ("Anne Kowalska", "Nowak"), True),
        ("Anne Nowak", ("Anne Kowalska",), False),
        ("Beata Nowak", ("Nowak",), False),
        ("Anne Nowak", (), False),
    ],
)
def test_former_name_counts(written: str, former: tuple[str, ...], expected: bool) -> None:
    assert is_name_of(written, "Anne Clarke", former) is expected
