"""A tag in words, as rich text for what is shown beside the pointer, and for its versions."""

from __future__ import annotations

from datetime import datetime
from html import escape
from typing import TYPE_CHECKING

from reader.language import tr
from reader.text.paragraphs import LINE_END
from reader.ui.kinds import shown_value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.annotation.annotation import Annotation
    from reader.annotation.tag_set import TagSet
    from reader.ui.theme import Theme

_LONGEST_QUOTE = 120


def annotation_html(annotation: Annotation, tag_set: TagSet, theme: Theme) -> str:
    """Return a tag's kind, source quote, attributes and note as rich text.

    Whatever comes from an article or a user is escaped.
    """
    kind = tag_set.get(annotation.kind)
    label = tr(kind.label) if kind else annotation.kind
    colour = theme.words(kind.colour) if kind else theme.soft_ink
    quote = annotation.quote.replace("\r\n", "⏎").replace("\n", "⏎")
    if len(quote) > _LONGEST_QUOTE:
        quote = quote[: _LONGEST_QUOTE - 1] + "…"
    lines = [
        f'<span style="color:{colour}">● <b>{escape(label)}</b></span>',
        tr("“{words}”").format(words=escape(quote)),
    ]
    for name, value in annotation.attributes.items():
        attribute = kind.attribute(name) if kind else None
        shown = tr(attribute.label) if attribute else name
        said = escape(shown_value(attribute, value))
        lines.append(f'<span style="color:{theme.soft_ink}">{escape(shown)}</span> {said}')
    if annotation.note:
        lines.append(f"<i>{escape(annotation.note)}</i>")
    return f'<div style="white-space:nowrap">{"<br>".join(lines)}</div>'


def version_html(
    version: Annotation, others: Sequence[Annotation], tag_set: TagSet, theme: Theme
) -> str:
    """Return one version of a tag as rich text; what no other one says stands on a ground.

    Whatever comes from an article or a user is escaped.
    """
    kind = tag_set.get(version.kind)
    colour = theme.mark(kind.colour) if kind else theme.soft_ink
    label = tr(kind.label) if kind else version.kind

    def marked(html: str, *, differs: bool) -> str:
        ground = f"background-color:{theme.match}"
        return f'<span style="{ground}">{html}</span>' if differs and others else html

    quote = LINE_END.sub("⏎", version.quote)
    quote = quote if len(quote) <= _LONGEST_QUOTE else f"{quote[:_LONGEST_QUOTE]}…"
    elsewhere = all((one.article, one.span) != (version.article, version.span) for one in others)
    other_kind = all(one.kind != version.kind for one in others)
    lines = [
        f'<span style="color:{colour}">●</span> '
        + marked(f"<b>{escape(label)}</b>", differs=other_kind),
        marked(tr("“{words}”").format(words=escape(quote)), differs=elsewhere),
    ]
    names = dict.fromkeys(
        [*version.attributes, *(name for one in others for name in one.attributes)]
    )
    for name in names:
        attribute = kind.attribute(name) if kind else None
        value = version.attributes.get(name)
        differs = all(one.attributes.get(name) != value for one in others)
        if value is None and not differs:
            continue
        shown = "—" if value is None else escape(shown_value(attribute, value))
        title = escape(tr(attribute.label) if attribute else name)
        lines.append(
            f'<span style="color:{theme.soft_ink}">{title}</span> {marked(shown, differs=differs)}'
        )
    other_note = all(one.note != version.note for one in others)
    if version.note or (other_note and others):
        note = escape(version.note).replace("\n", "<br>") or "—"
        lines.append(marked(f"<i>{note}</i>", differs=other_note))
    return "<br>".join(lines)


def local_time(moment: str, *, seconds: bool = False) -> str:
    """Return a moment (UTC, ISO 8601) by the clock on the wall; as it is where it is none."""
    try:
        local = datetime.fromisoformat(moment).astimezone()
    except (ValueError, OverflowError, OSError):
        return moment
    return local.strftime("%Y-%m-%d %H:%M:%S" if seconds else "%Y-%m-%d %H:%M")
