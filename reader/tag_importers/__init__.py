"""Floor 3: what reads tags that were made elsewhere, one format a file, behind one registry.

Knows no Qt and no workspace: a file becomes records, these find their articles and places, and
that becomes one operation.
"""
