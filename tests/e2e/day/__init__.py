"""A day with the program, by real keys and pointer beside a real browser: ``python -m tests.e2e.day`` prints each act's
clicks, keys and seconds beside what the design allows.

It needs Chromium, and is not part of the suite: see docs/testing.md.
"""
