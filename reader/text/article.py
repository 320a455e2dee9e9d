"""Articles: immutable source texts with their metadata."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from reader.text.paragraphs import first_line
from reader.text.script import SourceScript, detect_script

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Article:
    """An immutable source text: never normalised, converted, or read back from a widget.

    Attributes:
        id: The first 16 hexadecimal digits of ``sha256``, so that the same text
            brought in twice, by anyone, is the same article.
        text: The source text; every offset in the product counts its code points.
        sha256: Digest of the text in UTF-8, in hexadecimal.
        title: The title found at import; the workspace may hold a newer one.
        script: The script the text was detected to be written in.
        metadata: What the importer knew besides (``file``: the file's name).
    """

    id: str
    text: str
    sha256: str
    title: str
    script: SourceScript
    metadata: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def from_text(
        cls, text: str, *, title: str = "", metadata: Mapping[str, str] | None = None
    ) -> Article:
        """Make the article of a text.

        Args:
            text: The source, kept as it is.
            title: Its title; the first line that is not empty where none is given.
            metadata: What else is known of it.

        Raises:
            UnicodeEncodeError: If the text holds a lone surrogate.
        """
        digest = text_digest(text)
        return cls(
            id=digest[:16],
            text=text,
            sha256=digest,
            title=title or first_line(text),
            script=detect_script(text),
            metadata=MappingProxyType(dict(metadata or {})),
        )


def text_digest(text: str) -> str:
    """Return the SHA-256 of ``text`` in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
