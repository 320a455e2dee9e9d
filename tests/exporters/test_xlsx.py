"""The workbook opens in what others wrote, typed, with every word and nothing that runs."""

from __future__ import annotations

import datetime
import io
import tempfile
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook
from xlsxwriter.exceptions import FileCreateError

from reader.annotation.tag_set import Attribute, AttributeType, TagKind, TagSet
from reader.exporters.durable import ExportError
from reader.exporters.export import ExportArticle, ExportOptions
from reader.exporters.exporter import Table
from reader.exporters.xlsx import XLSX, chunks
from reader.exporters.xlsx_values import LONGEST, cell, fits, moment, parts
from reader.text.article import Article
from reader.text.script import Script

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

    from reader.exporters.export import Export, ExportRow

    MakeRow = Callable[..., ExportRow]
    MakeExport = Callable[..., Export]

EVERY = tuple(
    Attribute(kind.value, kind.value, kind, ("甲",) if kind is AttributeType.CHOICE else ())
    for kind in AttributeType
)
EVERY_KIND = TagSet((TagKind("every", "Every kind", "#000000", "", EVERY),))


def book(export: Export, **more: Any) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(b"".join(chunks(export, **more))))


def records(sheet: Worksheet) -> list[dict[str, Any]]:
    header, *rows = sheet.iter_rows(values_only=True)
    assert len(set(header)) == len(header)
    return [dict(zip(map(str, header), row, strict=True)) for row in rows]


def exactly(export: Export) -> list[list[list[Any]]]:
    """Read with a reader that takes ``_x0001_`` for the character that it stands for."""
    opened = CalamineWorkbook.from_filelike(io.BytesIO(b"".join(chunks(export))))
    return [opened.get_sheet_by_name(name).to_python() for name in opened.sheet_names]


def test_each_kind_has_its_sheet_with_its_attributes(
    make_row: MakeRow, make_export: MakeExport, network: Article
) -> None:
    rows = [
        make_row(network, "讲座", id="b", kind="programme", attributes={"name": "讲座"}),
        make_row(network, "62场", id="a", attributes={"value": 62, "unit": "场", "odd": "奇"}),
        make_row(network, "老人", id="c", kind="gone"),
    ]
    opened = book(make_export(*rows))
    assert opened.sheetnames == ["Metric", "Programme", "gone", "Articles"]
    (metric,) = records(opened["Metric"])
    assert list(metric)[:7] == ["quote", "value", "unit", "bound", "measures", "odd", "note"]
    assert (metric["quote"], metric["value"], metric["unit"]) == ("62场", 62, "场")
    assert (metric["odd"], metric["bound"], metric["id"]) == ("奇", None, "a")
    assert (metric["start"], metric["end"], metric["context_left"][-2:]) == (9, 12, "办了")
    (programme,) = records(opened["Programme"])
    assert (programme["name"], programme["organiser"]) == ("讲座", None)
    assert "value" not in programme
    assert opened["gone"].freeze_panes == "B2"
    assert opened["gone"].auto_filter.ref == "A1:Q2"


def test_what_is_known_of_the_articles_has_its_sheet(
    make_row: MakeRow, make_export: MakeExport, network: Article
) -> None:
    empty = Article.from_text("没有标记")
    given_ = ExportArticle(empty, "空", empty.script, {"url": "https://a.example"})
    row = replace(make_row(network, "62场"), metadata={"source": "晚报"})
    opened = book(make_export(row, articles=(given_,)))
    first, second = records(opened["Articles"])
    assert (first["article"], first["article_url"], first["tags"]) == ("空", "https://a.example", 0)
    assert (second["article_source"], second["tags"], second["length"]) == ("晚报", 1, 26)
    assert records(opened["Metric"])[0]["article_source"] == "晚报"
    assert not any(one.hyperlink for line in opened["Articles"].iter_rows() for one in line)


def test_cells_have_the_types_of_their_attributes(
    make_row: MakeRow, make_export: MakeExport, network: Article
) -> None:
    values = {
        "text": "12", "number": 9.5, "integer": 12, "choice": "甲", "date": "2026-11-22",
        "yes_no": "no",
    }  # fmt: skip
    row = make_row(network, "62场", kind="every", attributes=values)
    (record,) = records(book(make_export(row, tag_set=EVERY_KIND))["Every kind"])
    assert record["text"] == "12"
    assert (record["number"], record["integer"], record["choice"]) == (9.5, 12, "甲")
    assert record["date"] == datetime.datetime(2026, 11, 22)
    assert record["yes_no"] is False
    assert record["created"] == datetime.datetime(2026, 11, 22, 8)


@pytest.mark.parametrize(
    ("value", "kind", "held"),
    [
        ("2026-11", AttributeType.DATE, "2026-11"),
        ("2026-02-30", AttributeType.DATE, "2026-02-30"),
        ("1899-12-31", AttributeType.DATE, "1899-12-31"),
        ("20261122", AttributeType.DATE, "20261122"),
        ("2026-11-22", AttributeType.TEXT, "2026-11-22"),
        ("yes", AttributeType.YES_NO, True),
        ("maybe", AttributeType.YES_NO, "maybe"),
        (10**15, AttributeType.INTEGER, "1000000000000000"),
        (-(10**15) + 1, AttributeType.INTEGER, -(10**15) + 1),
        pytest.param(10**400, AttributeType.NUMBER, str(10**400), id="huge"),
        (float("inf"), AttributeType.NUMBER, "inf"),
        (float("nan"), AttributeType.NUMBER, "nan"),
        (True, AttributeType.NUMBER, True),
    ],
)
def test_what_no_cell_holds_exactly_is_a_text(
    value: str | float, kind: AttributeType, held: object
) -> None:
    got = cell(value, Attribute("a", "A", kind))
    assert got == held
    assert type(got) is type(held)
    assert cell("2026-11-22", None) == "2026-11-22"


def test_a_time_is_utc_and_what_is_none_stays_as_it_is() -> None:
    assert moment("2026-11-22T16:00:00+08:00") == datetime.datetime(2026, 11, 22, 8)
    for odd in (
        "yesterday",
        "2026-11-22T16:00:00",
        "1899-01-01T00:00:00Z",
        "9999-12-31T23:00:00-08:00",
    ):
        assert moment(odd) == odd


@pytest.mark.parametrize("text", ["=1+1", "+1", "@SUM(A1)", "{=1}", "https://a.example", "123"])
def test_a_text_stays_a_text_and_no_formula_or_link_comes_of_it(
    make_row: MakeRow, make_export: MakeExport, text: str
) -> None:
    article = Article.from_text(f"甲{text}乙")
    row = make_row(article, text, note=text, author=text, attributes={text: text})
    opened = book(make_export(replace(row, title=text), options=ExportOptions(Script.TAIWAN)))
    sheet = opened["Metric"]
    texts = [one for line in sheet.iter_rows() for one in line if one.value == text]
    assert {one.data_type for one in texts} == {"s"}
    assert len(texts) == 7
    assert not any(one.hyperlink for one in texts)


@pytest.mark.parametrize("length", [LONGEST, LONGEST + 1, 3 * LONGEST])
@pytest.mark.parametrize("letter", ["长", "𠮷"])
def test_a_text_longer_than_a_cell_is_whole_in_its_own_sheet(
    make_row: MakeRow, make_export: MakeExport, network: Article, length: int, letter: str
) -> None:
    note = letter * length
    opened = book(make_export(make_row(network, "62场", note=note)))
    shown = records(opened["Metric"])[0]["note"]
    if len(note.encode("utf-16-le")) // 2 <= LONGEST:
        assert shown == note
        assert "Long texts" not in opened.sheetnames
        return
    assert shown.endswith(" …")
    assert note.startswith(shown.removesuffix(" …"))
    assert len(shown.encode("utf-16-le")) // 2 <= LONGEST
    pieces = records(opened["Long texts"])
    assert [piece["part"] for piece in pieces] == list(range(1, len(pieces) + 1))
    assert {(piece["id"], piece["column"]) for piece in pieces} == {("a1", "note")}
    assert "".join(piece["text"] for piece in pieces) == note


@given(st.text("a𠮷", max_size=9), st.integers(LONGEST // 2 - 4, LONGEST + 4))
def test_a_text_fits_where_its_units_do(text: str, length: int) -> None:
    text = (text + "𠮷" * (length % 3) + "a" * length)[:length]
    units = len(text.encode("utf-16-le")) // 2
    assert fits(text) == (units <= LONGEST)
    pieces = list(parts(text))
    assert "".join(pieces) == text
    assert all(len(piece.encode("utf-16-le")) // 2 <= LONGEST for piece in pieces)


def test_characters_without_a_place_in_xml_come_back_as_they_were(
    make_row: MakeRow, make_export: MakeExport, network: Article
) -> None:
    note = "a\0\x01\x1f\rb_x0041_\n c "
    row = make_row(network, "62场", note=note, author="\udcff\ufffe")
    (header, values), _ = exactly(make_export(row))
    record = dict(zip(header, values, strict=True))
    assert record["note"] == note
    assert record["author"] == r"\udcff_xFFFE_"


def test_a_full_sheet_goes_on_in_another(
    make_row: MakeRow, make_export: MakeExport, network: Article
) -> None:
    rows = [make_row(network, "62场", id=f"t{n}") for n in range(7)]
    opened = book(make_export(*rows), last_row=3)
    assert opened.sheetnames == ["Metric", "Metric 2", "Metric 3", "Articles"]
    ids = [record["id"] for name in opened.sheetnames[:3] for record in records(opened[name])]
    assert ids == [f"t{n}" for n in range(7)]
    assert opened["Metric 2"].auto_filter.ref.endswith("4")


def test_a_workbook_that_is_stopped_leaves_nothing_behind(
    make_row: MakeRow, make_export: MakeExport, network: Article, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    def report(number: int) -> None:
        if number == 1:
            raise LookupError

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "elsewhere"))
    (tmp_path / "elsewhere").mkdir()
    rows = [make_row(network, "62场", id=f"t{n}") for n in range(3)]
    with pytest.raises(LookupError):
        XLSX.write(make_export(*rows, report=report), tmp_path / "tags.xlsx")
    assert [one.name for one in tmp_path.rglob("*")] == ["elsewhere"]


def test_sheets_have_names_that_excel_takes(
    make_row: MakeRow, make_export: MakeExport, network: Article
) -> None:
    labels = ["a/b:[c]*?\\", "A B C", "'quoted'", "History", "", "长" * 40, "长" * 40, "\0"]
    kinds = tuple(TagKind(f"k{n}", label, "#000000", "") for n, label in enumerate(labels))
    rows = [make_row(network, "62场", id=kind.name, kind=kind.name) for kind in kinds]
    opened = book(make_export(*rows, tag_set=TagSet(kinds)))
    assert opened.sheetnames == [
        "a b c", "A B C 2", "quoted", "History 2", "-", "长" * 31, "长" * 29 + " 2", "- 2",
        "Articles",
    ]  # fmt: skip
    assert [records(sheet)[0]["id"] for sheet in opened.worksheets[:8]] == [
        kind.name for kind in kinds
    ]


def test_an_attribute_never_takes_the_name_of_another_column(
    make_row: MakeRow, make_export: MakeExport, network: Article
) -> None:
    row = make_row(network, "62场", attributes={"note": "a", "quote_zh-Hant": "b"}, note="c")
    (record,) = records(book(make_export(row, options=ExportOptions(Script.TRADITIONAL)))["Metric"])
    assert (record["metric.note"], record["note"]) == ("a", "c")
    assert (record["metric.quote_zh-Hant"], record["quote_zh-Hant"]) == ("b", "62場")


def test_the_beginning_is_the_sheet_of_the_first_tag(
    make_row: MakeRow, make_export: MakeExport, network: Article
) -> None:
    rows = [
        make_row(network, "62场", attributes={"value": 62}),
        make_row(network, "讲座", kind="programme"),
    ]
    shown = XLSX.beginning(make_export(*rows))
    assert isinstance(shown, Table)
    assert shown.header[:2] == ("quote", "value")
    assert [line[:2] for line in shown.rows] == [("62场", "62")]
    assert XLSX.beginning(make_export()) == Table((), ())


def test_no_tags_give_the_articles_alone(make_export: MakeExport) -> None:
    assert book(make_export()).sheetnames == ["Articles"]


def test_what_the_library_calls_a_fault_of_its_file_is_one_of_the_disk(
    make_export: MakeExport, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_book: object) -> None:
        raise FileCreateError(OSError(27, "File too large"))

    monkeypatch.setattr("xlsxwriter.workbook.Workbook.close", full)
    path = tmp_path / "tags.xlsx"
    path.write_bytes(b"old")
    with pytest.raises(ExportError, match="File too large"):
        XLSX.write(make_export(), path)
    assert path.read_bytes() == b"old"
