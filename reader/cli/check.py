"""``wenmai check``: whether everything in a workspace is as it was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli.command import DAMAGE_FOUND, DONE, Command
from reader.cli.output import counted, say, say_json
from reader.cli.parser import takes_workspace
from reader.user import state_folder
from reader.workspace.checks.check import examine
from reader.workspace.checks.repair import repair
from reader.workspace.journals.overlay import kept_for

if TYPE_CHECKING:
    import argparse


def _takes(parser: argparse.ArgumentParser) -> None:
    takes_workspace(parser)
    parser.add_argument(
        "--backups",
        action="store_true",
        help="verify the automatic backups too, and whether all that they hold is still there",
    )
    parser.add_argument(
        "--repair",
        action="store_true",
        help="mend what a backup or a synchroniser's copy holds whole; "
        "the workspace is backed up first, and nothing is deleted",
    )


def _run(arguments: argparse.Namespace) -> int:
    kept = kept_for(arguments.workspace, state_folder())
    repaired = repair(arguments.workspace, kept) if arguments.repair else []
    report = examine(arguments.workspace, backups=arguments.backups or arguments.repair)
    problems = [finding.message for finding in report.errors]
    notes = [finding.message for finding in report.findings if finding.severity == "note"]
    notes += [
        f"What this machine keeps in {overlay}, as {arguments.workspace} could not be written, is "
        "not verified or counted here; make the folder writable and open it, and it is brought in."
        for overlay in kept
    ]
    if arguments.json:
        say_json(
            {
                "articles": report.articles,
                "tags": report.tags,
                "problems": problems,
                "notes": notes,
                "repaired": repaired,
            }
        )
    else:
        for sentence in (*repaired, *problems, *notes):
            say(sentence)
        found = counted(len(problems), "problem") if problems else "no damage"
        articles, tags = counted(report.articles, "article"), counted(report.tags, "tag")
        say(f"{articles}, {tags}: {found} found")
    return DAMAGE_FOUND if problems else DONE


CHECK = Command(
    "check",
    "verify every file, checksum and quote of a workspace (exit status 1: damage found)",
    """
    wenmai check my-workspace
    wenmai check my-workspace --backups --json
    wenmai check my-workspace --repair
    """,
    _takes,
    _run,
)
