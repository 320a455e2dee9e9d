"""The CSV opens in a spreadsheet with every word as it is and no cell that runs."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import TYPE_CHECKING

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.annotation.tag_set import DEFAULT_TAG_SET, Attribute, AttributeType, TagKind, TagSet
from reader.exporters.csv_table import CSV
from reader.exporters.export import ExportOptions
from reader.exporters.exporter import Table
from reader.text.article import Article
from reader.text.script import Script

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.exporters.export import Export, ExportRow

    MakeRow = Callable[..., ExportRow]
    MakeExport = Callable[..., Export]

NAMES = "value unit bound measures name organiser title awarded_by year status"
ATTRIBUTES = NAMES.split()
AFTER = (
    "note author created modified context_left context_right article article_source article_date "
    "article_author article_url article_id start end"
)


def table(export: Export) -> list[list[str]]:
    text = b"".join(CSV.chunks(export)).decode("utf-8")
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:], newline=""), strict=True))


def records(export: Export) -> list[dict[str, str]]:
    header, *rows = table(export)
    assert len(set(header)) == len(header)
    return [dict(zip(header, row, strict=True)) for row in rows]


def test_a_tag_is_one_row_with_a_column_for_each_attribute(
    make_row: MakeRow, make_export: MakeExport, network: Article
) -> None:
    row = make_row(
        network, "62场", attributes={"value": 62, "unit": "场", "bound": "exact"}, note="记\n下"
    )
    row = replace(row, title="改过的标题", metadata={"source": "晚报", "date": "2026-11"})
    header, cells = table(make_export(row))
    assert header == ["id", "kind", "kind_label", "quote", *ATTRIBUTES, *AFTER.split()]
    time = "2026-11-22T08:00:00.000000Z"
    attributes = ["62", "场", "exact", *[""] * 7]
    context = ["社区讲座\n街道办了", "互联网讲座，老人发展兴趣。\n"]
    assert cells == [
        *["a1", "metric", "Metric", "62场", *attributes, "记\n下", "lin", time, time, *context],
        *["改过的标题", "晚报", "2026-11", "", "", network.id, "9", "12"],
    ]


def test_the_file_has_a_mark_and_the_line_ends_of_the_standard(
    make_row: MakeRow, make_export: MakeExport, network: Article
) -> None:
    data = b"".join(CSV.chunks(make_export(make_row(network, "讲座，老人"))))
    assert data.startswith(b"\xef\xbb\xbfid,kind,kind_label,quote,")
    assert data.count(b"\r\n") == 2
    assert data.endswith(b"\r\n")
    assert '"讲座，老人"'.encode() not in data
    assert '"社区讲座\n街道办了62场互联网"'.encode() in data


def test_the_chosen_script_stands_beside_the_source(
    make_row: MakeRow, make_export: MakeExport, network: Article
) -> None:
    row = make_row(network, "62场互联")
    export = make_export(row, options=ExportOptions(Script.TAIWAN, regional=True))
    (record,) = records(export)
    assert list(record)[3:5] == ["quote", "quote_zh-Hant-TW"]
    assert record["quote"] == "62场互联"
    assert record["quote_zh-Hant-TW"] == "62場網際網路"
    assert record["context_left"] == "社区讲座\n街道办了"


@pytest.mark.parametrize(
    "start", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\0=1", "＝1", "＋1", "－1", "＠a"]
)
def test_a_text_that_could_be_a_formula_is_made_harmless_in_every_column(
    make_row: MakeRow, make_export: MakeExport, start: str
) -> None:
    article = Article.from_text(f"{start}甲乙{start}")
    row = make_row(
        article, start, id=start, kind=start, attributes={start: start}, note=start,
        author=start, created=start, modified=start,
    )  # fmt: skip
    row = replace(row, title=start)
    tag_set = TagSet((TagKind(start, start, "#000000", "", (Attribute(start, ""),)),))
    header, cells = table(make_export(row, tag_set=tag_set))
    assert header[4] == f"'{start}"
    named = dict(zip(header, cells, strict=True))
    for column in ("id", "kind", "kind_label", "quote", "note", "author", "created", "article"):
        assert named[column] == f"'{start}"
    assert named[f"'{start}"] == f"'{start}"
    assert named["context_right"] == f"甲乙{start}"


def test_a_number_stays_a_number(
    make_row: MakeRow, make_export: MakeExport, network: Article
) -> None:
    attributes = {"value": -5, "unit": "-5", "year": -0.5}
    row = make_row(network, "62场", attributes=attributes)
    (record,) = records(make_export(row))
    assert (record["value"], record["unit"]) == ("-5", "'-5")
    assert record["metric.year"] == "-0.5"


def test_kinds_that_mean_the_same_share_a_column_and_others_do_not(
    make_row: MakeRow, make_export: MakeExport, network: Article
) -> None:
    unit = Attribute("unit", "Unit")
    number = Attribute("value", "Value", AttributeType.NUMBER)
    kinds = [
        TagKind("one", "", "#000000", "1", (unit, Attribute("value", "Value"))),
        TagKind("two", "", "#000000", "2", (unit, number)),
    ]
    rows = [
        make_row(network, "62场", kind="one", attributes={"unit": "a", "value": "b"}),
        make_row(network, "讲座", kind="two", attributes={"unit": "c", "value": 4}),
    ]
    first, second = records(make_export(*rows, tag_set=TagSet(tuple(kinds))))
    assert list(first)[4:7] == ["unit", "one.value", "two.value"]
    assert (first["unit"], first["one.value"], first["two.value"]) == ("a", "b", "")
    assert (second["unit"], second["one.value"], second["two.value"]) == ("c", "", "4")


def test_an_attribute_never_takes_the_name_of_another_column(
    make_row: MakeRow, make_export: MakeExport, network: Article
) -> None:
    names = ["note", "quote_zh-Hant", "k.note", "start", "quote"]
    kind = TagKind("k", "", "#000000", "1", tuple(Attribute(name, name) for name in names))
    row = make_row(network, "62场", kind="k", attributes={name: f"<{name}>" for name in names})
    options = ExportOptions(Script.TRADITIONAL)
    (record,) = records(make_export(row, tag_set=TagSet((kind,)), options=options))
    assert record["k.note"] == "<k.note>"
    assert record["k.note_"] == "<note>"
    assert record["k.quote_zh-Hant"] == "<quote_zh-Hant>"
    assert record["k.start"] == "<start>"
    assert (record["k.quote"], record["quote"]) == ("<quote>", "62场")
    assert record["quote_zh-Hant"] == "62場"


def test_attributes_that_the_tag_set_does_not_know_are_not_lost(
    make_row: MakeRow, make_export: MakeExport, network: Article
) -> None:
    rows = [
        make_row(network, "62场", kind="metric", attributes={"old": "一"}),
        make_row(network, "讲座", kind="gone", attributes={"value": "二"}),
    ]
    first, second = records(make_export(*rows))
    assert list(first)[4:16] == [*ATTRIBUTES, "gone.value", "metric.old"]
    assert (first["metric.old"], second["gone.value"], second["value"]) == ("一", "二", "")


def test_duckdb_reads_the_table_with_its_numbers(
    make_row: MakeRow, make_export: MakeExport, network: Article, tmp_path: Path
) -> None:
    rows = [
        make_row(network, "62场", id="a", attributes={"value": 9.5}, note="“一”,\r\n二"),
        make_row(network, "讲座，老人", id="b"),
    ]
    target = tmp_path / "tags.csv"
    assert CSV.write(make_export(*rows), target) == 2
    with duckdb.connect() as base:
        read = base.execute(
            f"select id, quote, value, note, start, \"end\" from read_csv('{target}') order by id"
        ).fetchall()
    assert read == [
        ("a", "62场", 9.5, "“一”,\r\n二", 9, 12),
        ("b", "讲座，老人", None, None, 15, 20),
    ]


def test_no_tags_give_the_header_alone(make_export: MakeExport) -> None:
    assert table(make_export()) == [
        ["id", "kind", "kind_label", "quote", *ATTRIBUTES, *AFTER.split()]
    ]


def test_the_beginning_is_shown_as_the_table_that_it_is(
    make_row: MakeRow, make_export: MakeExport, network: Article
) -> None:
    rows = [make_row(network, "62场", id=f"t{n}", note="=1") for n in range(20)]
    shown = CSV.beginning(make_export(*rows))
    assert isinstance(shown, Table)
    assert [list(shown.header), *map(list, shown.rows)] == table(make_export(*rows))[:11]


def test_a_long_export_comes_in_pieces_and_loses_none(
    make_row: MakeRow, make_export: MakeExport, network: Article
) -> None:
    rows = [make_row(network, "62场", id=f"t{n}") for n in range(1200)]
    export = make_export(*rows)
    assert len(list(CSV.chunks(export))) == 3
    assert [record["id"] for record in records(export)] == [f"t{n}" for n in range(1200)]


def test_a_lone_surrogate_is_shown_by_its_number(
    make_row: MakeRow, make_export: MakeExport, network: Article
) -> None:
    (record,) = records(make_export(make_row(network, "62场", note="\udcff")))
    assert record["note"] == r"\udcff"


words = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from("=+-@\t\r\n\"',，\0＝"), min_size=1
)


@given(text=words, note=words, unit=words, author=words)
def test_a_csv_reader_gives_every_cell_back(
    make_row: MakeRow, make_export: MakeExport, text: str, note: str, unit: str, author: str
) -> None:
    row = make_row(
        Article.from_text(f"甲{text}乙"), text, attributes={"unit": unit}, note=note, author=author
    )
    anchor = row.annotation.anchor
    (record,) = records(make_export(row, tag_set=DEFAULT_TAG_SET))
    expected = {
        "quote": text,
        "note": note,
        "unit": unit,
        "author": author,
        "context_left": anchor.prefix,
        "context_right": anchor.suffix,
        "article": row.title,
    }
    for column, value in expected.items():
        cell = record[column]
        assert cell in (value, f"'{value}")
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\0", "＝", "＋", "－", "＠"))
        assert cell == value or value[0] in "=+-@\t\r\0＝＋－＠"
