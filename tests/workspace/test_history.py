from __future__ import annotations

from reader.annotation.operation import ArticleDetails, ArticleEdit, Operation
from reader.workspace.files.entry import Direction, Entry, Reverts
from reader.workspace.journals.history import History, Step, left_sentence


def operation(number: int) -> Operation:
    edit = ArticleEdit("0" * 16, ArticleDetails(str(number)), ArticleDetails(str(number + 1)))
    return Operation(f"Step {number}", (edit,))


def done(seq: int) -> Entry:
    return Entry("a", seq, seq, "", "lin", None, operation(seq))


def reverted(seq: int, which: int, direction: Direction) -> Entry:
    what = operation(which).inverted() if direction == "undo" else operation(which)
    return Entry("a", seq, seq, "", "lin", Reverts("a", which, direction), what)


def step(seq: int) -> Step:
    return Step("a", seq, operation(seq))


def tops(history: History) -> tuple[Step | None, Step | None]:
    return history.undoable, history.redoable


def test_an_edit_can_be_undone_and_then_done_again() -> None:
    history = History()
    assert tops(history) == (None, None)
    history.note(done(1))
    assert tops(history) == (step(1), None)
    history.note(reverted(2, 1, "undo"))
    assert tops(history) == (None, step(1))
    history.note(reverted(3, 1, "redo"))
    assert tops(history) == (step(1), None)


def test_a_new_edit_ends_what_could_be_done_again() -> None:
    history = History([done(1), done(2), reverted(3, 2, "undo"), done(4)])
    assert tops(history) == (step(4), None)
    history.note(reverted(5, 4, "undo"))
    assert tops(history) == (step(1), step(4))


def test_steps_are_undone_from_the_last_to_the_first() -> None:
    history = History([done(1), done(2), reverted(3, 2, "undo"), reverted(4, 1, "undo")])
    assert tops(history) == (None, step(1))
    history.note(reverted(5, 1, "redo"))
    assert tops(history) == (step(1), step(2))


def test_a_lost_line_loses_no_more_than_its_step() -> None:
    without_first = [done(2), reverted(3, 2, "undo"), reverted(4, 1, "undo")]
    assert tops(History(without_first)) == (None, step(1))
    without_undo = [done(1), done(2), reverted(4, 1, "undo")]
    assert tops(History(without_undo)) == (step(2), step(1))
    without_undo_of_redone = [done(1), reverted(3, 1, "redo")]
    assert tops(History(without_undo_of_redone))[0] == step(1)


def test_of_a_step_undone_in_part_that_part_is_done_again_and_then_all_of_it_can_be_undone() -> (
    None
):
    one, two = (ArticleEdit(name * 16, ArticleDetails("1"), ArticleDetails("2")) for name in "ab")
    both, part = Operation("Both", (one, two)), Operation("Both", (one,))
    history = History([Entry("a", 1, 1, "", "lin", None, both)])
    history.note(Entry("a", 2, 2, "", "lin", Reverts("a", 1, "undo"), part.inverted()))
    undone = history.redoable
    assert undone is not None
    assert (undone.undone, undone.operation) == (part, both)
    history.note(Entry("a", 3, 3, "", "lin", Reverts("a", 1, "redo"), part))
    assert tops(history) == (Step("a", 1, both), None)


def test_the_sentence_says_how_much_was_left() -> None:
    edits = tuple(
        ArticleEdit(name * 16, ArticleDetails("1"), ArticleDetails("2")) for name in "abc"
    )
    operation = Operation("All", edits)
    assert left_sentence(operation, 1, "undo") == (
        "“All” was undone in 2 of 3 places; the other was changed again since, and left as it is."
    )
    assert left_sentence(operation, 2, "redo") == (
        "“All” was done again in 1 of 3 places; the other 2 were changed again since, and left as "
        "they are."
    )
    assert left_sentence(operation, 3, "undo") == (
        "“All” was not undone, because what it changed was changed again since; it was passed "
        "over, and nothing else is held up by it."
    )
