"""The session and corrections of the conversion: what is shown, who is told, what is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from reader.text.article import Article
from reader.text.conversion import converter
from reader.text.glossary import Correction, Glossary
from reader.text.script import Script
from reader.ui.session import Session
from reader.workspace import user_glossary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from reader.text.view import ScriptView

TEXT = "书屋的云姑娘说，人人参与，云里有好干部。\n"
TAIWAN = Script.TAIWAN


class Heard:
    """What a session told, in order."""

    def __init__(self, session: Session) -> None:
        self.told: list[str] = []
        self.refused: list[str] = []
        session.changed.connect(self._on_changed)
        session.corrections_changed.connect(self._on_corrections)
        session.script_shown.connect(self._on_script)
        session.saved.connect(self._on_saved)
        session.refused.connect(self._on_refused)

    def _on_changed(self, changes: Any) -> None:
        self.told.append("changed")

    def _on_corrections(self) -> None:
        self.told.append("corrections")

    def _on_script(self, script: Script) -> None:
        self.told.append(script.value)

    def _on_saved(self, changes: Any) -> None:
        self.told.append("saved")

    def _on_refused(self, sentence: str) -> None:
        self.refused.append(sentence)

    def taken(self) -> list[str]:
        taken, self.told = self.told, []
        return taken


@pytest.fixture(autouse=True)
def _no_shipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(user_glossary, "shipped", Glossary)


@pytest.fixture
def session(tmp_path: Path, qapp: QApplication) -> Iterator[Session]:
    session = Session(author="tester", state=tmp_path / "state")
    assert session.create(tmp_path / "workspace")
    assert session.add_articles([Article.from_text(TEXT)]) == []
    assert session.workspace is not None
    session.show_article(next(iter(session.workspace.articles)))
    session.show_script(TAIWAN)
    yield session
    session.close()


def view(session: Session) -> ScriptView:
    shown = session.view()
    assert shown is not None
    return shown


def shown(session: Session) -> str:
    return view(session).whole().text


def test_a_correction_is_shown_undone_and_shown_again(session: Session) -> None:
    heard = Heard(session)
    assert "雲姑娘" in shown(session)
    first = view(session)
    assert session.glossaries.correct("云姑娘", "云姑娘", [TAIWAN])
    assert heard.taken() == ["changed", "corrections", "zh-Hant-TW", "saved"]
    assert "云姑娘" in shown(session)
    assert "雲裡" in shown(session)
    second = view(session)
    session.undo()
    assert heard.taken() == ["changed", "corrections", "zh-Hant-TW", "saved"]
    assert view(session) is first, "what was undone is not converted again"
    session.redo()
    assert view(session) is second


def test_panels_already_see_it_when_they_are_told(session: Session) -> None:
    seen: list[str] = []

    class Panel:
        def on_changed(self, _: object) -> None:
            seen.append(shown(session))

    panel = Panel()
    session.changed.connect(panel.on_changed)
    session.glossaries.correct("云姑娘", "云姑娘")
    assert "云姑娘" in seen[0]


def test_what_is_not_shown_otherwise_is_not_painted_again(session: Session) -> None:
    heard = Heard(session)
    before = view(session)
    assert session.glossaries.correct("云姑娘", "云姑娘", [Script.HONG_KONG])
    assert heard.taken() == ["changed", "corrections", "saved"]
    assert view(session) is before
    session.show_script(Script.HONG_KONG)
    assert "云姑娘" in shown(session)
    session.show_script(Script.ORIGINAL)
    heard.taken()
    assert session.glossaries.correct("参与", "參與")
    assert heard.taken() == ["changed", "corrections", "saved"]
    assert shown(session) == TEXT
    session.retitle(view_id(session), "二")
    assert heard.taken()[0] == "changed"


def view_id(session: Session) -> str:
    assert session.article is not None
    return session.article.id


def test_a_view_is_made_once_for_many_rows(session: Session) -> None:
    assert session.glossaries.correct("云", "雲")
    one = view(session)
    assert all(view(session) is one for _ in range(100))
    assert session.glossaries.corrections() is session.glossaries.corrections(TAIWAN)


def test_the_workspace_counts_for_more_than_the_user_and_he_for_more_than_the_product(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def words() -> str:
        return dict(session.glossaries.corrections().pairs)["云"]

    shipped = Glossary((Correction("云", "甲", frozenset([TAIWAN])),))
    monkeypatch.setattr(user_glossary, "shipped", lambda: shipped)
    assert session.glossaries.correct("云", "乙", where="user")
    assert words() == "乙"
    assert session.glossaries.correct("云", "丙")
    assert words() == "丙"
    assert [entry.shown for entry in session.glossaries.all().entries] == ["甲", "乙", "丙"]
    assert session.glossaries.uncorrect(session.workspace.glossary.entries)  # type: ignore[union-attr]
    assert words() == "乙"
    assert session.glossaries.uncorrect(session.glossaries.user.entries, "user")
    assert words() == "甲"


def test_the_users_corrections_hold_in_every_workspace_and_after_a_restart(
    session: Session, tmp_path: Path
) -> None:
    heard = Heard(session)
    assert session.glossaries.correct("云姑娘", "云姑娘", where="user")
    assert heard.taken() == ["corrections", "zh-Hant-TW", "saved"]
    assert "云姑娘" in shown(session)
    assert session.workspace is not None
    assert session.workspace.undo_label is None
    assert session.create(tmp_path / "other")
    session.add_articles([Article.from_text(TEXT)])
    session.show_article(next(iter(session.workspace.articles)))
    assert "云姑娘" in shown(session)
    again = Session(author="tester", state=tmp_path / "state")
    assert again.open(tmp_path / "workspace")
    again.show_script(TAIWAN)
    assert "云姑娘" in shown(again)
    again.close()


def test_one_takes_the_place_of_another(session: Session) -> None:
    for where in ("workspace", "user"):
        assert session.glossaries.correct("云", "雲", [TAIWAN], where)
        old = Correction("云", "雲", frozenset([TAIWAN]))
        assert session.glossaries.correct("云姑娘", "云姑娘", where=where, instead_of=old)
    assert session.workspace is not None
    assert session.workspace.glossary == session.glossaries.user
    assert session.glossaries.user.entries == (Correction("云姑娘", "云姑娘"),)


def test_many_come_in_one_step(session: Session) -> None:
    many = [Correction("云", "雲"), Correction("里", "里")]
    assert session.glossaries.correct_all(many)
    assert session.glossaries.correct_all(many, "user")
    assert session.glossaries.user.entries == tuple(many)
    session.undo()
    assert session.workspace is not None
    assert session.workspace.glossary.entries == ()


def test_what_another_window_corrected_is_taken_over(session: Session, tmp_path: Path) -> None:
    heard = Heard(session)
    session.glossaries.read_again()
    assert heard.taken() == []
    user_glossary.amend(tmp_path / "state", [], [Correction("云姑娘", "云姑娘")])
    session.glossaries.read_again()
    assert heard.taken() == ["corrections", "zh-Hant-TW"]
    assert "云姑娘" in shown(session)


def test_what_is_refused_is_told_and_changes_nothing(session: Session, tmp_path: Path) -> None:
    heard = Heard(session)
    before = view(session)
    assert not session.glossaries.correct("", "云")
    assert not session.glossaries.correct("云", "云", [Script.ORIGINAL])
    assert not session.glossaries.uncorrect([Correction("云", "云")])
    (tmp_path / "state" / "glossary.tsv").mkdir()
    assert not session.glossaries.correct("云", "云", where="user")
    assert [sentence[:24] for sentence in heard.refused] == [
        "A correction needs both ",
        "The original is never co",
        "There is no correction o",
        "Your corrections could n",
    ]
    assert heard.taken() == []
    assert view(session) is before


def test_a_damaged_glossary_of_the_user_is_told_on_opening(
    session: Session, tmp_path: Path
) -> None:
    (tmp_path / "state" / "glossary.tsv").write_text("云\n里\t里\n", "utf-8")
    heard = Heard(session)
    assert session.open(tmp_path / "workspace")
    assert ["Line 1 of" in sentence for sentence in heard.refused] == [True]
    assert session.glossaries.user.entries == (Correction("里", "里"),)


def test_without_a_workspace_nothing_is_corrected_in_it(tmp_path: Path, qapp: QApplication) -> None:
    session = Session(author="tester", state=tmp_path / "state")
    assert not session.glossaries.correct("云", "云")
    assert not session.glossaries.correct_all([Correction("云", "云")])
    assert not session.glossaries.uncorrect([Correction("云", "云")])
    assert session.glossaries.correct("云", "云", where="user")
    assert session.glossaries.all().entries == (Correction("云", "云"),)


def test_where_regional_vocabulary_cannot_be_shown_it_is_said(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(converter("s2twp"), "notice", "Not as expected.")
    heard = Heard(session)
    session.show_script(TAIWAN)
    assert heard.refused == []
    session.show_regional(on=True)
    session.show_regional(on=False)
    assert heard.refused == ["Not as expected."]
    session.show_script(Script.ORIGINAL)
    session.show_regional(on=True)
    assert len(heard.refused) == 1
    session.show_script(TAIWAN)
    assert len(heard.refused) == 2
