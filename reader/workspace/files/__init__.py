"""The files of a workspace, one by one: how each is read strictly and written so that it stays."""
