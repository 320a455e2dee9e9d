"""Floor 2: what turns files into articles, one format a file, behind one registry. Knows no Qt.

What this package offers is loaded when it is asked for: the process that reads files of
strangers (``confined_child``) lives in it too and shall start quickly.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.importers.batch import Outcome, Source, import_all, source_of
    from reader.importers.importer import Importer, ImportRefusedError, UndecodableError
    from reader.importers.plain_text import (
        import_bytes,
        import_file,
        import_text,
        readings,
        readings_of,
    )
    from reader.importers.registry import import_path, importer_for, importers

_WHERE = {
    "ImportRefusedError": "importer",
    "Importer": "importer",
    "Outcome": "batch",
    "Source": "batch",
    "UndecodableError": "importer",
    "import_all": "batch",
    "import_bytes": "plain_text",
    "import_file": "plain_text",
    "import_path": "registry",
    "import_text": "plain_text",
    "importer_for": "registry",
    "importers": "registry",
    "readings": "plain_text",
    "readings_of": "plain_text",
    "source_of": "batch",
}

__all__ = [
    "ImportRefusedError",
    "Importer",
    "Outcome",
    "Source",
    "UndecodableError",
    "import_all",
    "import_bytes",
    "import_file",
    "import_path",
    "import_text",
    "importer_for",
    "importers",
    "readings",
    "readings_of",
    "source_of",
]


def __getattr__(name: str) -> object:
    """Load what is asked for."""
    if name not in _WHERE:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    value = globals()[name] = getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)
    return value
