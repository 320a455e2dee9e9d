"""Contrast as WCAG 2.2 measures it, and colours moved until they have enough of it.

This module knows no Qt. Colours are ``#rrggbb``.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

TEXT: Final = 4.5
"""The least contrast of words (WCAG 2.2, 1.4.3, level AA)."""
GRAPHIC: Final = 3.0
"""The least contrast of lines, dots, marks and focus rings (1.4.11), and of large words."""

_STEPS: Final = 14

Triple = tuple[float, float, float]


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, from 0 to 1."""
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def distance(one: str, other: str) -> float:
    """Return how different two colours look: about 0.02 is seen side by side (OKLab)."""
    return math.dist(_lab(one), _lab(other))


def legible(colour: str, grounds: Iterable[str], least: float) -> str:
    """Return a colour that stands out from every ground: itself where it does.

    Otherwise it is as light or as dark as it must be, of the same hue and, as far
    as the screen has it, as strong.

    Args:
        colour: What somebody chose.
        grounds: All light or all dark.
        least: The contrast it must have.
    """
    behind = tuple(grounds)
    if _least(colour, behind) >= least:
        return colour
    lightness, a, b = _lab(colour)
    # Away from the grounds: where they are dark, lighter.
    goal = 1.0 if all(luminance(ground) < 0.18 for ground in behind) else 0.0
    near, far = lightness, goal
    for _ in range(_STEPS):
        middle = (near + far) / 2
        if _least(_in_gamut(middle, a, b), behind) >= least:
            far = middle
        else:
            near = middle
    return _in_gamut(far, a, b)


def _least(colour: str, grounds: tuple[str, ...]) -> float:
    return min(contrast(colour, ground) for ground in grounds)


def _in_gamut(lightness: float, a: float, b: float) -> str:
    """Return the colour of a lightness and hue, as strong as the screen has it."""
    low, high = 0.0, 1.0
    if _is_shown(_from_lab((lightness, a, b))):
        low = 1.0
    else:
        for _ in range(_STEPS):
            middle = (low + high) / 2
            if _is_shown(_from_lab((lightness, a * middle, b * middle))):
                low = middle
            else:
                high = middle
    return _hex(_from_lab((lightness, a * low, b * low)))


def _is_shown(linear: Triple) -> bool:
    return all(-1e-6 <= part <= 1 + 1e-6 for part in linear)


def _linear(colour: str) -> Triple:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _expanded(red), _expanded(green), _expanded(blue)


def _expanded(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _hex(linear: Triple) -> str:
    parts = (min(1.0, max(0.0, part)) for part in linear)
    shown = (
        part * 12.92 if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055 for part in parts
    )
    return "#" + "".join(f"{round(part * 255):02x}" for part in shown)


# Björn Ottosson, "A perceptual color space for image processing" (2020).
def _lab(colour: str) -> Triple:
    red, green, blue = _linear(colour)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def _from_lab(lab: Triple) -> Triple:
    lightness, a, b = lab
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )
