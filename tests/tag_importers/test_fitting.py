"""A tag is placed where it certainly belongs, and otherwise listed with the reason."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.tag_importers import fitting
from reader.tag_importers.fitting import How, Placed, fit
from reader.tag_importers.matching import KnownArticle, Matching
from reader.tag_importers.records import FileArticle, FileTag, TagFile
from reader.text.article import Article

if TYPE_CHECKING:
    from reader.tag_importers.fitting import Fitted

TEXT = "社区讲座𠮷\r\n街道办了62场互联网讲座，老人发展兴趣，另有62场读书会。\n"
ARTICLE = Article.from_text(TEXT, title="社区讲座", metadata={"file": "talk 1.txt"})


def found(tag: FileTag, *known: Article, **article: object) -> Fitted:
    own = FileArticle(tag.article, **({"id": ARTICLE.id} | article))  # type: ignore[arg-type]
    articles = [KnownArticle(one, one.title) for one in known or (ARTICLE,)]
    return fit(TagFile((own,), (tag,)), articles)


def placed(tag: FileTag, **article: object) -> tuple[str, int, How]:
    (only,) = found(tag, **article).placed
    return only.span.of(only.article.text), only.span.start, only.how


def why(tag: FileTag, **article: object) -> str:
    (only,) = found(tag, **article).unplaced
    return only.why


def quoted(words: str, **more: object) -> FileTag:
    return FileTag("a", "k", **({"quote": words} | more))  # type: ignore[arg-type]


# Offsets


def test_offsets_count_where_the_words_are_there() -> None:
    start = TEXT.index("62场读")
    assert placed(quoted("62场", start=start, end=start + 3)) == ("62场", start, How.OFFSETS)


def test_utf_16_units_count_too() -> None:
    start = TEXT.index("62场读")
    tag = quoted("62场", start=start + 1, end=start + 4)
    assert placed(tag) == ("62场", start, How.OFFSETS)


@pytest.mark.parametrize(
    ("start", "end"), [(5, 5), (9, 3), (None, 3), (3, None), (900, 903), (4, 5)]
)
def test_offsets_that_are_none_leave_it_to_the_words(start: int | None, end: int | None) -> None:
    tag = quoted("互联网", start=start, end=end)
    assert placed(tag) == ("互联网", TEXT.index("互联网"), How.QUOTE)


def test_without_words_offsets_count_in_the_same_text_only() -> None:
    tag = FileTag("a", "k", start=0, end=2)
    assert placed(tag) == ("社区", 0, How.OFFSETS)
    assert placed(tag, id="", sha256=ARTICLE.sha256) == ("社区", 0, How.OFFSETS)
    assert why(tag, id="", names=("社区讲座",)) == fitting.NO_PLACE
    assert why(replace(tag, end=900)) == fitting.NO_PLACE
    assert why(replace(tag, start=None)) == fitting.NO_PLACE


# Words


def test_words_that_stand_once_are_certain() -> None:
    assert placed(quoted("读书会", start=0, end=3)) == ("读书会", TEXT.index("读书会"), How.QUOTE)


def test_words_that_stand_twice_need_those_around_them() -> None:
    assert why(quoted("62场")) == fitting.AMBIGUOUS
    assert placed(quoted("62场", suffix="读书"))[1] == TEXT.index("62场读")
    assert placed(quoted("62场", prefix="办了"))[1] == TEXT.index("62场互")


def test_words_that_are_not_there_are_not_placed() -> None:
    assert why(quoted("没有")) == fitting.NOT_FOUND
    # The words are there, but not among these.
    assert why(quoted("62场", prefix="别的文章里", suffix="也有的")) == fitting.AMBIGUOUS


def test_line_ends_and_script_do_not_matter_where_enough_stands_around() -> None:
    tag = quoted(
        "互聯網講座", prefix="社區講座𠮷街道辦了62場", suffix="，老人發展興趣，另有62場讀書會。"
    )
    assert placed(tag) == ("互联网讲座", TEXT.index("互联网"), How.QUOTE)


def test_what_the_reader_of_the_file_found_wrong_is_said() -> None:
    tag = quoted("互联网", problem="it stands in several pieces")
    assert why(tag) == "it stands in several pieces"
    assert why(tag, text=TEXT) == "it stands in several pieces"


# Files with the text


def test_a_file_with_the_same_text_has_its_own_offsets() -> None:
    tag = FileTag("a", "k", start=0, end=2)
    assert placed(tag, id="", text=TEXT) == ("社区", 0, How.OFFSETS)
    assert why(replace(tag, end=900), id="", text=TEXT) == fitting.NO_PLACE
    assert why(replace(tag, start=None), text=TEXT) == fitting.NO_PLACE


def test_a_file_with_another_text_leads_by_its_words() -> None:
    other = TEXT.replace("\r\n", "\n").removeprefix("社区讲座𠮷\n")
    start = other.index("互联网")
    tag = FileTag("a", "k", start=start, end=start + 3)
    named = {"id": "", "names": ("社区讲座",)}
    assert placed(tag, text=other, **named) == ("互联网", TEXT.index("互联网"), How.QUOTE)
    tags = (tag, FileTag("a", "k", start=len(other), end=len(other) + 4))
    other += "没有的话62场"
    file = TagFile(
        (FileArticle("a", names=("社区讲座",), text=other),),
        (*tags, FileTag("a", "k", start=len(other) - 3, end=len(other))),
    )
    outcome = fit(file, [KnownArticle(ARTICLE, "社区讲座")])
    assert [one.why for one in outcome.unplaced] == [fitting.NOT_FOUND, fitting.AMBIGUOUS]
    assert [one.quote for one in outcome.unplaced] == ["没有的话", "62场"]
    assert [one.tag for one in outcome.placed] == [tag]


# Articles


def test_articles_are_found_by_sum_id_words_and_name() -> None:
    other = Article.from_text("另一篇", title="社区讲座 二")
    known = [KnownArticle(ARTICLE, "改过的 标题"), KnownArticle(other, other.title)]
    matching = Matching(known)

    def find(**said: object) -> Article | None:
        return matching.find(FileArticle("x", **said))  # type: ignore[arg-type]

    assert find(sha256=ARTICLE.sha256.upper()) is ARTICLE
    assert find(id=ARTICLE.id) is ARTICLE
    assert find(text=TEXT) is ARTICLE
    assert find(text="\ufeff" + TEXT.replace("\r\n", "\n\n  ")) is ARTICLE
    for name in ("改过的_标题", "社区讲座", "talk-1.TXT", "talk_1", "talk 1.ann"):
        assert find(names=("", name)) is ARTICLE
    for nothing in ({}, {"names": ("别的",)}, {"text": "别的"}, {"names": ("《》",)}):
        assert find(**nothing) is None


def test_what_fits_several_articles_fits_none() -> None:
    twins = [Article.from_text(text, title="同名") for text in ("甲 乙", "甲\n乙", "丙")]
    matching = Matching(KnownArticle(one, one.title) for one in twins)
    assert matching.find(FileArticle("x", names=("同名",))) is None
    assert matching.find(FileArticle("x", text="甲乙")) is None
    assert matching.find(FileArticle("x", text="丙 ", names=("同名",))) is twins[2]


def test_a_later_version_of_a_text_is_known_by_its_sentences() -> None:
    lines = [f"街道办第{number}次举办互联网讲座和读书会。" for number in range(10)]
    other = [f"图书馆第{number}次举办别的活动和展览会。" for number in range(10)]
    articles = [Article.from_text("".join(some)) for some in (lines, other)]
    matching = Matching(KnownArticle(one, "") for one in articles)

    def find(*sentences: str) -> Article | None:
        return matching.find(FileArticle("x", text="新的标题\n\n" + "\n".join(sentences)))

    assert find(*lines[2:]) is articles[0]
    assert find(*other[:8], "别的") is articles[1]
    # Too few, or too few of all, or another has half as many.
    assert find(*lines[:2]) is None
    assert find(*(f"这是另一篇文章里的第{n}个长句子。" for n in range(9)), *lines[:4]) is None
    assert find(*lines[:6], *other[:3]) is None
    assert Matching([]).find(FileArticle("x", text="街道办")) is None
    alone = Matching([KnownArticle(articles[0], "")])
    assert alone.find(FileArticle("x", text="".join(lines[1:]))) is articles[0]


def test_an_article_that_is_not_named_is_known_by_the_words_of_its_tags() -> None:
    articles = [Article.from_text(text) for text in (TEXT, "别的文章，也说互联网讲座和读书会。")]

    def unplaced(*quotes: str, known: int = 2, **said: object) -> int:
        tags = tuple(quoted(words) for words in quotes)
        file = TagFile((FileArticle("a", **said),), tags)  # type: ignore[arg-type]
        outcome = fit(file, [KnownArticle(one, "") for one in articles[:known]])
        assert all(one.article is articles[0] for one in outcome.placed)
        return len(outcome.unplaced)

    here = ("街道办了62场", "老人发展兴趣", "另有62场读书会")
    assert unplaced(*here) == 0
    assert unplaced(*here, "互联网讲座", names=("https://a.cn",)) == 0
    # Too few, or too short, or most of them elsewhere, or another article has half as many.
    assert unplaced(*here[:2]) == 2
    assert unplaced("街道办", "老人", "兴趣", "社区") == 4
    assert unplaced(*here, "一二三四", "二三四五", "三四五六") == 6
    assert unplaced(*here, "互联网讲座", "联网讲座", "读书会。") == 6
    # Where there is one article, a file that says nothing of its article means that one.
    assert unplaced("老人", known=1) == 0
    assert unplaced("老人", known=1, names=("x",)) == 1
    assert unplaced("老人", known=0) == 1


def test_an_address_names_the_article_that_came_from_there() -> None:
    article = Article.from_text("甲", metadata={"url": "https://a.cn/1"})
    matching = Matching([KnownArticle(article, "乙")])
    assert matching.find(FileArticle("x", names=("https://a.cn/1",))) is article


def test_tags_of_an_article_that_is_not_there_are_listed() -> None:
    outcome = found(quoted("62场"), id="x", names=("", "别的"))
    (one,) = outcome.unplaced
    assert (one.why, one.named, one.quote) == (fitting.NO_ARTICLE, "别的", "62场")
    assert [article.key for article in outcome.missing] == ["a"]
    (one,) = found(FileTag("a", "k"), ARTICLE, Article.from_text("x"), id="").unplaced
    assert (one.named, one.quote) == ("a", "")


def test_the_order_is_that_of_the_file_and_progress_is_told() -> None:
    tags = tuple(
        FileTag("ab"[number % 2], "k", quote="读书会", note=str(number)) for number in range(120)
    )
    file = TagFile((FileArticle("a", ARTICLE.id), FileArticle("b", names=("x",))), tags)
    told: list[tuple[int, int]] = []
    outcome = fit(file, [KnownArticle(ARTICLE, "")], lambda *step: told.append(step))
    assert [one.tag.note for one in outcome.placed] == [str(n) for n in range(0, 120, 2)]
    assert [one.tag.note for one in outcome.unplaced] == [str(n) for n in range(1, 120, 2)]
    assert told == [(50, 120), (100, 120)]


@given(text=st.text("甲乙𠮷 \n", min_size=1), data=st.data())
def test_a_tag_is_never_placed_on_other_words(text: str, data: st.DataObject) -> None:
    article = Article.from_text(text)
    words = data.draw(st.text("甲乙𠮷 \n", min_size=1, max_size=4))
    start = data.draw(st.integers(0, 20))
    around = st.text("甲乙", max_size=3)
    tag = quoted(
        words,
        start=start,
        end=start + len(words),
        prefix=data.draw(around),
        suffix=data.draw(around),
    )
    outcome = fit(
        TagFile((FileArticle("a", article.id),), (tag,)), [KnownArticle(article, article.title)]
    )
    for one in outcome.placed:
        assert isinstance(one, Placed)
        assert one.span
        said = one.span.of(text)
        assert "".join(said.split()) == "".join(words.split())
        if one.how is How.OFFSETS:
            assert said == words
