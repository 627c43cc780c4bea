"""``python -m tests.start``: Bevismappe as ``main.py`` starts it, but new vaults have a key that is derived in no time.

For tests that start it as a process of its own. Vaults made by the product itself can be opened too.
"""

from __future__ import annotations

import sys

from app.bootstrap import run
from app.process import protect_process
from tests.fakes.keys import QUICK_KEYS

if __name__ == "__main__":
    protect_process()
    sys.exit(run(sys.argv[1:], parameters=QUICK_KEYS))
