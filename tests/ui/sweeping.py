"""Walks through a window: every text that it shows or tells, and every one that is cut off."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from reader.annotation.tag_set import DEFAULT_TAG_SET
from reader.ui.elided_label import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROWS = 200
# What is the same in every language: names of things, of files and of keys.
_SAME = re.compile(
    r"\b(?:W3C Web Annotation|Label Studio|brat standoff|JSON Lines|JSON-LD|REFI-QDA|UIMA CAS"
    r"|CoNLL|BIO|spaCy|DocBin|doccano|JSONL|Parquet|TEI|XMI|Markdown|HTML|Excel|Word|EPUB|UTC|FFFD"
    r"|lxml|charset-normalizer|pdfminer\.six|XlsxWriter|SHA-256|zip|qdpx|user_data|span|tags"
    r"|Wenmai|English|OpenCC|OpenType|JSON|CSV|TSV|PDF|RTF|UTF|MB|ID|Qt|Python|PySide6?"
    r"|Shiboken6?|LGPL|MIT|BSD|Apache|Clause|msgspec|platformdirs|filelock|Noto|CJK|GNU"
    r"|Ctrl|Shift|Alt|Meta|Esc|Enter|Return|Del|Backspace|Home|End|Page|Up|Down|PgUp|PgDown"
    r"|Left|Right|Tab|Ins|F\d+|tester|gold|docs|LICENSE|wenmai check|sum|gb18030|big5)\b"
)
_FILES = re.compile(
    r"(?:/[^\s，。；：（）“”「」]+)|\b[\w-]+\.(?:md|tsv|txt|csv|jsonld|json|zip|text)\b|\*\.\w+|#[0-9a-f]{6}\b"
)
_MARKUP = re.compile(r"<[^>]*>")
_WORD = re.compile(r"[A-Za-z]{2,}")


def texts(root: QWidget) -> Iterator[tuple[QWidget, str]]:
    """Yield every text of a window with its widget, also of what is hidden for now."""
    for widget in [root, *root.findChildren(QWidget)]:
        if widget.objectName().startswith("qt_spinbox") or _is_of_a_file(widget):
            continue
        for text in _told(widget):
            yield widget, text
        for action in widget.actions():
            for text in (action.text(), action.toolTip(), action.iconText(), action.statusTip()):
                yield widget, text


def _is_of_a_file(widget: QWidget) -> bool:
    """Return whether a widget shows what a file will hold, which is the same in every language."""
    of = ("previewTable", "previewText")
    above = widget.parentWidget()
    return widget.objectName() in of or (above is not None and above.objectName() in of)


def _told(widget: QWidget) -> Iterator[str]:
    yield from (
        widget.windowTitle(),
        widget.toolTip(),
        widget.statusTip(),
        widget.accessibleName(),
        widget.accessibleDescription(),
    )
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QGroupBox | QMenu):
        yield widget.title()
    elif isinstance(widget, QLineEdit | QPlainTextEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QComboBox):
        # Faces are shown without their region.
        families = tuple(QFontDatabase.families())
        shown = (widget.itemText(number) for number in range(widget.count()))
        yield from (text for text in shown if not any(one.startswith(text) for one in families))
    elif isinstance(widget, QHeaderView):
        yield from _headers(widget)
    elif isinstance(widget, QAbstractItemView):
        yield from _cells(widget)
    if isinstance(widget, QAbstractSpinBox):
        yield str(widget.property("suffix") or "")
        yield str(widget.property("prefix") or "")


def _headers(header: QHeaderView) -> Iterator[str]:
    model = header.model()
    if model is not None and header.isVisible():
        for section in range(header.count()):
            yield str(model.headerData(section, header.orientation()) or "")


def _cells(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    if model is None or isinstance(view.parentWidget(), QComboBox) or _lists_faces(view):
        return
    roles = Qt.ItemDataRole
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for row in range(min(_ROWS, model.rowCount())):
        for column in range(columns):
            index = model.index(row, column)
            for role in (
                roles.DisplayRole,
                roles.ToolTipRole,
                roles.AccessibleTextRole,
                roles.AccessibleDescriptionRole,
            ):
                yield str(index.data(role) or "")


def _lists_faces(view: QAbstractItemView) -> bool:
    owner = view.parentWidget()
    return owner is not None and owner.inherits("QComboBoxPrivateContainer")


def english_words(text: str) -> list[str]:
    """Return the words of a text, be it rich, that are English."""
    plain = html.unescape(_MARKUP.sub(" ", text)).replace("&", "")
    return _WORD.findall(_SAME.sub(" ", _FILES.sub(" ", plain)))


def untranslated(root: QWidget, *, stored: bool = False) -> list[str]:
    """Return the texts that hold a word of English.

    Args:
        root: The window.
        stored: Whether the names that tags are stored under are shown in it.
    """
    names = _stored_names() if stored else set()
    found = []
    for widget, text in texts(root):
        if not names.issuperset(english_words(text)):
            found.append(f"{type(widget).__name__}#{widget.objectName()}: {text}")
    return sorted(set(found))


def _stored_names() -> set[str]:
    names = [kind.name for kind in DEFAULT_TAG_SET]
    names += [one.name for kind in DEFAULT_TAG_SET for one in kind.attributes]
    return {word for name in names for word in name.split("_")}


def clipped(root: QWidget) -> list[str]:
    """Return the texts that have less room than they take."""
    found = []
    for widget in [root, *root.findChildren(QWidget)]:
        if not widget.isVisibleTo(root) or widget.visibleRegion().isEmpty():
            continue
        found += [
            f"{type(widget).__name__}#{widget.objectName()} ({widget.width()}x{widget.height()}):"
            f" {what}"
            for what in _cut(widget)
        ]
    return sorted(set(found))


def _cut(widget: QWidget) -> Iterator[str]:
    """Yield the text of a widget that has less room than it takes."""
    if isinstance(widget, ElidedLabel) or widget.objectName() == "legendEntry":
        return  # made to be cut short; the tip has it whole
    needed, room, text = widget.sizeHint().width(), widget.width(), ""
    if isinstance(widget, QLabel) and widget.wordWrap():
        needed, room, text = widget.heightForWidth(room), widget.height(), widget.text()
    elif isinstance(widget, QLabel | QAbstractButton):
        text = widget.text()
    elif isinstance(widget, QLineEdit):
        text = "" if widget.text() else widget.placeholderText()
        needed, room = _width(widget, text), widget.contentsRect().width() - 4
    elif isinstance(widget, QComboBox):
        text = widget.currentText()
        needed, room = _width(widget, text), _field_of(widget)
    elif isinstance(widget, QHeaderView) and widget.orientation() is Qt.Orientation.Horizontal:
        for section in range(widget.count()):
            size, title = widget.sectionSize(section), _title(widget, section)
            if size and _width(widget, title) > size:
                yield f"needs {_width(widget, title)}, has {size}: {title}"
    if text and needed > room + 1:
        yield f"needs {needed}, has {room}: {text}"


def _width(widget: QWidget, text: str) -> int:
    return widget.fontMetrics().horizontalAdvance(text)


def _title(header: QHeaderView, section: int) -> str:
    return str(header.model().headerData(section, header.orientation()) or "")


def _field_of(box: QComboBox) -> int:
    """Return the width that a box has for its words."""
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    control = QStyle.ComplexControl.CC_ComboBox
    part = QStyle.SubControl.SC_ComboBoxEditField
    return box.style().subControlRect(control, option, part, box).width()
