from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.annotation.colours import (
    APART,
    TEXT,
    Vision,
    contrast,
    distance,
    from_linear,
    from_oklab,
    is_shown,
    linear,
    luminance,
    oklab,
    simulated,
    suggest_colour,
    warnings_for,
)
from reader.annotation.tag_set import DEFAULT_TAG_SET, TagKind, TagSet

COLOURS = st.integers(0, (1 << 24) - 1).map(lambda number: f"#{number:06x}")


def kinds(*colours: str) -> TagSet:
    return TagSet(
        tuple(TagKind(f"k{place}", f"K{place}", one, "") for place, one in enumerate(colours))
    )


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#767676") == pytest.approx(4.54, abs=0.01)
    assert contrast("#767676", "#ffffff") == contrast("#ffffff", "#767676")
    assert luminance("#ffffff") == pytest.approx(1)


@settings(max_examples=100, deadline=None)
@given(COLOURS)
def test_a_colour_comes_back_from_light_and_from_oklab(colour: str) -> None:
    assert from_linear(linear(colour)) == colour
    light = from_oklab(oklab(colour))
    assert from_linear(light) == colour
    assert is_shown(light)
    assert distance(colour, colour) == 0


def test_what_no_screen_shows_is_cut_off() -> None:
    light = from_oklab((0.6, 0.4, 0.1))
    assert not is_shown(light)
    assert from_linear((1.2, -0.1, 0.5)) == "#ff00bc"


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 255), st.sampled_from(Vision))
def test_greys_look_the_same_to_everybody(level: int, vision: Vision) -> None:
    grey = f"#{level:02x}{level:02x}{level:02x}"
    assert distance(simulated(grey, vision), grey) < 0.01


@pytest.mark.parametrize(
    ("one", "other", "vision"),
    [
        # Confusions that each vision is known for, at equal lightness.
        ("#c04000", "#707000", Vision.PROTANOPIA),
        ("#b05a00", "#7a7800", Vision.DEUTERANOPIA),
        ("#007d7d", "#0074a8", Vision.TRITANOPIA),
    ],
)
def test_what_a_vision_confuses_is_less_apart_to_it(one: str, other: str, vision: Vision) -> None:
    assert distance(one, other, vision) < distance(one, other) / 2


def test_red_looks_dark_without_red_cones_and_not_without_green_ones() -> None:
    dark = luminance(simulated("#ff0000", Vision.PROTANOPIA))
    assert dark < luminance("#ff0000") * 0.75
    assert dark < luminance(simulated("#ff0000", Vision.DEUTERANOPIA))


def test_the_kinds_of_a_new_workspace_are_told_apart_by_everybody() -> None:
    assert warnings_for(DEFAULT_TAG_SET, ["#ffffff", "#fcfbf8"]) == ()


def test_a_colour_that_is_lost_on_the_page_is_said() -> None:
    (said,) = warnings_for(kinds("#ffee88", "#002b5c"), ["#ffffff"])
    assert said == (
        "“K0” (#ffee88) is hard to see on #ffffff: its contrast is 1.2, and 3 is the least; choose "
        "a darker or lighter colour."
    )
    assert warnings_for(kinds("#ffee88", "#002b5c")) == ()


def test_colours_that_are_alike_are_said_with_the_vision_they_are_most_alike_to() -> None:
    for other in ("#0069a8", "#0069b0"):
        assert warnings_for(kinds("#0069a8", other)) == (
            "“K0” and “K1” have nearly the same colour; choose another for one.",
        )
    (said,) = warnings_for(kinds("#b05a00", "#7a7800"))
    assert said.startswith("“K0” and “K1” have nearly the same colour to readers with ")
    assert said.endswith("choose another for one, lighter or darker.")


def test_the_colour_suggested_is_legible_and_told_apart_from_all_others() -> None:
    tag_set = DEFAULT_TAG_SET
    for place in range(8):
        colour = suggest_colour(tag_set)
        assert contrast(colour, "#ffffff") >= TEXT
        for kind in tag_set:
            assert min(distance(colour, kind.colour, vision) for vision in Vision) > APART
        tag_set = TagSet((*tag_set, TagKind(f"k{place}", f"K{place}", colour, "")))
    assert warnings_for(tag_set, ["#ffffff"]) == ()
    # The same for all who make a kind in the same tag set.
    assert suggest_colour(DEFAULT_TAG_SET) == tag_set.kinds[len(DEFAULT_TAG_SET.kinds)].colour
