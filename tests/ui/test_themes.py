"""Themes as data: the same colours in each, and enough contrast wherever two of them meet."""

from __future__ import annotations

import json
from itertools import combinations
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from reader.annotation.tag_set import DEFAULT_TAG_SET
from reader.assets import resource
from reader.ui.contrast import GRAPHIC, TEXT, contrast, distance, legible, luminance
from reader.ui.panels.elements import UNKNOWN_COLOUR
from reader.ui.theme import NAMES, Colour, Theme, mixed

if TYPE_CHECKING:
    from collections.abc import Iterator

# Words on grounds.
_WORDS = {
    "ink": ("paper", "panel", "raised", "chosen", "selection", "match", "current_match"),
    # The marks of Markdown may be selected, found and tagged as any words.
    "soft_ink": ("paper", "panel", "raised", "chosen", "selection", "match", "current_match"),
    "accent": ("panel", "raised"),
    "accent_ink": ("accent",),
    "danger": ("panel", "raised", "paper"),
    "danger_ink": ("danger",),
    "ambiguous": ("raised",),
}
# Lines, dots, icons, focus rings and the caret on grounds.
_GRAPHICS = {
    "accent": ("paper", "panel", "raised", "chosen"),
    "edge": ("paper", "panel", "raised"),
    "icon": ("panel", "raised", "chosen"),
    "change": ("paper", "selection", "match", "current_match"),
    "ambiguous": ("paper", "selection", "match", "current_match"),
    "weak": ("paper", "selection", "match", "current_match"),
    "danger": ("panel", "raised"),
}
# The user's colours may be any: the darkest, the lightest, the strongest, and those between.
_ANY = [
    f"#{red:02x}{green:02x}{blue:02x}"
    for red in (0, 85, 170, 255)
    for green in (0, 85, 170, 255)
    for blue in (0, 85, 170, 255)
]
_KINDS = [kind.colour for kind in DEFAULT_TAG_SET]


@pytest.fixture(params=NAMES)
def theme(request: pytest.FixtureRequest) -> Theme:
    """Return each theme."""
    return Theme.load(request.param)


def data(name: str) -> dict[str, Any]:
    """Return a theme's file."""
    found: dict[str, Any] = json.loads(resource("themes", f"{name}.json").read_text("utf-8"))
    return found


def faults(colours: dict[str, str]) -> list[str]:
    """Return the pairs of a theme's colours that have too little contrast."""
    return [
        f"{over} on {under}: {contrast(colours[over], colours[under]):.2f}"
        for pairs, least in ((_WORDS, TEXT), (_GRAPHICS, GRAPHIC))
        for over, grounds in pairs.items()
        for under in grounds
        if contrast(colours[over], colours[under]) < least
    ]


def test_contrast_is_wcag_s() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert contrast("#ffffff", "#767676") == pytest.approx(4.54, abs=0.005)


@pytest.mark.parametrize("name", NAMES)
def test_a_theme_is_as_its_schema_says(name: str) -> None:
    schema = json.loads(resource("schema", "theme.schema.json").read_text("utf-8"))
    jsonschema.validate(data(name), schema)
    assert data(name)["name"] == name


def test_every_theme_has_the_same_keys_and_no_file_is_left_out() -> None:
    assert {file.stem for file in resource("themes").glob("*.json")} == set(NAMES)
    assert len({tuple(sorted(data(name)["colours"])) for name in NAMES}) == 1
    declared = {name for name, kind in Theme.__annotations__.items() if kind == "Colour"}
    assert set(data("light")["colours"]) == declared


def test_every_pair_of_colours_that_meet_has_enough_contrast(theme: Theme) -> None:
    assert faults(dict(theme.colours)) == []


@pytest.mark.parametrize("role", [*_WORDS, "edge", "icon", "change"])
def test_a_colour_too_like_its_ground_is_found(theme: Theme, role: str) -> None:
    ground = {**_GRAPHICS, **_WORDS}[role][0]
    bad = {**theme.colours, role: mixed(theme.colours[ground], theme.colours[role], 0.3).name()}
    assert any(fault.startswith(f"{role} on {ground}") for fault in faults(bad))


def test_dark_is_said_where_grounds_are_dark(theme: Theme) -> None:
    grounds = (theme.paper, theme.panel, theme.raised, theme.chosen, theme.selection)
    assert {luminance(ground) < 0.18 for ground in grounds} == {theme.dark}


def test_words_on_any_wash_are_legible(theme: Theme) -> None:
    for colour in (*_ANY, *_KINDS, UNKNOWN_COLOUR):
        wash = theme.tint(colour).name()
        for ink in (theme.ink, theme.soft_ink):
            assert contrast(ink, wash) >= TEXT, (colour, wash)


def test_marks_on_any_wash_are_seen(theme: Theme) -> None:
    for colour in (*_ANY, *_KINDS, UNKNOWN_COLOUR):
        wash = theme.tint(colour).name()
        for mark in (theme.change, theme.ambiguous, theme.weak):
            assert contrast(mark, wash) >= GRAPHIC, (colour, wash)


def test_any_colour_of_a_kind_stands_out_from_all_it_lies_on(theme: Theme) -> None:
    for colour in (*_ANY, *_KINDS, UNKNOWN_COLOUR):
        wash = theme.tint(colour).name()
        hover = mixed(theme.panel, theme.chosen, 0.45).name()
        for ground in (theme.paper, theme.panel, theme.raised, theme.chosen, hover, wash):
            assert contrast(theme.mark(colour), ground) >= GRAPHIC, (colour, ground)
        for ground in (theme.panel, theme.raised):
            assert contrast(theme.words(colour), ground) >= TEXT, (colour, ground)


def test_a_kind_s_colour_that_stands_out_is_not_touched() -> None:
    light = Theme.load("light")
    assert [light.mark(colour) for colour in _KINDS] == _KINDS


def test_kinds_stay_apart(theme: Theme) -> None:
    for one, other in combinations(_KINDS, 2):
        assert distance(theme.mark(one), theme.mark(other)) > 0.1
        assert distance(theme.tint(one).name(), theme.tint(other).name()) > 0.018


def test_a_wash_is_no_paper_and_no_other_ground(theme: Theme) -> None:
    for colour in (*_KINDS, UNKNOWN_COLOUR):
        wash = theme.tint(colour).name()
        assert distance(wash, theme.paper) > 0.04
        for ground in (theme.match, theme.current_match, theme.selection):
            assert distance(wash, ground) > 0.02, (colour, ground)


def test_what_is_found_chosen_and_selected_are_apart(theme: Theme) -> None:
    grounds = (theme.paper, theme.selection, theme.match, theme.current_match)
    for one, other in combinations(grounds, 2):
        assert distance(one, other) > 0.04


def test_a_colour_keeps_its_hue_when_it_is_made_legible() -> None:
    seen = legible("#ffff00", ["#ffffff"], TEXT)
    red, green, blue = (int(seen[at : at + 2], 16) for at in (1, 3, 5))
    assert abs(red - green) < 30
    assert min(red, green) > blue + 60


def test_a_theme_becomes_another_in_place_and_tells_of_it() -> None:
    theme, told = Theme.load("light"), []
    theme.changed.connect(lambda: told.append(theme.paper))
    before = theme.mark("#ffff00")
    theme.become("dark")
    assert told == [data("dark")["colours"]["paper"]]
    assert theme.dark
    assert theme.mark("#ffff00") != before


def test_a_colour_knows_what_it_is_for(theme: Theme) -> None:
    assert all(isinstance(colour, Colour) for colour in theme.colours.values())
    assert all(colour.role == role for role, colour in theme.colours.items())


def roles() -> Iterator[str]:
    """Yield the roles of colours that are used with another."""
    for pairs in (_WORDS, _GRAPHICS):
        for over, grounds in pairs.items():
            yield over
            yield from grounds


def test_no_colour_is_left_unmeasured() -> None:
    # Lines between areas say nothing: they need no contrast.
    assert set(data("light")["colours"]) - set(roles()) == {"line"}
