"""The glossary: words whose conversion is corrected, with what a correction would do."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QCheckBox,
    QDialog,
    QFrame,
    QGridLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QRadioButton,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.exporters import ExportError, write_durably
from reader.language import mark, tr
from reader.text.glossary import Correction, Glossary, InvalidCorrectionError
from reader.text.script import Script, SourceScript, config_for
from reader.ui.dialogs.glossary_model import Column, CorrectionsModel, Row, script_name
from reader.ui.dialogs.glossary_preview import preview
from reader.ui.dialogs.layouts import side_by_side
from reader.ui.dialogs.messages import Ask
from reader.ui.documents import documents
from reader.ui.panels.elements import SPACE, ComposingField, paint_in, sans_faces, sized
from reader.workspace import WorkspaceError
from reader.workspace.files.glossary_file import GlossaryFileError, read_glossary
from reader.workspace.files.outside import verify_outside

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from reader.ui.dialogs.glossary_preview import Marked, Preview
    from reader.ui.glossaries import Place
    from reader.ui.session import Session
    from reader.ui.theme import Theme

_WIDTH: Final = 760
_PREVIEW_LINES: Final = 5
_TABLE_ROWS: Final = 4
_PAUSE_MS: Final = 150
"""After this long without a key the preview follows what was typed."""
_SCRIPTS: Final = tuple(script for script in Script if script is not Script.ORIGINAL)
_FILES: Final = mark("Glossary (*.tsv *.txt);;All files (*)")
_KEPT: Final[tuple[Place, ...]] = ("workspace", "user")


class GlossaryDialog(QDialog):
    """Makes, changes and removes corrections of the conversion, and shows what they would do.

    Opened on a conversion (``words`` given) it closes when that is corrected.
    """

    @classmethod
    def run(
        cls,
        parent: QWidget | None,
        session: Session,
        theme: Theme,
        words: str = "",
        shown: str = "",
        script: Script | None = None,
    ) -> None:
        """Show the dialog until it is closed; the arguments are those of the class."""
        cls(parent, session, theme, words, shown, script).exec()

    def __init__(
        self,
        parent: QWidget | None,
        session: Session,
        theme: Theme,
        words: str = "",
        shown: str = "",
        script: Script | None = None,
    ) -> None:
        """Offer the corrections of a session, whose workspace must be open.

        Args:
            parent: The window asked from.
            session: What is open and shown.
            theme: The window's colours.
            words: What stands in the source; empty where none is meant yet.
            shown: What is shown for them now.
            script: The script they are shown in; ``None`` where every one is meant.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("glossaryDialog")
        self.setWindowTitle(self.tr("Corrections of the conversion"))
        assert session.workspace is not None
        self._session = session
        self._theme = theme
        self._on_conversion = bool(words)
        self._editing: Row | None = None
        self._make_widgets()
        self._assemble()
        self._name()
        self._connect()
        session.glossaries.read_again()
        self._show_corrections()
        self._shipped_model.show([Row(one) for one in session.glossaries.shipped.entries])
        self._show_shipped()
        # Words selected across the end of a column's line have no line end in them.
        words, shown = ("".join(text.split()) for text in (words, shown))
        self._fill(words, shown, frozenset() if script is None else frozenset([script]))
        field = self._shown if words else self._words
        field.setFocus()
        field.selectAll()

    # Putting together

    def _make_widgets(self) -> None:
        self._words = CompositionField()
        self._shown = CompositionField()
        self._never = QPushButton(self.tr("&Never convert"))
        self._scripts = {script: QCheckBox(script_name(script)) for script in _SCRIPTS}
        self._places = QButtonGroup(self)
        self._note = QLabel()
        self._preview = QLabel()
        self._save = QPushButton()
        self._new = QPushButton(self.tr("Ne&w"))
        self._model = CorrectionsModel(4, self)
        self._table = _table(self._model)
        self._remove = QPushButton(self.tr("&Remove"))
        self._import = QPushButton(self.tr("&Import…"))
        self._export = QPushButton(self.tr("E&xport…"))
        self._shipped_model = CorrectionsModel(3, self)
        self._shipped = _table(self._shipped_model)
        self._unfold = QToolButton()
        self._close = QPushButton(self.tr("Close"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 2 * SPACE)
        column.setSpacing(SPACE)
        column.addLayout(self._form())
        column.addSpacing(SPACE)
        column.addWidget(self._note)
        column.addWidget(self._preview)
        column.addLayout(side_by_side(None, self._new, self._save))
        column.addSpacing(SPACE)
        column.addWidget(_line())
        column.addSpacing(SPACE)
        column.addWidget(self._table, 3)
        column.addLayout(side_by_side(self._remove, None, self._import, self._export))
        column.addWidget(self._shipped, 2)
        column.addLayout(side_by_side(self._unfold, None, self._close))
        self.setMinimumWidth(_WIDTH)

    def _form(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * SPACE)
        grid.setVerticalSpacing(SPACE)
        words, shown = QLabel(self.tr("W&ords in the source")), QLabel(self.tr("&Shown as"))
        words.setBuddy(self._words)
        shown.setBuddy(self._shown)
        for place, (label, field) in enumerate(((words, self._words), (shown, self._shown))):
            paint_in(label, self._theme.soft_ink)
            grid.addWidget(label, 0, place)
            grid.addWidget(field, 1, place)
            grid.setColumnStretch(place, 1)
        grid.addWidget(self._never, 1, 2)
        grid.addLayout(side_by_side(*self._scripts.values(), None), 2, 0, 1, 3)
        buttons = [
            QRadioButton(self.tr("In this wor&kspace")),
            QRadioButton(self.tr("For &all my workspaces")),
        ]
        for number, button in enumerate(buttons):
            self._places.addButton(button, number)
        buttons[0].setChecked(True)
        grid.addLayout(side_by_side(*buttons, None), 3, 0, 1, 3)
        return grid

    def _name(self) -> None:
        for widget, name, spoken in (
            (self._words, "glossaryWords", self.tr("Words in the source")),
            (self._shown, "glossaryShown", self.tr("Shown as")),
            (self._never, "glossaryNever", self.tr("Never convert these words")),
            (self._note, "glossaryNote", ""),
            (self._preview, "glossaryPreview", self.tr("What the correction does")),
            (self._save, "glossarySave", ""),
            (self._new, "glossaryNew", self.tr("Begin another correction")),
            (self._table, "glossaryTable", self.tr("Your corrections")),
            (self._remove, "glossaryRemove", self.tr("Remove the chosen corrections")),
            (self._import, "glossaryImport", self.tr("Import corrections")),
            (self._export, "glossaryExport", self.tr("Export corrections")),
            (self._unfold, "glossaryUnfold", self.tr("Corrections that come with Wenmai")),
            (self._shipped, "glossaryShipped", self.tr("Corrections that come with Wenmai")),
            (self._close, "glossaryClose", ""),
            *((box, f"{script.value}Correction", "") for script, box in self._scripts.items()),
            (self._places.button(0), "glossaryWorkspace", ""),
            (self._places.button(1), "glossaryUser", ""),
        ):
            widget.setObjectName(name)
            widget.setAccessibleName(spoken)
            if isinstance(widget, QPushButton):
                # Return belongs to the field; elsewhere it saves, and does nothing else.
                widget.setAutoDefault(widget is self._save)
        self._save.setDefault(True)
        self._never.setToolTip(self.tr("Show these words as they stand in the source"))
        self._import.setToolTip(
            self.tr("Take in a table of words, what is shown, and scripts, separated by tabs")
        )
        self._export.setToolTip(self.tr("Write these corrections, or those chosen, to a table"))
        source = self._session.source_script() or SourceScript.SIMPLIFIED
        self._words.setFont(sized(self._words.font(), sans_faces(source)))
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self._note.setWordWrap(True)
        self._preview.setTextFormat(Qt.TextFormat.RichText)
        self._preview.setAlignment(Qt.AlignmentFlag.AlignTop)
        height = self._preview.fontMetrics().lineSpacing() + 6
        self._preview.setFixedHeight(_PREVIEW_LINES * height)
        self._table.setMinimumHeight((_TABLE_ROWS + 1) * height)
        self._shipped.setMinimumHeight((_TABLE_ROWS + 1) * height)
        self._unfold.setCheckable(True)
        self._unfold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def _connect(self) -> None:
        for field in (self._words, self._shown):
            field.textChanged.connect(self._on_typed)
            field.composed.connect(self._on_typed)
            field.entered.connect(self._on_save)
        for box in self._scripts.values():
            box.toggled.connect(self._on_typed)
        self._pause.timeout.connect(self._show_preview)
        self._never.clicked.connect(self._on_never)
        self._save.clicked.connect(self._on_save)
        self._new.clicked.connect(self._on_new)
        self._table.selectionModel().selectionChanged.connect(self._on_chosen)
        self._remove.clicked.connect(self._on_remove)
        self._import.clicked.connect(self._on_import)
        self._export.clicked.connect(self._on_export)
        self._unfold.toggled.connect(self._show_shipped)
        self._close.clicked.connect(self.reject)
        self._session.corrections_changed.connect(self._show_corrections)
        self._theme.changed.connect(self._show_preview)
        self._session.refused.connect(self._on_refused)

    # What is chosen

    @property
    def _where(self) -> Place:
        return _KEPT[self._places.checkedId()]

    @property
    def _chosen_scripts(self) -> frozenset[Script]:
        """The scripts chosen; none stands for every one."""
        chosen = frozenset(script for script, box in self._scripts.items() if box.isChecked())
        return frozenset() if len(chosen) == len(_SCRIPTS) else chosen

    @property
    def _shown_script(self) -> Script:
        """The script that the preview is in: the one shown, if it is meant, or the first."""
        chosen = self._chosen_scripts or frozenset(_SCRIPTS)
        shown = self._session.script
        return shown if shown in chosen else next(one for one in _SCRIPTS if one in chosen)

    def _correction(self) -> Correction:
        """Return the correction that the fields hold.

        Raises:
            InvalidCorrectionError: If it is none.
        """
        if not any(box.isChecked() for box in self._scripts.values()):
            raise InvalidCorrectionError(self.tr("Choose at least one script."))
        words, shown = self._words.text().strip(), self._shown.text().strip()
        return Correction(words, shown, self._chosen_scripts)

    def _fill(self, words: str, shown: str, scripts: frozenset[Script]) -> None:
        """Put something into the fields; no script stands for every one."""
        self._words.setText(words)
        self._shown.setText(shown)
        for script, box in self._scripts.items():
            box.setChecked(script in scripts or not scripts & frozenset(_SCRIPTS))
        self._pause.stop()
        self._show_preview()

    @Slot()
    def _on_typed(self) -> None:
        self._save.setEnabled(self._fault() is None)
        if not self._composing:
            self._pause.start()

    @property
    def _composing(self) -> bool:
        return self._words.composing or self._shown.composing

    def _fault(self) -> str | None:
        """Return why the fields hold no correction; empty while they are not filled yet."""
        try:
            self._correction()
        except InvalidCorrectionError as error:
            filled = self._words.text().strip() and self._shown.text().strip()
            return str(error) if filled else ""
        return None

    # What it would do

    @Slot()
    def _show_preview(self) -> None:
        """Say what is wrong with the correction, or what it does to the article shown."""
        fault = self._fault()
        self._save.setEnabled(fault is None)
        self._save.setText(
            self.tr("Add correction") if self._editing is None else self.tr("Change correction")
        )
        self._new.setEnabled(self._editing is not None)
        article, source = self._session.article, self._session.source_script()
        words = self._words.text().strip()
        self._preview.setText("")
        if fault:
            self._say(fault, refused=True)
        elif not words:
            self._say(self.tr("Words that stand in the source, and what is shown for them."))
        elif article is not None and source is not None:
            script = self._shown_script
            found = preview(
                article.text,
                config_for(source, script, regional=self._session.regional),
                self._session.glossaries.corrections(script),
                words,
                None if fault is not None else self._shown.text().strip(),
            )
            self._show_samples(found, script)

    def _show_samples(self, found: Preview, script: Script) -> None:
        count = {
            0: self.tr("No place in this article"),
            1: self.tr("1 place in this article"),
        }.get(found.count, self.tr("{count:,} places in this article").format(count=found.count))
        self._say(
            self.tr("{count} · {script}").format(count=count, script=script_name(script))
            if found.count
            else count
        )
        faces = SourceScript.SIMPLIFIED
        if script is not Script.SIMPLIFIED:
            faces = SourceScript.TRADITIONAL
        for widget in (self._preview, self._shown):
            widget.setFont(sized(widget.font(), sans_faces(faces)))
        rows = "".join(
            f"<tr><td>{self._html(one.before, self._theme.match, self._theme.soft_ink)}</td>"
            f'<td style="color:{self._theme.soft_ink}; padding:0 12px">→</td>'
            f"<td>{self._html(one.after, self._theme.match, self._theme.ink)}</td></tr>"
            for one in found.samples
        )
        self._preview.setText(f'<table cellspacing="0" cellpadding="1">{rows}</table>')

    def _html(self, words: Marked, ground: str, ink: str) -> str:
        left, middle, right = map(escape, words)
        return (
            f'<span style="color:{ink}">{left}<span style="background-color:{ground}">'
            f"{middle}</span>{right}</span>"
        )

    def _say(self, sentence: str, *, refused: bool = False) -> None:
        paint_in(self._note, self._theme.danger if refused else self._theme.soft_ink)
        self._note.setText(sentence)

    @Slot(object)
    def _on_refused(self, sentence: str) -> None:
        self._say(sentence, refused=True)

    # Making, changing, removing

    @Slot()
    def _on_never(self) -> None:
        self._shown.setText(self._words.text())
        self._shown.setFocus()

    @Slot()
    def _on_new(self) -> None:
        self._table.clearSelection()
        self._fill("", "", frozenset())
        self._words.setFocus()

    @Slot()
    def _on_save(self) -> None:
        if self._fault() is not None:
            self._show_preview()
        elif self._saved():
            if self._on_conversion:
                self.accept()
            else:
                self._on_new()

    def _saved(self) -> bool:
        """Make the correction that the fields hold; return whether that was done."""
        one, where, old = self._correction(), self._where, self._editing
        stays = old is not None and old.where == where
        done = self._session.glossaries.correct(
            one.words,
            one.shown,
            one.scripts,
            where,
            instead_of=old.correction if old is not None and stays else None,
        )
        if done and old is not None and old.where is not None and not stays:
            return self._session.glossaries.uncorrect([old.correction], old.where)
        return done

    @property
    def _chosen(self) -> list[Row]:
        rows = self._table.selectionModel().selectedRows()
        return [self._model.rows[index.row()] for index in rows]

    @Slot()
    def _on_chosen(self) -> None:
        """Put the one correction that is chosen into the fields."""
        chosen = self._chosen
        self._remove.setEnabled(bool(chosen))
        self._editing = chosen[0] if len(chosen) == 1 else None
        if self._editing is not None:
            one = self._editing.correction
            self._places.button(_KEPT.index(self._editing.where or "user")).setChecked(True)
            self._fill(one.words, one.shown, one.scripts)
        else:
            self._show_preview()

    @Slot()
    def _on_remove(self) -> None:
        chosen = self._chosen
        for where in _KEPT:
            removed = [row.correction for row in chosen if row.where == where]
            if removed and not self._session.glossaries.uncorrect(removed, where):
                return
        self._on_new()

    @Slot()
    def _show_corrections(self) -> None:
        """List the corrections of the workspace, then the user's."""
        workspace = self._session.workspace
        assert workspace is not None
        glossaries = {"workspace": workspace.glossary, "user": self._session.glossaries.user}
        rows = [
            Row(one, where)
            for where in _KEPT
            for one in sorted(glossaries[where].entries, key=lambda one: one.words)
        ]
        self._model.show(rows)
        self._editing = None
        self._remove.setEnabled(False)
        self._export.setEnabled(bool(rows))

    @Slot()
    def _show_shipped(self) -> None:
        """Fold the list of what comes with the product away, or not."""
        unfolded = self._unfold.isChecked()
        arrow = Qt.ArrowType.DownArrow if unfolded else Qt.ArrowType.RightArrow
        self._unfold.setArrowType(arrow)
        count = len(self._shipped_model.rows)
        self._unfold.setText(self.tr("{count:,} corrections come with Wenmai").format(count=count))
        self._unfold.setEnabled(count > 0)
        self._shipped.setVisible(unfolded)

    # From and to files

    @Slot()
    def _on_import(self) -> None:
        for path in Ask.files(self, self.tr("Import corrections"), tr(_FILES)):
            try:
                glossary = read_glossary(path)
            except GlossaryFileError as error:
                self._say(str(error), refused=True)
                return
            if not self._session.glossaries.correct_all(glossary.entries, self._where):
                return
            sentence = self.tr("{count:,} corrections came in from {name}.")
            self._say(sentence.format(count=len(glossary.entries), name=path.name))

    @Slot()
    def _on_export(self) -> None:
        rows = self._chosen or self._model.rows
        path = Ask.save_file(
            self,
            self.tr("Export corrections"),
            documents() / self.tr("corrections.tsv"),
            tr(_FILES),
        )
        if path is None:
            return
        # The workspace's count for more, so they come later.
        ordered = sorted(rows, key=lambda row: row.where == "workspace")
        glossary = Glossary(tuple(row.correction for row in ordered))
        try:
            verify_outside(path)
            write_durably(path, [glossary.format().encode("utf-8")])
        except (ExportError, WorkspaceError) as error:
            self._say(str(error), refused=True)
            return
        sentence = self.tr("Wrote {count:,} corrections to {name}.")
        self._say(sentence.format(count=len(ordered), name=path.name))


class CompositionField(ComposingField):
    """A field in which Return waits for the input method.

    Attributes:
        entered: Return was pressed, and not to end a composition.
    """

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Return and Escape, unless they are for the input method."""
        if self.composing and event.key() == Qt.Key.Key_Escape:
            return
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif not self.composing:
            self.entered.emit()


def _table(model: CorrectionsModel) -> QTableView:
    table = QTableView()
    table.setModel(model)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setShowGrid(False)
    # As far in as the words of its header are.
    table.setStyleSheet("QTableView::item { padding: 0 5px; }")
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(3 * SPACE)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    for column in range(model.columnCount()):
        fits = column == Column.WHERE
        mode = QHeaderView.ResizeMode
        header.setSectionResizeMode(column, mode.ResizeToContents if fits else mode.Stretch)
    return table


def _line() -> QFrame:
    line = QFrame()
    line.setFixedHeight(1)
    line.setObjectName("rule")
    return line
