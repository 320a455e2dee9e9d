"""What an exporter is, and what it says of its format."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from reader.exporters.durable import ExportError, write_durably
from reader.language import mark, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from reader.exporters.export import Export

# What a format may have no place for. A format may also say something of its own.
OVERLAP: Final = mark("overlapping tags")
NOTES: Final = mark("notes")
ATTRIBUTES: Final = mark("attributes")
ATTRIBUTE_TYPES: Final = mark("types of attributes")
AUTHORS: Final = mark("authors and times")
CONTEXT_WORDS: Final = mark("the words around a tag")
KINDS: Final = mark("colours and order of kinds")
TEXTS: Final = mark("the text of the articles")
SCRIPTS: Final = mark("the quotes in another script")

PREVIEWED: Final = 10
"""Tags that a preview shows."""
_PREVIEW_LENGTH: Final = 6_000


class Offsets(StrEnum):
    """What a format counts the places of tags in."""

    CODE_POINTS = mark("code points")
    UTF_16 = mark("UTF-16 units")
    NONE = mark("none")


@dataclass(frozen=True, slots=True)
class Table:
    """The beginning of a file that is a table, for people to look at.

    Attributes:
        header: The columns' names.
        rows: The cells as the file has them, as text.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format that tags are written in.

    Attributes:
        name: The key of the format.
        label: What the user reads in a file dialog.
        suffix: Ending of its files, with its dot.
        chunks: Gives the bytes of the file, piece by piece, so that a large export never
            stands in memory whole. A format of many files is one zip of them (``zipped.py``),
            a library that wants a file gets one from ``spooled.py``. It goes through the tags
            by ``with_views`` or ``by_article``, which tell how far it is and may stop it.
        offsets: What the format counts places in.
        loses: What it cannot express: some of the texts above, or one of its own.
        remedy: What is done about that, in one sentence.
        proof: The software of others that its tests read it with.
        preview: Gives the beginning of a file for people to look at, as a table or a text;
            ``None`` where that is the beginning of the file itself, which is then UTF-8.
        extra: The optional extra of the package that it needs, if any.
        modules: The modules that come with the extra.
    """

    name: str
    label: str
    suffix: str
    chunks: Callable[[Export], Iterator[bytes]]
    offsets: Offsets = Offsets.CODE_POINTS
    loses: tuple[str, ...] = ()
    remedy: str = ""
    proof: str = ""
    preview: Callable[[Export], Table | str] | None = None
    extra: str | None = None
    modules: tuple[str, ...] = ()

    @property
    def missing(self) -> str | None:
        """What has to be installed first, in one sentence; ``None`` where nothing has."""
        if self.extra is None or all(find_spec(module) for module in self.modules):
            return None
        return tr('{label} needs the extra “{extra}”: pip install "wenmai[{extra}]"').format(
            label=tr(self.label), extra=self.extra
        )

    @property
    def limits(self) -> str:
        """What the format cannot express and what is done about it, in a line."""
        if not self.loses:
            return tr("Everything about a tag is written.")
        losses = tr(", ").join(map(tr, self.loses))
        return tr("It has no place for {losses}. {remedy}").format(
            losses=losses, remedy=tr(self.remedy)
        )

    def pieces(self, export: Export) -> Iterator[bytes]:
        """Yield the bytes of the file.

        Raises:
            ExportError: If the format needs an extra that is not there, or cannot hold a tag.
        """
        if self.missing is not None:
            raise ExportError(self.missing)
        yield from self.chunks(export)

    def beginning(self, export: Export) -> Table | str:
        """Return the beginning of the file, as far as its first tags reach.

        Raises:
            ExportError: If the format needs an extra that is not there, or cannot hold a tag.
        """
        if self.missing is not None:
            raise ExportError(self.missing)
        rows = export.rows[:PREVIEWED]
        articles = {row.article.id for row in rows}
        first = replace(
            export,
            rows=rows,
            articles=tuple(one for one in export.articles if one.article.id in articles),
        )
        if self.preview is not None:
            return self.preview(first)
        start = bytearray()
        for chunk in self.chunks(first):
            start += chunk
            if len(start) > 4 * _PREVIEW_LENGTH:
                break
        text = start.decode("utf-8", "ignore").removeprefix("\ufeff")
        return text[:_PREVIEW_LENGTH]

    def write(self, export: Export, path: Path) -> int:
        """Write an export to a file, whole or not at all, and return the number of rows.

        Raises:
            ExportError: If it could not be written; an old file is then untouched.
        """
        write_durably(path, self.pieces(export))
        return len(export.rows)
