"""A tag set in a file by itself, to be used in other workspaces."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from reader.annotation.tag_set import TagSet
from reader.durable import write_where_it_leads
from reader.language import tr
from reader.workspace.errors import DamagedError, WorkspaceError, reason
from reader.workspace.files.json_bytes import parse, pretty
from reader.workspace.files.outside import verify_outside
from reader.workspace.files.whole_file import read_whole

if TYPE_CHECKING:
    from pathlib import Path

FORMAT: Final = "wenmai-tag-set"
VERSION: Final = 1
LARGEST_FILE: Final = 16_000_000
"""Bytes of the largest file that is read."""


class TagSetFileError(WorkspaceError):
    """A file that cannot be read as a tag set, or not be written; the message is one sentence."""


def read_tag_set(path: Path) -> TagSet:
    """Read the kinds of tag that a file holds, in its order.

    Whether they fit a workspace, :func:`reader.workspace.editing.take_tag_set` says.

    Raises:
        TagSetFileError: If it is no tag set; the message names the file.
    """
    try:
        data = parse(read_whole(path, LARGEST_FILE))
    except OSError as error:
        msg = tr("{path} could not be read ({reason}); check its name.").format(
            path=path, reason=reason(error)
        )
        raise TagSetFileError(msg) from error
    except (DamagedError, ValueError) as error:
        raise TagSetFileError(_no_tag_set(path)) from error
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise TagSetFileError(_no_tag_set(path))
    version = data.get("version")
    if type(version) is int and version > VERSION:
        msg = tr("{path} was written by a newer Wenmai; update Wenmai to read it.").format(
            path=path
        )
        raise TagSetFileError(msg)
    try:
        kinds = TagSet.from_json(data).kinds
    except (KeyError, TypeError, ValueError) as error:
        raise TagSetFileError(_no_tag_set(path)) from error
    names = [kind.name for kind in kinds]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        msg = tr("{path} has two kinds “{name}”; take one of them out.").format(
            path=path, name=twice
        )
        raise TagSetFileError(msg)
    return TagSet(tuple(replace(kind, order=None) for kind in kinds))


def write_tag_set(path: Path, tag_set: TagSet) -> None:
    """Write a tag set; at any moment the file's old or its new content is there.

    Raises:
        TagSetFileError: If it could not be written; an old file is as it was.
        InsideWorkspaceError: If it would lie in the folder of a workspace.
    """
    verify_outside(path)
    try:
        write_where_it_leads(path, [pretty(_json(tag_set))])
    except OSError as error:
        msg = tr("{path} could not be written ({reason}); choose another file or folder.").format(
            path=path, reason=reason(error)
        )
        raise TagSetFileError(msg) from error


def _json(tag_set: TagSet) -> dict[str, Any]:
    # Their places in the file are their order.
    kinds = TagSet(tuple(replace(kind, order=None) for kind in tag_set))
    return {"format": FORMAT, "version": VERSION, **kinds.to_json()}


def _no_tag_set(path: Path) -> str:
    return tr("{path} is no tag set; choose a file that “Export tag set” wrote.").format(path=path)
