"""``wenmai clean``: a text without what its printing or copying put into it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.cli.command import DONE, Command
from reader.cli.output import STANDARD, counted, say, say_json, write_out
from reader.cli.parser import takes_encoding, takes_output
from reader.importers import import_path
from reader.text.cleaning.cleaned import Cleaned
from reader.text.cleaning.cleanup import CleanupKind
from reader.text.cleaning.propose import chosen, propose

if TYPE_CHECKING:
    import argparse

    from reader.text.cleaning.cleanup import Cleanup


def _takes(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, help="a text")
    parser.add_argument(
        "--kind",
        action="append",
        choices=[kind.value for kind in CleanupKind],
        help="only this kind of clean-up; may be given more than once (default: all)",
    )
    takes_encoding(parser)
    parser.add_argument(
        "--json",
        action="store_true",
        help="print each clean-up with its places in the file, and the text",
    )
    takes_output(parser)


def _run(arguments: argparse.Namespace) -> int:
    kinds = {CleanupKind(name) for name in arguments.kind or CleanupKind}
    made = 0
    texts = []
    for article in import_path(arguments.file, encoding=arguments.encoding):
        cleanups = chosen(propose(article.text), kinds)
        cleaned = Cleaned.of(article.text, cleanups)
        made += len(cleanups)
        texts.append(cleaned.text)
        if arguments.json:
            found = [_json(one, article.text) for one in cleanups]
            say_json({"article": article.id, "text": cleaned.text, "cleanups": found})
    if not arguments.json:
        write_out(arguments.output, (text.encode("utf-8") for text in texts))
        if arguments.output != STANDARD:
            say(f"Made {counted(made, 'clean-up')} in {arguments.output}")
    return DONE


def _json(one: Cleanup, text: str) -> dict[str, Any]:
    """Return a clean-up; its offsets are code points of the text as it is."""
    return {
        "kind": one.kind.value,
        "start": one.span.start,
        "end": one.span.end,
        "deleted": [[gap.start, gap.end] for gap in one.deleted],
        "before": one.span.of(text),
        "after": one.shown(text),
        "reason": one.reason,
    }


CLEAN = Command(
    "clean",
    "print a text with hard-wrapped lines joined and what stands twice once",
    """
    wenmai clean column.txt
    wenmai clean column.txt --kind lines -o joined.txt
    wenmai clean column.txt --json
    """,
    _takes,
    _run,
)
