"""Markdown: a text, kept with its marks, and what its front matter says.

The article is the file, character by character, so that offsets that other programs count in it
hold here: marks stay (the page sets headings apart by them), and so does front matter. Nothing is
rendered, and the front matter is read as lines of ``name: value``, never as YAML, which can build
objects and bombs.
"""

from __future__ import annotations

import re
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from reader.importers.importer import Importer
from reader.importers.making import legible, shown
from reader.importers.plain_text import import_bytes
from reader.language import mark
from reader.text.paragraphs import LINE_END, first_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.text.article import Article

_FENCES: Final = {"---": ("---", "..."), "+++": ("+++",)}
_MOST_LINES: Final = 200
_FIELD: Final = re.compile(r"([A-Za-z_][\w-]{0,40}|[\u4e00-\u9fff]{2,4})\s*[:：=]\s*(.*)")
_ITEM: Final = re.compile(r"\s*-\s+(.*)")
_NAMES: Final = {
    "title": ("title", "标题", "標題"),
    "source": ("source", "publisher", "publication", "来源", "來源"),
    "date": ("date", "published", "日期", "时间", "時間"),
    "author": ("author", "authors", "byline", "作者"),
    "url": ("url", "link", "source_url", "permalink", "链接", "連結"),
}
_FIELDS: Final = {name: field for field, names in _NAMES.items() for name in names}
_HEADING: Final = re.compile(r"#[ \t]+(.+?)[ \t]*#*[ \t]*")
_FENCED: Final = re.compile(" {0,3}(```|~~~)")
_LONGEST_TITLE: Final = 200


def read(data: bytes, name: str, encoding: str | None) -> list[Article]:
    """Read a Markdown file.

    Args:
        data: The file.
        name: What messages call it.
        encoding: Any text codec of Python; ``None`` is the one it is surely in.

    Raises:
        ImportRefusedError: As :func:`~reader.importers.plain_text.import_bytes`.
    """
    article = import_bytes(data, name=name, encoding=encoding, metadata={"file": shown(name)})
    lines = LINE_END.split(article.text)
    length = _front_matter_length(lines)
    known = _front_matter(lines[1 : max(1, length - 1)])
    title = (
        known.pop("title", "")
        or _first_heading(lines[length:])
        or first_line("\n".join(lines[length:]))
    )
    metadata = MappingProxyType({**article.metadata, **known})
    return [replace(article, title=title or article.title, metadata=metadata)]


def _front_matter_length(lines: list[str]) -> int:
    """Return how many lines the front matter has with its fences; 0 where there is none."""
    ends = _FENCES.get(lines[0].rstrip(), ())
    for place, line in enumerate(lines[1:_MOST_LINES], 1):
        if line.rstrip() in ends:
            return place + 1
    return 0


def _front_matter(lines: list[str]) -> dict[str, str]:
    """Return the fields that are known, the first of each; a list's items are joined."""
    from reader.importers.html_metadata import iso_date

    known: dict[str, str] = {}
    field = None
    for line in lines:
        found, item = _FIELD.fullmatch(line.rstrip()), _ITEM.fullmatch(line)
        if found is not None:
            field = _FIELDS.get(found[1].casefold())
            if field in known:
                field = None
            elif field is not None:
                known[field] = "、".join(_values(found[2]))
        elif item is not None and field is not None:
            known[field] = "、".join(filter(None, [known[field], *_values(item[1])]))
    said = {field: legible(value) for field, value in known.items()}
    said["date"] = iso_date(said.get("date", ""))
    if not said.get("url", "").startswith(("http://", "https://")):
        said.pop("url", None)
    return {field: value for field, value in said.items() if value}


def _values(value: str) -> Iterator[str]:
    """Yield what a value says: one text, or the items of a list in brackets, without quotes."""
    value = value.strip()
    inside = value[1:-1] if value.startswith("[") and value.endswith("]") else None
    for one in [value] if inside is None else inside.split(","):
        plain = one.strip()
        quoted = len(plain) > 1 and plain[0] == plain[-1] and plain[0] in "\"'"
        yield plain[1:-1] if quoted else plain


def _first_heading(lines: list[str]) -> str:
    """Return the first heading of the highest level, outside of code."""
    fence = ""
    for line in lines:
        fenced = _FENCED.match(line)
        if fenced is not None and fence in ("", fenced[1]):
            fence = "" if fence else fenced[1]
        heading = None if fence else _HEADING.fullmatch(line)
        if heading is not None:
            return legible(heading[1])[:_LONGEST_TITLE]
    return ""


MARKDOWN = Importer("markdown", mark("Markdown"), (".md", ".markdown"), read)
"""Text with Markdown's marks, which are kept as characters."""
