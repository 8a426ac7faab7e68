"""Sample stories: hand-written cases of an invented small country, one file a story line."""
