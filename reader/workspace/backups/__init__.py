"""Backups of a whole workspace in one file: made, kept in rotation, restored."""
