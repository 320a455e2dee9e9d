"""Texts that every encoding of Unicode can hold."""

from __future__ import annotations


def encodable(text: str) -> str:
    r"""Return a text with each lone surrogate, which has no UTF-8, as its number: ``\ud800``."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
