"""pyrefiqda, whose models were made from the standard's own schema, reads project and codebook.

lxml holds both to the order and the types that the standard asks for (``refi_schema.py``).
"""

from __future__ import annotations

import io
import warnings
import zipfile
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

import pytest
from lxml import etree

from reader.annotation.attribute_lines import read_attribute_lines
from reader.exporters.durable import ExportError
from reader.exporters.refi_codebook import QDC, guid
from reader.exporters.refi_qda import QDPX
from reader.text.article import Article
from tests.exporters.hard import ALL_TYPES, BARE, HARD, OTHER, TAG_SET, TIME, hard_export, row
from tests.exporters.refi_schema import codebook_schema, project_schema

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.exporters.export import Export

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from pyrefiqda import RefiCodebook, RefiProject


def project(export: Export, folder: Path) -> Any:
    QDPX.write(export, folder / "p.qdpx")
    with zipfile.ZipFile(folder / "p.qdpx") as archive:
        assert archive.testzip() is None
    return RefiProject.load(folder / "p.qdpx", str(folder / "out"))


def source(folder: Path, one: Any) -> str:
    path = RefiProject.resolve_source_path(one.plain_text_path, folder / "out")
    return str(path.read_bytes().decode())


def flat(codes: list[Any]) -> list[Any]:
    return [found for one in codes for found in (one, *flat(one.code))]


def test_every_tag_is_a_selection_of_its_words(tmp_path: Path) -> None:
    export = hard_export()
    read = project(export, tmp_path)
    users = {one.guid: one.name for one in read.users.user}
    codes = {one.guid: one for one in flat(read.code_book.codes.code)}
    notes = {one.guid: one.plain_text_content for one in read.notes.note}
    assert [one.name for one in read.sources.text_source] == [HARD.title, OTHER.title, BARE.title]
    for article, one in zip((HARD, OTHER, BARE), read.sources.text_source, strict=True):
        text = source(tmp_path, one)
        assert text == article.text
        assert f"sha256: {article.sha256}" in one.description
        tags = [row.annotation for row in export.rows if row.article is article]
        assert len(one.plain_text_selection) == len(tags)
        for selection, tag in zip(one.plain_text_selection, tags, strict=True):
            assert text[selection.start_position : selection.end_position] == tag.quote
            (coding,) = selection.coding
            code = codes[coding.code_ref.target_guid]
            assert code.description.startswith(f"kind: {tag.kind}")
            assert users[selection.creating_user] == tag.author
            held, rest = read_attribute_lines(selection.description or "")
            assert (held, rest) == (dict(tag.attributes), "")
            assert [notes[ref.target_guid] for ref in selection.note_ref] == [tag.note][
                : bool(tag.note)
            ]
            assert str(selection.creation_date_time) == "2026-11-22T08:00:00Z"


def test_project_and_codebook_are_as_the_standard_orders_them(tmp_path: Path) -> None:
    QDPX.write(hard_export(), tmp_path / "p.qdpx")
    with zipfile.ZipFile(tmp_path / "p.qdpx") as archive:
        written = etree.fromstring(archive.read("project.qde"))
    project_schema().assertValid(written)
    assert {etree.QName(one).localname for one in written} == {
        "Users",
        "CodeBook",
        "Sources",
        "Notes",
    }
    QDC.write(hard_export(), tmp_path / "kinds.qdc")
    codebook_schema().assertValid(etree.parse(tmp_path / "kinds.qdc"))


@pytest.mark.parametrize(
    ("path", "change"),
    [
        (".", lambda project: project.append(project[0])),
        (".//{*}PlainTextSelection", lambda one: one.append(one[0])),
        (".//{*}PlainTextSelection", lambda one: one.attrib.pop("endPosition")),
        (".//{*}PlainTextSelection", lambda one: one.set("startPosition", "1.5")),
        (".//{*}Code", lambda one: one.set("color", "red")),
        (".//{*}Coding", lambda one: one.set("guid", "1")),
        (".//{*}Note", lambda one: one.set("made", "now")),
        (".//{*}TextSource", lambda one: one.set("creationDateTime", "yesterday")),
    ],
)
def test_what_the_standard_does_not_allow_is_seen(
    tmp_path: Path, path: str, change: Callable[[Any], object]
) -> None:
    QDPX.write(hard_export(), tmp_path / "p.qdpx")
    with zipfile.ZipFile(tmp_path / "p.qdpx") as archive:
        written = etree.fromstring(archive.read("project.qde"))
    change(next(written.iterfind(path)) if path != "." else written)
    assert not project_schema().validate(written)


def test_attributes_of_every_type_read_back(tmp_path: Path) -> None:
    read = project(hard_export(), tmp_path)
    first = read.sources.text_source[0].plain_text_selection[0]
    assert first.name == "𠮷野家"
    assert read_attribute_lines(first.description)[0] == ALL_TYPES


def test_the_same_export_names_everything_the_same(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    one, other = (project(hard_export(), tmp_path / name) for name in ("a", "b"))
    assert one == other
    guids = [
        found.guid
        for text in one.sources.text_source
        for selection in text.plain_text_selection
        for found in (selection, *selection.coding)
    ]
    assert len(set(guids)) == len(guids)


@pytest.mark.parametrize("name", ["", "metric", "讲座", "a\udcff"])
def test_a_guid_is_a_uuid_of_version_5(name: str) -> None:
    namespace = UUID("5b0c51d6-9c8e-5f5c-8f3e-6d1f0a7a2c11")
    written = name.encode("utf-8", "backslashreplace").decode()
    assert guid("kind", name) == str(uuid5(namespace, f"kind:{written}"))


def test_the_codebook_nests_kinds_as_the_tag_set_does(tmp_path: Path) -> None:
    QDC.write(hard_export(), tmp_path / "kinds.qdc")
    read = RefiCodebook.load(tmp_path / "kinds.qdc")
    names = [one.name for one in read.codes.code]
    assert names == ["Metric", "Programme", "Honour", "活动 | <事件>", "By hand", "gone"]
    event = read.codes.code[3]
    assert [one.name for one in event.code] == ["讲座"]
    assert (event.color, event.is_codable) == ("#123456", True)
    assert event.description == (
        "kind: event\nattributes: title, cost, people, level, day, outdoors"
    )
    assert read.codes.code[-1].color == "#808080"


def test_codes_are_the_same_in_project_and_codebook(tmp_path: Path) -> None:
    QDC.write(hard_export(), tmp_path / "kinds.qdc")
    codebook = flat(RefiCodebook.load(tmp_path / "kinds.qdc").codes.code)
    read = flat(project(hard_export(), tmp_path).code_book.codes.code)
    assert [one.guid for one in read] == [one.guid for one in codebook]
    assert len(codebook) == len(list(TAG_SET)) + 1


def test_control_characters_stay_in_the_text_and_move_nothing(tmp_path: Path) -> None:
    article = Article.from_text("甲\x0b\x00𠮷62场")
    read = project(hard_export(row(article, "62场", "odd\udcff", note="\x01")), tmp_path)
    one = read.sources.text_source[-1]
    assert source(tmp_path, one) == article.text
    (selection,) = one.plain_text_selection
    assert (selection.start_position, selection.end_position) == (4, 7)
    assert read.notes.note[-1].plain_text_content == "\ufffd"


def test_a_time_that_is_none_is_left_out(tmp_path: Path) -> None:
    odd = row(HARD, "老人", "odd", created="yesterday", modified="2026-11-22T08:00:00+08:00")
    read = project(hard_export(odd), tmp_path)
    (one,) = (
        found for found in read.sources.text_source[0].plain_text_selection if found.name == "老人"
    )
    assert one.creation_date_time is None
    assert str(one.modified_date_time) == "2026-11-22T08:00:00+08:00"


def test_a_number_that_json_has_not_is_refused() -> None:
    odd = row(HARD, "老人", "odd", attributes={"value": float("nan")})
    with pytest.raises(ExportError, match="Tag odd"):
        b"".join(QDPX.chunks(hard_export(odd)))


def test_nothing_at_all_is_a_project_all_the_same(tmp_path: Path) -> None:
    export = hard_export()
    read = project(type(export)((), type(export.tag_set)(()), "w", TIME), tmp_path)
    assert (read.name, read.sources, read.code_book, read.users) == ("w", None, None, None)


def test_the_preview_is_the_project() -> None:
    shown = QDPX.beginning(hard_export())
    assert isinstance(shown, str)
    assert '<PlainTextSelection guid="' in shown
    assert io.StringIO(shown).readline().startswith("<?xml")
