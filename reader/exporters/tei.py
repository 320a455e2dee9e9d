"""TEI P5: the whole text of each article, and its tags beside it.

Tags overlap and elements cannot, so the text is one ``ab`` with nothing in it but an empty
``anchor`` at each place where a tag begins or ends; each tag is a ``span`` that points at two of
them. Without its anchors the ``ab`` is the article, character by character. A span's ``ana`` points
at its kind, a ``category`` of the header's taxonomy, and at its attributes, a feature structure.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from reader.exporters.exporter import KINDS, Exporter
from reader.exporters.identifiers import Identifiers
from reader.exporters.standoff import json_of, kinds_of, standing_by_article
from reader.exporters.xml_text import DECLARATION, element, in_text, opening
from reader.language import mark
from reader.text.script import SourceScript

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.annotation.tag_set import AttributeValue
    from reader.exporters.export import Export, ExportArticle, ExportRow
    from reader.exporters.standoff import Viewed

NAMESPACE: Final = "http://www.tei-c.org/ns/1.0"
_LANGUAGES: Final = {
    SourceScript.SIMPLIFIED: "zh-Hans",
    SourceScript.TRADITIONAL: "zh-Hant",
    SourceScript.MIXED: "zh-Hant",
    SourceScript.UNDETERMINED: "zh",
}


class _Names:
    """What kinds, authors and attributes are called where TEI wants a name."""

    def __init__(self, export: Export) -> None:
        self.kinds = kinds_of(export)
        self.authors = dict.fromkeys(row.annotation.author for row in export.rows)
        attributes = {name for row in export.rows for name in row.annotation.attributes}
        self._kinds = Identifiers(self.kinds, extra=".-")
        self._authors = Identifiers(self.authors, extra=".-")
        self._attributes = Identifiers(sorted(attributes), extra=".-")

    def kind(self, name: str) -> str:
        return f"kind.{self._kinds[name]}"

    def author(self, name: str) -> str:
        return f"by.{self._authors[name]}"

    def attribute(self, name: str) -> str:
        return self._attributes[name]


def _chunks(export: Export) -> Iterator[bytes]:
    for piece in _pieces(export, _Names(export)):
        yield piece.encode()


def _pieces(export: Export, names: _Names) -> Iterator[str]:
    yield DECLARATION + opening("teiCorpus", {"xmlns": NAMESPACE}) + "\n"
    yield _corpus_header(export, names)
    for one, rows in standing_by_article(export):
        yield from _document(one, rows, export, names)
    if not export.articles:
        # A corpus has a text.
        nothing = element("text", content=element("body", content=element("p")))
        yield element("TEI", content=_header("No articles", element("p")) + nothing) + "\n"
    yield "</teiCorpus>\n"


def _header(title: str, source: str, rest: str = "") -> str:
    description = (
        element("titleStmt", content=element("title", content=in_text(title)))
        + element("publicationStmt", content=element("p", content="Exported by Wenmai."))
        + element("sourceDesc", content=source)
    )
    return element("teiHeader", content=element("fileDesc", content=description) + rest) + "\n"


def _corpus_header(export: Export, names: _Names) -> str:
    """Return the header with the kinds of tag and who made tags."""
    categories = "".join(
        element(
            "category",
            {"xml:id": names.kind(name), "n": name},
            element("catDesc", content=in_text(export.label(name))),
        )
        for name in names.kinds
    )
    people = "".join(
        element(
            "person",
            {"xml:id": names.author(name)},
            element("persName", content=in_text(name)),
        )
        for name in names.authors
    )
    rest = ""
    if categories:
        taxonomy = element("taxonomy", {"xml:id": "kinds"}, categories)
        rest += element("encodingDesc", content=element("classDecl", content=taxonomy))
    if people:
        described = element("particDesc", content=element("listPerson", content=people))
        rest += element("profileDesc", content=described)
    change = element("change", {"when": export.exported}, "Exported.")
    rest += element("revisionDesc", content=change)
    source = element("p", content=in_text(f"Workspace {export.workspace}"))
    return _header("Tagged articles", source, rest)


def _document(
    one: ExportArticle, rows: list[Viewed], export: Export, names: _Names
) -> Iterator[str]:
    """Yield an article with its tags."""
    yield "<TEI>\n" + _article_header(one) + "<text><body>\n"
    yield opening("ab", {"xml:id": f"text-{one.article.id}", "xml:space": "preserve"})
    yield from _anchored(one, rows)
    yield "</ab>\n"
    if rows:
        yield opening("spanGrp", {"type": "tags"}) + "\n"
        for at, (row, _) in enumerate(rows, 1):
            yield _span(row, at, names)
        yield "</spanGrp>\n"
    if any(view for _, view in rows):
        script = export.options.script.value
        yield opening("spanGrp", {"type": "quotes", "xml:lang": script}) + "\n"
        for at, (row, view) in enumerate(rows, 1):
            yield _quote(row, at, view.quote if view else "")
        yield "</spanGrp>\n"
    for at, (row, _) in enumerate(rows, 1):
        yield from _details(row, at, names)
    yield "</body></text>\n</TEI>\n"


def _article_header(one: ExportArticle) -> str:
    parts = [element("title", content=in_text(one.title))]
    parts += [
        element(name, content=in_text(one.metadata[key]))
        for key, name in (("author", "author"), ("source", "publisher"), ("date", "date"))
        if key in one.metadata
    ]
    if "url" in one.metadata:
        parts.append(element("idno", {"type": "URL"}, in_text(one.metadata["url"])))
    parts.append(element("idno", {"type": "wenmai"}, one.article.id))
    parts.append(element("idno", {"type": "sha256"}, one.article.sha256))
    language = element("language", {"ident": _LANGUAGES[one.script]}, one.script.value)
    rest = element("profileDesc", content=element("langUsage", content=language))
    return _header(one.title, element("bibl", content="".join(parts)), rest)


def _anchored(one: ExportArticle, rows: list[Viewed]) -> Iterator[str]:
    """Yield the text with an anchor at each place where a tag begins or ends."""
    text, last = one.article.text, 0
    spans = (row.annotation.span for row, _ in rows)
    for place in sorted(set(chain.from_iterable((span.start, span.end) for span in spans))):
        yield in_text(text[last:place])
        yield element("anchor", {"xml:id": f"at-{one.article.id}-{place}"})
        last = place
    yield in_text(text[last:])


def _ends(row: ExportRow) -> dict[str, str | None]:
    one = row.annotation
    return {
        "from": f"#at-{one.article}-{one.span.start}",
        "to": f"#at-{one.article}-{one.span.end}",
    }


def _span(row: ExportRow, at: int, names: _Names) -> str:
    one = row.annotation
    pointed = [f"#{names.kind(one.kind)}"]
    if one.attributes:
        pointed.append(f"#fs-{one.article}-{at}")
    attributes = {
        "xml:id": f"tag-{one.article}-{at}",
        "n": one.id,
        **_ends(row),
        "ana": " ".join(pointed),
        "resp": f"#{names.author(one.author)}",
    }
    return element("span", attributes, in_text(one.anchor.quote)) + "\n"


def _quote(row: ExportRow, at: int, quote: str) -> str:
    attributes = {**_ends(row), "corresp": f"#tag-{row.annotation.article}-{at}"}
    return element("span", attributes, in_text(quote)) + "\n"


def _details(row: ExportRow, at: int, names: _Names) -> Iterator[str]:
    """Yield the attributes and the note of a tag."""
    one = row.annotation
    if one.attributes:
        features = "".join(
            element(
                "f",
                {
                    "name": names.attribute(name),
                    "n": None if names.attribute(name) == name else name,
                },
                _value(row, value),
            )
            for name, value in one.attributes.items()
        )
        yield element("fs", {"xml:id": f"fs-{one.article}-{at}"}, features) + "\n"
    if one.note:
        pointed = {
            "target": f"#tag-{one.article}-{at}",
            "resp": f"#{names.author(one.author)}",
        }
        yield element("note", pointed, in_text(one.note)) + "\n"


def _value(row: ExportRow, value: AttributeValue) -> str:
    if isinstance(value, str):
        return element("string", content=in_text(value))
    return element("numeric", {"value": json_of(row, value)})


TEI = Exporter(
    "tei",
    mark("TEI P5"),
    ".xml",
    _chunks,
    loses=(mark("the times of a tag"), KINDS),
    remedy=mark(
        "Tags point at anchors in the text, so they may overlap; control characters become U+FFFD."
    ),
    proof="lxml",
)
