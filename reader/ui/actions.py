"""Every action and shortcut of the window, as data.

This module knows no Qt: the main window binds each action to the method of
:mod:`reader.ui.commands` that its ``command`` names, the palette, the keyboard
sheet and ``docs/keyboard.md`` list it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Scope(Enum):
    """Where an action's keys work."""

    WINDOW = "window"
    SURFACE = "surface"
    """Only on the reading surface: single keys must not be taken from a text field."""


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a user can do.

    Attributes:
        command: Name of the method that does it.
        menu: The menu it stands in; a submenu after a slash.
        text: What the menu says, with ``&`` before its access key.
        keys: Its shortcuts, in Qt's portable notation.
        scope: Where they work.
        icon: Name of a file of ``resources/icons`` without its suffix.
        tool: What its button says, where that is shorter.
        checkable: Whether it is on or off.
        separated: Whether a line stands above it in the menu.
    """

    command: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    scope: Scope = Scope.WINDOW
    icon: str = ""
    tool: str = ""
    checkable: bool = False
    separated: bool = False


FILE, EDIT, TAG, ARTICLE, VIEW, HELP = "&File", "&Edit", "&Tag", "&Article", "&View", "&Help"
WRITTEN = f"{ARTICLE}/&Written in"
SELECT = f"{EDIT}/Se&lect"
JUDGE = f"{TAG}/&Judge suggestions"
GO_BY = f"{EDIT}/Go &by"
THEME = f"{VIEW}/T&heme"
LANGUAGE = f"{VIEW}/&Language"
MENUS = (FILE, EDIT, TAG, ARTICLE, VIEW, HELP)
_SURFACE = Scope.SURFACE

ACTIONS = (
    Action("open_workspace", FILE, "&Open workspace…", ("Ctrl+O",), icon="open", tool="Open"),
    Action("new_workspace", FILE, "&New workspace…", ("Ctrl+Shift+N",)),
    Action(
        "import_files",
        FILE,
        "&Import articles…",
        ("Ctrl+I",),
        icon="import",
        tool="Import",
        separated=True,
    ),
    Action("import_folder", FILE, "Import &folder…"),
    Action("import_encoded", FILE, "Import in another en&coding…"),
    Action(
        "paste_article",
        FILE,
        "&Paste as new article",
        ("Ctrl+Shift+V",),
        icon="paste",
        tool="Paste",
    ),
    Action("import_tags", FILE, "Import &tags…"),
    Action(
        "export", FILE, "&Export tags…", ("Ctrl+E",), icon="export", tool="Export", separated=True
    ),
    Action("back_up", FILE, "&Back up workspace…", separated=True),
    Action("restore_backup", FILE, "&Restore backup…"),
    Action("quit", FILE, "&Quit", ("Ctrl+Q",), separated=True),
    Action("undo", EDIT, "&Undo", ("Ctrl+Z",), icon="undo"),
    Action("redo", EDIT, "&Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), icon="redo"),
    Action("copy", EDIT, "&Copy", ("Ctrl+C",), _SURFACE, separated=True),
    Action("select_all", EDIT, "Select &all", ("Ctrl+A",), _SURFACE),
    Action("clear_selection", EDIT, "Select &nothing", ("Escape",), _SURFACE),
    Action("select_more", SELECT, "Select &more", ("E",), _SURFACE),
    Action("select_less", SELECT, "Select &less", ("Shift+E",), _SURFACE),
    Action(
        "extend_clause_on",
        SELECT,
        "Extend on by a &clause",
        ("Ctrl+Shift+Right",),
        _SURFACE,
        separated=True,
    ),
    Action(
        "extend_clause_back", SELECT, "Extend back by a cla&use", ("Ctrl+Shift+Left",), _SURFACE
    ),
    Action("extend_sentence_on", SELECT, "Extend on by a &sentence", ("Shift+.",), _SURFACE),
    Action("extend_sentence_back", SELECT, "Extend back by a s&entence", ("Shift+,",), _SURFACE),
    Action(
        "extend_paragraph_on", SELECT, "Extend on by a &paragraph", ("Ctrl+Shift+Down",), _SURFACE
    ),
    Action(
        "extend_paragraph_back",
        SELECT,
        "Extend back by a p&aragraph",
        ("Ctrl+Shift+Up",),
        _SURFACE,
    ),
    Action("clause_on", GO_BY, "Next &clause", ("Ctrl+Right",), _SURFACE),
    Action("clause_back", GO_BY, "Previous c&lause", ("Ctrl+Left",), _SURFACE),
    Action("sentence_on", GO_BY, "Next &sentence", (".",), _SURFACE),
    Action("sentence_back", GO_BY, "Previous s&entence", (",",), _SURFACE),
    Action("paragraph_on", GO_BY, "Next &paragraph", ("Ctrl+Down",), _SURFACE),
    Action("paragraph_back", GO_BY, "Previous p&aragraph", ("Ctrl+Up",), _SURFACE),
    Action(
        "find", EDIT, "&Find in article…", ("Ctrl+F",), icon="find", tool="Find", separated=True
    ),
    Action("find_next", EDIT, "Find ne&xt", ("F3",)),
    Action("find_previous", EDIT, "Find pre&vious", ("Shift+F3",)),
    Action("go_to", EDIT, "&Go to…", ("Ctrl+G",)),
    Action("wrong_conversion", EDIT, "&Wrong conversion…", ("W",), _SURFACE, separated=True),
    Action("corrections", EDIT, "C&orrections…", ("Ctrl+Shift+W",)),
    Action("tag_again", TAG, "Tag &again", ("R",), _SURFACE, separated=True),
    Action("tag_all", TAG, "Tag all &occurrences…", ("Shift+R",), _SURFACE),
    Action("untag", TAG, "&Delete tag", ("Delete",), _SURFACE, separated=True),
    Action("untag_all", TAG, "Delete all tags &like this…", ("Shift+Del",), _SURFACE),
    Action("next_tag", TAG, "&Next tag", ("]",), _SURFACE, separated=True),
    Action("previous_tag", TAG, "&Previous tag", ("[",), _SURFACE),
    Action("tag_history", TAG, "&History of this tag", ("H",), _SURFACE),
    Action("end_later", TAG, "&End one character later", ("Alt+Shift+Right",), separated=True),
    Action("end_earlier", TAG, "End one character ea&rlier", ("Alt+Shift+Left",)),
    Action("start_earlier", TAG, "&Start one character earlier", ("Alt+Shift+Up",)),
    Action("start_later", TAG, "S&tart one character later", ("Alt+Shift+Down",)),
    Action("move_tag_here", TAG, "&Move tag to selection", ("M",), _SURFACE),
    Action("put_here", TAG, "P&ut tag to review here", ("Return",), _SURFACE, separated=True),
    Action("next_suggestion", JUDGE, "&Next", ("N",), _SURFACE),
    Action("previous_suggestion", JUDGE, "&Previous", ("Shift+N",), _SURFACE),
    Action("accept_suggestion", JUDGE, "&Accept", separated=True),
    Action("reject_suggestion", JUDGE, "&Reject"),
    Action("edit_suggestion", JUDGE, "Accept and &edit"),
    Action("accept_many", JUDGE, "Accept &many…", separated=True),
    Action("focus_suggestions", JUDGE, "&Go to the list", ("Ctrl+U",)),
    Action("edit_tag_set", TAG, "Ta&g set…", ("Ctrl+Shift+T",), separated=True),
    Action("import_tag_set", TAG, "&Import tag set…"),
    Action("export_tag_set", TAG, "E&xport tag set…"),
    Action("next_article", ARTICLE, "&Next article", ("Ctrl+PgDown",)),
    Action("previous_article", ARTICLE, "&Previous article", ("Ctrl+PgUp",)),
    Action("rename_article", ARTICLE, "&Rename…", ("F2",), separated=True),
    Action("article_details", ARTICLE, "&Details…", ("Alt+Return",)),
    Action("written_detected", WRITTEN, "The script &detected", checkable=True),
    Action("written_simplified", WRITTEN, "&Simplified 简体", checkable=True),
    Action("written_traditional", WRITTEN, "&Traditional 繁體", checkable=True),
    Action("written_mixed", WRITTEN, "Traditional with Simplified &residue", checkable=True),
    Action("clean_up", ARTICLE, "Clean &up text…"),
    Action("replace_text", ARTICLE, "Replace te&xt…"),
    Action("remove_article", ARTICLE, "Re&move from workspace…"),
    Action("show_original", VIEW, "&Original", ("Ctrl+1",), checkable=True),
    Action("show_simplified", VIEW, "&Simplified 简体", ("Ctrl+2",), checkable=True),
    Action("show_traditional", VIEW, "&Traditional 繁體", ("Ctrl+3",), checkable=True),
    Action("show_taiwan", VIEW, "Tai&wan 臺灣", ("Ctrl+4",), checkable=True),
    Action("show_hong_kong", VIEW, "Hong &Kong 香港", ("Ctrl+5",), checkable=True),
    Action("cycle_script", VIEW, "&Next script", ("S",), _SURFACE),
    Action("show_regional", VIEW, "&Regional vocabulary", checkable=True),
    Action("show_changes", VIEW, "Show &changes", ("C",), _SURFACE, checkable=True, separated=True),
    Action("show_parallel", VIEW, "Original &beside", ("P",), _SURFACE, checkable=True),
    Action("show_cleaned", VIEW, "Clean-up, lines &joined", ("V",), _SURFACE, checkable=True),
    Action("theme_system", THEME, "As the s&ystem's", checkable=True),
    Action("theme_light", THEME, "&Light", checkable=True),
    Action("theme_dark", THEME, "&Dark", checkable=True),
    Action("theme_sepia", THEME, "&Sepia", checkable=True),
    Action("language_system", LANGUAGE, "As the s&ystem's", checkable=True),
    Action("language_english", LANGUAGE, "&English", checkable=True),
    Action("language_simplified", LANGUAGE, "简体中文", checkable=True),
    Action("language_traditional", LANGUAGE, "繁體中文", checkable=True),
    Action("set_reading", VIEW, "Readin&g…", ("Ctrl+,",)),
    Action("zoom_in", VIEW, "Zoo&m in", ("Ctrl++", "Ctrl+=")),
    Action("zoom_out", VIEW, "Zoom o&ut", ("Ctrl+-",)),
    Action("zoom_reset", VIEW, "Actual si&ze", ("Ctrl+0",)),
    Action(
        "show_tag_table",
        VIEW,
        "&All tags",
        ("Ctrl+T",),
        icon="table",
        checkable=True,
        separated=True,
    ),
    Action("show_history", VIEW, "Histor&y", ("Ctrl+H",), checkable=True),
    Action("show_articles", VIEW, "Article &panel", ("F7",), checkable=True),
    Action("show_side", VIEW, "Tag pan&el", ("F8",), checkable=True),
    Action("offer_suggestions", VIEW, "O&ffer suggestions", checkable=True),
    Action("focus_articles", VIEW, "Go to art&icle list", ("Ctrl+L",)),
    Action("focus_surface", VIEW, "Go to te&xt", ("F6",)),
    Action("focus_editor", VIEW, "Go to tag &details", ("Ctrl+D",)),
    Action("focus_review", VIEW, "Go to tags to re&view", ("Ctrl+R",)),
    Action("show_palette", HELP, "Command &palette…", ("Ctrl+K",)),
    Action("show_keyboard", HELP, "&Keyboard sheet", ("F1",)),
    Action("set_shortcuts", HELP, "Keyboard &shortcuts…"),
    Action("show_tour", HELP, "&Tour"),
    Action("show_about", HELP, "&About Wenmai"),
)
"""Every action, in the order of the menus. The kinds of the tag set come before ``untag``."""

SURFACE_KEYS = (
    ("Shift+←  →  ↑  ↓", "Extend the selection by character or line"),
    ("Home  End", "Start or end of the line; with Ctrl, of the article (with Shift, extend)"),
    ("Space  Page Down", "A page down"),
    ("Shift+Space  Page Up", "A page up"),
    ("Double click", "Select the name or clause; again, the sentence; again, the paragraph"),
    ("Shift+click", "Extend the selection to the pointer"),
    ("Ctrl+wheel", "Zoom"),
    ("Tab  Shift+Tab", "Next or previous suggestion; behind the last, the next control"),
    ("Enter  Backspace  E  Esc", "At a suggestion: accept it, reject it, edit it, leave it"),
    ("?", "Show the keys"),
)
"""What the reading surface does of itself."""

_STEPS = ("Left", "Right", "Up", "Down", "Home", "End")
SURFACE_OWN = frozenset(
    [f"{keys}{step}" for step in _STEPS for keys in ("", "Shift+")]
    + [f"{keys}{end}" for end in ("Home", "End") for keys in ("Ctrl+", "Ctrl+Shift+")]
    + [f"{shift}{key}" for key in ("Space", "PgUp", "PgDown") for shift in ("", "Shift+")]
    + ["?"]
)
"""The keys of ``SURFACE_KEYS`` in Qt's portable notation: no action may have them."""
