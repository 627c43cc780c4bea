"""Show the made-up post and say where it is on the screen.

Exit codes: 0 left as asked, 2 wrong arguments or post file, 3 no screen, 4 not seen on the screen.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from app.display import NoXServerError, qt_connection
from demo.post.post import Post, PostError, read_post

BAD_POST = 2
NO_DISPLAY = 3


def main() -> int:
    """Read the arguments, then the post, then look for a screen; only then is Qt started."""
    parser = argparse.ArgumentParser(prog="demo.post", description=__doc__)
    parser.add_argument("--post", type=Path, required=True, help="the post as TOML")
    parser.add_argument(
        "--x", type=int, default=80, help="left edge, physical pixels of the desktop"
    )
    parser.add_argument(
        "--y", type=int, default=60, help="upper edge, physical pixels of the desktop"
    )
    parser.add_argument("--width", type=int, default=0, help="content width in physical pixels")
    parser.add_argument("--fonts", type=Path, help="folder with NotoSans-*.ttf")
    asked = parser.parse_args()
    try:
        post = read_post(asked.post)
        # The places are told in coordinates of an X screen, so Wayland alone is not enough.
        with qt_connection(os.environ, sys.platform):
            return _show(post, asked)
    except PostError as error:
        sys.stderr.write(f"demo.post: {error}\n")
        return BAD_POST
    except NoXServerError as error:
        sys.stderr.write(f"demo.post: {error}\n")
        return NO_DISPLAY


def _show(post: Post, asked: argparse.Namespace) -> int:
    # Qt is loaded only when there is a screen: without one its platform plugin aborts the process.
    from demo.post.showing import show_post

    return show_post(post, x=asked.x, y=asked.y, width_px=asked.width, fonts=asked.fonts)


if __name__ == "__main__":
    sys.exit(main())
