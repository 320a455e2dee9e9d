"""Lines come back into a journal from whole copies of it; what is there is never touched."""

from __future__ import annotations

import random

import pytest

from reader.annotation.operation import ArticleDetails, ArticleEdit, Operation
from reader.workspace.checks.mending import mended
from reader.workspace.files.entry import Entry

WRITER = "k3v7q2mz5a"


def line(seq: int, title: str = "新") -> bytes:
    edit = ArticleEdit("5d9dca9051cf2285", ArticleDetails("旧"), ArticleDetails(title))
    operation = Operation("Rename article", (edit,))
    time = "2026-11-22T08:00:00.000000Z"
    return Entry(WRITER, seq, seq, time, "lin", None, operation).to_line()


WHOLE = b"".join(line(seq) for seq in range(1, 8))


def content_of(damaged: bytes, *copies: bytes) -> bytes | None:
    found = mended(damaged, copies, WRITER)
    return None if found is None else found.content


def test_a_damaged_line_is_replaced_by_the_one_it_was() -> None:
    damaged = WHOLE.replace(line(3), b"?" * 20 + b"\n").replace(line(7), b"\0\n")
    found = mended(damaged, [WHOLE], WRITER)
    assert found is not None
    assert (found.content, found.number) == (WHOLE, 2)


@pytest.mark.parametrize("length", [0, 10, len(line(1)), len(WHOLE) - 300, len(WHOLE) - 1])
def test_a_journal_that_was_cut_short_gets_its_end_back(length: int) -> None:
    cut = WHOLE[:length]
    assert content_of(cut, WHOLE) == (None if length == len(WHOLE) - 1 else WHOLE)


def test_where_copies_hold_different_lines_all_come_back() -> None:
    assert content_of(line(4), line(1) + line(2), line(6) + line(7), line(3) + line(5)) == WHOLE


def test_what_is_there_already_is_believed_before_a_copy() -> None:
    assert content_of(WHOLE, line(3, "别的")) is None
    assert content_of(line(1), line(1, "别的") + line(2)) == line(1) + line(2)


def test_of_two_copies_the_first_is_believed() -> None:
    assert content_of(line(1), line(2), line(2, "别的")) == line(1) + line(2)


def test_damaged_lines_stay_where_not_as_many_came_back() -> None:
    damaged = line(1) + b"one\n" + b"two\n" + line(4)
    assert content_of(damaged, line(2)) == line(1) + b"one\ntwo\n" + line(2) + line(4)
    assert content_of(damaged, line(2) + line(3)) == b"".join(map(line, (1, 2, 3, 4)))


def test_a_line_that_is_being_written_stays_behind_what_came_back_before_it() -> None:
    tail = line(3)[:40]
    assert content_of(line(2) + tail, line(1)) == line(1) + line(2) + tail
    assert content_of(line(2) + tail, line(3)) == line(2) + line(3)


def test_carriage_returns_of_git_are_no_damage() -> None:
    content = WHOLE.replace(b"\n", b"\r\n")
    assert content_of(content, WHOLE) is None
    assert content_of(WHOLE.replace(line(3), b""), content) is not None


def test_whatever_is_damaged_nothing_whole_is_lost_and_nothing_is_there_twice() -> None:
    rng = random.Random(11)
    lines = WHOLE.splitlines(keepends=True)
    for _ in range(300):
        damaged = bytearray(WHOLE)
        for _ in range(rng.randrange(4)):
            place = rng.randrange(len(damaged))
            if rng.random() < 0.5:
                damaged[place] ^= 1 << rng.randrange(8)
            else:
                del damaged[place : place + rng.randrange(300)]
        copy = b"".join(rng.sample(lines, rng.randrange(len(lines))))
        copy += WHOLE[: rng.randrange(len(WHOLE))]
        found = content_of(bytes(damaged), copy) or bytes(damaged)
        left = [one for one in lines if one in bytes(damaged) or one in copy]
        for one in left:
            assert found.count(one) == 1
