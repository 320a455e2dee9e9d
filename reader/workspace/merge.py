"""Uniting the journals of all writers into one state.

The order is Lamport's, with the writer's name where two clocks agree: every
reader of the same files finds the same state, and an edit made in sight of
another always comes after it. Of two edits made out of sight of each other
the later in this order wins; both stay on disk.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.annotation.operation import AnnotationEdit, ArticleEdit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.annotation.annotation import Annotation
    from reader.annotation.operation import ArticleDetails, CorrectionEdit, CorrectionKey
    from reader.text.glossary import Correction
    from reader.workspace.entry import Entry


@dataclass(slots=True)
class United:
    """What all journals say together.

    Attributes:
        annotations: Every tag that exists, by id.
        details: The details of every article they were ever changed of, by id.
        corrections: Every correction that exists, by its words and scripts.
        clock: The highest clock seen; 0 without entries.
    """

    annotations: dict[str, Annotation] = field(default_factory=dict)
    details: dict[str, ArticleDetails] = field(default_factory=dict)
    corrections: dict[CorrectionKey, Correction] = field(default_factory=dict)
    clock: int = 0


def unite(entries: Iterable[Entry]) -> United:
    """Replay entries, in whatever order they come."""
    united = United()
    for entry in sorted(entries, key=lambda entry: entry.order):
        united.clock = entry.clock
        for edit in entry.operation.edits:
            if isinstance(edit, AnnotationEdit):
                if edit.after is None:
                    united.annotations.pop(edit.id, None)
                else:
                    united.annotations[edit.id] = edit.after
            elif isinstance(edit, ArticleEdit):
                united.details[edit.article] = edit.after
            else:
                put_correction(united.corrections, edit)
    return united


def put_correction(corrections: dict[CorrectionKey, Correction], edit: CorrectionEdit) -> None:
    """Make an edit of a glossary."""
    if edit.after is None:
        corrections.pop(edit.key, None)
    else:
        corrections[edit.key] = edit.after
