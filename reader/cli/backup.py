"""``wenmai backup``: a workspace in one zip file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.command import DAMAGE_FOUND, DONE, Command
from reader.cli.output import complain, counted, say, say_json
from reader.cli.parser import takes_workspace
from reader.user import state_folder
from reader.workspace.backups.backup import back_up
from reader.workspace.journals.overlay import kept_for

if TYPE_CHECKING:
    import argparse


def _takes(parser: argparse.ArgumentParser) -> None:
    takes_workspace(parser)
    parser.add_argument(
        "-o", "--output", metavar="FILE", type=Path, required=True, help="the zip file to write"
    )


def _run(arguments: argparse.Namespace) -> int:
    beside = kept_for(arguments.workspace, state_folder())
    backup = back_up(arguments.workspace, arguments.output, beside=beside)
    files, size = len(backup.files), sum(length for length, _ in backup.files.values())
    for problem in backup.problems:
        complain(problem)
    if arguments.json:
        say_json(
            {
                "file": str(arguments.output),
                "files": files,
                "bytes": size,
                "unreadable": sorted(backup.unreadable),
            }
        )
    else:
        say(f"Backed up {counted(files, 'file')} ({counted(size, 'byte')}) to {arguments.output}")
    return DAMAGE_FOUND if backup.unreadable else DONE


BACKUP = Command(
    "backup",
    "write a workspace into one zip file (exit status 1: a file of it could not be read)",
    """
    wenmai backup my-workspace -o my-workspace.zip
    wenmai backup my-workspace -o my-workspace.zip --json
    """,
    _takes,
    _run,
)
