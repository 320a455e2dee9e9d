"""What could be cleaned up, as rows: a kind, and below it each place, accepted or refused."""

from __future__ import annotations

from bisect import bisect_left
from html import escape
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt, Signal

from reader.annotation.cleaning_choice import CleaningChoice
from reader.language import tr
from reader.text.cleaning.cleaned import Cleaned
from reader.text.cleaning.cleanup import CleanupKind
from reader.text.paragraphs import LINE_END
from reader.text.span import Span
from reader.ui.panels.cleaning_bar import kind_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.text.cleaning.cleanup import Cleanup
    from reader.ui.panels.elements import Index

BEFORE, AFTER = range(2)
"""The columns."""
# What is shown beside a change, in code points: in a row, and in the preview.
_BESIDE: Final = 8
_AROUND: Final = 60
# A row shows no more of one change.
_LONGEST: Final = 60


class CleaningModel(QAbstractItemModel):
    """The clean-ups of a text by kind; a tick accepts one, or all of a kind.

    Attributes:
        chosen: Others are accepted.
    """

    chosen = Signal()

    def __init__(
        self,
        text: str,
        found: Sequence[Cleanup],
        choice: CleaningChoice | None,
        parent: QObject | None = None,
    ) -> None:
        """Begin with what was chosen before; all are accepted where nobody was asked.

        Args:
            text: The source.
            found: What could be cleaned up, by place.
            choice: What was chosen before.
            parent: Owner.
        """
        super().__init__(parent)
        self._text = text
        self._found = found
        self._kinds = [kind for kind in CleanupKind if any(one.kind is kind for one in found)]
        self._rows = [[one for one in found if one.kind is kind] for kind in self._kinds]
        self._choice = choice
        refused = frozenset(() if choice is None else choice.refused)
        self._refused = [
            {
                row
                for row, one in enumerate(rows)
                if choice is not None and (kind not in choice.accepted or one.span in refused)
            }
            for kind, rows in zip(self._kinds, self._rows, strict=True)
        ]

    # What is chosen

    def choice(self) -> CleaningChoice:
        """Return what is accepted."""
        accepted: list[Cleanup] = []
        refused: list[Cleanup] = []
        for rows, out in zip(self._rows, self._refused, strict=True):
            for row, one in enumerate(rows):
                (refused if row in out else accepted).append(one)
        made = CleaningChoice.of(accepted, refused)
        known = {kind.value for kind in CleanupKind}
        newer = frozenset() if self._choice is None else self._choice.kinds - known
        return CleaningChoice(made.kinds | newer, made.refused)

    @property
    def counts(self) -> tuple[int, int]:
        """How many are accepted, of how many."""
        whole = sum(map(len, self._rows))
        return whole - sum(map(len, self._refused)), whole

    def accept_all(self, *, on: bool) -> None:
        """Accept all, or none."""
        for number, rows in enumerate(self._rows):
            self._put(number, range(len(rows)), on=on)

    def cleanup(self, index: Index) -> Cleanup | None:
        """Return the clean-up of a row; of a kind's row the first of that kind."""
        if not index.isValid():
            return None
        number = index.internalId()
        return self._rows[number - 1][index.row()] if number else self._rows[index.row()][0]

    # The rows

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008  Qt's default
        """Return the index of a cell."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008  two functions of Qt's have this name
        """Return the row of a row's kind."""
        number = index.internalId() if index.isValid() else 0
        return self.createIndex(number - 1, 0, 0) if number else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's default
        """Return how many kinds there are, or places of a kind."""
        if not parent.isValid():
            return len(self._kinds)
        if parent.internalId() or parent.column():
            return 0
        return len(self._rows[parent.row()])

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's default
        """Return two: before and after."""
        return 2

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the heads of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.tr("As it is") if section == BEFORE else self.tr("Cleaned up")
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Say that a row can be ticked."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == BEFORE else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell says; only what is on the screen is ever asked for."""
        one = self.cleanup(index)
        if one is None:
            return None
        number = index.internalId()
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == BEFORE:
            return self._tick(number, index.row())
        if not number:
            return self._kind_data(index, role)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(one, after=index.column() == AFTER)
        return tr(one.reason) if role == Qt.ItemDataRole.ToolTipRole else None

    def _kind_data(self, index: Index, role: int) -> object:
        if role != Qt.ItemDataRole.DisplayRole or index.column() != BEFORE:
            return None
        row = index.row()
        count, out = len(self._rows[row]), len(self._refused[row])
        said = self.tr("{kind}: {accepted} of {count}") if out else self.tr("{kind}: {count}")
        label = kind_label(self._kinds[row])
        return said.format(kind=label, accepted=f"{count - out:,}", count=f"{count:,}")

    def _tick(self, number: int, row: int) -> Qt.CheckState:
        if number:
            out = row in self._refused[number - 1]
            return Qt.CheckState.Unchecked if out else Qt.CheckState.Checked
        if not self._refused[row]:
            return Qt.CheckState.Checked
        some = len(self._refused[row]) < len(self._rows[row])
        return Qt.CheckState.PartiallyChecked if some else Qt.CheckState.Unchecked

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Accept a row or refuse it; a kind's row with all of the kind."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        on = Qt.CheckState(value) is not Qt.CheckState.Unchecked
        number = index.internalId()
        if number:
            self._put(number - 1, [index.row()], on=on)
        else:
            self._put(index.row(), range(len(self._rows[index.row()])), on=on)
        return True

    def _put(self, number: int, rows: Sequence[int], *, on: bool) -> None:
        if on:
            self._refused[number].difference_update(rows)
        else:
            self._refused[number].update(rows)
        kind = self.index(number, 0)
        self.dataChanged.emit(kind, kind)
        self.dataChanged.emit(self.index(rows[0], 0, kind), self.index(rows[-1], AFTER, kind))
        self.chosen.emit()

    # What is said

    def _words(self, one: Cleanup, *, after: bool) -> str:
        around = self._in_line(self._around(one, _BESIDE), one.span)
        if after:
            words = Cleaned.of(around.of(self._text), [_moved(one, -around.start)]).text
        else:
            words = around.of(self._text)
        words = LINE_END.sub("⏎", words)
        return words if len(words) <= _LONGEST else words[:_LONGEST] + "…"

    def _in_line(self, around: Span, span: Span) -> Span:
        """Return what is around a span in its first and its last line."""
        before, after = Span(around.start, span.start), Span(span.end, around.end)
        ends = list(LINE_END.finditer(self._text, before.start, before.end))
        end = LINE_END.search(self._text, after.start, after.end)
        start = ends[-1].end() if ends else before.start
        return Span(start, end.start() if end else after.end)

    def _around(self, one: Cleanup, reach: int) -> Span:
        start, end = one.span.start - reach, one.span.end + reach
        return Span(max(0, start), min(len(self._text), end))

    def preview(self, one: Cleanup, colour: str) -> tuple[str, str]:
        """Return a change in its surroundings as rich text, as it is and cleaned up.

        What else is accepted around it is made in the second.

        Args:
            one: The change.
            colour: Behind what is left out.
        """
        around = self._around(one, _AROUND)
        parts = []
        done = around.start
        for gap in one.deleted:
            parts.append(_html(Span(done, gap.start).of(self._text)))
            out = _html(gap.of(self._text))
            parts.append(f'<s style="background-color:{colour}">{out}</s>')
            done = gap.end
        parts.append(_html(Span(done, around.end).of(self._text)))
        near = [_moved(other, -around.start) for other in self._accepted_in(around)]
        made = [*near, _moved(one, -around.start)]
        return "".join(parts), _html(Cleaned.of(around.of(self._text), made).text)

    def _accepted_in(self, around: Span) -> list[Cleanup]:
        """Return what is accepted wholly within a stretch."""
        found: list[Cleanup] = []
        for rows, out in zip(self._rows, self._refused, strict=True):
            row = bisect_left(rows, around.start, key=_start)
            while row < len(rows) and rows[row].span.end <= around.end:
                if row not in out:
                    found.append(rows[row])
                row += 1
        return found


def _moved(one: Cleanup, distance: int) -> Cleanup:
    """Return a clean-up moved back to where a stretch of the text begins."""
    from dataclasses import replace

    def moved(span: Span) -> Span:
        return Span(span.start + distance, span.end + distance)

    space = None if one.space is None else one.space + distance
    return replace(one, span=moved(one.span), deleted=tuple(map(moved, one.deleted)), space=space)


def _html(words: str) -> str:
    return escape(LINE_END.sub("⏎", words))


def _start(one: Cleanup) -> int:
    return one.span.start
