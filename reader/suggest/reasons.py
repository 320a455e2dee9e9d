"""Reasons in words: the same few with the same few words in them, said thousands of times."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=4096)
def filled(template: str, field: str, word: str) -> str:
    """Return a sentence in the reader's language with its one field filled in."""
    return template.format(**{field: word})
