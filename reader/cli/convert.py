"""``wenmai convert``: a text in another script."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.command import DONE, Command, UserError
from reader.cli.output import STANDARD, counted, json_text, say, write_out
from reader.cli.parser import SCRIPTS_HELP, script, takes_encoding, takes_regional
from reader.importers import import_bytes, import_path
from reader.text.script import config_for
from reader.text.view import ScriptView

if TYPE_CHECKING:
    import argparse

    from reader.text.article import Article


def _takes(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="a text file; - is standard input")
    parser.add_argument("--to", metavar="SCRIPT", type=script, required=True, help=SCRIPTS_HELP)
    takes_regional(parser)
    takes_encoding(parser)
    parser.add_argument(
        "--json", action="store_true", help="print the script, configuration, text and blocks"
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        default=STANDARD,
        help="write here; - is standard output (the default)",
    )


def _run(arguments: argparse.Namespace) -> int:
    article = _read(arguments.file, arguments.encoding)
    config = config_for(article.script, arguments.to, regional=arguments.regional)
    view = ScriptView(article.text, config).whole()
    written = view.text
    if arguments.json:
        data = {
            "script": arguments.to.value,
            "config": config,
            "text": view.text,
            "blocks": [block.as_list() for block in view.alignment.blocks],
        }
        written = json_text(data) + "\n"
    write_out(arguments.output, [written.encode("utf-8")])
    if arguments.output != STANDARD:
        say(f"Wrote {counted(len(view.text), 'character')} to {arguments.output}")
    return DONE


def _read(file: str, encoding: str | None) -> Article:
    if file != STANDARD:
        return import_path(Path(file), encoding=encoding)[0]
    standard_input = getattr(sys.stdin, "buffer", None)
    if standard_input is None:
        msg = "There is no standard input to read from; name a file."
        raise UserError(msg)
    return import_bytes(standard_input.read(), name="Standard input", encoding=encoding)


CONVERT = Command(
    "convert",
    "print a text in another script",
    """
    wenmai convert article.txt --to zh-Hant-TW
    wenmai convert article.txt --to zh-Hant-TW --regional --json
    wenmai convert - --to zh-Hans -o simplified.txt < article.txt
    """,
    _takes,
    _run,
)
