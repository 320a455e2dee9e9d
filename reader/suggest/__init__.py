"""Floor 3: rules that propose metrics, programmes and honours, each with its reason. Knows no Qt.

Pure functions of a text; docs/suggestions.md says how a rule is written, tested and scored.
"""

from reader.suggest.engine import KINDS, suggest
from reader.suggest.gazetteer import Gazetteer, Name
from reader.suggest.suggestion import Suggestion

__all__ = ["KINDS", "Gazetteer", "Name", "Suggestion", "suggest"]
