from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.annotation.kind_rules import DEEPEST, fault, settled
from reader.annotation.tag_set import (
    DEFAULT_TAG_SET,
    Attribute,
    AttributeType,
    TagKind,
    TagSet,
)


def kind(name: str, key: str = "", parent: str = "", label: str = "", **fields: object) -> TagKind:
    return replace(TagKind(name, label or name.title(), "#123456", key, (), parent), **fields)  # type: ignore[arg-type]


def test_a_sound_tag_set_stays_as_it_is() -> None:
    tag_set = TagSet((*DEFAULT_TAG_SET, kind("place"), kind("village", "4", "place")))
    assert settled(tag_set) == (tag_set, ())
    assert settled(tag_set)[0] is tag_set


def test_the_earlier_of_two_kinds_keeps_the_key() -> None:
    tag_set, said = settled(TagSet((kind("place", "p"), kind("person", "P"), kind("plan"))))
    assert [one.key for one in tag_set] == ["p", "", ""]
    assert said == (
        "“Person” has no key, because “Place” has P too and stands before it; give it another key.",
    )


def test_two_kinds_of_one_label_stay_and_are_said() -> None:
    tag_set = TagSet((kind("place", label="地点"), kind("spot", label="地点 ")))
    assert settled(tag_set) == (
        tag_set,
        ("Two kinds are called “地点 ” (place and spot); give one of them another name.",),
    )


def test_a_kind_that_stands_twice_is_there_once() -> None:
    first = kind("place", "1")
    assert settled(TagSet((first, kind("place", "2"))))[0] == TagSet((first,))


def test_a_broader_kind_that_is_not_there_is_none() -> None:
    tag_set, said = settled(TagSet((kind("village", parent="place"),)))
    assert (tag_set.kinds[0].parent, said) == ("", ())


@pytest.mark.parametrize(
    ("parents", "kept"),
    [("b a", "b -"), ("a", "-"), ("b c a", "b c -"), ("- c b", "- c -"), ("b c c", "b c -")],
)
def test_kinds_that_go_in_a_circle_begin_at_the_last(parents: str, kept: str) -> None:
    given_parents = ["" if one == "-" else one for one in parents.split()]
    kinds = [kind(name, parent=one) for name, one in zip("abc", given_parents, strict=False)]
    tag_set, said = settled(TagSet(tuple(kinds)))
    assert [one.parent or "-" for one in tag_set] == kept.split()
    assert len(said) == 1
    assert said[0].endswith("which is one of it; choose where it belongs.")


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from(["", *"abcdefg"])), max_size=8)
)
def test_whatever_is_said_of_parents_every_kind_stands_in_the_tree_once(
    said: list[tuple[str, str]],
) -> None:
    tag_set, _ = settled(TagSet(tuple(kind(name, parent=parent) for name, parent in said)))
    in_tree = list(tag_set.tree())
    assert sorted(one.name for _, one in in_tree) == sorted({name for name, _ in said})
    for depth, one in in_tree:
        assert len(tag_set.ancestors(one.name)) == depth
    assert settled(tag_set) == (tag_set, ())


def test_the_tree_keeps_the_order_of_the_kinds() -> None:
    kinds = (kind("c"), kind("b", parent="a"), kind("a"), kind("d", parent="b"), kind("e", "", "a"))
    tag_set = TagSet(kinds)
    tree = [(depth, one.name) for depth, one in tag_set.tree()]
    assert tree == [(0, "c"), (0, "a"), (1, "b"), (2, "d"), (1, "e")]
    assert [one.name for one in tag_set.children("a")] == ["b", "e"]
    assert [one.name for one in tag_set.ancestors("d")] == ["b", "a"]
    assert tag_set.ancestors("place") == ()


def test_a_circle_that_was_never_settled_does_not_go_on_for_ever() -> None:
    tag_set = TagSet((kind("a", parent="b"), kind("b", parent="a")))
    assert [one.name for one in tag_set.ancestors("a")] == ["b", "a"]
    assert list(tag_set.tree()) == []


NEW = kind("place", "4", label="Place")
CHOICE = AttributeType.CHOICE
NO_STORED_NAME = "begin with a small letter a–z and go on with small letters, digits, “_” or “-”."


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        (NEW, ""),
        (replace(NEW, key=""), ""),
        (replace(NEW, parent="metric"), ""),
        (replace(NEW, name="Place"), f"“Place” is no name to store tags under; {NO_STORED_NAME}"),
        (replace(NEW, name="地点"), f"“地点” is no name to store tags under; {NO_STORED_NAME}"),
        (replace(NEW, name=""), f"“” is no name to store tags under; {NO_STORED_NAME}"),
        (replace(NEW, label=" "), "The kind has no name to be shown; write one."),
        (replace(NEW, label="metric"), "There is a kind “Metric” already; choose another name."),
        (
            replace(NEW, colour="red"),
            "“red” is no colour; write # and six digits, such as #0069a8.",
        ),
        (replace(NEW, key="ab"), "“ab” is no key; choose one letter or digit, or none."),
        (replace(NEW, key="1"), "“Metric” has the key 1 already; choose another key."),
        (
            replace(NEW, parent="place"),
            "“Place” cannot be one of itself; choose another broader kind.",
        ),
        (
            replace(NEW, parent="spot"),
            "There is no kind “spot” to be the broader one; choose another.",
        ),
        (
            replace(NEW, attributes=(Attribute("Since", "Since"),)),
            f"“Since” is no name to store an attribute under; {NO_STORED_NAME}",
        ),
        (
            replace(NEW, attributes=(Attribute("since", " "),)),
            "The attribute “since” has no name to be shown; write one.",
        ),
        (
            replace(
                NEW, attributes=(Attribute("a", "A"), Attribute("b", "B"), Attribute("a", "C"))
            ),
            "“Place” has two attributes “a”; give one of them another name.",
        ),
        (
            replace(NEW, attributes=(Attribute("size", "Size", CHOICE, (" ",)),)),
            "“Size” is a choice of nothing; write what there is to choose.",
        ),
        (
            replace(NEW, attributes=(Attribute("size", "Size", CHOICE, ("s", "l", "s")),)),
            "“Size” has one choice twice; remove one of them.",
        ),
        (replace(NEW, attributes=(Attribute("size", "Size", CHOICE, ("s", "l")),)), ""),
    ],
)
def test_a_kind_that_cannot_be_is_refused_in_one_sentence(changed: TagKind, sentence: str) -> None:
    assert fault(changed, DEFAULT_TAG_SET) == sentence


def test_what_somebody_wrote_by_hand_may_stay() -> None:
    old = TagKind("Ort", "Ort", "#123456", "F7", (Attribute("Größe", "Größe"),))
    tag_set = TagSet((old,))
    assert fault(replace(old, label="Place"), tag_set, old) == ""
    assert "is no key" in fault(replace(old, key="F8"), tag_set, old)
    assert "is no name" in fault(replace(old, attributes=(Attribute("Ö", "Ö"),)), tag_set, old)


@pytest.mark.parametrize("backwards", [False, True])
def test_a_chain_of_kinds_is_cut_where_it_goes_too_deep(backwards: bool) -> None:
    kinds = [
        TagKind(f"n{n}", f"N{n}", "#112233", "", parent=f"n{n - 1}" if n else "")
        for n in range(3 * DEEPEST)
    ]
    made, said = settled(TagSet(tuple(kinds[::-1] if backwards else kinds)))
    assert len(made.kinds) == 3 * DEEPEST
    assert max(depth for depth, _ in made.tree()) == DEEPEST - 1
    assert len(said) == 2
    assert all("no deeper than 20 levels" in one for one in said)


def test_a_kind_too_deep_is_refused_and_so_is_one_with_too_much_below_it() -> None:
    chain = [
        TagKind(f"n{n}", f"N{n}", "#112233", "", parent=f"n{n - 1}" if n else "")
        for n in range(DEEPEST)
    ]
    tag_set = TagSet(tuple(chain))
    assert all(fault(kind, tag_set, kind) == "" for kind in chain)
    deeper = TagKind("deeper", "Deeper", "#112233", "", parent=chain[-1].name)
    sentence = "Kinds go no deeper than 20 levels; choose another broader kind for “{}”."
    assert fault(deeper, tag_set) == sentence.format("Deeper")
    top = TagKind("top", "Top", "#112233", "")
    under = replace(chain[0], parent="top")
    assert fault(under, TagSet((top, *chain)), chain[0]) == sentence.format("N0")


def test_a_kind_below_cannot_be_the_broader_one() -> None:
    tag_set = TagSet((kind("a"), kind("b", parent="a"), kind("c", parent="b")))
    assert fault(kind("a", parent="c"), tag_set, tag_set.get("a")) == (
        "“C” is one of “A” already, so it cannot be the broader one; choose another kind."
    )
    assert re.match("“B” is one of “A”", fault(kind("a", parent="b"), tag_set))
