"""HTML and XML: read safely, and made into paragraphs."""
