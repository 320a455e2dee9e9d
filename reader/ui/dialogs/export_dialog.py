"""The export dialog: which tags, in which format, with which script beside the source, where to."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from dataclasses import replace
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QStandardPaths, Qt, Slot
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
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

from reader.exporters import (
    Export,
    ExportError,
    ExportOptions,
    ExportRow,
    exporter_named,
    exporters,
    select,
)
from reader.text.script import Script, SourceScript, config_for
from reader.ui.dialogs.messages import Ask
from reader.ui.panels.elements import DOT, SPACE, FlowLayout, paint_dot, paint_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.annotation.annotation import Annotation
    from reader.exporters import Exporter
    from reader.ui.session import Session
    from reader.ui.tasks import Progress, Task, Tasks
    from reader.ui.theme import Theme
    from reader.workspace import Workspace

_WIDTH: Final = 560


class _What(Enum):
    """Which tags are exported."""

    WORKSPACE = 0
    ARTICLE = 1
    SELECTED = 2
