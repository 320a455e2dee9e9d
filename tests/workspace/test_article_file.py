from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.article import Article
from reader.workspace.errors import DamagedError
from reader.workspace.files.article_file import (
    FiledArticle,
    article_files,
    article_path,
    file_article,
    read_article,
)

if TYPE_CHECKING:
    from pathlib import Path

TIME = "2026-11-22T08:00:00.000000Z"


@pytest.mark.parametrize(
    "text", ["𠮷野家\r\n", "a\u00a0b\u2028c\u2029", "\ufeff汉\x00字", "👩‍👩‍👧\n\r", "社区\ue000"]
)
def test_a_text_comes_back_to_the_last_character(tmp_path: Path, text: str) -> None:
    filed = FiledArticle(Article.from_text(text, metadata={"file": "一.txt"}), TIME)
    file_article(tmp_path, filed)
    assert read_article(article_path(tmp_path, filed.article.id)) == filed


def test_the_file_is_plain_to_read(tmp_path: Path, article: Article) -> None:
    file_article(tmp_path, FiledArticle(article, TIME))
    content = article_path(tmp_path, article.id).read_text("utf-8")
    assert content.startswith('{\n  "format": "wenmai-article",\n  "version": 1,\n')
    assert '"title": "清溪镇办了十二场讲座"' in content


def damaged(filed: FiledArticle, **changes: Any) -> bytes:
    return json.dumps(json.loads(filed.to_bytes()) | changes).encode()


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"text": "清溪"}, "its text is not the one that was brought in"),
        ({"sha256": "0" * 64}, "its text is not the one that was brought in"),
        ({"id": "0" * 16}, "its text is not the one that was brought in"),
        ({"text": "\ud800"}, "it is not an article"),
        ({"format": "other"}, "it is not an article"),
        ({"title": None}, "it is not an article"),
        ({"script": "zh-Latn"}, "it is not an article"),
        ({"metadata": {"file": 7}}, "it is not an article"),
        ({"metadata": 7}, "it is not an article"),
    ],
)
def test_a_damaged_file_says_what_is_wrong(
    tmp_path: Path, article: Article, changes: dict[str, Any], what: str
) -> None:
    path = tmp_path / f"{article.id}.json"
    path.write_bytes(damaged(FiledArticle(article, TIME), **changes))
    with pytest.raises(DamagedError) as error:
        read_article(path)
    assert str(error.value) == what


@given(st.binary())
def test_no_bytes_are_more_than_damaged(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "0123456789abcdef.json"
    path.write_bytes(content)
    with pytest.raises(DamagedError):
        read_article(path)


def test_a_file_under_another_name_is_damaged(tmp_path: Path, article: Article) -> None:
    path = tmp_path / "0123456789abcdef.json"
    path.write_bytes(FiledArticle(article, TIME).to_bytes())
    with pytest.raises(DamagedError, match="not the one its name stands for"):
        read_article(path)


def test_a_file_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    with pytest.raises(DamagedError, match="No such file"):
        read_article(tmp_path / "a.json")


def test_an_article_filed_by_another_window_is_not_written_again(
    tmp_path: Path, article: Article
) -> None:
    first = file_article(tmp_path, FiledArticle(article, TIME))
    second = file_article(tmp_path, FiledArticle(article, "2027-01-01T00:00:00.000000Z"))
    assert second == first
    assert len(article_files(tmp_path)) == 1


def test_a_damaged_file_makes_room_and_is_kept(tmp_path: Path, article: Article) -> None:
    path = article_path(tmp_path, article.id)
    path.parent.mkdir()
    for number, content in enumerate([b"one", b"two"], 1):
        path.write_bytes(content)
        file_article(tmp_path, FiledArticle(article, TIME))
        assert read_article(path).article == article
        assert path.with_name(f"{path.name}.damaged-{number}").read_bytes() == content
    assert article_files(tmp_path) == [path]


@pytest.mark.parametrize(
    "changes",
    [{"text": "别的"}, {"metadata": {"pages": 3}}, {"metadata": {"a": object()}}, {"id": "x"}],
)
def test_what_could_not_be_read_again_is_not_written(
    tmp_path: Path, article: Article, changes: dict[str, Any]
) -> None:
    with pytest.raises(DamagedError):
        file_article(tmp_path, FiledArticle(replace(article, **changes), TIME))
    assert not list(tmp_path.iterdir())


def test_only_article_files_are_listed(tmp_path: Path) -> None:
    assert article_files(tmp_path) == []
    inside = tmp_path / "articles"
    inside.mkdir()
    names = [f"{'b' * 16}.json", f"{'a' * 16}.json"]
    copies = [f"{'a' * 16} (conflicted copy).json", f"{'a' * 16}.sync-conflict-1-A.json"]
    for name in [*names, *copies, ".c.json", ".a.json.1f.tmp", "notes.txt", "short.json"]:
        (inside / name).touch()
    assert [path.name for path in article_files(tmp_path)] == names[::-1]
