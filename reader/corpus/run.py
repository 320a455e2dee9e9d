"""The rules over a whole corpus, from the plan to the complete manifest."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from reader.corpus.cluster import connected, do_all
from reader.corpus.errors import CorpusError, library
from reader.corpus.output import opened_output
from reader.corpus.plan import make_plan
from reader.corpus.work import Task
from reader.language import tr

if TYPE_CHECKING:
    from pathlib import Path

    from reader.corpus.options import Options
    from reader.corpus.output import Output
    from reader.corpus.plan import Plan, Shard
    from reader.corpus.work import Done


class Report(Protocol):
    """Who is told how far it is."""

    def reading(self, name: str) -> None:
        """A file of the corpus is read through, to cut it."""

    def begins(self, done: int, total: int) -> None:
        """The workers are there and begin; sizes are in bytes of the corpus."""

    def advances(self, size: int, characters: int) -> None:
        """A shard is done."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it.

    Attributes:
        shards: How many there are.
        taken_up: How many of them an earlier run had done.
        rows: Rows of the corpus.
        characters: Code points of the texts that were read.
        suggestions: How many, by kind.
        bad: Rows without a text that can be read: how many and the first, by what is wrong.
        failed: Sentences, one for each shard that could not be done.
    """

    shards: int
    taken_up: int
    rows: int
    characters: int
    suggestions: dict[str, int]
    bad: dict[str, dict[str, Any]]
    failed: list[str]


def suggest_corpus(
    corpus: Path,
    output: Path,
    options: Options,
    report: Report,
    *,
    workers: int | None = None,
    scheduler: str | None = None,
    restart: bool = False,
) -> Outcome:
    """Look for suggestions in every text of a corpus.

    Args:
        corpus: A Parquet or JSON Lines file, or a folder of such.
        output: The folder for the suggestions; what an earlier run did there is not done again.
        options: What is asked.
        report: Told how far it is.
        workers: How many processes on this machine; ``None`` is one for each core.
        scheduler: The address of a Dask scheduler whose workers are to be used instead.
        restart: Whether to throw away what an earlier run did.

    Raises:
        CorpusError: If the corpus, the output or the scheduler are not as they must be.
        OSError: If a file cannot be read or written.
    """
    library("distributed")
    library("pyarrow")
    _check_places(corpus, output)
    plan = make_plan(corpus, options, report.reading)
    with opened_output(output, plan, restart=restart) as opened:
        taken_up = len(opened.entries)
        try:
            failed = _work(plan, opened, report, workers, scheduler)
        finally:
            # Also when it is interrupted: the manifest then says how far it came.
            opened.write_manifest()
        return _outcome(plan, opened, taken_up, failed)


def _check_places(corpus: Path, output: Path) -> None:
    corpus, output = corpus.resolve(), output.resolve()
    if output == corpus or corpus in output.parents:
        msg = tr(
            "{output} is a part of the corpus {corpus}; choose a folder outside for the output."
        ).format(output=output, corpus=corpus)
        raise CorpusError(msg)


def _work(
    plan: Plan, output: Output, report: Report, workers: int | None, scheduler: str | None
) -> dict[int, str]:
    """Do what is not done yet, and return why some of it could not be."""
    missing = [shard for shard in plan.shards if shard.number not in output.entries]
    if not missing:
        return {}

    def commit(done: Done) -> None:
        output.commit(done)
        report.advances(plan.shards[done.number].size, done.entry["characters"])

    tasks = (Task(shard, plan.options, plan.rules, output.folder) for shard in missing)
    workers = min(workers, len(missing)) if workers else workers
    total = sum(shard.size for shard in plan.shards)
    with connected(workers, scheduler) as client:
        report.begins(total - sum(shard.size for shard in missing), total)
        failed = do_all(client, tasks, commit)
    try:
        plan.check_unchanged()
    except CorpusError:
        # Nobody knows what these shards are of.
        output.entries.clear()
        raise
    return failed


def _outcome(plan: Plan, output: Output, taken_up: int, failed: dict[int, str]) -> Outcome:
    suggestions: Counter[str] = Counter(dict.fromkeys(plan.options.kinds, 0))
    bad: dict[str, dict[str, Any]] = {}
    for _, entry in sorted(output.entries.items()):
        suggestions.update(entry["suggestions"])
        for problem, one in entry["bad"].items():
            held = bad.setdefault(problem, {**one, "rows": 0})
            held["rows"] += one["rows"]
    return Outcome(
        len(plan.shards),
        taken_up,
        sum(entry["rows"] for entry in output.entries.values()),
        sum(entry["characters"] for entry in output.entries.values()),
        dict(suggestions),
        bad,
        [
            tr("Shard {number} ({rows}) could not be done: {reason}").format(
                number=number, rows=_told(plan.shards[number]), reason=reason
            )
            for number, reason in sorted(failed.items())
        ],
    )


def _told(shard: Shard) -> str:
    """Return which rows a shard holds: those from its first to its last."""
    first, last = shard.pieces[0], shard.pieces[-1]
    end = last.first_row + last.rows - 1
    if first.source == last.source:
        return tr("{file}, rows {first} to {last}").format(
            file=first.source.name, first=first.first_row, last=end
        )
    return tr("{first_file}, row {first}, to {last_file}, row {last}").format(
        first_file=first.source.name, first=first.first_row, last_file=last.source.name, last=end
    )
