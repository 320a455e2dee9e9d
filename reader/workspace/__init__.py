"""Floor 3: the workspace, a folder of articles and tags that no crash loses. Knows no Qt."""

from reader.workspace.errors import (
    AlreadyThereError,
    DamagedError,
    FolderInUseError,
    NotAWorkspaceError,
    RefusedError,
    WorkspaceError,
)
from reader.workspace.memory.changes import ChangeSet
from reader.workspace.workspace import Workspace

__all__ = [
    "AlreadyThereError",
    "ChangeSet",
    "DamagedError",
    "FolderInUseError",
    "NotAWorkspaceError",
    "RefusedError",
    "Workspace",
    "WorkspaceError",
]
