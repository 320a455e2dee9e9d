"""``wenmai tag``: a passage, by its offsets."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.annotation.operation import AnnotationEdit, Operation
from reader.annotation.tag_set import InvalidAttributeError
from reader.cli.command import DONE, Command, UserError
from reader.cli.opening import article_named, writable
from reader.cli.output import say, say_json
from reader.cli.parser import offset, takes_workspace, text
from reader.text.occurrences import Words
from reader.text.span import Span
from reader.text.wrapping import is_hard_wrapped
from reader.workspace import editing
from reader.workspace.tagging_all import tag_all, untagged_places

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from reader.annotation.annotation import Annotation
    from reader.annotation.tag_set import AttributeValue, TagKind
    from reader.workspace import Workspace


def _takes(parser: argparse.ArgumentParser) -> None:
    takes_workspace(parser)
    parser.add_argument(
        "article",
        metavar="ARTICLE",
        help="its id, the first four or more digits of it, or its title",
    )
    parser.add_argument(
        "start", metavar="START", type=offset, help="the first code point, counted from 0"
    )
    parser.add_argument("end", metavar="END", type=offset, help="the code point after the last")
    parser.add_argument("kind", metavar="KIND", help="a kind of the tag set, such as metric")
    parser.add_argument(
        "--attr",
        metavar="NAME=VALUE",
        type=text,
        nargs="+",
        action="extend",
        default=[],
        help="an attribute of the kind",
    )
    parser.add_argument("--note", metavar="TEXT", type=text, default="", help="a remark")
    parser.add_argument(
        "--all",
        choices=("article", "workspace"),
        help="tag every other place of the same words too, in any script, as one step",
    )


def _run(arguments: argparse.Namespace) -> int:
    with writable(arguments.workspace) as workspace:
        made = _made(workspace, arguments)
        others = _others(workspace, made, arguments.all) if arguments.all else ()
        label = "Tag all" if arguments.all else "Tag"
        workspace.apply(Operation(label, (AnnotationEdit(None, made), *others)))
    if arguments.json:
        for one in (made, *(edit.after for edit in others if edit.after is not None)):
            say_json(one.to_json())
    else:
        say(f"Tagged “{made.quote}” as {made.kind} ({made.id})")
        if arguments.all:
            articles = len({edit.article for edit in others})
            say(f"Other places of these words tagged: {len(others):,}; articles: {articles:,}")
    return DONE


def _others(workspace: Workspace, made: Annotation, where: str) -> tuple[AnnotationEdit, ...]:
    """Return the making of like tags on all other places of a tag's words."""
    article = workspace.articles[made.article]
    words = Words.of(made.quote, wrapped=is_hard_wrapped(article.text))
    looked = workspace.articles.values() if where == "workspace" else (article,)
    found = {
        one.id: [
            span
            for span in words.occurrences(one.text)
            if one is not article or not span.overlaps(made.span)
        ]
        for one in looked
    }
    places = untagged_places(workspace, found, made.kind)
    operation = tag_all(workspace, places, made.kind, made.attributes, made.note)
    return tuple(edit for edit in operation.edits if isinstance(edit, AnnotationEdit))


def _made(workspace: Workspace, arguments: argparse.Namespace) -> Annotation:
    """Return the tag that is asked for.

    Raises:
        UserError, WorkspaceError: If there can be no such tag.
    """
    article = article_named(workspace, arguments.article)
    start, end = arguments.start, arguments.end
    if not 0 <= start < end <= len(article.text):
        msg = (
            f"{start} to {end} is no passage of an article of {len(article.text)} characters; "
            "count them from 0, and the end is not included."
        )
        raise UserError(msg)
    kind = workspace.tag_set.get(arguments.kind)
    attributes = {} if kind is None else _attributes(kind, arguments.attr)
    operation = editing.tag(workspace, article.id, Span(start, end), arguments.kind, attributes)
    (edit,) = operation.edits
    assert isinstance(edit, AnnotationEdit)
    assert edit.after is not None
    return replace(edit.after, note=arguments.note)


def _attributes(kind: TagKind, words: Iterable[str]) -> dict[str, AttributeValue]:
    """Read ``NAME=VALUE`` words as the attributes of a kind."""
    values: dict[str, AttributeValue] = {}
    for word in words:
        name, sign, written = word.partition("=")
        attribute = kind.attribute(name)
        if not sign or attribute is None:
            names = ", ".join(one.name for one in kind.attributes) or "none at all"
            msg = f"“{word}” is no NAME=VALUE of a {kind.name}, whose names are {names}."
            raise UserError(msg)
        if name in values:
            msg = f"The attribute {name} is given twice; give it once."
            raise UserError(msg)
        try:
            value = attribute.parse(written)
        except InvalidAttributeError as error:
            raise UserError(str(error)) from None
        if value is not None:
            values[name] = value
    return values


TAG = Command(
    "tag",
    "tag a passage of an article",
    """
    wenmai tag my-workspace 3f2a 120 123 metric --attr value=62 unit=场
    wenmai tag my-workspace "社区讲座" 40 44 programme --note "second mention"
    wenmai tag my-workspace "社区讲座" 40 44 programme --all workspace
    """,
    _takes,
    _run,
)
