"""Writes the table of formats in docs/formats.md from what the exporters say of themselves.

Run it as ``.venv/bin/python docs/formats.py``.
"""

from __future__ import annotations

from pathlib import Path

from reader.exporters import exporters

PAGE = Path(__file__).with_suffix(".md")
START = "<!-- made by docs/formats.py -->\n"
END = "<!-- end of what is made -->\n"


def table() -> str:
    """Return the table of the formats that tags are written in."""
    lines = [
        "| `--format` | file | counts in | has no place for | what we do about it | read by |",
        "|---|---|---|---|---|---|",
    ]
    for one in exporters():
        name = one.label if one.extra is None else f"{one.label} (extra `{one.extra}`)"
        cells = (
            f"`{one.name}`",
            f"{name}, `{one.suffix}`",
            one.offsets.value,
            ", ".join(one.loses) or "nothing",
            one.remedy or "",
            one.proof,
        )
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def page(written: str) -> str:
    """Return the page with its table made anew."""
    before, rest = written.split(START)
    _, after = rest.split(END)
    return f"{before}{START}{table()}{END}{after}"


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
