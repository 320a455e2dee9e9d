"""Who works here, and where this machine keeps what is not part of a workspace."""

from __future__ import annotations

import getpass
import os
from pathlib import Path

import platformdirs


def author_name() -> str:
    """Return the name that new tags carry: ``WENMAI_AUTHOR``, or the name of the account."""
    name = os.environ.get("WENMAI_AUTHOR", "").strip() or _account()
    # A name that is no text, which some systems allow, must still go into JSON.
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def _account() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        # A container may run under a number that has no name; which error says
        # so depends on the version of Python and on the system.
        return "unknown"


def state_folder() -> Path:
    """Return the folder for writers' ids and locks: ``WENMAI_STATE``, or the system's own."""
    named = os.environ.get("WENMAI_STATE", "")
    return Path(named) if named else platformdirs.user_state_path("wenmai", appauthor=False)


def data_folder() -> Path:
    """Return the folder for the sample workspace: ``WENMAI_DATA``, or the system's own."""
    named = os.environ.get("WENMAI_DATA", "")
    return Path(named) if named else platformdirs.user_data_path("wenmai", appauthor=False)
