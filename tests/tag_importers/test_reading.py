"""Each reader gives back what a file says, in whatever way its program says it; no file harms."""

from __future__ import annotations

import contextlib
import io
import json
import warnings
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyld import jsonld
from xsdata.models.datatype import XmlDateTime

from reader.exporters.registry import exporter_named
from reader.importers.importer import ImportRefusedError
from reader.tag_importers import brat, json_document, refi_qda, w3c
from reader.tag_importers.registry import read_tags, tag_importer_named, tag_importers
from tests.exporters.hard import hard_export
from tests.exporters.test_w3c import TERMS

if TYPE_CHECKING:
    from pathlib import Path

    from reader.tag_importers.records import FileTag, TagFile

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from pyrefiqda import RefiProject, models


def exported(format_: str) -> bytes:
    exporter = exporter_named(format_)
    assert exporter is not None
    return b"".join(exporter.chunks(hard_export()))


def zipped(**files: str | bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in files.items():
            shown = name.replace("_DOT_", ".")
            archive.writestr(shown if "/" in name else shown.replace("__", "/"), content)
    return data.getvalue()


def read_w3c(*nodes: object) -> TagFile:
    return w3c.read(json.dumps(nodes[0] if len(nodes) == 1 else list(nodes)).encode(), "file")


def one(file: TagFile) -> FileTag:
    (only,) = file.tags
    return only


# W3C

NODE: dict[str, Any] = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    "type": "Annotation",
    "body": {"type": "TextualBody", "value": "metric", "purpose": "tagging"},
    "target": {
        "source": "https://a.cn/x/%E6%96%87.txt?v=1#top",
        "selector": {"type": "TextQuoteSelector", "exact": "62场", "prefix": "了"},
    },
}


def test_what_a_program_of_others_compacts_is_read() -> None:
    data = json.loads(exported("w3c"))
    loader: dict[str, Any] = {"documentLoader": lambda *_: {
        "contentType": "application/ld+json", "contextUrl": None, "documentUrl": "",
        "document": {"@context": TERMS},
    }}  # fmt: skip
    context = {"@context": [data["@context"][0], data["@context"][1]]}
    compacted = jsonld.compact(jsonld.expand(data, loader), context, loader)
    ours, theirs = (w3c.read(json.dumps(one).encode(), "file") for one in (data, compacted))
    assert {tag.id: tag for tag in theirs.tags} == {tag.id: tag for tag in ours.tags}
    assert {one.key: one for one in theirs.articles} == {one.key: one for one in ours.articles}


def test_a_single_annotation_with_single_values_is_read() -> None:
    file = read_w3c(NODE)
    tag = one(file)
    assert (tag.kind, tag.quote, tag.prefix, tag.suffix) == ("metric", "62场", "了", "")
    assert (tag.start, tag.end, tag.note, tag.author, tag.id) == (None, None, "", "", "")
    (article,) = file.articles
    assert article.names == ("https://a.cn/x/%E6%96%87.txt?v=1#top", "文.txt")


@pytest.mark.parametrize(
    "wrap",
    [
        lambda node: {"type": "AnnotationPage", "items": [node]},
        lambda node: {
            "type": ["Other", "AnnotationCollection"],
            "first": {"@type": "AnnotationPage", "items": node},
        },
        lambda node: {"type": "AnnotationCollection", "items": [node, "x"]},
        lambda node: [node],
        lambda node: node | {"type": "oa:Annotation"},
        lambda node: node | {"type": ["http://www.w3.org/ns/oa#Annotation"]},
    ],
)
def test_annotations_are_found_in_whatever_holds_them(wrap: Any) -> None:
    assert one(read_w3c(wrap(NODE))).quote == "62场"


def test_every_tagging_body_is_a_tag_and_any_other_the_note() -> None:
    bodies = [
        {"value": "a", "purpose": "tagging"},
        {"value": "b", "purpose": ["classifying", "commenting"]},
        {"type": "SpecificResource", "label": "c", "purpose": "identifying"},
        {"value": "noted", "purpose": "commenting"},
        "said",
        {"value": 5},
        {"value": "62", "purpose": "describing", "wenmai:attribute": "value"},
    ]
    file = read_w3c(NODE | {"body": bodies, "bodyValue": "more", "id": "urn:wenmai:tag:t1"})
    assert [tag.kind for tag in file.tags] == ["a", "b", "c"]
    assert {tag.note for tag in file.tags} == {"noted\nsaid\nmore"}
    assert file.tags[0].attributes == {"value": "62"}
    assert file.tags[0].untyped
    # One id cannot be that of three tags.
    assert {tag.id for tag in file.tags} == {""}


def test_a_number_of_hundreds_of_digits_is_read() -> None:
    body = {"purpose": "describing", "wenmai:attribute": "value", "value": "9"}
    file = read_w3c(NODE | {"body": body | {"wenmai:value": 9**500}})
    assert one(file).attributes == {"value": 9**500}


@pytest.mark.parametrize(
    ("motivation", "kind"), [("commenting", "commenting"), ([5, "a"], "a"), (None, "highlighting")]
)
def test_without_a_tag_the_motivation_is_the_kind(motivation: object, kind: str) -> None:
    assert one(read_w3c(NODE | {"body": [], "motivation": motivation})).kind == kind


@pytest.mark.parametrize(
    ("creator", "author"),
    [
        ("王", "王"),
        ({"name": "王"}, "王"),
        ([{"nickname": "小王"}], "小王"),
        ({"id": "https://a.cn/w"}, "https://a.cn/w"),
        ({}, ""),
        (5, ""),
    ],
)
def test_who_made_it_is_said_in_many_ways(creator: object, author: str) -> None:
    assert one(read_w3c(NODE | {"creator": creator})).author == author


def target(**more: object) -> FileTag:
    return one(read_w3c(NODE | {"target": {"source": "x", **more}}))


def test_selectors_of_every_usual_form_are_read() -> None:
    position = {"type": "TextPositionSelector", "start": 5, "end": 9}
    quote = {"type": "TextQuoteSelector", "exact": "甲", "suffix": 5}
    found = target(selector=[position, quote])
    assert (found.start, found.end, found.quote, found.suffix) == (5, 9, "甲", "")
    found = target(selector={"type": "XPathSelector", "value": "/p", "refinedBy": position})
    assert (found.start, found.end) == (5, 9)
    found = target(selector={"type": "FragmentSelector", "value": "char=3,7;length=9"})
    assert (found.start, found.end) == (3, 7)
    for odd in (-1, True, "5", 1.5, None):
        found = target(selector={"type": "TextPositionSelector", "start": odd, "end": 9})
        assert (found.start, found.end) == (None, 9)
    found = target(selector={"type": "FragmentSelector", "value": f"char=3,{'7' * 5000}"})
    assert (found.start, found.end) == (None, None)


@pytest.mark.parametrize(
    ("said", "article"),
    [
        ("https://a.cn/x#char=1,2", "https://a.cn/x"),
        ({"source": {"id": "urn:wenmai:article:abc"}}, "urn:wenmai:article:abc"),
        ({"id": "x"}, "x"),
        ({"source": {}}, ""),
        ([], ""),
        (5, ""),
        ("http://[", "http://["),
    ],
)
def test_sources_of_every_usual_form_are_read(said: object, article: str) -> None:
    assert one(read_w3c(NODE | {"target": said})).article == article


def test_an_annotation_of_several_places_is_as_many_tags() -> None:
    targets = [{"source": "x", "selector": []}, "y"]
    assert [tag.article for tag in read_w3c(NODE | {"target": targets}).tags] == ["x", "y"]


def test_kinds_that_are_none_of_ours_have_their_names_and_labels() -> None:
    collection = {
        "type": "AnnotationCollection",
        "wenmai:kinds": [{"wenmai:name": "a", "wenmai:label": "甲"}, "x", {"wenmai:name": 5}],
    }
    kinds = read_w3c(collection).kinds
    assert [(kind.name, kind.label, kind.kind) for kind in kinds] == [
        ("a", "甲", None),
        ("", "", None),
    ]


@pytest.mark.parametrize("document", [[], {}, [{}], 5, "x", None, {"type": "Person"}, {"type": 5}])
def test_json_without_annotations_is_refused(document: object) -> None:
    with pytest.raises(ImportRefusedError, match="file holds no tags as “W3C Web Annotation"):
        read_w3c(document)


# JSON


def document(**more: object) -> bytes:
    data = json.loads(exported("json")) | more
    return json.dumps(data).encode()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "breaks off in line 1"),
        (b'{"a":\n', "breaks off in line 2"),
        (b"[" * 200_000, "nested too deep"),
        (b'{"a": NaN}', "a number that JSON does not have"),
        (b"\xff\xfe", "it is not UTF-8"),
        (b'[{"format": "wenmai-export"}]', "holds no tags as “JSON document”"),
        (b'{"format": "csv"}', "holds no tags as “JSON document”"),
        (document(version=2), "was written by a newer Wenmai"),
        (document(tag_set=5), "its head is not as it was exported"),
        (document(articles=[5]), "its head is not as it was exported"),
        (document(annotations=5), r"tag 1 is not as it was exported"),
        (document(annotations=[{}]), r"tag 1 is not as it was exported"),
    ],
)
def test_a_document_that_is_none_is_one_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(ImportRefusedError, match=sentence) as caught:
        json_document.read(data, "file")
    assert str(caught.value).startswith("file ")


def test_the_damaged_tag_is_numbered() -> None:
    tags = json.loads(exported("json"))["annotations"]
    tags[2]["start"] = "5"
    with pytest.raises(ImportRefusedError, match="tag 3 is not as it was"):
        json_document.read(document(annotations=tags), "file")


def test_half_characters_are_shown_by_their_numbers_and_nul_is_refused() -> None:
    tags = json.loads(exported("json"))["annotations"][:1]
    tags[0]["note"] = "\ud800"
    assert one(json_document.read(document(annotations=tags), "f")).note == "\\ud800"
    tags[0]["note"] = "\0"
    with pytest.raises(ImportRefusedError, match="f holds a NUL character"):
        json_document.read(document(annotations=tags), "f")


def test_a_tag_of_an_article_that_the_document_does_not_list_names_it_all_the_same() -> None:
    file = json_document.read(document(articles=[]), "f")
    assert {one.key for one in file.articles} == {tag.article for tag in file.tags} != set()
    assert all(one.id == one.key for one in file.articles)


# REFI-QDA

GUID = "00000000-0000-0000-0000-00000000000{}"


def saved(tmp_path: Path, text: bytes = "他办了62场".encode(), **more: Any) -> TagFile:
    """Return what is read of a project that pyrefiqda makes and writes."""
    sources = tmp_path / "media"
    sources.mkdir(exist_ok=True)
    (sources / "a.txt").write_bytes(text)
    selection = models.PlainTextSelectionType(
        **{
            "guid": GUID.format(4),
            "start_position": 3,
            "end_position": 6,
            "creating_user": GUID.format(1),
            "creation_date_time": XmlDateTime.from_string("2026-11-22T08:00:00+08:00"),
            "coding": [
                models.CodingType(
                    guid=GUID.format(5),
                    code_ref=models.CodeRefType(target_guid=GUID.format(2)),
                )
            ],
        }
        | more
    )
    code = models.ProjectCodeType(
        guid=GUID.format(3), name="narrower", is_codable=True, color="#00ff00"
    )
    project = models.Project(
        name="p",
        users=models.UsersType(user=[models.UserType(guid=GUID.format(1), name="王")]),
        code_book=models.ProjectCodeBookType(
            codes=models.ProjectCodesType(
                code=[
                    models.ProjectCodeType(
                        guid=GUID.format(2), name="指标", is_codable=True, code=[code]
                    )
                ]
            )
        ),
        sources=models.SourcesType(
            text_source=[
                models.TextSourceType(
                    guid=GUID.format(6),
                    name="文章",
                    plain_text_path="internal://a.txt",
                    plain_text_selection=[selection],
                )
            ]
        ),
    )
    RefiProject.save(project, tmp_path / "p.qdpx", sources)
    return read_tags(tmp_path / "p.qdpx")


def test_a_project_that_others_write_is_read(tmp_path: Path) -> None:
    file = saved(tmp_path)
    tag = one(file)
    assert (tag.kind, tag.start, tag.end, tag.author) == ("指标", 3, 6, "王")
    assert tag.created == "2026-11-22T08:00:00+08:00"
    assert [(kind.name, kind.colour) for kind in file.kinds] == [
        ("指标", ""),
        ("narrower", "#00ff00"),
    ]
    (article,) = file.articles
    assert (article.names, article.text) == (("文章",), "他办了62场")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_mark_at_the_beginning_is_no_character(tmp_path: Path, encoding: str) -> None:
    assert saved(tmp_path, "他办".encode(encoding)).articles[0].text == "他办"


def test_a_text_in_another_encoding_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportRefusedError, match="has a text that is not UTF-8"):
        saved(tmp_path, "办了".encode("gb18030"))


def test_a_selection_without_a_coding_is_a_quotation(tmp_path: Path) -> None:
    assert one(saved(tmp_path, coding=[])).kind == "quotation"


def test_a_selection_of_several_codings_is_as_many_tags(tmp_path: Path) -> None:
    codings = [
        models.CodingType(
            guid=GUID.format(number), code_ref=models.CodeRefType(target_guid=GUID.format(of))
        )
        for number, of in ((7, 2), (8, 3), (9, 9))
    ]
    file = saved(tmp_path, coding=codings, description="说明\nvalue = 62")
    assert [tag.kind for tag in file.tags] == ["指标", "narrower", "quotation"]
    assert {tag.note for tag in file.tags} == {"说明"}
    assert {tag.attributes["value"] for tag in file.tags} == {62}


QDE = """<?xml version="1.0" encoding="utf-8"?>
<Project xmlns="urn:QDA-XML:project:1.0" name="p">
<CodeBook><Codes><Code guid="c" name="码" isCodable="true"/></Codes></CodeBook>
<Sources>{sources}</Sources>
<Notes><Note guid="n" plainTextPath="internal://N.txt"/><Note guid="m"/></Notes></Project>"""


def refi(sources: str, **files: str | bytes) -> TagFile:
    qde = QDE.format(sources=sources)
    return refi_qda.read(zipped(project_DOT_qde=qde, **files), "p.qdpx")


def test_notes_may_lie_in_files_of_their_own_in_a_folder_of_any_case() -> None:
    file = refi(
        '<TextSource guid="s"><PlainTextContent>甲乙</PlainTextContent>'
        '<PlainTextSelection startPosition="0" endPosition="1"><Coding><CodeRef targetGUID="c"/>'
        '<NoteRef targetGUID="n"/></Coding><NoteRef targetGUID="m"/><NoteRef targetGUID="x"/>'
        "</PlainTextSelection></TextSource>",
        SOURCES__n_DOT_txt="记下",
    )
    tag = one(file)
    assert (tag.note, tag.kind, tag.article) == ("记下", "码", "s")
    assert file.articles[0].text == "甲乙"


@pytest.mark.parametrize(
    "path",
    ["", "absolute:///etc/passwd", "relative://../a.txt", "internal://../gone", "/etc/passwd"],
)
def test_a_path_out_of_the_file_is_not_followed(path: str) -> None:
    assert refi(f'<TextSource plainTextPath="{path}"/>').articles[0].text is None


def test_an_empty_text_and_offsets_that_are_none_are_read() -> None:
    file = refi(
        '<TextSource><PlainTextContent/><PlainTextSelection startPosition="-1" '
        'endPosition="99999999999"/></TextSource>'
    )
    assert (one(file).start, one(file).end, file.articles[0].text) == (None, None, "")


def test_a_project_without_anything_has_no_tags() -> None:
    data = zipped(project_DOT_qde='<Project xmlns="urn:QDA-XML:project:1.0" name="p"/>')
    assert refi_qda.read(data, "p").tags == ()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"PK", "damaged or not complete"),
        (zipped(a="x"), "holds no tags as “REFI-QDA project”"),
        (zipped(project_DOT_qde=""), "its XML breaks off"),
        (
            zipped(
                project_DOT_qde='<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
            ),
            "declares entities of its own",
        ),
    ],
)
def test_a_project_that_is_none_is_one_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(ImportRefusedError, match=sentence):
        refi_qda.read(data, "p.qdpx")


# brat

ANN = """T1	Person 0 2	他办
T2	Place 3 5;7 8	62 完
A1	Sure T1
A2	Level T1 high enough
M1	Old T2 x
R1	Knows Arg1:T1 Arg2:T2
E1	Event:T1
*	Equiv T1 T2
#1	AnnotatorNotes T1	记 下
#2	AnnotatorNotes T1	"引\\n言"
#3	AnnotatorNotes T1	"a\\q c"
#4	Attribute T1	value = 62
#5	Attribute T1	no attribute
#6	zh-Hant-TW T1	他辦
N1	Reference T1 Wiki:1	x

"""


def standoff(ann: str = ANN, text: str | None = "他办了62场\n完", **more: str) -> TagFile:
    files = {"folder__a_DOT_ann": ann} | ({} if text is None else {"folder__a_DOT_txt": text})
    return brat.read(zipped(**files, **more), "a.zip")


def test_what_brat_writes_is_read() -> None:
    file = standoff(ANN.replace("\n", "\r\n"))
    person, place = file.tags
    assert (person.kind, person.start, person.end, person.problem) == ("Person", 0, 2, "")
    assert person.attributes == {"Sure": "yes", "Level": "high enough", "value": 62}
    assert person.note == '记 下\n引\n言\n"a\\q c"\nno attribute'
    assert (place.attributes, place.problem) == ({"Old": "x"}, "it stands in several pieces")
    (article,) = file.articles
    assert (article.key, article.names, article.text) == ("folder/a.ann", ("a",), "他办了62场\n完")


@pytest.mark.parametrize(
    ("places", "text", "problem"),
    [
        ("0 1;2 3", "甲\n乙", ""),
        ("0 1;1 2", "甲乙丙", ""),
        ("0 1;2 3", "甲乙丙", "it stands in several pieces"),
        ("2 3;0 1", "甲\n乙", "it stands in several pieces"),
        ("0 1;2 3", None, "it stands in several pieces"),
    ],
)
def test_fragments_that_white_space_divides_are_one(
    places: str, text: str | None, problem: str
) -> None:
    tag = one(standoff(f"T1\tA {places}\tx\n", text))
    assert tag.problem == problem


def test_labels_and_colours_are_those_of_the_settings() -> None:
    settings = (
        "[labels]\nPerson | 人 | P\nodd\n[drawing]\nPerson\tfgColor:black, bgColor:#AABBCC\n"
        "Place\tbgColor:#112233\nOther\tbgColor:red\n"
    )
    file = standoff(visual_DOT_conf=settings)
    assert [(one.name, one.label, one.colour) for one in file.kinds] == [
        ("Person", "人", "#AABBCC"),
        ("Place", "", "#112233"),
    ]


@pytest.mark.parametrize(
    ("name", "title"), [("0123456789abcdef", ""), ("文_章_0123456789abcdef", "文_章")]
)
def test_our_own_names_say_which_article_it_is(name: str, title: str) -> None:
    (article,) = brat.read_files({f"{name}.ann": b""}, "x").articles
    assert (article.id, article.names[0]) == ("0123456789abcdef", title)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"x", "damaged or not complete"),
        (zipped(a_DOT_txt="x", **{"_" + "_MACOSX/a.ann": "x"}), "holds no tags as “brat standoff"),
        (zipped(a_DOT_ann=b"\xff"), r"a.zip: a.ann is not UTF-8"),
        (zipped(a_DOT_ann="T1\tA x 5\tz"), r"a.zip: a.ann is damaged \(“T1\tA x 5\tz” is no"),
        (zipped(a_DOT_ann="#1\tN T1\ta\0"), "holds a NUL character"),
    ],
)
def test_files_that_are_none_are_one_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(ImportRefusedError, match=sentence):
        brat.read(data, "a.zip")


@pytest.mark.parametrize("read", [brat.read, refi_qda.read])
def test_a_small_zip_that_swells_is_refused_before_it_does(read: Any) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("project.qde", b"a" * 30_000_000)
        archive.writestr("a.ann", b"a")
    with pytest.raises(ImportRefusedError, match="would unpack to 2 files and 30 MB"):
        read(data.getvalue(), "a.zip")


# From the disk


def test_a_standoff_file_is_read_with_the_text_beside_it(tmp_path: Path) -> None:
    (tmp_path / "a.ann").write_text(ANN, encoding="utf-8")
    assert read_tags(tmp_path / "a.ann").articles[0].text is None
    (tmp_path / "a.txt").write_text("他办", encoding="utf-8")
    assert read_tags(tmp_path / "a.ann").articles[0].text == "他办"
    named = tag_importer_named("brat")
    assert read_tags(tmp_path / "a.ann", named).articles[0].text == "他办"


def test_json_may_be_one_of_two_formats(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(exported("json"))
    assert len(read_tags(path).tags) == len(hard_export().rows)
    path.write_text(json.dumps(NODE), encoding="utf-8")
    assert one(read_tags(path)).quote == "62场"
    # What is ours and damaged is said to be so, not to be of another format.
    path.write_bytes(document(annotations=[{}]))
    with pytest.raises(ImportRefusedError, match="tag 1 is not as it was"):
        read_tags(path)
    path.write_text("{}", encoding="utf-8")
    with pytest.raises(ImportRefusedError, match="holds no tags as"):
        read_tags(path)


def test_a_file_of_another_ending_needs_its_format(tmp_path: Path) -> None:
    path = tmp_path / "a.xyz"
    path.write_bytes(exported("json"))
    with pytest.raises(ImportRefusedError, match=r"ends as no file with tags does \(\.json, "):
        read_tags(path)
    assert read_tags(path, tag_importer_named("json")).tags
    with pytest.raises(ImportRefusedError, match="does not exist"):
        read_tags(tmp_path / "gone.json")


@pytest.mark.parametrize("importer", tag_importers(), ids=lambda one: one.name)
@given(data=st.data())
def test_whatever_a_file_holds_it_is_read_or_refused(importer: Any, data: st.DataObject) -> None:
    whole = exported(importer.name)
    at = data.draw(st.integers(0, len(whole)))
    piece = data.draw(st.binary(max_size=8))
    cut = data.draw(st.integers(0, 50))
    # Nothing else may come of it.
    with contextlib.suppress(ImportRefusedError):
        importer.read(whole[:at] + piece + whole[at + cut :], "file")


USED = (
    "type body value purpose target source selector id exact start end creator first items",
    "refinedBy motivation created wenmai:kinds wenmai:articles wenmai:attribute",
)
nested = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(" ".join(USED).split()), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(nodes=nested)
def test_whatever_an_annotation_holds_it_is_read_or_refused(nodes: Any) -> None:
    node = {"type": "Annotation"} | (nodes if isinstance(nodes, dict) else {"target": nodes})
    page = {"type": "AnnotationCollection", "items": [node | {"type": "Annotation"}]}
    listed = {"wenmai:kinds": nodes, "wenmai:articles": nodes}
    # Nothing else may come of it.
    with contextlib.suppress(ImportRefusedError):
        w3c.read(json.dumps(page | listed).encode(), "file")
