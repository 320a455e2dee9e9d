"""The modal dialogs of Qt's, behind one class whose methods a test can replace."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog, QMessageBox

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

# A box with more lines than this grows past the screen; then they are folded away.
_LINES: Final = 8


class Ask:
    """Everything the window asks in a dialog of Qt's own. Whatever is cancelled changes nothing."""

    _visited: ClassVar[Path | None] = None

    @classmethod
    def folder(cls, parent: QWidget | None, title: str, start: Path | None = None) -> Path | None:
        """Ask for a folder that is there; ``start`` is where to begin looking."""
        dialog = QFileDialog(parent, title, str(cls._start(start)))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        return cls._one(dialog)

    @classmethod
    def new_folder(
        cls, parent: QWidget | None, title: str, start: Path | None = None
    ) -> Path | None:
        """Ask for the name of a folder that is not there yet, to be made in another."""
        dialog = QFileDialog(parent, title, str(cls._start(start)))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # Whether a folder that is there will do is for who makes it to say.
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setLabelText(QFileDialog.DialogLabel.FileName, _translated("Folder name:"))
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, _translated("Create"))
        return cls._one(dialog)

    @classmethod
    def files(cls, parent: QWidget | None, title: str, filters: str) -> list[Path]:
        """Ask for files.

        Args:
            parent: The window asked from.
            title: Of the dialog.
            filters: Which files to list, as ``Text (*.txt);;All files (*)``.
        """
        dialog = QFileDialog(parent, title, str(cls._start(None)), filters)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        return cls._chosen(dialog)

    @classmethod
    def file(cls, parent: QWidget | None, title: str, filters: str) -> Path | None:
        """Ask for one file; ``filters`` are as for :meth:`files`."""
        dialog = QFileDialog(parent, title, str(cls._start(None)), filters)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return cls._one(dialog)

    @classmethod
    def save_file(
        cls, parent: QWidget | None, title: str, suggestion: Path, filters: str
    ) -> Path | None:
        """Ask where to write a file; the dialog asks before an old one is replaced.

        Args:
            parent: The window asked from.
            title: Of the dialog.
            suggestion: The file offered; a name without a suffix gets this one's.
            filters: As for :meth:`files`.
        """
        dialog = QFileDialog(parent, title, str(suggestion.parent), filters)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suggestion.suffix)
        dialog.selectFile(suggestion.name)
        return cls._one(dialog)

    @classmethod
    def text(cls, parent: QWidget | None, title: str, label: str, value: str) -> str | None:
        """Ask for a line of text, beginning with ``value``."""
        text, accepted = QInputDialog.getText(parent, title, label, text=value)
        return text if accepted else None

    @classmethod
    def choose(
        cls, parent: QWidget | None, title: str, sentence: str, choices: Sequence[str]
    ) -> int | None:
        """Ask for one of some lines, by its place among them."""
        chosen, accepted = QInputDialog.getItem(
            parent, title, sentence, list(choices), 0, editable=False
        )
        return choices.index(chosen) if accepted else None

    @classmethod
    def confirm(cls, parent: QWidget | None, title: str, sentence: str, action_label: str) -> bool:
        """Ask whether to do what ``action_label`` names; Return and Escape mean no."""
        box = _box(parent, QMessageBox.Icon.Question, title, sentence)
        action = box.addButton(action_label, QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.exec()
        agreed = box.clickedButton() is action
        box.deleteLater()
        return agreed

    @classmethod
    def tell(
        cls, parent: QWidget | None, title: str, sentence: str, details: Sequence[str] = ()
    ) -> None:
        """Tell something; ``details`` are lines below it, folded away where they are many."""
        box = _box(parent, QMessageBox.Icon.Information, title, sentence)
        if len(details) <= _LINES:
            box.setInformativeText("\n".join(details))
        else:
            box.setDetailedText("\n".join(details))
        box.exec()
        box.deleteLater()

    @classmethod
    def _start(cls, start: Path | None) -> Path:
        return start or cls._visited or Path.home()

    @classmethod
    def _one(cls, dialog: QFileDialog) -> Path | None:
        return next(iter(cls._chosen(dialog)), None)

    @classmethod
    def _chosen(cls, dialog: QFileDialog) -> list[Path]:
        """Run a dialog and return what was chosen; the next one begins where it was."""
        # What Qt's own dialog calls these is not in all of Qt's translations.
        dialog.setLabelText(QFileDialog.DialogLabel.LookIn, _translated("&Look in:"))
        dialog.setLabelText(QFileDialog.DialogLabel.FileType, _translated("Files of &type:"))
        chosen = []
        if dialog.exec() == QDialog.DialogCode.Accepted:
            chosen = [Path(name) for name in dialog.selectedFiles()]
            # A path that was typed need not be of the folder that is listed.
            Ask._visited = chosen[0].parent
        dialog.deleteLater()
        return chosen


def _translated(text: str) -> str:
    return QCoreApplication.translate("Ask", text)


def _box(parent: QWidget | None, icon: QMessageBox.Icon, title: str, sentence: str) -> QMessageBox:
    box = QMessageBox(icon, title, sentence, parent=parent)
    # A title or a file's name is no mark-up, whatever it holds.
    box.setTextFormat(Qt.TextFormat.PlainText)
    return box
