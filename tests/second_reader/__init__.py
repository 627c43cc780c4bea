"""A second reader of packages, written from docs/format.md alone and sharing no line with the program or its verifiers.

It is held against them, so that the page says all that a stranger needs: ``tests/e2e/package/test_second_reader.py``.
Where it and they differ, the page is wrong or silent, and is mended first.
"""
