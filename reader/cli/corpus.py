"""``wenmai corpus``: the rules over a corpus of any size."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.command import DONE, REFUSED, Command, UserError
from reader.cli.corpus_progress import Progress
from reader.cli.output import complain, counted, say, say_json
from reader.cli.parser import takes_sureness, text
from reader.suggest import KINDS

if TYPE_CHECKING:
    from reader.corpus import Options, Outcome

_FORMATS = ("parquet", "jsonl")
# A Chinese character in UTF-8.
_BYTES_A_CHARACTER = 3
_INTERRUPTED = 130


def _takes(parser: argparse.ArgumentParser) -> None:
    places = parser.add_subparsers(title="what to do", metavar="WHAT", required=True)
    suggest = places.add_parser(
        "suggest",
        help="print how many suggestions each kind has, and write them to a folder",
        description="Look for suggestions in every text of a Parquet or JSON Lines corpus. Repeat "
        "a command that was stopped, and it goes on.",
        epilog=parser.epilog,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    suggest.add_argument(
        "input", metavar="INPUT", type=Path, help="a file, or a folder of files, of texts"
    )
    suggest.add_argument(
        "-o", "--output", metavar="FOLDER", type=Path, required=True, help="for the suggestions"
    )
    _takes_columns(suggest)
    _takes_workers(suggest)
    suggest.add_argument(
        "--restart", action="store_true", help="throw away what an earlier run wrote to FOLDER"
    )
    suggest.add_argument("--json", action="store_true", help="print the outcome as JSON")
    suggest.set_defaults(work=_suggest)


def _takes_columns(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--text", metavar="COLUMN", type=text, default="text", help="the texts (default: text)"
    )
    parser.add_argument(
        "--id",
        metavar="COLUMN",
        type=text,
        help="the rows' names (default: id, and without one the file and the row's number)",
    )
    takes_sureness(parser, KINDS)
    parser.add_argument("--format", choices=_FORMATS, help="of the output (default: the input's)")


def _takes_workers(parser: argparse.ArgumentParser) -> None:
    group = parser.add_mutually_exclusive_group()
    group.add_argument(
        "--workers",
        metavar="N",
        type=_positive,
        help="processes on this machine (default: one for each core)",
    )
    group.add_argument(
        "--scheduler",
        metavar="ADDRESS",
        type=text,
        help="of a Dask cluster whose workers reach INPUT and FOLDER by the same names",
    )
    parser.add_argument(
        "--shard-size",
        metavar="CHARACTERS",
        type=_positive,
        default=0,
        help="about how much a worker does at a time (default: 500,000, more in a large corpus)",
    )


def _positive(word: str) -> int:
    if not word.isdecimal() or not int(word):
        msg = f"“{word}” is no whole number above 0"
        raise argparse.ArgumentTypeError(msg)
    return int(word)


def _run(arguments: argparse.Namespace) -> int:
    status: int = arguments.work(arguments)
    return status


def _suggest(arguments: argparse.Namespace) -> int:
    # Not above: no other command waits for what a corpus needs.
    from reader.corpus import CorpusError, suggest_corpus

    try:
        with Progress() as progress:
            outcome = suggest_corpus(
                arguments.input,
                arguments.output,
                _options(arguments),
                progress,
                workers=arguments.workers,
                scheduler=arguments.scheduler,
                restart=arguments.restart,
            )
    except CorpusError as error:
        raise UserError(str(error)) from None
    except KeyboardInterrupt:
        complain("Interrupted; repeat the command, and it goes on from here.")
        return _INTERRUPTED
    _print(outcome, arguments)
    for sentence in outcome.failed:
        complain(sentence)
    return REFUSED if outcome.failed else DONE


def _options(arguments: argparse.Namespace) -> Options:
    from reader.corpus import Options

    return Options(
        text=arguments.text,
        id=arguments.id,
        kinds=tuple(kind for kind in KINDS if kind in (arguments.kind or KINDS)),
        min_confidence=arguments.min_confidence,
        format=arguments.format,
        shard_bytes=arguments.shard_size * _BYTES_A_CHARACTER,
    )


def _print(outcome: Outcome, arguments: argparse.Namespace) -> None:
    if arguments.json:
        say_json(
            {
                "output": str(arguments.output),
                "complete": not outcome.failed,
                "shards": outcome.shards,
                "done_before": outcome.taken_up,
                "rows": outcome.rows,
                "characters": outcome.characters,
                "suggestions": outcome.suggestions,
                "bad": outcome.bad,
                "failed": outcome.failed,
            }
        )
        return
    before = f" ({outcome.taken_up:,} done before)" if outcome.taken_up else ""
    say(
        f"Texts read: {outcome.rows:,} with {counted(outcome.characters, 'character')}, in "
        f"{counted(outcome.shards, 'shard')}{before}"
    )
    for kind, number in outcome.suggestions.items():
        say(f"{kind}: {counted(number, 'suggestion')}")
    for problem, one in outcome.bad.items():
        say(
            f"left out, {problem}: {counted(one['rows'], 'row')}, the first in {one['file']}, "
            f"row {one['row']:,}"
        )
    say(f"Written to {arguments.output}")


CORPUS = Command(
    "corpus",
    "look for suggestions in a Parquet or JSON Lines corpus of any size",
    """
    wenmai corpus suggest articles.parquet -o suggested
    wenmai corpus suggest articles/ -o suggested --text body --id url --workers 4
    wenmai corpus suggest articles.jsonl -o suggested --kind metric --min-confidence 0.8
    wenmai corpus suggest articles.parquet -o suggested --scheduler tcp://10.0.0.5:8786
    """,
    _takes,
    _run,
)
