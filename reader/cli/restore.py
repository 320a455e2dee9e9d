"""``wenmai restore``: a workspace from its backup."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.command import DONE, Command
from reader.cli.output import counted, say, say_json
from reader.workspace.backups.restoring import restore

if TYPE_CHECKING:
    import argparse


def _takes(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file",
        metavar="FILE",
        type=Path,
        help="a backup; those made automatically are in the folder backups of the workspace",
    )
    parser.add_argument(
        "folder", metavar="FOLDER", type=Path, help="a new or empty folder for the workspace"
    )
    parser.add_argument("--json", action="store_true", help="print JSON")


def _run(arguments: argparse.Namespace) -> int:
    kept = restore(arguments.file, arguments.folder)
    if arguments.json:
        say_json(
            {
                "folder": str(arguments.folder),
                "workspace": kept.workspace,
                "created": kept.created,
                "files": len(kept.files),
                "bytes": kept.total,
            }
        )
    else:
        files = counted(len(kept.files), "file")
        say(f"Restored {files} as of {kept.created} in {arguments.folder}")
    return DONE


RESTORE = Command(
    "restore",
    "make a workspace of a backup, in a folder of its own",
    """
    wenmai restore my-workspace.zip restored-workspace
    wenmai restore my-workspace/backups/2026-11-22.zip restored-workspace
    """,
    _takes,
    _run,
)
