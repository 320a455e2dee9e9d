"""What an exporter is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.exporters.durable import write_durably

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from reader.exporters.export import Export


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format that tags are written in.

    Attributes:
        name: The key of the format.
        label: What the user reads in a file dialog.
        suffix: Ending of its files, with its dot.
        chunks: Gives the bytes of the file, piece by piece, so that a large
            export never stands in memory whole.
    """

    name: str
    label: str
    suffix: str
    chunks: Callable[[Export], Iterator[bytes]]

    def write(self, export: Export, path: Path) -> int:
        """Write an export to a file, whole or not at all, and return the number of rows.

        Raises:
            ExportError: If it could not be written; an old file is then untouched.
        """
        write_durably(path, self.chunks(export))
        return len(export.rows)
