"""An export dialog with hands, on a session with two articles and five tags."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtCore import QObject, QPoint, QSettings, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QWidget,
)

from reader.annotation.operation import AnnotationEdit
from reader.exporters import NAMES
from reader.text.article import Article
from reader.text.span import Span
from reader.ui.dialogs.export_dialog import ExportDialog
from reader.ui.last_export import LastExport
from reader.ui.session import Session
from reader.ui.theme import Theme
from reader.workspace import editing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from reader.ui.tasks import Tasks
    from reader.workspace import Workspace

LEFT = Qt.MouseButton.LeftButton
LIGHT = Theme.load("light")
BOOKS = "书屋的灯 & 河\n书屋全年办了62场读书会，来了近9万人次，获评“最美书屋”。网络上也有。"
RIVER = "河邊讀書\n圖書館辦了四十場讀書會，獲得好評。"
TAGS = (
    ("62场", "metric"),
    ("近9万人次", "metric"),
    ("网络", "programme"),
    ("最美书屋", "honour"),
    ("四十場", "metric"),
)
W = TypeVar("W", bound=QObject)


@contextmanager
def session_on_articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    """Yield a session on two articles with five tags; the first article is shown."""
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "Documents").mkdir()
    session = Session(author="tester", state=tmp_path / "state")
    assert session.create(tmp_path / "workspace")
    assert session.add_articles([Article.from_text(BOOKS), Article.from_text(RIVER)]) == []
    for words, kind in TAGS:
        tag(session, words, kind)
    session.show_article(next(iter(open_workspace(session).articles)))
    yield session
    session.close()


def open_workspace(session: Session) -> Workspace:
    """Return the session's workspace."""
    assert session.workspace is not None
    return session.workspace


def tag(session: Session, words: str, kind: str) -> str:
    """Tag the first place where words stand, and return the tag's id."""
    workspace = open_workspace(session)
    article = next(one for one in workspace.articles.values() if words in one.text)
    start = article.text.index(words)
    operation = editing.tag(workspace, article.id, Span(start, start + len(words)), kind)
    assert session.apply(operation)
    (edit,) = operation.edits
    assert isinstance(edit, AnnotationEdit)
    return edit.id


def last_export(session: Session) -> LastExport:
    """Return what is remembered beside the session's workspace."""
    file = open_workspace(session).folder.with_name("window.ini")
    return LastExport(QSettings(str(file), QSettings.Format.IniFormat))


class Opened:
    """An export dialog that is shown, with hands."""

    def __init__(
        self,
        session: Session,
        tasks: Tasks,
        bot: QtBot,
        ids: Sequence[str] | None = None,
        listed: Sequence[str] | None = None,
    ) -> None:
        self.window = QWidget()
        bot.addWidget(self.window)
        self.bot = bot
        self.session = session
        last = last_export(session)
        self.dialog = ExportDialog(self.window, session, tasks, LIGHT, last, ids, listed)
        with bot.waitActive(self.dialog):
            self.dialog.show()

    def part(self, kind: type[W], name: str = "") -> W:
        """Return a part of the dialog by its type and name."""
        found = self.dialog.findChild(kind, name) if name else self.dialog.findChild(kind)
        assert found is not None
        return found

    @property
    def sentence(self) -> str:
        """What is said at the foot."""
        return self.part(QLabel, "exportSentence").text()

    @property
    def file(self) -> QLineEdit:
        """The field with the file's name."""
        return self.part(QLineEdit, "exportFile")

    def button(self, text: str) -> QPushButton:
        """Return a button by what it says."""
        buttons = self.part(QDialogButtonBox).buttons()
        return cast("QPushButton", next(one for one in buttons if one.text() == text))

    def says(self) -> list[str]:
        """Return what the buttons say that are there."""
        return [one.text() for one in self.part(QDialogButtonBox).buttons() if one.isVisible()]

    def choose_format(self, name: str) -> None:
        """Choose a format with the keyboard."""
        self.choose("exportFormat", NAMES.index(name))

    def click(self, kind: type[QAbstractButton], name: str) -> None:
        """Click on a radio button, a check box, or another button."""
        button = self.part(kind, name)
        # On its sign: the rest of a wide one does not answer.
        self.bot.mouseClick(button, LEFT, pos=QPoint(10, button.height() // 2))

    def choose(self, name: str, row: int) -> None:
        """Choose from a box with the keyboard."""
        box = self.part(QComboBox, name)
        box.setFocus()
        while box.currentIndex() != row:
            down = box.currentIndex() < row
            self.bot.keyClick(box, Qt.Key.Key_Down if down else Qt.Key.Key_Up)

    def name(self, path: Path | str) -> None:
        """Write the file's name."""
        self.file.setFocus()
        self.file.selectAll()
        self.bot.keyClicks(self.file, str(path))

    def export(self) -> None:
        """Press Export and wait until it is over."""
        self.bot.mouseClick(self.button("Export"), LEFT)
        # Loading a format's library, spaCy say, takes seconds where two cores are busy.
        self.bot.waitUntil(lambda: not self.part(QProgressBar).isVisible(), timeout=60_000)
