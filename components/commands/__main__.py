"""The program; Ctrl+C ends it quietly, also while it is still loading."""

import sys

from components.commands import INTERRUPTED


def main() -> None:
    """Run the program."""
    try:
        from components.commands.program import NAME, app

        app(prog_name=NAME)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
