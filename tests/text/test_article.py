from __future__ import annotations

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.article import Article, text_digest
from reader.text.script import SourceScript
from tests.text.samples import SIMPLIFIED

ODD = "\ufeff  𠮷野家\r\nNBSP\u00a0\u2028e\u0301 é\0\n"


@settings(max_examples=30, deadline=None)
@given(st.text())
def test_the_text_is_kept_as_it_is_and_names_the_article(text: str) -> None:
    article = Article.from_text(text)
    assert article.text == text
    assert article.sha256 == text_digest(text) == hashlib.sha256(text.encode()).hexdigest()
    assert article.id == article.sha256[:16]
    assert article == Article.from_text(text)


def test_texts_that_only_look_alike_are_different_articles() -> None:
    ids = {Article.from_text(text).id for text in ("é", "e\u0301", "é\n", "é\r\n", " é")}
    assert len(ids) == 5


def test_title_script_and_metadata() -> None:
    article = Article.from_text(SIMPLIFIED, metadata={"file": "a.txt"})
    assert article.title.startswith("云溪县政协的读书会")
    assert len(article.title) == 80
    assert article.script is SourceScript.SIMPLIFIED
    assert article.metadata == {"file": "a.txt"}
    assert Article.from_text(SIMPLIFIED, title="读书会").title == "读书会"
    assert Article.from_text(ODD).text == ODD


def test_an_article_is_a_value() -> None:
    metadata = {"file": "a.txt"}
    article = Article.from_text("汉字", metadata=metadata)
    metadata["file"] = "b.txt"
    assert article.metadata == {"file": "a.txt"}
    with pytest.raises(TypeError):
        article.metadata["file"] = "c.txt"  # type: ignore[index]
    with pytest.raises(AttributeError):
        article.text = ""  # type: ignore[misc]


def test_a_text_with_a_lone_surrogate_is_refused() -> None:
    with pytest.raises(UnicodeEncodeError):
        Article.from_text("汉\ud800字")
