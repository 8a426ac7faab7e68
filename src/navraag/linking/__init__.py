"""Room 4: which belongs to which; pure functions over records."""
