"""Floor 4: the command line, the same work without a window; one command a file. Knows no Qt.

A command prints what it did or found on standard output, and says what went
wrong in one sentence on standard error.
"""

from reader.cli.commands import COMMANDS
from reader.cli.run import main

__all__ = ["COMMANDS", "main"]
