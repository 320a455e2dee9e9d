from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.text.glossary import Correction, Glossary
from reader.workspace.files.glossary_file import LARGEST_FILE, GlossaryFileError, read_glossary

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_of_a_spreadsheet_is_read(tmp_path: Path) -> None:
    path = tmp_path / "mine.tsv"
    path.write_bytes("\ufeff干部\t幹部\r\n云\t云\r\n".encode())
    assert read_glossary(path) == Glossary((Correction("干部", "幹部"), Correction("云", "云")))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"a\tb\n\xff\n", "{path}: Line 2 is not UTF-8 text; save the file as UTF-8."),
        (b"a\tb\n\nx y\tz\n", "{path}: Line 3 of the glossary: “x y” holds punctuation or "),
        (b"#" * (LARGEST_FILE + 1), "{path} is over 4 MB, too large for a glossary; divide it."),
        (None, "{path} could not be read (No such file or directory); check its name."),
    ],
)
def test_what_is_no_glossary_is_one_sentence_with_its_line(
    tmp_path: Path, content: bytes | None, said: str
) -> None:
    path = tmp_path / "mine.tsv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(GlossaryFileError) as error:
        read_glossary(path)
    assert str(error.value).startswith(said.format(path=path))


def test_the_largest_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "mine.tsv"
    path.write_bytes(b"#" * LARGEST_FILE)
    assert read_glossary(path) == Glossary()
