"""The search: an index of pairs beside the registry, a query language, and what is found."""
