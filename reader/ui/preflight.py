"""What must be there before Qt starts, since Qt aborts where it is not."""

from __future__ import annotations

import importlib
import importlib.util
import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# Debian's and Ubuntu's names for what a minimal system lacks.
_PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libOpenGL.so.0": "libopengl0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
_LIBRARY = re.compile(r"(lib[\w.+-]+\.so[\w.]*)")
_LOCAL_DISPLAY = re.compile(r"(?:unix)?:(\d+)(?:\.\d+)?")

NO_FONT = (
    "No Chinese font is installed, so articles would show as empty boxes; install one "
    "(on Debian or Ubuntu: sudo apt install fonts-noto-cjk) and start Wenmai again."
)
NO_SCREEN = (
    "There is no screen to open a window on; start Wenmai in a desktop session, "
    "or use its commands (wenmai --help), which need none."
)


def missing(environment: Mapping[str, str] = os.environ) -> str:
    """Return one sentence on what the window lacks on this system; empty where nothing.

    Args:
        environment: The environment variables that choose Qt's platform.
    """
    try:
        importlib.import_module("PySide6.QtWidgets")
        importlib.import_module("PySide6.QtSvg")
    except ImportError as error:
        return _library_sentence(str(error))
    if not sys.platform.startswith("linux"):
        return ""
    return _missing_on_linux(environment)


def _missing_on_linux(environment: Mapping[str, str]) -> str:
    platform = environment.get("QT_QPA_PLATFORM", "").partition(":")[0]
    display = environment.get("DISPLAY", "")
    wayland = environment.get("WAYLAND_DISPLAY", "")
    if platform not in ("", "xcb") or (wayland and platform != "xcb"):
        return ""
    # Loaded where they are used: they take 10 ms, which every start would wait for.
    import ctypes

    if not display or not _answers(display):
        return NO_SCREEN
    try:
        ctypes.CDLL(str(_xcb_plugin()))
    except OSError as error:
        return _library_sentence(str(error))
    return ""


def _xcb_plugin() -> Path:
    package = importlib.util.find_spec("PySide6")
    assert package is not None
    assert package.origin is not None
    return Path(package.origin).parent / "Qt" / "plugins" / "platforms" / "libqxcb.so"


def _answers(display: str) -> bool:
    """Return whether a local display has a server; another machine's is taken on trust."""
    import socket

    match = _LOCAL_DISPLAY.fullmatch(display)
    if match is None:
        return True
    path = f"/tmp/.X11-unix/X{match[1]}"  # noqa: S108  where X11 puts its sockets
    for address in (path, f"\0{path}"):
        with socket.socket(socket.AF_UNIX) as server:
            try:
                server.connect(address)
            except OSError:
                continue
            return True
    return False


def _library_sentence(error: str) -> str:
    """Return the sentence on the library that a loader's message names."""
    match = _LIBRARY.search(error)
    if match is None:
        return f"Qt could not be loaded ({error}); install Wenmai again."
    library = match[1]
    package = _PACKAGES.get(library)
    how = f" (on Debian or Ubuntu: sudo apt install {package})" if package else ""
    return f"The window needs the system library {library}; install it{how} and start Wenmai again."
