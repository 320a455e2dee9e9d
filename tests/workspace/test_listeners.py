from __future__ import annotations

import pytest

from reader.workspace.memory.changes import ChangeSet
from reader.workspace.memory.listeners import Listeners

ONE, TWO = ChangeSet(articles=frozenset("1")), ChangeSet(articles=frozenset("2"))


def test_everyone_is_told_once_in_the_order_they_came() -> None:
    listeners, told = Listeners(), []
    listeners.add(lambda changes: told.append(("a", changes)))
    listeners.add(lambda changes: told.append(("b", changes)))
    listeners.tell(ONE)
    assert told == [("a", ONE), ("b", ONE)]


def test_whoever_left_is_not_told_even_while_others_are(
    caplog: pytest.LogCaptureFixture,
) -> None:
    listeners = Listeners()
    told: list[str] = []
    listeners.add(lambda _: leave())
    leave = listeners.add(lambda _: told.append("left"))
    listeners.add(lambda _: told.append("stayed"))
    listeners.tell(ONE)
    leave()
    listeners.tell(TWO)
    assert told == ["stayed", "stayed"]
    assert not caplog.records


def test_one_listener_subscribed_twice_leaves_once() -> None:
    listeners = Listeners()
    told: list[ChangeSet] = []
    leave = listeners.add(told.append)
    listeners.add(told.append)
    leave()
    listeners.tell(ONE)
    assert told == [ONE]


def test_a_change_made_by_a_listener_is_told_after_the_first_to_everyone() -> None:
    listeners = Listeners()
    told: list[tuple[str, ChangeSet]] = []

    def first(changes: ChangeSet) -> None:
        told.append(("a", changes))
        if changes is ONE:
            listeners.tell(TWO)

    listeners.add(first)
    listeners.add(lambda changes: told.append(("b", changes)))
    listeners.tell(ONE)
    assert told == [("a", ONE), ("b", ONE), ("a", TWO), ("b", TWO)]


def test_a_listener_that_fails_harms_no_other(caplog: pytest.LogCaptureFixture) -> None:
    listeners = Listeners()
    told: list[ChangeSet] = []

    def fail(_: ChangeSet) -> None:
        msg = "a panel's fault"
        raise RuntimeError(msg)

    listeners.add(fail)
    listeners.add(told.append)
    listeners.tell(ONE)
    listeners.tell(TWO)
    assert told == [ONE, TWO]
    assert "a panel's fault" in caplog.text


def test_an_interrupt_passes_and_leaves_the_listeners_usable() -> None:
    listeners = Listeners()
    told: list[ChangeSet] = []

    def interrupt(_: ChangeSet) -> None:
        raise KeyboardInterrupt

    leave = listeners.add(interrupt)
    with pytest.raises(KeyboardInterrupt):
        listeners.tell(ONE)
    leave()
    listeners.add(told.append)
    listeners.tell(TWO)
    assert told == [TWO]
