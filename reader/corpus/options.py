"""What is asked of a corpus, and which rules answer."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import reader
from reader.assets import resource
from reader.suggest import KINDS

PARQUET: Final = "parquet"
JSON_LINES: Final = "jsonl"
FORMATS: Final = (PARQUET, JSON_LINES)
"""What a corpus may be written in, and its suggestions; also the ends of the names of parts."""


@dataclass(frozen=True, slots=True)
class Options:
    """What is asked; everything here decides what comes out.

    Attributes:
        text: The name of the column that holds the texts.
        id: The name of the column that names the rows; ``None`` is ``id`` if there is one.
        kinds: The kinds to look for, in the order of :data:`reader.suggest.KINDS`.
        min_confidence: What is less sure is left out, from 0 to 1.
        format: What the parts are written in; ``None`` is what the corpus is written in.
        shard_bytes: About how much of the corpus one shard holds; 0 is chosen by its size.
    """

    text: str = "text"
    id: str | None = None
    kinds: tuple[str, ...] = KINDS
    min_confidence: float = 0.0
    format: str | None = None
    shard_bytes: int = 0

    @property
    def id_column(self) -> str:
        """The name of the column that names the rows, where there is one."""
        return "id" if self.id is None else self.id

    def to_json(self) -> dict[str, Any]:
        """Return the options as the manifest holds them."""
        return {
            "text": self.text,
            "id": self.id_column,
            "kinds": list(self.kinds),
            "min_confidence": self.min_confidence,
            "format": self.format,
            "shard_bytes": self.shard_bytes,
        }


@cache
def rules_version() -> dict[str, str]:
    """Return what tells the rules of this machine from others: a digest of all they are made of.

    The converter's own dictionaries are told by the version of Wenmai, which names one version of
    it alone.
    """
    package = Path(reader.__file__).parent
    files = [
        *sorted((package / "suggest").glob("*.py")),
        *sorted((package / "text").glob("*.py")),
        *sorted(resource("suggest").glob("*.txt")),
    ]
    digest = hashlib.sha256()
    for file in files:
        # The line ends of a checkout on Windows change no rule.
        content = file.read_bytes().replace(b"\r\n", b"\n")
        digest.update(f"{file.name} {len(content)}\n".encode())
        digest.update(content)
    return {"wenmai": reader.__version__, "sha256": digest.hexdigest()}
