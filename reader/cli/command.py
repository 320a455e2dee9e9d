"""What a command is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

DONE: Final = 0
DAMAGE_FOUND: Final = 1
REFUSED: Final = 2


class UserError(Exception):
    """Something the user must change; the message is one sentence for them."""


@dataclass(frozen=True, slots=True)
class Command:
    """One command.

    Attributes:
        name: The word that calls it.
        summary: What it does, for the list of commands.
        examples: Whole command lines, one a line.
        takes: Adds what can be written after its name to a parser.
        run: Does it, and returns the exit status.
    """

    name: str
    summary: str
    examples: str
    takes: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]
