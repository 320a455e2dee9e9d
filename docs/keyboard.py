"""Writes docs/keyboard.md from the data that the menus are made of.

Run it as ``.venv/bin/python docs/keyboard.py``.
"""

from __future__ import annotations

from pathlib import Path

from reader.annotation.tag_set import DEFAULT_TAG_SET
from reader.ui.actions import ACTIONS, MENUS, SURFACE_KEYS, Scope

PAGE = Path(__file__).with_suffix(".md")


def page() -> str:
    """Return the keyboard reference."""
    lines = [
        "# Keyboard",
        "",
        "Keys marked * work in the text only, so that they can be typed in fields. This page is",
        "made by `docs/keyboard.py` from the data that the menus are made of.",
        "",
        "## In the text",
        "",
        *_rows(
            [(kind.key, f"Tag as {kind.label.lower()} *") for kind in DEFAULT_TAG_SET]
            + list(SURFACE_KEYS)
        ),
    ]
    for menu in MENUS:
        rows = [
            (" or ".join(action.keys), _name(action.text, action.scope))
            for action in ACTIONS
            if action.menu.partition("/")[0] == menu and action.keys
        ]
        if rows:
            lines += ["", f"## {menu.replace('&', '')}", "", *_rows(rows)]
    return "\n".join(lines) + "\n"


def _rows(rows: list[tuple[str, str]]) -> list[str]:
    return ["| keys | do |", "|---|---|", *(f"| `{keys}` | {what} |" for keys, what in rows)]


def _name(text: str, scope: Scope) -> str:
    name = text.replace("&", "").rstrip("…")
    return f"{name} *" if scope is Scope.SURFACE else name


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
