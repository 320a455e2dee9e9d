"""What one step of the history did to a tag: before and after, and either can be brought back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.annotation.cleaning_choice import FIELD as CLEANING
from reader.annotation.cleaning_choice import choice_of
from reader.annotation.operation import AnnotationEdit, ArticleEdit, KindEdit, VerdictEdit
from reader.language import tr
from reader.text.script import SourceScript
from reader.ui.describe import local_time
from reader.ui.panels.cleaning_bar import kind_label
from reader.ui.panels.elements import SPACE, Hint, paint_in, wrapped_label
from reader.ui.panels.version_card import VersionCard

if TYPE_CHECKING:
    from collections.abc import Container

    from reader.annotation.annotation import Annotation
    from reader.annotation.operation import ArticleDetails, Edit
    from reader.annotation.verdict import Verdict
    from reader.ui.panels.history_model import HistoryModel
    from reader.ui.session import Session
    from reader.ui.theme import Theme
    from reader.workspace.files.entry import Entry
    from reader.workspace.journals.past import Step


class HistoryDetails(QScrollArea):
    """Shows one edit of a step after the other.

    Attributes:
        edit_met: The reader went on to another edit of the step; carries it.
        before: The tag before the step.
        after: The tag after it.
    """

    edit_met = Signal(object)

    def __init__(
        self, session: Session, model: HistoryModel, theme: Theme, parent: QWidget | None = None
    ) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._session = session
        self._model = model
        self._edits: tuple[Edit, ...] = ()
        self._at = 0
        self._head = wrapped_label()
        self._head.setObjectName("stepHead")
        self._text = wrapped_label()
        self._text.setObjectName("stepText")
        self._hint = Hint(theme)
        self._hint.setText(self.tr("Choose a step to see what it changed."))
        self._count = QLabel()
        paint_in(self._count, theme.soft_ink)
        self.before = VersionCard(theme, self.tr("Bring back"))
        self.after = VersionCard(theme, self.tr("Bring back"))
        self._steps = self._stepper()
        self._assemble()
        session.changed.connect(self._on_changed)
        self.show_step(None, None)

    def _stepper(self) -> QWidget:
        """Return what goes through the tags of a step that touched several."""
        stepper = QWidget()
        row = QHBoxLayout(stepper)
        row.setContentsMargins(0, 0, 0, 0)
        self.previous, self.next = QToolButton(), QToolButton()
        for button, sign, name, slot in (
            (self.previous, "‹", self.tr("Previous tag of this step"), self._on_previous),
            (self.next, "›", self.tr("Next tag of this step"), self._on_next),
        ):
            button.setText(sign)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.clicked.connect(slot)
            row.addWidget(button)
        row.addWidget(self._count)
        row.addStretch(1)
        return stepper

    def _assemble(self) -> None:
        self.setObjectName("historyDetails")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        column.setSpacing(SPACE)
        self._parts = (self._head, self._steps, self.before, self.after, self._text)
        for widget in (self._hint, *self._parts):
            column.addWidget(widget)
        column.addStretch(1)
        self.setWidget(body)
        self.before.taken.connect(self._on_taken)
        self.after.taken.connect(self._on_taken)

    @property
    def edit(self) -> Edit | None:
        """The edit shown."""
        return self._edits[self._at] if self._edits else None

    @property
    def text(self) -> str:
        """What is said of a step that is about no tag."""
        return self._text.text()

    def show_step(self, step: Step | None, entry: Entry | None) -> None:
        """Show a step; without its entry, that it is not there."""
        self._edits = entry.operation.edits if entry else ()
        self._at = 0
        for part in self._parts:
            part.setVisible(step is not None)
        self._hint.setVisible(step is None)
        if step is None:
            return
        self._head.setText(
            f"{self._model.label(step)} · {step.author} · {local_time(step.time, seconds=True)}"
        )
        if self._edits:
            self._show_edit()
            return
        for part in (self.before, self.after, self._steps):
            part.hide()
        said = self.tr("Nothing was left to change.")
        if entry is None:
            said = self.tr(
                "The line of this step can no longer be read in {path}; “wenmai check” says more."
            ).format(path=step.path)
        self._text.setText(said)

    def _show_edit(self) -> None:
        edit, count = self._edits[self._at], len(self._edits)
        self._steps.setVisible(count > 1)
        self._count.setText(self.tr("{at:,} of {count:,}").format(at=self._at + 1, count=count))
        self.previous.setEnabled(self._at > 0)
        self.next.setEnabled(self._at + 1 < count)
        is_tag = isinstance(edit, AnnotationEdit)
        self._text.setVisible(not is_tag)
        self.after.setVisible(is_tag)
        self.before.setVisible(is_tag and edit.before is not None)
        if isinstance(edit, AnnotationEdit):
            self._show_tag(edit)
        elif isinstance(edit, ArticleEdit):
            before, after = (
                self._details(side, edit.changes) for side in (edit.before, edit.after)
            )
            self._text.setText(f"{before}\n→ {after}")
        elif isinstance(edit, KindEdit):
            kinds = (
                f"{tr(one.label)} ({one.name}, {one.colour})" if one else self.tr("no such kind")
                for one in (edit.before, edit.after)
            )
            self._text.setText("\n→ ".join(kinds))
        elif isinstance(edit, VerdictEdit):
            self._text.setText("\n→ ".join(map(self._verdict, (edit.before, edit.after))))
        else:
            sides = (
                f"{one.words} → {one.shown}" if one else self.tr("no correction")
                for one in (edit.before, edit.after)
            )
            self._text.setText("\n→ ".join(sides))

    def _verdict(self, one: Verdict | None) -> str:
        if one is None:
            return self.tr("not judged")
        said = self.tr("accepted") if one.accepted else self.tr("rejected")
        workspace = self._session.workspace
        kind = workspace.tag_set.get(one.kind) if workspace else None
        label = tr(kind.label) if kind else one.kind
        return self.tr("“{words}” ({kind}): {said}").format(words=one.words, kind=label, said=said)

    def _show_tag(self, edit: AnnotationEdit) -> None:
        workspace = self._session.workspace
        assert workspace is not None
        for card, head, side, other in (
            (self.before, self.tr("Before"), edit.before, edit.after),
            (self.after, self.tr("After"), edit.after, edit.before),
        ):
            others = [other] if other else []
            script = self._script(side.article) if side else None
            card.show_version(head, side, others, workspace.tag_set, script)
            card.button.setVisible(side is not None)
            card.button.setEnabled(side is not None and self._is_other(side))

    def _is_other(self, state: Annotation) -> bool:
        """Return whether bringing a state back would change anything."""
        workspace = self._session.workspace
        assert workspace is not None
        if workspace.read_only:
            return False
        present = workspace.annotations.get(state.id)
        return present is None or replace(state, modified=present.modified) != present

    def _script(self, article_id: str) -> SourceScript | None:
        workspace = self._session.workspace
        assert workspace is not None
        try:
            return workspace.script(article_id)
        except KeyError:
            return None

    def _details(self, details: ArticleDetails, changed: Container[str]) -> str:
        said = [tr("“{words}”").format(words=details.title)]
        if details.script:
            names: dict[str, str] = {
                SourceScript.SIMPLIFIED: self.tr("Simplified"),
                SourceScript.TRADITIONAL: self.tr("Traditional"),
                SourceScript.MIXED: self.tr("Traditional with Simplified residue"),
            }
            name = names.get(details.script, details.script)
            said.append(self.tr("written in {script}").format(script=name))
        if CLEANING in changed:
            choice = choice_of(details)
            kinds = [] if choice is None else [kind_label(kind) for kind in choice.accepted]
            cleaned = self.tr("cleaned up: {kinds}").format(kinds=tr(", ").join(sorted(kinds)))
            said.append(cleaned if kinds else self.tr("not cleaned up"))
        if details.replaced_by:
            said.append(self.tr("replaced by a later text"))
        elif details.removed:
            said.append(self.tr("removed"))
        named = {
            "source": self.tr("source: {words}"),
            "date": self.tr("date: {words}"),
            "author": self.tr("author: {words}"),
            "url": self.tr("web address: {words}"),
        }
        said += [
            named[name].format(words=value or "—")
            for name, value in details.described.items()
            if name in changed
        ]
        return tr(", ").join(said)

    @Slot(object)
    def _on_changed(self, _changes: object) -> None:
        edit = self.edit
        if isinstance(edit, AnnotationEdit) and self._session.workspace is not None:
            self._show_tag(edit)

    @Slot()
    def _on_previous(self) -> None:
        self._step(-1)

    @Slot()
    def _on_next(self) -> None:
        self._step(1)

    def _step(self, direction: int) -> None:
        self._at += direction
        self._show_edit()
        self.edit_met.emit(self.edit)

    @Slot(object)
    def _on_taken(self, card: VersionCard) -> None:
        edit = self.edit
        assert isinstance(edit, AnnotationEdit)
        state = edit.before if card is self.before else edit.after
        if state is not None:
            self._session.bring_back(state)
