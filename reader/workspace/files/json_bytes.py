"""JSON as the store writes and reads it: UTF-8, strict, any text."""

from __future__ import annotations

import json
from typing import Any, NoReturn

import msgspec

from reader.language import tr


def compact(data: Any) -> bytes:  # noqa: ANN401 (JSON is any)
    """Return ``data`` as JSON on one line.

    Raises:
        ValueError: If it holds a number that JSON cannot write (infinity).
        TypeError: If it holds something that JSON cannot write.
    """
    return _encoded(data, None, (",", ":"))


def pretty(data: Any) -> bytes:  # noqa: ANN401 (JSON is any)
    """Return ``data`` as JSON for people to read, with a line end at its end.

    Raises:
        ValueError, TypeError: As :func:`compact` does.
    """
    return _encoded(data, 2, (",", ": ")) + b"\n"


def _encoded(data: object, indent: int | None, separators: tuple[str, str]) -> bytes:
    def dumped(*, ascii_only: bool) -> bytes:
        return json.dumps(
            data,
            ensure_ascii=ascii_only,
            indent=indent,
            separators=separators,
            allow_nan=False,
        ).encode()

    try:
        return dumped(ascii_only=False)
    except UnicodeEncodeError:
        # A lone surrogate, as a damaged paste holds it: JSON can only escape it.
        return dumped(ascii_only=True)


def _refuse(constant: str) -> NoReturn:
    msg = tr("{constant} is not JSON").format(constant=constant)
    raise ValueError(msg)


_FAST = msgspec.json.Decoder()
_DECODER = json.JSONDecoder(parse_constant=_refuse)


def parse(data: bytes) -> Any:  # noqa: ANN401 (JSON is any)
    """Read JSON.

    Raises:
        ValueError: If ``data`` is not JSON in UTF-8, whatever is wrong with it.
    """
    try:
        return _FAST.decode(data)
    except (ValueError, RecursionError):
        # It refuses a little that Python's own reads: lone surrogates, numbers past a double.
        return _parse_slowly(data)


def _parse_slowly(data: bytes) -> Any:  # noqa: ANN401 (JSON is any)
    try:
        return _DECODER.decode(data.decode())
    except RecursionError:
        msg = tr("nested too deeply")
        raise ValueError(msg) from None
