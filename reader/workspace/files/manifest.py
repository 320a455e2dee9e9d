"""``workspace.json``: what makes a folder a workspace."""

from __future__ import annotations

import contextlib
import os
import re
import uuid
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from reader.annotation.operation import CorrectionEdit, KindEdit, VerdictEdit
from reader.annotation.tag_set import TagSet
from reader.language import tr
from reader.workspace.errors import DamagedError, NotAWorkspaceError, reason
from reader.workspace.files.durable import write_durably
from reader.workspace.files.json_bytes import parse
from reader.workspace.files.migrations import FIRST_VERSION, VERSION, migrated
from reader.workspace.files.whole_file import is_intact, read_whole, with_sum

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from reader.annotation.operation import Edit

__all__ = [
    "CORRECTIONS_VERSION",
    "FILE_NAME",
    "KINDS_VERSION",
    "VERSION",
    "Manifest",
    "changed_sentence",
    "manifest_in",
    "not_there_sentence",
    "raise_version",
    "read_manifest",
    "version_for",
]

FILE_NAME = "workspace.json"
FORMAT = "wenmai-workspace"
CORRECTIONS_VERSION = 2
"""The version from which on journals may hold corrections."""
KINDS_VERSION = 3
"""The version from which on journals may hold kinds of tag."""
LARGEST_FILE = 16_000_000
"""Bytes of the largest ``workspace.json`` that is read."""
# The id names a folder of this machine's state, so it may hold nothing that leads elsewhere.
_ID = re.compile(r"[0-9A-Za-z-]{1,64}")


@dataclass(frozen=True, slots=True)
class Manifest:
    """What ``workspace.json`` holds.

    Attributes:
        id: Names the workspace wherever its folder lies.
        created: When it was made, UTC in ISO 8601.
        tag_set: The kinds of tag it uses.
        version: The lowest version of the format that all of the workspace fits.
        data: Everything the file holds, so that what a newer version added survives.
        intact: Whether the file is as Wenmai wrote it; somebody else may have changed
            its kinds of tag, or a disk that fails.
    """

    id: str
    created: str
    tag_set: TagSet
    version: int = FIRST_VERSION
    data: Mapping[str, Any] = field(default_factory=dict)
    intact: bool = True

    @classmethod
    def new(cls, tag_set: TagSet, created: str) -> Manifest:
        """Make the manifest of a new workspace."""
        return cls(uuid.uuid4().hex, created, tag_set)

    def to_json(self) -> dict[str, Any]:
        """Return the manifest as it stands in the file."""
        return {
            **self.data,
            "format": FORMAT,
            "version": self.version,
            "id": self.id,
            "created": self.created,
            "tag_set": {**self.data.get("tag_set", {}), **self.tag_set.to_json()},
        }

    def to_bytes(self) -> bytes:
        """Return the file's content."""
        return with_sum(self.to_json())

    @classmethod
    def from_json(cls, data: Any) -> Manifest:  # noqa: ANN401 (JSON is any)
        """Read a manifest.

        Raises:
            KeyError, TypeError, ValueError: If it is not one.
        """
        version = data["version"]
        if data["format"] != FORMAT or type(version) is not int or version < 1:
            msg = tr("not a workspace of a known format")
            raise ValueError(msg)
        if not _ID.fullmatch(data["id"]):
            msg = tr("not an id")
            raise ValueError(msg)
        return cls(
            data["id"], str(data["created"]), TagSet.from_json(data["tag_set"]), version, data
        )


def raise_version(folder: Path, version: int) -> None:
    """Make a workspace one of at least this version, so that an older program only reads it.

    The file is read anew and all else in it is kept.

    Raises:
        NotAWorkspaceError: If the manifest cannot be read.
        OSError: If it cannot be written; the old one is still there.
    """
    manifest = read_manifest(folder)
    if manifest.version < version:
        raised = Manifest.from_json(migrated(manifest.to_json(), version))
        write_durably(folder / FILE_NAME, raised.to_bytes())


def version_for(edits: Iterable[Edit]) -> int:
    """Return the lowest version of a workspace whose journals may hold these edits."""
    kinds = {type(edit) for edit in edits}
    if KindEdit in kinds or VerdictEdit in kinds:
        return KINDS_VERSION
    return CORRECTIONS_VERSION if CorrectionEdit in kinds else FIRST_VERSION


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest of a workspace.

    Raises:
        NotAWorkspaceError: If the folder is no workspace, or its manifest is damaged.
    """
    path = folder / FILE_NAME
    try:
        content = read_whole(path, LARGEST_FILE)
    except (FileNotFoundError, NotADirectoryError) as error:
        if not folder.exists():
            msg = tr(
                "There is no folder {folder}; choose another, or make a new workspace there."
            ).format(folder=folder)
        elif not folder.is_dir():
            msg = tr(
                "{folder} is a file, not a workspace; choose the folder of a workspace."
            ).format(folder=folder)
        else:
            msg = tr(
                "{folder} is not a workspace (it has no {file}); choose another folder, or "
                "make a new workspace."
            ).format(folder=folder, file=FILE_NAME)
        raise NotAWorkspaceError(msg) from error
    except OSError as error:
        msg = tr("{path} could not be read ({reason}); make it readable and open it again.").format(
            path=path, reason=reason(error)
        )
        raise NotAWorkspaceError(msg) from error
    except DamagedError as error:
        msg = tr("{path} is damaged ({error}); put back a copy of it from a backup.").format(
            path=path, error=error
        )
        raise NotAWorkspaceError(msg) from error
    return _parsed(content, path)


def not_there_sentence(folder: Path, workspace_id: str) -> str:
    """Return why a workspace that was opened in a folder is there no longer; empty where it is.

    One whose manifest was damaged since is still there.
    """
    path = folder / FILE_NAME
    if not os.path.lexists(path):
        return tr(
            "{path} is not there any more; put the folder back, or open the workspace "
            "where it is now"
        ).format(path=path)
    with contextlib.suppress(NotAWorkspaceError):
        if read_manifest(folder).id != workspace_id:
            return tr(
                "another workspace lies in {folder} now; open that, or this one where it is now"
            ).format(folder=folder)
    return ""


def manifest_in(content: bytes) -> Manifest | None:
    """Return the manifest that some bytes hold, if they do."""
    try:
        manifest = Manifest.from_json(parse(content))
    except (KeyError, TypeError, ValueError):
        return None
    # A newer version may sum it up otherwise.
    return replace(manifest, intact=manifest.version > VERSION or is_intact(content))


def _parsed(content: bytes, path: Path) -> Manifest:
    manifest = manifest_in(content)
    if manifest is None:
        if _of_a_newer_version(content):
            msg = tr("{path} was written by a newer Wenmai; update Wenmai to open it.").format(
                path=path
            )
        else:
            msg = tr(
                "{path} is damaged; put back a copy of it from a backup (the articles and tags "
                "beside it are untouched)."
            ).format(path=path)
        raise NotAWorkspaceError(msg)
    return manifest


def changed_sentence(folder: Path, manifest: Manifest) -> str:
    """Return what to tell of a manifest that somebody else changed; empty where nobody did."""
    if manifest.intact:
        return ""
    return tr(
        "{file} is not as Wenmai wrote it, so its kinds of tag may be wrong; put back "
        "a copy of it from a backup, or, if you changed it yourself, delete its line "
        "“sum”."
    ).format(file=folder / FILE_NAME)


def _of_a_newer_version(content: bytes) -> bool:
    try:
        data = parse(content)
    except ValueError:
        return False
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        return False
    version = data.get("version")
    return isinstance(version, int) and version > VERSION
