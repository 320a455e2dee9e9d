from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from reader.workspace.journals import writer as module
from reader.workspace.journals.writer import claim_writer

if TYPE_CHECKING:
    from pathlib import Path


def test_the_same_machine_is_the_same_writer_again(tmp_path: Path) -> None:
    first = claim_writer(tmp_path, "w", tmp_path)
    first.release()
    second = claim_writer(tmp_path, "w", tmp_path)
    second.release()
    assert second.id == first.id
    assert re.fullmatch("[a-z2-7]{10}", first.id)


def test_a_second_window_is_another_writer_until_the_first_is_closed(tmp_path: Path) -> None:
    first, second = claim_writer(tmp_path, "w", tmp_path), claim_writer(tmp_path, "w", tmp_path)
    assert first.id != second.id
    first.release()
    third = claim_writer(tmp_path, "w", tmp_path)
    assert third.id == first.id
    second.release()
    third.release()


def test_every_workspace_has_its_own_writers(tmp_path: Path) -> None:
    one, two = claim_writer(tmp_path, "one", tmp_path), claim_writer(tmp_path, "two", tmp_path)
    assert one.id != two.id
    one.release()
    two.release()


@pytest.mark.parametrize(
    "content", [b"", b"[]", b'{"writer":7}', b'{"writer":"../../../x"}', b"{}", b"\xff"]
)
def test_an_identity_that_cannot_be_read_is_replaced(tmp_path: Path, content: bytes) -> None:
    first = claim_writer(tmp_path, "w", tmp_path)
    first.release()
    (tmp_path / "writers" / "w" / "1.json").write_bytes(content)
    second = claim_writer(tmp_path, "w", tmp_path)
    second.release()
    assert re.fullmatch("[a-z2-7]{10}", second.id)
    assert second.id != first.id
    third = claim_writer(tmp_path, "w", tmp_path)
    third.release()
    assert third.id == second.id


def test_an_identity_that_cannot_be_kept_is_not_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(module, "write_durably", fail)
        with pytest.raises(OSError, match="No space") as error:
            claim_writer(tmp_path, "w", tmp_path)
    assert error.value.__traceback__, "the frames that hold the lock are alive"
    claimed = claim_writer(tmp_path, "w", tmp_path)
    assert (tmp_path / "writers" / "w" / "1.json").exists()
    claimed.release()
