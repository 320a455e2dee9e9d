"""Which formats tags are written in."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from reader.exporters.exporter import Exporter

NAMES: Final = (
    "csv", "xlsx", "html", "markdown", "json", "jsonl", "parquet", "label-studio", "doccano",
    "spacy", "w3c", "tei", "brat", "xmi", "casjson", "conll", "qdpx", "qdc",
)  # fmt: skip
"""What the formats are called, in the same order, for who does not want to read them all in."""


@cache
def exporters() -> tuple[Exporter, ...]:
    """Return every exporter, in the order a file dialog lists them.

    They are read in when somebody asks, as no window opens sooner for them; each reads in
    its libraries when it writes.
    """
    from reader.exporters.brat import BRAT
    from reader.exporters.conll import CONLL
    from reader.exporters.csv_table import CSV
    from reader.exporters.docbin import DOCBIN
    from reader.exporters.doccano import DOCCANO
    from reader.exporters.html_report import HTML_REPORT
    from reader.exporters.json_document import JSON
    from reader.exporters.json_lines import JSON_LINES
    from reader.exporters.label_studio import LABEL_STUDIO
    from reader.exporters.markdown_report import MARKDOWN_REPORT
    from reader.exporters.parquet import PARQUET
    from reader.exporters.refi_codebook import QDC
    from reader.exporters.refi_qda import QDPX
    from reader.exporters.tei import TEI
    from reader.exporters.uima_json import CAS_JSON
    from reader.exporters.uima_xmi import XMI
    from reader.exporters.w3c import W3C
    from reader.exporters.xlsx import XLSX

    return (
        CSV,
        XLSX,
        HTML_REPORT,
        MARKDOWN_REPORT,
        JSON,
        JSON_LINES,
        PARQUET,
        LABEL_STUDIO,
        DOCCANO,
        DOCBIN,
        W3C,
        TEI,
        BRAT,
        XMI,
        CAS_JSON,
        CONLL,
        QDPX,
        QDC,
    )


def exporter_named(name: str) -> Exporter | None:
    """Return the exporter of that name, if there is one."""
    return next((one for one in exporters() if one.name == name), None)
