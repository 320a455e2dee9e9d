"""Marked dictionaries: through them OpenCC tells which words it made longer or shorter.

A value of another length than its key is given marks, a private code point that
tells the key's length before it and another after. The marked text is made from
the installed dictionary once and kept in this machine's folder by OpenCC's
version and the dictionary's content; its first entry is the sum of the rest.
"""

from __future__ import annotations

import hashlib
import logging
from typing import TYPE_CHECKING, Any, Final

import opencc

from reader.durable import make_folder, replace_file
from reader.text.dictionaries import entries, share_folder
from reader.user import state_folder

if TYPE_CHECKING:
    from pathlib import Path

_log = logging.getLogger(__name__)

VERIFIED: Final = "1.4.2"
"""The version of OpenCC whose dictionaries were read, entry by entry, for what offsets rest on."""

MARK_BASE: Final = 0x10F000
"""Before a value: this and the key's length in code points."""
MARK_END: Final = "\U0010fffd"
"""After a value."""

# No text that reaches OpenCC holds it, so the entry that carries the sum never matches.
_SUM: Final = chr(MARK_BASE)


def marked_config(config: dict[str, Any], dictionary: str, folder: Path) -> dict[str, Any]:
    """Return a configuration with whole paths and one dictionary marked.

    Args:
        config: A configuration of OpenCC's; it is changed.
        dictionary: The file name of the dictionary that changes lengths.
        folder: A folder for the marked dictionary where this machine's cannot be written.

    Raises:
        OSError: If neither folder can be written, or OpenCC's cannot be read.
        subprocess.CalledProcessError: If OpenCC's own tool cannot read the dictionary.
    """
    marked = _marked(dictionary, folder)

    def point(node: object) -> None:
        if isinstance(node, list):
            for item in node:
                point(item)
        elif isinstance(node, dict):
            if node.get("file") == dictionary:
                node.update(type="text", file=str(marked))
            elif "file" in node:
                node["file"] = str(share_folder() / node["file"])
            for item in node.values():
                point(item)

    point(config)
    return config


def _marked(dictionary: str, folder: Path) -> Path:
    """Return the file of a marked dictionary; it is made where it is missing or damaged."""
    digest = hashlib.sha256((share_folder() / dictionary).read_bytes()).hexdigest()
    name = f"{dictionary.removesuffix('.ocd2')}-{opencc.__version__}-{digest[:16]}.txt"
    kept = state_folder() / "opencc" / name
    if _whole(kept):
        return kept
    body = "".join(
        f"{key}\t{_marked_value(key, value)}\n" for key, value in entries(dictionary)
    ).encode("utf-8")
    content = _first_line(body) + body
    try:
        make_folder(kept.parent)
        replace_file(kept, [content])
    except OSError as error:
        _log.info("%s is not kept: %s", name, error)
        kept = folder / name
        kept.write_bytes(content)
    return kept


def _whole(path: Path) -> bool:
    try:
        first, _end, body = path.read_bytes().partition(b"\n")
    except OSError:
        return False
    return first + b"\n" == _first_line(body)


def _first_line(body: bytes) -> bytes:
    return f"{_SUM}{hashlib.sha256(body).hexdigest()}\t{_SUM}\n".encode()


def _marked_value(key: str, value: str) -> str:
    if len(key) == len(value):
        return value
    return f"{chr(MARK_BASE + len(key))}{value}{MARK_END}"
