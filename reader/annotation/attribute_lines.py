"""A tag's attributes, each on one line of text: for formats that have a place for remarks only.

A line is ``name = value``, the value as JSON: ``value = 62``, ``unit = "场"``. So a number comes
back as a number, and whatever a text holds, it stays on its line. A name that is not made of
letters, digits, ``_``, ``-`` and ``.`` is written as JSON too.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

from reader.annotation.json_values import attributes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.annotation.json_values import Value

# What ends a line for one program or another, what XML forbids, and halves of surrogate pairs.
_ESCAPED: Final = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_PLAIN: Final = re.compile(r"[\w.-]+")
_ENCODE: Final = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
_LINE: Final = re.compile(r'\s*([\w.-]+|"(?:[^"\\]|\\.)*")\s*=\s*(.*\S)\s*')


def json_line(value: object) -> str:
    """Return a value as JSON that stays on one line of any file, and in XML.

    Raises:
        ValueError: If it is a number that JSON does not have (NaN, infinity).
    """
    return _ESCAPED.sub(_escape, _ENCODE(value))


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def attribute_line(name: str, value: Value) -> str:
    """Return an attribute as a line.

    Raises:
        ValueError: If the value is a number that JSON does not have.
    """
    shown = name if _PLAIN.fullmatch(name) else json_line(name)
    return f"{shown} = {json_line(value)}"


def attribute_lines(values: Mapping[str, Value]) -> str:
    """Return attributes as lines.

    Raises:
        ValueError: If one is a number that JSON does not have.
    """
    return "\n".join(attribute_line(name, value) for name, value in values.items())


def read_attribute_line(line: str) -> tuple[str, Value] | None:
    """Return the attribute that a line holds; ``None`` where it holds something else."""
    found = _LINE.fullmatch(line)
    if found is None:
        return None
    name, written = found.groups()
    try:
        shown = json.loads(name) if name.startswith('"') else name
        held = attributes({shown: json.loads(written)})
    except (TypeError, ValueError, RecursionError):
        return None
    return next(iter(held.items()))


def read_attribute_lines(written: str) -> tuple[dict[str, Value], str]:
    """Return the attributes that stand in a text, and the rest of it without their lines."""
    held: dict[str, Value] = {}
    rest: list[str] = []
    for line in written.split("\n"):
        found = read_attribute_line(line)
        if found is None:
            rest.append(line)
        else:
            held[found[0]] = found[1]
    return held, "\n".join(rest)
