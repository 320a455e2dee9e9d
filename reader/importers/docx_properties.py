"""What a Word document says of itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

# What programs write who were told no name, in lower case.
_NOBODY: Final = frozenset(
    (
        "administrator",
        "admin",
        "user",
        "windows 用户",
        "windows user",
        "微软用户",
        "microsoft office user",
    )
) | {"python-docx", "unknown", "未知"}
_NO_TITLE = re.compile(
    r"Microsoft Word - .*|(?:文档|文件|Document)\s*\d*|无标题|Untitled", re.IGNORECASE
)


def properties_of(core: _Element | None) -> Mapping[str, str]:
    """Return what the document says of itself, without what programs fill in by themselves.

    So the day on which the file was made is left out: it says nothing of the article's.
    """
    said: dict[str, str] = {}
    for element in () if core is None else core.iterchildren("*"):
        said[str(element.tag).rpartition("}")[2]] = (element.text or "").strip()
    title, author = said.get("title", ""), said.get("creator", "")
    return {
        "title": "" if _NO_TITLE.fullmatch(title) else title,
        "author": "" if author.casefold() in _NOBODY else author,
    }
