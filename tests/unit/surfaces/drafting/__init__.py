"""Tests of drafts, and of the files that are made of them."""
