"""The registry finds the importer of a file."""

from __future__ import annotations

from pathlib import Path

import pytest

import reader.importers
from reader.importers import registry
from reader.importers.importer import Importer
from reader.importers.plain_text import PLAIN_TEXT
from reader.importers.registry import import_path, importer_for, importers
from reader.text.article import Article


@pytest.mark.parametrize("name", ["a.txt", "a.TEXT", "旧.文.Txt"])
def test_a_suffix_chooses_its_importer_in_any_letter_case(name: str) -> None:
    assert importer_for(Path(name)) is PLAIN_TEXT


def test_a_file_of_unknown_suffix_is_tried_as_plain_text(tmp_path: Path) -> None:
    (tmp_path / "README").write_text("读我", "utf-8")
    assert [one.text for one in import_path(tmp_path / "README")] == ["读我"]


def test_the_encoding_reaches_the_importer(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("中文", "big5")
    assert [one.text for one in import_path(tmp_path / "a.txt", encoding="big5")] == ["中文"]


def test_a_new_format_is_one_more_entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(data: bytes, name: str, encoding: str | None) -> list[Article]:
        return [Article.from_text(f"{data.decode()} {name} {encoding}"), Article.from_text("二")]

    pair = Importer("pair", "Pair", (".pair",), read)
    monkeypatch.setattr(registry, "_IMPORTERS", (PLAIN_TEXT, pair))
    assert importers() == (PLAIN_TEXT, pair)
    path = tmp_path / "a.PAIR"
    path.write_bytes(b"x")
    assert [one.text for one in import_path(path)] == [f"x {path} None", "二"]


def test_no_two_importers_claim_a_suffix() -> None:
    suffixes = [suffix for one in importers() for suffix in one.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert all(suffix == suffix.casefold() and suffix.startswith(".") for suffix in suffixes)


def test_the_package_offers_what_it_names_and_nothing_else() -> None:
    for name in reader.importers.__all__:
        assert getattr(reader.importers, name) is not None
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        reader.importers.nothing  # noqa: B018
