"""A report in HTML: the articles with their tags highlighted, then a table for each kind.

It is one file that asks for nothing else: no script, no reference to another place, and a
policy that forbids both. Whatever is a text is escaped. A tag has its kind's colour as a wash
and as a line below its words; of tags that overlap each has a line of its own. The number before
its words leads from and to its row of the tables, so that no colour has to be seen. The numbers
are no part of the text: it is copied and searched as it is.
"""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING, Final

from reader.exporters.exporter import CONTEXT_WORDS, Exporter
from reader.exporters.html_style import style
from reader.exporters.report import (
    attributes_of,
    counted,
    first_lines,
    kinds_with,
    known_of,
    lines_of,
    said,
    segments,
    shown_articles,
)
from reader.language import mark, tr
from reader.text.script import Script

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.exporters.export import Export
    from reader.exporters.report import Numbered, Shown

# NUL and its like are errors in HTML. So is a CR, which a browser reads as LF anyhow.
_ESCAPED: Final = {
    **{code: chr(0x2400 + code) for code in (*range(9), 11, *range(14, 32))},
    12: "␌",
    127: "␡",
    13: "\n",
    ord("&"): "&amp;",
    ord("<"): "&lt;",
    ord(">"): "&gt;",
    ord('"'): "&quot;",
    ord("'"): "&#39;",
}


def escaped(text: str) -> str:
    """Return a text as it stands in an element or in quotation marks."""
    # A lone surrogate has no UTF-8; it is shown by its number.
    shown = text.replace("\r\n", "\n").translate(_ESCAPED)
    return shown.encode("utf-8", "backslashreplace").decode("utf-8")


def _chunks(export: Export) -> Iterator[bytes]:
    kinds = [*dict.fromkeys([kind.name for kind in export.tag_set])]
    kinds += sorted({row.annotation.kind for row in export.rows}.difference(kinds))
    places = {kind: place for place, kind in enumerate(kinds)}
    yield _head(export, kinds).encode()
    tags: list[Numbered] = []
    for place, shown in enumerate(shown_articles(export), 1):
        tags += shown.tags
        yield "".join(_article(export, shown, place, places)).encode()
    for kind, own in kinds_with(export, tags).items():
        yield "".join(_table(export, kind, own, places[kind])).encode()
    yield b"</main>\n</body>\n</html>\n"


def _head(export: Export, kinds: Sequence[str]) -> str:
    css = style([_colour(export, kind) for kind in kinds])
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    title = escaped(tr("Tagged articles"))
    numbers: dict[str, int] = {}
    for row in export.rows:
        numbers[row.annotation.kind] = numbers.get(row.annotation.kind, 0) + 1
    legend = "".join(
        f'<li><mark class="t k{place} l0">{escaped(tr(export.label(kind)))}</mark> '
        f"{numbers[kind]:,}</li>"
        for place, kind in enumerate(kinds)
        if kind in numbers
    )
    contents = "".join(
        f'<li lang="{_language(export, one.script)}">'
        f'<a href="#a{place}">{escaped(one.title)}</a></li>'
        for place, one in enumerate(export.articles, 1)
    )
    return (
        '<!DOCTYPE html>\n<html lang="zh">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{title}</title>\n<style>{css}</style>\n</head>\n<body>\n"
        f"<header>\n<h1>{title}</h1>\n<p>{escaped(counted(export))}</p>\n"
        f'<ul class="legend">{legend}</ul>\n</header>\n'
        f"<nav>\n<ol>{contents}</ol>\n</nav>\n<main>\n"
    )


def _colour(export: Export, kind: str) -> str:
    known = export.tag_set.get(kind)
    return "" if known is None else known.colour


def _language(export: Export, written_in: str) -> str:
    """Return the language that a browser chooses its characters' shapes by."""
    script = export.options.script
    if script is not Script.ORIGINAL:
        return script.value
    return written_in if written_in.startswith("zh") else "zh"


def _article(export: Export, shown: Shown, place: int, places: dict[str, int]) -> Iterator[str]:
    one = shown.article
    deepest = max((tag.lane for tag in shown.tags), default=0)
    language = _language(export, one.script)
    yield f'<article id="a{place}" lang="{language}">\n<h2>{escaped(one.title)}</h2>\n'
    if known := known_of(one):
        yield f'<p class="known">{escaped(known)}</p>\n'
    yield f'<div class="text d{min(deepest, 9)}">'
    begun: set[int] = set()
    for span, tags in segments(shown):
        for tag in tags:
            first = "" if tag.number in begun else f' id="t{tag.number}" data-n="{tag.number}"'
            begun.add(tag.number)
            kind = places[tag.row.annotation.kind]
            about = escaped(_about(export, tag))
            yield f'<mark class="t k{kind} l{min(tag.lane, 9)}"{first} title="{about}">'
        yield escaped(span.of(shown.text))
        yield "</mark>" * len(tags)
    yield "</div>\n</article>\n"


def _about(export: Export, tag: Numbered) -> str:
    """Return what a pointer that rests on a tag is told."""
    one = tag.row.annotation
    known = one.attributes
    labels = attributes_of(export, one.kind, [tag])
    lines = [f"{tag.number} {tr(export.label(one.kind))}"]
    lines += [
        f"{label}: {said(export, tag.row, name, known[name])}" for name, label in labels.items()
    ]
    return "\n".join([*lines, one.note] if one.note else lines)


def _table(export: Export, kind: str, tags: Sequence[Numbered], place: int) -> Iterator[str]:
    header, *lines = lines_of(export, kind, tags)
    label = escaped(tr(export.label(kind)))
    yield f'<section>\n<h2><mark class="t k{place} l0">{label}</mark> {len(tags):,}</h2>\n'
    yield '<div class="wide"><table>\n<thead><tr>'
    yield from _cells("th", header)
    yield "</tr></thead>\n<tbody>\n"
    for number, *cells in lines:
        yield f'<tr><td><a href="#t{number}">{number}</a></td>'
        yield from _cells("td", cells)
        yield "</tr>\n"
    yield "</tbody>\n</table></div>\n</section>\n"


def _cells(element: str, texts: Iterable[str]) -> Iterator[str]:
    scope = ' scope="col"' if element == "th" else ""
    return (f"<{element}{scope}>{escaped(text)}</{element}>" for text in texts)


HTML_REPORT = Exporter(
    "html",
    mark("HTML report to read and print"),
    ".html",
    _chunks,
    loses=(CONTEXT_WORDS, mark("times"), mark("ids")),
    remedy=mark("It is for people: whole texts with the tags highlighted, and a table a kind."),
    proof="html5lib",
    preview=first_lines,
)
