"""Marked dictionaries are made once, kept, and made again where they are missing or damaged."""

from __future__ import annotations

import subprocess
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest

from reader.text import conversion, marking
from reader.text.conversion import REGIONAL_CONFIGS, Converted, Converter, converter
from reader.text.dictionaries import entries
from reader.user import state_folder

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = "裏面用互聯網的軟件，布拉德·皮特的電影"


def loaded(name: str = "t2twp") -> Converter:
    """Load a configuration as a program that has just started does."""
    return conversion._load(name)


def kept() -> list[Path]:
    return sorted((state_folder() / "opencc").glob("*"))


def test_the_marked_dictionary_is_made_once_and_named_by_version_and_content() -> None:
    expected = converter("t2twp").convert(TEXT)
    assert loaded().convert(TEXT) == expected
    (file,) = kept()
    assert file.name.startswith(f"TWPhrases-{marking.VERIFIED}-")
    with patch("reader.text.marking.entries", side_effect=AssertionError):
        assert loaded().convert(TEXT) == expected


def test_what_is_kept_holds_every_entry_of_the_dictionary() -> None:
    loaded()
    rows = [line.split("\t") for line in kept()[0].read_text("utf-8").splitlines()]
    assert rows[1:] == [
        [key, marking._marked_value(key, value)] for key, value in entries("TWPhrases.ocd2")
    ]


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: b"",
        lambda content: content[:-40],
        lambda content: content.replace("軟體".encode(), "軟軟".encode()),
        lambda content: content.partition(b"\n")[2],
        lambda content: b"\xff" + content,
    ],
    ids=["empty", "cut short", "altered", "without its sum", "no text"],
)
def test_a_damaged_one_is_made_again(damage: Callable[[bytes], bytes]) -> None:
    loaded()
    (file,) = kept()
    whole = file.read_bytes()
    file.write_bytes(damage(whole))
    assert loaded().convert(TEXT) == converter("t2twp").convert(TEXT)
    assert kept() == [file]
    assert file.read_bytes() == whole


def test_another_version_of_opencc_has_its_own() -> None:
    loaded()
    with patch("opencc.__version__", "1.4.3"):
        loaded()
    assert len(kept()) == 2


def test_where_nothing_can_be_kept_it_is_made_each_time(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("WENMAI_STATE", str(tmp_path / "file" / "below"))
    assert loaded().notice == ""
    assert loaded().convert(TEXT) == converter("t2twp").convert(TEXT)


@pytest.mark.parametrize("name", REGIONAL_CONFIGS)
def test_each_regional_configuration_answers_its_probe(name: str) -> None:
    text, expected = conversion._PROBES[name]
    assert converter(name).convert(text) == expected
    assert converter(name).notice == ""


def assert_plain(made: Converter, name: str, plain: str) -> None:
    """The converter is exact without regional words, and says so."""
    assert made.name == name
    assert made.convert(TEXT + "\0") == converter(plain).convert(TEXT + "\0")
    assert made.notice.startswith("Regional vocabulary is not converted")
    assert marking.VERIFIED in made.notice


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("s2twp", "s2tw"),
        ("t2twp", "t2tw"),
        ("s2hkp", "s2hk"),
        ("t2hkp", "t2hk"),
        ("tw2sp", "tw2s"),
        ("hk2sp", "hk2s"),
    ],
)
def test_an_opencc_that_answers_otherwise_is_not_trusted(name: str, plain: str) -> None:
    with patch.object(marking, "_marked_value", lambda _key, value: value):
        made = loaded(name)
    assert_plain(made, name, plain)
    assert made.convert(TEXT).blocks == ()


@pytest.mark.parametrize(
    "error",
    [OSError("no tool"), subprocess.CalledProcessError(1, "opencc_dict"), RuntimeError("bad")],
    ids=["no tool", "the tool fails", "no dictionary"],
)
def test_what_cannot_be_marked_at_all_is_converted_without_regional_words(
    error: Exception,
) -> None:
    with patch.object(marking, "entries", side_effect=error):
        assert_plain(loaded(), "t2twp", "t2tw")


def test_of_another_version_every_other_dictionary_is_checked() -> None:
    with patch("opencc.__version__", "1.5.0"):
        assert loaded().notice == ""
        with patch.object(conversion, "entries", lambda _dictionary: [("字", "字字")]):
            assert_plain(loaded(), "t2twp", "t2tw")


def test_what_follows_another_configuration_hands_its_notice_on() -> None:
    with (
        patch.dict(conversion._converters, clear=True),
        patch.object(marking, "entries", side_effect=OSError),
    ):
        assert loaded("hk2twp").notice.startswith("Regional vocabulary")
        assert loaded("hk2tw").notice == ""


def test_should_blocks_ever_not_add_up_the_plain_configuration_is_shown(
    caplog: pytest.LogCaptureFixture,
) -> None:
    wrong = conversion._adding_up("t2twp", lambda text: Converted(text + "字"))
    assert wrong("裏面") == Converted("裡面")
    assert "t2twp lost count in 2 code points" in caplog.text


def test_the_version_that_was_verified_is_the_one_that_is_installed_with_the_product() -> None:
    project = tomllib.loads(Path(__file__).parents[2].joinpath("pyproject.toml").read_text("utf-8"))
    assert f"opencc=={marking.VERIFIED}" in project["project"]["dependencies"]
