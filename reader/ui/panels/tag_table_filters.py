"""What narrows the tag table: kinds, an article, words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from reader.language import tr
from reader.text.search import LONGEST
from reader.ui.kinds import listed, with_narrower
from reader.ui.panels.elements import SPACE, ChipRow, clearable
from reader.ui.panels.tag_table_rows import TagFilter

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from reader.ui.theme import Theme
    from reader.workspace import Workspace

_TYPING_MS: Final = 120
_ARTICLE_WIDTH: Final = 200
_ARTICLE_LEAST: Final = 112
_TEXT_LEAST: Final = 96
_LIST_WIDTH: Final = 380
_TEXT_WIDTH: Final = 280


class TagFilters(QWidget):
    """The controls of the table's filter.

    Attributes:
        changed: Carries the :class:`TagFilter` chosen.
        left: Return was pressed among the words: on to the rows.
    """

    changed = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Offer nothing yet."""
        super().__init__(parent)
        self._workspace: Workspace | None = None
        self._told = TagFilter()
        self._kinds = ChipRow(theme)
        self._article = QComboBox()
        self._text = QLineEdit()
        self._text.setMaxLength(LONGEST)
        self._typing = self._timer(_TYPING_MS)
        # A batch of imports tells of each article; their names are read once, after it.
        self._reading = self._timer(0)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._assemble()
        self._kinds.picked.connect(self._on_kind)
        self._article.currentIndexChanged.connect(self._tell)
        self._text.textChanged.connect(self._on_text)
        self._text.returnPressed.connect(self._on_return)
        self._typing.timeout.connect(self._tell)
        self._reading.timeout.connect(self._on_articles)

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        return timer

    def _assemble(self) -> None:
        # In a narrow window the kinds stand on several lines.
        several = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        several.setHeightForWidth(True)
        self._kinds.setSizePolicy(several)
        self._article.setObjectName("articleFilter")
        self._article.setAccessibleName(self.tr("Article"))
        self._article.setToolTip(self.tr("Show the tags of one article"))
        self._article.setMinimumWidth(_ARTICLE_LEAST)
        self._article.setMaximumWidth(_ARTICLE_WIDTH)
        self._article.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._article.view().setTextElideMode(Qt.TextElideMode.ElideRight)
        self._article.view().setMinimumWidth(_LIST_WIDTH)
        self._text.setObjectName("textFilter")
        self._text.setAccessibleName(self.tr("Words"))
        self._text.setPlaceholderText(self.tr("Quote, note or attribute"))
        self._text.setToolTip(self.tr("Show the tags with these words, in any script"))
        clearable(self._text)
        self._text.setMinimumWidth(_TEXT_LEAST)
        self._text.setMaximumWidth(_TEXT_WIDTH)
        fields = QHBoxLayout()
        fields.setSpacing(SPACE)
        fields.addWidget(self._article, 1)
        fields.addWidget(self._text, 1)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACE)
        self._row.addWidget(self._kinds)
        self._row.addLayout(fields, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the kinds above the fields where there is no room beside them."""
        super().resizeEvent(event)
        needed = self._kinds.sizeHint().width() + _ARTICLE_LEAST + _TEXT_LEAST + 2 * SPACE
        ways = QBoxLayout.Direction
        self._row.setDirection(
            ways.LeftToRight if event.size().width() >= needed else ways.TopToBottom
        )

    def show_workspace(self, workspace: Workspace | None) -> None:
        """Offer the kinds and articles of a workspace, with nothing narrowed."""
        self._workspace = workspace
        self._offer_kinds()
        self._on_articles()
        self.reset()

    def kinds_changed(self) -> None:
        """Offer the kinds there are now; those that are on stay so while they are there."""
        on = {chip.value for chip in self._kinds.chips if chip.isChecked()}
        self._offer_kinds()
        for chip in self._kinds.chips:
            chip.setChecked(chip.value in on)
        self._tell()

    def _offer_kinds(self) -> None:
        tip = self.tr("Show {kind} tags; several kinds can be on at once")
        kinds = listed(None if self._workspace is None else self._workspace.tag_set)
        self._kinds.set_chips(
            [
                (kind.name, tr(kind.label), kind.colour, tip.format(kind=tr(kind.label).lower()))
                for kind in kinds
            ]
        )

    def articles_changed(self) -> None:
        """Offer the articles there are now; the chosen one stays so while it is there."""
        self._reading.start()

    @Slot()
    def reset(self) -> None:
        """Narrow nothing."""
        self._kinds.set_on(None)
        with QSignalBlocker(self._article):
            self._article.setCurrentIndex(0)
        self._text.clear()
        self._tell()

    @Slot()
    def _on_articles(self) -> None:
        chosen = self._article.currentData()
        with QSignalBlocker(self._article):
            self._article.clear()
            self._article.addItem(self.tr("All articles"), None)
            if self._workspace is not None:
                for article_id in self._workspace.articles:
                    title = self._workspace.details(article_id).title
                    self._article.addItem(title, article_id)
            self._article.setCurrentIndex(max(0, self._article.findData(chosen)))
        self._tell()

    @Slot(object)
    def _on_kind(self, name: str) -> None:
        for chip in self._kinds.chips:
            if chip.value == name:
                chip.setChecked(not chip.isChecked())
        self._tell()

    @Slot()
    def _on_text(self) -> None:
        self._typing.start()

    @Slot()
    def _on_return(self) -> None:
        self._tell()
        self.left.emit()

    @Slot()
    def _tell(self) -> None:
        """Tell of the filter, unless it is the one told already."""
        self._typing.stop()
        kinds = frozenset(chip.value for chip in self._kinds.chips if chip.isChecked())
        if self._workspace is not None:
            kinds = with_narrower(self._workspace.tag_set, kinds)
        words = self._text.text().strip()
        chosen = TagFilter(kinds, self._article.currentData(), words)
        if chosen != self._told:
            self._told = chosen
            self.changed.emit(chosen)
