"""Themes: every colour of the window, as data in ``resources/themes/``."""

from __future__ import annotations

import json
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor

from reader.assets import resource
from reader.ui.contrast import GRAPHIC, TEXT, contrast, legible

NAMES: Final = ("light", "dark", "sepia")
"""The themes there are."""


class Colour(str):
    """``#rrggbb`` of a theme.

    Attributes:
        role: What it is for, so that whoever was given it can be given another theme's.
    """

    __slots__ = ("role",)

    role: str


class Theme(QObject):
    """The colours of the window: one object that all its parts hold, so that all change at once.

    Whoever paints reads it when painting; whoever keeps something made of it
    makes that again on ``changed``.

    Attributes:
        changed: Every colour may be another.
        name: Which theme it is.
        dark: Whether its grounds are dark.
        paper: Behind the text that is read.
        panel: Behind the panels.
        raised: Behind fields and the rows of lists.
        ink: Text.
        soft_ink: Text of the second rank.
        icon: The lines of icons.
        line: Lines between areas, which say nothing.
        edge: Lines that say where a field or a control is.
        accent: What is chosen or has the focus.
        accent_ink: Text on the accent.
        chosen: Behind a chosen row.
        selection: Behind a selected passage.
        match: Behind what was found.
        current_match: Behind the found passage that the reader is at.
        change: Under characters that the conversion changed.
        ambiguous: Under characters that the conversion had to choose for.
        weak: The same, where it chose what the source has.
        danger: Sentences about what was not done.
        danger_ink: Text on the ground of such a sentence.
        wash: How much of a kind's colour stands in a highlight, in hundredths.
    """

    changed = Signal()

    name: str
    dark: bool
    paper: Colour
    panel: Colour
    raised: Colour
    ink: Colour
    soft_ink: Colour
    icon: Colour
    line: Colour
    edge: Colour
    accent: Colour
    accent_ink: Colour
    chosen: Colour
    selection: Colour
    match: Colour
    current_match: Colour
    change: Colour
    ambiguous: Colour
    weak: Colour
    danger: Colour
    danger_ink: Colour
    wash: int

    def __init__(self, name: str) -> None:
        """Read a theme of ``resources/themes/``."""
        super().__init__()
        self.colours: dict[str, Colour] = {}
        self._derived: dict[tuple[str, float], str] = {}
        self._read(name)

    @classmethod
    def load(cls, name: str) -> Theme:
        """Return a theme of ``resources/themes/``."""
        return cls(name)

    def become(self, name: str) -> None:
        """Take the colours of another theme, and tell of it."""
        self._read(name)
        self.changed.emit()

    def _read(self, name: str) -> None:
        data = json.loads(resource("themes", f"{name}.json").read_text("utf-8"))
        self.name, self.dark, self.wash = name, data["dark"], data["wash"]
        for role, value in data["colours"].items():
            colour = Colour(value)
            colour.role = role
            self.colours[role] = colour
            setattr(self, role, colour)
        self._derived.clear()

    # Kinds of tag: their colours are the user's, and may be any

    def mark(self, colour: str) -> str:
        """Return a kind's colour for lines and dots: it stands out from all they lie on."""
        return self._legible(colour, GRAPHIC)

    def words(self, colour: str) -> str:
        """Return a kind's colour for words."""
        return self._legible(colour, TEXT)

    def tint(self, colour: str) -> QColor:
        """Return a kind's colour as a wash on the paper: opaque, so that washes never mix.

        A colour so light or so dark that words and marks would not stand out from
        its wash has a thinner one.
        """
        key = colour, 0.0
        if key not in self._derived:
            seen = legible(colour, self._grounds, GRAPHIC)
            share = self.wash / 100
            while not self._carries(wash := mixed(self.paper, seen, share).name()):
                share -= 0.01
            self._derived[key] = wash
        return QColor(self._derived[key])

    @property
    def _grounds(self) -> tuple[str, ...]:
        return self.paper, self.panel, self.raised, self.chosen

    def _carries(self, wash: str) -> bool:
        """Return whether all that stands on a wash stands out from it."""
        words = (contrast(ink, wash) >= TEXT for ink in (self.ink, self.soft_ink))
        marks = (contrast(mark, wash) >= GRAPHIC for mark in (self.change, self.weak))
        return all(words) and all(marks)

    def _legible(self, colour: str, least: float) -> str:
        key = colour, least
        if key not in self._derived:
            grounds = (*self._grounds, self.tint(colour).name())
            self._derived[key] = legible(colour, grounds, least)
        return self._derived[key]


def mixed(under: str, over: str, share: float) -> QColor:
    """Return ``share`` of one colour over another."""
    a, b = QColor(under), QColor(over)
    return QColor.fromRgbF(
        a.redF() + (b.redF() - a.redF()) * share,
        a.greenF() + (b.greenF() - a.greenF()) * share,
        a.blueF() + (b.blueF() - a.blueF()) * share,
    )
