"""Word documents come in as they stand; damaged, protected and swollen ones are refused."""

from __future__ import annotations

import io
import random
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.__main__ import main
from reader.importers import zipped
from reader.importers.docx import DOCX, parse
from reader.importers.importer import ImportRefusedError

if TYPE_CHECKING:
    from pathlib import Path

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
SPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/{kind}" Target="{target}"/></Relationships>'
)
STYLES = "".join(
    f'<w:style w:styleId="{key}"><w:name w:val="{name}"/>{more}</w:style>'
    for key, name, more in [
        ("a3", "Title", ""),
        ("1", "heading 1", ""),
        ("2", "标题 2", ""),
        ("own", "栏目", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
        ("TOC1", "toc 1", ""),
        ("a", "Normal", ""),
    ]
)
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>{title}</dc:title>'
    "<dc:creator>{author}</dc:creator><dcterms:created>2025-03-14T01:02:03Z</dcterms:created>"
    "<dc:subject/></cp:coreProperties>"
)


def p(text: str, style: str = "") -> str:
    style = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{style}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def packed(parts: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def docx(body: str, **parts: str) -> bytes:
    document = f"<w:document {SPACES}><w:body>{body}<w:sectPr/></w:body></w:document>"
    named = {"styles": f"<w:styles {SPACES}>{STYLES}</w:styles>", **parts}
    return packed(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": RELATIONS.format(kind="officeDocument", target="word/document.xml"),
            "word/document.xml": document,
            **{
                "docProps/core.xml" if name == "core" else f"word/{name}.xml": content
                for name, content in named.items()
            },
        }
    )


def text_of(body: str, **parts: str) -> str:
    (article,) = parse(docx(body, **parts), "稿.docx")
    return article.text


def refusal(data: bytes) -> str:
    with pytest.raises(ImportRefusedError) as caught:
        parse(data, "稿.docx")
    sentence = str(caught.value)
    assert sentence.startswith("稿.docx ")
    assert sentence.endswith(".")
    return sentence


def table(*rows: tuple[str, ...]) -> str:
    lines = "".join(
        "<w:tr><w:trPr/>" + "".join(f"<w:tc><w:tcPr/>{cell}</w:tc>" for cell in row) + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl><w:tblPr/>{lines}</w:tbl>"


def test_paragraphs_come_in_character_by_character() -> None:
    body = p("　　本报讯 “课堂”开进326个小区——") + p(" ") + p("甲&lt;乙&amp;丙　")
    body += "<w:p/>"
    assert text_of(body) == "　　本报讯 “课堂”开进326个小区——\n\n甲<乙&丙　"


def test_words_are_joined_over_runs_links_fields_and_controls() -> None:
    def run(text: str) -> str:
        return f"<w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r>"

    body = (
        f"<w:p>{run('甲')}<w:hyperlink>{run('乙')}</w:hyperlink>"
        f"<w:sdt><w:sdtPr/><w:sdtContent>{run('丙')}</w:sdtContent></w:sdt>"
        "<w:r><w:fldChar/><w:instrText>PAGE</w:instrText></w:r>"
        f"<w:fldSimple>{run('丁')}</w:fldSimple><w:smartTag>{run('戊')}</w:smartTag>"
        "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></w:p>"
    )
    assert text_of(body) == "甲乙丙丁戊x=1"


def test_what_is_no_letter_is_kept_as_its_character() -> None:
    inside = "<w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:cr/><w:t>丁</w:t>"
    body = f"<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r>{inside}"
    assert text_of(body + "<w:noBreakHyphen/><w:softHyphen/></w:r></w:p>") == (
        "甲\t乙\n丙\n丁\u2011\u00ad"
    )


def test_tracked_changes_are_taken_as_accepted() -> None:
    body = (
        "<w:p><w:r><w:t>共</w:t></w:r><w:del><w:r><w:delText>三</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>四</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>去</w:t></w:r></w:moveFrom>"
        "<w:moveTo><w:r><w:t>来</w:t></w:r></w:moveTo><w:r><w:t>场</w:t></w:r></w:p>"
    )
    assert text_of(body) == "共四来场"


def test_a_paragraph_mark_that_was_deleted_joins_what_it_parted() -> None:
    joined = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>"
    assert text_of(joined.format("甲") + p("乙") + p("丙")) == "甲乙\n\n丙"
    assert text_of(p("甲") + joined.format("乙")) == "甲\n\n乙"


def test_hidden_words_are_left_out() -> None:
    hidden = (
        "<w:p><w:r><w:rPr><w:vanish{}/></w:rPr><w:t>藏</w:t></w:r><w:r><w:t>露</w:t></w:r></w:p>"
    )
    assert text_of(hidden.format("")) == "露"
    assert text_of(hidden.format(' w:val="0"')) == "藏露"


def test_readings_above_characters_are_left_out() -> None:
    reading = "<w:rt><w:r><w:t>hàn</w:t></w:r></w:rt>"
    base = "<w:rubyBase><w:r><w:t>汉</w:t></w:r></w:rubyBase>"
    assert text_of(f"<w:p><w:r><w:ruby>{reading}{base}</w:ruby></w:r></w:p>") == "汉"


def test_a_table_is_read_row_by_row_and_cell_by_cell() -> None:
    body = p("前") + table(
        (p("区县"), p("场次")), (p("东湖区") + p("西山区"), p("")), (p(""), p("9"))
    )
    assert text_of(body + p("后")) == "前\n\n区县\t场次\n东湖区 西山区\n\t9\n\n后"


def test_a_table_that_only_places_the_text_is_read_as_paragraphs() -> None:
    long = "邻里课堂开进小区，参加群众达四万人次。" * 20
    for body in (
        table((p(long) + p("甲"), p("乙")), (p("丙"), p("丁"))),
        table((p(long) + p("甲"), p("乙") + p("丙") + p("丁"))),
        table((p(long) + p("甲") + p("乙"),), (p("丙") + p("丁"),)),
        table((table((p(long), p("甲")), (p("乙"), p("丙"))), p("丁")), (p(""), p(""))),
    ):
        assert text_of(body) == "\n\n".join([long, *"甲乙丙丁"])


def test_a_table_in_a_table_is_read_and_the_outer_one_only_places_it() -> None:
    inner = table((p("甲"), p("乙")), (p("丙"), p("丁")))
    assert (
        text_of(table((inner, p("戊")), (p("己"), p("庚")))) == "甲\t乙\n丙\t丁\n\n戊\n\n己\n\n庚"
    )


def test_text_boxes_come_after_the_paragraph_they_hang_on_and_once() -> None:
    box = f"<w:txbxContent>{p('框一')}{p('框二')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>前</w:t></w:r><w:r><mc:AlternateContent>"
        f"<mc:Choice><w:drawing><a:p><a:t>画</a:t></a:p><wps:txbx>{box}</wps:txbx></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r><w:r><w:t>后</w:t></w:r></w:p>"
    )
    assert text_of(body) == "前后\n\n框一\n\n框二"
    alone = f"<mc:AlternateContent><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    assert text_of(f"<w:p><w:r>{alone}</w:r></w:p>") == "框一\n\n框二"


def test_notes_stand_at_the_end_with_their_numbers() -> None:
    def note(tag: str, key: str, text: str) -> str:
        return f'<w:{tag} w:id="{key}">{text}</w:{tag}>'

    body = (
        '<w:p><w:r><w:t>甲</w:t></w:r><w:r><w:endnoteReference w:id="2"/></w:r>'
        '<w:r><w:t>乙</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r>'
        '<w:r><w:footnoteReference w:id="9"/></w:r></w:p>'
    )
    foot = note("footnote", "-1", p("线")) + note("footnote", "1", p(" 脚注一") + p("又一行"))
    end = note("endnote", "2", p("尾注"))
    assert (
        text_of(
            body,
            footnotes=f"<w:footnotes {SPACES}>{foot}</w:footnotes>",
            endnotes=f"<w:endnotes {SPACES}>{end}</w:endnotes>",
        )
        == "甲[1]乙[2][3]\n\n[2] 脚注一\n又一行\n\n[1] 尾注"
    )


def test_headings_are_paragraphs_and_a_table_of_contents_is_left_out() -> None:
    body = (
        p("邻里课堂", "a3")
        + p("一、办到楼下 3", "TOC1")
        + p("一、办到楼下", "2")
        + p("正文。", "a")
    )
    (article,) = parse(docx(body), "稿.docx")
    assert article.text == "邻里课堂\n\n一、办到楼下\n\n正文。"
    assert article.metadata["title"] == "邻里课堂"


@pytest.mark.parametrize(
    ("body", "title"),
    [
        (p("按语") + p("邻里课堂", "1"), "邻里课堂"),
        (p("邻里课堂", "own") + p("正文"), "邻里课堂"),
        (p("一") + p("二") + p("三") + p("四") + p("五") + p("六", "1"), "属性里的题目"),
        (p("正文", "a") + p("又", "none"), "属性里的题目"),
    ],
)
def test_the_title_is_the_one_that_is_set_as_one(body: str, title: str) -> None:
    core = CORE.format(title="属性里的题目", author="林小满")
    (article,) = parse(docx(body, core=core), "稿.docx")
    assert article.metadata == {"title": title, "author": "林小满"}


@pytest.mark.parametrize(
    ("title", "author"), [("文档1", "微软用户"), ("Microsoft Word - a", "User")]
)
def test_what_programs_fill_in_by_themselves_is_no_metadata(title: str, author: str) -> None:
    # So is the day on which the file was made.
    core = CORE.format(title=title, author=author)
    (article,) = parse(docx(p("正文"), core=core), "稿.docx")
    assert not any(article.metadata.values())


def test_the_strict_form_of_the_format_and_other_places_are_read() -> None:
    parts = {
        "_rels/.rels": RELATIONS.format(kind="officeDocument", target="/a/b.xml"),
        "a/b.xml": f'<w:document xmlns:w="{STRICT}"><w:body>{p("甲")}</w:body></w:document>',
    }
    assert parse(packed(dict(parts)), "稿.docx")[0].text == "甲"
    parts["word/document.xml"] = parts.pop("a/b.xml")
    parts["_rels/.rels"] = RELATIONS.format(kind="image", target="x")
    assert parse(packed(dict(parts)), "稿.docx")[0].text == "甲"
    del parts["_rels/.rels"]
    assert parse(packed(dict(parts)), "稿.docx")[0].text == "甲"


def test_a_spreadsheet_is_no_word_document() -> None:
    assert "is no Word document, though it is packed like one" in refusal(
        packed({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<a/>"})
    )


def test_a_document_that_inflates_to_far_more_is_refused_before_it_does() -> None:
    swollen = docx(p("一个都不能少。" * 3_000_000))
    assert len(swollen) < 200_000
    assert "would unpack to 4 files and 63 MB" in refusal(swollen)


def test_a_swollen_part_is_not_hidden_by_a_large_picture() -> None:
    picture = random.Random(1).randbytes(1_000_000)
    parts: dict[str, str | bytes] = {
        "word/media/1.jpg": picture,
        "word/document.xml": b" " * 6_000_000,
    }
    assert "would unpack to 2 files and 7 MB" in refusal(packed(parts))


def test_the_limits_of_a_zip_are_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    data = docx(p("甲"))
    monkeypatch.setattr(zipped, "MOST_ENTRIES", 4)
    monkeypatch.setattr(zipped, "LARGEST_WHOLE", 4000)
    assert parse(data, "稿.docx")[0].text == "甲"
    monkeypatch.setattr(zipped, "MOST_ENTRIES", 3)
    assert "would unpack to 4 files" in refusal(data)
    monkeypatch.setattr(zipped, "MOST_ENTRIES", 4)
    monkeypatch.setattr(zipped, "LARGEST_WHOLE", 999)
    assert "more than is read" in refusal(data)


def test_a_zip_that_is_damaged_or_cut_short_is_refused() -> None:
    whole = docx(p("甲" * 500))
    for data in (whole[:-30], whole[: len(whole) // 2], b"PK\3\4", b"", b"<html>"):
        assert "is damaged or not complete" in refusal(data)
    stored = packed({"word/document.xml": f"<w:document {SPACES}>{p('甲乙丙')}</w:document>"}, 0)
    assert "is damaged or not complete" in refusal(stored.replace("甲".encode(), "丁".encode()))


def test_a_zip_with_a_password_is_refused() -> None:
    data = bytearray(docx(p("甲")))
    for start, flags in ((b"PK\1\2", 8), (b"PK\3\4", 6)):
        place = -1
        while (place := data.find(start, place + 1)) >= 0:
            data[place + flags] |= 1
    assert "is protected by a password" in refusal(bytes(data))


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ('<!DOCTYPE a [<!ENTITY x "y">]>', "declares entities"),
        ('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>', "declares entities"),
    ],
)
def test_entities_are_refused(head: str, said: str) -> None:
    body = f"{head}<w:document {SPACES}>{p('甲')}</w:document>"
    assert said in refusal(packed({"word/document.xml": body}))


def test_xml_that_breaks_off_is_refused() -> None:
    assert "breaks off" in refusal(packed({"word/document.xml": "<w:document>"}))
    deep = "<w:p>" * 5000
    assert "damaged, or built to do harm" in refusal(
        packed({"word/document.xml": f"<w:document {SPACES}>{deep}"})
    )


def test_a_document_comes_in_from_the_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "稿.docx").write_bytes(docx(p("邻里课堂", "a3") + p("正文。")))
    (tmp_path / "坏.docx").write_bytes(b"PK\3\4")
    files = [str(tmp_path / "稿.docx"), str(tmp_path / "坏.docx")]
    assert main(["import", str(tmp_path / "ws"), *files, "--create"]) == 2
    said = capsys.readouterr()
    assert "“邻里课堂”" in said.out
    assert "坏.docx is damaged or not complete" in said.err


def test_a_document_is_read_apart_from_this_process() -> None:
    (article,) = DOCX.read(docx(p("邻里课堂", "1") + p("正文。")), "文/稿.docx", None)
    assert (article.text, article.title) == ("邻里课堂\n\n正文。", "邻里课堂")
    assert dict(article.metadata) == {"file": "稿.docx"}


SEED = docx(
    p("邻里课堂", "a3") + table((p("甲"), p("乙")), (p("丙"), p("丁"))) + p("正文。"),
    core=CORE.format(title="题", author="林小满"),
)
DOCUMENT = (
    f"<w:document {SPACES}><w:body>{p('邻里课堂', 'a3')}"
    f"{table((p('甲'), p('乙')), (p('丙'), p('丁')))}</w:body></w:document>"
).encode()


def mutated(data: st.DataObject, whole: bytes) -> bytes:
    seed = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 5))):
        start = data.draw(st.integers(0, len(seed)))
        stop = data.draw(st.integers(start, min(len(seed), start + 40)))
        seed[start:stop] = data.draw(st.binary(max_size=6) | st.just(bytes(seed[:40])))
    return bytes(seed)


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_whatever_becomes_of_a_document_it_is_read_or_refused(data: st.DataObject) -> None:
    if data.draw(st.booleans()):
        whole = mutated(data, SEED)
    else:
        # Mutating the zip alone rarely gets past its sums.
        whole = packed({"word/document.xml": mutated(data, DOCUMENT)}, zipfile.ZIP_STORED)
    try:
        (article,) = parse(whole, "稿.docx")
    except ImportRefusedError as refused:
        assert str(refused).startswith("稿.docx ")  # noqa: PT017  either outcome is right
    else:
        assert isinstance(article.text, str)
