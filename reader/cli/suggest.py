"""``wenmai suggest``: what the rules propose to tag."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.cli.command import DONE, Command
from reader.cli.learning import asks_for_verdicts, run_verdicts, suggested_in, takes_verdicts
from reader.cli.opening import opened
from reader.cli.output import say, say_json
from reader.cli.parser import share, takes_encoding, takes_sureness
from reader.importers import import_path
from reader.suggest import KINDS, suggest

if TYPE_CHECKING:
    import argparse
    from collections.abc import Collection, Iterator

    from reader.suggest import Suggestion


def _takes(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "source", metavar="FILE|WORKSPACE", type=Path, help="a text, or a folder of articles"
    )
    takes_sureness(parser, KINDS)
    takes_verdicts(parser, share)
    takes_encoding(parser)
    parser.add_argument("--json", action="store_true", help="print one JSON object a line")


def _run(arguments: argparse.Namespace) -> int:
    kinds = arguments.kind or KINDS
    if asks_for_verdicts(arguments):
        return run_verdicts(
            arguments, kinds, lambda one, held: _print(one, held.text, held.id, as_json=True)
        )
    for article, text, found in _found(arguments, kinds):
        for one in found:
            if one.confidence >= arguments.min_confidence:
                _print(one, text, article, as_json=arguments.json)
    return DONE


def _found(
    arguments: argparse.Namespace, kinds: Collection[str]
) -> Iterator[tuple[str, str, list[Suggestion]]]:
    """Yield what is found in each text, with its article's id; one alone in a file has none."""
    if not arguments.source.is_dir():
        articles = import_path(arguments.source, encoding=arguments.encoding)
        for article in articles:
            found = suggest(article.text, kinds=kinds)
            yield article.id if len(articles) > 1 else "", article.text, found
        return
    with opened(arguments.source) as workspace:
        for article, found in suggested_in(workspace, kinds):
            yield article.id, article.text, found


def _print(suggestion: Suggestion, text: str, article: str, *, as_json: bool) -> None:
    data: dict[str, Any] = suggestion.to_json(text)
    if as_json:
        say_json({"article": article, **data} if article else data)
        return
    where = f"{article}  " if article else ""
    attributes = ", ".join(f"{name}={value}" for name, value in data["attrs"].items())
    say(
        f"{where}{data['start']:>7}-{data['end']:<7}  {data['kind']:<9}  "
        f"{data['confidence']:.2f}  {data['quote']}  ({attributes})  {data['reason']}"
    )


SUGGEST = Command(
    "suggest",
    "print what the rules propose to tag, each with its reason",
    """
    wenmai suggest article.txt
    wenmai suggest article.txt --json > suggested.jsonl
    wenmai suggest my-workspace --kind metric --min-confidence 0.8
    wenmai suggest my-workspace --kind metric --accept 0.9
    wenmai suggest my-workspace --learned
    """,
    _takes,
    _run,
)
