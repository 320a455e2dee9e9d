"""The main window: puts the panels together and nothing else."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings, QSize, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.assets import resource
from reader.text.script import Script
from reader.ui.appearance import Appearance
from reader.ui.arrangement import ARTICLES, SIDE, Arrangement
from reader.ui.cleaner import Cleaner
from reader.ui.commands import Commands
from reader.ui.composition import CompositionGuard
from reader.ui.frame import Frame
from reader.ui.language import Languages
from reader.ui.menus import (
    LANGUAGE_COMMANDS,
    PANEL_COMMANDS,
    SCRIPT_COMMANDS,
    THEME_COMMANDS,
    WRITTEN_COMMANDS,
    Menus,
)
from reader.ui.neighbours import Neighbours
from reader.ui.panels.article_list import ArticleList
from reader.ui.panels.notice_bar import NoticeBar
from reader.ui.panels.offer_bar import OfferBar
from reader.ui.panels.refusal_bar import RefusalBar
from reader.ui.panels.side_panel import SidePanel
from reader.ui.panels.start_page import StartPage
from reader.ui.panels.status import StatusLine
from reader.ui.panels.tag_panel import TagPanel
from reader.ui.preload import Preloader
from reader.ui.reading.parallel import ParallelView
from reader.ui.reading.surface import ReadingSurface
from reader.ui.reading_pane import ReadingPane
from reader.ui.reading_settings import ReadingSettings
from reader.ui.shortcuts import Shortcuts
from reader.ui.suggesting import Suggesting
from reader.ui.text_menu import TextMenu

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

    from reader.annotation.annotation import Annotation
    from reader.text.article import Article
    from reader.ui.dialogs.palette import Reach, Used
    from reader.ui.finder import Finder
    from reader.ui.last_export import LastExport
    from reader.ui.panels.find_bar import FindBar
    from reader.ui.panels.history import History
    from reader.ui.panels.review_list import ReviewList
    from reader.ui.panels.suggestion_list import SuggestionList
    from reader.ui.panels.tag_table import TagTable
    from reader.ui.replacer import Replacer
    from reader.ui.session import Session
    from reader.ui.tasks import Tasks
    from reader.ui.theme import Theme
    from reader.ui.tour import Tour
    from reader.workspace import ChangeSet, Workspace
    from reader.workspace.replacing import Plan


class MainWindow(Frame):
    """The window on one workspace.

    Attributes:
        articles: The article list.
        surface: The reading surface.
        parallel: The original beside it, on demand.
        tags: The tags of the article shown and the details of the chosen one.
        suggesting: What the rules propose.
        cleaner: What offers to clean texts up.
        side: The tags or what is to be reviewed, one of them at a time.
        preloader: What loads other scripts ahead.
        neighbours: What takes in what others do.
        theme: Its colours.
        appearance: Which theme that is.
        reading: How the text is set.
        languages: Which language it speaks.
        made_anew: Whether it was closed to be opened again, in another language.
        session: What it has open.
        commands: What the menus do.
        menus: The menus, with every action.
        tour: The tour, once it was asked for.
    """

    def __init__(self, session: Session, tasks: Tasks, theme: Theme, settings: QSettings) -> None:
        """Put the window together; it shows what the session has open."""
        super().__init__()
        self.session = session
        self._tasks = tasks
        self._settings = settings
        self.theme = theme
        self.appearance = Appearance(theme, settings, self)
        self.shortcuts = Shortcuts(settings, self)
        CompositionGuard(self)
        self.surface = ReadingSurface(theme)
        self.reading = ReadingSettings(self.surface, settings, self)
        self.languages = Languages(settings, self)
        self.made_anew = False
        self.parallel = ParallelView(self.surface, theme)
        self.articles = ArticleList(session, theme)
        self.tags = TagPanel(session, theme)
        self.suggesting = Suggesting(session, tasks, settings, self)
        self.cleaner = Cleaner(session, tasks, settings, theme, self)
        self.side = SidePanel(session, self.tags, theme)
        self.refusal = RefusalBar(session)
        self.notice = NoticeBar(session, theme)
        self.offers = OfferBar(session, theme)
        self.status = StatusLine(session)
        self.commands = Commands(self, session, tasks)
        self.preloader = Preloader(session, tasks, self.surface, settings)
        self.neighbours = Neighbours(self, session, tasks)
        self.menus = Menus(self, session, self.commands)
        self._text_menu = TextMenu(self, session, self.menus)
        self.tour: Tour | None = None
        self._assemble()
        self._connect()
        # Once all is there: a sheet set before is gone through again for each widget added.
        self.appearance.show()
        self._restore()

    # Putting together

    def _assemble(self) -> None:
        self.setWindowIcon(QIcon(str(resource("icons", "wenmai.svg"))))
        self.setWindowTitle("Wenmai 文脉")
        self.setAcceptDrops(True)
        self.addToolBar(self.menus.tool_bar())
        self.setStatusBar(self.status)
        self.surface.setAccessibleName(self.tr("Article"))
        self._pane = ReadingPane(self.session, self.parallel, self.theme)
        self.cleaner.put_bar_in(self._pane.column)
        StartPage(self.session, self.theme, self.menus.actions, self.surface)
        self._arrangement = Arrangement(
            self.articles,
            self._pane,
            self.side,
            {"table": lambda: self.table, "history": lambda: self.history},
        )
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.refusal)
        column.addWidget(self.offers)
        column.addWidget(self._arrangement, 1)
        column.addWidget(self.notice)
        self.setCentralWidget(whole)

    # Made when they are first needed

    @cached_property
    def table(self) -> TagTable:
        """All tags of the workspace."""
        from reader.ui.panels.tag_table import TagTable

        table = TagTable(self.session, self.theme)
        table.passage_asked.connect(self._pane.go_to)
        table.export_asked.connect(self.commands.files.export_tags)
        table.surface_asked.connect(self.surface.setFocus)
        return table

    @property
    def filtered_tags(self) -> list[str] | None:
        """The ids of the tags that the table shows, where its filters leave others out."""
        return self.table.filtered_ids() if "table" in vars(self) else None

    @cached_property
    def history(self) -> History:
        """Everything that was done in the workspace."""
        from reader.ui.panels.history import History

        history = History(self.session, self._tasks, self.theme)
        history.passage_asked.connect(self._pane.go_to)
        history.place_asked.connect(self._pane.select)
        history.surface_asked.connect(self.surface.setFocus)
        return history

    @cached_property
    def _finding(self) -> tuple[FindBar, Finder]:
        from reader.ui.finder import Finder
        from reader.ui.panels.find_bar import FindBar

        bar = FindBar(self.session, self.theme)
        bar.hide()
        self._pane.column.insertWidget(1, bar)
        self._show_find_keys(bar)
        return bar, Finder(self.session, self._tasks, self.surface, bar)

    @property
    def find_bar(self) -> FindBar:
        """What asks for the words to find."""
        return self._finding[0]

    @property
    def finder(self) -> Finder:
        """Finding in the article."""
        return self._finding[1]

    @cached_property
    def used(self) -> Used:
        """What was chosen in the command palette."""
        from reader.ui.dialogs.palette import Used

        return Used(self._settings)

    @cached_property
    def last_export(self) -> LastExport:
        """What was exported the last time."""
        from reader.ui.last_export import LastExport

        return LastExport(self._settings)

    @cached_property
    def replacer(self) -> Replacer:
        """Replacing an article's text."""
        from reader.ui.replacer import Replacer

        replacer = Replacer(self.session, self._tasks, self.theme, self.offers, self)
        replacer.replaced.connect(self._on_replaced)
        return replacer

    @property
    def review(self) -> ReviewList:
        """The tags that wait for review."""
        return self.side.review

    def _connect(self) -> None:
        session = self.session
        self._pane.follow()
        session.opened.connect(self._on_opened)
        session.article_shown.connect(self._on_article)
        session.script_shown.connect(self._on_script)
        session.changed.connect(self._on_changed)
        session.hinted.connect(self.say)
        self.surface.zoomed.connect(self.zoom)
        self.appearance.chosen.connect(self._on_theme_chosen)
        self._on_theme_chosen(self.appearance.choice)
        self.languages.changed.connect(self._on_language)
        self.shortcuts.changed.connect(self._show_keys)
        self._show_keys()
        self.menus.check(LANGUAGE_COMMANDS[self.languages.choice])
        self.commands.files.importing.connect(self.status.show_progress)
        self.status.cancelled.connect(self.commands.files.cancel_import)
        backups = self.commands.files.backups
        backups.progressed.connect(self.status.show_progress)
        backups.refused.connect(self.refusal.tell)
        self.status.cancelled.connect(backups.cancel)
        self.neighbours.writable.connect(self.notice.tell_writable)
        self.notice.open_again_asked.connect(self._on_open_again)
        self.articles.remove_asked.connect(self._on_remove_asked)
        self.side.passage_asked.connect(self._pane.select)
        self.side.surface_asked.connect(self.surface.setFocus)
        self.tags.editor.settle_asked.connect(self._on_settle_asked)
        self.side.counted.connect(self._on_review_counted)
        self.side.follow(self.suggesting)
        self.side.suggestions_made.connect(self._on_suggestions_made)
        self.suggesting.switched.connect(self._on_suggesting)
        self._on_suggesting()
        self.cleaner.look_asked.connect(self.commands.slot("clean_up"))
        self.cleaner.shown.connect(self._on_cleaned)
        self._on_review_counted(0)
        self._arrangement.opened.connect(self._on_panel)
        articles_menu = self.articles.list_view
        articles_menu.addAction(self.menus.actions["rename_article"])
        articles_menu.addAction(self.menus.actions["article_details"])
        articles_menu.addAction(self.menus.actions["replace_text"])
        articles_menu.addAction(self.menus.actions["remove_article"])

    @Slot()
    def _show_keys(self) -> None:
        """Have the buttons say the keys that do the same."""
        keys = self.shortcuts.shown
        scripts = {script: keys(command) for script, command in SCRIPT_COMMANDS.items()}
        self._pane.scripts.show_keys(scripts, keys("cycle_script"))
        if "_finding" in vars(self):
            self._show_find_keys(self.find_bar)

    def _show_find_keys(self, bar: FindBar) -> None:
        keys = self.shortcuts.shown
        bar.show_keys(keys("find_next"), keys("find_previous"))

    # What the commands ask of the window

    def reach(self) -> Reach:
        """Return what the command palette needs."""
        from reader.ui.dialogs.palette import Reach

        menus, theme = self.menus, self.theme
        return Reach(menus.actions, menus.kinds, self.shortcuts, self.used, self.parallel, theme)

    @Slot(object)
    def say(self, sentence: str) -> None:
        """Tell the user what was done."""
        self.status.say(sentence)

    def commit_pending(self) -> None:
        """Save what is being typed into the details of a tag."""
        self.tags.editor.commit_pending()

    def open_find(self, words: str) -> None:
        """Open the find bar."""
        self.find_bar.show()
        self.find_bar.open_with(words)

    def word_to_correct(self) -> tuple[str, str]:
        """Return the words of the source that a correction is for, and what is shown for them."""
        return self._text_menu.word()

    def toggle_changes(self) -> None:
        """Mark what the conversion changed, or stop."""
        self.surface.show_changes(on=not self.surface.shows_changes)
        self.menus.check("show_changes", on=self.surface.shows_changes)

    def toggle_parallel(self) -> None:
        """Show the original beside the script, or stop."""
        self.parallel.show_original(on=not self.parallel.shows_original)
        self.menus.check("show_parallel", on=self.parallel.shows_original)

    def toggle_table(self) -> None:
        """Open or close the table of all tags."""
        self._arrangement.toggle("table")

    def toggle_history(self) -> None:
        """Open or close the history."""
        self._arrangement.toggle("history")

    def show_tag_history(self, annotation: Annotation) -> None:
        """Open the history at one tag."""
        self._arrangement.open_panel("history")
        self.history.show_tag(annotation)

    def toggle_articles(self) -> None:
        """Open or close the article list."""
        self._arrangement.toggle(ARTICLES)

    def toggle_side(self) -> None:
        """Open or close the panel of tags."""
        self._arrangement.toggle(SIDE)

    def focus_articles(self) -> None:
        """Give the keyboard to the article list."""
        self._arrangement.open_panel(ARTICLES)
        self.articles.list_view.setFocus()

    def focus_editor(self) -> None:
        """Give the keyboard to the details of the chosen tag."""
        self._arrangement.open_panel(SIDE)
        self.side.show_tags()
        self.tags.editor.focus_first()

    @Slot(object, object)
    def _on_panel(self, name: str, on: bool) -> None:
        """Check a panel's command; what is opened below the text takes the keyboard."""
        self.menus.check(PANEL_COMMANDS[name], on=on)
        if on and name == "history":
            self.history.view.setFocus()
        elif on and name == "table":
            self.table.take_keyboard()
        elif not on:
            self.surface.setFocus()

    def begin_announcing(self) -> None:
        """Say what happens, now that a screen reader listens."""
        from reader.ui.announcer import Announcer

        if self.findChild(Announcer) is None:
            Announcer(self, self.session)

    @property
    def saw_tour(self) -> bool:
        """Whether the tour was shown to its end, or skipped, some time."""
        return self._settings.value("tour") is not None

    def show_tour(self) -> None:
        """Show what the window can do, in five steps."""
        # Seen once by most.
        from reader.ui.tour import Tour

        if self.tour is None:
            self.tour = Tour(self, self.session, self.menus.actions, self._settings)
        self.tour.begin()

    def show_review(self) -> None:
        """Show the tags that wait for review."""
        self._arrangement.open_panel(SIDE)
        self.side.show_review()

    def show_suggestions(self) -> None:
        """Show what the rules propose, and give it the keyboard."""
        self._arrangement.open_panel(SIDE)
        self.side.show_suggestions()

    @Slot(object)
    def _on_suggestions_made(self, panel: SuggestionList) -> None:
        """Have the new panel do what the menu does."""
        slot = self.commands.slot
        panel.accept_asked.connect(slot("accept_suggestion"))
        panel.reject_asked.connect(slot("reject_suggestion"))
        panel.edit_asked.connect(slot("edit_suggestion"))
        panel.all_asked.connect(slot("accept_many"))
        panel.surface_asked.connect(self.surface.setFocus)

    @Slot()
    def _on_suggesting(self) -> None:
        self.menus.check("offer_suggestions", on=self.suggesting.on)

    @Slot()
    def _on_cleaned(self) -> None:
        self.menus.check("show_cleaned", on=self.cleaner.is_on)

    @Slot(object)
    def zoom(self, steps: int | None) -> None:
        """Set the text larger or smaller by steps; ``None`` is the usual size."""
        self.reading.zoom(steps)

    @Slot(object)
    def _on_theme_chosen(self, choice: str) -> None:
        self.menus.actions[THEME_COMMANDS[choice]].setChecked(True)

    @Slot()
    def _on_language(self) -> None:
        """Close; the program opens another window in its place, at the same article."""
        self.made_anew = True
        self.close()

    # What the session tells

    @Slot(object)
    def _on_opened(self, workspace: Workspace) -> None:
        self.menus.show_kinds(workspace.tag_set)
        self.setWindowTitle(f"{workspace.folder.name} — Wenmai 文脉")
        self._settings.setValue("workspace", str(workspace.folder))
        self.menus.show_undo()

    @Slot()
    def _on_open_again(self) -> None:
        """Open the workspace once more, at the same article and tag."""
        session, workspace = self.session, self.session.workspace
        assert workspace is not None
        self.commit_pending()
        article, annotation = session.article, session.annotation
        if session.open(workspace.folder) and article is not None:
            session.show_article(article.id)
            session.choose_annotation(annotation.id if annotation else None)

    @Slot(object)
    def _on_article(self, article: Article | None) -> None:
        if article is not None:
            self._check_written(article)

    def _check_written(self, article: Article) -> None:
        """Check the script that an article is said to be written in."""
        workspace = self.session.workspace
        assert workspace is not None
        name = WRITTEN_COMMANDS.get(workspace.details(article.id).script)
        if name is not None:
            self.menus.check(name)

    @Slot(object)
    def _on_script(self, script: Script) -> None:
        self.menus.actions[SCRIPT_COMMANDS[script]].setChecked(True)
        self.menus.check("show_regional", on=self.session.regional)

    @Slot(object)
    def _on_changed(self, changes: ChangeSet) -> None:
        workspace, article = self.session.workspace, self.session.article
        self.menus.show_undo()
        if workspace is None:
            return
        if changes.tag_set:
            self.menus.show_kinds(workspace.tag_set)
        if article is not None and article.id in changes.articles & workspace.articles.keys():
            self._check_written(article)

    @Slot(object)
    def _on_replaced(self, plan: Plan) -> None:
        """Say what became of the tags, and go on to those that wait."""
        moved, waiting = len(plan.moves), len(plan.waiting)
        said = self.tr("Text replaced. Tags moved: {moved}; to review: {waiting}.")
        self.say(said.format(moved=f"{moved:,}", waiting=f"{waiting:,}"))
        if waiting:
            self.show_review()

    @Slot(object)
    def _on_settle_asked(self, annotation_id: str) -> None:
        """Show the versions of a tag."""
        self.show_review()
        self.review.show_conflict(annotation_id)

    @Slot(object)
    def _on_review_counted(self, count: int) -> None:
        for name in ("put_here", "focus_review"):
            self.menus.actions[name].setEnabled(count > 0)

    @Slot(object)
    def _on_remove_asked(self, article_id: str) -> None:
        self.session.show_article(article_id)
        self.commands.articles.remove_article()

    # Files dropped on the window

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import the files dropped, or open the workspace folder."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        if len(paths) == 1 and (paths[0] / "workspace.json").is_file():
            self.session.open(paths[0])
        else:
            self.commands.files.bring_in(paths)

    # From one day to the next

    def _restore(self) -> None:
        self.resize(QSize(1400, 880).boundedTo(self.screen().availableSize() - QSize(0, 40)))
        geometry = self._settings.value("geometry")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)
        self._arrangement.restore(self._settings)
        script = self._settings.value("shown")
        if script in set(Script):
            self.session.show_script(Script(script))
        self.session.show_regional(on=self._settings.value("regional") == "true")

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is being typed and let go of the workspace."""
        self.commit_pending()
        self._settings.setValue("geometry", self.saveGeometry())
        article = self.session.article
        self._settings.setValue("article", "" if article is None else article.id)
        self._arrangement.save(self._settings)
        self._settings.setValue("shown", self.session.script.value)
        self._settings.setValue("regional", "true" if self.session.regional else "false")
        self._tasks.close()
        self.session.close()
        # Nobody waits for the backup that closing makes.
        self.hide()
        self.commands.files.backups.close()
        super().closeEvent(event)
