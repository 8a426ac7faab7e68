"""Word files: paragraphs, styles, numbering, notes and tables, as Blocks."""
