"""What the Tag menu does with the kinds of tag themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Slot

from reader.language import mark, tr
from reader.ui.commands.group import CommandGroup
from reader.ui.dialogs.messages import Ask
from reader.ui.documents import documents
from reader.workspace import WorkspaceError, editing

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from reader.annotation.operation import Operation
    from reader.ui.dialogs.tag_set_dialog import TagSetDialog
    from reader.workspace import Workspace

_FILES: Final = mark("Tag set (*.json);;All files (*)")
# A box with more lines than this grows past the screen.
_LINES: Final = 8


class TagSetCommands(CommandGroup):
    """Changing the kinds of tag, and taking them from one workspace to another."""

    _dialog: TagSetDialog | None = None

    @Slot()
    def edit_tag_set(self) -> None:
        """Show the kinds of tag, to be changed."""
        from reader.ui.dialogs.tag_set_dialog import TagSetDialog

        if self._has_workspace():
            self._window.commit_pending()
            window = self._window
            dialog = TagSetDialog(window, self._session, window.theme, window.shortcuts)
            dialog.import_asked.connect(self.import_tag_set)
            dialog.export_asked.connect(self.export_tag_set)
            dialog.finished.connect(self._on_closed)
            self._dialog = dialog
            dialog.open()

    @Slot()
    def import_tag_set(self) -> None:
        """Ask for a file, say what it would change, and take its kinds in."""
        from reader.workspace.files.tag_set_file import read_tag_set

        workspace = self._session.workspace
        if workspace is None:
            self._has_workspace()
            return
        path = Ask.file(self._parent, self.tr("Import tag set"), tr(_FILES))
        if path is None:
            return
        try:
            tag_set = read_tag_set(path)
            operation = editing.take_tag_set(workspace, tag_set)
        except WorkspaceError as error:
            self._session.refused.emit(str(error))
            return
        if not operation.edits:
            said = self.tr("{name} holds nothing that is not in the tag set already.")
            Ask.tell(self._parent, self.tr("Import tag set"), said.format(name=path.name))
        elif self._agreed(workspace, operation, path):
            self._session.apply(operation)

    @Slot()
    def export_tag_set(self) -> None:
        """Ask for a file and write the kinds of tag to it."""
        from reader.workspace.files.tag_set_file import write_tag_set

        workspace = self._session.workspace
        if workspace is None:
            self._has_workspace()
            return
        name = self.tr("{workspace} tag set.json").format(workspace=workspace.folder.name)
        path = Ask.save_file(
            self._parent,
            self.tr("Export tag set"),
            documents() / name,
            tr(_FILES),
        )
        if path is None:
            return
        try:
            write_tag_set(path, workspace.tag_set)
        except WorkspaceError as error:
            self._session.refused.emit(str(error))
            return
        said = self.tr("Wrote {count:,} kinds of tag to {name}.")
        said = said.format(count=len(workspace.tag_set.kinds), name=path.name)
        if self._dialog is None:
            self._window.say(said)
        else:
            self._dialog.tell(said)

    @property
    def _parent(self) -> QWidget:
        return self._dialog or self._window

    def _agreed(self, workspace: Workspace, operation: Operation, path: Path) -> bool:
        """Say what is added and what is changed; return whether that shall be done."""
        from reader.ui.dialogs.tag_set_model import taken_in

        added, changed = taken_in(workspace.tag_set, operation)
        lines = [self.tr("From {name}:").format(name=path.name)]
        said = self.tr("New: {kind}")
        lines += [said.format(kind=tr(kind.label)) for kind in added]
        said = self.tr("Changed: {kind} ({what})")
        lines += [
            said.format(kind=tr(kind.label), what=tr(", ").join(what)) for kind, what in changed
        ]
        if len(lines) > _LINES + 1:
            more = self.tr("and {count:,} more").format(count=len(lines) - _LINES)
            lines = [*lines[:_LINES], more]
        return Ask.confirm(
            self._parent, self.tr("Import tag set"), "\n".join(lines), self.tr("Import")
        )

    @Slot()
    def _on_closed(self) -> None:
        self._dialog = None
        self._window.surface.setFocus()
