"""The language of sentences that are made below the window.

Everything below the window says what it has to say in English. The window hands in a
translator; the command line has none. Qt's tools find the sentences by the calls of
:func:`tr` and :func:`mark`, so these take literals.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def _as_it_is(text: str) -> str:
    return text


_translate: Callable[[str], str] = _as_it_is


def use(translate: Callable[[str], str] | None) -> None:
    """Say sentences as a function translates them from now on; ``None`` is in English.

    Args:
        translate: Called from any thread; returns a text it does not know as it is.
    """
    global _translate  # a program speaks one language at a time
    _translate = translate or _as_it_is


def tr(text: str) -> str:
    """Return a text in the user's language; its ``{fields}`` are filled in afterwards."""
    return _translate(text)


def mark(text: str) -> str:
    """Return a text as it is, to be translated where it is shown: what is stored is in English."""
    return text
