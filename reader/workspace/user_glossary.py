"""``glossary.tsv`` of the state folder: corrections of one user's, for all workspaces.

The file is a glossary as it can be imported and exported: words, what is shown, scripts,
separated by tabs. Every window and command of the user shares it, so it is read anew
before each change, and a lock is held from reading to writing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Final

from filelock import FileLock, Timeout

from reader.annotation.operation import key_of
from reader.language import tr
from reader.text.glossary import Correction, Glossary, InvalidCorrectionError
from reader.text.paragraphs import LINE_END
from reader.workspace.errors import RefusedError, reason
from reader.workspace.files.durable import make_folder, write_durably
from reader.workspace.memory.corrections import in_order, with_corrections, without_corrections

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FILE_NAME: Final = "glossary.tsv"
_LOCK: Final = "glossary.lock"
_PATIENCE: Final = 10.0
"""Seconds to wait for another window that is writing."""
# Bytes that are no UTF-8 go through a text unharmed.
_BYTES_AS_THEY_ARE: Final = "surrogateescape"


@dataclass(frozen=True, slots=True)
class UserGlossary:
    """What the file holds.

    Attributes:
        glossary: Its corrections, the one for fewer scripts later.
        problem: A sentence for the user about what in it does not count; empty where all does.
    """

    glossary: Glossary = field(default_factory=Glossary)
    problem: str = ""


@dataclass(slots=True)
class _Content:
    """The file, line by line."""

    raw: bytes
    comments: list[str] = field(default_factory=list)
    corrections: list[Correction] = field(default_factory=list)
    damaged: list[str] = field(default_factory=list)


def shipped() -> Glossary:
    """Return the corrections that come with the product."""
    try:
        return Glossary.shipped()
    except FileNotFoundError:
        # An installation that lacks the file still shows every article.
        return Glossary()


def load(state: Path) -> UserGlossary:
    """Read the user's corrections; nothing is written, and nothing is raised.

    A line that is none is left where it is, and every other counts.
    """
    path = state / FILE_NAME
    try:
        content = _read(path)
    except OSError as error:
        problem = tr(
            "Your corrections in {path} could not be read ({reason}), so they do not "
            "count; make the file readable and start again."
        ).format(path=path, reason=reason(error))
        return UserGlossary(problem=problem)
    problem = ""
    if content.damaged:
        more = len(content.damaged) - 1
        others = ""
        if more:
            others = tr(", nor is 1 more") if more == 1 else tr(", nor are {more} more")
        problem = tr(
            "{damaged} of {path} is no correction{others}; every other one counts, so mend "
            "it there, or it is set aside when you next correct something for all your "
            "workspaces."
        ).format(damaged=content.damaged[0], path=path, others=others.format(more=more))
    return UserGlossary(_glossary(content.corrections), problem)


def amend(state: Path, removed: Iterable[Correction], made: Iterable[Correction]) -> Glossary:
    """Take corrections out of the file and make others, as it is now.

    One to be removed that is not there any more is passed over. Lines that are no
    corrections go into a copy of the file beside it (``glossary.tsv.damaged-1``).

    Returns:
        What the file holds then.

    Raises:
        RefusedError: If it could not be made durable; nothing changed.
    """
    path = state / FILE_NAME
    try:
        make_folder(state)
        with FileLock(state / _LOCK, timeout=_PATIENCE):
            content = _read(path)
            known = {key_of(one): one for one in in_order(content.corrections)}
            after = _glossary(with_corrections(without_corrections(known, removed), made).values())
            if content.damaged:
                _set_aside(path, content.raw)
            comments = "".join(f"{line}\n" for line in content.comments)
            write_durably(path, (comments + after.format()).encode("utf-8", _BYTES_AS_THEY_ARE))
    except Timeout as error:
        msg = tr(
            "Your corrections were not changed, because another window is writing {path}; "
            "repeat it in a moment."
        ).format(path=path)
        raise RefusedError(msg) from error
    except OSError as error:
        msg = tr(
            "Your corrections could not be saved in {path} ({reason}), so they were not "
            "changed; free some space or check the drive, and repeat it."
        ).format(path=path, reason=reason(error))
        raise RefusedError(msg) from error
    return after


def _glossary(corrections: Iterable[Correction]) -> Glossary:
    return Glossary(tuple(in_order(corrections)))


def _read(path: Path) -> _Content:
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raw = b""
    content = _Content(raw)
    lines = LINE_END.split(raw.decode("utf-8", _BYTES_AS_THEY_ARE).removeprefix("\ufeff"))
    for number, line in enumerate(lines, 1):
        if line.startswith("#"):
            content.comments.append(line)
            continue
        try:
            content.corrections += Glossary.parse(line).entries
        except InvalidCorrectionError:
            content.damaged.append(tr("Line {number}").format(number=number))
    return content


def _set_aside(path: Path, raw: bytes) -> None:
    names = (path.with_name(f"{path.name}.damaged-{number}") for number in count(1))
    write_durably(next(name for name in names if not name.exists()), raw)
