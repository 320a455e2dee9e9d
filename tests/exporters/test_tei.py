"""The TEI file holds each article character by character, and its pointers lead to the words.

lxml reads it. A schema of TEI P5 (``tei_all.rng``) holds it too where ``WENMAI_TEI_SCHEMA`` names
its file: no package that is well kept has it.
"""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from reader.exporters.durable import ExportError
from reader.exporters.tei import NAMESPACE, TEI
from reader.text.article import Article
from reader.text.script import Script, SourceScript
from reader.text.span import Span
from tests.exporters.hard import BARE, HARD, OTHER, TIME, hard_export, row

if TYPE_CHECKING:
    from reader.exporters.export import Export

XML = "{http://www.w3.org/XML/1998/namespace}"
NS = {"t": NAMESPACE}


def tree(export: Export) -> etree._Element:
    return etree.fromstring(b"".join(TEI.chunks(export)))


def by_id(root: etree._Element) -> dict[str, etree._Element]:
    named = [(one.get(f"{XML}id"), one) for one in root.iter(etree.Element)]
    ids = [name for name, _ in named if name]
    assert len(set(ids)) == len(ids)
    return {name: one for name, one in named if name}


def text_before(block: etree._Element, anchor: etree._Element) -> str:
    """Return the text of a block up to an anchor in it."""
    said = block.text or ""
    for one in block:
        if one is anchor:
            return said
        said += one.tail or ""
    raise AssertionError


def pointed(root: etree._Element, name: str | None) -> str:
    assert name is not None
    assert name.startswith("#")
    assert name[1:] in by_id(root)
    return name[1:]


def test_the_text_is_the_article_and_every_tag_points_at_its_words() -> None:
    export = hard_export()
    root = tree(export)
    named = by_id(root)
    for article in (HARD, OTHER, BARE):
        block = named[f"text-{article.id}"]
        assert "".join(block.itertext()) == article.text
        assert {one.tag for one in block} <= {f"{{{NAMESPACE}}}anchor"}
    spans = {one.get("n"): one for one in root.iterfind(".//t:spanGrp[@type='tags']/t:span", NS)}
    assert list(spans) == [one.annotation.id for one in export.rows]
    for one in export.rows:
        span = spans[one.annotation.id]
        block = named[f"text-{one.article.id}"]
        start, end = (
            len(text_before(block, named[pointed(root, span.get(end))])) for end in ("from", "to")
        )
        assert Span(start, end) == one.annotation.span
        assert (span.text or "") == one.annotation.quote
        kind, *features = (span.get("ana") or "").split()
        assert named[kind[1:]].get("n") == one.annotation.kind
        person = named[pointed(root, span.get("resp"))]
        assert person.findtext("t:persName", None, NS) == one.annotation.author
        assert bool(features) == bool(one.annotation.attributes)
        if features:
            held = named[features[0][1:]]
            assert attributes(held) == dict(one.annotation.attributes)
        notes = root.findall(f".//t:note[@target='#{span.get(f'{XML}id')}']", NS)
        assert [note.text for note in notes] == [one.annotation.note][: len(notes)]
        assert bool(notes) == bool(one.annotation.note)


def attributes(features: etree._Element) -> dict[str, object]:
    held: dict[str, object] = {}
    for one in features:
        (value,) = one
        number = value.get("value")
        read: object = value.text or ""
        if number is not None:
            read = float(number) if "." in number else int(number)
        held[one.get("n") or one.get("name") or ""] = read
    return held


def test_kinds_have_their_labels_and_articles_what_is_known_of_them() -> None:
    root = tree(hard_export())
    labels = {
        one.get("n"): one.findtext("t:catDesc", None, NS)
        for one in root.iterfind(".//t:category", NS)
    }
    assert labels["event"] == "活动 | <事件>"
    assert labels["gone"] == "gone"
    first = root.find("t:TEI", NS)
    assert first is not None
    bibl = first.find(".//t:bibl", NS)
    assert bibl is not None
    assert [(etree.QName(one).localname, one.text) for one in bibl] == [
        ("title", HARD.title),
        ("author", "林<某>"),
        ("publisher", "晚报 & Co"),
        ("date", "2026-11-21"),
        ("idno", HARD.id),
        ("idno", HARD.sha256),
    ]


def test_an_address_and_the_script_are_written() -> None:
    export = hard_export()
    known = replace(export.articles[0], metadata={"url": "https://a.cn/?b=1&c"})
    for script, language in (
        (SourceScript.SIMPLIFIED, "zh-Hans"),
        (SourceScript.TRADITIONAL, "zh-Hant"),
        (SourceScript.MIXED, "zh-Hant"),
        (SourceScript.UNDETERMINED, "zh"),
    ):
        one = replace(known, script=script)
        root = tree(replace(export, rows=(), articles=(one,)))
        assert root.findtext(".//t:idno[@type='URL']", None, NS) == "https://a.cn/?b=1&c"
        found = root.find(".//t:language", NS)
        assert found is not None
        assert found.get("ident") == language


def test_the_quotes_of_another_script_point_at_the_same_words() -> None:
    root = tree(hard_export(script=Script.TAIWAN))
    group = root.find(".//t:spanGrp[@type='quotes']", NS)
    assert group is not None
    assert group.get(f"{XML}lang") == "zh-Hant-TW"
    (shown,) = [one for one in group if one.text == "講座”，#老人&<b>"]
    tag = by_id(root)[pointed(root, shown.get("corresp"))]
    assert (tag.get("n"), tag.get("from")) == ("overlaps", shown.get("from"))


def test_what_xml_cannot_hold_becomes_a_replacement_character_and_no_place_moves() -> None:
    article = Article.from_text("甲\x0b乙\x00丙\ufffe62场\r\n完")
    odd = row(article, "乙\x00丙\ufffe62场", "odd", note="\ud800\x01")
    root = tree(hard_export(odd))
    block = by_id(root)[f"text-{article.id}"]
    assert "".join(block.itertext()) == "甲\ufffd乙\ufffd丙\ufffd62场\r\n完"
    (span,) = root.iterfind(".//t:span[@n='odd']", NS)
    assert span.text == "乙\ufffd丙\ufffd62场"
    assert len(text_before(block, by_id(root)[pointed(root, span.get("from"))])) == 2
    assert "\ufffd\ufffd" in [one.text for one in root.iterfind(".//t:note", NS)]


def test_a_tag_that_stands_elsewhere_is_refused() -> None:
    odd = row(HARD, "老人", "odd")
    anchor = replace(odd.annotation.anchor, quote="别的")
    odd = replace(odd, annotation=replace(odd.annotation, anchor=anchor))
    with pytest.raises(ExportError, match=r"Tag odd in .* does not stand where it says"):
        b"".join(TEI.chunks(hard_export(odd)))


def test_no_articles_are_a_corpus_all_the_same() -> None:
    export = hard_export()
    root = tree(type(export)((), type(export.tag_set)(()), "w", TIME))
    assert len(root.findall("t:TEI", NS)) == 1


@pytest.mark.skipif(
    "WENMAI_TEI_SCHEMA" not in os.environ, reason="WENMAI_TEI_SCHEMA names no schema of TEI P5"
)
@pytest.mark.parametrize("script", [Script.ORIGINAL, Script.TAIWAN])
def test_a_schema_of_tei_p5_holds_it(script: Script) -> None:  # pragma: no cover
    schema = etree.RelaxNG(file=os.environ["WENMAI_TEI_SCHEMA"])
    export = hard_export(script=script)
    for one in (export, type(export)((), type(export.tag_set)(()), "w", TIME)):
        schema.assertValid(tree(one))
