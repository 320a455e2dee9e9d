"""Themes: every colour of the window, as data in ``resources/themes/``."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields

from PySide6.QtGui import QColor

from reader.assets import resource


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of the window, each ``#rrggbb``.

    Attributes:
        paper: Behind the text that is read.
        panel: Behind the panels.
        raised: Behind fields and the rows of lists.
        ink: Text.
        soft_ink: Text of the second rank.
        line: Lines between areas.
        accent: What is chosen or has the focus.
        accent_ink: Text on the accent.
        chosen: Behind a chosen row.
        selection: Behind a selected passage.
        match: Behind what was found.
        current_match: Behind the found passage that the reader is at.
        change: Under characters that the conversion changed.
        ambiguous: Under characters that the conversion had to choose for.
        danger: Sentences about what was not done.
        wash: How much of a kind's colour stands in a highlight, in hundredths.
    """

    paper: str
    panel: str
    raised: str
    ink: str
    soft_ink: str
    line: str
    accent: str
    accent_ink: str
    chosen: str
    selection: str
    match: str
    current_match: str
    change: str
    ambiguous: str
    danger: str
    wash: int

    @classmethod
    def load(cls, name: str) -> Theme:
        """Read a theme of ``resources/themes/``."""
        data = json.loads(resource("themes", f"{name}.json").read_text("utf-8"))
        return cls(**{field.name: data[field.name] for field in fields(cls)})

    def tint(self, colour: str) -> QColor:
        """Return a kind's colour as a wash on the paper: opaque, so that washes never mix."""
        return mixed(self.paper, colour, self.wash / 100)


def mixed(under: str, over: str, share: float) -> QColor:
    """Return ``share`` of one colour over another."""
    a, b = QColor(under), QColor(over)
    return QColor.fromRgbF(
        a.redF() + (b.redF() - a.redF()) * share,
        a.greenF() + (b.greenF() - a.greenF()) * share,
        a.blueF() + (b.blueF() - a.blueF()) * share,
    )
