"""A text read without what its printing or copying put into it: a derived view, never a change."""
