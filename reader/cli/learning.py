"""What ``wenmai suggest`` does in a workspace besides: it learns, accepts and forgets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli.command import DONE, UserError
from reader.cli.opening import opened, writable
from reader.cli.output import say, say_json
from reader.suggest import Gazetteer, suggest
from reader.suggest.learning import apply, learn
from reader.workspace import judging

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Collection, Iterator

    from reader.suggest import Suggestion
    from reader.suggest.learning import Learned
    from reader.text.article import Article
    from reader.workspace import Workspace

Found = tuple["Article", "list[Suggestion]"]


def takes_verdicts(parser: argparse.ArgumentParser, share: Callable[[str], float]) -> None:
    """Add what can be asked of a workspace, one at a time."""
    group = parser.add_mutually_exclusive_group()
    group.add_argument(
        "--accept",
        metavar="SHARE",
        type=share,
        help="accept what the rules are so sure of, or surer, in all articles of a workspace: "
        "tag it, as one step that Undo takes back",
    )
    group.add_argument(
        "--learned",
        action="store_true",
        help="print what was learned from what was accepted, rejected and tagged",
    )
    group.add_argument(
        "--forget", action="store_true", help="forget what was accepted and rejected; tags stay"
    )


def asks_for_verdicts(arguments: argparse.Namespace) -> bool:
    """Return whether a command is about verdicts.

    Raises:
        UserError: If it is, and names no workspace.
    """
    asks = arguments.accept is not None or arguments.learned or arguments.forget
    if asks and not arguments.source.is_dir():
        msg = (
            f"{arguments.source} is no workspace; only in one are suggestions accepted and learned "
            "from, so import the text first."
        )
        raise UserError(msg)
    return bool(asks)


def run_verdicts(
    arguments: argparse.Namespace,
    kinds: Collection[str],
    show: Callable[[Suggestion, Article], None],
) -> int:
    """Do what was asked of a workspace.

    Args:
        arguments: The command's.
        kinds: The kinds to accept.
        show: Prints a suggestion.
    """
    if arguments.learned:
        with opened(arguments.source) as workspace:
            learned = learned_in(workspace)
        if arguments.json:
            say_json(learned.to_json())
        else:
            _print_learned(learned)
        return DONE
    with writable(arguments.source) as workspace:
        if arguments.forget:
            _forget(workspace, as_json=arguments.json)
        else:
            least = max(arguments.accept, arguments.min_confidence)
            _accept(workspace, kinds, least, show if arguments.json else None)
    return DONE


def learned_in(workspace: Workspace) -> Learned:
    """Return what follows from all verdicts and tags of a workspace."""
    return learn(workspace.all_verdicts, workspace.annotations.values())


def suggested_in(workspace: Workspace, kinds: Collection[str]) -> Iterator[Found]:
    """Yield every article with what is suggested in it, after what was learned.

    A kind that the tag set does not have is not suggested.
    """
    kinds = [kind for kind in kinds if workspace.tag_set.get(kind) is not None]
    learned = learned_in(workspace)
    names = Gazetteer(name for name in learned.gazetteer if name.kind in kinds)
    for article in workspace.articles.values():
        found = suggest(article.text, gazetteer=names, kinds=kinds)
        yield article, apply(learned, found, article.text)


def _accept(
    workspace: Workspace,
    kinds: Collection[str],
    least: float,
    show: Callable[[Suggestion, Article], None] | None,
) -> None:
    chosen = [
        (article, sure)
        for article, found in suggested_in(workspace, kinds)
        if (sure := [one for one in found if one.confidence >= least])
    ]
    workspace.apply(judging.accept_all(workspace, {one.id: sure for one, sure in chosen}))
    if show is None:
        number = sum(len(sure) for _, sure in chosen)
        say(f"Suggestions accepted: {number:,}; articles: {len(chosen):,}")
        return
    for article, sure in chosen:
        for one in sure:
            show(one, article)


def _forget(workspace: Workspace, *, as_json: bool) -> None:
    operation = judging.forget(workspace)
    workspace.apply(operation)
    number = len(operation.edits)
    if as_json:
        say_json({"forgotten": number})
    else:
        say(f"Verdicts forgotten: {number:,}; all tags stay")


def _print_learned(learned: Learned) -> None:
    data = learned.to_json()
    for one in data["names"]:
        say(
            f"name  {one['words']}  ({one['kind']})  tagged: {one['tagged']:,}  "
            f"rejected: {one['rejected']:,}  {one['confidence']:.2f}"
        )
    for one in data["rejections"]:
        hidden = "  hidden everywhere" if one["hidden"] else ""
        say(
            f"rejected  {one['words']}  ({one['kind']}, {one['rule']})  "
            f"times: {one['rejected']:,}{hidden}"
        )
    for one in data["rules"]:
        say(f"rule  {one['rule']}  accepted: {one['accepted']:,}  rejected: {one['rejected']:,}")
    if not any(data.values()):
        say("Nothing was learned: no name is tagged, and no suggestion was judged.")
