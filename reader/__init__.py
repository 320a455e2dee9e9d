"""Wenmai (文脉): read Chinese articles in any script and tag their passages."""

__version__ = "0.1.0"
