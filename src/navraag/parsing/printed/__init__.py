"""Text that was taken from print: pages, glued and broken words, marks that lost their height."""
