"""What became of each character of a document."""
