"""A whole day's work on the keyboard alone: import, read, tag, correct, find, export, come back."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QPushButton, QWidget

from reader.text.script import Script
from reader.text.span import Span
from reader.ui.app import make_window

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from reader.annotation.annotation import Annotation
    from reader.ui.main_window import MainWindow

# The platform without a screen says so of every window with a least size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
Key = Qt.Key
# Kinds and the keys that tag as them.
KINDS = {"metric": Key.Key_1, "programme": Key.Key_2, "honour": Key.Key_3}
# Presses: no walk through these articles is longer.
_FAR = 400

# What is to be tagged stands in braces, after the letter of its kind and of the way it is selected:
# e by E, c by Shift and arrows, l by clause, f by finding it, a with all the places of its words.
MARKED = """一盏灯照着的渡口——潞河县“{pa:溪畔书声}”夜读侧记

本报记者 祝见川 通讯员 龙小满

傍晚六点，潞河县青石镇的老渡口又亮起了灯。摆渡的老人收了桨，把长凳一条条搬到廊下。不一会儿，放学的孩子、收摊的菜农、刚下夜班的护士都来了，各找各的位子坐好。有人翻书，有人听书，也有人只是坐着，看河水一点一点暗下去。

这是“{pa:溪畔书声}”品牌的第一个读书点。2018年冬天，县政协文化文史委和县图书馆一道，把闲着的候船室改成了书房。七年过去，全县建成读书点{me:38个}，累计举办夜读{me:1260场}，听书群众{me:近9万人次}，其中老人占{me:46%}，志愿者从最初的{me:5人}发展到{me:320余人}。

“起先谁也不信能办下去。”镇文化站站长秦望舒说。站里只有{mc:两间}屋，书不到{me:600册}，冬天还漏风。他骑着三轮车挨村收书，半年收来{me:4200多册}；又请退休教师列书目，一列就是{me:15页}。

书房有了，人从哪里来？县里想了个办法：谁家有故事，就请谁来讲。讲渡口的、讲桥的、讲做豆腐的，讲着讲着就成了“{pe:渡口故事会}”。去年一年，“{pf:渡口故事会}”走进{me:27个}村，录下{mc:180段}口述，整理成文字{me:31.5万字}。

故事攒多了，就有人想把它们演出来。去年秋天，镇上的豆腐坊、修船铺和小学合排了一台小戏，台词全从“{pr:渡口故事会}”的录音里来。演出那晚，廊下站了{me:500多人}，连对岸的人也划着船过来看。戏散了，大家不肯走，又围着老人问起五十年前发大水的事。老人说，那年水漫到石阶上，是全村人手拉手，把粮食一袋一袋背到坡上的。

孩子们也有自己的一摊。暑假里，“{pe:小船长共读计划}”带着他们读完{me:12本}书，写下读书笔记{me:900多篇}。一个孩子写道：“灯亮着，我就不怕黑。”

口碑是一点一点攒起来的。{hl:2023年度全省最美读书空间}，2024年又拿到“{he:全国书香之乡}”的牌匾。去年腊月，“{pa:溪畔书声}”还获评“{hc:第三届全市十佳文明实践项目}”。

灯多了，事情也跟着多起来。渡口边的路不好走，雨天尤其滑。大家把这件事写在纸条上，投进书房门口的木箱。县政协委员每月来开一次箱，把纸条念给有关部门听。两年下来，木箱里收到纸条{me:760张}，办成实事{me:52件}：石阶铺平了，栏杆加高了，夜里回家的路上有了{mc:86盏}路灯。投纸条的人，后来大多成了志愿者。

夜深了，灯还亮着。秦望舒说，明年要再添{me:10个}读书点，让每个渡口都有一盏灯。
"""
RIVER = """一盞燈照著的渡口續記

特約記者 祝見川

入冬以後，潞河縣的河面薄薄地結了一層冰。縣政協的委員們沿河走了一遍，回來說，「{pa:溪畔書聲}」的燈，比冰還亮。

這一年，他們開了{mc:6次}協商會，收到意見{mc:143條}，辦結{mc:97%}。河邊的步道修了{mc:4公里}，路燈添了{mc:210盞}。有人說，燈多了，心就定了。

「{pa:溪畔書聲}」的朋友也多了。鄰縣送來圖書{mc:3000冊}，又派來志工{mc:18人}。開春以後，兩縣要一起辦「{pc:兩岸燈火讀書季}」。

讀書會散場的時候，常常已是九點。孩子們提著燈籠走在前面，大人跟在後面，一路說著書裡的故事。有位老船工今年第一次讀完一整本書，他說：「從前我只認得水，如今也認得字了。」這句話後來寫在了書房的牆上，來的人都要念一遍。

縣政協還把{hc:全市優秀提案獎}的獎金全數捐給了書房。
"""
_MARK = re.compile(r"\{(\w)(\w):([^}]*)\}")
_LETTERS = {"m": "metric", "p": "programme", "h": "honour"}


@dataclass(frozen=True)
class Passage:
    """What is to be tagged: where it stands, as what, and how it is selected."""

    span: Span
    kind: str
    way: str


@dataclass
class Source:
    """An article as its file holds it, and what is to be tagged in it."""

    text: str
    passages: list[Passage] = field(default_factory=list)

    @staticmethod
    def of(marked: str) -> Source:
        """Take the marks out of a text."""
        source, end = Source(""), 0
        for found in _MARK.finditer(marked):
            source.text += marked[end : found.start()]
            start, end = len(source.text), found.end()
            letter, way, words = found.groups()
            source.text += words
            span = Span(start, start + len(words))
            source.passages.append(Passage(span, _LETTERS[letter], way))
        source.text += marked[end:]
        return source

    def by(self, way: str) -> list[Passage]:
        """Return the passages that are selected in one way."""
        return [one for one in self.passages if one.way == way]


class MouseWatch(QObject):
    """Counts what a mouse would send."""

    _TYPES = frozenset(
        [
            QEvent.Type.MouseButtonPress,
            QEvent.Type.MouseButtonRelease,
            QEvent.Type.MouseButtonDblClick,
            QEvent.Type.MouseMove,
            QEvent.Type.Wheel,
        ]
    )

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's
        """Let everything through."""
        if event.type() in self._TYPES:
            self.count += 1
        return False


@pytest.fixture
def mouse(qapp: QApplication) -> Iterator[MouseWatch]:
    """Return what has seen every event of the day."""
    watch = MouseWatch()
    qapp.installEventFilter(watch)
    yield watch
    qapp.removeEventFilter(watch)


class Hands:
    """Two hands on a keyboard: keys go to what has the focus, words come from an input method."""

    def __init__(self, window: MainWindow, bot: QtBot) -> None:
        self.window = window
        self.bot = bot

    @property
    def focus(self) -> QWidget:
        """What has the keyboard."""
        if QApplication.activeWindow() is None:
            # Where a dialog was closed, who manages windows makes the one below it active.
            with self.bot.waitActive(self.window):
                self.window.activateWindow()
        focus = QApplication.focusWidget()
        assert focus is not None, "nothing has the keyboard"
        return focus

    def press(self, key: Key | str, modifier: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        """Press a key."""
        for _ in range(times):
            # A letter is a key too, whatever Qt's types say.
            QTest.keyClick(self.focus, key, modifier)  # type: ignore[arg-type]

    def type(self, words: str) -> None:
        """Type words: Latin ones key by key, others as an input method commits them."""
        if words.isascii():
            for letter in words:
                self.press(letter)
        else:
            event = QInputMethodEvent()
            event.setCommitString(words)
            QApplication.sendEvent(self.focus, event)

    def answer(self, *keys: str | Key | tuple[Key, Qt.KeyboardModifier]) -> None:
        """Type into the next dialog that runs until it is answered."""

        def act() -> None:
            dialog = QApplication.activeModalWidget()
            focus = QApplication.focusWidget()
            if not isinstance(dialog, QDialog) or not dialog.isAncestorOf(focus or self.window):
                return
            waiting.stop()
            # Without a screen the list of names that a field offers would stay.
            if isinstance(dialog, QFileDialog) and isinstance(focus, QLineEdit):
                focus.setCompleter(None)  # type: ignore[arg-type]
            try:
                for key in keys:
                    if isinstance(key, tuple):
                        self.press(*key)
                    elif isinstance(key, Key):
                        self.press(key)
                    else:
                        self.type(key)
                self.bot.waitUntil(lambda: _is_over(dialog))
                if shiboken6.isValid(dialog) and dialog.isVisible():
                    self.press(Key.Key_Return)
            finally:
                # A dialog that nobody answers would run for ever.
                if shiboken6.isValid(dialog) and dialog.isVisible():
                    dialog.reject()

        waiting = QTimer(self.window)
        waiting.timeout.connect(act)
        waiting.start(10)

    def opened_dialog(self) -> QDialog:
        """Wait for a dialog of the window's to have the keyboard."""
        self.bot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QDialog))
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        self.bot.waitUntil(lambda: dialog.isAncestorOf(self.focus))
        return dialog

    # What is looked at

    @property
    def chosen(self) -> Annotation:
        """The chosen tag."""
        annotation = self.window.session.annotation
        assert annotation is not None, "no tag is chosen"
        return annotation

    @property
    def passage(self) -> Span:
        """What is selected; empty, it is where the caret stands."""
        return self.window.session.passage

    def tags(self, article: str) -> list[tuple[int, int, str]]:
        """Return an article's tags as start, end and kind."""
        workspace = self.window.session.workspace
        assert workspace is not None
        tags = workspace.index(article).in_order()
        return [(tag.span.start, tag.span.end, tag.kind) for tag in tags]

    # What hands learn

    def stand(self, place: int) -> None:
        """Put the caret before a character: on by paragraphs, sentences, clauses, characters."""
        self.press(Key.Key_Home, CONTROL)
        steps: list[tuple[Key, Key, Qt.KeyboardModifier]] = [
            (Key.Key_Down, Key.Key_Up, CONTROL),
            (Key.Key_Period, Key.Key_Comma, NONE),
            (Key.Key_Right, Key.Key_Left, CONTROL),
            (Key.Key_Right, Key.Key_Left, NONE),
        ]
        for on, back, modifier in steps:
            for _ in range(_FAR):
                before = self.passage.start
                self.press(on, modifier)
                if self.passage.start > place:
                    self.press(back, modifier)
                    break
                if self.passage.start == before:
                    break
        assert self.passage == Span(place, place)

    def select(self, passage: Passage, words: str) -> None:
        """Select a passage in its own way."""
        span = passage.span
        if passage.way == "f":
            self.press(Key.Key_Home, CONTROL)
            self.press(Key.Key_F, CONTROL)
            self.press(Key.Key_A, CONTROL)
            self.type(words)
            finder = self.window.finder
            for _ in range(_FAR):
                self.bot.waitUntil(lambda: bool(self.window.find_bar.count_text))
                if self.passage == span:
                    break
                self.press(Key.Key_F3)
            assert finder is not None
            self.press(Key.Key_Escape)
        else:
            self.stand(span.start)
            if passage.way == "e":
                # What is meant, or more: pressed until it is what was wanted.
                for _ in range(8):
                    self.press(Key.Key_E)
                    if len(self.passage) >= len(span):
                        break
            elif passage.way == "l":
                self.press(Key.Key_Right, CONTROL | SHIFT)
            else:
                self.press(Key.Key_Right, SHIFT, times=len(span))
        assert self.passage == span, (words, passage)

    def tag(self, source: Source, passage: Passage) -> None:
        """Select a passage and press the key of its kind."""
        self.select(passage, passage.span.of(source.text))
        self.press(KINDS[passage.kind])
        assert self.chosen.span == passage.span
        assert self.chosen.kind == passage.kind


def _is_over(dialog: QDialog) -> bool:
    """Return whether a dialog is closed, or has done its work and is to be closed."""
    focus = QApplication.focusWidget()
    done = isinstance(focus, QPushButton) and focus.text() == "Close"
    return not shiboken6.isValid(dialog) or not dialog.isVisible() or done


def started(bot: QtBot) -> Hands:
    """Start the program as it starts every day."""
    window = make_window(None)
    assert window is not None
    bot.addWidget(window)
    with bot.waitActive(window):
        window.show()
        window.activateWindow()
    return Hands(window, bot)


def fill(hands: Hands, *values: str) -> None:
    """Fill the first attributes of the chosen tag, and go back to the text."""
    hands.press(Key.Key_D, CONTROL)
    for value in values:
        hands.type(value)
        hands.press(Key.Key_Tab)
    hands.press(Key.Key_F6)
    assert hands.focus is hands.window.surface


def go_to(hands: Hands, what: str) -> None:
    """Go to a place or a tag by what is written."""
    hands.press(Key.Key_G, CONTROL)
    hands.type(what)
    hands.press(Key.Key_Return)
    assert hands.focus is hands.window.surface


def begin(hands: Hands, folder: Path) -> None:
    """Make a workspace, and bring both articles in."""
    for name, source in (("ferry.txt", FERRY), ("river.txt", SEQUEL)):
        (folder / name).write_bytes(source.text.encode())
    hands.answer(str(folder / "day"), Key.Key_Return)
    hands.press(Key.Key_N, CONTROL | SHIFT)
    workspace = hands.window.session.workspace
    assert workspace is not None
    assert workspace.folder == folder / "day"
    hands.answer(f'"{folder / "ferry.txt"}" "{folder / "river.txt"}"', Key.Key_Return)
    hands.press(Key.Key_I, CONTROL)
    hands.bot.waitUntil(lambda: len(workspace.articles) == 2)
    assert [article.text for article in workspace.articles.values()] == [FERRY.text, SEQUEL.text]


def read(hands: Hands) -> None:
    """Read the first article to its end, in every script."""
    show(hands, FERRY)
    bar = hands.window.surface.verticalScrollBar()
    # The text glides, and how long it is is known when all of it was seen.
    for key, end in ((Key.Key_PageDown, bar.maximum), (Key.Key_PageUp, bar.minimum)):
        pages = 0
        while bar.value() != end():
            hands.press(key)
            hands.bot.waitUntil(partial(_stands, hands))
            pages += 1
        assert pages > 1
    scripts = []
    for _ in Script:
        hands.press(Key.Key_S)
        scripts.append(hands.window.session.script)
    assert scripts == [*list(Script)[1:], Script.ORIGINAL]


def _stands(hands: Hands) -> bool:
    return not hands.window.surface.gliding


def show(hands: Hands, source: Source) -> str:
    """Go to an article; return its id."""
    for _ in range(3):
        article = hands.window.session.article
        assert article is not None
        if article.text == source.text:
            return article.id
        hands.press(Key.Key_PageDown if source is SEQUEL else Key.Key_PageUp, CONTROL)
    raise AssertionError(source.text[:9])


def tag_ferry(hands: Hands) -> None:
    """Tag the first article: what is meant, by clauses, by finding, by doing again."""
    show(hands, FERRY)
    for way in "elcf":
        for passage in FERRY.by(way):
            hands.tag(FERRY, passage)
    # The same words again.
    for passage in FERRY.by("r"):
        go_to(hands, passage.span.of(FERRY.text))
        before = hands.chosen
        hands.press(Key.Key_R)
        assert hands.chosen.span == passage.span
        assert hands.chosen.kind == before.kind
    # All places of some words, in both articles and both spellings.
    first = FERRY.by("a")[0]
    hands.select(first, "")
    hands.press(Key.Key_2)
    fill(hands, first.span.of(FERRY.text), "潞河县图书馆")
    assert hands.chosen.attributes["organiser"] == "潞河县图书馆"
    hands.press(Key.Key_R, SHIFT)
    dialog = hands.opened_dialog()
    hands.press(Key.Key_W, ALT)
    places = len(FERRY.by("a")) + len(SEQUEL.by("a")) - 1
    button = dialog.findChild(QPushButton, "occurrencesDone")
    assert button is not None
    hands.bot.waitUntil(lambda: str(places) in button.text() and button.isEnabled())
    hands.press(Key.Key_Return)
    hands.bot.waitUntil(lambda: not dialog.isVisible())


def correct(hands: Hands) -> None:
    """Put right what went wrong: ends, kinds, a tag too few, a character."""
    article = show(hands, FERRY)
    right = hands.tags(article)
    go_to(hands, "1260场")
    hands.press(Key.Key_Left, ALT | SHIFT)
    assert hands.chosen.quote == "1260"
    hands.press(Key.Key_Right, ALT | SHIFT)
    go_to(hands, "近9万人次")
    hands.press(Key.Key_Down, ALT | SHIFT)
    assert hands.chosen.quote == "9万人次"
    hands.press(Key.Key_Up, ALT | SHIFT)
    assert hands.tags(article) == right
    fill(hands, "90000", "人次")
    assert hands.chosen.attributes == {"value": 90000, "unit": "人次"}
    # The wrong kind, and back.
    hands.press(Key.Key_BracketRight)
    hands.press(Key.Key_3)
    assert hands.chosen.kind == "honour"
    hands.press(Key.Key_1)
    assert hands.tags(article) == right
    hands.press(Key.Key_BracketLeft)
    assert hands.chosen.quote == "近9万人次"
    hands.press(Key.Key_Delete)
    assert len(hands.tags(article)) == len(right) - 1
    hands.press(Key.Key_Z, CONTROL)
    assert hands.tags(article) == right


def correct_conversion(hands: Hands) -> None:
    """Have a name stay as its bearer writes it, in the article's own workspace."""
    hands.press(Key.Key_4, CONTROL)
    start = FERRY.text.index("龙小满")
    hands.stand(start)
    hands.press(Key.Key_Right, SHIFT, times=3)
    assert shown(hands, Span(start, start + 3)) == "龍小滿"
    hands.answer("龙小滿", Key.Key_Return)
    hands.press(Key.Key_W)
    assert hands.focus is hands.window.surface
    assert shown(hands, Span(start, start + 3)) == "龙小滿"


def shown(hands: Hands, span: Span) -> str:
    """Return what is shown of a passage."""
    view = hands.window.session.view()
    assert view is not None
    return view.text_of(span)


def look_around(hands: Hands) -> None:
    """Find, go to, ask the palette, walk the table."""
    article = show(hands, SEQUEL)
    hands.press(Key.Key_Home, CONTROL)
    hands.press(Key.Key_F, CONTROL)
    hands.press(Key.Key_A, CONTROL)
    hands.type("政协")
    hands.bot.waitUntil(lambda: hands.window.find_bar.count_text == "1 of 2")
    hands.press(Key.Key_F3)
    assert hands.window.find_bar.count_text == "2 of 2"
    hands.press(Key.Key_Escape)
    assert hands.passage.of(SEQUEL.text) == "政協"
    hands.press(Key.Key_K, CONTROL)
    hands.type("show changes")
    hands.press(Key.Key_Return)
    assert hands.window.surface.shows_changes
    go_to(hands, "#3")
    assert (hands.chosen.span.start, hands.chosen.span.end, hands.chosen.kind) == hands.tags(
        article
    )[2]
    hands.press(Key.Key_T, CONTROL)
    hands.press(Key.Key_Home, CONTROL)
    hands.press(Key.Key_Return)
    assert hands.chosen.span == FERRY.passages[0].span
    hands.press(Key.Key_Escape)
    assert hands.focus is hands.window.surface


def export(hands: Hands, path: Path, *down: Key) -> None:
    """Write all tags to a file, in the format that some keys lead to."""
    hands.answer(*down, (Key.Key_I, ALT), (Key.Key_A, CONTROL), str(path), Key.Key_Return)
    hands.press(Key.Key_E, CONTROL)
    assert path.is_file()
    assert hands.focus is hands.window.surface


def expected(source: Source) -> list[tuple[int, int, str]]:
    """Return what is to be tagged, as start, end and kind."""
    return [(one.span.start, one.span.end, one.kind) for one in source.passages]


FERRY, SEQUEL = Source.of(MARKED), Source.of(RIVER)


def test_a_day_on_the_keyboard_alone(qtbot: QtBot, tmp_path: Path, mouse: MouseWatch) -> None:
    hands = started(qtbot)
    begin(hands, tmp_path)
    read(hands)
    tag_ferry(hands)
    ferry = show(hands, FERRY)
    assert hands.tags(ferry) == expected(FERRY)
    correct(hands)
    sequel = show(hands, SEQUEL)
    for passage in SEQUEL.by("c"):
        hands.tag(SEQUEL, passage)
    assert hands.tags(sequel) == expected(SEQUEL)
    assert len(FERRY.passages) + len(SEQUEL.passages) >= 30
    show(hands, FERRY)
    correct_conversion(hands)
    look_around(hands)
    export(hands, tmp_path / "tags.csv")
    export(hands, tmp_path / "tags.json", Key.Key_J)
    hands.press(Key.Key_Q, CONTROL)
    assert not hands.window.isVisible()
    check_files(tmp_path)

    again = started(qtbot)
    assert again.window.session.script is Script.TAIWAN
    assert show(again, FERRY) == ferry
    assert again.tags(ferry) == expected(FERRY)
    assert (
        shown(again, Span(FERRY.text.index("龙小满"), FERRY.text.index("龙小满") + 3)) == "龙小滿"
    )
    assert again.tags(sequel) == expected(SEQUEL)
    # Yesterday's last tag can still be taken back.
    again.press(Key.Key_Z, CONTROL, times=2)
    assert again.tags(sequel) == expected(SEQUEL)[:-1]
    again.press(Key.Key_Q, CONTROL)
    assert mouse.count == 0


def check_files(folder: Path) -> None:
    """Look at what was written, as who receives it would."""
    with (folder / "tags.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    found = [(int(row["start"]), int(row["end"]), row["kind"], row["quote"]) for row in rows]
    assert found == [
        (start, end, kind, source.text[start:end])
        for source in (FERRY, SEQUEL)
        for start, end, kind in expected(source)
    ]
    (near,) = [row for row in rows if row["quote"] == "近9万人次"]
    assert (near["value"], near["unit"]) == ("90000", "人次")
    document = json.loads((folder / "tags.json").read_text("utf-8"))
    assert document
