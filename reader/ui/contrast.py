"""What the window asks of colours; they are ``#rrggbb``. This module knows no Qt."""

from __future__ import annotations

from reader.annotation.colours import GRAPHIC, TEXT, contrast, distance, luminance
from reader.annotation.legible import legible

__all__ = ["GRAPHIC", "TEXT", "contrast", "distance", "legible", "luminance"]
