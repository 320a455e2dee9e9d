"""What a disk may hold after a power cut: every legal outcome of what was not synced.

From what a :class:`Recorder` noted, :func:`states` makes every disk that a power cut may
leave, on a drive that promises no more than POSIX does: data of a file is safe after an
fsync of that file, a name in a folder after an fsync of that folder. Until then each
change is there or not, whatever came before or after it, and data that was written may
be there in part, or be zeros. After a failed fsync nobody knows what there is of the data,
whatever a later one says. The method is that of ALICE (Pillai and others, OSDI 2014).
"""

from __future__ import annotations

import hashlib
import itertools
import random
from math import prod
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from tests.workspace.crash_recorder import Event

Disk = dict[str, bytes | None]
"""Files and folders below the root: bytes of a file, ``None`` for a folder."""

# Of how many events that were not synced each is tried alone.
_LATEST: Final = 12
# What can have become of an event that was not synced, the worst first.
_OUTCOMES: Final = {
    "write": ("lost", "zeros", "half", "hole", "done"),
    "make": ("lost", "done"),
    "link": ("lost", "done"),
    "move": ("lost", "done"),
    "remove": ("lost", "done"),
    "cut": ("lost", "done"),
}


def states(
    events: Sequence[Event],
    without: str = "",
    most: int = 64,
    begin: int = 0,
    *,
    at_marks: bool = False,
) -> Iterator[tuple[int, Disk]]:
    """Yield how many events had happened when the power went, and what the disk held then.

    Args:
        events: What happened.
        without: A place in the product, of which no sync counts.
        most: Of how many disks at one moment all are made; of more, a choice.
        begin: How many events to pass over.
        at_marks: Whether only the moments count at which something was acknowledged.
    """
    unsynced: dict[int, None] = {}
    doubtful: set[int] = set()
    for moment, event in enumerate(events, 1):
        if event.what in _OUTCOMES:
            unsynced[moment - 1] = None
        elif event.what == "failed sync":
            doubtful |= {
                one
                for one in unsynced
                if events[one].what == "write" and events[one].inode == event.inode
            }
        elif event.what == "sync" and event.site != without:
            for one in [one for one in unsynced if event.inode in _holder(events[one])]:
                if one not in doubtful:
                    del unsynced[one]
        if moment > begin and (not at_marks or event.what == "mark"):
            for choice in _choices(events, list(unsynced), most):
                yield moment, disk_of(events[:moment], choice)


def _holder(event: Event) -> set[int]:
    """Return what has to be synced for an event to be safe: any of these."""
    if event.what in ("write", "cut"):
        return {event.inode}
    return {event.folder, event.moved[0]} - {-1}


def _choices(
    events: Sequence[Event], unsynced: list[int], most: int
) -> Iterator[Mapping[int, str]]:
    outcomes = [_OUTCOMES[events[one].what] for one in unsynced]
    if prod(map(len, outcomes)) <= most:
        for chosen in itertools.product(*outcomes):
            yield dict(zip(unsynced, chosen, strict=True))
        return
    lost, done = (dict.fromkeys(unsynced, end) for end in ("lost", "done"))
    yield lost
    yield done
    latest = list(zip(unsynced, outcomes, strict=True))[-_LATEST:]
    for one, possible in reversed(latest):
        for outcome in possible[:-1]:
            yield done | {one: outcome}
        yield lost | {one: "done"}
    chance = random.Random(len(unsynced))
    for _ in range(most):
        yield dict(zip(unsynced, map(chance.choice, outcomes), strict=True))


def disk_of(events: Sequence[Event], choice: Mapping[int, str] | None = None) -> Disk:
    """Return what the disk holds after events, of which some had another outcome than done."""
    folders: dict[int, dict[str, int]] = {0: {}}
    files: dict[int, bytearray] = {}
    for number, event in enumerate(events):
        outcome = choice.get(number, "done") if choice else "done"
        if event.what == "make":
            if event.data is None:
                folders.setdefault(event.inode, {})
            else:
                files.setdefault(event.inode, bytearray())
        if outcome == "lost":
            continue
        if event.what in ("make", "link"):
            folders[event.folder][event.name] = event.inode
        elif event.what == "move":
            folders[event.moved[0]].pop(event.moved[1], None)
            folders[event.folder][event.name] = event.inode
        elif event.what == "remove":
            if folders[event.folder].get(event.name) == event.inode:
                del folders[event.folder][event.name]
        elif event.what == "write":
            _write(files[event.inode], event, outcome)
        elif event.what == "cut":
            content = files[event.inode]
            del content[event.offset :]
            content.extend(bytes(event.offset - len(content)))
    return dict(_below(0, "", folders, files))


def _write(content: bytearray, event: Event, outcome: str) -> None:
    data = event.data or b""
    middle = len(data) // 2
    if outcome == "zeros":
        data = bytes(len(data))
    elif outcome == "half":
        data = data[:middle]
    elif outcome == "hole":
        data = bytes(middle) + data[middle:]
    content.extend(bytes(max(0, event.offset - len(content))))
    content[event.offset : event.offset + len(data)] = data


def _below(
    folder: int, prefix: str, folders: dict[int, dict[str, int]], files: dict[int, bytearray]
) -> Iterator[tuple[str, bytes | None]]:
    for name, inode in sorted(folders[folder].items()):
        if inode in files:
            yield prefix + name, bytes(files[inode])
        else:
            yield prefix + name, None
            yield from _below(inode, f"{prefix}{name}/", folders, files)


def digest_of(disk: Disk) -> bytes:
    """Return what tells one disk from another."""
    digest = hashlib.sha256()
    for name, content in disk.items():
        digest.update(f"{name}\0{-1 if content is None else len(content)}\0".encode())
        digest.update(content or b"")
    return digest.digest()


def put(disk: Disk, root: Path) -> None:
    """Make the files and folders of a disk in an empty folder."""
    for name, content in disk.items():
        if content is None:
            (root / name).mkdir()
        else:
            (root / name).write_bytes(content)
