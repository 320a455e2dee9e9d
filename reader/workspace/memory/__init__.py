"""What all files of a workspace add up to, and what of it changed."""
