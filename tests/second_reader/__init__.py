"""A second reader of packages: written by somebody who saw docs/format.md and the samples, and no line of the code.

It is held against the program and its verifiers, so that the page says all that a stranger needs:
``tests/e2e/package/test_second_reader.py``. Where it and they differ, the page is wrong or silent, and is mended first.
"""
