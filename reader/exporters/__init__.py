"""Floor 3: what writes tags to files, one format a file, behind one registry. Knows no Qt."""
