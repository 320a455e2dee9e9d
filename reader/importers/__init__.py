"""Floor 2: what turns files into articles, one format a file, behind one registry. Knows no Qt."""

from reader.importers.importer import Importer, ImportRefusedError, UndecodableError
from reader.importers.plain_text import import_bytes, import_file, import_text, readings
from reader.importers.registry import import_path, importer_for, importers

__all__ = [
    "ImportRefusedError",
    "Importer",
    "UndecodableError",
    "import_bytes",
    "import_file",
    "import_path",
    "import_text",
    "importer_for",
    "importers",
    "readings",
]
