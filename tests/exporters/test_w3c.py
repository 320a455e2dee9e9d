"""The JSON-LD expands, by a processor of others, to what the vocabulary says of each tag."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from pyld import jsonld

from reader.exporters.durable import ExportError
from reader.exporters.w3c import CONTEXT, W3C
from reader.text.script import Script
from tests.exporters.hard import ALL_TYPES, BARE, HARD, TIME, hard_export, row

if TYPE_CHECKING:
    from reader.exporters.export import Export

OA = "http://www.w3.org/ns/oa#"
AS = "http://www.w3.org/ns/activitystreams#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
NS = "urn:wenmai:ns:"


def _term(iri: str, **more: str) -> dict[str, str]:
    return {"@id": iri, **more}


def _iri(iri: str) -> dict[str, str]:
    return _term(iri, **{"@type": "@id"})


# What the terms used mean, from the vocabulary's own definitions (no network in tests).
TERMS: dict[str, Any] = {
    "id": "@id",
    "type": "@type",
    **{
        name: OA + name
        for name in (
            "Annotation", "SpecificResource", "TextualBody", "TextPositionSelector",
            "TextQuoteSelector", "tagging", "describing", "commenting", "exact", "prefix", "suffix",
        )
    },
    "AnnotationCollection": AS + "OrderedCollection",
    "AnnotationPage": AS + "OrderedCollectionPage",
    "Person": "http://xmlns.com/foaf/0.1/Person",
    "Text": "http://purl.org/dc/dcmitype/Text",
    "body": _iri(OA + "hasBody"),
    "target": _iri(OA + "hasTarget"),
    "source": _iri(OA + "hasSource"),
    "selector": _iri(OA + "hasSelector"),
    "start": OA + "start",
    "end": OA + "end",
    "value": RDF + "value",
    "format": "http://purl.org/dc/elements/1.1/format",
    "creator": _iri("http://purl.org/dc/terms/creator"),
    "created": "http://purl.org/dc/terms/created",
    "modified": "http://purl.org/dc/terms/modified",
    "name": "http://xmlns.com/foaf/0.1/name",
    "motivation": _term(OA + "motivatedBy", **{"@type": "@vocab"}),
    "purpose": _term(OA + "hasPurpose", **{"@type": "@vocab"}),
    "first": _iri(AS + "first"),
    "items": _term(AS + "items", **{"@type": "@id", "@container": "@list"}),
    "startIndex": AS + "startIndex",
    "total": AS + "totalItems",
}  # fmt: skip


def _load(url: str, _options: object) -> dict[str, Any]:
    assert url == CONTEXT
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": url,
        "document": {"@context": TERMS},
    }


def expanded(export: Export) -> dict[str, Any]:
    data = json.loads(b"".join(W3C.chunks(export)))
    (collection,) = jsonld.expand(data, {"documentLoader": _load})
    found: dict[str, Any] = collection
    return found


def items(export: Export) -> dict[str, dict[str, Any]]:
    (page,) = expanded(export)[AS + "first"]
    listed = page[AS + "items"][0]["@list"]
    return {one["@id"]: one for one in listed}


def value(node: dict[str, Any], iri: str) -> Any:
    (only,) = node[iri]
    return only["@value"]


def test_every_tag_is_an_annotation_that_a_processor_of_others_reads() -> None:
    export = hard_export()
    found = items(export)
    assert list(found) == [f"urn:wenmai:tag:{one.annotation.id}" for one in export.rows]
    for one in export.rows:
        node = found[f"urn:wenmai:tag:{one.annotation.id}"]
        assert node["@type"] == [OA + "Annotation"]
        (target,) = node[OA + "hasTarget"]
        assert target[OA + "hasSource"] == [{"@id": f"urn:wenmai:article:{one.article.id}"}]
        position, words = target[OA + "hasSelector"]
        start, end = value(position, OA + "start"), value(position, OA + "end")
        # The positions are the code points of the source.
        assert one.article.text[start:end] == value(words, OA + "exact") == one.annotation.quote
        assert one.article.text[:start].endswith(value(words, OA + "prefix"))
        assert one.article.text[end:].startswith(value(words, OA + "suffix"))
        bodies = {body[OA + "hasPurpose"][0]["@id"]: body for body in node[OA + "hasBody"]}
        assert value(bodies[OA + "tagging"], RDF + "value") == one.annotation.kind
        if one.annotation.note:
            assert value(bodies[OA + "commenting"], RDF + "value") == one.annotation.note
        else:
            assert OA + "commenting" not in bodies
        (creator,) = node["http://purl.org/dc/terms/creator"]
        assert value(creator, "http://xmlns.com/foaf/0.1/name") == one.annotation.author
        assert value(node, "http://purl.org/dc/terms/created") == one.annotation.created


def test_attributes_keep_their_names_and_types() -> None:
    node = items(hard_export())["urn:wenmai:tag:supplementary"]
    described = [
        body
        for body in node[OA + "hasBody"]
        if body[OA + "hasPurpose"] == [{"@id": OA + "describing"}]
    ]
    held = {value(one, NS + "attribute"): value(one, NS + "value") for one in described}
    assert held == ALL_TYPES
    shown = {value(one, NS + "attribute"): value(one, RDF + "value") for one in described}
    assert shown["people"] == "3000"
    assert shown["title"] == ALL_TYPES["title"]


def test_articles_and_kinds_are_listed_with_what_finds_them_again() -> None:
    found = expanded(hard_export())
    articles = {one["@id"]: one for one in found[NS + "articles"]}
    assert value(articles[f"urn:wenmai:article:{HARD.id}"], NS + "sha256") == HARD.sha256
    assert value(articles[f"urn:wenmai:article:{HARD.id}"], NS + "date") == "2026-11-21"
    assert value(articles[f"urn:wenmai:article:{BARE.id}"], NS + "title") == "无"
    kinds = {value(one, NS + "name"): one for one in found[NS + "kinds"]}
    assert value(kinds["lecture"], NS + "parent") == "event"
    assert value(kinds["event"], NS + "colour") == "#123456"
    assert value(found, AS + "totalItems") == len(hard_export().rows)


def test_the_quotes_of_another_script_stand_beside_the_source() -> None:
    node = items(hard_export(script=Script.TAIWAN))["urn:wenmai:tag:number"]
    (view,) = node[NS + "view"]
    assert value(view, NS + "quote") == "62場"
    assert value(view, NS + "script") == "zh-Hant-TW"


def test_whatever_an_id_or_a_note_holds_the_file_is_json() -> None:
    odd = row(HARD, "老人", "a b/𠮷\udcff", note="\0\ud800\u2028")
    data = b"".join(W3C.chunks(hard_export(odd))).decode("utf-8")
    (found,) = [one for one in json.loads(data)["first"]["items"] if "%F0%A0" in one["id"]]
    assert found["id"] == "urn:wenmai:tag:a%20b%2F%F0%A0%AE%B7%5Cudcff"
    assert found["body"][-1]["value"] == "\0\ud800\u2028"


def test_a_number_that_json_has_not_is_refused() -> None:
    odd = row(HARD, "老人", "odd", attributes={"value": float("inf")})
    with pytest.raises(ExportError, match="Tag odd in “讲座/𠮷: <一> & “二”” holds a number"):
        b"".join(W3C.chunks(hard_export(odd)))


def test_no_tags_are_an_empty_collection() -> None:
    export = hard_export()
    empty = type(export)((), export.tag_set, "w", TIME)
    assert items(empty) == {}
