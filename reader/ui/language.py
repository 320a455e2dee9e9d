"""Which language the window speaks: the reader's choice, or the system's."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal
from PySide6.QtWidgets import QApplication

from reader import language
from reader.assets import resource

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

SYSTEM: Final = "system"
NAMES: Final = {"en": "English", "zh-Hans": "简体中文", "zh-Hant": "繁體中文"}
"""The languages there are, each by its own name."""
CHOICES: Final = (SYSTEM, *NAMES)
"""What the reader may choose."""

_KEY: Final = "language"
_FILES: Final = {"zh-Hans": "zh_CN", "zh-Hant": "zh_TW"}
_CORE: Final = "core"
_SIMPLIFIED: Final = ("Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei")
_TRADITIONAL: Final = ("Noto Sans CJK TC", "PingFang TC", "Microsoft JhengHei")


class Languages(QObject):
    """Keeps what was chosen.

    Attributes:
        changed: Another language was chosen; the window is to be made anew in it.
    """

    changed = Signal()

    def __init__(self, settings: QSettings, parent: QObject) -> None:
        """Take up the choice of the last time."""
        super().__init__(parent)
        self._settings = settings

    @property
    def choice(self) -> str:
        """What is chosen, one of ``CHOICES``."""
        return chosen(self._settings)

    def choose(self, choice: str) -> None:
        """Speak a language from now on, or the system's; ``choice`` is one of ``CHOICES``."""
        if choice != self.choice:
            self._settings.setValue(_KEY, choice)
            self.changed.emit()


def chosen(settings: QSettings) -> str:
    """Return what was chosen the last time, one of ``CHOICES``."""
    last = settings.value(_KEY)
    return str(last) if last in CHOICES else SYSTEM


def spoken(choice: str, locales: list[str] | None = None) -> str:
    """Return the language that a choice means, a key of ``NAMES``.

    Args:
        choice: One of ``CHOICES``.
        locales: The languages that the system's user reads, the best first, as BCP 47 names.
    """
    if choice != SYSTEM:
        return choice
    for name in QLocale.system().uiLanguages() if locales is None else locales:
        locale = QLocale(name)
        if locale.language() == QLocale.Language.Chinese:
            traditional = locale.script() == QLocale.Script.TraditionalChineseScript
            return "zh-Hant" if traditional else "zh-Hans"
        if locale.language() == QLocale.Language.English:
            return "en"
    return "en"


def speak(choice: str) -> None:
    """Have every window made from now on speak a language, and the core with it.

    Args:
        choice: One of ``CHOICES``.
    """
    application = QCoreApplication.instance()
    assert isinstance(application, QApplication)
    for old in application.findChildren(QTranslator, _KEY):
        application.removeTranslator(old)
        old.deleteLater()
    spoken_now = spoken(choice)
    _set_faces(_TRADITIONAL if spoken_now == "zh-Hant" else _SIMPLIFIED)
    name = _FILES.get(spoken_now)
    if name is None:
        language.use(None)
        return
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for file, folder in (("qtbase", qt), ("wenmai", str(resource("translations")))):
        translator = QTranslator(application)
        translator.setObjectName(_KEY)
        # Where Qt was installed without its texts, its own buttons stay in English.
        if translator.load(f"{file}_{name}", folder):
            application.installTranslator(translator)
    language.use(partial(QCoreApplication.translate, _CORE))


def _set_faces(han: tuple[str, ...]) -> None:
    """Set the window in the system's Latin face and in a Chinese one: 骨 differs by region."""
    font = QApplication.font()
    families = [font.families()[0], *han]
    if font.families() != families:
        font.setFamilies(families)
        QApplication.setFont(font)
