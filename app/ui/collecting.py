"""Python looks for circles among all values again and again, and everything waits meanwhile.

What the program is made of stays until its end. So nothing is looked for while it starts, and what is there then is
never looked at again: on the window's thread that took up to 50 ms each time.
"""

from __future__ import annotations

import gc


def start_without_collecting() -> None:
    """Look for no circles until ``collect_from_here``."""
    gc.disable()


def collect_from_here() -> None:
    """Look for circles as usual, but not among what is there now. Changes nothing where that is done already."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
