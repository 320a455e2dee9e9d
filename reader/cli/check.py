"""``wenmai check``: whether everything in a workspace is as it was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.annotation.anchor import Anchor
from reader.cli.command import DAMAGE_FOUND, DONE, Command
from reader.cli.opening import opened
from reader.cli.output import counted, say, say_json
from reader.cli.parser import takes_workspace
from reader.workspace.contents import stands_in
from reader.workspace.journal import entries_of
from reader.workspace.loading import load
from reader.workspace.merge import unite

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from reader.annotation.annotation import Annotation
    from reader.workspace import Workspace


def _run(arguments: argparse.Namespace) -> int:
    # Opening reads every file, and verifies each checksum and quote.
    with opened(arguments.workspace, report=False) as workspace:
        problems = [*workspace.problems, *_unfit(workspace)]
        if workspace.problems:
            problems += map(_adrift_sentence, _adrift(workspace))
        articles, tags = len(workspace.articles), len(workspace.annotations)
    if arguments.json:
        say_json({"articles": articles, "tags": tags, "problems": problems})
    else:
        for problem in problems:
            say(problem)
        found = counted(len(problems), "problem") if problems else "no damage"
        say(f"{counted(articles, 'article')}, {counted(tags, 'tag')}: {found} found")
    return DAMAGE_FOUND if problems else DONE


def _unfit(workspace: Workspace) -> Iterator[str]:
    """Yield a sentence for each tag whose context or kind is not as it should be."""
    for tag in workspace.annotations.values():
        where = f"Tag {tag.id} in “{workspace.details(tag.article).title}”"
        if tag.anchor != Anchor.at(workspace.articles[tag.article].text, tag.span):
            yield f"{where} remembers other words around it than stand there; tag them again."
        if workspace.tag_set.get(tag.kind) is None:
            yield f"{where} is a “{tag.kind}”, which the tag set does not have; change its kind."


def _adrift(workspace: Workspace) -> Iterator[Annotation]:
    """Yield the tags that are kept, but stand in no article at hand."""
    loaded = load(workspace.folder)
    entries = (one for segments in loaded.journals.values() for one in entries_of(segments))
    for tag in unite(entries).annotations.values():
        filed = loaded.articles.get(tag.article)
        if filed is None or not stands_in(tag, filed.article):
            yield tag


def _adrift_sentence(tag: Annotation) -> str:
    place = f"{tag.span.start} to {tag.span.end} of the article {tag.article}"
    return f"Tag {tag.id} quotes “{tag.quote}”, which is not found at {place}."


CHECK = Command(
    "check",
    "verify every file, checksum and quote of a workspace (exit status 1: damage found)",
    """
    wenmai check my-workspace
    wenmai check my-workspace --json
    """,
    takes_workspace,
    _run,
)
