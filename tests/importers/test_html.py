"""Saved pages: the article comes in whole, what is around it stays out, nothing is fetched."""

from __future__ import annotations

import codecs
import io
import json
import re
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.cli.run import main
from reader.importers.archive import entries
from reader.importers.folder import files_in
from reader.importers.html import HTML, parse
from reader.importers.html_encoding import decoded, said_encodings
from reader.importers.html_metadata import iso_date
from reader.importers.importer import ImportRefusedError, UndecodableError
from tests.importers.more_saved_pages import MORE_PAGES
from tests.importers.saved_pages import (
    BODY,
    FIRST,
    FOOT,
    FOURTH,
    NAV,
    PAGES,
    SECOND,
    SHORT,
    THIRD,
    TITLE,
    SavedPage,
    page,
    paragraphs,
)

if TYPE_CHECKING:
    from pathlib import Path


def text_of(html: str) -> str:
    (article,) = parse(html.encode(), "a.html")
    return article.text


def known_of(html: str) -> dict[str, str]:
    (article,) = parse(html.encode(), "a.html")
    return dict(article.metadata)


def refusal(data: bytes) -> str:
    with pytest.raises(ImportRefusedError) as caught:
        parse(data, "页面.html")
    sentence = str(caught.value)
    assert sentence.startswith("页面.html ")
    assert sentence.endswith(".")
    return sentence


@pytest.mark.parametrize("saved", [*PAGES, *MORE_PAGES], ids=lambda saved: saved.name)
def test_an_article_comes_in_paragraph_by_paragraph(saved: SavedPage) -> None:
    (article,) = parse(saved.data, "a.html")
    lines = [line for line in article.text.split("\n") if line]
    assert [line.strip("\u3000") for line in lines] == [
        *saved.above,
        saved.title,
        *saved.paragraphs,
    ]
    assert dict(article.metadata) == {"title": saved.title, **saved.metadata}
    assert not [words for words in saved.around if words in article.text]


def test_paragraphs_are_apart_as_the_page_has_them() -> None:
    html = "<p>甲说。<p>乙说。<br>丙说。<br><br>丁说。<div>戊说。</div>己说。<hr>庚说。"
    assert text_of(html) == "甲说。\n\n乙说。\n丙说。\n\n丁说。\n\n戊说。\n\n己说。\n\n庚说。"


def test_white_space_is_what_a_browser_shows() -> None:
    html = "<p>  中文\n   换行，<b>粗</b>\n<i>斜</i> a\tb \r\n c\u3000\u00a0&nbsp;d。 </p>"
    html += "<p>\u00a0</p>"
    assert text_of(html) == "中文换行，粗 斜 a b c\u3000\u00a0\u00a0d。"


def test_preformatted_text_keeps_its_lines() -> None:
    html = (
        "<p>诗云：</p><pre>白日依山尽，\n  黄河入海流。\n\n欲穷千里目，\r\n更上一层楼。</pre>以上。"
    )
    assert text_of(html) == (
        "诗云：\n\n白日依山尽，\n  黄河入海流。\n\n欲穷千里目，\n更上一层楼。\n\n以上。"
    )


def test_character_references_are_characters_and_punctuation_stays() -> None:
    html = '<p>&ldquo;引号&rdquo;&hellip;&mdash;&#20013;&#x1F600;&amp;lt; “半角”,"…"——。</p>'
    assert text_of(html) == '“引号”…—中😀&lt; “半角”,"…"——。'


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>藏</script>",
        "<style>藏</style>",
        "<noscript>藏</noscript>",
        "<iframe src='http://example.com'>藏</iframe>",
        "<p style='color:red; DISPLAY : none'>藏</p>",
        "<div hidden>藏</div>",
        "<!-- 藏 -->",
        "<textarea>藏</textarea>",
        "<div hidden><p style='display:none'>藏</p></div>",
    ],
)
def test_what_a_browser_does_not_show_is_no_text(unseen: str) -> None:
    assert text_of(f"<p style='color: red'>甲说，{unseen}乙说。</p>").replace("\n", "") == (
        "甲说，乙说。"
    )


def test_a_page_that_hides_itself_until_a_script_shows_it_is_read() -> None:
    assert text_of(f"<html style='display:none'><p>{FIRST}</p></html>") == FIRST


def test_readings_beside_characters_are_left_out() -> None:
    html = "<p><ruby>汉<rp>(</rp><rt>hàn</rt><rp>)</rp>字<rt>zì</rt></ruby>，写得好。</p>"
    assert text_of(html) == "汉字，写得好。"


def test_words_that_are_links_stay_in_their_sentence() -> None:
    html = page(
        f"{NAV}<div class='content'><p><a href='/x'>市文化馆昨日公布课堂名单，共三百二十六场</a>。"
        f"</p>{paragraphs(*BODY)}"
        "<p><a href='#n1'>注一</a></p><p><a href='/y'>点此报名</a></p></div>"
    )
    text = text_of(html)
    assert "共三百二十六场。" in text
    assert "注一" in text
    assert "点此报名" not in text


def test_a_page_of_nothing_but_links_comes_in_whole() -> None:
    html = page(NAV + "<ul><li><a href='/1'>第一版 要闻</a></li><li>第二版</li></ul>", title="目录")
    assert text_of(html).split("\n\n")[-2:] == ["第一版 要闻", "第二版"]


def test_parts_of_one_name_side_by_side_are_one_article() -> None:
    html = page(
        f"{NAV}<div><div class='text'>{paragraphs(FIRST, SECOND)}</div>"
        f"<div class='text'>{paragraphs(THIRD, FOURTH)}</div></div>{FOOT}"
    )
    assert all(one in text_of(html) for one in BODY)


def test_a_long_paragraph_is_not_taken_for_the_article() -> None:
    long = FIRST * 9
    for html in (
        f"<body><p>{long}<br>{long}</p><p>{SHORT}</p>",
        f"<body><div><div>{long}</div><div>{SHORT}</div></div>",
        f"<body>{SHORT}<div>{long}<br>{long}</div>",
        f"<body><div class=article><p>{long}</p></div>{paragraphs(*BODY * 9)}",
    ):
        assert SHORT in text_of(html) or FOURTH in text_of(html)


def test_a_table_of_data_is_read_row_by_row_and_empty_rows_are_none() -> None:
    table = "<table><caption>公益课堂</caption><tr><td>甲<td>326"
    table += "<tr><td><td>\u00a0<tr><td><td>518</table>"
    assert text_of(f"{FIRST}{table}{SECOND}") == (
        f"{FIRST}\n\n公益课堂\n\n甲\t326\n\t518\n\n{SECOND}"
    )


def test_what_stands_around_is_kept_where_it_is_most_of_the_page() -> None:
    assert text_of(f"<div class=comments><p>{FIRST}</p></div>") == FIRST
    assert text_of(f"<div class=sidebar><p>{FIRST}</p></div><p>短。</p>").startswith(FIRST)
    for name in ("comments", "sidebar"):
        assert text_of(f"{NAV}<div class={name}><p>{FIRST}</p></div>") == FIRST


@pytest.mark.parametrize("name", ["class=text-more", "class=more itemprop=articleBody"])
def test_a_part_whose_name_says_text_too_is_kept(name: str) -> None:
    more = f"<div {name}>{paragraphs(FOURTH)}</div>"
    assert FOURTH in text_of(f"<div class=content>{paragraphs(*BODY[:3])}{more}</div>")
    assert FOURTH not in text_of(f"<div>{paragraphs(*BODY[:3])}{more.replace(name, 'class=more')}")


def test_a_title_out_of_sight_is_no_line_of_the_text() -> None:
    html = page(f"<div class=content>{paragraphs(*BODY, indent='')}</div>", title="今日 - 某某日报")
    assert text_of(html) == "\n\n".join(BODY)
    assert known_of(html)["title"] == "今日"


def test_lines_set_above_and_below_the_title_come_with_it_once() -> None:
    heads = f"<div><h3>栏目</h3></div><div><h3>引题</h3><h1>{TITLE}</h1></div><h2>副题一</h2>"
    heads += "<h3><a href='/x'>别的题目</a></h3><h2>副题二</h2>"
    html = page(f"{heads}<div class=content><h2>副题一</h2>{paragraphs(*BODY, indent='')}</div>")
    assert text_of(html).startswith(f"{TITLE}\n\n引题\n\n副题一\n\n{FIRST}")
    other = page(f"<div><h3>栏目</h3></div><h1>{TITLE}</h1><div id=zoom>{paragraphs(*BODY)}</div>")
    assert text_of(other).startswith(TITLE)


def test_a_title_is_not_repeated() -> None:
    html = page(f"<div class=content><h1>{TITLE}</h1>{paragraphs(*BODY)}</div>")
    assert text_of(html).count(TITLE) == 1
    late = f"<div class=content>{paragraphs(*BODY, *BODY)}<p>{TITLE}</p></div>"
    assert text_of(page(f"<h1>{TITLE}</h1>{late}")).count(TITLE) == 2
    named = page(f"<h1>公益</h1><div class=content><p>公益课堂{FIRST}</p></div>", title="公益")
    assert text_of(named).startswith("公益\n\n公益课堂")


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>新馆开门_某某网</title><h1>另一个题目</h1>", "另一个题目"),
        ("<title>新馆开门_某某网</title><h1><a href='/'>某某网</a></h1>", "新馆开门"),
        ("<title>新馆开门——某某网</title>", "新馆开门"),
        ("<meta property='og:title' content=' 新馆\u00a0开门 '>", "新馆 开门"),
        ("<title>新馆开门，三百人来</title><h3>新馆开门</h3>", "新馆开门"),
    ],
)
def test_a_title_is_found(head: str, title: str) -> None:
    assert known_of(f"{head}<p>{FIRST}</p>")["title"] == title


@pytest.mark.parametrize(
    ("html", "date"),
    [
        ("<p>2025年3月4日 星期二</p>", "2025-03-04"),
        ("<p>2025/3/4 10:00 | 2025-01-01</p>", "2025-03-04"),
        ("<meta name=PubDate content='2025-03-04T08:00:00+08:00'>", "2025-03-04"),
        ("<time datetime='2025-03-04'>昨天</time>", "2025-03-04"),
        ("<link rel=canonical href='https://example.com/2025/0304/c1.html'>", "2025-03-04"),
        ("<link rel=canonical href='https://example.com/t20250304_1.html'>", "2025-03-04"),
        ("<link rel=canonical href='https://example.com/2025-99-99/1.html'>", ""),
        ("<p>2025-13-41，电话 2025-3-456</p>", ""),
        ("<p>他生于1990年3月4日。</p>", ""),
    ],
)
def test_a_date_is_found_and_must_be_one(html: str, date: str) -> None:
    assert known_of(f"{html}<p>{FIRST}</p>").get("date", "") == date


def test_a_second_date_counts_where_the_first_is_none() -> None:
    assert iso_date("2025-02-30 2025-03-01") == "2025-03-01"


def test_a_date_after_the_title_counts_before_one_above_it() -> None:
    html = f"<div>今天是2025年3月9日</div><h1>{TITLE}</h1><div>2025-03-04</div><p>{FIRST}</p>"
    assert known_of(html)["date"] == "2025-03-04"


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("作者：林小满 编辑：何苗", "林小满"),
        ("（本报记者 林小满 陈晓光）", "林小满 陈晓光"),
        ("记者：林小满、陈晓光", "林小满、陈晓光"),
        ("文/林小满", "林小满"),
        ("这位记者说他来过", ""),
    ],
)
def test_a_byline_is_found(line: str, author: str) -> None:
    assert known_of(f"<p>{line}</p><p>{FIRST}</p>").get("author", "") == author


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({"headline": "题", "author": "甲", "publisher": {"name": "乙网"}}, ("甲", "乙网")),
        (
            [{"@type": "WebPage"}, {"headline": "题", "author": [{"name": "甲"}, "乙"]}],
            ("甲、乙", ""),
        ),
        ({"@graph": [3, {"headline": "题", "author": [["甲"], {"url": 1}, "乙"]}]}, ("乙", "")),
        ({"headline": 3, "author": None}, ("", "")),
        ({"@type": "WebPage", "author": "甲"}, ("", "")),
        ("题", ("", "")),
    ],
)
def test_what_a_page_says_to_search_engines_is_read(said: object, found: tuple[str, str]) -> None:
    script = f"<script type='application/ld+json'>{json.dumps(said)}</script>"
    known = known_of(f"<script type='application/ld+json'>{{broken</script>{script}<p>{FIRST}</p>")
    assert (known.get("author", ""), known.get("source", "")) == found


def test_deep_json_in_a_page_is_passed_over() -> None:
    script = "<script type='application/ld+json'>" + "[" * 100_000 + "</script>"
    assert text_of(f"{script}<p>{FIRST}</p>") == FIRST


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ("<!-- saved from url=(0020)http://example.com/a -->", "http://example.com/a"),
        (
            "<!--\n Page saved with SingleFile \n url: https://example.com/b \n-->",
            "https://example.com/b",
        ),
        ("<link rel=canonical href='https://example.com/c'>", "https://example.com/c"),
        ("<meta property='og:url' content='file:///etc/passwd'>", ""),
        ("<meta property='og:url' content='javascript:alert(1)'>", ""),
    ],
)
def test_an_address_is_kept_if_it_is_of_the_web(head: str, url: str) -> None:
    assert known_of(f"{head}<p>{FIRST}</p>").get("url", "") == url


def test_a_page_of_frames_says_what_to_save() -> None:
    frames = (
        "<frameset cols=2><frame src=a><frame src=b><noframes>不支持框架。</noframes></frameset>"
    )
    assert "is only a frame around other pages" in refusal(frames.encode())
    assert FIRST in text_of(f"<frameset><frame src=a><noframes>{paragraphs(*BODY)}</noframes>")


@pytest.mark.parametrize("data", [b"", b"  \n", b"<!-- -->", b"\xef\xbb\xbf"])
def test_an_empty_page_is_refused(data: bytes) -> None:
    assert "is an empty web page" in refusal(data)


def test_a_page_that_is_nested_too_deep_is_refused() -> None:
    assert "is nested too deep" in refusal(b"<div>" * 100_000 + b"<p>a")
    assert text_of("<div>" * 900 + f"<p>{FIRST}") == FIRST


@pytest.mark.parametrize(
    ("meta", "encoding"),
    [
        ("<meta charset=gb2312>", "gb18030"),
        ("<META HTTP-EQUIV=Content-Type CONTENT='text/html; charset=GBK'>", "gb18030"),
        ("<?xml version='1.0' encoding='gb2312'?>", "gb18030"),
        ("<meta charset='big5'>", "cp950"),
        ("<meta charset='big5'>", "big5hkscs"),
        ("<meta charset='utf-16'>", "utf-8"),
        ("<meta charset=iso-8859-1>", "gb18030"),
        ("<meta charset=gb2312>", "utf-8"),
        ("<meta charset=utf-8>", "gb18030"),
        ("<meta charset=no-such>", "gb18030"),
        ("<meta charset=rot13>", "utf-8"),
        ("<meta charset=utf-7>", "gb18030"),
        ("<meta charset=unicode_escape>", "gb18030"),
        ("", "gb18030"),
        ("<meta charset=gb2312>", "utf-8-sig"),
        ("<meta charset=utf-8>", "utf-16"),
    ],
)
def test_a_page_is_read_as_it_is_not_as_it_says(meta: str, encoding: str) -> None:
    words = "公益課堂開進鄰里，參加市民達四萬人次，較去年同期增長。" * 5
    words += "深水埗的周女士：嚟" if encoding == "big5hkscs" else ""
    html = f"{meta}<html><body><p>{words}</p></body></html>"
    assert decoded(html.encode(encoding), "a.html") == html


def test_a_page_saved_anew_in_utf_8_is_read_so_though_it_is_valid_in_what_it_says() -> None:
    html = "<meta charset=gb2312><p>公益课堂</p>"
    assert html.encode().decode("gb18030") != html
    assert decoded(html.encode(), "a.html") == html


def test_a_page_in_no_known_encoding_asks_for_one() -> None:
    assert "in an encoding that could not be told" in refusal(b"<p>\x81\xff\xfe\xff")
    with pytest.raises(UndecodableError):
        decoded(b"<p>\x81\xff\xfe\xff", "a.html")


def test_a_western_page_is_read_where_it_says_that_it_is_one() -> None:
    html = "<p>Café “Les Voisins” à la résidence, où l’été dure — près de Genève.</p>" * 9
    said = "<meta charset=iso-8859-1>" + html
    assert decoded(said.encode("cp1252"), "a.html") == said


def test_a_codec_that_is_none_of_text_is_not_believed() -> None:
    for name in (b"hex", b"utf-7", b"unicode_escape", b"idna", b"undefined"):
        assert said_encodings(b"<meta charset=%s>" % name) == ()


def test_an_encoding_that_the_user_names_is_used_and_the_page_is_read_apart() -> None:
    data = page(paragraphs("課堂開進鄰里，參加市民達四萬人次。"), title="課堂").encode("big5")
    assert b"charset='utf-8'" in data
    (article,) = HTML.read(data, "目录/页.html", "big5")
    assert article.text == "\u3000\u3000課堂開進鄰里，參加市民達四萬人次。"
    assert article.title == "課堂"
    assert dict(article.metadata) == {"file": "页.html", "encoding": "big5"}
    with pytest.raises(UndecodableError, match="is not utf-8 text"):
        HTML.read(data, "页.html", "utf-8")
    (article,) = HTML.read(page(paragraphs(*BODY)).encode(), "页.html", None)
    assert "encoding" not in article.metadata
    (article,) = HTML.read(PAGES[8].data, "页.html", None)
    assert article.metadata["encoding"] == "gb18030"
    # So that the window asks which reads right.
    with pytest.raises(UndecodableError, match="could not be told"):
        HTML.read(b"<p>\x81\xff\xfe\xff", "页.html", None)


def test_a_page_comes_in_from_the_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "页.html").write_bytes(PAGES[0].data)
    command = ["import", str(tmp_path / "ws"), str(tmp_path / "页.html"), "--create"]
    assert main(command) == 0
    assert TITLE in capsys.readouterr().out


def test_the_folder_that_a_browser_saved_beside_a_page_is_no_folder_of_articles(
    tmp_path: Path,
) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as packed:
        for name in ("a.html", "a_files/i/f.html", "b.htm", "b.files/x.html", "c_files/d.html"):
            (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
            (tmp_path / name).write_text("<p>x", "utf-8")
            packed.writestr(f"目录/{name}", "<p>x")
    found, _ = files_in(tmp_path, {".html", ".htm"})
    assert [path.name for path in found] == ["a.html", "b.htm", "d.html"]
    inside = entries(data.getvalue(), "a.zip", {".html", ".htm"})
    assert [one.name for one in inside] == ["目录/a.html", "目录/b.htm", "目录/c_files/d.html"]


def test_nothing_that_a_page_names_is_opened() -> None:
    html = (
        '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        "<html><head><base href='file:///'><link rel=import href='/etc/passwd'></head><body>"
        f"<img src='file:///etc/passwd'><object data='/etc/passwd'></object><p>{FIRST}&x;</p>"
    )
    assert text_of(html) in (FIRST, f"{FIRST}&x;")


SEEDS = [saved.data for saved in PAGES]


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_whatever_becomes_of_a_page_it_is_read_or_refused(data: st.DataObject) -> None:
    seed = bytearray(data.draw(st.sampled_from(SEEDS)))
    for _ in range(data.draw(st.integers(1, 6))):
        start = data.draw(st.integers(0, len(seed)))
        stop = data.draw(st.integers(start, min(len(seed), start + 200)))
        seed[start:stop] = data.draw(
            st.binary(max_size=8)
            | st.sampled_from(
                [b"<table>", b"<tr><td>", b"</div>", b"<a href=x>", b"<pre>", b"<!--"]
            )
            | st.just(bytes(seed[:60]))
        )
    try:
        articles = parse(bytes(seed), "a.html")
    except ImportRefusedError:
        return
    assert all(isinstance(one.text, str) for one in articles)
    assert not any(re.search("[\ud800-\udfff]", one.text) for one in articles)


@given(st.binary(max_size=60))
@settings(max_examples=30, deadline=None)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        parse(data, "a.html")
    except ImportRefusedError as refused:
        assert str(refused).startswith("a.html ")  # noqa: PT017  either outcome is right


def test_marks_of_encodings_are_no_text() -> None:
    assert decoded(codecs.BOM_UTF8 + "<p>甲".encode(), "a.html") == "<p>甲"
