"""A tag in words, as rich text for what is shown beside the pointer."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.annotation.annotation import Annotation
    from reader.annotation.tag_set import TagSet
    from reader.ui.theme import Theme

_LONGEST_QUOTE = 120


def annotation_html(annotation: Annotation, tag_set: TagSet, theme: Theme) -> str:
    """Return a tag's kind, source quote, attributes and note as rich text.

    Whatever comes from an article or a user is escaped.
    """
    kind = tag_set.get(annotation.kind)
    label, colour = (kind.label, kind.colour) if kind else (annotation.kind, theme.soft_ink)
    quote = annotation.quote.replace("\r\n", "⏎").replace("\n", "⏎")
    if len(quote) > _LONGEST_QUOTE:
        quote = quote[: _LONGEST_QUOTE - 1] + "…"
    lines = [
        f'<span style="color:{colour}">● <b>{escape(label)}</b></span>',
        f"“{escape(quote)}”",
    ]
    for name, value in annotation.attributes.items():
        attribute = kind.attribute(name) if kind else None
        shown = attribute.label if attribute else name
        lines.append(
            f'<span style="color:{theme.soft_ink}">{escape(shown)}</span> {escape(str(value))}'
        )
    if annotation.note:
        lines.append(f"<i>{escape(annotation.note)}</i>")
    return f'<div style="white-space:nowrap">{"<br>".join(lines)}</div>'
