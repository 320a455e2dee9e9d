"""Corrections of the conversion: made, taken back, merged, kept from older programs."""

from __future__ import annotations

import errno
import json
import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.annotation.operation import CorrectionEdit, Operation, key_of
from reader.text.glossary import Correction, Glossary
from reader.text.script import Script
from reader.workspace import RefusedError, Workspace, editing
from reader.workspace.checks.check import check
from reader.workspace.files.manifest import read_manifest
from reader.workspace.memory.corrections import in_order, with_corrections, without_corrections
from tests.annotation.strategies import CORRECTIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from reader.annotation.annotation import Annotation
    from reader.workspace import ChangeSet

    Tag = Callable[..., Annotation]
    Open = Callable[..., Workspace]

TAIWAN = frozenset([Script.TAIWAN])
CADRE = Correction("干部", "幹部", TAIWAN)
NAME = Correction("云姑娘", "云姑娘")
CONVERTED = [script for script in Script if script is not Script.ORIGINAL]


def shown(glossary: Iterable[Correction], words: str, script: Script) -> str | None:
    """Return what a glossary shows for words."""
    pairs = Glossary(tuple(glossary)).corrections(script).pairs
    return dict(pairs).get(words)


def test_a_correction_is_made_undone_and_there_after_opening_again(
    workspace: Workspace, open_again: Open
) -> None:
    told: list[ChangeSet] = []
    workspace.subscribe(told.append)
    changes = workspace.apply(editing.correct(workspace, CADRE))
    assert changes.glossary
    assert changes
    assert told == [changes]
    assert (dict(changes.annotations), changes.articles, changes.touched) == (
        {},
        frozenset(),
        frozenset(),
    )
    assert workspace.undo_label == "Correct conversion"
    workspace.apply(editing.correct(workspace, NAME))
    assert list(workspace.glossary.entries) == [NAME, CADRE]
    workspace.undo()
    assert list(workspace.glossary.entries) == [CADRE]
    workspace.redo()
    workspace.close()
    again = open_again()
    assert again.problems == ()
    assert list(again.glossary.entries) == [NAME, CADRE]
    assert again.undo_label == "Correct conversion"
    assert again.undo() is not None
    assert again.undo() is not None
    assert list(again.glossary.entries) == []


def test_another_reading_of_the_same_words_takes_its_place(workspace: Workspace) -> None:
    workspace.apply(editing.correct(workspace, CADRE))
    other = Correction("干部", "乾部", TAIWAN)
    operation = editing.correct(workspace, other)
    assert operation.edits == (CorrectionEdit(CADRE, other),)
    workspace.apply(operation)
    assert workspace.glossary.entries == (other,)
    assert editing.correct(workspace, other).edits == ()


def test_a_correction_takes_the_place_of_one_of_other_words(workspace: Workspace) -> None:
    workspace.apply(editing.correct(workspace, CADRE))
    longer = Correction("好干部", "好幹部", TAIWAN)
    workspace.apply(editing.correct(workspace, longer, instead_of=CADRE))
    assert workspace.glossary.entries == (longer,)
    workspace.undo()
    assert workspace.glossary.entries == (CADRE,)
    with pytest.raises(RefusedError, match="There is no correction of “好干部” as “好幹部” in "):
        editing.correct(workspace, CADRE, instead_of=longer)


def test_many_come_and_go_as_one_step(workspace: Workspace, open_again: Open) -> None:
    many = [Correction(f"第{number}", f"苐{number}") for number in range(300)]
    workspace.apply(editing.correct_all(workspace, [*many, Correction("第7", "弟7")]))
    assert workspace.undo_label == "Import corrections"
    assert len(workspace.glossary.entries) == 300
    assert shown(workspace.glossary.entries, "第7", Script.TAIWAN) == "弟7"
    assert editing.correct_all(workspace, many[8:]).edits == ()
    workspace.apply(editing.uncorrect(workspace, many[100:]))
    assert workspace.undo_label == "Remove correction"
    assert len(workspace.glossary.entries) == 100
    with pytest.raises(RefusedError, match="it may have been removed"):
        editing.uncorrect(workspace, [many[200]])
    with pytest.raises(RefusedError, match="There is no correction of “第7” as “苐7” in "):
        editing.uncorrect(workspace, [many[7]])
    workspace.undo()
    workspace.undo()
    assert workspace.glossary.entries == ()
    workspace.redo()
    workspace.close()
    assert len(open_again().glossary.entries) == 300


@given(st.lists(CORRECTIONS, max_size=6))
@example([CADRE, Correction("干部", "干部", frozenset([Script.HONG_KONG])), CADRE])
def test_a_correction_that_is_made_holds_in_its_scripts_and_changes_no_other(
    made: list[Correction],
) -> None:
    corrections: dict[object, Correction] = {}
    expected: dict[tuple[str, Script], str] = {}
    for one in made:
        corrections = dict(with_corrections(corrections, [one]))  # type: ignore[arg-type]
        expected |= {
            (one.words, script): one.shown for script in CONVERTED if one.holds_for(script)
        }
    assert all(key == key_of(one) for key, one in corrections.items())
    found = {
        (one.words, script): shown(in_order(corrections.values()), one.words, script)
        for one in made
        for script in CONVERTED
    }
    assert {key: value for key, value in found.items() if value is not None} == expected
    assert dict(with_corrections({}, made)) == corrections


@given(st.lists(CORRECTIONS, unique_by=key_of), st.randoms())
def test_the_order_is_that_of_the_corrections_alone(
    corrections: list[Correction], chance: object
) -> None:
    shuffled = corrections.copy()
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert in_order(shuffled) == in_order(corrections)


@given(st.lists(CORRECTIONS, unique_by=key_of))
def test_one_that_shows_something_else_is_not_taken_out(corrections: list[Correction]) -> None:
    known = {key_of(one): one for one in corrections}
    others = [Correction(one.words, one.shown + "他", one.scripts) for one in corrections]
    assert without_corrections(known, others) == known
    assert without_corrections(known, corrections) == {}


def test_each_script_named_is_the_same_as_every_script(workspace: Workspace) -> None:
    workspace.apply(editing.correct(workspace, Correction("云", "云", frozenset(CONVERTED))))
    assert workspace.glossary.entries == (Correction("云", "云"),)


def test_two_writers_corrections_are_united_and_the_later_one_counts(
    workspace: Workspace, open_again: Open
) -> None:
    other = open_again("mei")
    workspace.apply(editing.correct(workspace, CADRE))
    other.apply(editing.correct(other, NAME))
    # Out of sight of each other, but her clock is the higher.
    other.apply(editing.correct(other, Correction("干部", "乾部", TAIWAN)))
    workspace.apply(editing.correct(workspace, Correction("里", "裡")))
    again = open_again()
    assert again.problems == ()
    assert again.glossary.entries == (
        NAME,
        Correction("里", "裡"),
        Correction("干部", "乾部", TAIWAN),
    )
    assert open_again().glossary == again.glossary
    assert check(workspace.folder) == []


def refusal(workspace: Workspace, *edits: CorrectionEdit) -> str:
    before = workspace.glossary, workspace.undo_label
    with pytest.raises(RefusedError) as error:
        workspace.apply(Operation("Correct conversion", edits))
    assert (workspace.glossary, workspace.undo_label) == before
    return str(error.value)


def test_an_edit_that_does_not_fit_is_refused(workspace: Workspace) -> None:
    workspace.apply(editing.correct(workspace, CADRE))
    other = Correction("干部", "乾部", TAIWAN)
    assert refusal(workspace, CorrectionEdit(None, other)) == (
        "“Correct conversion” was not done: the correction was changed in the meantime; "
        "look at it again and repeat the edit."
    )
    assert "in the meantime" in refusal(workspace, CorrectionEdit(NAME, None))
    assert "an edit of nothing" in refusal(workspace, CorrectionEdit(None, None))
    assert "stays of its words and scripts" in refusal(workspace, CorrectionEdit(CADRE, NAME))
    twice = CorrectionEdit(None, NAME)
    assert "the same thing twice" in refusal(workspace, twice, twice)
    workspace.apply(Operation("Both", (CorrectionEdit(CADRE, other), twice)))


def test_a_change_that_comes_to_nothing_is_no_change_of_the_glossary(workspace: Workspace) -> None:
    workspace.apply(editing.correct(workspace, CADRE))
    changes = workspace.apply(Operation("Nothing", (CorrectionEdit(CADRE, CADRE),)))
    assert not changes.glossary


def test_a_workspace_with_corrections_is_closed_to_older_programs(
    workspace: Workspace, folder: Path, tag: Tag, open_again: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    manifest = folder / "workspace.json"
    manifest.write_text(json.dumps(json.loads(manifest.read_text("utf-8")) | {"owner": "lin"}))
    made = tag(workspace, 0, 3)
    assert read_manifest(folder).version == 1
    workspace.apply(editing.correct(workspace, CADRE))
    assert read_manifest(folder).version == 2
    assert json.loads(manifest.read_text("utf-8"))["owner"] == "lin"
    content = manifest.stat().st_ino
    workspace.apply(editing.correct(workspace, NAME))
    workspace.undo()
    assert manifest.stat().st_ino == content, "raised once, not written again and again"
    workspace.close()
    # What a program does that knows only version 1.
    monkeypatch.setattr("reader.workspace.journals.opening.VERSION", 1)
    older = open_again()
    assert "because a newer Wenmai wrote it (format 2, this one knows 1)" in older.read_only
    assert dict(older.annotations) == {made.id: made}
    with pytest.raises(RefusedError, match="a newer Wenmai wrote it"):
        older.apply(editing.untag(older, [made.id]))


def test_the_version_is_raised_before_the_first_correction_is_written(
    workspace: Workspace, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    versions = []
    assert workspace._own is not None
    journal = workspace._own._journal
    append = journal.append

    def record(line: bytes) -> None:
        versions.append(read_manifest(folder).version)
        append(line)

    monkeypatch.setattr(journal, "append", record)
    workspace.apply(editing.correct(workspace, CADRE))
    assert versions == [2]


@pytest.mark.parametrize("fault", ["disk", "damage"])
def test_a_correction_is_refused_where_the_version_cannot_be_raised(
    workspace: Workspace, folder: Path, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    manifest = folder / "workspace.json"
    content = manifest.read_bytes()

    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        if fault == "disk":
            patch.setattr(os, "write", fail)
        else:
            manifest.write_bytes(b"{")
        sentence = refusal(workspace, CorrectionEdit(None, CADRE))
    why = "No space left on device" if fault == "disk" else "is damaged"
    assert sentence.startswith(
        f"“Correct conversion” was not done, because {manifest} could not be renewed ("
    )
    assert why in sentence
    assert sentence.endswith("free some space or check the drive, and repeat it.")
    assert not list(folder.rglob("*.jsonl"))
    manifest.write_bytes(content)
    workspace.apply(editing.correct(workspace, CADRE))


def test_a_read_only_workspace_is_not_corrected(workspace: Workspace, folder: Path) -> None:
    workspace.read_only = "It is open for reading only."
    with pytest.raises(RefusedError, match="for reading only"):
        workspace.apply(editing.correct(workspace, CADRE))
    assert read_manifest(folder).version == 1
