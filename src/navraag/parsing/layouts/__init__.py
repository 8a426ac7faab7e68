"""One module per layout: bytes in, records out."""
