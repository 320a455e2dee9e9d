"""Floor 2: annotations, tag sets, anchors, operations, the interval index. Knows no Qt."""
