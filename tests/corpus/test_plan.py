"""Which files a corpus has, and which shards they make."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

import pytest

from reader.corpus import CorpusError, Options
from reader.corpus.options import rules_version
from reader.corpus.plan import Plan, make_plan
from reader.corpus.sources import find_sources
from tests.corpus.corpora import TALK, invented, write_lines, write_parquet


def plan_of(corpus: Path, told: list[str] | None = None, **options: object) -> Plan:
    told = [] if told is None else told
    return make_plan(corpus, Options(**options), told.append)  # type: ignore[arg-type]


def test_a_folder_is_all_its_files_in_order_of_name(tmp_path: Path) -> None:
    for name in ("b.PARQUET", "a/z.jsonl", "a.ndjson", ".hidden/x.jsonl", "read.me", "c.pq"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "folder.jsonl").mkdir()
    assert [(source.name, source.format) for source in find_sources(tmp_path)] == [
        ("a.ndjson", "jsonl"),
        ("a/z.jsonl", "jsonl"),
        ("b.PARQUET", "parquet"),
        ("c.pq", "parquet"),
    ]


@pytest.mark.parametrize(
    ("name", "content", "form"),
    [
        ("a.parquet", b"PAR1...", "parquet"),
        ("a.jsonl", b"", "jsonl"),
        ("corpus", b"PAR1...", "parquet"),
        ("corpus.txt", b'\xef\xbb\xbf \n{"text": "a"}', "jsonl"),
    ],
)
def test_a_file_that_is_named_tells_its_format(
    tmp_path: Path, name: str, content: bytes, form: str
) -> None:
    (tmp_path / name).write_bytes(content)
    (source,) = find_sources(tmp_path / name)
    assert (source.name, source.path, source.format) == (name, tmp_path / name, form)


def test_what_is_no_corpus_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TALK, "utf-8")
    (tmp_path / "empty").mkdir()
    for name, sentence in [
        ("a.txt", "a.txt is neither Parquet nor JSON Lines; unpack it or write it as one"),
        ("empty", "empty holds no file that ends in .parquet, .pq, .jsonl or .ndjson; name"),
        ("none", "none cannot be read (No such file or directory); name another file"),
    ]:
        with pytest.raises(CorpusError) as refused:
            find_sources(tmp_path / name)
        assert f"{tmp_path}{os.sep}{sentence}" in str(refused.value)


@pytest.mark.skipif(sys.platform != "linux", reason="needs names that are not UTF-8")
def test_a_name_that_is_not_utf8_can_be_written_down(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"\xff.jsonl")).write_bytes(b"")
    (source,) = find_sources(tmp_path)
    assert source.name == "\\xff.jsonl"
    assert source.path.exists()


def test_shards_take_small_files_together_and_large_ones_apart(tmp_path: Path) -> None:
    for number in range(5):
        write_lines(tmp_path / f"{number}.jsonl", [{"text": "字" * 10}])
    write_lines(tmp_path / "5.jsonl", [{"text": "字" * 10}] * 7)
    told: list[str] = []
    size = (tmp_path / "0.jsonl").stat().st_size
    plan = plan_of(tmp_path, told, shard_bytes=3 * size)
    assert told == [f"{number}.jsonl" for number in range(6)]
    shards = [
        [(piece.source.name, piece.first_row, piece.rows) for piece in shard.pieces]
        for shard in plan.shards
    ]
    assert shards == [
        [("0.jsonl", 0, 1), ("1.jsonl", 0, 1), ("2.jsonl", 0, 1)],
        [("3.jsonl", 0, 1), ("4.jsonl", 0, 1), ("5.jsonl", 0, 3)],
        [("5.jsonl", 3, 3)],
        [("5.jsonl", 6, 1)],
    ]
    assert [shard.number for shard in plan.shards] == [0, 1, 2, 3]
    assert [shard.size for shard in plan.shards] == [3 * size, 5 * size, 3 * size, size]
    assert plan.shards[3].part("jsonl") == "part-00003.jsonl"


def test_what_is_not_asked_is_chosen_by_the_corpus(tmp_path: Path) -> None:
    write_lines(tmp_path / "a.jsonl", [{"text": TALK}])
    options = plan_of(tmp_path).options
    assert (options.format, options.shard_bytes) == ("jsonl", 1_500_000)
    write_parquet(tmp_path / "b.parquet", {"text": [TALK]})
    assert plan_of(tmp_path).options.format == "parquet"
    assert plan_of(tmp_path, format="jsonl").options.format == "jsonl"
    with (tmp_path / "c.jsonl").open("wb") as large:
        large.truncate(2_000 * 1_500_000 * 2 // 100)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("reader.corpus.plan._SHARDS", 20)
        assert plan_of(tmp_path).options.shard_bytes > 2_900_000


def test_a_plan_is_known_by_its_files_options_and_rules(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", [{"text": TALK}])
    identity = plan_of(path, kinds=("metric",), min_confidence=0.5).identity()
    content = path.read_bytes()
    assert identity == {
        "input": [
            {
                "file": "a.jsonl",
                "bytes": len(content),
                "sha256": hashlib.sha256(content).hexdigest(),
            }
        ],
        "options": {
            "text": "text",
            "id": "id",
            "kinds": ["metric"],
            "min_confidence": 0.5,
            "format": "jsonl",
            "shard_bytes": 1_500_000,
        },
        "rules": rules_version(),
    }
    assert len(rules_version()["sha256"]) == 64


def test_other_rules_have_another_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cues = tmp_path / "suggest" / "cues.txt"
    cues.parent.mkdir()
    monkeypatch.setattr("reader.corpus.options.resource", lambda *parts: tmp_path.joinpath(*parts))
    versions = []
    for content in (b"# a\n", b"# b\n", b"# b\r\n"):
        cues.write_bytes(content)
        rules_version.cache_clear()
        versions.append(rules_version()["sha256"])
    rules_version.cache_clear()
    assert versions[0] != versions[1]
    assert versions[1] == versions[2]


def test_a_file_that_changes_is_found_out(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", invented(3, 50))
    plan = plan_of(path)
    plan.check_unchanged()
    with path.open("ab") as file:
        file.write(b"{}\n")
    with pytest.raises(CorpusError, match="was changed while it was read; repeat the command with"):
        plan.check_unchanged()
    path.unlink()
    with pytest.raises(CorpusError, match=r"a\.jsonl cannot be read \(No such file"):
        plan.check_unchanged()


@pytest.mark.parametrize("name", ["a.jsonl", "a.parquet"])
def test_a_disk_that_fails_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    write_lines(tmp_path / "a.jsonl", [{"text": TALK}])
    write_parquet(tmp_path / "a.parquet", {"text": [TALK]})
    real = Path.open
    opened = []

    def fails(self: Path, *words: object) -> object:
        opened.append(self.name)
        # Once to see what it is; then the disk fails.
        if self.name == name and opened.count(name) > 1:
            raise OSError(5, "Input/output error")
        return real(self, *words)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", fails)
    with pytest.raises(CorpusError) as refused:
        plan_of(tmp_path / name)
    sentence = "cannot be read (Input/output error); mend that and repeat the command."
    assert str(refused.value) == f"{tmp_path / name} {sentence}"
