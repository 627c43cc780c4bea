"""Start here: a command does its act and ends. (The window opens here once it exists.)"""

import sys

from app.bootstrap import run


def main() -> int:
    """Run what the command line asks for; answers the exit code."""
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
