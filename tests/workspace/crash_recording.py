"""Opening every disk that a power cut may have left of a workload, and what is wrong of it."""

from __future__ import annotations

import shutil
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from reader.workspace import NotAWorkspaceError, RefusedError, Workspace, user_glossary
from reader.workspace.backups.restoring import verify
from tests.workspace.crash_states import Disk, digest_of, disk_of, put, states
from tests.workspace.crash_work import DAMAGE, LONG, Seen, Work, seen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.workspace.crash_recorder import Event

# Above this many disks at one moment only a choice of them is opened.
MOST = 1024 if LONG else 16
_UNDONE = 3


@dataclass
class Recording:
    """What a workload did to the disk, and what was to be seen after it."""

    root: Path
    work: Work
    opened: dict[bytes, Seen] = field(default_factory=dict)

    @property
    def events(self) -> list[Event]:
        """Everything that happened."""
        return self.work.recorder.events

    def seen(self, disk: Disk) -> Seen:
        """Open a disk, and return all that is seen of it; each different one is opened once."""
        digest = digest_of(disk)
        if digest not in self.opened:
            self.root.mkdir()
            put(disk, self.root)
            first, _ = self._look(0)
            # Whatever opening wrote, the next one finds the same.
            again, labels = self._look(_UNDONE)
            self.opened[digest] = again + labels if again == first else (first, again)
            shutil.rmtree(self.root)
        return self.opened[digest]

    def _look(self, undone: int) -> tuple[Seen, Seen]:
        """Return all that is seen of everything on the disk, and what then is undone."""
        folder, state = self.root / "w", self.root / "state"
        found: Seen = (set(user_glossary.load(state).glossary.entries),)
        for name in ("other-state", "restored"):
            if (self.root / name).exists():
                found += self._look_at(name)
        # Those that are older may come back.
        for path in sorted(folder.glob("backups/*.zip"))[-1:]:
            found += (path.name, frozenset(verify(path).files.items()))
        kept = [
            path for path in folder.rglob("*") if path.is_file() and DAMAGE in path.read_bytes()
        ]
        found += (len(kept),)
        labels: Seen = ()
        try:
            with Workspace.open(folder, author="lin", state=state) as workspace:
                wrong = [one for one in workspace.problems if not _is_harmless(one)]
                found = (*seen(workspace), *found, *wrong)
                for _ in range(undone):
                    labels += (workspace.undo_label,)
                    with suppress(RefusedError):
                        workspace.undo()
        except NotAWorkspaceError as error:
            found += ("no workspace", "damaged" in str(error))
        return found, labels

    def _look_at(self, name: str) -> Seen:
        folder, state = self.root / name, self.root / "state"
        if name != "restored":
            folder, state = self.root / "w", folder
        with Workspace.open(folder, author="chen", state=state) as workspace:
            return seen(workspace)

    def at(self, moment: int) -> Seen:
        """Return what is seen where everything up to a moment is on disk."""
        return self.seen(disk_of(self.events[:moment]))

    def violations(self, without: str = "", *, at_marks: bool = False) -> Iterator[str]:
        """Yield what a power cut makes of the workspace that it must not.

        Args:
            without: A place in the product, of which no sync counts.
            at_marks: Whether only the moments count at which something was acknowledged.
        """
        begin = self.work.begin
        acknowledged, allowed = self._before(begin)
        now = begin
        for moment, disk in states(self.events, without, MOST, begin, at_marks=at_marks):
            event = self.events[moment - 1]
            for one in range(now + 1, moment + 1):
                if self._is_acknowledged(one):
                    acknowledged, allowed = event.site, []
                if self.at(one) not in allowed:
                    allowed.append(self.at(one))
            now = moment
            found = self.seen(disk)
            if found not in allowed:
                yield (
                    f"after “{acknowledged}”, at event {moment} ({event.what} {event.name}): "
                    f"{_brief(found)}, not {' or '.join(map(_brief, allowed))}"
                )

    def _before(self, begin: int) -> tuple[str, list[Seen]]:
        """Return what was acknowledged last before some event, and what may be seen there."""
        marks = [moment for moment in range(1, begin + 1) if self._is_acknowledged(moment)]
        last = marks[-1] if marks else 0
        mark = self.events[last - 1].site if marks else "nothing"
        return mark, [self.at(moment) for moment in range(last, begin + 1)]

    def _is_acknowledged(self, moment: int) -> bool:
        return self.events[moment - 1].what == "mark" and moment not in self.work.doubtful

    @cached_property
    def harm(self) -> list[str]:
        """What is violated while every sync counts."""
        return list(self.violations())


def _is_harmless(problem: str) -> bool:
    """Return whether a sentence is about an edit that was being written."""
    return "was cut short" in problem or "was copied to" in problem


def _brief(seen: Seen) -> str:
    """Return what is seen, short enough to be read."""
    return ", ".join(
        f"{len(one)} of {next(iter(one), '')!r:.60}" if isinstance(one, dict | set) else repr(one)
        for one in seen
    )
