"""The user's own corrections: one file that all of the user's windows share."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import given
from hypothesis import strategies as st

from reader.text.glossary import Correction, Glossary
from reader.text.script import Script
from reader.workspace import RefusedError, user_glossary
from tests.annotation.strategies import CORRECTIONS

CADRE = Correction("干部", "幹部", frozenset([Script.TAIWAN]))
NAME = Correction("云姑娘", "云姑娘")


def test_without_a_file_there_is_nothing_and_none_is_made(tmp_path: Path) -> None:
    assert user_glossary.load(tmp_path / "state") == user_glossary.UserGlossary(Glossary(), "")
    assert not (tmp_path / "state").exists()


def test_corrections_are_there_the_next_time(tmp_path: Path) -> None:
    state = tmp_path / "deep" / "state"
    assert user_glossary.amend(state, [], [CADRE, NAME]) == Glossary((NAME, CADRE))
    assert user_glossary.load(state) == user_glossary.UserGlossary(Glossary((NAME, CADRE)), "")
    assert (state / "glossary.tsv").read_bytes().decode() == (
        "云姑娘\t云姑娘\t\n干部\t幹部\tzh-Hant-TW\n"
    )
    assert user_glossary.amend(state, [NAME], []) == Glossary((CADRE,))
    assert user_glossary.load(state).glossary == Glossary((CADRE,))
    assert sorted(path.name for path in state.iterdir()) == ["glossary.lock", "glossary.tsv"]


@given(st.lists(st.tuples(st.lists(CORRECTIONS, max_size=2), st.booleans()), max_size=5))
def test_what_windows_do_in_turn_is_what_one_would_have_done(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[list[Correction], bool]]
) -> None:
    state = tmp_path_factory.mktemp("state")
    shown: dict[tuple[str, Script], str] = {}
    for corrections, made in steps:
        if made:
            user_glossary.amend(state, [], corrections)
            for one in corrections:
                shown |= {(one.words, script): one.shown for script in one.scripts or Script}
        else:
            everything = user_glossary.load(state).glossary.entries
            gone = {one.words for one in corrections}
            user_glossary.amend(state, [one for one in everything if one.words in gone], [])
            shown = {key: value for key, value in shown.items() if key[0] not in gone}
    loaded = user_glossary.load(state)
    assert loaded.problem == ""
    for script in Script:
        if script is not Script.ORIGINAL:
            pairs = {words: value for (words, held), value in shown.items() if held is script}
            assert dict(loaded.glossary.corrections(script).pairs) == pairs


def test_what_another_window_wrote_in_the_meantime_is_kept(tmp_path: Path) -> None:
    user_glossary.amend(tmp_path, [], [CADRE])
    user_glossary.amend(tmp_path, [], [NAME])
    assert user_glossary.amend(tmp_path, [Correction("里", "裡")], []).entries == (NAME, CADRE)


_CHILD = """
import sys
from pathlib import Path
from reader.text.glossary import Correction
from reader.workspace import user_glossary
for number in range(12):
    user_glossary.amend(Path(sys.argv[1]), [], [Correction(f"{sys.argv[2]}{number}", "字")])
"""


def test_windows_that_write_at_the_same_time_lose_nothing(tmp_path: Path) -> None:
    children = [
        subprocess.Popen(
            [sys.executable, "-c", _CHILD, tmp_path, name], cwd=Path(__file__).parents[2]
        )
        for name in ("甲", "乙")
    ]
    assert [child.wait() for child in children] == [0, 0]
    assert len(user_glossary.load(tmp_path).glossary.entries) == 24


DAMAGED = b"# mine\n\xe5\xb9\xb2\tx\n\xff\xfe\t\xff\nno tabs\n\r\n\xe9\x87\x8c\t\xe8\xa3\xa1\n"


def test_a_damaged_line_is_told_and_never_thrown_away(tmp_path: Path) -> None:
    path = tmp_path / "glossary.tsv"
    path.write_bytes(DAMAGED)
    loaded = user_glossary.load(tmp_path)
    assert loaded.glossary.entries == (Correction("干", "x"), Correction("里", "裡"))
    assert loaded.problem == (
        f"Line 3 of {path} is no correction, nor is 1 more; every other one counts, so mend it "
        "there, or it is set aside when you next correct something for all your workspaces."
    )
    assert path.read_bytes() == DAMAGED
    user_glossary.amend(tmp_path, [], [NAME])
    assert (tmp_path / "glossary.tsv.damaged-1").read_bytes() == DAMAGED
    assert path.read_text("utf-8") == "# mine\n云姑娘\t云姑娘\t\n干\tx\t\n里\t裡\t\n"
    assert user_glossary.load(tmp_path).problem == ""
    for damaged in (b"1\n", b"1\n2\n3\n"):
        path.write_bytes(damaged)
        more = "" if damaged == b"1\n" else ", nor are 2 more"
        assert f"Line 1 of {path} is no correction{more};" in user_glossary.load(tmp_path).problem
        user_glossary.amend(tmp_path, [], [NAME])
    assert (tmp_path / "glossary.tsv.damaged-3").read_bytes() == damaged


def test_a_comment_in_another_encoding_is_kept_byte_by_byte(tmp_path: Path) -> None:
    path = tmp_path / "glossary.tsv"
    path.write_bytes(b"\xef\xbb\xbf#\xff\xe4\n")
    user_glossary.amend(tmp_path, [], [CADRE])
    assert path.read_bytes().startswith(b"#\xff\xe4\n")
    assert user_glossary.load(tmp_path) == user_glossary.UserGlossary(Glossary((CADRE,)))


def test_a_file_that_cannot_be_read_is_told_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "glossary.tsv"
    path.mkdir()
    loaded = user_glossary.load(tmp_path)
    assert loaded.glossary == Glossary()
    assert loaded.problem == (
        f"Your corrections in {path} could not be read (Is a directory), so they do not count; "
        "make the file readable and start again."
    )
    with pytest.raises(RefusedError, match="so they were not changed; free some space"):
        user_glossary.amend(tmp_path, [], [CADRE])
    assert path.is_dir()


def test_a_full_disk_refuses_and_keeps_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    user_glossary.amend(tmp_path, [], [CADRE])

    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fail)
        with pytest.raises(RefusedError) as error:
            user_glossary.amend(tmp_path, [], [NAME])
    assert str(error.value) == (
        f"Your corrections could not be saved in {tmp_path / 'glossary.tsv'} (No space left on "
        "device), so they were not changed; free some space or check the drive, and repeat it."
    )
    assert user_glossary.load(tmp_path).glossary.entries == (CADRE,)
    assert len(list(tmp_path.iterdir())) == 2


def test_a_window_that_goes_on_writing_is_waited_for_and_then_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(user_glossary, "_PATIENCE", 0.01)
    with (
        FileLock(tmp_path / "glossary.lock"),
        pytest.raises(RefusedError, match="because another window is writing"),
    ):
        user_glossary.amend(tmp_path, [], [NAME])
    assert user_glossary.amend(tmp_path, [], [NAME]).entries == (NAME,)


def test_the_products_own_corrections_are_there_if_their_file_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def missing() -> Glossary:
        raise FileNotFoundError

    monkeypatch.setattr(Glossary, "shipped", lambda: Glossary((CADRE,)))
    assert user_glossary.shipped() == Glossary((CADRE,))
    monkeypatch.setattr(Glossary, "shipped", missing)
    assert user_glossary.shipped() == Glossary()
