import pytest

from recruitment.domain.scales import DEFAULT_SCALE, SCALE_PRESETS, ScalePreset
from recruitment.domain.scoring import Scale


def test_default_is_nought_to_three() -> None:
    assert SCALE_PRESETS["0-3"] is DEFAULT_SCALE
    assert DEFAULT_SCALE.words_by_points == {
        0: "No evidence",
        1: "Mentioned only",
        2: "Brief example",
        3: "In-depth example tied to the job",
    }


@pytest.mark.parametrize(
    ("key", "scale", "threshold"),
    [
        ("0-3", Scale(0, 3), 1),
        ("0-2", Scale(0, 2), 1),
        ("0-4", Scale(0, 4), 2),
        ("0-5", Scale(0, 5), 3),
        ("1-7", Scale(1, 7), 4),
    ],
)
def test_preset_spans_what_its_key_says(key: str, scale: Scale, threshold: int) -> None:
    assert (SCALE_PRESETS[key].scale, SCALE_PRESETS[key].essential_threshold) == (scale, threshold)


def test_presets_are_these_five() -> None:
    assert list(SCALE_PRESETS) == ["0-3", "0-2", "0-4", "0-5", "1-7"]


@pytest.mark.parametrize("preset", SCALE_PRESETS.values(), ids=SCALE_PRESETS)
def test_preset_has_different_words_for_each_point(preset: ScalePreset) -> None:
    points = range(preset.min_points, preset.max_points + 1)

    assert list(preset.words_by_points) == list(points)
    assert len({word.casefold() for word in preset.words}) == len(points)
    assert preset.min_points < preset.essential_threshold <= preset.max_points


def test_label_names_both_ends() -> None:
    assert SCALE_PRESETS["0-2"].label == "0 to 2: not met to fully met"
