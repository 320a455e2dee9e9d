"""Which corrections of the conversion a command makes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.output import complain
from reader.text.glossary import Glossary
from reader.user import state_folder
from reader.workspace import user_glossary
from reader.workspace.files.glossary_file import read_glossary

if TYPE_CHECKING:
    import argparse


def takes_glossary(parser: argparse.ArgumentParser) -> None:
    """Add ``--glossary`` and ``--no-glossary``."""
    group = parser.add_mutually_exclusive_group()
    group.add_argument(
        "--glossary",
        metavar="FILE",
        type=Path,
        action="append",
        default=[],
        help="correct the conversion by this table too (words, what is shown, scripts; separated "
        "by tabs); it counts for more than your own corrections, and the last one for most",
    )
    group.add_argument(
        "--no-glossary", action="store_true", help="correct nothing: what OpenCC says alone"
    )


def named_glossary(arguments: argparse.Namespace) -> Glossary:
    """Return the corrections that the options ask for, the strongest last.

    Raises:
        WorkspaceError: If a file is no glossary.
    """
    if arguments.no_glossary:
        return Glossary()
    glossary = everywhere()
    for path in arguments.glossary:
        glossary += read_glossary(path)
    return glossary


def everywhere() -> Glossary:
    """Return the corrections of every workspace: the product's, then the user's."""
    own = user_glossary.load(state_folder())
    if own.problem:
        complain(own.problem)
    return user_glossary.shipped() + own.glossary
