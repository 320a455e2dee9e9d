"""Values read from JSON, refused where they are of another type than the field's."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Set

Value = str | int | float
"""What an attribute holds."""

Unknown = tuple[tuple[str, str], ...]
"""Fields of a newer format: their names, and their values as JSON, which a value can hold."""


def text(value: object) -> str:
    """Return a text.

    Raises:
        TypeError: If it is none; nothing is turned into one (null is not "None").
    """
    if not isinstance(value, str):
        msg = f"not a text: {value!r}"
        raise TypeError(msg)
    return value


def flag(value: object) -> bool:
    """Return true or false.

    Raises:
        TypeError: If it is neither ("false" is a text).
    """
    if not isinstance(value, bool):
        msg = f"not true or false: {value!r}"
        raise TypeError(msg)
    return value


def offset(value: object) -> int:
    """Return an offset in code points.

    Raises:
        TypeError: If it is no whole number.
    """
    if not isinstance(value, int) or isinstance(value, bool):
        msg = f"not an offset: {value!r}"
        raise TypeError(msg)
    return value


def attributes(value: object) -> dict[str, Value]:
    """Return the values of a tag's attributes, by name.

    Raises:
        TypeError: If it is no object, or holds what is neither text nor number.
        ValueError: If a number is one that JSON does not have (NaN, infinity).
    """
    if not isinstance(value, Mapping):
        msg = f"not attributes: {value!r}"
        raise TypeError(msg)
    return {text(name): _attribute(held) for name, held in value.items()}


def _attribute(value: object) -> Value:
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        msg = f"not an attribute's value: {value!r}"
        raise TypeError(msg)
    if isinstance(value, float) and not math.isfinite(value):
        msg = f"not a number: {value!r}"
        raise ValueError(msg)
    return value


def unknown(data: Mapping[str, Any], names: Set[str]) -> Unknown:
    """Return the fields of an object that are none of those named."""
    if data.keys() <= names:
        return ()
    return tuple((name, json.dumps(data[name])) for name in data if name not in names)


def known(fields: Unknown) -> dict[str, Any]:
    """Return fields that :func:`unknown` kept, as they are written."""
    return {name: json.loads(value) for name, value in fields}
