"""Writing XML piece by piece, so that no document stands in memory whole.

XML has no way to write control characters and halves of surrogate pairs: each becomes U+FFFD, one
for one, so that every offset stays as it is. Carriage returns, and line ends in attributes, are
written as references, or a reader would turn them into something else.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
REPLACEMENT: Final = "\ufffd"

_ILLEGAL: Final = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Most texts hold none of these, and to look is quicker than to write them anew.
_SPECIAL: Final = re.compile('[\0-\x1f&<>"\ud800-\udfff\ufffe\uffff]')
_IN_TEXT: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_IN_ATTRIBUTE: Final = _IN_TEXT | str.maketrans({'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})


def legal(text: str) -> str:
    """Return a text with U+FFFD in place of each character that XML does not have."""
    return _ILLEGAL.sub(REPLACEMENT, text)


def in_text(text: str) -> str:
    """Return a text as it is written between tags."""
    return legal(text).translate(_IN_TEXT) if _SPECIAL.search(text) else text


def in_attribute(text: str) -> str:
    """Return a text as it is written between double quotes."""
    return legal(text).translate(_IN_ATTRIBUTE) if _SPECIAL.search(text) else text


def opening(name: str, attributes: Mapping[str, str | None] | None = None) -> str:
    """Return an opening tag; attributes that are ``None`` are left out."""
    written = "".join(
        f' {key}="{in_attribute(value)}"'
        for key, value in (attributes or {}).items()
        if value is not None
    )
    return f"<{name}{written}>"


def element(
    name: str, attributes: Mapping[str, str | None] | None = None, content: str = ""
) -> str:
    """Return an element.

    Args:
        name: Its name.
        attributes: Its attributes; those that are ``None`` are left out.
        content: What stands in it, written already.
    """
    start = opening(name, attributes)
    return f"{start}{content}</{name}>" if content else f"{start[:-1]}/>"
