"""Floor 2: what turns files into articles, one format a file, behind one registry. Knows no Qt."""
