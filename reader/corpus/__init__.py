"""Floor 4, below the command line: the rules over a corpus of any size. Knows no Qt.

Dask distributed and PyArrow are an optional extra: nothing here loads them before a
corpus is worked on. docs/suggestions.md says what comes out.
"""

from reader.corpus.errors import CorpusError
from reader.corpus.options import FORMATS, Options
from reader.corpus.run import Outcome, Report, suggest_corpus

__all__ = ["FORMATS", "CorpusError", "Options", "Outcome", "Report", "suggest_corpus"]
