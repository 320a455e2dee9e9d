from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.text.changes import Change, changes, corrected, counterparts, word_at
from reader.text.conversion import CHAINED_CONFIGS, IDENTITY_CONFIGS, REGIONAL_CONFIGS, stages
from reader.text.dictionaries import all_entries, entries
from reader.text.glossary import Correction, Corrections, InvalidCorrectionError
from reader.text.span import Span
from reader.text.view import ScriptView
from tests.text.strategies import OPENCC_TEXTS, spans

ALL_CONFIGS = (*IDENTITY_CONFIGS, *REGIONAL_CONFIGS, *CHAINED_CONFIGS)


def changes_of(text: str, config: str | None) -> list[Change]:
    """Return the changes of a whole text."""
    return changes(ScriptView(text, config).whole(), text, counterparts(config))


def summary(text: str, config: str | None) -> list[tuple[str, str, str]]:
    """Return each change as its words, what is shown, and what it is."""
    shown = ScriptView(text, config).whole().text
    found = []
    for change in changes_of(text, config):
        words = [word for word in ("ambiguous", "changed", "replaced") if getattr(change, word)]
        found.append((change.source.of(text), change.view.of(shown), " ".join(words)))
    return found


@settings(max_examples=120, deadline=None)
@given(OPENCC_TEXTS, st.sampled_from([None, *ALL_CONFIGS]), st.data())
@example("用互联网软件的人发现里面干了", "s2twp", None)
def test_changes_are_what_comparing_character_by_character_finds(
    text: str, config: str | None, data: st.DataObject | None
) -> None:
    asked = Span(0, len(text)) if data is None else data.draw(spans(len(text)))
    part = ScriptView(text, config).slice(asked)
    words, doubtful = part.span.of(text), counterparts(config)
    blocks = [block.source for block in part.alignment.blocks]
    expected: list[tuple[bool, bool] | Span | None] = []
    for offset, character in enumerate(words):
        block = next((one for one in blocks if one.holds(offset)), None)
        if block is not None:
            expected.append(block)
            continue
        shown = part.alignment.to_view(Span(offset, offset + 1)).of(part.text)
        kind = character in doubtful, character != shown
        expected.append(kind if any(kind) else None)

    found = changes(part, text, doubtful)
    marked: list[tuple[bool, bool] | Span | None] = [None] * len(words)
    for change in found:
        assert change.view == part.alignment.to_view(change.source)
        assert change.replaced == (change.source in blocks)
        kind = change.ambiguous, change.changed
        for offset in range(change.source.start, change.source.end):
            marked[offset] = change.source if change.replaced else kind
    assert marked == expected
    for one, other in pairwise(found):
        assert one.source.end <= other.source.start
        touching = one.source.end == other.source.start
        alike = (one.ambiguous, one.changed) == (other.ambiguous, other.changed)
        assert not (touching and alike and not one.replaced and not other.replaced)


def test_an_ambiguous_character_stands_apart_from_what_changed_around_it() -> None:
    assert summary("云溪县发现头发", "s2tw") == [
        ("云", "雲", "ambiguous changed"),
        ("溪", "溪", "ambiguous"),
        ("县", "縣", "changed"),
        ("发", "發", "ambiguous changed"),
        ("现头", "現頭", "changed"),
        ("发", "髮", "ambiguous changed"),
    ]


def test_a_choice_to_leave_a_character_is_told_too() -> None:
    assert summary("公里", "s2tw") == [("里", "里", "ambiguous")]
    assert summary("干涉", "s2tw") == [("干", "干", "ambiguous")]


def test_a_replaced_word_is_one_change_and_no_guess() -> None:
    assert summary("用互联网", "s2twp") == [("互联网", "網際網路", "changed replaced")]
    # 台 has four counterparts; here the whole word was chosen.
    assert summary("台式机", "s2twp") == [("台式机", "桌上型電腦", "changed replaced")]


def test_offsets_are_within_the_slice() -> None:
    text = "这里。发现"
    part = ScriptView(text, "s2tw").slice(Span(3, 5))
    assert changes(part, text, counterparts("s2tw")) == [
        Change(Span(0, 1), Span(0, 1), ambiguous=True, changed=True),
        Change(Span(1, 2), Span(1, 2), ambiguous=False, changed=True),
    ]


def test_without_counterparts_only_what_differs_is_told() -> None:
    text = "公里外发现"
    part = ScriptView(text, "s2tw").whole()
    assert changes(part, text) == [Change(Span(3, 5), Span(3, 5), ambiguous=False, changed=True)]
    assert changes(ScriptView(text, None).whole(), text) == []


def test_a_correction_is_a_change_too() -> None:
    text = "网络课"
    part = ScriptView(text, "s2tw", Corrections([("网络", "網路上")])).whole()
    assert [change.replaced for change in changes(part, text)] == [True, False]


def corrected_summary(
    text: str, asked: Span, *pairs: tuple[str, str], config: str = "s2tw"
) -> list[tuple[str, str, str]]:
    """Return the changes of a part of a corrected text."""
    view = ScriptView(text, config, Corrections(pairs))
    part = view.slice(asked)
    found = []
    for one in changes(part, text, counterparts(config), corrected(view, part.span)):
        words = [word for word in ("ambiguous", "changed", "replaced") if getattr(one, word)]
        found.append((one.source.of(part.span.of(text)), one.view.of(part.text), " ".join(words)))
    return found


def test_a_word_that_a_correction_settled_is_certain() -> None:
    text = "发现头发，发现"
    assert corrected_summary(text, Span(0, 4), ("头发", "頭髮")) == [
        ("发", "發", "ambiguous changed"),
        ("现头发", "現頭髮", "changed"),
    ]
    # What is kept as it is shows nothing at all.
    assert corrected_summary("云溪里", Span(0, 3), ("云溪", "云溪")) == [
        ("里", "裡", "ambiguous changed")
    ]
    assert corrected_summary("云溪", Span(0, 2)) == [
        ("云", "雲", "ambiguous changed"),
        ("溪", "溪", "ambiguous"),
    ]


def test_a_part_of_a_corrected_word_is_certain_too() -> None:
    text = "我，人发里人，发里"
    pairs = ("发里", "發里"), ("人发", "人發")
    # As the view finds them: 人发 comes first, so 发里 is not found there.
    assert corrected_summary(text, Span(3, 5), *pairs) == [
        ("发", "發", "changed"),
        ("里", "里", "ambiguous"),
    ]
    assert corrected_summary(text, Span(8, 9), *pairs) == []
    assert corrected_summary(text, Span(7, 8), *pairs) == [("发", "發", "changed")]


def test_a_corrected_word_goes_on_across_the_line_end_of_a_narrow_column() -> None:
    text = "这里有人\n" * 8 + "看头\r\n发里面\n" + "这里有人\n" * 8
    at = text.index("看头")
    assert corrected_summary(text, Span(at, at + 8), ("头发", "頭髮")) == [
        ("头", "頭", "changed"),
        ("发", "髮", "changed"),
        ("里", "裡", "ambiguous changed"),
        ("面", "面", "ambiguous"),
    ]


@settings(max_examples=60, deadline=None)
@given(OPENCC_TEXTS, st.data())
def test_what_a_correction_settled_is_never_ambiguous_and_the_rest_stays(
    text: str, data: st.DataObject
) -> None:
    place = data.draw(spans(len(text)))
    words = place.of(text)[:6]
    try:
        Correction(words, words)
    except InvalidCorrectionError:
        return
    view = ScriptView(text, "s2tw", Corrections([(words, words)]))
    part = view.slice(data.draw(spans(len(text))))
    certain = corrected(view, part.span)
    assert all(span.of(text) == words for span in certain)
    held = {offset for span in certain for offset in range(span.start, span.end)}
    doubtful = counterparts("s2tw")
    marked = {
        change.source.start + part.span.start + offset
        for change in changes(part, text, doubtful, certain)
        if change.ambiguous
        for offset in range(len(change.source))
    }
    assert marked == {
        offset
        for offset in range(part.span.start, part.span.end)
        if text[offset] in doubtful and offset not in held
    }


@pytest.mark.parametrize(
    ("config", "character", "values"),
    [
        ("s2t", "发", "發髮"),
        ("s2t", "里", "裏里哩"),
        # The second stage has its say: 裡 is how Taiwan writes 裏.
        ("s2tw", "里", "裡里哩"),
        ("s2twp", "干", "幹乾干榦"),
        ("s2hk", "台", "台枱颱"),
        ("t2s", "乾", "干乾"),
        # 看著 is 看着, but 著名 stays: the phrases of the way back know.
        ("tw2s", "著", "着著"),
        ("tw2sp", "乾", "干乾"),
        ("t2tw", "樑", "梁樑"),
        ("t2hk", "線", "線綫"),
        ("t2twp", "樑", "梁樑"),
    ],
)
def test_counterparts_come_from_every_stage_the_usual_one_first(
    config: str, character: str, values: str
) -> None:
    assert counterparts(config)[character] == tuple(values)


@pytest.mark.parametrize(
    ("config", "character"),
    [
        ("s2tw", "县"),
        # 蔘 of the first stage is 参 again after the second.
        ("tw2s", "參"),
        # 𫔭 is in the dictionary, and in no newspaper.
        ("t2s", "開"),
        ("t2twp", "发"),
    ],
)
def test_a_character_with_one_counterpart_is_no_choice(config: str, character: str) -> None:
    assert character not in counterparts(config)


def test_the_original_has_no_counterparts() -> None:
    assert not counterparts(None)
    assert changes_of("这里发现", None) == []


@pytest.mark.parametrize("config", ALL_CONFIGS)
def test_what_stands_for_a_lone_character_is_among_its_counterparts(config: str) -> None:
    for character, values in counterparts(config).items():
        shown = ScriptView(character, config).whole().text
        assert shown in values, character
        assert len(set(values)) == len(values) > 1


def test_every_value_of_a_dictionary_can_be_read() -> None:
    every = dict(all_entries("STCharacters.ocd2"))
    assert every["发"] == ["發", "髮"]
    assert entries("STCharacters.ocd2") == [(key, values[0]) for key, values in every.items()]


def test_stages_name_the_dictionaries_in_use() -> None:
    assert stages("t2s") == [["TSPhrases.ocd2", "TSCharacters.ocd2"]]
    assert stages("t2twp") == stages("s2twp")[1:]
    assert [len(stages(config)) for config in ("s2t", "s2tw", "tw2sp")] == [1, 2, 2]
    with pytest.raises(ValueError, match="nowhere"):
        stages("nowhere")


def word(text: str, config: str, offset: int) -> tuple[str, str] | None:
    """Return the word at an offset with what is shown for it."""
    shown = ScriptView(text, config).whole().text
    found = word_at(changes_of(text, config), offset)
    return None if found is None else (found[0].of(text), found[1].of(shown))


def test_a_word_is_the_changed_characters_in_a_row() -> None:
    text = "在云溪县发现"
    assert word(text, "s2tw", 0) is None
    assert word(text, "s2tw", 1) == ("云", "雲")
    # 溪 was left, though it has two counterparts: it is no part of what changed.
    assert word(text, "s2tw", 2) == ("溪", "溪")
    assert word(text, "s2tw", 3) == word(text, "s2tw", 5) == ("县发现", "縣發現")
    assert word(text, "s2tw", 6) is None


def test_characters_that_were_left_are_told_one_at_a_time() -> None:
    assert summary("合同", "s2tw") == [("合同", "合同", "ambiguous")]
    assert [word("合同", "s2tw", offset) for offset in (0, 1)] == [("合", "合"), ("同", "同")]


def test_a_replaced_word_joins_no_neighbour() -> None:
    text = "说互联网软件"
    assert [word(text, "s2twp", offset) for offset in (0, 1, 3, 4)] == [
        ("说", "說"),
        ("互联网", "網際網路"),
        ("互联网", "網際網路"),
        ("软件", "軟體"),
    ]
