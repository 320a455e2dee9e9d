"""The panels around the reading surface; each reads and changes the workspace by the session."""
