"""What somebody types finds names: by their beginning, a word's, initials, letters in order."""

from __future__ import annotations

import pytest

from reader.ui.fuzzy import Name, distance, words_of


def order(typed: str, *names: str) -> list[str]:
    """Return the names that fit what is typed, the best first."""
    ranked = [(distance(words_of(typed), [(Name(name), 0.0)]), name) for name in names]
    return [name for far, name in sorted((far, name) for far, name in ranked if far is not None)]


def test_the_beginning_comes_before_a_word_inside_and_scattered_letters() -> None:
    names = ["Redefine", "Find next", "Go find it", "Further indented", "Quit"]
    assert order("find", *names) == ["Find next", "Go find it", "Further indented"]
    assert order("fin", *names) == ["Find next", "Go find it", "Redefine", "Further indented"]


def test_initials_find_a_name() -> None:
    assert order("nt", "Next tag", "Enter", "Quit") == ["Next tag", "Enter"]


def test_letters_begin_where_a_word_begins() -> None:
    assert order("xg", "Next tag") == []
    assert order("txg", "Next tag x g") == ["Next tag x g"]


def test_every_word_typed_must_fit() -> None:
    assert order("tag next", "Next tag", "Next article") == ["Next tag"]
    assert order("tag nothing", "Next tag") == []


def test_nothing_typed_fits_everything_alike() -> None:
    assert order("  ", "B", "A") == ["A", "B"]


@pytest.mark.parametrize(
    ("typed", "name"),
    [("政协", "縣政協文史委"), ("書屋", "农家书屋"), ("ＦＩＮＤ", "find"), ("清记", "清溪记")],
)
def test_script_width_and_case_do_not_matter(typed: str, name: str) -> None:
    assert order(typed, name) == [name]


def test_a_second_name_counts_for_less() -> None:
    first, second = Name("Dark"), Name("View › Theme")
    names = [(first, 0.0), (second, 1.5)]
    assert distance(["dark"], names) == 0
    assert distance(["theme"], names) == 2.5
    assert distance(["theme", "dark"], names) == 2.5
    assert distance(["x"], names) is None
