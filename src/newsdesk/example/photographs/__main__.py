"""``python -m newsdesk.example.photographs FOLDER``: draw every photograph of the example into a folder."""

from __future__ import annotations

import sys
from pathlib import Path

from newsdesk.example.photographs.draw import write_all
from newsdesk.example.read import read_photographs


def main() -> None:
    """Draw them all and name each file."""
    if len(sys.argv) != 2:
        sys.exit("usage: python -m newsdesk.example.photographs FOLDER")
    for path in write_all(read_photographs(), Path(sys.argv[1])):
        sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    main()
