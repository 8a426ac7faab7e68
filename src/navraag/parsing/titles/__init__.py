"""The title of a paper: who asked whom what, when, and who answered."""
