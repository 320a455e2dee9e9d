"""What an exporter says of its format, what it needs, and how its files begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.exporters.durable import ExportError
from reader.exporters.exporter import NOTES, OVERLAP, PREVIEWED, Exporter, Table
from reader.text.article import Article

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from reader.exporters.export import Export, ExportRow

    MakeRow = Callable[..., ExportRow]
    MakeExport = Callable[..., Export]


def lines(export: Export) -> Iterator[bytes]:
    yield "\ufeff".encode()
    for row in export.rows:
        yield f"{row.annotation.id} {row.annotation.quote}\n".encode()
    for one in export.articles:
        yield f"[{one.title}]\n".encode()


LINES = Exporter("lines", "Lines", ".txt", lines)
NEEDY = Exporter("needy", "Needy file", ".x", lines, extra="bag", modules=("json", "no_such_one"))


def test_an_exporter_whose_library_is_missing_names_its_extra(
    make_export: MakeExport, tmp_path: Path
) -> None:
    sentence = 'Needy file needs the extra “bag”: pip install "wenmai[bag]"'
    assert NEEDY.missing == sentence
    with pytest.raises(ExportError, match="needs the extra"):
        NEEDY.write(make_export(), tmp_path / "a.x")
    with pytest.raises(ExportError, match="needs the extra"):
        NEEDY.beginning(make_export())
    assert not list(tmp_path.iterdir())


def test_an_exporter_whose_library_is_there_or_that_needs_none_writes(
    make_export: MakeExport, tmp_path: Path
) -> None:
    there = Exporter("there", "There", ".x", lines, extra="bag", modules=("json", "csv"))
    for one in (there, LINES):
        assert one.missing is None
        assert one.write(make_export(), tmp_path / "a.x") == 0


def test_what_a_format_cannot_express_is_said_in_one_line() -> None:
    assert LINES.limits == "Everything about a tag is written."
    poor = Exporter(
        "poor", "Poor", ".x", lines, loses=(OVERLAP, NOTES), remedy="The longest tag is kept."
    )
    said = "It has no place for overlapping tags, notes. The longest tag is kept."
    assert poor.limits == said


def test_a_file_begins_with_its_first_tags_and_their_articles(
    make_row: MakeRow, make_export: MakeExport, network: Article
) -> None:
    rows = [make_row(network, "62场", id=f"t{n}") for n in range(PREVIEWED + 5)]
    text = LINES.beginning(make_export(*rows))
    assert isinstance(text, str)
    assert text.splitlines() == [*(f"t{n} 62场" for n in range(PREVIEWED)), "[社区讲座]"]


def test_an_article_whose_tags_come_later_is_not_in_the_beginning(
    make_row: MakeRow, make_export: MakeExport, network: Article
) -> None:
    other = Article.from_text("别的")
    rows = [make_row(network, "62场", id=f"t{n}") for n in range(PREVIEWED)]
    text = LINES.beginning(make_export(*rows, make_row(other, "别的", id="z")))
    assert isinstance(text, str)
    assert "别的" not in text


def test_a_long_beginning_is_cut_and_no_more_is_made_than_is_shown(make_export: MakeExport) -> None:
    made: list[int] = []

    def endless(export: Export) -> Iterator[bytes]:
        while True:
            made.append(1)
            yield "长".encode() * 1000

    text = Exporter("endless", "Endless", ".x", endless).beginning(make_export())
    assert text == "长" * 6_000
    assert len(made) < 20


def test_a_beginning_that_cuts_a_character_shows_the_rest(make_export: MakeExport) -> None:
    def bad(export: Export) -> Iterator[bytes]:
        yield "好".encode() + "坏".encode()[:2]

    assert Exporter("bad", "Bad", ".x", bad).beginning(make_export()) == "好"


def test_a_format_may_show_its_beginning_as_a_table(
    make_row: MakeRow, make_export: MakeExport, network: Article
) -> None:
    def shown(export: Export) -> Table:
        return Table(("id",), tuple((row.annotation.id,) for row in export.rows))

    rows = [make_row(network, "62场", id=f"t{n}") for n in range(PREVIEWED + 5)]
    one = Exporter("table", "Table", ".x", lines, preview=shown)
    table = one.beginning(make_export(*rows))
    assert table == Table(("id",), tuple((f"t{n}",) for n in range(PREVIEWED)))
