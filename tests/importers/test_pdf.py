"""PDFs: what is read, what is said of it, and what is refused in one sentence."""

from __future__ import annotations

import sys
import zlib
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from reader.importers import ImportRefusedError, import_path
from reader.importers.confined import parse_confined
from reader.importers.pdf_text import ranges, read
from tests.importers.pdf_writer import Pdf, Words, lines, written

if TYPE_CHECKING:
    from pathlib import Path


def read_text(pdf: Pdf) -> str:
    (parsed,) = read(pdf.to_bytes(), "a.pdf")
    return parsed.text


def metadata(pdf: Pdf) -> dict[str, str]:
    (parsed,) = read(pdf.to_bytes(), "a.pdf")
    return dict(parsed.metadata)


def refusal(data: bytes) -> str:
    with pytest.raises(ImportRefusedError) as refused:
        read(data, "a.pdf")
    sentence = str(refused.value)
    assert sentence.startswith("a.pdf ")
    assert sentence.endswith(".")
    assert ". " not in sentence.removeprefix("a.pdf")
    return sentence


def one_page(*words: Words, **page: object) -> Pdf:
    pdf = Pdf()
    pdf.page(words, **page)  # type: ignore[arg-type]
    return pdf


def test_a_pdf_is_imported_by_its_suffix(tmp_path: Path) -> None:
    path = tmp_path / "报纸.PDF"
    path.write_bytes(one_page(*lines(50, 900, ["福州市政协机关", "创建文明单位。"])).to_bytes())
    (article,) = import_path(path)
    assert article.text == "福州市政协机关\n创建文明单位。\n"
    assert article.title == "福州市政协机关"
    assert article.metadata["file"] == "报纸.PDF"


def test_pages_follow_each_other() -> None:
    pdf = Pdf()
    pdf.page(lines(50, 900, ["第一页。"]))
    pdf.page()
    pdf.page(lines(50, 900, ["第三页。"]))
    assert read_text(pdf) == "第一页。\n\n第三页。\n"
    assert "pages_without_text" not in metadata(pdf)


def test_text_under_a_scan_is_read() -> None:
    assert read_text(one_page(Words(50, 900, "识别的文字", mode=7), scan=True)) == "识别的文字\n"


def test_characters_beyond_the_first_plane_and_outside_of_unicode_text() -> None:
    assert read_text(one_page(Words(50, 900, "𠮷野家"))) == "𠮷野家\n"
    mixed = one_page(Words(50, 900, "一二三四五六七八九十甲乙丙丁戊\x02己庚辛\u2028壬癸"))
    assert (
        read_text(mixed) == "一二三四五六七八九十甲乙丙丁戊\N{REPLACEMENT CHARACTER}己庚辛 壬癸\n"
    )


@pytest.mark.parametrize("collection", ["GB1", "CNS1"])
@pytest.mark.parametrize("encoding", ["UniGB-UCS2-H", "UniCNS-UCS2-H"])
def test_the_encoding_says_the_characters_where_the_font_is_of_another(
    collection: str, encoding: str
) -> None:
    pdf = Pdf(to_unicode=False, encoding=encoding.encode(), ordering=collection.encode())
    shown = "中文版".encode("utf-16-be").hex()
    pdf.page(operators=f"BT /F1 10 Tf 50 900 Td <{shown}> Tj ET".encode())
    assert read_text(pdf) == "中文版\n"


def test_a_glyph_that_says_nothing_is_nothing() -> None:
    pdf = Pdf(codes={"": 1, "文": 2})
    pdf.page(operators=b"BT /F1 10 Tf 50 900 Td <000100020001> Tj ET")
    assert read_text(pdf) == "文\n"


class TestMetadata:
    def test_title_and_author_are_what_the_file_says(self) -> None:
        pdf = one_page(Words(50, 900, "正文"))
        pdf.info = {"Title": b"<feff" + "文明 纪实".encode("utf-16-be").hex().encode() + b">"}
        pdf.info["Author"] = b"(Wang Huibing)"
        assert metadata(pdf) == {"title": "文明 纪实", "author": "Wang Huibing"}

    @pytest.mark.parametrize(
        "title", [b"(Microsoft Word - a.doc)", b"(a.indd)", b"(\xce\xc4\xc3\xf7)", b"3"]
    )
    def test_what_programs_write_there_is_no_title(self, title: bytes) -> None:
        pdf = one_page(Words(50, 900, "正文"))
        pdf.info = {"Title": title, "Author": b"(Administrator)"}
        assert metadata(pdf) == {}

    def test_a_title_that_only_begins_so_is_one(self) -> None:
        pdf = one_page(Words(50, 900, "正文"))
        for title in ("文档管理工作纪实", "新建小区的故事"):
            pdf.info = {"Title": b"<feff" + title.encode("utf-16-be").hex().encode() + b">"}
            assert metadata(pdf) == {"title": title}

    def test_else_the_largest_heading_is_the_title_and_never_the_name_of_the_paper(self) -> None:
        pdf = one_page(
            Words(50, 1060, "厦门日报", 50),
            *lines(50, 980, ["文明创建", "纪实"], 30, 34),
            Words(50, 890, "小标题", 16),
            *lines(50, 860, ["正文在这里一直写到行末为止。"] * 6),
        )
        assert metadata(pdf) == {"title": "文明创建纪实"}

    def test_a_heading_of_words_keeps_its_spaces(self) -> None:
        pdf = one_page(
            *lines(50, 980, ["A city", "of manners"], 30, 34), *lines(50, 860, ["some text"] * 6)
        )
        assert metadata(pdf) == {"title": "A city of manners"}

    def test_pages_without_text_are_named(self) -> None:
        pdf = Pdf()
        pdf.page([Words(50, 900, "有字")])
        for _ in range(3):
            pdf.page(scan=True)
        pdf.page([Words(50, 900, "有字")], scan=True)
        pdf.page(operators=b"0 0 m 9 9 l S\n" * 300)
        assert metadata(pdf) == {"pages_without_text": "2-4, 6"}

    def test_numbers_as_people_write_them(self) -> None:
        assert ranges([]) == ""
        assert ranges([1, 2, 4, 7, 8, 9]) == "1-2, 4, 7-9"


@pytest.fixture(scope="module")
def bomb() -> bytes:
    """Return five hundred million zeros, deflated."""
    deflater = zlib.compressobj(1)
    nothing = bytes(10_000_000)
    return b"".join(deflater.compress(nothing) for _ in range(50)) + deflater.flush()


class TestRefused:
    def test_scanned(self) -> None:
        assert "OCR" in refusal(one_page(scan=True).to_bytes())

    def test_nothing_but_blanks(self) -> None:
        assert "no text on its pages" in refusal(one_page(Words(50, 900, " \u3000")).to_bytes())

    def test_no_characters_known(self) -> None:
        pdf = Pdf(to_unicode=False)
        pdf.page([Words(50, 900, "没有对照表的文字")])
        assert "garbage" in refusal(pdf.to_bytes())

    def test_private_characters_only(self) -> None:
        assert "garbage" in refusal(one_page(Words(50, 900, "\ue001\ue002\uf8ff")).to_bytes())

    def test_a_password(self) -> None:
        assert "password" in refusal(one_page(Words(50, 900, "密")).encrypted(b"secret"))

    def test_encryption_of_others(self) -> None:
        pdf = one_page(Words(50, 900, "密"))
        pdf.trailer = b"/Encrypt<</Filter/Adobe.APS>>"
        assert "password" in refusal(pdf.to_bytes())

    def test_not_a_forbidding_owner(self) -> None:
        (parsed,) = read(one_page(Words(50, 900, "可读")).encrypted(), "a.pdf")
        assert parsed.text == "可读\n"

    @pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 0.9])
    def test_cut_off(self, share: float) -> None:
        data = one_page(*lines(50, 900, ["文字"] * 40)).to_bytes()
        assert "cut off" in refusal(data[: int(len(data) * share)])

    def test_no_pdf_at_all(self) -> None:
        assert "damaged" in refusal(b"")
        assert "damaged" in refusal("只是文字".encode())

    def test_pages_that_are_not_there(self) -> None:
        pdf = one_page(Words(50, 900, "文字"))
        pdf.objects[1] = b"<</Type/Pages/Kids[%d 0 R]/Count 3>>" % pdf.kids[0]
        assert "damaged" in refusal(pdf.to_bytes())

    def test_a_count_that_is_no_number_says_nothing(self) -> None:
        pdf = one_page(Words(50, 900, "文字"))
        pdf.objects[1] = b"<</Type/Pages/Kids[%d 0 R]>>" % pdf.kids[0]
        assert read_text(pdf) == "文字\n"

    def test_thousands_of_pages(self) -> None:
        pdf = Pdf()
        pdf.page()
        pdf.kids = [pdf.add(pdf.objects[pdf.kids[0] - 1]) for _ in range(3000)]
        assert "over 2000 pages" in refusal(pdf.to_bytes())

    def test_a_tree_of_pages_in_a_circle(self) -> None:
        pdf = one_page(Words(50, 900, "文字"))
        pdf.objects[1] = b"<</Type/Pages/Kids[2 0 R %d 0 R]/Count 1>>" % pdf.kids[0]
        assert read_text(pdf) == "文字\n"

    def test_a_tree_of_pages_without_an_end(self) -> None:
        pdf = one_page(Words(50, 900, "文字"))
        for _ in range(3000):
            pdf.kids = [pdf.add(b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % pdf.kids[0])]
        assert "damaged" in refusal(pdf.to_bytes())

    def test_a_form_that_paints_itself(self) -> None:
        pdf = Pdf()
        forms(pdf, b"", [b"/F0 Do BT /F1 10 Tf 1 1 Td <0001> Tj ET"])
        pdf.codes["圈"] = 1
        assert read_text(pdf) == "圈\n"

    def test_forms_that_double_with_each_floor(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("reader.importers.pdf_glyphs.MOST_GLYPHS", 500)
        pdf = Pdf()
        forms(pdf, b"", [b"/F%d Do /F%d Do" % (floor, floor) for floor in range(1, 40)])
        assert "holds more" in refusal(pdf.to_bytes())

    def test_content_that_grows_without_bounds(self, bomb: bytes) -> None:
        assert "holds more" in refusal(with_content(bomb))

    @pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux only")
    def test_a_drawing_that_grows_without_bounds_has_no_memory(self, bomb: bytes) -> None:
        pdf = Pdf()
        forms(pdf, b"", [b""])
        head = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Filter/FlateDecode/Length %d>>stream\n"
        pdf.objects[pdf.kids[0] - 3] = head % len(bomb) + bomb + b"\nendstream"
        with pytest.raises(ImportRefusedError, match=r"a\.pdf takes more memory to read than"):
            parse_confined(
                "reader.importers.pdf_text:read", pdf.to_bytes(), "a.pdf", memory=400_000_000
            )

    @pytest.mark.parametrize(
        "harm", [lambda data: data[:-40], lambda data: data[:20] + b"\xff" * 40]
    )
    def test_damaged_content(self, harm: object) -> None:
        content = zlib.compress(
            b"BT /F1 10 Tf 50 900 Td <00010002> Tj ET\n" * 900 + bytes(range(256))
        )
        assert callable(harm)
        assert "damaged" in refusal(with_content(harm(content)))

    def test_not_a_wrong_check_sum(self) -> None:
        content = zlib.compress(b"BT /F1 10 Tf 50 900 Td <0001> Tj ET")
        (parsed,) = read(with_content(content[:-4] + b"\0\0\0\0"), "a.pdf")
        assert parsed.text == "文\n"

    def test_more_glyphs_than_can_be_read(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("reader.importers.pdf_glyphs.MOST_GLYPHS", 3)
        assert "holds more" in refusal(one_page(Words(50, 900, "四个字啊")).to_bytes())

    def test_memory_is_left_to_whoever_limits_it(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def full(*_: object) -> None:
            raise MemoryError

        monkeypatch.setattr("reader.importers.pdf_text._read", full)
        with pytest.raises(MemoryError):
            read(b"", "a.pdf")

    def test_in_a_process_of_its_own(self, tmp_path: Path) -> None:
        path = tmp_path / "a.pdf"
        path.write_bytes(b"%PDF-1.7\n")
        with pytest.raises(ImportRefusedError, match=r"a\.pdf is damaged or cut off"):
            import_path(path)


def forms(pdf: Pdf, content: bytes, painting: list[bytes]) -> None:
    """Add a page that paints the first of some forms, which may paint each other."""
    first = len(pdf.objects) + 1
    named = b"".join(b"/F%d %d 0 R" % (at, first + at) for at in range(len(painting)))
    resources = b"/Resources<</Font<</F1 3 0 R>>/XObject<<%s>>>>" % named
    for operators in painting:
        pdf.stream(operators, b"/Type/XObject/Subtype/Form/BBox[0 0 90 90]" + resources)
    number = pdf.stream(content + b" /F0 Do")
    pdf.kids.append(
        pdf.add(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 90 90]%s/Contents %d 0 R>>"
            % (resources, number)
        )
    )


def with_content(data: bytes) -> bytes:
    """Return a PDF of one page that paints this Flate stream."""
    pdf = Pdf()
    pdf.page([Words(50, 900, "文字")])
    page = pdf.objects[pdf.kids[0] - 1]
    number = pdf.add(b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(data), data))
    pdf.objects[pdf.kids[0] - 1] = page.replace(
        b"/Contents %d 0 R" % (pdf.kids[0] - 1), b"/Contents %d 0 R" % number
    )
    return pdf.to_bytes()


def test_several_contents_of_a_page() -> None:
    pdf = one_page(Words(50, 900, "上"))
    first = pdf.kids[0] - 1
    hexadecimal = b"BT /F1 10 Tf 50 800 Td <0001> Tj ET".hex().encode() + b">"
    second = pdf.stream(hexadecimal, b"/Filter/ASCIIHexDecode")
    pdf.objects[first] = pdf.objects[first].replace(
        b"/Contents %d 0 R" % first, b"/Contents[%d 0 R %d 0 R 999 0 R]" % (first, second)
    )
    assert read_text(pdf) == "上\n\n上\n"


_WHOLE = one_page(
    *lines(50, 900, ["厦门市政协", "文明单位"]), Words(500, 900, "竖排", vertical=True), scan=True
)
_WHOLE.info = {"Title": b"(T)"}
_DATA = _WHOLE.to_bytes()


@settings(
    max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
@given(
    st.lists(
        st.tuples(st.integers(0, len(_DATA)), st.integers(0, 60), st.binary(max_size=30)),
        min_size=1,
        max_size=4,
    )
)
@example(
    [(0, len(_DATA), b"%PDF-1.7 1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj trailer<</Root 1 0 R>>")]
)
def test_only_the_importers_own_error_escapes(harms: list[tuple[int, int, bytes]]) -> None:
    data = _DATA
    for place, length, put in harms:
        data = data[:place] + put + data[place + length :]
    try:
        parsed = read(data, "a.pdf")
    except ImportRefusedError:
        return
    assert all(one.text for one in parsed)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.data())
def test_only_the_importers_own_error_escapes_from_other_values(data: st.DataObject) -> None:
    pdf = Pdf()
    pdf.page([Words(50, 900, "文字")])
    pdf.to_bytes()
    number = data.draw(st.integers(0, len(pdf.objects) - 1))
    tokens = pdf.objects[number].replace(b"/", b" /").split(b" ")
    at = data.draw(st.integers(0, len(tokens) - 1))
    tokens[at] = data.draw(
        st.sampled_from(
            [
                b"null",
                b"-1",
                b"99999999999",
                b"(x)",
                b"[[[]]]",
                b"<<>>",
                b"2 0 R",
                b"/X",
                b"1e99",
                b"",
            ]
        )
    )
    pdf.objects[number] = b" ".join(tokens)
    with suppress(ImportRefusedError):
        read(written(pdf.objects, b"/Root 1 0 R/Info 8 0 R"), "a.pdf")
