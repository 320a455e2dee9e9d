"""Which formats tags are written in."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.exporters.exporter import Exporter


@cache
def exporters() -> tuple[Exporter, ...]:
    """Return every exporter, in the order a file dialog lists them.

    They are read in when somebody asks, as no window opens sooner for them; each reads in
    its libraries when it writes.
    """
    from reader.exporters.csv_table import CSV
    from reader.exporters.json_document import JSON
    from reader.exporters.json_lines import JSON_LINES
    from reader.exporters.parquet import PARQUET
    from reader.exporters.xlsx import XLSX

    return (CSV, XLSX, JSON, JSON_LINES, PARQUET)


def exporter_named(name: str) -> Exporter | None:
    """Return the exporter of that name, if there is one."""
    return next((one for one in exporters() if one.name == name), None)
