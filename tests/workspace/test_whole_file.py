"""A small file that carries its own sum: what is changed in it is found, wherever it stands."""

from __future__ import annotations

import json
import os
import random
import sys
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.annotation.tag_set import DEFAULT_TAG_SET
from reader.text.article import Article
from reader.workspace import NotAWorkspaceError
from reader.workspace.errors import DamagedError
from reader.workspace.files.article_file import FiledArticle, read_article
from reader.workspace.files.manifest import Manifest, changed_sentence, read_manifest
from reader.workspace.files.whole_file import is_intact, read_whole, with_sum

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TIME = "2026-11-22T08:00:00.000000Z"
MANIFEST = Manifest.new(DEFAULT_TAG_SET, TIME)
FILED = FiledArticle(
    Article.from_text("清溪镇办了十二场讲座\n", metadata={"file": '",\n  "sum": "0'}), TIME
)

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@settings(max_examples=50, deadline=None)
@given(st.dictionaries(st.text().filter(lambda name: name != "sum"), values, min_size=1))
def test_what_is_written_is_intact_and_comes_back(data: dict[str, Any]) -> None:
    content = with_sum(data)
    assert is_intact(content)
    read = json.loads(content)
    assert read.pop("sum")
    assert read == data
    assert list(json.loads(content))[-1] == "sum"


def test_a_field_may_stand_behind_the_sum() -> None:
    content = with_sum({"a": 1, "text": "二", "sum": "old"}, last="text")
    assert list(json.loads(content)) == ["a", "sum", "text"]
    assert is_intact(content)
    assert is_intact(content.replace("二".encode(), "三".encode()))
    assert not is_intact(content.replace(b"1", b"2"))


def test_line_ends_that_git_adds_are_no_damage() -> None:
    assert is_intact(MANIFEST.to_bytes().replace(b"\n", b"\r\n"))


def test_a_file_without_a_sum_is_believed() -> None:
    data = json.loads(MANIFEST.to_bytes())
    del data["sum"]
    assert is_intact(json.dumps(data, indent=2).encode())


def flips(content: bytes) -> Iterator[bytes]:
    places = random.Random(5).sample(range(8 * len(content)), 1000)
    for place, bit in (divmod(one, 8) for one in places):
        damaged = bytearray(content)
        damaged[place] ^= 1 << bit
        yield bytes(damaged)


def test_no_flipped_bit_of_a_manifest_is_believed(tmp_path: Path) -> None:
    path = tmp_path / "workspace.json"
    whole = MANIFEST.to_bytes()
    path.write_bytes(whole)
    right = read_manifest(tmp_path)
    believed = 0
    for damaged in flips(whole):
        path.write_bytes(damaged)
        try:
            manifest = read_manifest(tmp_path)
        except NotAWorkspaceError:
            continue
        if manifest.intact and manifest.version == right.version:
            # The name of the sum itself, or white space.
            believed += 1
            assert manifest.tag_set == right.tag_set
            assert (manifest.id, manifest.created) == (right.id, right.created)
    assert believed < 80


def test_no_flipped_bit_of_an_article_is_believed(tmp_path: Path) -> None:
    path = tmp_path / f"{FILED.article.id}.json"
    believed = 0
    for damaged in flips(FILED.to_bytes()):
        path.write_bytes(damaged)
        try:
            filed = read_article(path)
        except DamagedError:
            continue
        if filed.intact:
            believed += 1
            assert filed == FILED
    assert believed < 80


def test_a_file_cut_at_any_byte_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "workspace.json"
    whole = MANIFEST.to_bytes()
    for length in range(len(whole) - 1):
        path.write_bytes(whole[:length])
        with pytest.raises(NotAWorkspaceError, match="is damaged"):
            read_manifest(tmp_path)
    path = tmp_path / f"{FILED.article.id}.json"
    whole = FILED.to_bytes()
    for length in range(len(whole) - 1):
        path.write_bytes(whole[:length])
        with pytest.raises(DamagedError):
            read_article(path)


def test_the_sentence_of_a_changed_manifest_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "workspace.json"
    path.write_bytes(MANIFEST.to_bytes())
    assert changed_sentence(tmp_path, read_manifest(tmp_path)) == ""
    path.write_bytes(MANIFEST.to_bytes().replace(b"Metric", b"Matric"))
    assert changed_sentence(tmp_path, read_manifest(tmp_path)) == (
        f"{path} is not as Wenmai wrote it, so its kinds of tag may be wrong; put back a copy of "
        "it from a backup, or, if you changed it yourself, delete its line “sum”."
    )


def test_the_sum_of_a_newer_version_is_not_judged(tmp_path: Path) -> None:
    content = MANIFEST.to_bytes().replace(b'"version": 1', b'"version": 9')
    (tmp_path / "workspace.json").write_bytes(content)
    assert read_manifest(tmp_path).intact


@pytest.mark.parametrize("depth", [1_000, 100_000])
@pytest.mark.parametrize("kind", ["[", '{"a":'])
def test_deep_nesting_is_damage_and_no_crash(tmp_path: Path, depth: int, kind: str) -> None:
    for name, field in (("workspace.json", "tag_set"), (f"{'0' * 16}.json", "metadata")):
        (tmp_path / name).write_text(f'{{"{field}": {kind * depth}')
    with pytest.raises(NotAWorkspaceError, match="is damaged"):
        read_manifest(tmp_path)
    with pytest.raises(DamagedError):
        read_article(tmp_path / f"{'0' * 16}.json")


@pytest.mark.parametrize(
    "content", [b"", b"\0" * 100, b"null", b"[]", b'{"type": "FeatureCollection"}', b"\xff\xfe{}"]
)
def test_empty_and_foreign_files_are_damage(tmp_path: Path, content: bytes) -> None:
    for name in ("workspace.json", f"{'0' * 16}.json"):
        (tmp_path / name).write_bytes(content)
    with pytest.raises(NotAWorkspaceError, match="is damaged"):
        read_manifest(tmp_path)
    with pytest.raises(DamagedError, match="it is not"):
        read_article(tmp_path / f"{'0' * 16}.json")


def test_a_file_larger_than_it_can_be_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "workspace.json"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    monkeypatch.setattr(type(path), "read_bytes", lambda _: pytest.fail("it was read"))
    with pytest.raises(NotAWorkspaceError, match=r"is damaged \(it is over 16 MB large\)"):
        read_manifest(tmp_path)
    with pytest.raises(DamagedError, match="it is over 1 MB large"):
        read_whole(path, 1_000_000)


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")
def test_what_never_ends_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for target in ("/dev/zero", tmp_path / "pipe"):
        path = tmp_path / "workspace.json"
        path.unlink(missing_ok=True)
        path.symlink_to(target)
        with pytest.raises(NotAWorkspaceError, match=r"could not be read \(it is no file\)"):
            read_manifest(tmp_path)
        with pytest.raises(DamagedError, match="it is no file"):
            read_article(path)


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")
def test_a_link_to_a_file_is_followed_and_one_to_nowhere_is_named(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(MANIFEST.to_bytes())
    path = tmp_path / "workspace.json"
    path.symlink_to("real")
    assert read_manifest(tmp_path).id == MANIFEST.id
    (tmp_path / "real").unlink()
    with pytest.raises(NotAWorkspaceError, match="is not a workspace"):
        read_manifest(tmp_path)
    (tmp_path / "real").symlink_to("workspace.json")
    with pytest.raises(NotAWorkspaceError, match="could not be read"):
        read_manifest(tmp_path)
