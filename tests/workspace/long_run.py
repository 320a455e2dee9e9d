"""How many cases the properties of the store are tried with."""

from __future__ import annotations

import os

LONG = int(os.environ.get("WENMAI_CASES", "0"))
"""Cases in place of each property's own number; 0 in everyday runs.

``WENMAI_CASES=10000 pytest tests/workspace/test_convergence.py tests/workspace/test_merge.py``
is the long run.
"""
