"""What goes wrong with a corpus, as a sentence for the user."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from reader.language import tr

if TYPE_CHECKING:
    from types import ModuleType


class CorpusError(Exception):
    """A corpus or its output cannot be worked on; the message is one sentence for the user."""


class WorkerError(CorpusError):
    """No worker can do any shard; the message is one sentence for the user."""


def library(name: str) -> ModuleType:
    """Return a library of the extra ``corpus``, loaded.

    Raises:
        CorpusError: If it is not installed.
    """
    try:
        return import_module(name)
    except ImportError:
        msg = tr(
            "{library} is not installed; a corpus needs it, so install it with: "
            'pip install "wenmai[corpus]"'
        ).format(library=name.partition(".")[0])
        raise CorpusError(msg) from None
