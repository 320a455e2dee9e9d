"""Sentences of the core are said in the language of whoever shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader import language
from reader.importers import ImportRefusedError, import_path

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    language.use(None)


def test_without_a_translator_it_is_english() -> None:
    assert language.tr("There is no folder {folder}.") == "There is no folder {folder}."
    assert language.mark("Tag") == "Tag"


def test_a_refusal_is_said_in_the_language_chosen(tmp_path: Path) -> None:
    known = {"{path} does not exist; check its name.": "没有 {path}，请检查文件名。"}
    language.use(lambda text: known.get(text, text))
    missing = tmp_path / "没有.txt"
    with pytest.raises(ImportRefusedError) as refused:
        import_path(missing)
    assert str(refused.value) == f"没有 {missing}，请检查文件名。"


def test_what_is_stored_stays_english() -> None:
    language.use(str.upper)
    assert language.mark("Delete tag") == "Delete tag"
    assert language.tr("Delete tag") == "DELETE TAG"
