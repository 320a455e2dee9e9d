"""Floor 2: what turns files into articles, one format a file, behind one registry. Knows no Qt."""

from reader.importers.importer import Importer, ImportRefusedError
from reader.importers.plain_text import import_bytes, import_file, import_text
from reader.importers.registry import import_path, importer_for, importers

__all__ = [
    "ImportRefusedError",
    "Importer",
    "import_bytes",
    "import_file",
    "import_path",
    "import_text",
    "importer_for",
    "importers",
]
