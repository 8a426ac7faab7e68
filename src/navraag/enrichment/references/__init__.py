"""References: what a text cites."""
