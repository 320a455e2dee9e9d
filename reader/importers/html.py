"""Saved web pages: the article on the page, without what stands around it."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from reader.importers.importer import Importer, ImportRefusedError
from reader.importers.making import articles_of, confined_importer, shown
from reader.importers.parsed import Parsed
from reader.importers.plain_text import import_bytes
from reader.language import mark, tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importers.html_lines import Line
    from reader.text.article import Article

# Code points of sentences that a page of frames says for browsers without, at most.
_LITTLE = 60
# Lines above which a title is looked for.
_TOP = 8
# Newspapers set a line above the title and some below, which often have the figures.
_SUBTITLES = frozenset(["h2", "h3", "h4"])
_MOST_BELOW = 4


def parse(data: bytes, name: str) -> list[Parsed]:
    """Find the article on a page.

    Args:
        data: The page as it was saved; nothing that it names is loaded, nothing in it is run.
        name: What messages call it.

    Raises:
        ImportRefusedError: If it is in no known encoding, nested too deep, or a frame around
            other pages.
    """
    from reader.importers.html_encoding import decoded
    from reader.importers.html_lines import lines_of, text_of
    from reader.importers.html_main import main_lines, weight
    from reader.importers.html_metadata import declared_by, metadata_of
    from reader.importers.html_tree import take_out_unshown, tree_of

    page = decoded(data, name).replace("\0", "")
    root = tree_of(page, name)
    declared = declared_by(root)
    framed = root.find(".//frame") is not None
    take_out_unshown(root)
    lines = lines_of(root)
    if framed and sum(map(weight, lines)) < _LITTLE:
        raise ImportRefusedError(
            tr(
                "{name} is only a frame around other pages; open the frame with the article by "
                "itself and save that."
            ).format(name=name)
        )
    metadata, place = metadata_of(page, declared, lines)
    text = text_of(main_lines(root, lines))
    return [Parsed(text if place is None else _under(lines, place, text), metadata)]


def _under(lines: Sequence[Line], place: int, text: str) -> str:
    """Return a text that begins with its title, and the lines set above and below that."""
    title = lines[place]
    before, found, after = text.partition(title.text)
    if found and before.count("\n") <= _TOP and (not after or after.startswith("\n")):
        return text
    above = takewhile(_is_heading, reversed(lines[max(0, place - 1) : place]))
    below = takewhile(_is_heading, lines[place + 1 : place + _MOST_BELOW])
    heads = [one for one in above if one.element.getparent() is title.element.getparent()]
    said = set(text.split("\n"))
    # The title first, or the line above it would be taken for it.
    texts = [one.text for one in [*heads, *below] if one.text not in said]
    return "\n\n".join([title.text, *texts, text])


def _is_heading(line: Line) -> bool:
    return line.element.tag in _SUBTITLES and not line.linked


def _read(data: bytes, name: str, encoding: str | None) -> list[Article]:
    from reader.importers.confined import parse_confined
    from reader.importers.html_encoding import decoding

    known = {"file": shown(name)}
    if encoding is None:
        # Here, so that whoever asks for encodings sees that this is what is wanting.
        page, codec = decoding(data, name)
        if codec != "utf-8":
            known["encoding"] = codec
    else:
        article = import_bytes(data, name=name, encoding=encoding, metadata=known)
        page, known = article.text, dict(article.metadata)
    data = page.encode("utf-8-sig")
    return articles_of(parse_confined(_PARSER, data, name, what=_WHAT), name, known)


_PARSER = "reader.importers.html:parse"
_WHAT = mark("a web page")

WEB_ARCHIVE = confined_importer(
    "mhtml",
    mark("Web page in one file"),
    (".mhtml", ".mht"),
    "reader.importers.html_archive:parse",
    what=_WHAT,
)
"""A page as Chrome, Edge and Internet Explorer save it with its pictures."""

HTML = Importer("html", mark("Web page"), (".html", ".htm", ".xhtml", ".shtml"), _read)
"""A page saved from the web; its main text, its title, and what it says of itself."""
