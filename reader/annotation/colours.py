"""Colours of kinds of tag: whether they stand out from the page, and from each other.

Colours are ``#rrggbb``. Contrast is WCAG 2.2's, from 1 to 21; the difference of two colours is
their distance in OKLab (Björn Ottosson, "A perceptual color space for image processing", 2020).
What a reader without one of the three kinds of cones sees is after G. M. Machado, M. M. Oliveira
and L. A. F. Fernandes, "A Physiologically-based Model for Simulation of Color Vision
Deficiency", IEEE TVCG 15 (6), 2009, at severity 1.
"""

from __future__ import annotations

import math
from enum import StrEnum
from functools import cache
from itertools import combinations
from operator import mul
from typing import TYPE_CHECKING, Final

from reader.language import mark, tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.annotation.tag_set import TagSet

TEXT: Final = 4.5
"""The least contrast of words (WCAG 2.2, 1.4.3, level AA)."""
GRAPHIC: Final = 3.0
"""The least contrast of lines, dots, marks and focus rings (1.4.11), and of large words."""
APART: Final = 0.05
"""The least distance at which two marks that do not touch are told apart at a glance.

About 0.02 is just seen where two colours touch.
"""
_PLAINLY: Final = 2 * APART

Triple = tuple[float, float, float]
"""Red, green and blue, as light (linear), from 0 to 1; or lightness, a and b of OKLab."""


class Vision(StrEnum):
    """How a reader sees colours."""

    COMMON = mark("common colour vision")
    PROTANOPIA = mark("protanopia (no red cones)")
    DEUTERANOPIA = mark("deuteranopia (no green cones)")
    TRITANOPIA = mark("tritanopia (no blue cones)")


# Rows make red, green and blue of linear red, green and blue.
_SEEN: Final = {
    Vision.PROTANOPIA: (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    Vision.DEUTERANOPIA: (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    Vision.TRITANOPIA: (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, from 0 to 1."""
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def distance(one: str, other: str, vision: Vision = Vision.COMMON) -> float:
    """Return how different two colours look; 0 is the same, black and white differ by 1."""
    return math.dist(oklab(simulated(one, vision)), oklab(simulated(other, vision)))


def simulated(colour: str, vision: Vision) -> str:
    """Return the colour that looks to common vision as a colour looks to another."""
    if vision is Vision.COMMON:
        return colour
    light = linear(colour)
    red, green, blue = (sum(map(mul, row, light)) for row in _SEEN[vision])
    return from_linear((red, green, blue))


def warnings_for(tag_set: TagSet, backgrounds: Iterable[str] = ()) -> tuple[str, ...]:
    """Return sentences for the user about colours of kinds that are hard to see or tell apart.

    Two kinds are named once: alike to everybody, or with the vision to which they are most alike.

    Args:
        tag_set: The kinds.
        backgrounds: The pages that marks in the kinds' own colours lie on.
    """
    pages = tuple(backgrounds)
    said = [
        tr(
            "“{kind}” ({colour}) is hard to see on {page}: its contrast is {contrast:.1f}, and "
            "{least:.0f} is the least; choose a darker or lighter colour."
        ).format(
            kind=tr(kind.label),
            colour=kind.colour,
            page=page,
            contrast=contrast(kind.colour, page),
            least=GRAPHIC,
        )
        for kind in tag_set
        for page in pages
        if contrast(kind.colour, page) < GRAPHIC
    ]
    for one, other in combinations(tag_set, 2):
        apart = {vision: distance(one.colour, other.colour, vision) for vision in Vision}
        least = min(apart, key=lambda vision: apart[vision])
        if apart[least] < APART:
            same = apart[Vision.COMMON] < APART
            said.append(_alike(tr(one.label), tr(other.label), Vision.COMMON if same else least))
    return tuple(said)


def suggest_colour(tag_set: TagSet) -> str:
    """Return a colour for another kind: words in it are legible on white.

    It is the first that certainly differs from the colours of all other kinds, to whatever
    vision; where none does, the one that differs most.
    """
    taken = [_looks(kind.colour) for kind in tag_set]
    return max(_candidates(), key=lambda colour: min(_least_apart(_looks(colour), taken), _PLAINLY))


def linear(colour: str) -> Triple:
    """Return the red, green and blue of a colour as light, from 0 to 1."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _expanded(red), _expanded(green), _expanded(blue)


def from_linear(light: Triple) -> str:
    """Return the colour of some light; what no screen shows is cut off."""
    parts = (min(1.0, max(0.0, part)) for part in light)
    shown = (
        part * 12.92 if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055 for part in parts
    )
    return "#" + "".join(f"{round(part * 255):02x}" for part in shown)


def oklab(colour: str) -> Triple:
    """Return a colour's lightness, from 0 to 1, and its a and b."""
    red, green, blue = linear(colour)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def from_oklab(lab: Triple) -> Triple:
    """Return the light of a colour in OKLab; parts outside 0 to 1 are shown by no screen."""
    lightness, a, b = lab
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def is_shown(light: Triple) -> bool:
    """Return whether a screen shows some light."""
    return all(-1e-6 <= part <= 1 + 1e-6 for part in light)


def _expanded(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _alike(one: str, other: str, vision: Vision) -> str:
    if vision is Vision.COMMON:
        said = tr("“{one}” and “{other}” have nearly the same colour; choose another for one.")
    else:
        said = tr(
            "“{one}” and “{other}” have nearly the same colour to readers with {vision}; choose "
            "another for one, lighter or darker."
        )
    return said.format(one=one, other=other, vision=tr(vision.value))


def _looks(colour: str) -> list[Triple]:
    """Return a colour in OKLab as each vision sees it."""
    return [oklab(simulated(colour, vision)) for vision in Vision]


def _least_apart(looks: Sequence[Triple], taken: Iterable[Sequence[Triple]]) -> float:
    return min(
        (math.dist(*two) for other in taken for two in zip(looks, other, strict=True)),
        default=0.0,
    )


@cache
def _candidates() -> tuple[str, ...]:
    """Return strong colours of every hue that are legible on white."""
    found = []
    for lightness in (0.52, 0.44, 0.36, 0.58):
        for strength in (0.16, 0.12, 0.08):
            for hue in range(250, 610, 15):
                a, b = math.cos(math.radians(hue)), math.sin(math.radians(hue))
                light = from_oklab((lightness, strength * a, strength * b))
                if is_shown(light) and contrast(from_linear(light), "#ffffff") >= TEXT:
                    found.append(from_linear(light))
    return tuple(found)
