"""The page on formats says what the exporters say of themselves."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from reader.exporters.exporter import Exporter, Offsets
from reader.exporters.registry import exporters

_DOCS = Path(__file__).resolve().parents[2] / "docs"


def test_the_table_of_formats_is_made_of_the_registry() -> None:
    made = runpy.run_path(str(_DOCS / "formats.py"))
    written = (_DOCS / "formats.md").read_text("utf-8")
    assert written == made["page"](written)
    assert all(f"| `{one.name}` |" in written for one in exporters())


@pytest.mark.parametrize("exporter", exporters(), ids=lambda one: one.name)
def test_a_format_that_loses_something_says_what_is_done_about_it(exporter: Exporter) -> None:
    assert bool(exporter.loses) == bool(exporter.remedy)
    assert exporter.proof
    assert exporter.offsets in Offsets
    assert bool(exporter.extra) == bool(exporter.modules)
    for said in (*exporter.loses, exporter.remedy, exporter.proof):
        assert "|" not in said
