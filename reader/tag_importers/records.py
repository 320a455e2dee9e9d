"""What a file with tags holds, whichever format it is in."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.importers.importer import ImportRefusedError
from reader.language import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.annotation.json_values import Value
    from reader.annotation.tag_set import TagKind


@dataclass(frozen=True, slots=True)
class FileArticle:
    """An article as a file names it; any of it may be missing.

    Attributes:
        key: What its tags name it by, in this file alone.
        id: Its id in a workspace.
        sha256: The digest of its text.
        names: Its title, or the name of its file; any of them.
        text: Its text, as the file has it.
    """

    key: str
    id: str = ""
    sha256: str = ""
    names: tuple[str, ...] = ()
    text: str | None = None


@dataclass(frozen=True, slots=True)
class FileTag:
    """A tag as a file has it.

    Attributes:
        article: The key of its article.
        kind: What the file calls its kind.
        start: Where it begins, in code points or, by programs that count so, in UTF-16 units;
            ``None`` where the file does not say.
        end: Where it ends.
        quote: Its words; empty where the file has the text, or does not say.
        prefix: Words before it, as far as the file says.
        suffix: Words after it.
        attributes: What else is known of it.
        untyped: Whether the file has numbers as text.
        note: A remark.
        author: Who made it; empty where the file does not say.
        created: When, in ISO 8601; likewise.
        modified: When it was last changed; likewise.
        id: Its id in a workspace; likewise.
        problem: Why it cannot be placed, in one sentence; empty where it may be.
    """

    article: str
    kind: str
    start: int | None = None
    end: int | None = None
    quote: str = ""
    prefix: str = ""
    suffix: str = ""
    attributes: Mapping[str, Value] = field(default_factory=dict)
    untyped: bool = False
    note: str = ""
    author: str = ""
    created: str = ""
    modified: str = ""
    id: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of tag as a file has it.

    Attributes:
        name: What its tags name it by.
        label: What people call it; empty where the file does not say.
        colour: ``#rrggbb``; likewise.
        kind: All of it, where the file is one of ours.
    """

    name: str
    label: str = ""
    colour: str = ""
    kind: TagKind | None = None


@dataclass(frozen=True, slots=True)
class TagFile:
    """A file with tags.

    Attributes:
        articles: Its articles.
        tags: Its tags.
        kinds: Its kinds, used or not; a tag may be of one that is not among them.
    """

    articles: tuple[FileArticle, ...]
    tags: tuple[FileTag, ...]
    kinds: tuple[FileKind, ...] = ()


def plain_text(value: object, name: str) -> str:
    """Return a text that can be stored.

    Args:
        value: What the file holds; anything but a text is none.
        name: What messages call the file.

    Raises:
        ImportRefusedError: If it holds a NUL character.
    """
    if not isinstance(value, str):
        return ""
    if "\0" in value:
        msg = tr(
            "{name} holds a NUL character, which no text has; export it again from its program."
        ).format(name=name)
        raise ImportRefusedError(msg)
    # Half a character cannot be stored; it is shown by its number.
    return value.encode("utf-8", "backslashreplace").decode("utf-8")


def plain_value(value: object, name: str) -> Value | None:
    """Return what an attribute may hold, ``None`` for anything else.

    Raises:
        ImportRefusedError: If it is a text that holds a NUL character.
    """
    if isinstance(value, str):
        return plain_text(value, name)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    # A whole number may have hundreds of digits, at which isfinite() fails.
    return value if isinstance(value, int) or math.isfinite(value) else None


def place(value: object) -> int | None:
    """Return an offset; ``None`` for what is none."""
    is_number = isinstance(value, int) and not isinstance(value, bool) and value >= 0
    return value if is_number and isinstance(value, int) else None
