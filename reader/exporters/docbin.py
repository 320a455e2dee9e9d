"""spaCy's DocBin: a document for each article, a token for each character.

So each offset is a token's, whatever words a segmenter would find. All tags are the span group
``tags``, with the kind as label and the id as the span's; those of them that do not overlap, the
longer first, are the entities too. The document's ``user_data`` has the article (``article``:
id, title and what is known of it) and the tags in the order of the group (``tags``: id, attributes,
note, author and times).

    DocBin().from_disk("tags.spacy").get_docs(spacy.blank("zh").vocab)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.exporters.doccano import known
from reader.exporters.encodable import encodable
from reader.exporters.exporter import CONTEXT_WORDS, KINDS, SCRIPTS, Exporter, Table
from reader.exporters.standoff import standing_by_article
from reader.language import mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    from reader.exporters.export import Export, ExportArticle
    from reader.exporters.standoff import Viewed

GROUP: Final = "tags"
"""The span group of all tags."""
_LARGEST: Final = 2**63


def _chunks(export: Export) -> Iterator[bytes]:
    from spacy.tokens import DocBin  # not before somebody exports
    from spacy.vocab import Vocab

    vocab = Vocab()
    documents = DocBin(store_user_data=True)
    for one, rows in standing_by_article(export):
        # Nothing is written yet, but whoever wants to stop may do so between two articles.
        yield b""
        documents.add(_document(vocab, one, rows))
    yield documents.to_bytes()


def _document(vocab: Vocab, one: ExportArticle, rows: list[Viewed]) -> Doc:
    from spacy.tokens import Doc, Span, SpanGroup
    from spacy.util import filter_spans

    text = one.article.text
    document = Doc(vocab, words=list(text), spaces=[False] * len(text))
    spans = [
        Span(
            document,
            tag.span.start,
            tag.span.end,
            label=encodable(tag.kind),
            span_id=encodable(tag.id),
        )
        for tag in (row.annotation for row, _ in rows)
    ]
    document.spans[GROUP] = SpanGroup(document, name=GROUP, spans=spans)
    document.set_ents(filter_spans(spans))
    article = {"id": one.article.id, "title": one.title, "script": one.script.value}
    document.user_data["article"] = _held({**article, **one.metadata})
    document.user_data[GROUP] = [_held(known(row.annotation)) for row, _ in rows]
    return document


def _held(value: object) -> object:
    """Return a value as MessagePack holds it."""
    match value:
        case dict():
            return {encodable(name): _held(one) for name, one in value.items()}
        case str():
            return encodable(value)
        case int() if abs(value) >= _LARGEST:
            return str(value)
    return value


def _preview(export: Export) -> Table:
    """Return the tags as documents have them; the file is not to be read by people."""
    rows = [
        (row.title, str(tag.span.start), str(tag.span.end), tag.quote, tag.kind)
        for _, own in standing_by_article(export)
        for row, _ in own
        for tag in (row.annotation,)
    ]
    return Table(("doc", "start", "end", "text", "label_"), tuple(rows))


DOCBIN = Exporter(
    "spacy",
    mark("spaCy DocBin"),
    ".spacy",
    _chunks,
    loses=(mark("overlapping entities"), CONTEXT_WORDS, KINDS, SCRIPTS),
    remedy=mark(
        "All tags are in the span group “tags”, those that do not overlap are entities too; notes "
        "and attributes are in user_data. A token is a character."
    ),
    proof="spaCy",
    preview=_preview,
    extra="spacy",
    modules=("spacy",),
)
