"""Start here: without a command the window opens; a command does its act and ends."""

import sys

from app.bootstrap import run


def main() -> int:
    """Open the window or run a command; answers the exit code."""
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
