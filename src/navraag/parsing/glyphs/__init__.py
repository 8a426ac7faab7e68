"""PDF files: runs of letters with their place, made into lines, paragraphs and notes."""
