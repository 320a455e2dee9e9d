"""The versions of the format, and the steps from each to the next.

A workspace is of the lowest version that all in it fits. It is raised, step by step, just
before something is written that an older program cannot read, and never before: whoever
works with an older program can go on as long as possible. A field that an older program
may pass over needs no new version.

A step changes ``workspace.json`` alone. Articles and journals are never rewritten: what an
older version wrote into them is read for ever.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

FIRST_VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class Migration:
    """The step from one version of the format to the next.

    Attributes:
        version: The version it leads to.
        adds: What a workspace of that version may hold and one before may not.
        change: Makes the manifest's JSON of it from that of the version before.
    """

    version: int
    adds: str
    change: Callable[[Mapping[str, Any]], dict[str, Any]]


MIGRATIONS: Final = (
    Migration(2, "edits of corrections of the conversion in the journals", dict[str, Any]),
    Migration(
        3, "edits of kinds of tag and verdicts on suggestions in the journals", dict[str, Any]
    ),
)
"""Every step, in order; a test opens a workspace of each version before."""

VERSION: Final = MIGRATIONS[-1].version
"""The highest version of the format that this program knows."""


def migrated(data: Mapping[str, Any], version: int) -> dict[str, Any]:
    """Return a manifest's JSON in a version that is not below its own.

    Args:
        data: The manifest's JSON, of a version known here.
        version: The version wanted, of those known here.
    """
    for migration in MIGRATIONS:
        if data["version"] < migration.version <= version:
            data = {**migration.change(data), "version": migration.version}
    return dict(data)
