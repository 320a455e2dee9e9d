"""The JSON document that this product exports (``resources/schema/export.schema.json``)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from reader.annotation.annotation import Annotation
from reader.annotation.tag_set import TagSet
from reader.importers.importer import ImportRefusedError
from reader.language import mark, tr
from reader.tag_importers.importer import TagImporter, not_of_format, parse_json
from reader.tag_importers.records import FileArticle, FileKind, FileTag, TagFile, plain_text

if TYPE_CHECKING:
    from collections.abc import Mapping

_FORMAT: Final = "wenmai-export"
_VERSION: Final = 1
_LABEL: Final = mark("JSON document")


def read(data: bytes, name: str) -> TagFile:
    """Read the tags of a document.

    Raises:
        ImportRefusedError: If it is none, is of a newer version, or one of its tags is none.
    """
    document = parse_json(data, name)
    if not isinstance(document, dict) or document.get("format") != _FORMAT:
        raise not_of_format(name, _LABEL)
    version = document.get("version")
    if type(version) is int and version > _VERSION:
        msg = tr("{name} was written by a newer Wenmai; update Wenmai to read it.").format(
            name=name
        )
        raise ImportRefusedError(msg)
    tags: list[FileTag] | None = None
    try:
        kinds = TagSet.from_json(document["tag_set"]).kinds
        articles = tuple(_article(one, name) for one in document["articles"])
        tags = []
        for one in document["annotations"]:
            # One by one: how many are read tells which is damaged.
            tags.append(_tag(Annotation.from_json(one), name))
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        said = tr("{name} is damaged (its head is not as it was exported); export it again.")
        if tags is not None:
            said = tr(
                "{name} is damaged (tag {number} is not as it was exported); export it again."
            )
        msg = said.format(name=name, number=len(tags or ()) + 1)
        raise ImportRefusedError(msg) from error
    # Somebody may have written the file by hand.
    listed = {one.key for one in articles}
    unlisted = dict.fromkeys(tag.article for tag in tags if tag.article not in listed)
    articles += tuple(FileArticle(key, key) for key in unlisted)
    described = tuple(FileKind(one.name, one.label, one.colour, one) for one in kinds)
    return TagFile(articles, tuple(tags), described)


def _article(data: Mapping[str, Any], name: str) -> FileArticle:
    id_, sha256, title = (plain_text(data.get(key), name) for key in ("id", "sha256", "title"))
    return FileArticle(id_, id_, sha256, (title,))


def _tag(one: Annotation, name: str) -> FileTag:
    anchor = one.anchor
    return FileTag(
        article=one.article,
        kind=plain_text(one.kind, name),
        start=anchor.span.start,
        end=anchor.span.end,
        quote=anchor.quote,
        prefix=anchor.prefix,
        suffix=anchor.suffix,
        attributes={
            plain_text(key, name): plain_text(value, name) if isinstance(value, str) else value
            for key, value in one.attributes.items()
        },
        note=plain_text(one.note, name),
        author=plain_text(one.author, name),
        created=one.created,
        modified=one.modified,
        id=one.id,
    )


JSON: Final = TagImporter("json", _LABEL, (".json",), read)
