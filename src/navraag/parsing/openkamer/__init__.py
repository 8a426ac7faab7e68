"""Pages and files of Open Kamer."""
