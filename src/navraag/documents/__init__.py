"""Room 1: raw bytes, kept for ever and never changed."""
