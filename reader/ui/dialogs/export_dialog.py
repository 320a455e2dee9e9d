"""The export dialog: which tags, in which format and script, to which file."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from reader.exporters import Export, ExportError, ExportOptions, exporters
from reader.language import tr
from reader.text.script import Script
from reader.ui.dialogs.export_choices import AuthorChoice, KindChoice, has_regional_variant
from reader.ui.dialogs.export_job import Candidates, Look, Narrowing, Scope, Seen, Writing
from reader.ui.dialogs.export_preview import ExportPreview
from reader.ui.dialogs.messages import Ask
from reader.ui.panels.elements import SPACE, ComposingField, clearable, paint_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QShowEvent

    from reader.exporters import Exporter, ExportRow
    from reader.ui.last_export import LastExport
    from reader.ui.session import Session
    from reader.ui.tasks import Task, Tasks
    from reader.ui.theme import Theme
    from reader.workspace import ChangeSet

_WIDTH: Final = 620
# As it opens: it fits a screen of 768 lines, and the preview gets what the rest leaves.
_WIDE: Final = 760
_HIGH: Final = 680
# Somebody who types or holds a key wants no preview of what is between.
_PATIENCE: Final = 150


class ExportDialog(QDialog):
    """Asks what to export, writes it in a worker, and says what was written."""

    @classmethod
    def run(
        cls,
        parent: QWidget | None,
        session: Session,
        tasks: Tasks,
        theme: Theme,
        last: LastExport,
        ids: Sequence[str] | None = None,
        listed: Sequence[str] | None = None,
    ) -> None:
        """Show the dialog until it is closed.

        Args:
            parent: The window.
            session: What is open.
            tasks: Where the writing is done.
            theme: How it looks.
            last: What was written the last time, and where.
            ids: The tags selected, if any are.
            listed: The tags that a list shows, if its filters leave others out.
        """
        cls(parent, session, tasks, theme, last, ids, listed).exec()

    def __init__(
        self,
        parent: QWidget | None,
        session: Session,
        tasks: Tasks,
        theme: Theme,
        last: LastExport,
        ids: Sequence[str] | None = None,
        listed: Sequence[str] | None = None,
    ) -> None:
        """Offer the tags of the session's workspace, which must be open."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("exportDialog")
        self.setWindowTitle(self.tr("Export tags"))
        assert session.workspace is not None
        self._session = session
        self._workspace = session.workspace
        self._tasks = tasks
        self._theme = theme
        self._last = last
        self._candidates = Candidates(session.workspace, session.article, ids, listed)
        self._task: Task | None = None
        self._writing: Writing | None = None
        self._looking: Task | None = None
        # How many tags fit; None where that is being found out.
        self._count: int | None = 0
        # The file that the file dialog asked about already, should it exist.
        self._agreed: Path | None = None
        self._form = QWidget()
        self._format = QComboBox()
        self._scopes = QButtonGroup(self)
        self._limits = QLabel()
        self._kinds = KindChoice(session.workspace, theme)
        self._words = ComposingField()
        self._author = AuthorChoice(self._candidates.authors)
        self._preview = ExportPreview(theme)
        self._soon = QTimer(self)
        self._script = QComboBox()
        self._regional = QCheckBox(self.tr("Regional vocabulary"))
        self._file = QLineEdit()
        self._browse = QPushButton(self.tr("Browse…"))
        self._sentence = QLabel()
        self._progress = QProgressBar()
        self._buttons = QDialogButtonBox()
        self._export = self._button(self.tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._cancel = self._button(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._assemble(session, ids, listed)
        self._connect()
        self._show_choice()

    def _button(self, text: str, role: QDialogButtonBox.ButtonRole) -> QPushButton:
        return self._buttons.addButton(text, role)

    # Putting together

    def _assemble(
        self, session: Session, ids: Sequence[str] | None, listed: Sequence[str] | None
    ) -> None:
        rows = QFormLayout(self._form)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setHorizontalSpacing(2 * SPACE)
        rows.setVerticalSpacing(2 * SPACE)
        rows.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for exporter in exporters():
            label = f"{tr(exporter.label)} (*{exporter.suffix})"
            if exporter.missing is not None:
                label = self.tr("{format}, to be installed").format(format=label)
            self._format.addItem(label, exporter)
            if exporter.name == self._last.format:
                self._format.setCurrentIndex(self._format.count() - 1)
        self._format.setObjectName("exportFormat")
        self._format.setMaxVisibleItems(self._format.count())
        rows.addRow(self.tr("&Format"), self._format)
        self._limits.setObjectName("exportLimits")
        self._limits.setTextFormat(Qt.TextFormat.PlainText)
        self._limits.setWordWrap(True)
        rows.addRow(self.tr("Tags"), self._scope_choice(session, ids, listed))
        rows.addRow(self.tr("Kinds"), self._kinds)
        rows.addRow(_label(self.tr("&Words"), self._words), self._narrowing_choice())
        rows.addRow(_label(self.tr("&Quotes"), self._script), self._script_choice())
        rows.addRow(_label(self.tr("F&ile"), self._file), self._file_choice())
        self._sentence.setObjectName("exportSentence")
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setWordWrap(True)
        self._sentence.setMinimumHeight(self.fontMetrics().lineSpacing())
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setFixedHeight(4)
        policy = self._progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._progress.setSizePolicy(policy)
        self._progress.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 2 * SPACE)
        column.setSpacing(2 * SPACE)
        self._limits.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self._limits.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        column.addWidget(self._form)
        column.addWidget(self._limits)
        column.addWidget(self._preview, 1)
        column.addWidget(self._sentence)
        column.addWidget(self._progress)
        column.addWidget(self._buttons)
        self.setMinimumWidth(_WIDTH)
        self.resize(_WIDE, min(self.sizeHint().height() + 60, _HIGH))

    def _scope_choice(
        self, session: Session, ids: Sequence[str] | None, listed: Sequence[str] | None
    ) -> QWidget:
        labels = {
            Scope.WORKSPACE: self.tr("Whole workspace"),
            Scope.ARTICLE: self._article(session),
        }
        if listed is not None:
            count = self._candidates.count(Scope.LISTED, None)
            label = self.tr("Tags that the table's filters show ({count:,})")
            labels[Scope.LISTED] = label.format(count=count)
        if ids is not None:
            count = self._candidates.count(Scope.SELECTED, None)
            labels[Scope.SELECTED] = self.tr("Selected tags ({count:,})").format(count=count)
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(SPACE)
        for scope, label in labels.items():
            button = QRadioButton(label)
            button.setObjectName(f"{scope.value}Scope")
            # The last one is the nearest to what the user is at.
            button.setChecked(scope is not Scope.ARTICLE)
            self._scopes.addButton(button, list(Scope).index(scope))
            column.addWidget(button)
        self._scopes.button(1).setEnabled(session.article is not None)
        return box

    def _article(self, session: Session) -> str:
        if session.article is None:
            return self.tr("This article")
        title = self._workspace.details(session.article.id).title.replace("&", "&&")
        room = self.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, _WIDTH - 220)
        return self.tr("This article: {title}").format(title=room)

    def _narrowing_choice(self) -> QWidget:
        self._words.setObjectName("exportWords")
        self._words.setAccessibleName(self.tr("Words"))
        self._words.setPlaceholderText(self.tr("Any words of quote, note or attributes"))
        self._words.setToolTip(self.tr("Only tags with these words, in any script"))
        clearable(self._words)
        return _side_by_side(self._words, self._author)

    @Slot(object)
    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.tag_set:
            self._kinds.show_kinds()
            self._show_choice()

    def _script_choice(self) -> QWidget:
        self._script.setObjectName("exportScript")
        self._script.setToolTip(
            self.tr("Quotes are written as the source has them; another script goes beside it")
        )
        for script, name in (
            (Script.ORIGINAL, self.tr("Original")),
            (Script.SIMPLIFIED, self.tr("Original and Simplified 简体")),
            (Script.TRADITIONAL, self.tr("Original and Traditional 繁體")),
            (Script.TAIWAN, self.tr("Original and Taiwan 臺灣")),
            (Script.HONG_KONG, self.tr("Original and Hong Kong 香港")),
        ):
            self._script.addItem(name, script)
        self._regional.setObjectName("exportRegional")
        self._regional.setToolTip(self.tr("Also say things as they are said there: 网络 as 網路"))
        return _side_by_side(self._script, self._regional)

    def _file_choice(self) -> QWidget:
        self._file.setObjectName("exportFile")
        self._file.setAccessibleName(self.tr("File"))
        name = self.tr("{workspace} tags").format(workspace=self._workspace.folder.name)
        self._file.setText(str(self._last.folder / f"{name}{self._exporter.suffix}"))
        self._browse.setObjectName("exportBrowse")
        return _side_by_side(self._file, self._browse)

    def _connect(self) -> None:
        self._format.currentIndexChanged.connect(self._on_format)
        self._scopes.buttonClicked.connect(self._show_choice)
        self._session.changed.connect(self._on_changed)
        self._kinds.changed.connect(self._show_choice)
        self._words.textChanged.connect(self._show_choice)
        self._author.currentIndexChanged.connect(self._show_choice)
        self._script.currentIndexChanged.connect(self._show_choice)
        self._regional.toggled.connect(self._show_choice)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._look)
        self._file.textChanged.connect(self._show_count)
        self._file.editingFinished.connect(self._on_file)
        self._browse.clicked.connect(self._on_browse)
        self._buttons.accepted.connect(self._on_export)
        self._buttons.rejected.connect(self.reject)

    # What is chosen

    @property
    def _exporter(self) -> Exporter:
        exporter: Exporter = self._format.currentData()
        return exporter

    @property
    def _scope(self) -> Scope:
        return list(Scope)[self._scopes.checkedId()]

    @property
    def _narrowing(self) -> Narrowing:
        return Narrowing(self._author.chosen, self._words.text())

    @property
    def _options(self) -> ExportOptions:
        return ExportOptions(
            self._chosen_script, self._regional.isChecked(), self._session.glossaries.all()
        )

    @property
    def _chosen_script(self) -> Script:
        # Qt keeps a script as the text that it also is.
        return Script(self._script.currentData())

    @property
    def _path(self) -> Path:
        """The file, in the folder of the last export where no other is written, with a suffix."""
        path = Path(self._file.text().strip())
        with suppress(RuntimeError):
            path = path.expanduser()
        path = self._last.folder / path
        return path if path.suffix else path.with_name(path.name + self._exporter.suffix)

    @Slot()
    def _show_choice(self) -> None:
        """Say what the choice amounts to, and show how the file will begin."""
        exporter = self._exporter
        self._regional.setEnabled(has_regional_variant(self._chosen_script))
        self._limits.setText(exporter.missing or exporter.limits)
        paint_in(self._limits, self._theme.danger if exporter.missing else self._theme.soft_ink)
        self._count = None
        if not self._narrowing:
            self._count = self._candidates.count(self._scope, self._kinds.chosen)
        self._show_count()
        if self._looking is not None:
            self._looking.cancel()
        self._soon.start(_PATIENCE)

    @Slot()
    def _show_count(self) -> None:
        count = self._count
        if count is None:
            self._say(self.tr("Counting the tags…"))
        elif not count:
            self._say(self.tr("There is no such tag; choose other tags or kinds."))
        elif count == 1:
            self._say(self.tr("1 tag will be written."))
        else:
            self._say(self.tr("{count:,} tags will be written.").format(count=count))
        ready = bool(count) and self._exporter.missing is None
        self._export.setEnabled(ready and bool(self._file.text().strip()))

    # The preview

    @Slot()
    def _look(self) -> None:
        """Look how the file will begin, once nobody looks any more."""
        if self._looking is not None or self._task is not None or not self.isVisible():
            return
        scope, kinds, narrowing = self._scope, self._kinds.chosen, self._narrowing
        rows = self._candidates.rows if narrowing else self._candidates.first_rows
        count = self._candidates.count(scope, kinds)
        look = Look(self._exporter, self._export_of(rows(scope, kinds)), narrowing, count)
        self._looking = self._tasks.start(look.run, self._on_seen, self._on_unseen)

    @Slot(object)
    def _on_seen(self, seen: Seen | None) -> None:
        self._looking = None
        if seen is None or self._soon.isActive():
            # Something else was chosen meanwhile.
            self._soon.start(0)
            return
        if self._task is not None or self._writing is not None:
            return
        self._count = seen.count
        self._show_count()
        if seen.beginning is None:
            self._preview.say(seen.sentence)
        elif not seen.count:
            self._preview.say(self.tr("Nothing to show"))
        else:
            self._preview.show_beginning(seen.beginning)

    @Slot(object)
    def _on_unseen(self, error: Exception) -> None:
        self._looking = None
        self._preview.say(self.tr("The beginning of this file cannot be shown."))
        raise error

    def _export_of(self, rows: Iterable[ExportRow]) -> Export:
        return Export(
            rows=tuple(rows),
            tag_set=self._workspace.tag_set,
            workspace=self._workspace.id,
            exported=self._workspace.now(),
            options=self._options,
            articles=self._candidates.articles(self._scope),
        )

    def _say(self, sentence: str, *, refused: bool = False) -> None:
        paint_in(self._sentence, self._theme.danger if refused else self._theme.ink)
        self._sentence.setText(sentence)

    @Slot()
    def _on_format(self) -> None:
        """Give the file the format's suffix, unless it has one of the user's own."""
        path = Path(self._file.text().strip())
        known = {exporter.suffix for exporter in exporters()}
        if path.name and path.suffix in known:
            self._file.setText(str(path.with_suffix(self._exporter.suffix)))
        self._show_choice()

    @Slot()
    def _on_file(self) -> None:
        """Take the format that the file's suffix says, where that is another's."""
        suffix = self._path.suffix.casefold()
        others = [one for one in exporters() if one.suffix == suffix]
        if others and self._exporter not in others:
            self._format.setCurrentIndex(exporters().index(others[0]))

    @Slot()
    def _on_browse(self) -> None:
        exporter = self._exporter
        filters = f"{tr(exporter.label)} (*{exporter.suffix})"
        path = Ask.save_file(self, self.tr("Export tags"), self._path, filters)
        if path is not None:
            self._file.setText(str(path))
            self._agreed = self._path

    # Writing

    @Slot()
    def _on_export(self) -> None:
        path = self._path
        if path.resolve().is_relative_to(self._workspace.folder.resolve()):
            sentence = self.tr(
                "{path} lies in the folder of the workspace, which holds nothing else; "
                "choose another folder."
            )
            self._say(sentence.format(path=path), refused=True)
        elif path == self._agreed or not path.is_file() or self._may_replace(path):
            self._write(path)

    def _may_replace(self, path: Path) -> bool:
        sentence = self.tr("{name} is in {folder} already; exporting replaces what it holds.")
        return Ask.confirm(
            self,
            self.tr("Export tags"),
            sentence.format(name=path.name, folder=path.parent),
            self.tr("Replace"),
        )

    def _write(self, path: Path) -> None:
        export = self._export_of(self._candidates.rows(self._scope, self._kinds.chosen))
        self._writing = Writing(self._exporter, export, path, self._narrowing)
        self._show_writing(under_way=True)
        self._say(self.tr("Writing {name}…").format(name=path.name))
        self._task = self._tasks.start(
            self._writing.run, self._on_written, self._on_failed, self._on_advanced
        )

    def _show_writing(self, *, under_way: bool) -> None:
        self._form.setEnabled(not under_way)
        self._export.setEnabled(not under_way)
        self._progress.setVisible(under_way)
        if not under_way:
            self._task = None
            self._progress.setRange(0, 0)

    @Slot(object)
    def _on_advanced(self, step: tuple[int, int]) -> None:
        done, total = step
        self._progress.setRange(0, total)
        self._progress.setValue(done)

    @Slot(object)
    def _on_written(self, count: int | None) -> None:
        assert self._writing is not None
        self._show_writing(under_way=False)
        if count is None:
            self._writing = None
            self._say(self.tr("Nothing was written."))
            return
        self._last.note(self._exporter.name, self._writing.path)
        sentence = self.tr("Wrote {count:,} tags to {name}.")
        if count == 1:
            sentence = self.tr("Wrote 1 tag to {name}.")
        self._say(sentence.format(count=count, name=self._writing.path.name))
        self._sentence.setToolTip(str(self._writing.path))
        self._form.setEnabled(False)
        self._export.hide()
        self._cancel.setText(self.tr("Close"))
        self._cancel.setFocus()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._show_writing(under_way=False)
        self._writing = None
        if not isinstance(error, ExportError):
            self._say(self.tr("The export failed, and nothing was written."), refused=True)
            raise error
        self._say(str(error), refused=True)

    def showEvent(self, event: QShowEvent) -> None:
        """Look how the file will begin."""
        super().showEvent(event)
        self._soon.start(0)

    def reject(self) -> None:
        """Close; while a file is written, stop that first."""
        if self._task is not None:
            self._task.cancel()
            return
        if self._looking is not None:
            self._looking.cancel()
        super().reject()


def _label(text: str, names: QWidget) -> QLabel:
    label = QLabel(text)
    label.setBuddy(names)
    return label


def _side_by_side(wide: QWidget, narrow: QWidget) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE)
    row.addWidget(wide, 1)
    row.addWidget(narrow)
    return box
