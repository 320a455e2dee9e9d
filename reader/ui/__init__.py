"""Floor 4: the window. The only package that imports Qt."""
