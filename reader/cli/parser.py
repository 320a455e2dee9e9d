"""Reading what the user wrote: one sentence for every error, examples in every help."""

from __future__ import annotations

import argparse
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn

from reader import __version__
from reader.cli.command import UserError
from reader.cli.output import STANDARD
from reader.text.script import Script

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.cli.command import Command

SCRIPTS_HELP: Final = ", ".join(Script)

_EXAMPLES = """
wenmai
wenmai my-workspace
wenmai import my-workspace article.txt --create
wenmai export my-workspace --format csv -o tags.csv
"""


class _Parser(argparse.ArgumentParser):
    """A parser that raises its errors as one sentence."""

    def error(self, message: str) -> NoReturn:
        """Raise a :class:`UserError`."""
        msg = f"{message[:1].upper()}{message[1:]}; see {self.prog} --help."
        raise UserError(msg)


def make_parser(commands: Iterable[Command]) -> argparse.ArgumentParser:
    """Return the parser of everything that can be written after ``wenmai``."""
    parser = _Parser(
        prog="wenmai",
        usage="wenmai [WORKSPACE]\n       wenmai COMMAND ...",
        description="Read Chinese articles in any script and tag their passages.\n"
        "Without a command the window opens on WORKSPACE.",
        epilog=_epilog(_EXAMPLES),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"wenmai {__version__}")
    places = parser.add_subparsers(
        title="commands", metavar="COMMAND", prog="wenmai", required=True
    )
    for command in commands:
        one = places.add_parser(
            command.name,
            help=command.summary,
            description=f"{command.summary[:1].upper()}{command.summary[1:]}.",
            epilog=_epilog(command.examples),
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        command.takes(one)
        one.set_defaults(run=command.run)
    return parser


def _epilog(examples: str) -> str:
    return "examples:\n" + textwrap.indent(textwrap.dedent(examples).strip(), "  ")


def takes_workspace(parser: argparse.ArgumentParser) -> None:
    """Add ``WORKSPACE`` and ``--json``."""
    parser.add_argument("workspace", metavar="WORKSPACE", type=Path, help="its folder")
    parser.add_argument("--json", action="store_true", help="print JSON")


def takes_encoding(parser: argparse.ArgumentParser) -> None:
    """Add ``--encoding``."""
    parser.add_argument("--encoding", help="what the text is written in, such as gb18030 or big5")


def takes_regional(parser: argparse.ArgumentParser) -> None:
    """Add ``--regional``."""
    parser.add_argument(
        "--regional", action="store_true", help="convert the region's vocabulary too"
    )


def takes_output(parser: argparse.ArgumentParser) -> None:
    """Add ``-o``, standard output where it is not given."""
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        default=STANDARD,
        help="write here; - is standard output (the default)",
    )


def takes_sureness(parser: argparse.ArgumentParser, kinds: Sequence[str]) -> None:
    """Add ``--kind`` and ``--min-confidence``, which suggestions are wanted."""
    parser.add_argument(
        "--kind",
        action="append",
        choices=kinds,
        help="only this kind; may be given more than once (default: all)",
    )
    parser.add_argument(
        "--min-confidence",
        metavar="SHARE",
        type=share,
        default=0.0,
        help="leave out what the rules are less sure of, from 0 to 1 (default: 0)",
    )


def script(word: str) -> Script:
    """Read a script's name, in any letter case.

    Raises:
        ArgumentTypeError: If it is none.
    """
    for one in Script:
        if one.value.casefold() == word.casefold():
            return one
    msg = f"“{word}” is none of {SCRIPTS_HELP}"
    raise argparse.ArgumentTypeError(msg)


def offset(word: str) -> int:
    """Read an offset.

    Raises:
        ArgumentTypeError: If it is no whole number.
    """
    try:
        return int(word)
    except ValueError:
        msg = f"“{word}” is no whole number"
        raise argparse.ArgumentTypeError(msg) from None


def share(word: str) -> float:
    """Read a share of a whole.

    Raises:
        ArgumentTypeError: If it is no number from 0 to 1.
    """
    try:
        number = float(word)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        msg = f"“{word}” is no number from 0 to 1"
        raise argparse.ArgumentTypeError(msg)
    return number


def text(word: str) -> str:
    """Read a text that is to be stored.

    Raises:
        ArgumentTypeError: If its bytes were none in the encoding of the system.
    """
    try:
        word.encode("utf-8")
    except UnicodeEncodeError:
        msg = f"“{word}” is not written in the encoding of this system"
        raise argparse.ArgumentTypeError(msg) from None
    return word
