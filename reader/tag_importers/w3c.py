"""W3C Web Annotations as JSON-LD: of this product, or of any that writes the usual terms.

Read is a collection, a page, a list, or one annotation. What a body says for ``tagging``
or ``classifying`` is a kind (one tag for each), what it says otherwise is the note. An annotation
without any is of the kind that its motivation names.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote, urlsplit

from reader.annotation.tag_set import TagKind
from reader.language import mark
from reader.tag_importers.importer import TagImporter, not_of_format, parse_json
from reader.tag_importers.records import (
    FileArticle,
    FileKind,
    FileTag,
    TagFile,
    place,
    plain_text,
    plain_value,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.annotation.json_values import Value

_LABEL: Final = mark("W3C Web Annotation (JSON-LD)")
_TAG: Final = "urn:wenmai:tag:"
_ARTICLE: Final = "urn:wenmai:article:"
_KINDS: Final = ("tagging", "classifying", "identifying")
# RFC 5147: a stretch of a plain text.
_FRAGMENT: Final = re.compile(r"char=(\d{1,15}),(\d{1,15})(?!\d)")
_UNSAID: Final = "highlighting"

Node = dict[str, Any]


def read(data: bytes, name: str) -> TagFile:
    """Read the annotations of a file.

    Raises:
        ImportRefusedError: If there are none in it.
    """
    document = parse_json(data, name)
    found = list(_annotations(document))
    holds_none = isinstance(document, dict) and _is(document, "AnnotationCollection")
    if not found and not holds_none:
        raise not_of_format(name, _LABEL)
    listed = document if isinstance(document, dict) else {}
    articles = {one.key: one for one in (_article(node, name) for node in _articles(listed))}
    tags = []
    for node in found:
        for tag in _tags(node, name):
            tags.append(tag)
            articles.setdefault(tag.article, _unlisted(tag.article))
    kinds = tuple(_kind(node, name) for node in _nodes(listed.get("wenmai:kinds")))
    return TagFile(tuple(articles.values()), tuple(tags), kinds)


def _listed(value: object) -> list[Any]:
    """Return a property's values: JSON-LD writes one without a list around it."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _nodes(value: object) -> list[Node]:
    return [one for one in _listed(value) if isinstance(one, dict)]


def _is(node: Node, type_: str) -> bool:
    types = _listed(node.get("type", node.get("@type")))
    return any(isinstance(one, str) and re.split("[:#/]", one)[-1] == type_ for one in types)


def _annotations(value: object) -> Iterator[Node]:
    """Yield the annotations of a collection, a page, a list, or the one there is."""
    for node in _nodes(value):
        if _is(node, "Annotation"):
            yield node
        elif _is(node, "AnnotationCollection"):
            yield from _annotations(node.get("first"))
            yield from _annotations(node.get("items"))
        elif _is(node, "AnnotationPage"):
            yield from _annotations(node.get("items"))


def _articles(document: Node) -> list[Node]:
    return _nodes(document.get("wenmai:articles"))


def _article(node: Node, name: str) -> FileArticle:
    key = plain_text(node.get("id"), name)
    return FileArticle(
        key,
        key.removeprefix(_ARTICLE),
        plain_text(node.get("wenmai:sha256"), name),
        (plain_text(node.get("wenmai:title"), name), plain_text(node.get("wenmai:url"), name)),
    )


def _unlisted(key: str) -> FileArticle:
    """Return the article that an address names: by all of it, or by the name of its file."""
    if key.startswith(_ARTICLE):
        return FileArticle(key, key.removeprefix(_ARTICLE))
    try:
        path = unquote(urlsplit(key).path)
    except ValueError:
        path = ""
    return FileArticle(key, names=(key, path.rpartition("/")[2]))


def _kind(node: Node, name: str) -> FileKind:
    """Return a kind that this product described, as far as it is one."""
    said = {key.removeprefix("wenmai:"): value for key, value in node.items()}
    said["attributes"] = [
        {key.removeprefix("wenmai:"): value for key, value in one.items()}
        for one in _nodes(said.get("attributes"))
    ]
    known, label, colour = (plain_text(said.get(key), name) for key in ("name", "label", "colour"))
    try:
        return FileKind(known, label, colour, TagKind.from_json(said))
    except (KeyError, TypeError, ValueError):
        return FileKind(known, label, colour)


def _tags(node: Node, name: str) -> Iterator[FileTag]:
    """Yield a tag for each kind that an annotation names, in each of its places."""
    kinds, note, attributes, untyped = _said(node, name)
    motivation = next((one for one in _listed(node.get("motivation")) if type(one) is str), "")
    creator = next(iter(_listed(node.get("creator"))), "")
    if isinstance(creator, dict):
        known = (creator.get(key) for key in ("name", "nickname", "id"))
        creator = next((one for one in known if one), "")
    id_ = plain_text(node.get("id"), name)
    targets = _listed(node.get("target")) or [""]
    kinds = kinds or [motivation or _UNSAID]
    own = id_.startswith(_TAG) and len(kinds) == len(targets) == 1
    for target in targets:
        source, start, end, words = _place(target, name)
        for kind in kinds:
            yield FileTag(
                article=source,
                kind=kind,
                start=start,
                end=end,
                quote=words["exact"],
                prefix=words["prefix"],
                suffix=words["suffix"],
                attributes=attributes,
                untyped=untyped,
                note=note,
                author=plain_text(creator, name),
                created=plain_text(node.get("created"), name),
                modified=plain_text(node.get("modified"), name),
                id=unquote(id_.removeprefix(_TAG)) if own else "",
            )


def _said(node: Node, name: str) -> tuple[list[str], str, dict[str, Value], bool]:
    """Return the kinds, the note and the attributes that the bodies name, and if these are text."""
    kinds: list[str] = []
    notes: list[str] = []
    attributes: dict[str, Value] = {}
    untyped = False
    for body in _listed(node.get("body")) + _listed(node.get("bodyValue")):
        if not isinstance(body, dict):
            body = {"value": body}
        value = plain_text(body.get("value", body.get("label")), name)
        purposes = _listed(body.get("purpose"))
        attribute = plain_text(body.get("wenmai:attribute"), name)
        if attribute:
            typed = plain_value(body.get("wenmai:value"), name)
            untyped = untyped or typed is None
            attributes[attribute] = value if typed is None else typed
        elif any(one in _KINDS for one in purposes):
            kinds.append(value)
        elif value:
            notes.append(value)
    return list(filter(None, kinds)), "\n".join(notes), attributes, untyped


def _place(target: object, name: str) -> tuple[str, int | None, int | None, dict[str, str]]:
    """Return the source that a target names, its offsets, and its words with those around."""
    words = {"exact": "", "prefix": "", "suffix": ""}
    start: int | None = None
    end: int | None = None
    if not isinstance(target, dict):
        return plain_text(target, name).partition("#")[0], start, end, words
    source = next(iter(_listed(target.get("source", target.get("id")))), "")
    if isinstance(source, dict):
        source = source.get("id", "")
    waiting = _nodes(target.get("selector"))
    while waiting:
        selector = waiting.pop(0)
        # One that only narrows another down says more of the place.
        waiting += _nodes(selector.get("refinedBy"))
        if _is(selector, "TextPositionSelector"):
            start, end = place(selector.get("start")), place(selector.get("end"))
        elif _is(selector, "TextQuoteSelector"):
            # They are looked for, not stored: whatever the article holds may stand in them.
            said = {key: selector.get(key) for key in words}
            words = {key: one if isinstance(one, str) else "" for key, one in said.items()}
        elif found := _FRAGMENT.match(str(selector.get("value"))):
            start, end = int(found[1]), int(found[2])
    return plain_text(source, name), start, end, words


W3C: Final = TagImporter("w3c", _LABEL, (".jsonld", ".json"), read)
