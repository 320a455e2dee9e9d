"""What an importer is, and how it says no."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.text.article import Article


class ImportRefusedError(Exception):
    """A text that cannot be brought in.

    The message is one sentence for the user that names the file.
    """


class UndecodableError(ImportRefusedError):
    """A text that is not in the encoding it was read in; in another it may be."""


@dataclass(frozen=True, slots=True)
class Importer:
    """One format that articles are read from.

    Attributes:
        name: The key of the format.
        label: What the user reads in a file dialog.
        suffixes: Endings of its files, lower case, each with its dot.
        read: Takes the bytes of a file, what messages call it (its path, which may end
            inside an archive) and the encoding the user named (``None``: the format's own),
            gives the articles in it, at least one, and raises :class:`ImportRefusedError`.
    """

    name: str
    label: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes, str, str | None], list[Article]]
