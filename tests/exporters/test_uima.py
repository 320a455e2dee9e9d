"""dkpro-cassis reads both forms of the CAS, and finds every tag on its words."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from cassis import load_cas_from_json, load_cas_from_xmi, load_typesystem

from reader.exporters.durable import ExportError
from reader.exporters.uima_json import CAS_JSON
from reader.exporters.uima_types import UimaTypes
from reader.exporters.uima_xmi import XMI
from reader.text.article import Article
from reader.text.script import Script
from tests.exporters.hard import ALL_TYPES, BARE, HARD, OTHER, hard_export, row

if TYPE_CHECKING:
    from reader.exporters.export import Export
    from reader.exporters.exporter import Exporter

both = pytest.mark.parametrize("exporter", [XMI, CAS_JSON], ids=["xmi", "json"])


def members(exporter: Exporter, export: Export) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(b"".join(exporter.chunks(export)))) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def cas_of(exporter: Exporter, export: Export, article: Article) -> Any:
    files = members(exporter, export)
    (data,) = (data for name, data in files.items() if article.id in name)
    if exporter is CAS_JSON:
        return load_cas_from_json(data.decode())
    types = load_typesystem(io.BytesIO(files["TypeSystem.xml"]))
    return load_cas_from_xmi(io.BytesIO(data), types)


def tags(cas: Any) -> list[Any]:
    return sorted(cas.select("wenmai.Tag"), key=lambda one: one.xmiID)


@both
def test_every_tag_stands_on_its_words(exporter: Exporter) -> None:
    export = hard_export()
    for article in (HARD, OTHER, BARE):
        cas = cas_of(exporter, export, article)
        assert cas.sofa_string == article.text
        own = [one.annotation for one in export.rows if one.article is article]
        found = tags(cas)
        assert [one.identifier for one in found] == [one.id for one in own]
        for one, tag in zip(found, own, strict=True):
            assert one.get_covered_text() == tag.quote
            # cassis turns UTF-16 units into code points.
            assert (one.begin, one.end) == (tag.span.start, tag.span.end)
            assert (one.kind, one.author, one.note or "") == (tag.kind, tag.author, tag.note)
            assert (one.created, one.modified) == (tag.created, tag.modified)


def test_the_file_itself_counts_utf_16_units() -> None:
    files = members(CAS_JSON, hard_export())
    (data,) = (json.loads(data) for name, data in files.items() if HARD.id in name)
    (last,) = (one for one in data["%FEATURE_STRUCTURES"] if one.get("identifier") == "last")
    units = HARD.text.encode("utf-16-le")
    assert units[last["begin"] * 2 : last["end"] * 2].decode("utf-16-le") == "# 完"
    assert last["begin"] > HARD.text.index("# 完")


@both
def test_attributes_are_features_of_their_type(exporter: Exporter) -> None:
    cas = cas_of(exporter, hard_export(), HARD)
    held = {one.identifier: one for one in tags(cas)}
    event = held["supplementary"]
    assert event.type.name == "wenmai.kind.event"
    shown = {name: getattr(event, name) for name in ALL_TYPES}
    assert shown == ALL_TYPES
    assert (type(event.people), type(event.cost)) == (int, float)
    by_hand = held["two"]
    assert by_hand.type.name == "wenmai.kind.x62_20__5956__9879__2d_x"
    # A whole number that no double holds is a long where nothing else asks for more.
    assert (by_hand.x1, by_hand.a_20_b_3d_) == (2**60, "x")
    assert held["last"].value == "text"


@both
def test_the_article_says_what_it_is(exporter: Exporter) -> None:
    cas = cas_of(exporter, hard_export(), HARD)
    (article,) = cas.select("wenmai.Article")
    assert (article.begin, article.end) == (0, len(HARD.text))
    assert (article.identifier, article.sha256) == (HARD.id, HARD.sha256)
    assert (article.title, article.source, article.url) == (HARD.title, "晚报 & Co", None)
    (document,) = cas.select("uima.tcas.DocumentAnnotation")
    assert document.language == "zh"


@both
def test_the_quote_in_another_script_is_a_feature(exporter: Exporter) -> None:
    cas = cas_of(exporter, hard_export(script=Script.TAIWAN), HARD)
    assert "62場" in [one.shown for one in tags(cas)]


@both
def test_an_attribute_of_mixed_values_holds_all_of_them(exporter: Exporter) -> None:
    article = Article.from_text("甲乙丙丁戊己")
    mixed: list[dict[str, str | int | float]] = [
        {"whole": 1, "mixed": 1, "large": 2**60, "both": 2**60, "huge": 2**70, "value": 3},
        {"whole": 2, "mixed": 0.5, "large": 1, "both": 0.5, "huge": 1, "value": 1.5},
    ]
    rows = [
        row(article, words, words, attributes=held)
        for words, held in zip("甲乙", mixed, strict=True)
    ]
    one, other = tags(cas_of(exporter, hard_export(*rows), article))
    assert (one.whole, other.whole) == (1, 2)
    assert (one.mixed, other.mixed) == (1.0, 0.5)
    assert (one.large, other.large) == (2**60, 1)
    assert (one.both, other.both) == (str(2**60), "0.5")
    assert (one.huge, other.huge) == (str(2**70), "1")
    assert (one.value, other.value) == (3.0, 1.5)


@both
def test_attributes_never_take_the_place_of_what_a_tag_is(exporter: Exporter) -> None:
    article = Article.from_text("甲乙")
    named = row(article, "乙", "odd", attributes={"begin": 9, "sofa": 8, "kind": "k", "class": "s"})
    (one,) = tags(cas_of(exporter, hard_export(named), article))
    assert (one.begin, one.kind) == (1, "metric")
    assert (one.begin_, one.sofa_, one.kind_, one.class_) == (9, 8, "k", "s")


@both
def test_control_characters_move_nothing(exporter: Exporter) -> None:
    article = Article.from_text("甲\x0b\x00𠮷62场")
    export = hard_export(row(article, "62场", "odd", note="\x01\udcff"))
    cas = cas_of(exporter, export, article)
    assert cas.sofa_string == (article.text if exporter is CAS_JSON else "甲\ufffd\ufffd𠮷62场")
    (one,) = tags(cas)
    assert one.get_covered_text() == "62场"
    assert one.note == ("\x01\udcff" if exporter is CAS_JSON else "\ufffd\ufffd")


@both
def test_a_number_that_json_has_not_is_refused(exporter: Exporter) -> None:
    odd = row(HARD, "老人", "odd", attributes={"value": float("nan")})
    with pytest.raises(ExportError, match="Tag odd"):
        b"".join(exporter.chunks(hard_export(odd)))


@both
def test_the_preview_is_text(exporter: Exporter) -> None:
    shown = exporter.beginning(hard_export())
    assert isinstance(shown, str)
    assert "𠮷野家" in shown
    nothing = replace(hard_export(), rows=(), articles=())
    assert exporter.beginning(nothing) == ""


def test_types_come_behind_what_they_extend() -> None:
    names = [(one.name, one.parent) for one in UimaTypes(hard_export()).types]
    seen = {"uima.tcas.Annotation"}
    for name, parent in names:
        assert parent in seen
        seen.add(name)
