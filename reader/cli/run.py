"""Running one command, and turning whatever goes wrong into a sentence and an exit status."""

from __future__ import annotations

import difflib
import os
import sys
from typing import TYPE_CHECKING

from reader.cli.command import DONE, REFUSED, UserError
from reader.cli.commands import COMMANDS
from reader.cli.output import abandon_output, complain, speak_utf8
from reader.cli.parser import make_parser
from reader.exporters import ExportError
from reader.importers import ImportRefusedError
from reader.workspace import WorkspaceError

if TYPE_CHECKING:
    from collections.abc import Sequence

# As a shell reports the signals that stand for these.
INTERRUPTED = 130
OUTPUT_CLOSED = 141


def main(words: Sequence[str]) -> int:
    """Run one command.

    Args:
        words: What the user wrote after the program's name.

    Returns:
        The exit status: 0 done, 1 ``check`` found damage, 2 the user must change
        something, 130 interrupted, 141 nobody reads the output any more.
    """
    speak_utf8()
    try:
        status = _run(words)
        if sys.stdout is not None:
            sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        abandon_output()
        return OUTPUT_CLOSED
    except (UserError, WorkspaceError, ImportRefusedError, ExportError) as error:
        complain(str(error))
        return REFUSED
    except OSError as error:
        abandon_output()
        reason = error.strerror or error
        complain(
            f"The command stopped ({reason}); what it had done is kept. Repeat what is missing."
        )
        return REFUSED
    return status


def _run(words: Sequence[str]) -> int:
    first = words[0] if words else ""
    if not first.startswith("-") and first not in COMMANDS:
        raise UserError(_not_a_command(first))
    try:
        arguments = make_parser(COMMANDS.values()).parse_args(words)
    except SystemExit:
        # After --help and --version; errors are a UserError.
        return DONE
    status: int = arguments.run(arguments)
    return status


def _not_a_command(word: str) -> str:
    near = difflib.get_close_matches(word, COMMANDS, 1)
    # Not pathlib: it raises where a folder is forbidden.
    if os.path.isdir(word):  # noqa: PTH112
        return f"Only one workspace can be opened at a time; to open {word}, write: wenmai {word}"
    if os.path.isfile(word):  # noqa: PTH113
        return f"{word} is a file; bring it into a workspace with: wenmai import WORKSPACE {word}"
    if near:
        return f"“{word}” is neither a command nor a folder; did you mean “{near[0]}”?"
    return f"“{word}” is neither a command nor a folder; see wenmai --help."
