from core.domain.sources import LegalSource, cite
from recruitment.domain import sources

EVERY_SOURCE = {name: value for name, value in vars(sources).items() if isinstance(value, LegalSource)}


def test_sources_written_from_memory_say_so() -> None:
    """A source without an address, or that nobody has read, is not verified; the others are."""
    assert {name: source.verified for name, source in EVERY_SOURCE.items()} == {
        name: source.url is not None and source.last_checked is not None
        for name, source in EVERY_SOURCE.items()
    }


def test_sources_written_from_memory_are_these() -> None:
    assert {name for name, source in EVERY_SOURCE.items() if not source.verified} == {
        "GOVERNORS_FOR_HEADSHIP",
        "FROM_NOUGHT_TO_FOUR",
        "CIVIL_SERVICE_SCALE",
        "WEIGHTED_KAPPA",
        "KRIPPENDORFF_ALPHA",
        "GAP_THRESHOLD",
        "INDIRECT_DISCRIMINATION",
    }


def test_sources_are_of_a_known_kind_and_named() -> None:
    assert {source.kind for source in EVERY_SOURCE.values()} == {"statute", "guidance", "custom"}
    assert [name for name, source in EVERY_SOURCE.items() if not source.title or not source.provision] == []


def test_cite_names_each_source_once_and_in_order() -> None:
    first, second = sources.TWO_SHORTLISTERS, sources.TRAINED_INTERVIEWER

    assert cite(second, first, second) == [second.as_answer(), first.as_answer()]
