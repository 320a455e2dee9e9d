"""Floor 1: article text, spans, scripts, exact conversion and folding. Knows no Qt."""
