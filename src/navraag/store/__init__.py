"""Room 6: the registry on disk, rebuildable from documents."""
