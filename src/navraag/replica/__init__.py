"""The garden house: sample cases of our own, printed in every form that the official services use."""
