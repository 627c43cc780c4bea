"""A reader of packages, written from format.md alone."""
