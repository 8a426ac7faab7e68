"""The registry for language models: tools of the Model Context Protocol, every text with its place, source and hash."""
