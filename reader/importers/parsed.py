"""What the parser of a binary or marked-up format gives for each article in a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

FIELDS: Final = ("title", "source", "date", "author", "url", "pages_without_text")
"""What a parser may know of an article besides its text; the date as ISO 8601 where known.

``pages_without_text`` are the pages of a file that are pictures: ``2, 5-7``.
"""


@dataclass(frozen=True, slots=True)
class Parsed:
    """An article as a parser found it, before anything was checked.

    Attributes:
        text: The text, paragraphs on lines of their own; it becomes the source, kept as it is.
        metadata: What the file says of it: some of :data:`FIELDS`, each a text.
    """

    text: str
    metadata: Mapping[str, str] = field(default_factory=dict)


Parser = Callable[[bytes, str], list[Parsed]]
"""Takes the bytes of a file and what messages call it; raises ``ImportRefusedError``."""
