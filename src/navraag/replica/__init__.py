"""The garden house: sample cases of our own and stand-ins of the official services."""
