"""Where the reader was in each article: his own, so it is kept with this machine."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Slot

from reader.durable import make_folder, replace_file

if TYPE_CHECKING:
    from pathlib import Path

    from reader.ui.reading.surface import ReadingSurface

_log = logging.getLogger(__name__)

_NAME: Final = "places.json"
MOST: Final = 3_000
"""How many places are kept, those of the articles read last."""
# Milliseconds after which a place is written: the disk may take longer than a frame.
_WRITE_MS: Final = 500
# A file of so many places is far smaller.
_LARGEST: Final = 4_000_000

Key = tuple[str, str]
Place = tuple[int, float]


class ReadingPlaces(QObject):
    """Remembers the place of every article and goes back there, over restarts too.

    A place is the first source offset whose line is wholly visible, with the y of
    that line in the window. The file says nothing that is needed: one that cannot be read
    or written is passed over.
    """

    def __init__(self, surface: ReadingSurface, folder: Path, parent: QObject) -> None:
        """Remember the places of what a surface shows.

        Args:
            surface: The surface.
            folder: Where the file is, or is to be.
            parent: Owner.
        """
        super().__init__(parent)
        self._surface = surface
        self._path = folder / _NAME
        self._shown: Key | None = None
        # Those of this window since it last wrote; others may have written since.
        self._own: dict[Key, Place] = {}
        self._places = _read(self._path)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WRITE_MS)
        self._timer.timeout.connect(self.save)

    def leave(self) -> None:
        """Remember the place in the article shown, as another is about to be; write it soon."""
        pages = self._surface.pages
        if self._shown is None or pages is None:
            return
        offset, y = pages.top_offset()
        self._own[self._shown] = offset, y
        self._shown = None
        self._timer.start()

    def come(self, workspace_id: str, article_id: str) -> None:
        """Go to where the reader was in an article, which is shown from its beginning now."""
        self._shown = workspace_id, article_id
        place = self._own.get(self._shown) or self._places.get(self._shown)
        if place is not None:
            self._surface.stand_again(*place)

    @Slot()
    def save(self) -> None:
        """Write what is not written yet."""
        self._timer.stop()
        if not self._own:
            return
        places = _read(self._path)
        for key, place in self._own.items():
            # The newest stand last.
            places.pop(key, None)
            places[key] = place
        kept = list(places.items())[-MOST:]
        lines = [[*key, offset, round(y, 1)] for key, (offset, y) in kept]
        try:
            make_folder(self._path.parent)
            replace_file(self._path, [json.dumps({"places": lines}).encode()])
        except OSError as error:
            _log.info("the places could not be written to %s (%s)", self._path, error)
            return
        self._places = dict(kept)
        self._own.clear()


def _read(path: Path) -> dict[Key, Place]:
    """Return the places of a file, the oldest first; what is damaged is left out."""
    try:
        if path.stat().st_size > _LARGEST:
            return {}
        lines = json.loads(path.read_bytes())["places"]
        return dict(found for found in map(_place, lines) if found is not None)
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, TypeError, KeyError, RecursionError) as error:
        _log.info("the places in %s could not be read (%s)", path, error)
        return {}


def _place(line: Any) -> tuple[Key, Place] | None:  # noqa: ANN401 (whatever stands in the file)
    """Return what a line of the file says; ``None`` where it is no place."""
    match line:
        case [str(workspace), str(article), int(offset), int() | float() as y] if (
            offset >= 0 and abs(y) < 1e6
        ):
            return (workspace, article), (offset, float(y))
    return None
