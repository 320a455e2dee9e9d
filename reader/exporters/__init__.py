"""Floor 3: what writes tags to files, one format a file, behind one registry. Knows no Qt."""

from reader.exporters.durable import ExportError, write_durably
from reader.exporters.export import Export, ExportArticle, ExportOptions, ExportRow, select
from reader.exporters.exporter import PREVIEWED, Exporter, Table
from reader.exporters.registry import NAMES, exporter_named, exporters

__all__ = [
    "NAMES",
    "PREVIEWED",
    "Export",
    "ExportArticle",
    "ExportError",
    "ExportOptions",
    "ExportRow",
    "Exporter",
    "Table",
    "exporter_named",
    "exporters",
    "select",
    "write_durably",
]
