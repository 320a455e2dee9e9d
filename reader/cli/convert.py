"""``wenmai convert``: a text of any length in another script."""

from __future__ import annotations

import contextlib
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from reader.cli.command import DONE, Command, UserError
from reader.cli.corrections import named_glossary, takes_glossary
from reader.cli.output import STANDARD, complain, counted, json_text, say, write_out
from reader.cli.parser import SCRIPTS_HELP, script, takes_encoding, takes_output, takes_regional
from reader.cli.stretches import read_long
from reader.importers import import_path
from reader.text.conversion import converter
from reader.text.recipe import Recipe
from reader.text.script import config_for

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from reader.text.conversion import Converted

# Characters of the blocks' JSON that wait in memory for the end of the text.
_BLOCKS_IN_MEMORY = 1_000_000


def _takes(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file",
        metavar="FILE",
        help="a text file of any length, its script judged by its beginning; - is standard input",
    )
    parser.add_argument("--to", metavar="SCRIPT", type=script, required=True, help=SCRIPTS_HELP)
    takes_regional(parser)
    takes_glossary(parser)
    takes_encoding(parser)
    parser.add_argument(
        "--json", action="store_true", help="print the script, configuration, text and blocks"
    )
    takes_output(parser)


def _run(arguments: argparse.Namespace) -> int:
    glossary = named_glossary(arguments)
    with _opened(arguments.file) as file:
        name = "Standard input" if arguments.file == STANDARD else arguments.file
        text = read_long(file, name, arguments.encoding)
        config = config_for(text.script, arguments.to, regional=arguments.regional)
        recipe = Recipe(config, glossary.corrections(arguments.to), wrapped=text.wrapped)
        if config is not None and (notice := converter(config).notice):
            complain(notice)
        written = _Counted(map(recipe.convert, text.stretches))
        if arguments.json:
            chunks = _json(arguments.to.value, config, written)
        else:
            chunks = (piece.text for piece in written)
        write_out(arguments.output, (chunk.encode("utf-8") for chunk in chunks))
    if arguments.output != STANDARD:
        say(f"Wrote {counted(written.length, 'character')} to {arguments.output}")
    return DONE


class _Counted:
    """Converted pieces, counted as they go by."""

    def __init__(self, pieces: Iterable[Converted]) -> None:
        self._pieces = pieces
        self.length = 0

    def __iter__(self) -> Iterator[Converted]:
        for piece in self._pieces:
            self.length += len(piece.text)
            yield piece


def _json(script: str, config: str | None, pieces: Iterable[Converted]) -> Iterator[str]:
    """Yield a JSON object; its blocks, which come last, wait in a file where they are many."""
    yield f'{{"script": {json_text(script)}, "config": {json_text(config)}, "text": "'
    with tempfile.SpooledTemporaryFile(_BLOCKS_IN_MEMORY, "w+", encoding="ascii") as blocks:
        source = view = 0
        comma = ""
        for piece in pieces:
            yield json_text(piece.text)[1:-1]
            for block in piece.blocks:
                blocks.write(comma + json_text(block.shifted(source, view).as_list()))
                comma = ", "
            view += len(piece.text)
            source += len(piece.text) + sum(
                len(block.source) - len(block.view) for block in piece.blocks
            )
        yield '", "blocks": ['
        blocks.seek(0)
        while part := blocks.read(_BLOCKS_IN_MEMORY):
            yield part
    yield "]}\n"


@contextlib.contextmanager
def _opened(file: str) -> Iterator[BinaryIO]:
    """Open a file, or standard input for ``-``.

    Raises:
        UserError: If there is no standard input.
        ImportRefusedError: If the file cannot be read.
    """
    if file == STANDARD:
        standard_input = getattr(sys.stdin, "buffer", None)
        if standard_input is None:
            msg = "There is no standard input to read from; name a file."
            raise UserError(msg)
        yield standard_input
        return
    path = Path(file)
    with contextlib.ExitStack() as stack:
        try:
            opened = stack.enter_context(path.open("rb"))
        except OSError:
            # It is refused in the words of the importer.
            import_path(path)
            raise
        yield opened


CONVERT = Command(
    "convert",
    "print a text in another script",
    """
    wenmai convert article.txt --to zh-Hant-TW
    wenmai convert article.txt --to zh-Hant-TW --regional --json
    wenmai convert article.txt --to zh-Hant-TW --glossary names.tsv
    wenmai convert - --to zh-Hans -o simplified.txt < article.txt
    """,
    _takes,
    _run,
)
