"""Names that are known are found alike, few of them or thousands."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.suggest import Gazetteer, Name, suggest

_WORDS = st.text(st.sampled_from("甲乙丙丁"), min_size=1, max_size=4)
# None of them is in a text; with them there are too many for one pattern.
_OTHERS = [Name(chr(0x5000 + n) + "戊", "programme") for n in range(60)]


def _scanned(names: set[str], text: str) -> list[tuple[int, int, str]]:
    """Return what stands where, by trying every name at every place."""
    found, at = [], 0
    while at < len(text):
        here = [words for words in names if text.startswith(words, at)]
        longest = max(here, key=len, default="")
        if longest:
            found.append((at, at + len(longest), longest))
        at += len(longest) or 1
    return found


@settings(max_examples=200, deadline=None)
@given(st.sets(_WORDS, max_size=8), st.text(st.sampled_from("甲乙丙丁戊"), max_size=40))
@example({"甲乙丙"}, "甲乙丁甲乙丙")
def test_the_longest_at_each_place_is_found_from_the_left(names: set[str], text: str) -> None:
    known = [Name(words, "programme") for words in sorted(names)]
    for gazetteer in (Gazetteer(known), Gazetteer([*known, *_OTHERS])):
        found = [(start, end, name.words) for start, end, name in gazetteer.find(text)]
        assert found == _scanned(names, text)


def test_thousands_of_names_are_suggested_like_few() -> None:
    text = "周末参加渡口夜話的人多，夜话又来了。"
    few = [Name("渡口夜话", "programme", {"name": "渡口夜话"}), Name("夜话", "programme")]
    expected = suggest(text, gazetteer=few)
    assert [one.span.of(text) for one in expected] == ["渡口夜話", "夜话"]
    assert suggest(text, gazetteer=Gazetteer([*few, *_OTHERS])) == expected


def test_no_name_is_nowhere() -> None:
    assert len(Gazetteer([Name("", "programme")])) == 0
    assert list(Gazetteer().find("渡口夜话")) == []


def test_two_differ_by_what_they_say_of_a_name() -> None:
    one = Gazetteer([Name("渡口夜话", "programme"), Name("书香", "programme")])
    same = Gazetteer([Name("書香", "programme"), Name("渡口夜话", "programme")])
    other = Gazetteer([Name("渡口夜话", "honour"), Name("夜话", "programme")])
    assert Gazetteer().differences(Gazetteer()) == set()
    assert one.differences(other) == other.differences(one) == {"渡口夜话", "书香", "夜话"}
    assert one.differences(same) == {"书香"}
