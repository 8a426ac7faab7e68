"""Series of numbers out of the registry, and drawings of them as SVG: readable without colour, with a link behind each point."""
