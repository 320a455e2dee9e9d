"""The application's style sheet and palette, made from a theme."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QColor, QPalette

from reader.ui.icons import icon_folder
from reader.ui.theme import mixed

if TYPE_CHECKING:
    from reader.ui.theme import Theme

TEXT_SIZE: Final = 13
"""Pixels of the window's type. Lists set quotes 2 or 3 larger, and details 1 smaller."""
TITLE_SIZE: Final = 14
"""Pixels of an article's title above the text, and of a dialog's heading."""
HEADING_SIZE: Final = 20
"""Pixels of the words that stand alone on a page."""

_SHEET: Final = """
QMainWindow, QDialog, QMenuBar, QStatusBar, QToolBar {{ background: {panel}; color: {ink}; }}
QMenuBar {{ padding: 2px 6px; border-bottom: 1px solid {line}; }}
QMenuBar::item {{ padding: 4px 9px; border-radius: 4px; background: transparent; }}
QMenuBar::item:selected {{ background: {chosen}; }}
QMenu {{ background: {raised}; color: {ink}; border: 1px solid {line}; padding: 4px 0; }}
QMenu::item {{ padding: 5px 28px 5px 24px; }}
QMenu::item:selected {{ background: {chosen}; }}
QMenu::item:disabled {{ color: {soft_ink}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 10px; }}
QToolBar {{ border: none; border-bottom: 1px solid {line}; padding: 3px 8px; spacing: 2px; }}
QToolBar::separator {{ width: 1px; background: {line}; margin: 6px 6px; }}
QToolBar QToolButton {{ background: transparent; border: 1px solid transparent; }}
QToolBar QToolButton:hover {{ background: {chosen}; }}
QToolBar QToolButton:checked {{ background: {chosen}; }}
QStatusBar {{ border-top: 1px solid {line}; color: {soft_ink}; }}
QStatusBar::item {{ border: none; }}
QStatusBar QLabel {{ padding: 2px 8px; color: {soft_ink}; }}
QSplitter::handle {{ background: {line}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QSplitter::handle:vertical {{ height: 1px; }}
QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox {{
    background: {raised}; color: {ink}; border: 1px solid {edge}; border-radius: 5px;
    placeholder-text-color: {soft_ink};
    padding: 4px 7px; selection-background-color: {accent}; selection-color: {accent_ink};
}}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {{
    border: 1px solid {accent};
}}
QComboBox::drop-down {{ border: none; width: 20px; }}
QComboBox::down-arrow {{ image: url("{icons}/next.svg"); width: 14px; height: 14px; }}
QAbstractSpinBox {{ padding: 4px 24px 4px 4px; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{
    subcontrol-origin: border; width: 22px; border: none; background: transparent;
}}
QAbstractSpinBox::up-button {{ subcontrol-position: top right; margin: 2px 2px 0 0; }}
QAbstractSpinBox::down-button {{ subcontrol-position: bottom right; margin: 0 2px 2px 0; }}
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover {{
    background: {chosen}; border-radius: 3px;
}}
QAbstractSpinBox::up-arrow {{ image: url("{icons}/previous.svg"); width: 12px; height: 12px; }}
QAbstractSpinBox::down-arrow {{ image: url("{icons}/next.svg"); width: 12px; height: 12px; }}
QCheckBox, QRadioButton {{ spacing: 6px; }}
QCheckBox::indicator, QRadioButton::indicator {{
    width: 13px; height: 13px; background: {raised}; border: 1px solid {edge}; border-radius: 3px;
}}
QRadioButton::indicator {{ border-radius: 7px; }}
QCheckBox::indicator:checked {{ image: url("{icons}/check.svg"); }}
QRadioButton::indicator:checked {{
    background: qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5, fx: 0.5, fy: 0.5,
        stop: 0 {accent}, stop: 0.5 {accent}, stop: 0.62 {raised}, stop: 1 {raised});
}}
QCheckBox::indicator:focus, QRadioButton::indicator:focus {{ border: 2px solid {accent}; }}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{ border: 1px solid {line}; }}
QPushButton, QToolButton {{
    background: {raised}; color: {ink}; border: 1px solid {line}; border-radius: 5px;
    padding: 4px 10px;
}}
QPushButton:hover, QToolButton:hover {{ background: {chosen}; }}
QPushButton:checked, QToolButton:checked {{
    background: {chosen}; color: {ink}; border: 1px solid {accent};
}}
QPushButton:focus, QToolButton:focus {{ border: 2px solid {accent}; padding: 3px 9px; }}
QPushButton:disabled, QToolButton:disabled {{ color: {disabled}; }}
QPushButton:default {{ background: {accent}; color: {accent_ink}; border: 1px solid {accent}; }}
QPushButton:default:focus {{ border: 2px solid {ink}; padding: 3px 9px; }}
QPushButton:default:disabled {{ background: {line}; color: {soft_ink}; border-color: {line}; }}
QListView, QTableView, QTreeView {{
    background: {panel}; color: {ink}; border: none; outline: none;
    selection-background-color: {chosen}; selection-color: {ink};
    alternate-background-color: {panel};
}}
QTreeView {{ background: {raised}; }}
QTreeView::item {{ padding: 3px 4px; }}
QTableView {{ background: {raised}; gridline-color: {line}; }}
QHeaderView::section {{
    background: {panel}; color: {soft_ink}; border: none; border-bottom: 1px solid {line};
    padding: 4px 8px;
}}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QScrollBar:vertical {{ background: transparent; width: 11px; margin: 0; }}
RowList {{ background: {panel}; selection-background-color: {panel}; }}
ReadingSurface QScrollBar:vertical {{ background: {paper}; }}
QScrollBar:horizontal {{ background: transparent; height: 11px; margin: 0; }}
QScrollBar::handle {{ background: {edge}; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 36px; }}
QScrollBar::handle:horizontal {{ min-width: 36px; }}
QScrollBar::handle:hover {{ background: {soft_ink}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QToolTip {{
    background: {raised}; color: {ink}; border: 1px solid {line}; padding: 6px; font-size: {text}px;
}}
#quote {{ border: none; padding: 0; background: transparent; }}
#scriptBar QToolButton {{ border-radius: 0; margin-left: -1px; padding: 4px 12px; }}
#scriptBar QToolButton#originalScript {{
    border-top-left-radius: 5px; border-bottom-left-radius: 5px; margin-left: 0;
}}
#scriptBar QToolButton#hongKongScript {{
    border-top-right-radius: 5px; border-bottom-right-radius: 5px;
}}
#scriptBar QToolButton:checked {{
    background: {accent}; color: {accent_ink}; border: 1px solid {accent};
}}
#scriptBar QToolButton:checked:focus {{ border: 1px solid {ink}; }}
#rule {{ background: {line}; }}
#glossaryUnfold {{ background: transparent; border-color: transparent; padding-left: 0; }}
#glossaryUnfold:focus {{ border-color: {accent}; }}
#panelHeader {{ font-weight: 600; }}
#dialogHeading {{ font-size: {title}px; font-weight: 600; }}
#header {{ background: {panel}; border-bottom: 1px solid {line}; }}
#startTitle {{ font-size: {heading}px; font-weight: 600; color: {ink}; }}
#articleTitle {{ font-size: {title}px; font-weight: 600; color: {ink}; }}
#saved {{ color: {soft_ink}; }}
#refusal {{ background: {danger}; color: {danger_ink}; padding: 8px 14px; }}
#refusal QLabel {{ color: {danger_ink}; }}
#refusal QToolButton {{ background: transparent; color: {danger_ink}; border: none; }}
"""


def style_sheet(theme: Theme) -> str:
    """Return the style sheet of the whole application."""
    return _SHEET.format(
        **theme.colours,
        text=TEXT_SIZE,
        title=TITLE_SIZE,
        heading=HEADING_SIZE,
        icons=icon_folder(theme).as_posix(),
        disabled=mixed(theme.panel, theme.soft_ink, 0.6).name(),
    )


def palette(theme: Theme) -> QPalette:
    """Return the palette, for what a style sheet does not reach."""
    made = QPalette()
    roles = QPalette.ColorRole
    for role, colour in (
        (roles.Window, theme.panel),
        (roles.Base, theme.raised),
        (roles.AlternateBase, theme.panel),
        (roles.Button, theme.raised),
        (roles.Text, theme.ink),
        (roles.WindowText, theme.ink),
        (roles.ButtonText, theme.ink),
        (roles.PlaceholderText, theme.soft_ink),
        (roles.Highlight, theme.accent),
        (roles.HighlightedText, theme.accent_ink),
        (roles.ToolTipBase, theme.raised),
        (roles.ToolTipText, theme.ink),
        (roles.Link, theme.accent),
    ):
        made.setColor(role, QColor(colour))
    return made
