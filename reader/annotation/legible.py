"""Colours moved until they have enough contrast, as WCAG 2.2 measures it. They are ``#rrggbb``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.annotation.colours import (
    contrast,
    from_linear,
    from_oklab,
    is_shown,
    luminance,
    oklab,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

_STEPS: Final = 14


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
    lightness, a, b = oklab(colour)
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
    if is_shown(from_oklab((lightness, a, b))):
        low = 1.0
    else:
        for _ in range(_STEPS):
            middle = (low + high) / 2
            if is_shown(from_oklab((lightness, a * middle, b * middle))):
                low = middle
            else:
                high = middle
    return from_linear(from_oklab((lightness, a * low, b * low)))
