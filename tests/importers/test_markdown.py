"""Markdown comes in character by character; front matter is read, never run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.__main__ import main
from reader.importers.importer import ImportRefusedError, UndecodableError
from reader.importers.markdown import MARKDOWN
from reader.importers.registry import importer_for

if TYPE_CHECKING:
    from pathlib import Path

    from reader.text.article import Article

FRONT = """---
title: "邻里课堂：开进小区"
date: 2025年3月14日 08:00
author: [林小满, '陈晓光']
source: 某某日报
url: https://example.com/326
layout: post
---
"""
TEXT = "\r\n# 题目 #\n\n**甲**说[乙](http://x)，\u3000“丙”。  \n- 丁\n"


def read(text: str, encoding: str | None = None) -> Article:
    (article,) = MARKDOWN.read(text.encode(encoding or "utf-8"), "文/稿.md", encoding)
    return article


def known(text: str) -> dict[str, str]:
    article = read(text)
    return {key: value for key, value in article.metadata.items() if key != "file"}


def test_the_text_is_the_file_with_its_marks_and_its_front_matter() -> None:
    assert read(TEXT).text == TEXT
    article = read(FRONT + TEXT)
    assert article.text == FRONT + TEXT
    assert article.title == "邻里课堂：开进小区"
    assert dict(article.metadata) == {
        "file": "稿.md",
        "date": "2025-03-14",
        "author": "林小满、陈晓光",
        "source": "某某日报",
        "url": "https://example.com/326",
    }


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (TEXT, "题目"),
        ("按语。\n\n## 小节\n# 题目\n", "题目"),
        ("```\n# 不是\n~~~\n# 也不是\n```\n# 题目", "题目"),
        ("~~~\n# 不是\n~~~\n#没有空格\n", "~~~"),
        ("## 小节\n正文", "小节"),
        ("---\nlayout: x\n---\n\n正文。", "正文。"),
        ("---\n第一行", "---"),
        ("---\ntitle:\n---\n", "---"),
        ("# " + "长" * 300, "长" * 200),
    ],
)
def test_the_title_is_the_first_heading_of_the_highest_level(text: str, title: str) -> None:
    assert read(text).title == title


@pytest.mark.parametrize(
    ("front", "found"),
    [
        ('---\nAuthors:\n  - 甲\n  - "乙"\n...\n', {"author": "甲、乙"}),
        ("---\n作者：甲\n来源 : 乙报\n---\n", {"author": "甲", "source": "乙报"}),
        (
            '+++\nauthor = "甲"\ndate = 2025-03-04T08:00:00Z\n+++\n',
            {"author": "甲", "date": "2025-03-04"},
        ),
        ("---\nauthor: 甲\nbyline: 乙\n- 丙\n---\n", {"author": "甲"}),
        (
            "---\nlayout:\n- 甲\n无关的话\ndate: 明天\nurl: file:///etc/passwd\nsource: ''\n---\n",
            {},
        ),
        ("---\nauthor: !!python/object/apply:os.system [ls]\n---\n", None),
        ("---\nauthor: 甲\n", {}),
        ("---\n" + "\n" * 300 + "author: 甲\n---\n", {}),
        ("***\nauthor: 甲\n***\n", {}),
        ("\n---\nauthor: 甲\n---\n", {}),
    ],
)
def test_front_matter_is_lines_of_fields(front: str, found: dict[str, str] | None) -> None:
    assert known(front + "正文。") == (
        {"author": "!!python/object/apply:os.system [ls]"} if found is None else found
    )


def test_the_encoding_named_is_used_and_a_wrong_one_refused() -> None:
    assert read("# 题目\n正文。", "gb18030").title == "题目"
    with pytest.raises(UndecodableError):
        MARKDOWN.read("# 题目".encode("gb18030"), "稿.md", "utf-8")


def test_markdown_comes_in_from_the_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "稿.MD"
    path.write_text(FRONT + TEXT, "utf-8")
    assert importer_for(path) is MARKDOWN
    assert main(["import", str(tmp_path / "ws"), str(path), "--create"]) == 0
    assert "“邻里课堂：开进小区”" in capsys.readouterr().out


@given(st.text(st.sampled_from("-+#:：=[]\"' \n\r\t~`甲a\0"), max_size=60))
def test_any_text_is_kept_or_refused(text: str) -> None:
    for whole in (text, f"---\n{text}\n---\n{text}"):
        try:
            article = read(whole)
        except ImportRefusedError:
            continue
        assert article.text == whole
        assert article.title
