"""``wenmai import`` brings in what it can, and says in one sentence each what it cannot."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

from reader.text.article import Article, text_digest
from reader.workspace import Workspace, WorkspaceError
from tests.cli.conftest import TALK
from tests.importers import hostile

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    import pytest

    Run = Callable[..., Any]


def test_each_file_is_imported_and_named(
    run: Run, texts: dict[str, Path], tmp_path: Path, open_workspace: Run
) -> None:
    done = run("import", tmp_path / "ws", texts["talk"], texts["old"], "--create")
    talk, old = (text_digest(path.read_text("utf-8"))[:16] for path in texts.values())
    assert done.status == 0
    assert done.err == ""
    assert done.out == (
        f"{texts['talk']}: imported as {talk}, “社区讲座”\n"
        f"{texts['old']}: imported as {old}, “臺灣的社區”\n"
    )
    with open_workspace() as opened:
        assert [one.metadata["file"] for one in opened.articles.values()] == ["talk.txt", "old.txt"]
        assert opened.articles[old].text == texts["old"].read_bytes().decode("utf-8")


def test_the_rest_of_a_batch_comes_in_after_a_bad_file(
    run: Run, texts: dict[str, Path], tmp_path: Path
) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"\xff\xff\xfd\xfc")
    missing = tmp_path / "nothing.txt"
    done = run("import", "ws", bad, texts["talk"], missing, texts["old"], texts["talk"], "--create")
    assert done.status == 2
    assert [line.split(": ")[0] for line in done.out.splitlines()] == [
        str(texts["talk"]),
        str(texts["old"]),
    ]
    first, second, third = done.err.splitlines()
    assert first.startswith(f"{bad} is damaged, or in an encoding that is not known")
    assert second == f"{missing} does not exist; check its name."
    assert third.startswith(f"{texts['talk']}: “社区讲座” is in the workspace already")


def test_json_names_what_came_in_and_what_did_not(
    run: Run, texts: dict[str, Path], tmp_path: Path
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    done = run("import", "ws", texts["talk"], empty, "--create", "--json")
    assert done.status == 2
    data = json.loads(done.out)
    assert [(one["file"], one["title"]) for one in data["imported"]] == [
        (str(texts["talk"]), "社区讲座")
    ]
    assert data["refused"] == [{"file": str(empty), "reason": done.err.rstrip("\n")}]


def test_the_encoding_is_the_one_named(run: Run, tmp_path: Path, open_workspace: Run) -> None:
    (tmp_path / "old.txt").write_bytes("社区".encode("gb18030"))
    assert (
        "give the right one with --encoding" in run("import", "ws", "old.txt", "--create").refusal
    )
    assert run("import", "ws", "old.txt", "--encoding", "gb2312").status == 0
    with open_workspace() as opened:
        assert [one.text for one in opened.articles.values()] == ["社区"]


def test_an_encoding_that_was_told_is_shown(run: Run, tmp_path: Path) -> None:
    text = "社区建设的老粮站里，每周三晚上办一场讲座。"
    (tmp_path / "old.txt").write_bytes(text.encode("gb18030"))
    said = run("import", "ws", "old.txt", "--create").out
    assert said.endswith(f"“{text}” (GB18030)\n")
    (tmp_path / "tw.txt").write_bytes("社區裡的舊倉庫改成了共餐站，每週供應熱飯。".encode("big5"))
    (entry,) = json.loads(run("import", "ws", "tw.txt", "--json").out)["imported"]
    assert entry["encoding"] == "big5"
    (tmp_path / "later.txt").write_bytes(f"{text}来了三百人。".encode("utf-16"))
    said = run("import", "ws", "later.txt", "--replace", text).out
    assert "” (UTF-16), in the place of" in said


def test_a_folder_and_an_archive_bring_in_what_is_in_them(
    run: Run, tmp_path: Path, open_workspace: Run
) -> None:
    nested = tmp_path / "texts" / "2020"
    nested.mkdir(parents=True)
    for number in (10, 9):
        (nested / f"第{number}篇.txt").write_text(f"第{number}篇讲河边的书屋", "utf-8")
    (nested / "bad.txt").write_bytes(b"\xff\xff\xff")
    (nested / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    with ZipFile(tmp_path / "more.zip", "w") as archive:
        archive.writestr("里面/文章.txt", "压缩包里的文章")
    done = run("import", "ws", "texts", "more.zip", "--create")
    assert done.status == 2
    assert [line.split(": ")[0] for line in done.out.splitlines()] == [
        str(Path("texts/2020/第9篇.txt")),
        str(Path("texts/2020/第10篇.txt")),
        "more.zip/里面/文章.txt",
    ]
    assert [line.split(" is ")[0] for line in done.err.splitlines()] == [
        str(Path("texts/2020/bad.txt"))
    ]
    with open_workspace() as opened:
        files = [one.metadata["file"] for one in opened.articles.values()]
        assert files == ["第9篇.txt", "第10篇.txt", "文章.txt"]


def test_hostile_files_are_refused_with_one_sentence_each(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    files = {
        "bomb.zip": hostile.bomb(),
        "lies.zip": hostile.lying(),
        "locked.zip": hostile.locked(),
        "overlapping.zip": hostile.overlapping(),
        "swollen.docx": hostile.swollen_document(),
        "nul.txt": b"\0" * 900,
        "half.txt": "\ud800字".encode("utf-8", "surrogatepass"),
        "good.txt": "好文章".encode(),
        "climbs.zip": hostile.zipped({"../../../../up.txt": "往上爬的文章".encode()}),
    }
    for name, data in files.items():
        (folder / name).write_bytes(data)
    assert len(files["swollen.docx"]) < 300_000
    done = run("import", "ws", "texts", "--create")
    assert done.status == 2
    assert len(done.out.splitlines()) == 2
    sentences = done.err.splitlines()
    assert [Path(one.split(" ")[0]).parts[1] for one in sentences] == [
        name for name in sorted(files) if name not in ("good.txt", "climbs.zip")
    ]
    assert all(sentence.endswith(".") for sentence in sentences)
    assert not list(tmp_path.rglob("up.txt"))


def test_a_workspace_is_made_only_when_asked(run: Run, texts: dict[str, Path]) -> None:
    assert "There is no folder" in run("import", "ws", texts["talk"]).refusal
    assert run("import", "ws", texts["talk"], "--create").status == 0
    assert run("import", "ws", texts["old"], "--create").status == 0


def test_no_workspace_is_made_among_other_files(run: Run, texts: dict[str, Path]) -> None:
    assert "holds other files" in run("import", ".", texts["talk"], "--create").refusal


def test_a_workspace_that_can_only_be_read_is_refused_once(
    run: Run, texts: dict[str, Path], workspace: Path
) -> None:
    manifest = workspace / "workspace.json"
    data = json.loads(manifest.read_text("utf-8"))
    manifest.write_text(json.dumps(data | {"version": 99}), "utf-8")
    assert "reading only" in run("import", workspace, *texts.values()).refusal


def test_a_full_disk_is_one_sentence_for_each_file(
    run: Run, texts: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        msg = "It could not be saved."
        raise WorkspaceError(msg)

    monkeypatch.setattr(Workspace, "add_article", full)
    done = run("import", "ws", *texts.values(), "--create")
    assert done.status == 2
    assert done.err.splitlines() == [f"{path}: It could not be saved." for path in texts.values()]


# A later text of an article


def test_a_later_text_takes_the_place_and_says_what_became_of_the_tags(
    run: Run, tagged: Path, tmp_path: Path, open_workspace: Run
) -> None:
    new = tmp_path / "new.txt"
    new.write_text(TALK.replace("62场", "六十二场"), "utf-8")
    old_id, new_id = (text_digest(text)[:16] for text in (TALK, new.read_text("utf-8")))
    done = run("import", tagged, "--replace", "社区讲座", new)
    assert (done.status, done.err) == (0, "")
    assert done.out == (
        f"{new}: imported as {new_id}, “社区讲座”, in the place of {old_id}\n"
        "1 tag moved to it; 1 waits for review.\n"
    )
    with open_workspace() as opened:
        assert [one.id for one in opened.articles.values()][-1] == new_id
        assert old_id not in opened.articles
        assert len(opened.annotations) == 2


def test_json_counts_what_moved_and_what_waits(run: Run, tagged: Path, tmp_path: Path) -> None:
    new = tmp_path / "new.txt"
    new.write_text("按：\n" + TALK, "utf-8")
    data = json.loads(run("import", tagged, "--json", "--replace", "社区讲座", new).out)
    (entry,) = data["imported"]
    assert (entry["replaces"], entry["moved"], entry["waiting"]) == (
        text_digest(TALK)[:16],
        2,
        0,
    )
    new.write_text("无", "utf-8")
    out = run("import", tagged, "--replace", entry["id"], new).out
    assert out.endswith("0 tags moved to it; 2 wait for review.\n")
    new.write_text("没", "utf-8")
    out = run("import", tagged, "--replace", "无", new).out
    assert out.endswith("0 tags moved to it; none waits for review.\n")


def test_one_text_replaces_one_article(
    run: Run, workspace: Path, texts: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    talk = texts["talk"]
    assert "name one FILE" in run("import", workspace, *texts.values(), "--replace", "无").refusal
    assert "No article has" in run("import", workspace, talk, "--replace", "无").refusal
    assert "very text already" in run("import", workspace, talk, "--replace", "社区讲座").refusal
    two = [Article.from_text("一"), Article.from_text("二")]
    monkeypatch.setattr("reader.cli.import_files.import_path", lambda *_, **__: two)
    refusal = run("import", workspace, talk, "--replace", "社区讲座").refusal
    assert refusal == f"{talk} holds 2 articles; an article is replaced by one text."
