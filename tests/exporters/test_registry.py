"""The registry finds an exporter, and each writes a file whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.exporters.durable import ExportError
from reader.exporters.registry import NAMES, exporter_named, exporters

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.exporters.export import Export, ExportRow
    from reader.exporters.exporter import Exporter
    from reader.text.article import Article

    MakeRow = Callable[..., ExportRow]
    MakeExport = Callable[..., Export]


def test_an_exporter_is_found_by_its_name() -> None:
    names = [one.name for one in exporters()]
    assert tuple(names) == NAMES
    assert names[:1] == ["csv"]
    assert len(set(names)) == len(names)
    for one in exporters():
        assert exporter_named(one.name) is one
        assert one.suffix.startswith(".")
    assert exporter_named("none such") is None


@pytest.mark.parametrize("exporter", exporters(), ids=lambda one: one.name)
def test_a_file_is_written_and_its_rows_are_counted(
    make_row: MakeRow, make_export: MakeExport, network: Article, tmp_path: Path, exporter: Exporter
) -> None:
    export = make_export(make_row(network, "62场", id="a"), make_row(network, "讲座", id="b"))
    target = tmp_path / f"tags{exporter.suffix}"
    assert exporter.write(export, target) == 2
    assert target.read_bytes() == b"".join(exporter.chunks(export))


@pytest.mark.parametrize("exporter", exporters(), ids=lambda one: one.name)
def test_a_blocked_target_is_one_sentence(
    make_export: MakeExport, tmp_path: Path, exporter: Exporter
) -> None:
    with pytest.raises(ExportError, match="could not be written"):
        exporter.write(make_export(), tmp_path)
