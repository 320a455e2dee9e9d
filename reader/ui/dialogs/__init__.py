"""Dialogs; each stands behind one classmethod that a test can replace."""
