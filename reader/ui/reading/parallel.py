"""The original beside the script shown: two surfaces on one article that move as one.

Both hold everything in source code points, so nothing is mapped between them: a
place, a selection, a tag is the same number on either side. What follows never
tells (``stand_with``, ``show_selection``), so neither side can drive the other
in a circle.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QSplitter

from reader.annotation.index import AnnotationIndex
from reader.text.cleaned_view import in_original
from reader.text.script import Script
from reader.ui.reading.surface import ReadingSurface

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QWidget

    from reader.text.span import Span
    from reader.ui.reading.pages import Pages
    from reader.ui.theme import Theme


class ParallelView(QSplitter):
    """Holds a surface, and beside it on demand another that shows the same in the original.

    The other takes all it shows from the first and passes all that is done to
    it on to the first's signals: whoever knows the first need not know it.

    Attributes:
        main: The surface in the script chosen.
        original: The one in the original; hidden until asked for.
        menu_asked: A context menu is asked for; carries the surface and the
            point of its viewport.
    """

    menu_asked = Signal(object, object)

    def __init__(self, main: ReadingSurface, theme: Theme, parent: QWidget | None = None) -> None:
        """Hold ``main`` alone."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("parallel")
        self.setChildrenCollapsible(False)
        self.main = main
        self.original = ReadingSurface(theme)
        self.original.setAccessibleName(self.tr("Original"))
        # One scroll bar moves both; without one the original has room for the same lines.
        self.original.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.original.hide()
        self._followed: Pages | None = None
        for surface in (self.original, main):
            self.addWidget(surface)
            surface.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._connect()

    def _connect(self) -> None:
        main, original = self.main, self.original
        main.arranged.connect(self._on_arranged)
        main.marked.connect(self._on_marked)
        main.scrolled.connect(self._follow_main)
        main.passage_selected.connect(self._on_selected)
        main.customContextMenuRequested.connect(self._on_main_menu)
        original.scrolled.connect(self._follow_original)
        original.passage_selected.connect(self._on_original_selected)
        original.customContextMenuRequested.connect(self._on_original_menu)
        original.annotation_clicked.connect(main.annotation_clicked)
        original.annotation_moved.connect(main.annotation_moved)
        original.clicked.connect(main.clicked)
        original.zoomed.connect(main.zoomed)

    @property
    def shows_original(self) -> bool:
        """Whether the original is shown beside the script."""
        return not self.original.isHidden()

    @property
    def active(self) -> ReadingSurface:
        """The surface that the reader is in, whose words a copy takes."""
        return self.original if self.original.hasFocus() else self.main

    def show_original(self, *, on: bool) -> None:
        """Show the original beside the script, at the same words, or the script alone."""
        if on == self.shows_original:
            return
        if not on:
            if self.original.hasFocus():
                self.main.setFocus()
            self.original.hide()
            self._take_article()
            return
        self.original.describe = self.main.describe
        self.original.show()
        half = self.width() // 2
        self.setSizes([half, half])
        self._on_arranged()

    # From the script's surface to the original

    @Slot()
    def _on_arranged(self) -> None:
        """Show the same article in the same size, at the same words."""
        if not self.shows_original:
            return
        if self.main.pages is not self._followed:
            self._take_article()
        original, main = self.original, self.main
        if original.pages is not None and main.pages is not None:
            view = original.pages.view
            cleaned = view.cleaned is not main.pages.view.cleaned
            if cleaned or original.source_script is not main.source_script:
                view = in_original(main.pages.view) if cleaned else view
                original.show_view(view, Script.ORIGINAL, main.source_script)
        families = original.typography.families
        size = replace(main.typography, families=families, measure=main.measure)
        if size != original.typography:
            original.set_typography(size)
        if main.pages is not None:
            original.tell_conversion_of(main.pages.view, main.typography.families[0])
        self._follow_main()

    def _take_article(self) -> None:
        """Show what the other surface shows; nothing where it, or this one, shows none."""
        self._followed = self.main.pages if self.shows_original else None
        view = None if self._followed is None else in_original(self._followed.view)
        index = AnnotationIndex() if view is None else self.main.index
        self.original.show_article(view, index, Script.ORIGINAL, self.main.source_script)
        self._on_marked()
        self._on_selected(self.main.selection)

    @Slot()
    def _on_marked(self) -> None:
        if self.shows_original:
            self.original.set_tag_set(self.main.tag_set)
            self.original.set_chosen(self.main.chosen)
            self.original.set_matches(*self.main.matches)
            self.original.set_suggestions(*self.main.suggestions)
            if self.original.shows_changes != self.main.shows_changes:
                self.original.show_changes(on=self.main.shows_changes)

    @Slot(object)
    def _on_selected(self, span: Span) -> None:
        # The same span again would make a selection that grows backward grow forward.
        if self.shows_original and span != self.original.selection:
            self.original.show_selection(span)

    @Slot()
    def _follow_main(self) -> None:
        if self.shows_original:
            _follow(self.original, self.main)

    # From the original to the script's surface

    @Slot()
    def _follow_original(self) -> None:
        _follow(self.main, self.original)

    @Slot(object)
    def _on_original_selected(self, span: Span) -> None:
        """Tell of what was selected in the original: exactly that.

        The script's surface shows it widened to whole replaced words; in the
        original every character has its own place, and what the reader sees
        selected is what is tagged.
        """
        self.main.show_selection(span)
        self.main.passage_selected.emit(span)

    # Menus

    @Slot(object)
    def _on_main_menu(self, point: QPoint) -> None:
        self.menu_asked.emit(self.main, point)

    @Slot(object)
    def _on_original_menu(self, point: QPoint) -> None:
        self.menu_asked.emit(self.original, point)


def _follow(follower: ReadingSurface, leader: ReadingSurface) -> None:
    """Put the line that is first in one surface at the same height in the other."""
    if leader.pages is not None:
        follower.stand_with(*leader.pages.top_offset())
