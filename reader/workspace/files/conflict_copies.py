"""Names that synchronisers give to copies of a writer's files that they could not unite.

Syncthing, Dropbox, Nextcloud, OneDrive, iCloud and the others each have a form of their
own, in the language of the machine: ``0001.sync-conflict-20261122-080000-ABCDEFG.jsonl``,
``0001 (林的冲突副本 2026-11-22).jsonl``, ``0001-LAPTOP.jsonl``, ``0001 2.jsonl``. All begin with
the name and keep its ending, and every line in them carries its own sum: whatever else
stands in the name, what is whole in such a file is more entries of the same writer.
"""

from __future__ import annotations

import re

_SEGMENT = re.compile(r"(\d{4,9})\.jsonl")
_COPY = re.compile(r"(\d{4,9})[^\d].*\.jsonl", re.DOTALL)
_FOLDER = re.compile(r"([a-z2-7]{10})[^a-z2-7].*", re.DOTALL)


def segment_number(name: str) -> int | None:
    """Return the number of a segment by its file's name; ``None`` where it is no segment."""
    match = _SEGMENT.fullmatch(name)
    return int(match[1]) if match else None


def copied_number(name: str) -> int | None:
    """Return the number of the segment that a file is a copy of; ``None`` where it is none."""
    if segment_number(name) is not None:
        return None
    match = _COPY.fullmatch(name)
    return int(match[1]) if match else None


def writer_of(name: str) -> str:
    """Return the writer whose journal a folder holds, itself or as a copy."""
    match = _FOLDER.fullmatch(name)
    return match[1] if match else name
