"""``backup.json``: what a backup says it holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from reader.annotation.json_values import text
from reader.language import tr
from reader.workspace.errors import DamagedError
from reader.workspace.files.json_bytes import parse, pretty

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE_NAME: Final = "backup.json"
FORMAT: Final = "wenmai-backup"
VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class Kept:
    """What a backup says it holds.

    Attributes:
        workspace: The id of the workspace; empty where its manifest was damaged.
        created: When the backup was made, UTC in ISO 8601.
        files: How many bytes each file has, and their SHA-256, by its name.
        unreadable: The names of files that could not be read.
    """

    workspace: str
    created: str
    files: Mapping[str, tuple[int, str]]
    unreadable: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        """The bytes of all files."""
        return sum(length for length, _ in self.files.values())

    def to_bytes(self) -> bytes:
        """Return the file's content."""
        return pretty(
            {
                "format": FORMAT,
                "version": VERSION,
                "workspace": self.workspace or None,
                "created": self.created,
                "files": {
                    name: {"bytes": length, "sha256": digest}
                    for name, (length, digest) in self.files.items()
                },
                "unreadable": list(self.unreadable),
            }
        )

    @classmethod
    def from_bytes(cls, content: bytes) -> Kept:
        """Read the file.

        Raises:
            DamagedError: If it is not one; the message says what is wrong, to
                stand after a colon.
        """
        try:
            return _from_json(parse(content))
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            msg = tr("its {file} is damaged").format(file=FILE_NAME)
            raise DamagedError(msg) from error


def _from_json(data: Any) -> Kept:  # noqa: ANN401 (JSON is any)
    if data["format"] != FORMAT:
        msg = tr("another format")
        raise ValueError(msg)
    if data["version"] > VERSION:
        msg = tr("a newer Wenmai made it, so update Wenmai first")
        raise DamagedError(msg)
    return Kept(
        text(data["workspace"] or ""),
        text(data["created"]),
        {name: _file(one) for name, one in data["files"].items()},
        tuple(map(text, data["unreadable"])),
    )


def _file(data: Any) -> tuple[int, str]:  # noqa: ANN401 (JSON is any)
    length = data["bytes"]
    if type(length) is not int or length < 0:
        msg = f"not a length: {length!r}"
        raise ValueError(msg)
    return length, text(data["sha256"])
