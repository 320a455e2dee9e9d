"""Telling everyone once what changed."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.workspace.memory.changes import ChangeSet

Listener = Callable[["ChangeSet"], None]

_log = logging.getLogger(__name__)


class Listeners:
    """Those who are told of every change, in the order they came."""

    def __init__(self) -> None:
        """Begin with none."""
        self._listeners: dict[object, Listener] = {}
        self._waiting: deque[ChangeSet] = deque()
        self._telling = False

    def add(self, listener: Listener) -> Callable[[], None]:
        """Tell ``listener`` of every change from now on; return what ends that."""
        token = object()
        self._listeners[token] = listener

        def remove() -> None:
            self._listeners.pop(token, None)

        return remove

    def tell(self, changes: ChangeSet) -> None:
        """Tell everyone; a change that a listener makes is told after this one."""
        self._waiting.append(changes)
        if self._telling:
            return
        self._telling = True
        try:
            while self._waiting:
                self._tell_each(self._waiting.popleft())
        finally:
            self._telling = False

    def _tell_each(self, changes: ChangeSet) -> None:
        for token in tuple(self._listeners):
            listener = self._listeners.get(token)
            if listener is None:
                continue
            try:
                listener(changes)
            except Exception:  # noqa: BLE001 (a listener is anybody)
                # The change is made and durable; one panel's fault is not another's.
                _log.exception("a listener failed on a change of the workspace")
