"""The caretaker: the only package that knows all rooms."""
