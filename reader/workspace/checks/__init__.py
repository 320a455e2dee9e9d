"""Whether all of a workspace is as it should be, and mending what is not."""
