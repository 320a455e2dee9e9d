"""Which formats tags are written in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.exporters.csv_table import CSV
from reader.exporters.json_document import JSON

if TYPE_CHECKING:
    from reader.exporters.exporter import Exporter

_EXPORTERS: tuple[Exporter, ...] = (CSV, JSON)


def exporters() -> tuple[Exporter, ...]:
    """Return every exporter, in the order a file dialog lists them."""
    return _EXPORTERS


def exporter_named(name: str) -> Exporter | None:
    """Return the exporter of that name, if there is one."""
    return next((one for one in _EXPORTERS if one.name == name), None)
